//! The first line: the program, what it holds, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::{Scene, line};
use crate::action::{Action, Scope};
use crate::locale::{date, screen as words};
use crate::text::width;
use crate::tui::state::screen::Screen;
use crate::tui::state::{Access, Phase};

/// The columns that the counts are left.
const WITH_SCREENS: u16 = 56;

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
        let room = Rect { width: room.width - self.screens(room, buf), ..room };
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

/// The screens, each with the action that leads there.
const SCREENS: [(Screen, Action); 3] =
    [(Screen::Plans, Action::Plans), (Screen::Workload, Action::Workload), (Screen::Agenda, Action::Agenda)];

impl Header<'_> {
    /// The screens with their keys at the right, the one that is seen in its own style, where the counts leave room;
    /// answers the columns they took.
    fn screens(&self, room: Rect, buf: &mut Buffer) -> u16 {
        let Self(scene) = self;
        let (theme, state) = (scene.theme, scene.state);
        let mut pieces = Vec::new();
        for (screen, action) in SCREENS {
            let Some(chord) = state.keys.chord(Scope::Global.stack(), action) else { continue };
            let title = if state.screen == screen { theme.title } else { theme.faint };
            pieces.push((format!("  {} ", chord.label()), theme.accent));
            pieces.push((action.short_title(state.lang).to_owned(), title));
        }
        let columns = pieces.iter().map(|(text, _)| line::columns(text)).sum::<u16>();
        if room.width < columns + WITH_SCREENS {
            return 0;
        }
        let place = line::skip(room, room.width - columns);
        line::put_all(buf, place, pieces.iter().map(|(text, style)| (text.as_str(), *style)))
    }

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
