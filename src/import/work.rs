//! Whether what stands under a heading is work to do, where the heading itself does not tell.

use super::assignments;
use super::labels::LabelKind;
use super::outline::{Item, Outline};
use super::table::{Column, Table};
use crate::domain::Role;

/// Whether a table names who does its work or when, or at least half of the items name who is to do them.
pub(super) fn is_told<'t>(outline: &Outline, tables: impl IntoIterator<Item = &'t Table>) -> bool {
    let mut count = Count::default();
    outline.items.iter().for_each(|item| count.add(item, false));
    tables.into_iter().any(tells) || (count.owed > 0 && count.owed * 2 >= count.all)
}

fn tells(table: &Table) -> bool {
    let is_work = |column: &Column| matches!(column, Column::Known(LabelKind::Role(_) | LabelKind::Time, _));
    !table.rows.is_empty() && table.columns.iter().any(is_work)
}

/// How many of the items without children somebody is to do.
#[derive(Default)]
struct Count {
    all: usize,
    owed: usize,
}

impl Count {
    fn add(&mut self, item: &Item, above: bool) {
        let owed = above || is_owed(item);
        if item.items.is_empty() {
            self.all += 1;
            self.owed += usize::from(owed);
        }
        item.items.iter().for_each(|child| self.add(child, owed));
    }
}

/// Whether a line only says who is what: "Trưởng đoàn: Giám đốc Sở".
fn is_roster(line: &str) -> bool {
    line.split_once(':').is_some_and(|(who, named)| {
        assignments::of_heading(who).is_some() && assignments::of_sentence(named).is_empty()
    })
}

/// Whether an attribute line, a heading that only names a unit, or a sentence says who is to do an item.
fn is_owed(item: &Item) -> bool {
    let heads = |own: &str| {
        let named = assignments::of_heading(own).filter(|_| !item.items.is_empty());
        named.is_some_and(|(named, _)| named.iter().any(|assignment| assignment.role == Role::Lead))
    };
    let does =
        |own: &str| assignments::of_sentence(own).iter().any(|(assignment, _)| assignment.role == Role::Lead);
    let own = item.paragraphs.first().map_or("", |own| own.said.as_str());
    item.attributes.iter().any(|attribute| matches!(attribute.kind, LabelKind::Role(_)))
        || heads(own)
        || (!is_roster(own) && does(own))
}
