//! Pipe tables that only lay out a letterhead or a signature, taken apart to a line per line of a cell.

use super::line::{Line, LineKind};
use super::span::{is_motto, opens_recipients};
use super::table::{pipe_cells, piped};

/// Unfolds the rows of pipe tables, but for tables of tasks: each cell's lines, with bars between the cells.
pub(super) fn unfold(lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| line.text.contains('|') && line.is_prose()) {
        return lines;
    }
    let mut unfolded = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        if let Some((end, _)) = piped(&lines, at) {
            unfolded.extend_from_slice(&lines[at..end]);
            at = end;
            continue;
        }
        let beside = beside(&lines[at..]);
        if beside > 1 {
            unfold_columns(&lines[at..at + beside], &mut unfolded);
            at += beside;
            continue;
        }
        match pipe_cells(&lines[at].text) {
            Some(cells) => unfold_row(&lines[at], &cells, &mut unfolded),
            None => unfolded.push(by_columns(&lines[at])),
        }
        at += 1;
    }
    unfolded
}

/// How many rows open the lines that set two blocks beside each other, a line of each in a row: issuer and motto, recipients
/// and signature.
fn beside(lines: &[Line]) -> usize {
    let rows = lines.iter().take_while(|line| pair(line).is_some()).count();
    let opens = |cell: &str| is_motto(cell) || opens_recipients(cell);
    let said = lines[..rows].iter().filter_map(pair).find(|cells| cells.iter().any(|cell| says(cell)));
    if said.is_some_and(|cells| cells.into_iter().any(opens)) { rows } else { 0 }
}

/// The cells of a row of two.
fn pair(line: &Line) -> Option<Vec<&str>> {
    pipe_cells(&line.text).filter(|cells| cells.len() == 2)
}

/// Takes two blocks apart: the one to the left from its first line to its last, then the other.
fn unfold_columns(rows: &[Line], unfolded: &mut Vec<Line>) {
    let cells: Vec<(&Line, Vec<&str>)> =
        rows.iter().filter_map(|row| Some((row, pipe_cells(&row.text)?))).collect();
    let bar = |row: &Line, gap| Line { number: row.number, gap, kind: LineKind::Bar, text: "|".to_owned() };
    let Some((first, _)) = cells.first() else { return };
    unfolded.push(bar(first, first.gap));
    for column in 0..2 {
        let mut last = *first;
        for (row, cells) in &cells {
            let words =
                cells.get(column).into_iter().flat_map(|cell| cell.split("<br>")).filter(|words| says(words));
            unfolded.extend(words.map(|words| prose(row, words.trim())));
            last = row;
        }
        unfolded.push(bar(last, 0));
    }
}

fn prose(row: &Line, words: &str) -> Line {
    Line { number: row.number, gap: 0, kind: LineKind::Prose, text: words.to_owned() }
}

fn says(cell: &str) -> bool {
    cell.chars().any(char::is_alphanumeric)
}

fn unfold_row(row: &Line, cells: &[&str], unfolded: &mut Vec<Line>) {
    let line = |kind, text: &str| Line { number: row.number, gap: 0, kind, text: text.to_owned() };
    let opens = unfolded.last().is_none_or(|last| last.kind != LineKind::Bar);
    if opens {
        unfolded.push(Line { gap: row.gap, ..line(LineKind::Bar, "|") });
    }
    for cell in cells.iter().filter(|cell| says(cell)) {
        let words = cell.split("<br>").map(str::trim).filter(|words| says(words));
        unfolded.extend(words.map(|words| prose(row, words)));
        unfolded.push(line(LineKind::Bar, "|"));
    }
}

/// A line whose columns are parted by single bars, with tabs in their place.
fn by_columns(line: &Line) -> Line {
    if !line.is_prose() || !line.text.contains(" |") {
        return line.clone();
    }
    let cells: Vec<&str> = line.text.split('|').map(str::trim).collect();
    let text = cells.join("\t").trim_end_matches('\t').to_owned();
    Line { text, ..line.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let unfolded = unfold(lines(text));
        assert_eq!(unfolded.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_letterhead_is_taken_apart() {
        check(
            "| **UBND TỈNH**<br>**SỞ Y TẾ** | CỘNG HÒA XÃ HỘI |\n| --- | --- |\n| Số: 3/KH-SYT | Huế, ngày 5 |\nVăn bản",
            &[
                "|",
                "UBND TỈNH",
                "SỞ Y TẾ",
                "Số: 3/KH-SYT",
                "|",
                "CỘNG HÒA XÃ HỘI",
                "Huế, ngày 5",
                "|",
                "Văn bản",
            ],
        );
        check("SỞ Y TẾ | CỘNG HÒA XÃ HỘI |", &["SỞ Y TẾ\tCỘNG HÒA XÃ HỘI"]);
    }

    #[test]
    fn blocks_that_stand_beside_each_other_row_by_row_are_told_apart() {
        check(
            "|  |  |\n|---|---|\n| UBND TỈNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| **SỞ Y TẾ** | Độc lập - Tự do |\n| Số: 3/KH-SYT | Huế, ngày 5 |",
            &[
                "|",
                "UBND TỈNH",
                "SỞ Y TẾ",
                "Số: 3/KH-SYT",
                "|",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do",
                "Huế, ngày 5",
                "|",
            ],
        );
        check(
            "| Nơi nhận: | GIÁM ĐỐC |\n| - Sở A; | |\n| - Lưu: VT. | Trần Văn A |",
            &["|", "Nơi nhận:", "- Sở A;", "- Lưu: VT.", "|", "GIÁM ĐỐC", "Trần Văn A", "|"],
        );
    }

    #[test]
    fn a_table_of_tasks_stays() {
        let table = "| TT | Nội dung | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát | Sở A | 2025 |";
        check(table, &table.lines().collect::<Vec<_>>());
    }
}
