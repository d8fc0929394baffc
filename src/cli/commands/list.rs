//! `tiendo list`: the tasks that fit all filters.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::failure::Failure;
use crate::cli::output::say;
use crate::cli::session::Session;
use crate::cli::task_table::Chosen;
use crate::cli::{csv, task_table, typed};
use crate::domain::{Status, Target};
use crate::locale::{Lang, command, role};
use crate::query::{Condition, Filter, Index, Reach, Selection, Share, TaskRef, UnitCondition};
use crate::workspace::Snapshot;

/// Which tasks.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Words that all occur in a task, accents or not; the best hit comes first
    words: Vec<String>,
    /// Only of this plan, or of a section such as PLAN:II
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// Only those in which this unit has a part
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// With --unit, also what the unit's collectives are to do
    #[arg(long, requires = "unit")]
    collectives: bool,
    /// Only those that run in this quarter, such as 4, Q4, "quý IV/2022" or 2022-Q4, or month or year
    #[arg(long, value_name = "QUARTER")]
    quarter: Option<String>,
    /// Only those of this status
    #[arg(long, value_parser = statuses())]
    status: Option<Status>,
    /// Only those that are overdue
    #[arg(long)]
    overdue: bool,
    /// Only those that fall due within so many days from today, such as 14d or 2w
    #[arg(long, value_name = "DAYS", value_parser = typed::days)]
    due_within: Option<u32>,
    #[command(flatten)]
    form: Form,
}

/// How they are printed, where not for people.
#[derive(Debug, Args)]
struct Form {
    /// Print them as JSON
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print them as comma-separated values
    #[arg(long)]
    csv: bool,
}

fn statuses() -> impl TypedValueParser<Value = Status> {
    PossibleValuesParser::new(Status::KNOWN.iter().map(|status| status.as_str().to_owned())).map(Status::from)
}

/// Prints the tasks, grouped by plan and section; those searched for by words the best first.
///
/// # Errors
/// When a plan, unit or quarter is not known, or the workspace cannot be read.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    let snapshot = session.open_whole()?.snapshot();
    let index = Index::new(&snapshot.plans, &snapshot.directory);
    let filter = filter(session.lang, arguments, &snapshot, &index)?;
    let selection = Selection::of(&index, &filter, &snapshot.as_of());
    let chosen = chosen(session.lang, &index, selection.tasks(), &filter, &snapshot);
    if arguments.form.json {
        return session.json(&task_table::rows(&chosen, &snapshot));
    }
    if arguments.form.csv {
        return Ok(session.out.whole(&csv::tasks(&task_table::rows(&chosen, &snapshot))?)?);
    }
    match chosen.is_empty() {
        // Plans that cannot be read are there all the same, and named already.
        true if snapshot.plans.is_empty() && !snapshot.unreadable.is_empty() => {}
        true if snapshot.plans.is_empty() => say(command::no_plans(session.lang)),
        true => say(command::no_task_fits(session.lang)),
        false => {}
    }
    let table = if filter.words().is_empty() { task_table::table } else { task_table::flat };
    session.table(&table(session.lang, &chosen, &snapshot))
}

/// The conditions that the arguments name.
fn filter(lang: Lang, arguments: &Arguments, snapshot: &Snapshot, index: &Index) -> Result<Filter, Failure> {
    let mut filter = Filter::default();
    if let Some(typed) = &arguments.plan {
        filter.set(plan(lang, snapshot, typed)?);
    }
    if let Some(typed) = &arguments.unit {
        let unit = typed::unit_of(index.roster(), snapshot, typed)?;
        let reach = if arguments.collectives { Reach::WithCollectives } else { Reach::ByName };
        filter.set(Condition::Unit(UnitCondition { unit, reach, role: None }));
    }
    if let Some(typed) = &arguments.quarter {
        filter.set(Condition::Quarter(typed::stretch(typed, snapshot.day)?));
    }
    if let Some(status) = &arguments.status {
        filter.set(Condition::Status(status.clone()));
    }
    if arguments.overdue {
        filter.set(Condition::Overdue);
    }
    if let Some(days) = arguments.due_within {
        filter.set(Condition::DueWithin(days));
    }
    filter.set(Condition::Words(arguments.words.join(" ")));
    Ok(filter)
}

fn plan(lang: Lang, snapshot: &Snapshot, typed: &str) -> Result<Condition, Failure> {
    let found = typed::place(snapshot, typed)?;
    let plan = found.tracked.plan();
    Ok(match found.target {
        Target::Section(section) => {
            Condition::Section { plan: plan.id.clone(), section: plan.sections[section].id.clone() }
        }
        Target::Plan => Condition::Plan(plan.id.clone()),
        Target::Task(_) => return Err(Failure::Said(command::not_a_section(lang, &found.address()))),
    })
}

/// The tasks, those of one plan that follow each other together, each with the part that the unit asked for has in it.
fn chosen<'s>(
    lang: Lang,
    index: &Index,
    tasks: &[TaskRef],
    filter: &Filter,
    snapshot: &'s Snapshot,
) -> Vec<Chosen<'s>> {
    let of_plan = |tasks: &[TaskRef]| {
        let part = |task: &TaskRef| {
            let share = filter.share(index, *task, &snapshot.as_of());
            share.map(|share| part_in_words(lang, index, filter, share)).unwrap_or_default()
        };
        let tracked = &snapshot.plans[tasks.first()?.plan()];
        Some(Chosen { tracked, tasks: tasks.iter().map(|task| (task.place(), part(task))).collect() })
    };
    tasks.chunk_by(|one, other| one.plan() == other.plan()).filter_map(of_plan).collect()
}

/// "Chủ trì", or through a collective "Chủ trì: Các sở, ban, ngành".
fn part_in_words(lang: Lang, index: &Index, filter: &Filter, share: Share) -> String {
    let asked = filter.conditions().iter().find_map(|condition| match condition {
        Condition::Unit(asked) => Some(asked.unit.as_str()),
        _ => None,
    });
    let unit = index.roster().unit(share.unit);
    let role = role::name(lang, share.role);
    if asked == Some(unit.name.as_str()) { role.to_owned() } else { format!("{role}: {}", unit.name) }
}
