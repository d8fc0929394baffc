//! The first line: the program, what it holds, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::{Scene, line};
use crate::locale::{date, screen as words};
use crate::text::width;
use crate::tui::state::{Access, Phase};

/// The header.
pub struct Header<'a>(pub Scene<'a>);

impl Widget for Header<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let day = format!("  {} ", date::day(lang, scene.snapshot.day));
        let taken = line::put_right(buf, area, &day, theme.faint);
        let room = Rect { width: area.width - taken, ..area };
        let kept = if scene.state.access == Access::ReadOnly { words::read_only_mark(lang) } else { "" };
        let room = Rect { width: room.width - line::put_right(buf, room, kept, theme.faint), ..room };
        let room = line::skip(room, line::put_all(buf, room, [(" ", theme.text), ("tiendo", theme.title)]));
        if scene.state.phase == Phase::Reading {
            return;
        }
        let tally = &scene.state.counts.tally;
        let soon_days = scene.snapshot.settings.soon_days;
        let mut counts = vec![
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
        let unread = scene.snapshot.damaged().count();
        if unread > 0 {
            counts.push((words::unread_count(lang, unread), theme.overdue));
        }
        let marks: &[&str] = match scene.state.access {
            Access::Demo => &[words::demo_mark(lang), words::demo_short(lang)],
            Access::Write | Access::ReadOnly => &[],
        };
        // That nothing is kept is to be seen in every window: the counts give way to it.
        let reserved = marks.last().map_or(0, |short| line::columns(short) + 2);
        let for_counts = Rect { width: room.width.saturating_sub(reserved), ..room };
        let room = line::skip(room, self.counts(&counts, for_counts, buf));
        notice(marks, theme.faint, room, buf);
    }
}

impl Header<'_> {
    /// As many counts as have room; what is urgent stands last and goes last. Answers the columns they took.
    fn counts(&self, counts: &[(String, Style)], room: Rect, buf: &mut Buffer) -> u16 {
        let Self(scene) = self;
        let dot = format!(" {} ", scene.glyphs.dot);
        let columns =
            |counts: &[(String, Style)]| -> usize { counts.iter().map(|(text, _)| width(text) + 3).sum() };
        let unread = &counts[4..];
        let tails =
            [counts, &counts[1..], &counts[2..], if unread.is_empty() { &counts[2..3] } else { unread }];
        let Some(shown) = tails.into_iter().find(|tail| columns(tail) <= room.width.into()) else { return 0 };
        let mut left = room;
        for (index, (text, style)) in shown.iter().enumerate() {
            let before = if index == 0 { "   " } else { &dot };
            left = line::skip(
                left,
                line::put_all(buf, left, [(before, scene.theme.faint), (text.as_str(), *style)]),
            );
        }
        room.width - left.width
    }
}

/// A notice at the right, in the first of its wordings that has room, whole or up to its comma.
fn notice(wordings: &[&str], style: Style, room: Rect, buf: &mut Buffer) {
    let room = line::skip(room, 2);
    if let Some(text) = wordings
        .iter()
        .flat_map(|text| [*text, text.split(',').next().unwrap_or(text)])
        .find(|text| line::columns(text) <= room.width)
    {
        line::put_right(buf, room, text, style);
    }
}
