//! A unit reminded by a key: the letter goes to the clipboard and to a file, and that it was sent is written down.

use std::sync::Arc;

use super::news::way_back;
use crate::domain::{Role, TrackedPlan};
use crate::locale::{chase as words, screen};
use crate::query::UnitNo;
use crate::text::{fold, one_line};
use crate::tui::effects::Effect;
use crate::tui::job::{Job, Keeping};
use crate::tui::state::deed::Message;
use crate::tui::state::diary::DiaryRow;
use crate::tui::state::notice::{Awaited, Back};
use crate::tui::state::screen::Screen;
use crate::tui::state::workload::Line;
use crate::tui::state::{Access, Pane, State, checklist, conditions};
use crate::workspace::{Chased, Snapshot, WorkspaceError};

/// Asks for the letter to the unit under the cursor.
pub fn chase(state: &mut State, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    if state.access == Access::ReadOnly {
        state.notices.refuse(screen::read_only(state.lang));
        return Vec::new();
    }
    let Some(unit) = unit(state, snapshot) else {
        state.notices.refuse(words::no_unit(state.lang));
        return Vec::new();
    };
    let message = Message::Chased(unit.clone());
    state.notices.awaited.push_back(Awaited { message, back: Back::Undo, changes: Vec::new(), typed: None });
    vec![Effect::Work(Job::Chase(unit))]
}

/// The unit that is meant: under the cursor, else the one that the list is limited to, else the first that leads the task.
fn unit(state: &State, snapshot: &Snapshot) -> Option<String> {
    let name = |unit: UnitNo| state.index.roster().unit(unit).name.clone();
    let here = match state.screen {
        Screen::Workload => match state.board.line(state.board.at(state.index.roster())) {
            Line::Unit(unit, _) => return Some(name(unit)),
            Line::Whole(_) => return None,
        },
        Screen::Agenda => match heading(state) {
            Some(DiaryRow::Unit(unit, _)) => return unit.map(name),
            _ => None,
        },
        Screen::Plans if state.focus == Pane::Detail => checklist::unit(state, snapshot),
        Screen::Plans => None,
    };
    let limited = || conditions::unit(&state.filter).map(|unit| unit.unit.clone());
    here.or_else(limited)
        .or_else(|| state.task(snapshot).and_then(|(plan, place)| lead(plan, place, snapshot)))
}

/// The heading above the cursor of the agenda: of a unit, of nobody, or of days.
fn heading(state: &State) -> Option<DiaryRow> {
    let above = state.diary.rows.iter().take(state.diary.at()).rev();
    above.copied().find(|row| !matches!(row, DiaryRow::Period(_)))
}

fn lead(plan: &TrackedPlan, place: usize, snapshot: &Snapshot) -> Option<String> {
    let assignments = plan.assignments(place, &snapshot.as_of());
    assignments.iter().find(|one| one.role == Role::Lead).map(|one| one.unit.clone())
}

/// The letter is written, and written down as sent: it goes to the clipboard and to a file.
pub fn sent(state: &State, chased: Box<Chased>, snapshot: &Snapshot) -> Vec<Effect<Job>> {
    let unit = file_name(&chased.unit);
    let name = format!("{}/{}-{unit}-{}", state.own_folder, words::file(state.lang), snapshot.day);
    vec![Effect::Copy(chased.letter.clone()), Effect::Beside(Job::Keep(Keeping::Letter(name, chased)))]
}

/// A unit as part of a file's name: plain letters, and not too many.
fn file_name(unit: &str) -> String {
    const LONGEST: usize = 30;
    let folded = fold(unit);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::new(), |name, word| match name.len() + word.len() {
        0..LONGEST if name.is_empty() => word.to_owned(),
        0..LONGEST => format!("{name}-{word}"),
        _ => name,
    })
}

/// Says where the letter stands, or why in no file.
pub fn written(state: &mut State, chased: &Chased, written: Result<String, Arc<WorkspaceError>>) {
    let (lang, unit) = (state.lang, one_line(&chased.unit).into_owned());
    let text = match written {
        Ok(path) => words::sent(lang, chased.count, &one_line(&path)),
        Err(error) => {
            let why = screen::not_written_out(lang, &error.cause(lang));
            format!("{} · {why}", words::copied(lang, &unit, chased.count))
        }
    };
    let back = way_back(state, Back::Undo);
    state.notices.say_with_way_back(text, back);
}
