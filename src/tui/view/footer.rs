//! The last line: what is typed, else what was just done, else the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::{Scene, dialog, line};
use crate::action::{Action, Scope};
use crate::locale::{review, screen as words, workload};
use crate::tui::state::Pane;
use crate::tui::state::layer::{Layer, Prompt};
use crate::tui::state::notice::{Toast, Tone};
use crate::tui::state::screen::Screen;

/// The footer.
pub struct Footer<'a>(pub Scene<'a>);

/// The keys that the list's footer shows, the most useful first.
const LIST: [Action; 16] = [
    Action::Help,
    Action::Quit,
    Action::NextStatus,
    Action::Done,
    Action::Unit,
    Action::Search,
    Action::Late,
    Action::Note,
    Action::Workload,
    Action::Agenda,
    Action::Undo,
    Action::Quarter1,
    Action::Open,
    Action::NextPane,
    Action::Language,
    Action::NextYear,
];

/// Those of the side panes.
const SIDE: [Action; 8] = [
    Action::Help,
    Action::Quit,
    Action::Down,
    Action::Open,
    Action::NextPane,
    Action::Unit,
    Action::Search,
    Action::NextYear,
];

/// Those of the table of workload.
const WORKLOAD: [Action; 12] = [
    Action::Help,
    Action::Quit,
    Action::Open,
    Action::Plans,
    Action::Role,
    Action::Sort,
    Action::Finer,
    Action::Collectives,
    Action::Export,
    Action::Unit,
    Action::Late,
    Action::Later,
];

/// Those of the agenda.
const AGENDA: [Action; 12] = [
    Action::Help,
    Action::Quit,
    Action::NextStatus,
    Action::Done,
    Action::Group,
    Action::Open,
    Action::Plans,
    Action::Unit,
    Action::Note,
    Action::Extend,
    Action::Mark,
    Action::Undo,
];

/// Those of the list of conflicts.
const CONFLICTS: [Action; 7] = [
    Action::TakeOurs,
    Action::TakeTheirs,
    Action::Undo,
    Action::Cancel,
    Action::Down,
    Action::AllOurs,
    Action::AllTheirs,
];

/// Those of a review.
const REVIEW: [Action; 21] = [
    Action::Help,
    Action::Save,
    Action::Leave,
    Action::Undo,
    Action::Check,
    Action::NextDoubt,
    Action::Drop,
    Action::Same,
    Action::CorrectTitle,
    Action::Remedy,
    Action::CheckCertain,
    Action::CorrectTime,
    Action::CorrectUnits,
    Action::Changes,
    Action::Merge,
    Action::Split,
    Action::Search,
    Action::Demote,
    Action::Kind,
    Action::NextField,
    Action::NextPane,
];

/// Those of them that are for a new copy of a plan alone.
const OF_COPIES: [Action; 2] = [Action::Same, Action::Changes];

/// Those of a workspace without plans.
const EMPTY: [Action; 4] = [Action::Help, Action::Import, Action::Language, Action::Quit];

impl Widget for Footer<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let theme = scene.theme;
        let toast = scene.state.notices.toast.as_ref();
        match (&scene.state.layer, toast) {
            (Some(Layer::Prompt(prompt)), _) => {
                let (label, keys) = (self.question(prompt), words::enter_saves(scene.lang()));
                dialog::Ask { scene, label: &label, field: &prompt.field, keys }.render(area, buf);
            }
            (Some(Layer::WriteOut(field)), _) => {
                let (label, keys) = (words::ask_file(scene.lang()), words::enter_saves(scene.lang()));
                dialog::Ask { scene, label, field, keys }.render(area, buf);
            }
            (Some(Layer::Export(field)), _) => {
                let (label, keys) = (workload::ask_file(scene.lang()), words::enter_saves(scene.lang()));
                dialog::Ask { scene, label, field, keys }.render(area, buf);
            }
            (Some(Layer::Document(field)), _) => {
                let (label, keys) = (review::ask_path(scene.lang()), review::tab_completes(scene.lang()));
                dialog::Ask { scene, label, field, keys }.render(area, buf);
            }
            (Some(Layer::Namesake(dialog)), _) => {
                let (label, keys) = (review::ask_namesake(scene.lang()), review::enter_opens(scene.lang()));
                dialog::Ask { scene, label, field: &dialog.field, keys }.render(area, buf);
            }
            (Some(Layer::Add(field)), _) => {
                let (label, keys) = (review::ask_new(scene.lang()), review::enter_takes(scene.lang()));
                dialog::Ask { scene, label, field, keys }.render(area, buf);
            }
            (Some(Layer::Correct(dialog)), _) => {
                let label = dialog::correction(scene.lang(), &dialog.spot, dialog.what);
                let keys = review::enter_takes(scene.lang());
                dialog::Ask { scene, label, field: &dialog.field, keys }.render(area, buf);
            }
            (Some(Layer::Seek(seek)), _) => {
                let (label, keys) = (words::ask_search(scene.lang()), review::seek_keys(scene.lang()));
                dialog::Ask { scene, label, field: &seek.field, keys }.render(area, buf);
            }
            (Some(Layer::Search(search)), _) => {
                let (label, keys) = (words::ask_search(scene.lang()), words::enter_keeps(scene.lang()));
                dialog::Ask { scene, label, field: &search.field, keys }.render(area, buf);
            }
            (_, Some(toast)) if toast.tone == Tone::Refused => {
                line::put_all(buf, area, [(" ", theme.soon), (&*toast.text, theme.soon)]);
            }
            (_, Some(toast)) => self.toast(toast, area, buf),
            (_, None) => self.keys(area, buf),
        }
    }
}

impl Footer<'_> {
    /// What a prompt asks, and for how many tasks where they are marked ones.
    fn question(&self, prompt: &Prompt) -> String {
        let Self(scene) = self;
        let question = dialog::question(scene.lang(), prompt.ask);
        if scene.state.marked.is_empty() || scene.state.focus == Pane::Detail {
            return question.to_owned();
        }
        let marked = words::marked(scene.lang(), prompt.subject.rows.len());
        format!("{marked} {} {question}", scene.glyphs.dot)
    }

    /// What was done, shortened where it is long, and what takes it back.
    fn toast(&self, toast: &Toast, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let done = scene.theme.done;
        let area = line::skip(area, 1);
        let back = match &*toast.back {
            "" => String::new(),
            back => format!(" {} {back}", scene.glyphs.dot),
        };
        let room = Rect { width: area.width.saturating_sub(line::columns(&back)), ..area };
        let taken = line::put(buf, room, &toast.text, done);
        line::put(buf, line::skip(area, taken), &back, done);
    }

    /// As many keys as have room, each with what it does.
    fn keys(&self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (scope, actions): (Scope, &[Action]) = match scene.state.focus {
            _ if matches!(scene.state.layer, Some(Layer::Conflicts)) => (Scope::Conflicts, &CONFLICTS),
            _ if scene.state.review.is_some() => (Scope::Review, &REVIEW),
            _ if scene.has_nothing() => (Scope::Global, &EMPTY),
            _ if scene.state.screen == Screen::Workload => (Scope::Workload, &WORKLOAD),
            _ if scene.state.screen == Screen::Agenda => (Scope::Agenda, &AGENDA),
            _ if scene.snapshot.plans.is_empty() => (Scope::Side, &SIDE),
            Pane::List | Pane::Detail => (Scope::List, &LIST),
            _ => (Scope::Side, &SIDE),
        };
        let is_copy = scene.state.review.as_ref().is_some_and(|desk| desk.review.sheet().is_copy());
        let mut area = line::skip(area, 1);
        for action in actions.iter().filter(|action| is_copy || !OF_COPIES.contains(action)) {
            area = line::skip(area, self.key(scope, *action, area, buf));
        }
    }

    /// A key and what it does, if there is room; answers the columns it took.
    fn key(&self, scope: Scope, action: Action, area: Rect, buf: &mut Buffer) -> u16 {
        let Self(scene) = self;
        let theme = scene.theme;
        let Some(chord) = scene.state.keys.chord(scope.stack(), action) else { return 0 };
        let (key, title) = (chord.label(), action.short_title(scene.lang()));
        if line::columns(&key) + line::columns(title) + 1 > area.width {
            return 0;
        }
        let pieces = [(&*key, theme.accent), (" ", theme.text), (title, theme.faint), ("  ", theme.text)];
        line::put_all(buf, area, pieces)
    }
}
