//! Pipe tables that only lay out a letterhead or a signature, taken apart to a line per line of a cell.

use super::line::{Line, LineKind};
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
        match pipe_cells(&lines[at].text) {
            Some(cells) => unfold_row(&lines[at], &cells, &mut unfolded),
            None => unfolded.push(by_columns(&lines[at])),
        }
        at += 1;
    }
    unfolded
}

fn unfold_row(row: &Line, cells: &[&str], unfolded: &mut Vec<Line>) {
    let line = |kind, text: &str| Line { number: row.number, gap: 0, kind, text: text.to_owned() };
    let opens = unfolded.last().is_none_or(|last| last.kind != LineKind::Bar);
    if opens {
        unfolded.push(Line { gap: row.gap, ..line(LineKind::Bar, "|") });
    }
    for cell in cells.iter().filter(|cell| cell.chars().any(char::is_alphanumeric)) {
        let words =
            cell.split("<br>").map(str::trim).filter(|words| words.chars().any(char::is_alphanumeric));
        unfolded.extend(words.map(|words| line(LineKind::Prose, words)));
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
                "|",
                "CỘNG HÒA XÃ HỘI",
                "|",
                "Số: 3/KH-SYT",
                "|",
                "Huế, ngày 5",
                "|",
                "Văn bản",
            ],
        );
        check("SỞ Y TẾ | CỘNG HÒA XÃ HỘI |", &["SỞ Y TẾ\tCỘNG HÒA XÃ HỘI"]);
    }

    #[test]
    fn a_table_of_tasks_stays() {
        let table = "| TT | Nội dung | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát | Sở A | 2025 |";
        check(table, &table.lines().collect::<Vec<_>>());
    }
}
