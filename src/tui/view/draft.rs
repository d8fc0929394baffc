//! What an earlier screen could not save, and whether it is taken up.

use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use serde_json::Value;

use super::frame::{self, Frame, Keys};
use super::{Scene, dialog, line};
use crate::action::{Action, Chord, Scope};
use crate::locale::{date, screen as words};
use crate::tui::layout;
use crate::tui::state::draft::Draft;
use crate::tui::state::layer::Prompt;
use crate::workspace::Kept;

/// So many changes are named.
const NAMED: usize = 4;

/// The draft.
pub struct DraftView<'a>(pub Scene<'a>);

impl Widget for DraftView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let Draft::Found(found) = &scene.state.draft else { return };
        let lines = self.lines(&found.kept);
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let area = layout::middle(area, 76.min(area.width), height.min(area.height));
        frame::cover(area, buf);
        let title = self.title(found.at);
        Frame { scene, title: &title, keys: Keys::Here }.draw(area, buf);
        let inner = line::skip(layout::inner(area), 2);
        for (index, text) in lines.iter().enumerate() {
            line::put(buf, line::nth(inner, index), text, scene.theme.text);
        }
        let last = usize::from(inner.height).saturating_sub(1);
        let throw = scene.state.keys.chord(Scope::Draft.stack(), Action::ThrowAway);
        let throw = throw.map_or(String::new(), Chord::label);
        line::put(buf, line::nth(inner, last), &words::draft_keys(scene.lang(), &throw), scene.theme.faint);
    }
}

impl DraftView<'_> {
    /// When the screen ended that left it behind.
    fn title(&self, at: Option<DateTime<FixedOffset>>) -> String {
        let lang = self.0.lang();
        let moment = at.map(|at| format!("{} {}", at.format("%H:%M"), date::day(lang, at.date_naive())));
        moment.map_or(words::draft_title(lang).to_owned(), |moment| words::draft_left_at(lang, &moment))
    }

    fn lines(&self, kept: &[Kept]) -> Vec<String> {
        let lang = self.0.lang();
        let mut lines: Vec<String> =
            kept.iter().filter_map(typed).flat_map(|typed| self.typed(typed)).collect();
        let unsaved: Vec<&str> = kept.iter().filter_map(what).collect();
        if !unsaved.is_empty() {
            lines.push(words::draft_unsaved(lang, unsaved.len()));
            lines.extend(unsaved.iter().take(NAMED).map(|what| format!("  {what}")));
        }
        if unsaved.len() > NAMED {
            lines.push(format!("  {}", words::and_more(lang, unsaved.len() - NAMED)));
        }
        lines
    }

    /// What was being typed, for which task, and the text.
    fn typed(&self, typed: &Value) -> Vec<String> {
        let lang = self.0.lang();
        let Some(prompt) = Prompt::of_draft(typed) else {
            return vec![words::draft_unreadable(lang).to_owned()];
        };
        let what = words::draft_of(lang, dialog::question(lang, prompt.ask));
        vec![what, format!("  {}", self.subject(&prompt)), format!("  {}", prompt.field.text())]
    }

    /// The one task, or how many.
    fn subject(&self, prompt: &Prompt) -> String {
        let snapshot = self.0.snapshot;
        let rows = &prompt.subject.rows;
        let only = if let [row] = &rows[..] { row.locate(snapshot) } else { None };
        let task = only.and_then(|row| Some(snapshot.plans[row.plan as usize].task(row.place? as usize)));
        task.map_or_else(
            || words::several_tasks(self.0.lang(), rows.len()),
            |task| format!("{} {}", task.number, task.title),
        )
    }
}

fn typed(kept: &Kept) -> Option<&Value> {
    if let Kept::Typed(typed) = kept { Some(typed) } else { None }
}

fn what(kept: &Kept) -> Option<&str> {
    if let Kept::Unsaved(unsaved) = kept { Some(&unsaved.what) } else { None }
}
