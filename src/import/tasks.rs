//! Items to tasks: the recognisers are asked who is to do it and by when; what each was read from is told beside.

use super::labels::LabelKind;
use super::outline::{Attribute, Item};
use super::spot::{Field, Spot};
use super::times::Years;
use super::trace::{Clause, Sureness, Trace, Traced, Traces};
use super::{assignments, certainty, period, routes, short, times};
use crate::domain::{Assignment, Entry, Plan, Span, Task, TaskId, When};
use crate::text::fold;

/// Makes tasks of items.
pub(super) struct Maker<'a> {
    /// The years that times without a year are in.
    pub years: Years,
    /// Where new ids come from.
    pub next_id: &'a mut dyn FnMut() -> TaskId,
    /// Where the fields of the tasks made so far were read.
    pub traces: Traces,
    /// The units that labels and cells name.
    pub known: assignments::Known,
}

impl Maker<'_> {
    /// The tasks of a list of items, in its order.
    pub(super) fn tasks(&mut self, items: &[Item]) -> Vec<Task> {
        self.under(None, items)
    }

    /// The tasks of the items under one that recurs, if any: the words that it spares them.
    fn under(&mut self, spared: Option<&str>, items: &[Item]) -> Vec<Task> {
        items.iter().map(|item| self.task(item, spared)).collect()
    }

    fn task(&mut self, item: &Item, spared: Option<&str>) -> Task {
        let id = (self.next_id)();
        let spot = Spot::Task(id.clone());
        let content = said(item, LabelKind::Content).next();
        self.traces.tell(
            spot.clone(),
            Field::Title,
            wording(item).map(|clause| clause.trace).reduce(Trace::with),
        );
        Task {
            number: item.number.clone(),
            title: title(item, content),
            text: text(item),
            assignments: self.told(&spot, Field::Units, assignments(item, &self.known)),
            timeline: self.timeline(&spot, item, spared),
            deliverable: self.told(&spot, Field::Deliverable, only(item, LabelKind::Deliverable)).pop(),
            funding: self.told(&spot, Field::Funding, only(item, LabelKind::Funding)).pop(),
            reports_to: self.told(&spot, Field::ReportsTo, reports_to(item)),
            lines: Some(item.lines),
            tasks: self.under(item.paragraphs.first().and_then(|own| period::spared(&own.said)), &item.items),
            id,
        }
    }

    /// The values of a field; where they were read is told.
    fn told<T>(&mut self, spot: &Spot, field: Field, values: impl IntoIterator<Item = Traced<T>>) -> Vec<T> {
        let (values, traces): (Vec<T>, Vec<Trace>) =
            values.into_iter().map(|value| (value.said, value.trace)).unzip();
        self.traces.tell(spot.clone(), field, traces);
        values
    }

    /// The times of the attribute lines; without these, those of the wording.
    fn timeline(&mut self, spot: &Spot, item: &Item, spared: Option<&str>) -> Vec<Entry> {
        let years = self.years;
        let of_label = |value: &Clause| -> Vec<Traced<Entry>> {
            let told = |entry: Entry| {
                let sureness = certainty::of_label(&entry, years);
                Traced { said: entry, trace: value.trace }.at_most(sureness)
            };
            times::of_label(&value.said, years).into_iter().map(told).collect()
        };
        let mut entries = from_start_to_end(item)
            .map(|range| of_label(&range))
            .filter(|entries| {
                matches!(entries[..], [Traced { said: Entry { when: When::In(Span::Range(..)), .. }, .. }])
            })
            .unwrap_or_else(|| said(item, LabelKind::Time).flat_map(of_label).collect());
        if said(item, LabelKind::Time).next().is_none() {
            entries = wording(item)
                .flat_map(|clause| {
                    let told = |entry| Traced { said: entry, trace: clause.trace };
                    in_sentence(&clause.said, spared, years).into_iter().map(told)
                })
                .collect();
            let alone = entries.len() == 1;
            for entry in &mut entries {
                entry.trace = entry.trace.at_most(certainty::of_sentence(&entry.said, alone, years));
            }
        }
        for (at, entry) in entries.iter_mut().enumerate() {
            entry.said.id = Entry::id_at(at);
        }
        self.told(spot, Field::Time, entries)
    }
}

/// The times that a sentence tells, with the words that the heading above spared it.
fn in_sentence(text: &str, spared: Option<&str>, years: Years) -> Vec<Entry> {
    if period::names_period(text) {
        return times::of_label(text.trim_end_matches([':', '.', ' ']), years);
    }
    let Some(spared) = spared else { return times::of_sentence(text, years) };
    let mut entries = times::of_sentence(&period::completed(text, spared), years);
    for entry in &mut entries {
        entry.text = entry.text.replace(spared, "");
    }
    entries
}

/// What the attributes of a kind say, piece by piece.
fn said(item: &Item, kind: LabelKind) -> impl Iterator<Item = &Clause> {
    let of_kind = item.attributes.iter().filter(move |attribute| attribute.kind == kind);
    of_kind.flat_map(|attribute| &attribute.values)
}

/// "Thời gian bắt đầu" and "Thời gian kết thúc" as one range, where each says something.
fn from_start_to_end(item: &Item) -> Option<Clause> {
    let about = |words: [&str; 3]| {
        let says = |attribute: &&Attribute| {
            let label = fold(&attribute.label);
            attribute.kind == LabelKind::Time && words.iter().any(|word| label.contains(word))
        };
        let mut found = item.attributes.iter().filter(says);
        let [value] = &found.next()?.values[..] else { return None };
        found.next().is_none().then_some(value)
    };
    let (start, end) =
        (about(["bat dau", "khoi cong", "tu ngay"])?, about(["ket thuc", "hoan thanh", "den ngay"])?);
    let said = format!("{} - {}", start.said.trim_end_matches(['.', ';']), end.said);
    Some(Traced { said, trace: start.trace.with(end.trace) })
}

/// What all attributes of a kind say, as one value.
fn only(item: &Item, kind: LabelKind) -> Option<Clause> {
    let trace = said(item, kind).map(|piece| piece.trace).reduce(Trace::with)?;
    let pieces: Vec<&str> =
        said(item, kind).map(|piece| piece.said.trim_end_matches(['.', ';', ' '])).collect();
    Some(Traced { said: pieces.join("; "), trace })
}

/// The sentences of an item: its paragraphs, then what a label of content says.
fn wording(item: &Item) -> impl Iterator<Item = &Clause> {
    item.paragraphs.iter().chain(said(item, LabelKind::Content))
}

/// The full wording, a paragraph a line; labels that the plan does not keep apart stay in it.
fn text(item: &Item) -> String {
    let others = item.attributes.iter().filter(|attribute| attribute.kind == LabelKind::Other);
    let others = others.map(|Attribute { label, values, .. }| {
        let values: Vec<&str> = values.iter().map(|value| value.said.as_str()).collect();
        format!("{label}: {}", values.join("; "))
    });
    wording(item).map(|clause| clause.said.clone()).chain(others).collect::<Vec<_>>().join("\n")
}

/// The short title. An item that is only counted ("Hoạt động 1") borrows the words of its content.
fn title(item: &Item, content: Option<&Clause>) -> String {
    let own = item.paragraphs.first().map(|clause| short::title(&clause.said)).unwrap_or_default();
    match content {
        Some(content) if is_counted(&own) => short::title(&format!("{own}: {}", content.said)),
        _ => own,
    }
}

/// Whether a title only counts: one to three words and a number.
fn is_counted(title: &str) -> bool {
    title.split(' ').count() <= 4 && title.ends_with(|c: char| c.is_ascii_digit())
}

/// Who is named by the attribute lines; without these, in the item's own words.
fn assignments(item: &Item, known: &assignments::Known) -> Vec<Traced<Assignment>> {
    let mut found = labelled(item);
    if found.is_empty() {
        found = in_wording(item, known);
    }
    unrepeated(found)
}

/// The units that labels and cells of items name.
pub(super) fn known<'i>(items: impl IntoIterator<Item = &'i Item>) -> assignments::Known {
    let mut rest: Vec<&Item> = items.into_iter().collect();
    let mut names = Vec::new();
    while let Some(item) = rest.pop() {
        let certain = labelled(item).into_iter().filter(|read| read.trace.sureness == Sureness::Certain);
        names.extend(certain.map(|read| read.said.unit));
        rest.extend(&item.items);
    }
    names.into_iter().collect()
}

/// The units that labels and cells of a plan named.
pub(super) fn known_of(plan: &Plan) -> assignments::Known {
    let mut rest: Vec<&Task> = plan.sections.iter().flat_map(|section| &section.tasks).collect();
    let mut names = Vec::new();
    while let Some(task) = rest.pop() {
        let labelled = task.assignments.iter().filter(|assignment| assignment.label.is_some());
        names.extend(labelled.map(|assignment| assignment.unit.clone()));
        rest.extend(&task.tasks);
    }
    names.into_iter().collect()
}

/// Who is named by the attribute lines.
fn labelled(item: &Item) -> Vec<Traced<Assignment>> {
    let mut found: Vec<Traced<Assignment>> = Vec::new();
    for attribute in &item.attributes {
        let LabelKind::Role(role) = attribute.kind else { continue };
        for value in &attribute.values {
            let named = assignments::of_label(role, &attribute.label, &value.said).into_iter();
            let named = named.map(|assignment| (assignments::by_name(&assignment.unit), assignment));
            found.extend(named.map(|(sureness, assignment)| {
                Traced { said: assignment, trace: value.trace }.at_most(sureness)
            }));
        }
    }
    found
}

/// The units that a heading only names, or the subjects of the item's sentences.
fn in_wording(item: &Item, known: &assignments::Known) -> Vec<Traced<Assignment>> {
    fn traced(clause: &Clause, (said, sureness): (Assignment, Sureness)) -> Traced<Assignment> {
        Traced { said, trace: clause.trace }.at_most(sureness)
    }
    let Some(own) = item.paragraphs.first() else { return Vec::new() };
    let bare = item.paragraphs.len() == 1 && item.items.is_empty() && item.attributes.is_empty();
    let doubtful = bare && assignments::may_act(&own.said);
    if let Some((named, sureness)) = assignments::of_heading(&own.said).filter(|_| !doubtful) {
        return named.into_iter().map(|assignment| traced(own, (assignment, sureness))).collect();
    }
    let mut found = Vec::new();
    for clause in wording(item) {
        found.extend(known.of_sentence(&clause.said).into_iter().map(|named| traced(clause, named)));
    }
    found
}

/// Each unit once in each role.
fn unrepeated(assignments: Vec<Traced<Assignment>>) -> Vec<Traced<Assignment>> {
    let mut kept: Vec<Traced<Assignment>> = Vec::with_capacity(assignments.len());
    for assignment in assignments {
        let same = |other: &Traced<Assignment>| {
            other.said.role == assignment.said.role && fold(&other.said.unit) == fold(&assignment.said.unit)
        };
        if !kept.iter().any(same) {
            kept.push(assignment);
        }
    }
    kept
}

/// The desks that collect the reports; those that only the wording names are likely.
fn reports_to(item: &Item) -> Vec<Clause> {
    let labelled = said(item, LabelKind::ReportsTo)
        .map(|desk| Traced { said: desk.said.trim_end_matches(['.', ';']).to_owned(), trace: desk.trace });
    let worded = wording(item).flat_map(|clause| {
        let told = |desk| Traced { said: desk, trace: clause.trace.at_most(Sureness::Likely) };
        routes::of_sentence(&clause.said).into_iter().map(told)
    });
    let mut desks: Vec<Clause> = Vec::new();
    for desk in labelled.chain(worded) {
        if !desks.iter().any(|held| held.said == desk.said) {
            desks.push(desk);
        }
    }
    desks
}
