//! The timeline of a narrow window: four cells, one for each quarter.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::timeline::{QUARTERS, style};
use super::{Scene, frame, line};
use crate::domain::{PeriodMark, Stretch, Timeliness};
use crate::tui::state::row::Row;

/// The columns of one cell.
const CELL: u16 = 4;

/// The names of the quarters, today's marked.
pub fn heading(scene: Scene<'_>, area: Rect, buf: &mut Buffer) {
    let year = scene.state.year(scene.snapshot);
    for (quarter, name) in (1..).zip(QUARTERS) {
        let is_now = Stretch::quarter_of(scene.snapshot.day) == Stretch::Quarter(year, quarter);
        let style = if is_now { scene.theme.accent } else { scene.theme.title };
        let area = line::skip(area, u16::from(quarter - 1) * CELL);
        line::put(buf, area, name, style);
    }
}

/// The cells of a row.
pub fn cells((scene, row): (Scene<'_>, Row), area: Rect, buf: &mut Buffer) {
    let (Some(place), year) = (row.place, scene.state.year(scene.snapshot)) else { return };
    let plan = &scene.snapshot.plans[row.plan as usize];
    if plan.outline().is_group(place as usize) {
        return;
    }
    let end = plan.plan().term().last;
    for quarter in 1..=4 {
        let (sign, style) = cell(scene, plan.marks(place as usize), (Stretch::Quarter(year, quarter), end));
        frame::set(buf, area.x + u16::from(quarter - 1) * CELL, area.y, sign, style);
    }
}

/// What stands for a quarter: a deadline in it, something that runs in it, or nothing.
fn cell<'s>(
    scene: Scene<'s>,
    marks: &[PeriodMark],
    (quarter, end): (Stretch, NaiveDate),
) -> (&'s str, Style) {
    let glyphs = scene.glyphs;
    let within = |day: NaiveDate| quarter.first() <= day && day <= quarter.last();
    let runs =
        |mark: &&PeriodMark| mark.first <= quarter.last() && mark.last.unwrap_or(end) >= quarter.first();
    let is_date = |mark: &PeriodMark| mark.first == mark.last.unwrap_or(end) || mark.first_last.is_some();
    let due = marks.iter().find(|mark| mark.last.is_some_and(within) && is_date(mark));
    match due.or_else(|| marks.iter().find(runs)) {
        Some(mark) if due.is_some() => (glyphs.deadline, style(scene, mark)),
        Some(mark) if mark.timeliness == Timeliness::NoDate => (glyphs.dot, scene.theme.faint),
        Some(mark) if mark.last.is_none() => (glyphs.lines.horizontal, style(scene, mark)),
        Some(mark) => (glyphs.bar, style(scene, mark)),
        None if quarter.year() == scene.snapshot.day.year() && within(scene.snapshot.day) => {
            (glyphs.today, scene.theme.today)
        }
        None => (" ", scene.theme.faint),
    }
}
