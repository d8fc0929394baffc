//! The list of keys and signs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, dialog, line};
use crate::locale::screen as words;
use crate::tui::layout;
use crate::tui::page::help::{Entry, entries, keys, place};
use crate::tui::state::layer::Help;

/// The list.
pub struct HelpView<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is typed, and how far it is scrolled.
    pub help: &'a Help,
}

/// The columns that keys stand in.
const KEYS: u16 = 18;

impl Widget for HelpView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, help } = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let area = place(area);
        frame::cover(area, buf);
        Frame { scene, title: words::ask_help(lang), keys: Keys::Here }.draw(area, buf);
        let inner = layout::inner(area);
        let prompt = line::skip(line::nth(inner, 0), line::put(buf, inner, " / ", theme.accent));
        dialog::typed(scene, &help.field, prompt, buf);
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        let entries = entries(scene.state, help, scene.glyphs);
        if entries.is_empty() {
            line::put(buf, line::skip(rows, 3), words::no_key_fits(lang), theme.faint);
        }
        for (index, entry) in entries.iter().skip(help.top).take(rows.height.into()).enumerate() {
            let row = line::skip(line::nth(rows, index), 2);
            self.entry(entry, row, buf);
        }
    }
}

impl HelpView<'_> {
    fn entry(&self, entry: &Entry<'_>, row: Rect, buf: &mut Buffer) {
        let (theme, lang) = (self.scene.theme, self.scene.lang());
        match entry {
            Entry::Note(text) => {
                line::put(buf, row, text, theme.text);
            }
            Entry::Heading(text) => {
                line::put(buf, row, text, theme.title);
            }
            Entry::Key(binding) => self.pair((&keys(binding), binding.action.title(lang)), row, buf),
            Entry::Sign(sign, meaning) => self.pair((sign, meaning), row, buf),
        }
    }

    fn pair(&self, (left, right): (&str, &str), row: Rect, buf: &mut Buffer) {
        let theme = self.scene.theme;
        line::put(buf, Rect { width: row.width.min(KEYS), ..line::skip(row, 1) }, left, theme.accent);
        line::put(buf, line::skip(row, KEYS + 2), right, theme.text);
    }
}
