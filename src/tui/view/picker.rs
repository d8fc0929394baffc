//! The picker of units.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, dialog, line};
use crate::locale::{filter, screen as words};
use crate::query::Reach;
use crate::tui::layout;
use crate::tui::state::choices;
use crate::tui::state::layer::{Choice, Picker};

/// The picker.
pub struct PickerView<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is typed and chosen.
    pub picker: &'a Picker,
}

impl Widget for PickerView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, picker } = self;
        let theme = scene.theme;
        let area = layout::middle(area, 64, area.height * 2 / 3);
        frame::cover(area, buf);
        Frame { scene, title: words::ask_unit(scene.lang()), keys: Keys::Here }.draw(area, buf);
        let inner = layout::inner(area);
        let prompt = line::skip(line::nth(inner, 0), line::put(buf, inner, " > ", theme.accent));
        dialog::typed(scene, &picker.field, prompt, buf);
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        let found = choices::fitting(scene.state, picker.field.text());
        if found.is_empty() {
            line::put(buf, line::skip(rows, 3), words::no_unit_fits(scene.lang()), theme.faint);
        }
        let at = choices::at(picker, &found);
        let height = usize::from(rows.height).max(1);
        let top = at / height * height;
        for (index, choice) in found.iter().enumerate().skip(top).take(height) {
            self.choice(*choice, index == at, line::nth(rows, index - top), buf);
        }
    }
}

impl PickerView<'_> {
    fn choice(&self, choice: Choice, is_chosen: bool, row: Rect, buf: &mut Buffer) {
        let (scene, theme) = (self.scene, self.scene.theme);
        if is_chosen {
            frame::set(buf, row.x, row.y, scene.glyphs.cursor, theme.accent);
        }
        let row = line::skip(row, 3);
        let mut room = Rect { width: row.width.saturating_sub(1), ..row };
        let (more, tasks) = match choice.reach {
            Reach::ByName => ("", scene.state.counts.facets.unit(choice.unit).total.to_string()),
            Reach::WithCollectives => (filter::with_collectives(scene.lang()), String::new()),
        };
        room.width -= line::put_right(buf, room, &tasks, theme.faint);
        room.width = room.width.saturating_sub(1);
        let style = if is_chosen { theme.title } else { theme.text };
        let name = &*scene.state.index.roster().unit(choice.unit).name;
        line::put_all(buf, room, [(name, style), (more, theme.faint)]);
    }
}
