//! The first line: the program, what it holds, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::{Scene, line};
use crate::locale::{date, screen as words};
use crate::tui::state::{Access, Phase};

/// The header.
pub struct Header<'a>(pub Scene<'a>);

impl Widget for Header<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let mark = match scene.state.access {
            Access::Write => "",
            Access::Demo => words::demo_mark(lang),
            Access::ReadOnly => words::read_only_mark(lang),
        };
        let right = format!("{mark}  {} ", date::day(lang, scene.snapshot.day));
        let taken = line::put_right(buf, area, &right, theme.faint);
        let room = Rect { width: area.width - taken, ..area };
        let mut room =
            line::skip(room, line::put_all(buf, room, [(" ", theme.text), ("tiendo", theme.title)]));
        if scene.state.phase == Phase::Reading {
            return;
        }
        let tally = &scene.state.counts.tally;
        let soon_days = scene.snapshot.settings.soon_days;
        let counts = [
            (words::plan_count(lang, scene.snapshot.plans.len()), theme.text),
            (words::task_count(lang, tally.tasks), theme.text),
            (
                words::overdue_count(lang, tally.overdue),
                if tally.overdue > 0 { theme.overdue } else { theme.text },
            ),
            (
                words::soon_count(lang, tally.soon, soon_days),
                if tally.soon > 0 { theme.soon } else { theme.text },
            ),
        ];
        let dot = format!(" {} ", scene.glyphs.dot);
        for (index, (text, style)) in counts.iter().enumerate() {
            let before = if index == 0 { "   " } else { &dot };
            if line::columns(before) + line::columns(text) > room.width {
                return;
            }
            room = line::skip(room, line::put_all(buf, room, [(before, theme.faint), (text, *style)]));
        }
    }
}
