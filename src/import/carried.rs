//! Cells that say "as above": by a word or a sign, or as the lower part of a cell that spans rows. Where nothing tells the
//! lower part from a cell left blank, only the first column of a table, by which its rows are put in order, is carried on.

use super::finding::{Doubt, Finding};
use super::labels::LabelKind;
use super::read::DITTO;
use super::table::{Column, Row, Table};
use super::trace::{Clause, Sureness};
use crate::domain::Role;
use crate::text::fold;

/// Whether a cell says that it holds what the one above holds: "-nt-", "như trên", a ditto mark.
pub(super) fn is_ditto(cell: &str) -> bool {
    if cell == DITTO {
        return true;
    }
    let folded = fold(cell);
    let word = folded.trim_matches(|c: char| matches!(c, '-' | '.' | '(' | ')' | ' '));
    matches!(word, "nt" | "nhu tren" | "\"" | "''" | "″" | "”")
}

/// Gives each such cell the words of the one above. A row whose very work is that of the row above goes on with it: what
/// else it says is said of that.
pub(super) fn carry_down(table: &mut Table) {
    let (content, ordinal, leads) = (table.content(), table.ordinal(), leads(table));
    let mut above: Vec<Clause> = Vec::new();
    for row in &mut table.rows {
        let says =
            |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.said.as_str());
        let counted = !says(ordinal).is_empty() && !is_ditto(says(ordinal));
        let same = is_ditto(says(content)) || content.is_some_and(|content| is_lower_part(row, content));
        row.goes_on = same && !counted && !above.is_empty();
        if leads && is_blank_before_work(row, content, ordinal) {
            DITTO.clone_into(&mut row.cells[0].said);
        }
        carry(row, &above);
        if is_group(row) {
            above.clear();
        } else if !row.goes_on {
            above.clone_from(&row.cells);
        }
    }
}

/// Whether the rows are put in order by the first column, a time or those who do the work, and nothing in the table tells
/// a cell that spans rows from one left blank.
fn leads(table: &Table) -> bool {
    let orders = |kind: &LabelKind| matches!(kind, LabelKind::Time | LabelKind::Role(Role::Lead));
    matches!(table.columns.first(), Some(Column::Known(kind, _)) if orders(kind))
        && !table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.said == DITTO)
}

/// Whether a row tells its work and leaves its first cell blank. Without numbers, a cell alone may be a group's.
fn is_blank_before_work(row: &Row, content: Option<usize>, ordinal: Option<usize>) -> bool {
    let works = content.and_then(|content| row.cells.get(content)).is_some_and(is_said);
    works && !is_said(&row.cells[0]) && (ordinal.is_none() || !is_group(row))
}

/// Whether a row says something behind the column of the work alone: who else does the work of the row above.
fn is_lower_part(row: &Row, content: usize) -> bool {
    let (before, behind) = row.cells.split_at((content + 1).min(row.cells.len()));
    !before.iter().any(is_said) && behind.iter().any(is_said)
}

fn is_group(row: &Row) -> bool {
    row.cells.iter().filter(|cell| is_said(cell)).count() == 1 && !row.goes_on
}

fn is_said(cell: &Clause) -> bool {
    !cell.said.is_empty()
}

/// The words stand in the line above, and that they hold here as well is a guess.
fn carry(row: &mut Row, above: &[Clause]) {
    for (at, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| is_ditto(&cell.said)) {
        match above.get(at).filter(|above| !row.goes_on && is_said(above)) {
            Some(above) => *cell = above.clone().at_most(Sureness::Guessed),
            None => cell.said.clear(),
        }
    }
}

/// The rows that took something from above, for a person to look at.
pub(super) fn findings(table: &Table) -> impl Iterator<Item = Finding> {
    let carried = table.rows.iter().filter(|row| row.goes_on || has_carried(row));
    carried.map(|row| Finding { lines: Some(row.lines), doubt: Doubt::CarriedDown })
}

fn has_carried(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.trace.sureness == Sureness::Guessed)
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::table::tables;
    use super::*;

    #[track_caller]
    fn check(rows: &str, expected: &[(&[&str], bool, bool)]) {
        let header = "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n";
        let (_, table) = tables(&lines(&format!("{header}{rows}"))).pop().unwrap();
        let said: Vec<(Vec<&str>, bool, bool)> = table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| cell.said.as_str()).collect();
                (cells, has_carried(row), row.goes_on)
            })
            .collect();
        let expected = expected.iter().map(|(cells, carried, goes_on)| (cells.to_vec(), *carried, *goes_on));
        assert_eq!(said, expected.collect::<Vec<_>>());
    }

    #[test]
    fn what_stands_above_is_carried_down() {
        check(
            "| 1 | Rà soát | Sở A | Quý I |\n| 2 | Tập huấn | -nt- | 〃 |\n| 3 | Hội thi | Sở B | Như trên |",
            &[
                (&["1", "Rà soát", "Sở A", "Quý I"], false, false),
                (&["2", "Tập huấn", "Sở A", "Quý I"], true, false),
                (&["3", "Hội thi", "Sở B", "Quý I"], true, false),
            ],
        );
    }

    #[test]
    fn a_row_of_the_same_work_goes_on_with_it() {
        check(
            "| 1 | Rà soát | Sở A | Quý I |\n| 〃 | 〃 | Sở B | 〃 |\n| 2 | 〃 | Sở C | Quý II |",
            &[
                (&["1", "Rà soát", "Sở A", "Quý I"], false, false),
                (&["", "", "Sở B", ""], false, true),
                (&["2", "Rà soát", "Sở C", "Quý II"], true, false),
            ],
        );
    }

    #[track_caller]
    fn check_first(header: &str, rows: &str, expected: &[(&str, bool)]) {
        let (_, table) = tables(&lines(&format!("{header}\n|---|---|---|\n{rows}"))).pop().unwrap();
        let said = table.rows.iter().map(|row| (row.cells[0].said.as_str(), has_carried(row)));
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_first_column_that_orders_the_rows_is_carried_on() {
        let rows = "| 9/2025 | Khai giảng | Tổ A |\n| | Họp | Tổ B |\n| | Sơ kết | |\n| Hội thi | | |\n| | Chấm thi | Tổ C |";
        let said = [("9/2025", false), ("9/2025", true), ("9/2025", true), ("Hội thi", false), ("", false)];
        check_first("| Tháng | Công việc | Phụ trách |", rows, &said);
        check_first(
            "| Chủ trì | Công việc | Thời gian |",
            "| Tổ A | Dọn | Quý I |\n| | Sửa | Quý II |",
            &[("Tổ A", false), ("Tổ A", true)],
        );
        // Elsewhere a blank is a blank, and so it is where cells that span rows are known.
        check_first(
            "| Phối hợp | Công việc | Chủ trì |",
            "| Tổ A | Dọn | Tổ B |\n| | Sửa | Tổ C |",
            &[("Tổ A", false), ("", false)],
        );
        let known = "| Quý I | Dọn | Tổ B |\n| 〃 | Sửa | Tổ C |\n| | Xây | Tổ D |";
        check_first(
            "| Thời gian | Công việc | Chủ trì |",
            known,
            &[("Quý I", false), ("Quý I", true), ("", false)],
        );
    }

    #[test]
    fn a_row_without_work_goes_on_with_the_one_above() {
        check(
            "| 1 | Rà soát | Sở A | Quý I |\n| | | Sở B | |\n| II | CHƯƠNG HAI | | |",
            &[
                (&["1", "Rà soát", "Sở A", "Quý I"], false, false),
                (&["", "", "Sở B", ""], false, true),
                (&["II", "CHƯƠNG HAI", "", ""], false, false),
            ],
        );
    }

    #[test]
    fn nothing_is_carried_out_of_nowhere() {
        check("| 〃 | 〃 | Sở A | nt |", &[(&["", "", "Sở A", ""], false, false)]);
        assert!(!is_ditto("NTM") && !is_ditto("") && is_ditto("(nt)"));
    }
}
