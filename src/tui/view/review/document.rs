//! The pane of the document: its lines by number, those of the row under the cursor marked, doubts where they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::ReviewView;
use crate::locale::review as words;
use crate::text::one_line;
use crate::tui::layout;
use crate::tui::page::review::{Blanks, margin};
use crate::tui::state::review::Pane;
use crate::tui::view::frame::{self, Frame};
use crate::tui::view::line;

/// The pane.
pub struct Document<'a>(pub &'a ReviewView<'a>);

impl Widget for Document<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let ReviewView { scene, desk } = *self.0;
        let name = desk.wanted.path.rsplit('/').next().unwrap_or_default();
        let title = words::document(scene.lang(), &one_line(name));
        Frame { scene, title: &title, keys: self.0.keys(Pane::Document) }.draw(area, buf);
        let inner = layout::inner(area);
        let lines = &desk.proposal.original.lines;
        let margin = margin(lines.len());
        let columns = usize::from(inner.width.saturating_sub(margin));
        let (mut row, blanks) = (0, Blanks::of(lines));
        for (index, text) in lines.iter().enumerate().skip(desk.top.line) {
            if row >= usize::from(inner.height) {
                break;
            }
            let texts = blanks.rows(text, columns);
            if !texts.is_empty() {
                self.number(index + 1, line::nth(inner, row), buf);
            }
            let style = if self.is_read(index + 1) { scene.theme.title } else { scene.theme.text };
            for text in texts {
                let place = line::nth(inner, row);
                if self.is_read(index + 1) && place.height > 0 {
                    frame::set(buf, place.x, place.y, self.sign(), scene.theme.accent);
                }
                line::put(buf, line::skip(place, margin), &text, style);
                row += 1;
            }
        }
    }
}

impl Document<'_> {
    /// Whether the row under the cursor was read from a line.
    fn is_read(&self, number: usize) -> bool {
        let desk = self.0.desk;
        let lines =
            desk.lines().map_or((desk.line, desk.line), |(first, last)| (first as usize, last as usize));
        (lines.0..=lines.1).contains(&number) || (desk.pane == Pane::Document && desk.line == number)
    }

    fn sign(&self) -> &'static str {
        let glyphs = self.0.scene.glyphs;
        if self.0.desk.pane == Pane::Document { glyphs.cursor } else { glyphs.cursor_away }
    }

    /// The number of a line, and a mark where something is doubtful in it.
    fn number(&self, number: usize, place: Rect, buf: &mut Buffer) {
        let ReviewView { scene, desk } = *self.0;
        let sheet = desk.review.sheet();
        let starts = |lines: Option<(u32, u32)>| lines.is_some_and(|(first, _)| first as usize == number);
        let mut here = sheet.notes.iter().filter(|note| starts(note.finding.lines));
        if here.any(|note| sheet.is_doubtful(&note.spot)) {
            line::put(buf, line::skip(place, 1), "!", scene.theme.soon);
        }
        let is_cursor = desk.pane == Pane::Document && desk.line == number;
        let style = if is_cursor { scene.theme.accent } else { scene.theme.faint };
        let width = usize::from(margin(desk.proposal.original.lines.len())) - 3;
        line::put(buf, line::skip(place, 2), &format!("{number:>width$}"), style);
    }
}
