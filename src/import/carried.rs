//! Cells that say "as above": by a word or a sign, or as the lower part of a cell that spans rows.

use super::finding::{Doubt, Finding};
use super::read::DITTO;
use super::table::{Column, Row, Table};
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
    let content = table.content();
    let ordinal = table.columns.iter().position(|column| *column == Column::Ordinal);
    let mut above: Vec<String> = Vec::new();
    for row in &mut table.rows {
        let says = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
        let counted = !says(ordinal).is_empty() && !is_ditto(says(ordinal));
        row.goes_on = is_ditto(says(content)) && !counted && !above.is_empty();
        carry(row, &above);
        if !row.goes_on {
            above.clone_from(&row.cells);
        }
    }
}

fn carry(row: &mut Row, above: &[String]) {
    for (at, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| is_ditto(cell)) {
        let carried = above.get(at).filter(|_| !row.goes_on).cloned().unwrap_or_default();
        row.carried |= !carried.is_empty();
        *cell = carried;
    }
}

/// The rows that took something from above, for a person to look at.
pub(super) fn findings(table: &Table) -> impl Iterator<Item = Finding> {
    let carried = table.rows.iter().filter(|row| row.carried || row.goes_on);
    carried.map(|row| Finding { lines: Some(row.lines), doubt: Doubt::CarriedDown })
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
            .map(|row| (row.cells.iter().map(String::as_str).collect(), row.carried, row.goes_on))
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

    #[test]
    fn nothing_is_carried_out_of_nowhere() {
        check("| 〃 | 〃 | Sở A | nt |", &[(&["", "", "Sở A", ""], false, false)]);
        assert!(!is_ditto("NTM") && !is_ditto("") && is_ditto("(nt)"));
    }
}
