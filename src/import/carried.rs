//! Cells that say "as above": by a word or a sign, or as the lower part of a cell that spans rows.

use super::finding::{Doubt, Finding};
use super::read::DITTO;
use super::table::{Column, Row, Table};
use super::trace::{Clause, Sureness};
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
    let mut above: Vec<Clause> = Vec::new();
    for row in &mut table.rows {
        let says =
            |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.said.as_str());
        let counted = !says(ordinal).is_empty() && !is_ditto(says(ordinal));
        row.goes_on = is_ditto(says(content)) && !counted && !above.is_empty();
        carry(row, &above);
        if !row.goes_on {
            above.clone_from(&row.cells);
        }
    }
}

/// The words stand in the line above, and that they hold here as well is a guess.
fn carry(row: &mut Row, above: &[Clause]) {
    for (at, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| is_ditto(&cell.said)) {
        match above.get(at).filter(|above| !row.goes_on && !above.said.is_empty()) {
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

    #[test]
    fn nothing_is_carried_out_of_nowhere() {
        check("| 〃 | 〃 | Sở A | nt |", &[(&["", "", "Sở A", ""], false, false)]);
        assert!(!is_ditto("NTM") && !is_ditto("") && is_ditto("(nt)"));
    }
}
