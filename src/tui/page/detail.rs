//! The detail of what is under the cursor; of a task: its text, who owes it, when, and what was written of it.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::writer::Writer;
use super::{journal, plan_detail};
use crate::locale::screen as words;
use crate::text::{sanitise, wrap};
use crate::tui::layout;
use crate::tui::scene::Scene;
use crate::tui::state::State;
use crate::workspace::Snapshot;

/// From so many columns on, times and journal stand beside the text.
const TWO_COLUMNS: u16 = 92;

/// What the pane says, laid out for its width; without a second column all stands in the first.
pub struct Page {
    /// The left column.
    pub left: Vec<Line<'static>>,
    /// The right one.
    pub right: Vec<Line<'static>>,
    /// The line of the first unit of the checklist.
    checklist: Option<usize>,
}

/// The lines of the pane.
#[must_use]
pub fn page(state: &State) -> usize {
    area(state).height.into()
}

/// How far the pane can be scrolled.
#[must_use]
pub fn last_scroll(state: &State, snapshot: &Snapshot) -> usize {
    let inner = area(state);
    let page = Page::of(Scene::plain(state, snapshot), inner.width);
    page.map_or(0, |page| page.height().saturating_sub(inner.height.into()))
}

/// How far it is to be scrolled for a unit of the checklist to be seen.
#[must_use]
pub fn scroll_to_unit(state: &State, snapshot: &Snapshot, unit: usize) -> usize {
    let inner = area(state);
    let height = usize::from(inner.height).max(1);
    let first =
        Page::of(Scene::plain(state, snapshot), inner.width).and_then(|page| page.checklist).unwrap_or(0);
    let (at, top) = (first + unit, state.detail.scroll);
    if at < top || at >= top + height { at.saturating_sub(height / 2) } else { top }
}

fn area(state: &State) -> Rect {
    let frame = state.layout().map(|layout| layout.detail.unwrap_or(layout.list));
    layout::inner(frame.unwrap_or_default())
}

/// The columns of the text and of times and journal.
#[must_use]
pub fn columns(inner: Rect) -> (Rect, Rect) {
    if inner.width < TWO_COLUMNS {
        return (
            Rect { width: inner.width.saturating_sub(1), ..layout::skip(inner, 1) },
            Rect { width: 0, ..inner },
        );
    }
    let left = inner.width * 11 / 20;
    (Rect { width: left - 3, ..layout::skip(inner, 1) }, layout::skip(inner, left))
}

impl Page {
    /// The page of the task or plan under the cursor for a width; `None` on the heading of a section.
    #[must_use]
    pub fn of(scene: Scene<'_>, width: u16) -> Option<Self> {
        let (left, right) = columns(Rect { x: 0, y: 0, width, height: 1 });
        if let Some(plan) = scene.state.plan_row(scene.snapshot) {
            let left = plan_detail::lines(scene, plan, left.width.into());
            return Some(Self { left, right: Vec::new(), checklist: None });
        }
        let (plan, place) = scene.state.task(scene.snapshot)?;
        let writer = Writer { scene, plan, place, width: left.width.into() };
        let beside = Writer { width: right.width.into(), ..writer };
        let mut page = Self { left: writer.text(), right: Vec::new(), checklist: None };
        page.left.extend(writer.units());
        if right.width == 0 {
            page.left.extend(writer.times());
        }
        let list = writer.checklist();
        page.checklist = (!list.is_empty()).then_some(page.left.len() + 1);
        page.left.extend(list);
        if right.width == 0 {
            page.left.extend(writer.rest());
            page.left.extend(writer.journal());
        } else {
            page.left.extend(writer.rest());
            page.right.extend(beside.times());
            page.right.extend(beside.journal());
        }
        Some(page)
    }

    /// The lines of the longer column.
    #[must_use]
    pub fn height(&self) -> usize {
        self.left.len().max(self.right.len())
    }
}

impl Writer<'_> {
    /// The full wording, and of a group what its tasks come to.
    fn text(self) -> Vec<Line<'static>> {
        let task = self.plan.task(self.place);
        let text = if task.text.trim().is_empty() { &task.title } else { &task.text };
        let text = sanitise(text);
        let mut lines: Vec<Line<'static>> =
            wrap(text.trim(), self.width).into_iter().map(|text| Line::raw(text.to_owned())).collect();
        if self.plan.outline().is_group(self.place) {
            let tally = self.plan.tally_of(self.place);
            let count = words::group(self.scene.lang(), tally.done, tally.tasks);
            lines.push(Line::styled(count, self.scene.theme.faint));
        }
        lines
    }

    fn rest(self) -> Vec<Line<'static>> {
        let (task, lang) = (self.plan.task(self.place), self.scene.lang());
        let mut lines =
            self.labelled(words::deliverable(lang), task.deliverable.as_deref().unwrap_or_default());
        lines.extend(self.labelled(words::funding(lang), task.funding.as_deref().unwrap_or_default()));
        lines.extend(self.labelled(words::reports_to(lang), &task.reports_to.join("; ")));
        lines
    }

    /// What was written, newest first.
    fn journal(self) -> Vec<Line<'static>> {
        let history = self.plan.history(&self.plan.task(self.place).id, &self.scene.snapshot.as_of());
        let heading = Line::styled(words::journal(self.scene.lang()), self.scene.theme.title);
        if history.is_empty() {
            return vec![heading, Line::styled(words::no_journal(self.scene.lang()), self.scene.theme.faint)];
        }
        let mut lines = vec![heading];
        for told in &history {
            lines.extend(journal::entry(self.scene, told, self.width));
        }
        lines
    }
}
