//! The conflicts as lines: where each is, its field, and what stands on the sides, all of it.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text::{one_line, wrap};
use crate::tui::layout;
use crate::tui::scene::Scene;
use crate::tui::state::State;
use crate::workspace::Snapshot;
use crate::workspace::git::Conflict;

/// The columns that a side is set in by, and its further lines once more.
const INDENT: usize = 2;

/// All conflicts, laid out for a width.
pub struct Page {
    /// The lines.
    pub lines: Vec<Line<'static>>,
    /// Those of the one under the cursor.
    pub chosen: Range<usize>,
}

/// Where the list stands in a window: all but the line of the keys.
#[must_use]
pub fn place(window: Rect) -> Rect {
    Rect { height: window.height.saturating_sub(1), ..window }
}

/// The lines of the list's window.
#[must_use]
pub fn page(state: &State) -> usize {
    inner(state).height.into()
}

/// How far the lines of the one under the cursor can be scrolled.
#[must_use]
pub fn last_scroll(state: &State, snapshot: &Snapshot) -> usize {
    let page = Page::of(Scene::plain(state, snapshot), inner(state).width);
    page.chosen.len().saturating_sub(self::page(state))
}

fn inner(state: &State) -> Rect {
    layout::inner(place(Rect::new(0, 0, state.size.width, state.size.height)))
}

impl Page {
    /// Lays the conflicts out.
    #[must_use]
    pub fn of(scene: Scene<'_>, width: u16) -> Self {
        let conflicts = &scene.state.conflicts;
        let mut page = Self { lines: Vec::new(), chosen: 0..0 };
        for (index, conflict) in conflicts.open.iter().enumerate() {
            let start = page.lines.len();
            let is_chosen = index == conflicts.at();
            page.lines.extend(lines(scene, conflict, is_chosen, usize::from(width)));
            if is_chosen {
                page.chosen = start..page.lines.len();
            }
            page.lines.push(Line::default());
        }
        page
    }

    /// The first line of a window of so many: the one under the cursor is seen, a longer one from where it is scrolled to.
    #[must_use]
    pub fn top(&self, scroll: usize, height: usize) -> usize {
        let hidden = self.chosen.len().saturating_sub(height);
        if hidden > 0 {
            self.chosen.start + scroll.min(hidden)
        } else {
            self.chosen.end.saturating_sub(height)
        }
    }
}

fn lines(scene: Scene<'_>, conflict: &Conflict, is_chosen: bool, width: usize) -> Vec<Line<'static>> {
    let (theme, lang) = (scene.theme, scene.lang());
    let (sign, style) = if is_chosen { (scene.glyphs.cursor, theme.title) } else { (" ", theme.text) };
    let mut lines = wrapped(&head(scene, conflict), width, 1, style);
    if let Some(first) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
        *first = Span::styled(sign, theme.accent);
    }
    lines.extend(wrapped(&conflict.field_in_words(lang), width, INDENT, theme.faint));
    for side in conflict.told(lang) {
        lines.extend(wrapped(&side, width, INDENT, theme.text));
    }
    lines
}

/// The plan as the office calls it, else the file; and the task.
fn head(scene: Scene<'_>, conflict: &Conflict) -> String {
    let plan = conflict.plan().and_then(|id| scene.snapshot.plan(id.as_str()));
    let place = plan.map_or(&*conflict.file, |plan| {
        let plan = plan.plan();
        plan.number.as_deref().unwrap_or(&plan.title)
    });
    let task =
        conflict.task.as_ref().map(|task| format!(" {} {} {}", scene.glyphs.dot, task.number, task.title));
    format!("{place}{}", task.unwrap_or_default())
}

/// A text made harmless, on lines that are set in by so many columns, those behind the first by two more.
fn wrapped(text: &str, width: usize, indent: usize, style: Style) -> Vec<Line<'static>> {
    let text = one_line(text);
    let set_in = |(index, text): (usize, &str)| {
        let indent = if index == 0 { indent } else { indent + INDENT };
        Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(text.to_owned(), style)])
    };
    let room = width.saturating_sub(indent + INDENT).max(1);
    wrap(text.trim(), room).into_iter().enumerate().map(set_in).collect()
}
