//! The sign of a status: a shape first, a colour beside it.

use anstyle::{AnsiColor, Style};

use super::table::Cell;
use crate::domain::{Status, Timeliness};

/// The sign of a status, or of being overdue.
pub fn of(status: &Status, timeliness: Timeliness) -> Cell {
    let sign = if timeliness.is_overdue() { "▲" } else { shape(status) };
    Cell::new(sign).styled(style(status, timeliness))
}

/// The shape of a status alone.
pub fn shape(status: &Status) -> &'static str {
    match status {
        Status::Todo => "○",
        Status::Doing => "◐",
        Status::Reported => "◇",
        Status::Done => "●",
        Status::Paused => "‖",
        Status::Cancelled => "×",
        Status::Unknown | Status::Other(_) => "?",
    }
}

/// The colour of a status on a day: red where it is late, yellow where it soon is.
pub fn style(status: &Status, timeliness: Timeliness) -> Style {
    let colour = match (timeliness, status) {
        (Timeliness::Overdue(_), _) => AnsiColor::Red,
        (Timeliness::DueSoon(_), _) => AnsiColor::Yellow,
        (_, Status::Done) => AnsiColor::Green,
        (_, Status::Doing | Status::Reported) => AnsiColor::Cyan,
        (_, Status::Paused | Status::Cancelled) => return Style::new().dimmed(),
        _ => return Style::new(),
    };
    colour.on_default()
}
