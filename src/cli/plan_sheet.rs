//! A plan on one sheet: its head, and how far each section has come.

use anstyle::Style;
use serde::Serialize;

use super::plan_figures::{self, Figures};
use super::table::{Cell, Column, Table};
use crate::domain::{Plan, Relation, RelationKind, Stretch, TrackedPlan, section_labels};
use crate::locale::{Lang, command, span};
use crate::query::{Referrer, Tie};
use crate::workspace::Snapshot;

/// The sheet for people.
pub fn table(lang: Lang, tracked: &TrackedPlan, snapshot: &Snapshot) -> Table {
    let plan = tracked.plan();
    let mut table =
        Table::new([Column::Whole, Column::Flexible(20), Column::Number, Column::Number, Column::Whole]);
    table.heading(super::task_table::plan_heading(tracked));
    let [issued, year, bases, rest @ ..] = head(lang, plan);
    let relations = snapshot.relations(lang, plan);
    for (label, text) in [issued, year, bases].into_iter().chain(relations).chain(rest) {
        if !text.is_empty() {
            table.heading(Cell::new(&format!("{label}: {text}")));
        }
    }
    table.blank();
    for (index, (label, section)) in section_labels(plan).iter().zip(&plan.sections).enumerate() {
        let tally = tracked.tally_of_section(index);
        let [done, percent, overdue] = plan_figures::cells(&tally);
        table.row([label.as_str().into(), section.title.as_str().into(), done, percent, overdue]);
    }
    let bold = Style::new().bold();
    let [done, percent, overdue] = plan_figures::cells(tracked.tally());
    let whole = Cell::new(command::all_tasks(lang));
    table.row([Cell::default(), whole.styled(bold), done.styled(bold), percent.styled(bold), overdue]);
    table
}

fn head(lang: Lang, plan: &Plan) -> [(&'static str, String); 6] {
    let issued = plan.issued.map(|issued| match issued {
        Stretch::Day(day) => crate::locale::date::day(lang, day),
        other => span::in_words(lang, crate::domain::Span::One(other)),
    });
    let from: Vec<String> = [Some(plan.issuer.clone()), plan.place.clone(), issued]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let years = match plan.until {
        Some(until) => format!("{} - {until}", plan.year),
        None => plan.year.to_string(),
    };
    let refs: Vec<&str> = plan.bases.iter().flat_map(|basis| &basis.refs).map(String::as_str).collect();
    let recipients: Vec<&str> = plan.recipients.iter().map(|recipient| recipient.unit.as_str()).collect();
    let signatory = plan.signatory.as_ref().map(|signatory| {
        let parts = [&signatory.on_behalf_of, &signatory.position, &signatory.name];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    });
    [
        (command::issued_by(lang), from.join(", ")),
        (command::year(lang), years),
        (command::bases(lang), refs.join("; ")),
        (command::signed_by(lang), signatory.unwrap_or_default()),
        (command::recipients(lang), recipients.join("; ")),
        (command::source(lang), plan.source.as_ref().map(|source| source.file.clone()).unwrap_or_default()),
    ]
}

/// The sheet for programs: the plan as it is filed, and figures beside it.
#[derive(Serialize)]
pub struct Record<'s> {
    plan: &'s Plan,
    progress: Figures,
    sections: Vec<Figures>,
    relations: Vec<RelationRecord<'s>>,
    referred_to_by: Vec<ReferrerRecord<'s>>,
}

/// A relation, and the ids of the plans here that it may mean.
#[derive(Serialize)]
struct RelationRecord<'s> {
    #[serde(flatten)]
    relation: &'s Relation,
    plans: Vec<&'s str>,
}

/// A plan here that may mean this one.
#[derive(Serialize)]
struct ReferrerRecord<'s> {
    plan: &'s str,
    kind: RelationKind,
}

impl<'s> Record<'s> {
    /// The record of a plan.
    pub fn of(tracked: &'s TrackedPlan, snapshot: &'s Snapshot) -> Self {
        let id = |plan: &'s Plan| plan.id.as_str();
        let (ties, referrers) = (snapshot.ties(tracked.plan()), snapshot.referrers(tracked.plan()));
        let sections = 0..tracked.plan().sections.len();
        Self {
            plan: tracked.plan(),
            progress: Figures::of(tracked.tally()),
            sections: sections.map(|section| Figures::of(&tracked.tally_of_section(section))).collect(),
            relations: ties
                .into_iter()
                .map(|Tie { relation, ours }| RelationRecord {
                    relation,
                    plans: ours.into_iter().map(id).collect(),
                })
                .collect(),
            referred_to_by: referrers
                .into_iter()
                .map(|Referrer { plan, kind }| ReferrerRecord { plan: id(plan), kind })
                .collect(),
        }
    }
}
