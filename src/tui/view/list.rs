//! The list: the window of rows around the cursor, and in words what is shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::task_row::Line;
use super::{Scene, empty, line, quarters, side};
use crate::locale::screen as words;
use crate::query::Condition;
use crate::text::one_line;
use crate::tui::layout::{self, CELLS_WIDTH, Cells};
use crate::tui::state::row::Row;
use crate::tui::state::{Pane, conditions};

/// The middle pane.
pub struct List<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Whether four cells stand for the timeline.
    pub cells: Option<Cells>,
}

impl Widget for List<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, cells } = self;
        Frame { scene, title: &self.title(), keys: Keys::of(scene, Pane::List) }.draw(area, buf);
        let inner = layout::inner(area);
        let rows = Rect { height: inner.height.saturating_sub(1), ..inner };
        footer(scene, line::nth(inner, rows.height.into()), buf);
        if scene.state.list.rows.is_empty() {
            return empty::NoRows(scene).render(rows, buf);
        }
        let cells_width = if cells.is_some() { CELLS_WIDTH } else { 0 };
        let text = Rect { width: rows.width.saturating_sub(cells_width), ..rows };
        if cells.is_some() {
            quarters::heading(scene, Rect { y: area.y, height: 1, ..line::skip(rows, text.width) }, buf);
        }
        for (index, row, is_cursor) in window(scene, rows.height) {
            let area = line::nth(text, index);
            Line { scene, row }.render(area, buf);
            if is_cursor {
                frame::cursor(scene, Pane::List, area, buf);
            }
            if cells.is_some() {
                quarters::cells((scene, row), line::skip(line::nth(rows, index), text.width), buf);
            }
        }
    }
}

/// The rows of the window: the line that each stands on, and whether the cursor does.
pub fn window(scene: Scene<'_>, height: u16) -> impl Iterator<Item = (usize, Row, bool)> {
    let list = &scene.state.list;
    let at = list.at(scene.snapshot).unwrap_or(0);
    let top = list.top(at, height.into());
    let rows = list.rows.iter().skip(top).take(height.into()).enumerate();
    rows.map(move |(index, row)| (index, *row, top + index == at))
}

impl List<'_> {
    /// The plan that the list is limited to, or what the pane is.
    fn title(&self) -> String {
        let scene = self.scene;
        let plan = conditions::plan(&scene.state.filter).and_then(|id| scene.snapshot.plan(id));
        plan.map_or(words::tasks(scene.lang()).to_owned(), |plan| {
            let plan = plan.plan();
            let number = plan.number.as_deref().unwrap_or_default();
            format!("{number}  {}", side::plan_title(plan)).trim().to_owned()
        })
    }
}

/// What is shown and how many tasks are marked, in the last line of a frame.
pub fn footer(scene: Scene<'_>, area: Rect, buf: &mut Buffer) {
    let (lang, marked) = (scene.lang(), scene.state.marked.len());
    let mut area = line::skip(area, 1);
    if marked > 0 {
        let text = format!("{}  ", words::marked(lang, marked));
        area = line::skip(area, line::put(buf, area, &text, scene.theme.accent));
    }
    let style = if scene.state.filter.is_empty() { scene.theme.faint } else { scene.theme.accent };
    line::put(buf, area, &in_words(scene, area.width), style);
}

/// What is shown, in words: "Sở Nội vụ · Quý IV/2022 · quá hạn: 3 trong 91". Where it is too long for so many
/// columns, the names are shortened.
fn in_words(scene: Scene<'_>, columns: u16) -> String {
    let (lang, all) = (scene.lang(), scene.state.counts.facets.all());
    let conditions = scene.state.filter.conditions();
    if scene.snapshot.plans.is_empty() {
        return String::new();
    }
    if conditions.is_empty() {
        return match scene.state.counts.tally.cancelled {
            0 => words::shown_all(lang, all.total),
            cancelled => words::shown_all_beside(lang, all.total, cancelled),
        };
    }
    let whole = |longest: usize| {
        let names: Vec<String> = conditions.iter().map(|condition| name(scene, condition, longest)).collect();
        words::shown(lang, &names.join(&format!(" {} ", scene.glyphs.dot)), all.shown.tasks, all.total)
    };
    let fits = |text: &String| line::columns(text) <= columns;
    [60, 30, 20, 12].into_iter().map(whole).find(fits).unwrap_or_else(|| whole(8))
}

fn name(scene: Scene<'_>, condition: &Condition, longest: usize) -> String {
    let plan = conditions::plan(&scene.state.filter).and_then(|id| scene.snapshot.plan(id));
    let full = match (condition, plan) {
        (Condition::Plan(_), Some(plan)) => side::plan_name(plan.plan()).to_owned(),
        _ => condition.describe(scene.lang(), &scene.state.index),
    };
    crate::text::cut_at_word(&one_line(&full), longest).into_owned()
}
