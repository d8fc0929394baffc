//! Keys pressed on small plans, and what comes of them.

mod agenda;
mod chase;
mod conflicts;
mod deeds;
mod drafts;
mod leaving;
mod moving;
mod narrowing;
mod next_year;
mod palette;
mod reviewing;
mod same;
mod told;
mod typing;
mod undoing;
mod unsaved;
mod workload;

use crate::domain::{Change, Status};
use crate::tui::harness::{Harness, small};
use crate::tui::job::{Job, Keeping, News};
use crate::tui::state::row::RowId;
use crate::workspace::{Kept, LeftBehind};

fn screen() -> Harness {
    Harness::new(small())
}

/// The task under the cursor.
fn cursor(harness: &Harness) -> &str {
    match harness.state.list.cursor.as_ref().unwrap() {
        RowId::Task(_, id) => id.as_str(),
        RowId::Section(_, id) | RowId::Plan(id) => id,
    }
}

/// The tasks of the list.
fn shown(harness: &Harness) -> Vec<String> {
    let tasks = harness.state.selection.tasks().iter();
    tasks.map(|task| harness.snapshot.plans[task.plan()].task(task.place()).id.to_string()).collect()
}

/// The tasks, units and statuses of the changes asked for.
fn changes(harness: &Harness) -> Vec<(String, Option<String>, Option<Status>)> {
    let update = |change: Change| match change {
        Change::Update { update, .. } => (update.task.to_string(), update.unit, update.status),
        other => panic!("{other:?}"),
    };
    harness.changes().into_iter().map(update).collect()
}

/// The commits that were asked for, by what they note.
fn asked(harness: &Harness) -> Vec<String> {
    let commits = harness.asked().filter_map(|job| match job {
        Job::Commit(changes) => Some(changes),
        _ => None,
    });
    let note = |change: &Change| match change {
        Change::Update { update, .. } => update.note.clone(),
        _ => None,
    };
    commits.flatten().filter_map(note).collect()
}

/// What the keeper was asked for last.
fn keeping(harness: &Harness) -> Option<Keeping> {
    harness.beside().last().cloned()
}

/// What a screen that ends writes down.
fn draft(mut harness: Harness) -> Vec<Kept> {
    harness.end();
    match keeping(&harness) {
        Some(Keeping::Write(kept) | Keeping::Replace(kept)) => kept,
        None => Vec::new(),
        other => panic!("{other:?}"),
    }
}

/// What earlier screens have left, at a time.
fn left_behind(kept: Vec<Kept>) -> LeftBehind {
    LeftBehind { kept, at: Some("2022-11-19T16:42:00+07:00".parse().unwrap()) }
}

/// A screen that finds a draft.
fn offered(kept: Vec<Kept>) -> Harness {
    let mut harness = screen();
    harness.tell(News::Drafts(left_behind(kept)));
    harness
}
