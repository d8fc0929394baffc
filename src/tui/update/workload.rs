//! Keys on the table of workload: moved along, asked otherwise, opened to the tasks behind a cell.

use std::sync::Arc;

use super::screens;
use super::step::{Rows, Step};
use crate::action::{Action, Chord};
use crate::domain::{Role, Stretch};
use crate::locale::{screen as screen_words, workload as words};
use crate::query::{Condition, Reach, UnitCondition};
use crate::report::Format;
use crate::text::one_line;
use crate::tui::effects::Effect;
use crate::tui::field::Field;
use crate::tui::job::{Job, Keeping};
use crate::tui::page::workload as page;
use crate::tui::state::layer::Layer;
use crate::tui::state::screen::Screen;
use crate::tui::state::workload::{Line, Scale};
use crate::tui::state::{Pane, State, conditions};
use crate::workspace::{Snapshot, WorkspaceError};

/// Carries an action out that means something on the table; `None` for all others.
pub fn act(state: &mut State, action: Action, snapshot: &Snapshot) -> Option<Vec<Effect<Job>>> {
    match action {
        Action::Open => drill(state, snapshot),
        Action::Left => state.board.go_to_column(state.board.column_at().saturating_sub(1)),
        Action::Right => state.board.go_to_column(state.board.column_at() + 1),
        Action::Role => {
            state.board.asked.role = next_role(state.board.asked.role);
            state.count_workload(snapshot);
        }
        Action::Collectives => collectives(state, snapshot),
        Action::Sort => {
            let column = state.board.column();
            state.board.sort = if state.board.sort == Some(column) { None } else { Some(column) };
            state.count_workload(snapshot);
        }
        Action::Finer => state.board.rescale(Scale::Months),
        Action::Coarser => state.board.rescale(Scale::Quarters),
        Action::Earlier => go_to_year(state, -1, snapshot),
        Action::Later => go_to_year(state, 1, snapshot),
        Action::Export => {
            let path = format!("{}/{}-{}.csv", state.own_folder, words::file(state.lang), state.board.year);
            state.layer = Some(Layer::Export(Field::with(&path)));
        }
        Action::Copy => return Some(copy(state)),
        // There are no panes here.
        Action::NextPane | Action::PreviousPane => {}
        action => step(state, Step::of(action)?),
    }
    Some(Vec::new())
}

fn step(state: &mut State, step: Step) {
    let rows = Rows { last: state.board.workload.rows.len(), page: page::height(state) };
    let at = state.board.at(state.index.roster());
    state.board.go_to(step.from(at, rows), state.index.roster());
}

/// Chief part first, then the others, then any.
fn next_role(role: Option<Role>) -> Option<Role> {
    match role {
        Some(Role::Lead) => Some(Role::Coordinate),
        Some(Role::Coordinate) => Some(Role::Monitor),
        Some(Role::Monitor) => Some(Role::Direct),
        Some(Role::Direct) => None,
        None => Some(Role::Lead),
    }
}

/// Counts what the collectives of a unit are to do as its own, or no longer; where the list is limited to a unit, that
/// says how.
fn collectives(state: &mut State, snapshot: &Snapshot) {
    let other = |reach| match reach {
        Reach::ByName => Reach::WithCollectives,
        Reach::WithCollectives => Reach::ByName,
    };
    if let Some(unit) = conditions::unit(&state.filter).cloned() {
        let reach = other(unit.reach);
        state.filter.set(Condition::Unit(UnitCondition { reach, ..unit }));
        state.refresh(snapshot);
    } else {
        state.board.asked.reach = other(state.board.asked.reach);
    }
    state.count_workload(snapshot);
}

fn go_to_year(state: &mut State, step: i32, snapshot: &Snapshot) {
    let year = state.board.year + step;
    state.board.asked.year = Some(year);
    match conditions::time(&state.filter) {
        Some(Stretch::Quarter(_, quarter)) => {
            state.filter.set(Condition::Quarter(Stretch::Quarter(year, quarter)));
        }
        _ => state.filter.remove_like(&Condition::Due { year, column: state.board.column() }),
    }
    state.refresh(snapshot);
    state.count_workload(snapshot);
}

/// Shows the tasks behind the cell under the cursor.
fn drill(state: &mut State, snapshot: &Snapshot) {
    let (column, question) = (state.board.column(), state.workload_question(snapshot));
    let line = state.board.line(state.board.at(state.index.roster()));
    if line.load().cell(column).total == 0 {
        return state.notices.refuse(words::empty_cell(state.lang));
    }
    let unit = match line {
        Line::Unit(unit, _) => Some(state.index.roster().unit(unit).name.clone()),
        Line::Whole(_) => None,
    };
    screens::leave_for(state, Screen::Plans);
    if let Some(unit) = unit {
        let (reach, role) = (question.reach, question.role);
        state.filter.set(Condition::Unit(UnitCondition { unit, reach, role }));
    }
    state.filter.set(Condition::Due { year: question.year, column });
    state.focus = Pane::List;
    state.refresh(snapshot);
}

/// Puts the table on the clipboard.
fn copy(state: &mut State) -> Vec<Effect<Job>> {
    match page::sheet(state).written(Format::Markdown) {
        Ok(text) => {
            state.notices.say(words::copied(state.lang));
            vec![Effect::Copy(text)]
        }
        Err(_) => Vec::new(),
    }
}

/// A key while the file is named that the table is written to.
pub fn export_key(
    state: &mut State,
    mut field: Field,
    (action, chord): (Option<Action>, Chord),
) -> Vec<Effect<Job>> {
    let path = field.text().trim().to_owned();
    match (action, Format::of(&path)) {
        (Some(Action::Cancel), _) => return Vec::new(),
        (Some(Action::Submit), None) => state.notices.refuse(words::which_format(state.lang)),
        (Some(Action::Submit), Some(format)) => {
            if let Ok(text) = page::sheet(state).written(format) {
                return vec![Effect::Beside(Job::Keep(Keeping::Export(path, text)))];
            }
        }
        _ => drop(field.key(chord)),
    }
    state.layer = Some(Layer::Export(field));
    Vec::new()
}

/// The table stands in a file, or does not: then the line that names it comes back.
pub fn exported(state: &mut State, path: &str, written: Result<(), Arc<WorkspaceError>>) {
    match written {
        Ok(()) => state.notices.say(words::exported(state.lang, &one_line(path))),
        Err(error) => {
            state.notices.refuse(screen_words::not_written_out(state.lang, &error.sentence(state.lang)));
            state.layer.get_or_insert(Layer::Export(Field::with(path)));
        }
    }
}
