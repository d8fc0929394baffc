//! What an undo or a redo came to, in one line.

use serde::Serialize;

use super::chronicle::Chronicle;
use super::failure::Failure;
use super::log_lines::Line;
use super::session::Session;
use crate::locale::command;
use crate::text::{cut, one_line};
use crate::workspace::TakenBack;

/// The columns of what was done that are told at least.
const LEAST_SAID: usize = 60;

/// There or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Lines were taken back.
    Undo,
    /// They stand again.
    Redo,
}

/// The JSON of it.
#[derive(Serialize)]
struct Told<'s> {
    lines: Vec<Line<'s>>,
}

/// Prints the lines that were taken back, or stand again.
///
/// # Errors
/// When the output is closed.
pub fn tell(session: &mut Session, way: Way, taken: &TakenBack, json: bool) -> Result<(), Failure> {
    if json {
        let undone = way == Way::Undo;
        let lines = taken.lines.iter().map(|(journal, event)| Line::new(journal, event, undone)).collect();
        return session.json(&Told { lines });
    }
    let lang = session.lang;
    if taken.lines.is_empty() {
        return Ok(());
    }
    let what = Chronicle { lang, snapshot: &taken.snapshot }.summary(&taken.lines);
    let what = cut(&one_line(&what), session.out.width().max(LEAST_SAID)).into_owned();
    let line = match way {
        Way::Undo => command::was_undone(lang, &what),
        Way::Redo => command::was_redone(lang, &what),
    };
    Ok(session.out.line(&one_line(&line))?)
}
