//! Tables that look like work and are none: the hours of an agenda, the empty rows of a form.

use super::labels::LabelKind;
use super::table::{Column, Row, Table};
use crate::text::fold;

/// Takes out the rows that are no work; an agenda loses all of them.
pub(super) fn leave_out(table: &mut Table) {
    let ordinal = table.ordinal();
    table.rows.retain(|row| says_something(row, ordinal));
    if is_agenda(table) {
        table.rows.clear();
    }
}

/// Whether a row has words beside its number: a form's have dots to be written on. A row of dots alone says that rows were
/// left out of a copy.
fn says_something(row: &Row, ordinal: Option<usize>) -> bool {
    if row.cells.iter().filter(|cell| !cell.said.is_empty()).count() == 1 {
        return true;
    }
    let others = row.cells.iter().enumerate().filter(|(at, _)| Some(*at) != ordinal);
    others.into_iter().any(|(_, cell)| cell.said.chars().any(char::is_alphanumeric))
}

/// Whether most of its times are hours of a day.
fn is_agenda(table: &Table) -> bool {
    let time = table.columns.iter().position(|column| matches!(column, Column::Known(LabelKind::Time, _)));
    let Some(time) = time else { return false };
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(time)).map(|cell| cell.said.as_str());
    let times = || cells().filter(|cell| !cell.is_empty());
    times().filter(|cell| is_hour(cell)).count() * 2 > times().count()
}

/// Whether a time begins with an hour and names no day: "7h30 - 8h00", "14:00", "8 giờ".
pub(super) fn is_hour(time: &str) -> bool {
    let folded = fold(time);
    let words = folded.trim_start_matches(|c: char| !c.is_ascii_digit() && !c.is_ascii_alphabetic());
    let words = words.strip_prefix("tu ").unwrap_or(words);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (hour, rest) = words.split_at(digits);
    let is_marked = [":", "h", "g", " gio"].iter().any(|mark| rest.starts_with(mark));
    is_marked && hour.parse().is_ok_and(|hour: u8| hour <= 24) && !folded.contains('/')
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::table::tables;
    use super::is_hour;

    fn rows(rows: &str) -> usize {
        let header = "| TT | Nội dung | Thực hiện | Thời gian |\n|---|---|---|---|\n";
        tables(&lines(&format!("{header}{rows}"))).pop().unwrap().1.rows.len()
    }

    #[test]
    fn an_agenda_and_a_form_are_no_work() {
        assert_eq!(rows("| 1 | Đón tiếp | Văn phòng | 7h30 - 8h00 |\n| 2 | Khai mạc | Giám đốc | 8:15 |"), 0);
        assert_eq!(rows("| 1 | ...... | ...... | ...... |\n| 2 | … | | |"), 0);
        assert_eq!(rows("| 1 | Rà soát | Sở A | 17 giờ 00, ngày 01/02/2026 |\n| 2 | ...... | | |"), 1);
    }

    #[test]
    fn hours_and_other_times() {
        for hour in ["7h30", "14:00 - 15:00", "8 giờ", "Từ 9g", "(7h00)"] {
            assert!(is_hour(hour), "{hour}");
        }
        for other in ["Quý I", "2026", "15/12/2026", "5 ngày", "30 ngày", "tháng 7", "48h"] {
            assert!(!is_hour(other), "{other}");
        }
    }
}
