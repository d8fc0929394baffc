//! The picker of units.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, dialog, line};
use crate::locale::{filter, screen as words};
use crate::query::Reach;
use crate::tui::field::Field;
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
        let rows = under_a_field((scene, words::ask_unit(scene.lang())), &picker.field, area, buf);
        let found = choices::fitting(scene.state, picker.field.text());
        if found.is_empty() {
            line::put(buf, line::skip(rows, 3), words::no_unit_fits(scene.lang()), theme.faint);
        }
        let at = choices::at(picker, &found);
        for (index, row) in window(rows, at, found.len()) {
            self.choice(found[index], index == at, row, buf);
        }
    }
}

/// Draws a frame in the middle with a line to type into; answers the room for what fits.
pub fn under_a_field((scene, title): (Scene<'_>, &str), field: &Field, area: Rect, buf: &mut Buffer) -> Rect {
    let area = layout::middle(area, 64, area.height * 2 / 3);
    frame::cover(area, buf);
    Frame { scene, title, keys: Keys::Here }.draw(area, buf);
    let inner = layout::inner(area);
    let prompt = line::skip(line::nth(inner, 0), line::put(buf, inner, " > ", scene.theme.accent));
    dialog::typed(scene, field, prompt, buf);
    Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner }
}

/// The page of so many choices that the chosen one stands on, each by its index and with its row.
pub fn window(rows: Rect, at: usize, count: usize) -> impl Iterator<Item = (usize, Rect)> {
    let height = usize::from(rows.height).max(1);
    let top = at / height * height;
    (top..count).take(height).map(move |index| (index, line::nth(rows, index - top)))
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
