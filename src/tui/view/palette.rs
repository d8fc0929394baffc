//! What can be done, by name, each with its key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::picker::{under_a_field, window};
use super::{Scene, frame, line};
use crate::locale::screen as words;
use crate::tui::page::help::keys;
use crate::tui::page::palette::fitting;
use crate::tui::state::layer::Palette;

/// The palette.
pub struct PaletteView<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is typed and chosen.
    pub palette: &'a Palette,
}

impl Widget for PaletteView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, palette } = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let rows = under_a_field((scene, words::ask_command(lang)), &palette.field, area, buf);
        let found = fitting(scene.state, palette.field.text());
        if found.is_empty() {
            line::put(buf, line::skip(rows, 3), words::no_command_fits(lang), theme.faint);
        }
        for (index, row) in window(rows, palette.chosen, found.len()) {
            let is_chosen = index == palette.chosen;
            if is_chosen {
                frame::set(buf, row.x, row.y, scene.glyphs.cursor, theme.accent);
            }
            let mut room = line::skip(row, 3);
            room.width = room.width.saturating_sub(1);
            room.width -= line::put_right(buf, room, &keys(found[index]), theme.accent);
            room.width = room.width.saturating_sub(1);
            let style = if is_chosen { theme.title } else { theme.text };
            line::put(buf, room, found[index].action.title(lang), style);
        }
    }
}
