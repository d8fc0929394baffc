//! The pane of the detail.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::side::plan_name;
use super::{Scene, line};
use crate::locale::screen as words;
use crate::tui::layout;
use crate::tui::page::detail::{Page, columns};
use crate::tui::state::Pane;

/// The pane.
pub struct Detail<'a>(pub Scene<'a>);

impl Widget for Detail<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        Frame { scene, title: &title(scene), keys: Keys::of(scene, Pane::Detail) }.draw(area, buf);
        join(scene, area, buf);
        let inner = layout::inner(area);
        let Some(page) = Page::of(scene, inner.width) else { return };
        let scroll = scene.state.detail.scroll.min(page.height().saturating_sub(inner.height.into()));
        let (left, right) = columns(inner);
        draw(&page.left[scroll.min(page.left.len())..], left, buf);
        draw(&page.right[scroll.min(page.right.len())..], right, buf);
    }
}

fn draw(lines: &[Line<'_>], area: Rect, buf: &mut Buffer) {
    for (index, text) in lines.iter().take(area.height.into()).enumerate() {
        line::put_line(buf, line::nth(area, index), text);
    }
}

/// Joins the upper edge with that of the list and the timeline, which it is.
fn join(scene: Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Some(layout) = scene.state.layout().filter(|layout| layout.detail == Some(area)) else { return };
    let lines = &scene.glyphs.lines;
    frame::set(buf, area.x, area.y, lines.left, scene.theme.border);
    frame::set(buf, area.right() - 1, area.y, lines.right, scene.theme.border);
    let is_edge = |x: u16| buf.cell((x, area.y)).is_some_and(|cell| cell.symbol() == lines.horizontal);
    if let Some(timeline) = layout.timeline.filter(|timeline| is_edge(timeline.x)) {
        frame::set(buf, timeline.x, area.y, lines.bottom, scene.theme.border);
    }
}

fn title(scene: Scene<'_>) -> String {
    if let Some(plan) = scene.state.plan_row(scene.snapshot) {
        return plan_name(plan).to_owned();
    }
    match scene.state.task(scene.snapshot) {
        Some((plan, place)) => {
            let task = plan.task(place);
            format!("{} {}", task.number, task.title).trim().to_owned()
        }
        // A title bears the sign of the pane that has the keys.
        None if scene.state.focus == Pane::Detail => words::no_task_here(scene.lang()).to_owned(),
        None => String::new(),
    }
}
