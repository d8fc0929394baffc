//! The pane of the document, or of last year's plan: its lines by number or status, those of the row under the cursor marked, doubts where they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::ReviewView;
use crate::import::review::{Forerunner, Note};
use crate::locale::review as words;
use crate::text::one_line;
use crate::tui::layout;
use crate::tui::page::review::{Blanks, margin};
use crate::tui::state::review::Pane;
use crate::tui::view::frame::{self, Frame};
use crate::tui::view::line;
use crate::workspace::Material;

/// The pane.
pub struct Document<'a>(pub &'a ReviewView<'a>);

impl Widget for Document<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let ReviewView { scene, desk } = *self.0;
        let title = match &desk.wanted.from {
            Material::Document(path) => {
                let name = path.rsplit('/').next().unwrap_or_default();
                words::document(scene.lang(), &one_line(name))
            }
            Material::Pasted { name, .. } => words::document(scene.lang(), name),
            Material::Plan(id) => words::last_year(scene.lang(), id),
        };
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
        let mut read = desk.lines().into_iter();
        let is_here = desk.line == number && (desk.pane == Pane::Document || read.len() == 0);
        is_here || read.any(|(first, last)| (first as usize..=last as usize).contains(&number))
    }

    fn sign(&self) -> &'static str {
        let glyphs = self.0.scene.glyphs;
        if self.0.desk.pane == Pane::Document { glyphs.cursor } else { glyphs.cursor_away }
    }

    /// The number of a line, and a mark where something is doubtful in it. In last year's plan the line of a task has
    /// its status instead.
    fn number(&self, number: usize, place: Rect, buf: &mut Buffer) {
        let ReviewView { scene, desk } = *self.0;
        let (sheet, original) = (desk.review.sheet(), &desk.proposal.original);
        let starts = |note: &&Note| {
            let lines = note.finding.lines.or_else(|| original.lines_of(&sheet.plan, &note.spot));
            lines.is_some_and(|(first, _)| first as usize == number)
        };
        let mut here = sheet.notes.iter().filter(starts);
        if here.any(|note| sheet.is_doubtful(&note.spot)) {
            line::put(buf, line::skip(place, 1), "!", scene.theme.soon);
        }
        if let Forerunner::LastYear(last) = &original.forerunner {
            let status = u32::try_from(number).ok().and_then(|line| last.status(line));
            let (sign, style) = status.map_or((" ", scene.theme.text), |status| scene.status_sign(status));
            line::put(buf, line::skip(place, margin(original.lines.len()) - 2), sign, style);
            return;
        }
        let is_cursor = desk.pane == Pane::Document && desk.line == number;
        let style = if is_cursor { scene.theme.accent } else { scene.theme.faint };
        let width = usize::from(margin(original.lines.len())) - 3;
        line::put(buf, line::skip(place, 2), &format!("{number:>width$}"), style);
    }
}
