//! The review of a document: left the document, right the draft, below what the row says. Both where there is room.

mod document;
mod draft;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line};
use crate::locale::review as words;
use crate::tui::layout;
use crate::tui::page::review::{Areas, detail};
use crate::tui::state::layer::Layer;
use crate::tui::state::review::{Desk, Pane};

/// The review.
pub struct ReviewView<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is under review.
    pub desk: &'a Desk,
}

impl Widget for ReviewView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let areas = Areas::of(Size { width: area.width, height: area.height }, self.desk.pane);
        frame::cover(Rect { height: area.height.saturating_sub(1), ..area }, buf);
        if let Some(area) = areas.document {
            document::Document(&self).render(area, buf);
        }
        if let Some(area) = areas.draft {
            draft::Draft(&self).render(area, buf);
        }
        self.detail(areas.detail, buf);
    }
}

impl ReviewView<'_> {
    /// Whether the keys go to a pane.
    fn keys(&self, pane: Pane) -> Keys {
        let here = self.desk.pane == pane && matches!(self.scene.state.layer, Some(Layer::Review));
        if here { Keys::Here } else { Keys::Elsewhere }
    }

    fn detail(&self, area: Rect, buf: &mut Buffer) {
        let scene = self.scene;
        Frame { scene, title: &self.whose(), keys: Keys::Elsewhere }.draw(area, buf);
        let inner = line::skip(layout::inner(area), 1);
        let lines = detail::lines(scene, self.desk, usize::from(inner.width.saturating_sub(1)));
        for (index, text) in lines.iter().take(inner.height.into()).enumerate() {
            line::put_line(buf, line::nth(inner, index), text);
        }
    }

    /// Of which plan the draft is a new copy.
    fn whose(&self) -> String {
        let base = self.desk.proposal.base.as_ref();
        let count = self.desk.differences().len();
        base.map_or(String::new(), |base| words::new_copy_of(self.scene.lang(), &base.plan.id, count))
    }
}

/// Lines to pick one of: the sentences of a task, the former tasks that it may be.
pub struct PickView<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is picked.
    pub title: &'a str,
    /// The keys that pick it.
    pub keys: &'a str,
    /// The lines.
    pub lines: Vec<String>,
    /// Which of these is chosen.
    pub chosen: usize,
}

impl Widget for PickView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, title, keys, lines, chosen } = self;
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
        let area = layout::middle(area, area.width.saturating_sub(4).min(110), height);
        frame::cover(area, buf);
        Frame { scene, title, keys: Keys::Here }.draw(area, buf);
        let inner = line::skip(layout::inner(area), 1);
        let room = usize::from(inner.height.saturating_sub(2)).max(1);
        let top = (chosen + 1).saturating_sub(room);
        for (index, text) in lines.iter().enumerate().skip(top).take(room) {
            let row = line::nth(inner, index - top);
            let (sign, style) = if index == chosen {
                (scene.glyphs.cursor, scene.theme.title)
            } else {
                (" ", scene.theme.text)
            };
            line::put_all(buf, row, [(sign, scene.theme.accent), (" ", style), (text, style)]);
        }
        let last = usize::from(inner.height).saturating_sub(1);
        line::put(buf, line::nth(inner, last), keys, scene.theme.faint);
    }
}
