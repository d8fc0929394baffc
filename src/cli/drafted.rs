//! A draft for programs: the plan as ever, and beside its fields what is doubtful and where each of them was read.

use serde::Serialize;

use crate::domain::Plan;
use crate::import::review::{Note, Remedy, Sheet};
use crate::import::{Field, Lines, Spot, Sureness};
use crate::locale::Lang;
use crate::workspace::Proposal;

/// A plan in JSON; of a dry run with what is not the plan's own.
#[derive(Serialize)]
pub struct Drafted {
    #[serde(flatten)]
    plan: Plan,
    #[serde(flatten)]
    beside: Option<Beside>,
}

#[derive(Serialize)]
struct Beside {
    findings: Vec<Found>,
    traces: Vec<Told>,
}

/// What is doubtful, and what is proposed.
#[derive(Serialize)]
struct Found {
    code: &'static str,
    at: String,
    lines: Option<Lines>,
    text: String,
    proposal: Proposed,
}

#[derive(Serialize)]
struct Proposed {
    code: &'static str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

/// Where a value was read, and how sure that is.
#[derive(Serialize)]
struct Told {
    at: String,
    lines: Option<Lines>,
    sureness: Sureness,
}

impl Drafted {
    /// The plan alone.
    #[must_use]
    pub fn plan(plan: Plan) -> Self {
        Self { plan, beside: None }
    }

    /// The plan of a dry run.
    #[must_use]
    pub fn dry(lang: Lang, proposal: &Proposal) -> Self {
        let (sheet, plan) = (proposal.sheet(), &proposal.plan);
        let findings = sheet.notes.iter().map(|note| found(lang, &sheet, note)).collect();
        let all = proposal.original.traces.all();
        let told = all.map(|(spot, field, at, trace)| Told {
            at: place(plan, spot, field, Some(at)),
            lines: trace.lines,
            sureness: trace.sureness,
        });
        let beside = Beside { findings, traces: told.collect() };
        Self { plan: plan.clone(), beside: Some(beside) }
    }
}

fn found(lang: Lang, sheet: &Sheet, note: &Note) -> Found {
    let plan = &sheet.plan;
    let remedy = sheet.remedy(note);
    let field = match &note.spot {
        Spot::Head(field) => *field,
        Spot::Section(_) | Spot::Task(_) => Field::Title,
    };
    let (at, value) = match &remedy {
        Remedy::Write(spot, field) => (Some(place(plan, spot, *field, None)), None),
        Remedy::Correct(spot, field, text) => (Some(place(plan, spot, *field, None)), Some(text.clone())),
        Remedy::Accept(_) | Remedy::Merge(_) | Remedy::Same(..) | Remedy::Drop(_) | Remedy::Kind => {
            (None, None)
        }
    };
    Found {
        code: note.finding.doubt.code(),
        at: place(plan, &note.spot, field, None),
        lines: note.finding.lines,
        text: note.finding.text(lang),
        proposal: Proposed { code: remedy.code(), text: remedy.text(lang), at, value },
    }
}

/// A place as the journal names it: `issuer`, `bases/0`, `sections/s2/title`, `tasks/k7qf/timeline/a`.
fn place(plan: &Plan, spot: &Spot, field: Field, at: Option<usize>) -> String {
    let name = match field {
        Field::Number => "number",
        Field::Title => "title",
        Field::Wording => "text",
        Field::Issuer => "issuer",
        Field::Place => "place",
        Field::Issued => "issued",
        Field::Year => "year",
        Field::Bases => "bases",
        Field::Relations => "relations",
        Field::Recipients => "recipients",
        Field::Signatory => "signatory",
        Field::Time => "timeline",
        Field::Units => "assignments",
        Field::Deliverable => "deliverable",
        Field::Funding => "funding",
        Field::ReportsTo => "reports_to",
    };
    let is_list = matches!(
        field,
        Field::Bases | Field::Relations | Field::Recipients | Field::Time | Field::Units | Field::ReportsTo
    );
    let entry = |at: usize| match spot {
        Spot::Task(id) if field == Field::Time => {
            plan.task(id).and_then(|task| task.timeline.get(at)).map(|entry| entry.id.clone())
        }
        _ => Some(at.to_string()),
    };
    let step = at.filter(|_| is_list).and_then(entry).map_or(String::new(), |entry| format!("/{entry}"));
    match spot {
        Spot::Head(_) => format!("{name}{step}"),
        Spot::Section(id) => format!("sections/{id}/{name}"),
        Spot::Task(id) => format!("tasks/{id}/{name}{step}"),
    }
}
