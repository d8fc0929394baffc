//! The list of conflicts, over all but the keys; and the line that tells of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line};
use crate::action::{Action, Scope};
use crate::locale::{Lang, git, screen as words};
use crate::tui::layout;
use crate::tui::page::conflicts::{Page, place};
use crate::workspace::Side;

/// The list.
pub struct ConflictsView<'a>(pub Scene<'a>);

impl Widget for ConflictsView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (conflicts, lang) = (&scene.state.conflicts, scene.lang());
        let area = place(area);
        frame::cover(area, buf);
        let title = words::conflicts_title(lang, conflicts.open.len());
        Frame { scene, title: &title, keys: Keys::Here }.draw(area, buf);
        let inner = layout::inner(area);
        if conflicts.open.is_empty() {
            let text = if conflicts.had_any { words::conflicts_over(lang) } else { git::no_conflicts(lang) };
            line::put(buf, line::skip(inner, 1), text, scene.theme.text);
            return;
        }
        let height = usize::from(inner.height);
        let page = Page::of(scene, inner.width);
        let top = page.top(conflicts.scroll, height);
        for (index, text) in page.lines.iter().skip(top).take(height).enumerate() {
            line::put_line(buf, line::nth(inner, index), text);
        }
    }
}

/// Says, above the keys, that something is to be decided, and which key shows it.
pub struct Call<'a>(pub Scene<'a>);

impl Widget for Call<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let style = scene.theme.soon;
        let chord = scene.state.keys.chord(Scope::Global.stack(), Action::Conflicts);
        let key = chord
            .map(|chord| format!(" {} {}", scene.glyphs.dot, words::opens(scene.lang(), &chord.label())));
        let key = key.unwrap_or_default();
        frame::cover(area, buf);
        let area = line::skip(area, 1);
        let room = Rect { width: area.width.saturating_sub(line::columns(&key)), ..area };
        let text = words::conflicts_wait(scene.lang(), scene.state.conflicts.open.len());
        let taken = line::put(buf, room, &text, style);
        line::put(buf, line::skip(area, taken), &key, style);
    }
}

/// The question before all are decided for one side.
pub fn take_all(lang: Lang, side: Side, count: usize) -> String {
    match side {
        Side::Ours => words::ask_all_ours(lang, count),
        Side::Theirs => words::ask_all_theirs(lang, count),
    }
}
