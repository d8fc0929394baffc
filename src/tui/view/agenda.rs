//! The agenda: what is open, by when it falls due or who leads it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line, list, side};
use crate::domain::{Standing, TrackedPlan, leads};
use crate::locale::{agenda as words, date, timeliness};
use crate::query::AgendaItem;
use crate::tui::page::agenda;
use crate::tui::page::workload::place;
use crate::tui::state::diary::{DiaryRow, Grouping, is_earliest};
use crate::tui::state::row::RowId;

/// The agenda.
pub struct AgendaView<'a>(pub Scene<'a>);

/// The columns of a day, of the units and of a plan's name, and from how many on there is room for each.
const DAY: u16 = 7;
const UNITS: u16 = 26;
const WITH_UNITS: u16 = 90;
const PLAN: u16 = 14;
const WITH_PLAN: u16 = 110;

impl Widget for AgendaView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (diary, lang) = (&scene.state.diary, scene.lang());
        let title = match diary.grouping {
            Grouping::ByDay => words::title(lang),
            Grouping::ByUnit => words::title_by_unit(lang),
        };
        Frame { scene, title, keys: Keys::Here }.draw(place(area), buf);
        let rows = agenda::rows(area);
        list::footer(scene, Rect { y: rows.bottom(), height: 1, ..rows }, buf);
        if diary.rows.is_empty() {
            line::put(buf, line::skip(rows, 2), words::nothing(lang), scene.theme.faint);
        }
        let shown = diary.rows.iter().enumerate().skip(diary.top).take(rows.height.into());
        for (nth, (index, row)) in shown.enumerate() {
            let area = line::nth(rows, nth);
            self.row(row, area, buf);
            if index == diary.at() && matches!(row, DiaryRow::Period(_)) {
                frame::set(buf, area.x, area.y, scene.glyphs.cursor, scene.theme.accent);
            }
        }
    }
}

impl AgendaView<'_> {
    fn row(&self, row: &DiaryRow, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let lang = scene.lang();
        match row {
            DiaryRow::Horizon(horizon, count) => self.heading(horizon.name(lang), *count, area, buf),
            DiaryRow::Unit(unit, count) => {
                let roster = scene.state.index.roster();
                let name = unit.map_or(words::nobody(lang), |unit| &roster.unit(unit).name);
                self.heading(name, *count, area, buf);
            }
            DiaryRow::Period(item) => self.period(item, area, buf),
        }
    }

    fn heading(&self, name: &str, count: usize, area: Rect, buf: &mut Buffer) {
        let theme = self.0.theme;
        let area = line::skip(area, 1);
        let count = format!("  {count}");
        line::put_all(buf, area, [(name, theme.title), (&count, theme.accent)]);
    }

    fn period(&self, item: &AgendaItem, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let Some(plan) = scene.snapshot.plans.get(item.task.plan()) else { return };
        let place = item.task.place();
        let mark = &plan.marks(place)[item.period];
        let standing = Standing {
            status: mark.status.clone(),
            timeliness: item.timeliness,
            ..plan.standing(place).clone()
        };
        let (sign, style) = scene.sign(&standing);
        let area = line::skip(area, 1);
        let area = line::skip(area, line::put(buf, area, self.marked(plan, item), theme.accent));
        let area = line::skip(area, line::put_all(buf, area, [(sign, style), (" ", style)]));
        let day = item.day.map(|day| date::day_month(lang, day)).unwrap_or_default();
        line::put(buf, Rect { width: DAY.min(area.width), ..area }, &day, theme.faint);
        let mut room = line::skip(area, DAY);
        room.width = room.width.saturating_sub(1);
        if area.width >= WITH_PLAN {
            room = self.column(side::plan_name(plan.plan()), PLAN, room, buf);
        }
        if area.width >= WITH_UNITS {
            room = self.column(&leads(plan, place, &scene.snapshot.as_of()), UNITS, room, buf);
        }
        let against = timeliness::in_words(lang, item.timeliness);
        let taken = line::put_right(buf, room, &against, style);
        room.width = room.width.saturating_sub(taken + 2);
        line::put(buf, room, &plan.task(place).title, theme.text);
    }

    /// Writes a text into the last columns of a room, but for a gap; answers what is left.
    fn column(&self, text: &str, width: u16, room: Rect, buf: &mut Buffer) -> Rect {
        let left = room.width.saturating_sub(width);
        line::put(buf, line::skip(room, left + 2), text, self.0.theme.faint);
        Rect { width: left, ..room }
    }

    fn marked(&self, plan: &TrackedPlan, item: &AgendaItem) -> &'static str {
        let Self(scene) = self;
        let marked = &scene.state.marked;
        let id = || RowId::Task(plan.plan().id.clone(), plan.task(item.task.place()).id.clone());
        if !marked.is_empty() && is_earliest(item, scene.snapshot) && marked.contains(&id()) {
            scene.glyphs.marked
        } else {
            " "
        }
    }
}
