//! Tables that a text draws with rules, `+----+` or `├────┤`: their rows between bars, each on the line where it begins.

use std::borrow::Cow;
use std::ops::Range;

use super::transcript::{add_line, in_bars};
use crate::import::table::{is_header, is_ordinal_name};
use crate::text::width;

/// No header takes more lines.
const HEADER: usize = 9;

/// A text with its tables of tasks as rows between bars: every line keeps its place.
pub(super) fn drawn(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.lines().any(is_rule) {
        return text;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < lines.len() {
        let (rows, end) = table(&lines, at).unwrap_or_else(|| (Vec::new(), at + 1));
        let mut rows = rows.into_iter().peekable();
        let is_read = rows.peek().is_some();
        for (place, line) in lines.iter().enumerate().take(end).skip(at) {
            match rows.next_if(|row| row.line == place) {
                Some(row) => out.push_str(&in_bars(&row.cells)),
                None if is_read => {}
                None => out.push_str(line),
            }
            out.push('\n');
        }
        at = end;
    }
    out.into()
}

/// A row: the line where it begins, and its cells, each by its paragraphs.
struct Row {
    line: usize,
    cells: Vec<Vec<String>>,
}

/// The rows of the table of tasks that a rule opens, its header first, and the line behind it.
fn table(lines: &[&str], at: usize) -> Option<(Vec<Row>, usize)> {
    let from = at + usize::from(is_rule(lines[at]));
    let first = from..from + lines[from..].iter().take(HEADER + 1).take_while(|line| is_row(line)).count();
    if from == at || first.is_empty() || first.len() > HEADER {
        return None;
    }
    let header = row(lines, first.clone());
    let names: Vec<String> = header.cells.iter().map(|cell| cell.join(" ")).collect();
    if !is_header(&names) {
        return None;
    }
    let (blocks, end) = blocks(lines, first.end);
    let is_numbered = is_ordinal_name(&names[0]);
    let is_one = blocks.len() == 1;
    let mut rows = vec![header];
    for block in &blocks {
        let opens = |at: &usize| {
            let is_first_blank = cell(lines[*at]).is_empty();
            let anew = !is_first_blank || !is_numbered && !goes_on(lines[*at - 1], lines[*at]);
            *at == block.start || anew && (is_numbered || is_one)
        };
        let starts: Vec<usize> = block.clone().filter(opens).collect();
        let ends = starts.iter().skip(1).copied().chain([block.end]);
        rows.extend(starts.iter().copied().zip(ends).map(|(start, end)| row(lines, start..end)));
    }
    // A header that is said again on the next page is no row.
    let is_said = |row: &Row, own: &Row| row.cells == own.cells;
    let (header, under) = rows.split_first()?;
    let again: Vec<usize> = under.iter().filter(|row| is_said(row, header)).map(|row| row.line).collect();
    rows.retain(|row| !again.contains(&row.line));
    Some((rows, end))
}

/// The lines of rows that rules part, from a place, and the line behind the last rule or row. A page may turn between.
fn blocks(lines: &[&str], from: usize) -> (Vec<Range<usize>>, usize) {
    const TURN: usize = 6;
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let (mut at, mut end) = (from, from);
    let mut is_open = false;
    while let Some(line) = lines.get(at).filter(|_| at < end + TURN) {
        if is_row(line) {
            match blocks.last_mut().filter(|block| is_open && block.end == at) {
                Some(block) => block.end += 1,
                None => blocks.push(at..at + 1),
            }
            is_open = true;
            end = at + 1;
        } else if is_rule(line) {
            is_open = false;
            end = at + 1;
        } else if !line.trim().chars().all(|c| c.is_ascii_digit()) {
            break;
        }
        at += 1;
    }
    (blocks, end)
}

/// The row that stands on some lines.
fn row(lines: &[&str], own: Range<usize>) -> Row {
    let mut cells: Vec<Vec<String>> = Vec::new();
    for line in &lines[own.clone()] {
        for (at, words) in split(line).map(str::trim).enumerate() {
            if cells.len() <= at {
                cells.push(Vec::new());
            }
            if !words.is_empty() {
                add_line(&mut cells[at], words);
            }
        }
    }
    Row { line: own.start, cells }
}

/// Whether a line goes on with cells of the one above: in one of them its first word had no room there.
fn goes_on(above: &str, line: &str) -> bool {
    split(above).zip(split(line)).any(|(above, own)| {
        let first = own.split_whitespace().next().map_or(0, width);
        first > 0 && !above.trim().is_empty() && width(above.trim()) + first + 2 >= width(above)
    })
}

/// The first cell of a row.
fn cell(line: &str) -> &str {
    split(line).next().unwrap_or_default().trim()
}

fn split(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim();
    let inner = line.strip_prefix(is_bar).unwrap_or(line);
    inner.strip_suffix(is_bar).unwrap_or(inner).split(is_bar)
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '║')
}

/// Whether a line is one of a row: it stands between bars.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(is_bar) && line.ends_with(is_bar) && !is_rule(line)
}

/// Whether a line is drawn, from corner to corner.
fn is_rule(line: &str) -> bool {
    const LEAST: usize = 3;
    let line = line.trim();
    let is_corner = |c: char| c == '+' || ('\u{2500}'..='\u{257F}').contains(&c) && !is_bar(c);
    let is_drawn = |c: char| is_corner(c) || is_bar(c) || matches!(c, '-' | '=' | '_');
    line.starts_with(is_corner)
        && line.chars().all(is_drawn)
        && line.chars().filter(|c| !is_bar(*c) && *c != '+').count() >= LEAST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(drawn(text.into()), format!("{expected}\n"));
    }

    #[test]
    fn rules_part_rows_and_every_line_keeps_its_place() {
        check(
            "3. TIẾN ĐỘ\n\
             +----+------------------+---------------+-----------+\n\
             | TT | Hạng mục         | Đơn vị        | Thời hạn  |\n\
             |    |                  | thực hiện     |           |\n\
             +====+==================+===============+===========+\n\
             | 1  | Lập danh sách    | Phòng Kỹ      | 13/3/2026 |\n\
             |    | khách hàng       | thuật         |           |\n\
             +----+------------------+---------------+-----------+\n\
             | 2  | Ký hợp đồng      | Phòng Vật tư  | Quý II    |\n\
             +----+------------------+---------------+-----------+\n\
             Hết.",
            "3. TIẾN ĐỘ\n\
             \n\
             | TT | Hạng mục | Đơn vị thực hiện | Thời hạn |\n\
             \n\
             \n\
             | 1 | Lập danh sách khách hàng | Phòng Kỹ thuật | 13/3/2026 |\n\
             \n\
             \n\
             | 2 | Ký hợp đồng | Phòng Vật tư | Quý II |\n\
             \n\
             Hết.",
        );
    }

    #[test]
    fn without_rules_between_them_rows_begin_with_their_first_cell_or_where_there_was_room() {
        check(
            "┌────────┬─────────────────┬──────────┐\n\
             │ Tháng  │ Nội dung        │ Chủ trì  │\n\
             ├────────┼─────────────────┼──────────┤\n\
             │ 9/2025 │ Khai giảng      │ Tổ A     │\n\
             │        │ Họp             │ Tổ B     │\n\
             │ 10     │ Hội thi của các │ Tổ C     │\n\
             │        │ giáo viên       │          │\n\
             └────────┴─────────────────┴──────────┘",
            "\n\
             | Tháng | Nội dung | Chủ trì |\n\
             \n\
             | 9/2025 | Khai giảng | Tổ A |\n\
             |  | Họp | Tổ B |\n\
             | 10 | Hội thi của các giáo viên | Tổ C |\n\
             \n",
        );
    }

    #[test]
    fn groups_of_numbered_rows_and_a_turned_page() {
        check(
            "+----+----------+---------+\n\
             | TT | Nội dung | Chủ trì |\n\
             +----+----------+---------+\n\
             | I. Chuẩn bị             |\n\
             +----+----------+---------+\n\
             | 1  | Họp      | Tổ A    |\n\
             | 2  | Dọn      | Tổ B    |\n\
             \n\
             2\n\
             \n\
             +----+----------+---------+\n\
             | TT | Nội dung | Chủ trì |\n\
             +----+----------+---------+\n\
             | 3  | Sửa      | Tổ C    |\n\
             +----+----------+---------+",
            "\n\
             | TT | Nội dung | Chủ trì |\n\
             \n\
             | I. Chuẩn bị |\n\
             \n\
             | 1 | Họp | Tổ A |\n\
             | 2 | Dọn | Tổ B |\n\
             \n\n\n\n\n\n\
             | 3 | Sửa | Tổ C |\n",
        );
    }

    #[test]
    fn what_is_no_table_of_tasks_stays() {
        for text in [
            "+------+---------+\n| Tên  | Số máy  |\n+------+---------+\n| A    | 1       |\n+------+---------+\n",
            "+ Nội dung: Họp\n+-----+\n+-----+\n",
        ] {
            assert_eq!(drawn(text.into()), text);
        }
        assert!(matches!(drawn("| a | b |\n|---|---|\n".into()), Cow::Borrowed(_)));
    }
}
