//! Items to tasks: the recognisers are asked who is to do it and by when.

use super::labels::LabelKind;
use super::outline::{Attribute, Item};
use super::times::Years;
use super::{assignments, routes, short, times};
use crate::domain::{Assignment, Entry, Task, TaskId};
use crate::text::fold;

/// Makes tasks of items.
pub(super) struct Maker<'a> {
    /// The years that times without a year are in.
    pub years: Years,
    /// Where new ids come from.
    pub next_id: &'a mut dyn FnMut() -> TaskId,
}

impl Maker<'_> {
    /// The tasks of a list of items, in its order.
    pub(super) fn tasks(&mut self, items: &[Item]) -> Vec<Task> {
        items.iter().map(|item| self.task(item)).collect()
    }

    fn task(&mut self, item: &Item) -> Task {
        let content = said(item, LabelKind::Content);
        Task {
            id: (self.next_id)(),
            number: item.number.clone(),
            title: title(item, content.first().copied()),
            text: text(item),
            assignments: assignments(item),
            timeline: self.timeline(item),
            deliverable: only(item, LabelKind::Deliverable),
            funding: only(item, LabelKind::Funding),
            reports_to: reports_to(item),
            lines: Some(item.lines),
            tasks: self.tasks(&item.items),
        }
    }

    /// The times of the attribute lines; without these, those of the wording.
    fn timeline(&self, item: &Item) -> Vec<Entry> {
        let labelled = said(item, LabelKind::Time);
        let mut entries: Vec<Entry> = if labelled.is_empty() {
            wording(item).flat_map(|text| times::of_sentence(text, self.years)).collect()
        } else {
            labelled.iter().flat_map(|value| times::of_label(value, self.years)).collect()
        };
        for (at, entry) in entries.iter_mut().enumerate() {
            entry.id = Entry::id_at(at);
        }
        entries
    }
}

/// What the attributes of a kind say, piece by piece.
fn said(item: &Item, kind: LabelKind) -> Vec<&str> {
    let of_kind = item.attributes.iter().filter(|attribute| attribute.kind == kind);
    of_kind.flat_map(|attribute| &attribute.values).map(String::as_str).collect()
}

fn only(item: &Item, kind: LabelKind) -> Option<String> {
    let pieces: Vec<&str> =
        said(item, kind).iter().map(|piece| piece.trim_end_matches(['.', ';', ' '])).collect();
    (!pieces.is_empty()).then(|| pieces.join("; "))
}

/// The sentences of an item: its paragraphs, then what a label of content says.
fn wording(item: &Item) -> impl Iterator<Item = &str> {
    item.paragraphs.iter().map(String::as_str).chain(said(item, LabelKind::Content))
}

/// The full wording, a paragraph a line; labels that the plan does not keep apart stay in it.
fn text(item: &Item) -> String {
    let others = item.attributes.iter().filter(|attribute| attribute.kind == LabelKind::Other);
    let others = others.map(|Attribute { label, values, .. }| format!("{label}: {}", values.join("; ")));
    wording(item).map(str::to_owned).chain(others).collect::<Vec<_>>().join("\n")
}

/// The short title. An item that is only counted ("Hoạt động 1") borrows the words of its content.
fn title(item: &Item, content: Option<&str>) -> String {
    let own = item.paragraphs.first().map(|text| short::title(text)).unwrap_or_default();
    match content {
        Some(content) if is_counted(&own) => short::title(&format!("{own}: {content}")),
        _ => own,
    }
}

/// Whether a title only counts: one to three words and a number.
fn is_counted(title: &str) -> bool {
    title.split(' ').count() <= 4 && title.ends_with(|c: char| c.is_ascii_digit())
}

/// Who is named by the attribute lines; without these, in the item's own words.
fn assignments(item: &Item) -> Vec<Assignment> {
    let mut found: Vec<Assignment> = Vec::new();
    for attribute in &item.attributes {
        if let LabelKind::Role(role) = attribute.kind {
            found.extend(
                attribute
                    .values
                    .iter()
                    .flat_map(|value| assignments::of_label(role, &attribute.label, value)),
            );
        }
    }
    if found.is_empty() {
        found = in_wording(item);
    }
    unrepeated(found)
}

/// The units that a heading only names, or the subjects of the item's sentences.
fn in_wording(item: &Item) -> Vec<Assignment> {
    let Some((own, rest)) = item.paragraphs.split_first() else { return Vec::new() };
    if let Some(named) = assignments::of_heading(own) {
        return named;
    }
    let rest = rest.iter().map(String::as_str).chain(said(item, LabelKind::Content));
    assignments::of_sentence(own).into_iter().chain(rest.flat_map(assignments::of_sentence)).collect()
}

/// Each unit once in each role.
fn unrepeated(assignments: Vec<Assignment>) -> Vec<Assignment> {
    let mut kept: Vec<Assignment> = Vec::with_capacity(assignments.len());
    for assignment in assignments {
        let same =
            |other: &Assignment| other.role == assignment.role && fold(&other.unit) == fold(&assignment.unit);
        if !kept.iter().any(same) {
            kept.push(assignment);
        }
    }
    kept
}

/// The desks that collect the reports.
fn reports_to(item: &Item) -> Vec<String> {
    let labelled =
        said(item, LabelKind::ReportsTo).into_iter().map(|desk| desk.trim_end_matches(['.', ';']).to_owned());
    let mut desks: Vec<String> = Vec::new();
    for desk in labelled.chain(wording(item).flat_map(routes::of_sentence)) {
        if !desks.contains(&desk) {
            desks.push(desk);
        }
    }
    desks
}
