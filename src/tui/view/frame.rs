//! Frames around panes; where two share an edge, it is joined.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::{Scene, line};
use crate::text::{one_line, width};
use crate::tui::state::Pane;
use crate::tui::state::layer::Layer;

/// A frame with a title in its upper edge.
pub struct Frame<'a> {
    /// What it is drawn with.
    pub scene: Scene<'a>,
    /// In the upper edge.
    pub title: &'a str,
    /// Whether the keys go there.
    pub keys: Keys,
}

/// Where the keys go; a sign says so as well as a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// To what is framed.
    Here,
    /// Elsewhere.
    Elsewhere,
}

impl Keys {
    /// Whether the keys go to a pane.
    #[must_use]
    pub fn of(scene: Scene<'_>, pane: Pane) -> Self {
        let is_covered = matches!(
            scene.state.layer,
            Some(
                Layer::Help(_)
                    | Layer::Units(_)
                    | Layer::Palette(_)
                    | Layer::Confirm(_)
                    | Layer::TakeBack(_)
                    | Layer::GiveUp(_)
                    | Layer::Draft
                    | Layer::Conflicts
                    | Layer::TakeAll(_)
                    | Layer::TakeUp(_)
            )
        );
        if scene.state.focus == pane && !is_covered { Self::Here } else { Self::Elsewhere }
    }
}

impl Frame<'_> {
    /// Draws the edges; corners that stand on another frame's edge become joints.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width < 2 || area.height < 2 {
            return;
        }
        let lines = &self.scene.glyphs.lines;
        let style = self.scene.theme.border;
        let (left, right, top, bottom) = (area.x, area.right() - 1, area.y, area.bottom() - 1);
        for x in left + 1..right {
            set(buf, x, top, lines.horizontal, style);
            set(buf, x, bottom, lines.horizontal, style);
        }
        for y in top + 1..bottom {
            set(buf, left, y, lines.vertical, style);
            set(buf, right, y, lines.vertical, style);
        }
        set(buf, left, top, lines.top_left, style);
        set(buf, right, top, lines.top_right, style);
        set(buf, left, bottom, lines.bottom_left, style);
        set(buf, right, bottom, lines.bottom_right, style);
        self.title(area, buf);
    }

    /// Draws an edge between two panes of one frame, with the lower one's title.
    pub fn divide(&self, area: Rect, y: u16, buf: &mut Buffer) {
        let lines = &self.scene.glyphs.lines;
        let style = self.scene.theme.border;
        for x in area.x + 1..area.right() - 1 {
            set(buf, x, y, lines.horizontal, style);
        }
        set(buf, area.x, y, lines.left, style);
        set(buf, area.right() - 1, y, lines.right, style);
        self.title(Rect { y, height: 1, ..area }, buf);
    }

    /// Writes the title into the upper edge, a space or the cursor's sign before it and a space behind.
    fn title(&self, area: Rect, buf: &mut Buffer) {
        let text = one_line(self.title);
        if text.trim().is_empty() || area.width < 6 {
            return;
        }
        let (before, style) = match self.keys {
            Keys::Here => (self.scene.glyphs.cursor, self.scene.theme.accent),
            Keys::Elsewhere => (" ", self.scene.theme.title),
        };
        let room = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
        let text = crate::text::cut_at_word(&text, usize::from(room.width) - 2);
        line::put_all(buf, room, [(before, style), (&text, style), (" ", style)]);
    }
}

/// Draws the cursor of a pane at the left of a row; a thin one where the keys go elsewhere.
pub fn cursor(scene: Scene<'_>, pane: Pane, row: Rect, buf: &mut Buffer) {
    let (sign, style) = match Keys::of(scene, pane) {
        Keys::Here => (scene.glyphs.cursor, scene.theme.accent),
        Keys::Elsewhere => (scene.glyphs.cursor_away, scene.theme.faint),
    };
    set(buf, row.x, row.y, sign, style);
}

/// Clears an area for what lies over the screen. A wide sign that reaches into it goes whole: the terminal would draw it
/// over the edge.
pub fn cover(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    for (x, y) in (buf.area.x..area.x).flat_map(|x| (area.top()..area.bottom()).map(move |y| (x, y))) {
        if width(buf[(x, y)].symbol()) > usize::from(area.x - x) {
            buf[(x, y)].set_symbol(" ");
        }
    }
}

/// Puts a sign into a cell, if it is there.
pub fn set(buf: &mut Buffer, x: u16, y: u16, sign: &str, style: Style) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_symbol(sign).set_style(style);
    }
}
