//! The timeline beside the list: a year in columns, a row for each row of the list.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line, list};
use crate::domain::{PeriodMark, Status, Timeliness, TrackedPlan};
use crate::tui::layout;

/// The pane.
pub struct Timeline<'a>(pub Scene<'a>);

/// The quarters as they are written.
pub const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// A year laid out over columns.
#[derive(Debug, Clone, Copy)]
struct Axis {
    year: i32,
    columns: u16,
}

impl Widget for Timeline<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        Frame { scene, title: "", keys: Keys::Elsewhere }.draw(area, buf);
        let lines = &scene.glyphs.lines;
        frame::set(buf, area.x, area.y, lines.top, scene.theme.border);
        frame::set(buf, area.x, area.bottom().saturating_sub(1), lines.bottom, scene.theme.border);
        let inner = layout::inner(area);
        let axis = Axis { year: scene.state.year(scene.snapshot), columns: inner.width };
        for (quarter, name) in QUARTERS.iter().enumerate() {
            let x = axis.quarter(quarter);
            let edge = line::skip(Rect { y: area.y, height: 1, ..inner }, x);
            let style = scene.theme.title;
            line::put_all(buf, edge, [(" ", style), (*name, style), (" ", style)]);
        }
        let rows = Rect { height: inner.height.saturating_sub(1), ..inner };
        let year = line::nth(inner, rows.height.into());
        line::put(buf, year, &axis.year.to_string(), scene.theme.faint);
        for (index, row, _) in list::window(scene, rows.height) {
            let area = line::nth(rows, index);
            axis.today(scene, area, buf);
            let plan = &scene.snapshot.plans[row.plan as usize];
            if let Some(place) = row.place {
                axis.task(scene, plan, plan.marks(place as usize), area, buf);
            }
        }
    }
}

impl Axis {
    fn quarter(self, quarter: usize) -> u16 {
        let month = u32::try_from(quarter * 3 + 1).unwrap_or(1);
        NaiveDate::from_ymd_opt(self.year, month, 1).map_or(0, |first| self.column(first))
    }

    /// The column of a day of the year; a day before or after it counts as the nearest.
    fn column(self, day: NaiveDate) -> u16 {
        let days = if NaiveDate::from_ymd_opt(self.year, 2, 29).is_some() { 366 } else { 365 };
        let ordinal = match day.year() {
            year if year < self.year => 0,
            year if year > self.year => days - 1,
            _ => day.ordinal0(),
        };
        u16::try_from(ordinal * u32::from(self.columns) / days)
            .unwrap_or(0)
            .min(self.columns.saturating_sub(1))
    }

    fn today(self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) {
        if scene.snapshot.day.year() == self.year {
            let x = area.x + self.column(scene.snapshot.day);
            frame::set(buf, x, area.y, scene.glyphs.today, scene.theme.today);
        }
    }

    fn task(self, scene: Scene<'_>, plan: &TrackedPlan, marks: &[PeriodMark], area: Rect, buf: &mut Buffer) {
        let many = marks.len() > 1;
        for mark in marks {
            let term = plan.plan().term();
            let (first, last) = (mark.first, mark.last.unwrap_or(term.last).max(mark.first));
            if first.year() > self.year {
                frame::set(buf, area.right() - 1, area.y, scene.glyphs.later, scene.theme.faint);
            } else if last.year() < self.year {
                frame::set(buf, area.x, area.y, scene.glyphs.earlier, scene.theme.faint);
            } else {
                self.mark(scene, (mark, many, last), area, buf);
            }
        }
    }

    fn mark(
        self,
        scene: Scene<'_>,
        (mark, many, last): (&PeriodMark, bool, NaiveDate),
        area: Rect,
        buf: &mut Buffer,
    ) {
        let glyphs = scene.glyphs;
        let style = style(scene, mark);
        let bar = match mark.timeliness {
            Timeliness::NoDate => glyphs.dot,
            _ if mark.last.is_none() => glyphs.lines.horizontal,
            _ => glyphs.bar,
        };
        // What was granted later stands back behind the time that was given first.
        let given = mark.first_last.unwrap_or(last).max(mark.first);
        for x in self.column(mark.first)..=self.column(last) {
            let is_extension = x > self.column(given);
            let sign = if is_extension { glyphs.lines.horizontal } else { bar };
            self.set(scene, (area, x), (sign, style), buf);
        }
        let end = if mark.first == given { Some(glyphs.deadline) } else { many.then_some(glyphs.occurrence) };
        let end = if mark.first_last.is_some() { Some(glyphs.deadline) } else { end };
        if let (Some(end), true) = (end.filter(|_| mark.last.is_some()), last.year() == self.year) {
            frame::set(buf, area.x + self.column(last), area.y, end, style);
        }
    }

    /// Draws a piece of a bar; today's line goes through it.
    fn set(self, scene: Scene<'_>, (area, x): (Rect, u16), (sign, style): (&str, Style), buf: &mut Buffer) {
        let is_today = scene.snapshot.day.year() == self.year && x == self.column(scene.snapshot.day);
        let sign = if is_today { scene.glyphs.today_on_bar } else { sign };
        frame::set(buf, area.x + x, area.y, sign, style);
    }
}

/// The colour of a period.
#[must_use]
pub fn style(scene: Scene<'_>, mark: &PeriodMark) -> Style {
    let theme = scene.theme;
    match (&mark.status, mark.timeliness) {
        (Status::Done, _) => theme.done,
        (Status::Paused | Status::Cancelled, _) | (_, Timeliness::NoDate) => theme.faint,
        (_, Timeliness::Overdue(_)) => theme.overdue,
        (_, Timeliness::DueSoon(_)) => theme.soon,
        _ => theme.bar,
    }
}
