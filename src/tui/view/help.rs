//! The list of keys, made from the table of actions.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::frame::Frame;
use super::{Scene, dialog, line};
use crate::action::{Binding, Scope};
use crate::locale::{Lang, screen as words};
use crate::text::fold;
use crate::tui::layout;
use crate::tui::state::State;
use crate::tui::state::layer::Help;

/// The list.
pub struct HelpView<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is typed, and how far it is scrolled.
    pub help: &'a Help,
}

/// A line of the list.
enum Entry<'a> {
    /// What the keys of the list mean where more than one task is at hand.
    Note(&'static str),
    Heading(Scope),
    Key(&'a Binding),
}

/// The columns that keys stand in.
const KEYS: u16 = 18;

impl Widget for HelpView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, help } = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let area = place(area);
        Clear.render(area, buf);
        Frame { scene, title: words::ask_help(lang), style: theme.accent }.draw(area, buf);
        let inner = layout::inner(area);
        let prompt = line::skip(line::nth(inner, 0), line::put(buf, inner, " / ", theme.accent));
        dialog::typed(scene, &help.field, prompt, buf);
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        let entries = entries(scene.state, help);
        if entries.is_empty() {
            line::put(buf, line::skip(rows, 3), words::no_key_fits(lang), theme.faint);
        }
        for (index, entry) in entries.iter().skip(help.top).take(rows.height.into()).enumerate() {
            let row = line::skip(line::nth(rows, index), 2);
            match entry {
                Entry::Note(text) => {
                    line::put(buf, row, text, theme.text);
                }
                Entry::Heading(scope) => {
                    line::put(buf, row, scope.title(lang), theme.title);
                }
                Entry::Key(binding) => {
                    line::put(
                        buf,
                        Rect { width: row.width.min(KEYS), ..line::skip(row, 1) },
                        &keys(binding),
                        theme.accent,
                    );
                    line::put(buf, line::skip(row, KEYS + 2), binding.action.title(lang), theme.text);
                }
            }
        }
    }
}

fn place(area: Rect) -> Rect {
    dialog::middle(area, 66, area.height.saturating_sub(2))
}

/// How far the list can be scrolled.
#[must_use]
pub fn last_top(state: &State, help: &Help) -> usize {
    let window = Rect { x: 0, y: 0, width: state.size.width, height: state.size.height };
    let height = layout::inner(place(window)).height.saturating_sub(1);
    entries(state, help).len().saturating_sub(height.into())
}

/// The keys that fit what is typed, by their name or by what they do, under the scopes that they hold in.
fn entries<'a>(state: &'a State, help: &Help) -> Vec<Entry<'a>> {
    let typed = fold(help.field.text());
    let lang = state.lang;
    let notes = [words::help_detail(lang), words::help_checklist(lang), words::help_marks(lang)];
    let fits_note = |note: &&str| typed.split_whitespace().all(|word| fold(note).contains(word));
    let mut entries: Vec<Entry<'a>> = notes.into_iter().filter(fits_note).map(Entry::Note).collect();
    let mut scope = None;
    for binding in state.keys.bindings() {
        if !fits(binding, &typed, help.field.text(), state.lang) {
            continue;
        }
        if scope != Some(binding.scope) {
            scope = Some(binding.scope);
            entries.push(Entry::Heading(binding.scope));
        }
        entries.push(Entry::Key(binding));
    }
    entries
}

/// A single sign is looked for among the keys first: `z` is not `Z`.
fn fits(binding: &Binding, typed: &str, exact: &str, lang: Lang) -> bool {
    let is_key = binding.chords.iter().any(|chord| chord.label() == exact);
    is_key
        || typed.split_whitespace().all(|word| {
            fold(binding.action.title(lang)).contains(word) || fold(&keys(binding)).contains(word)
        }) && (exact.chars().count() != 1)
        || exact.is_empty()
}

fn keys(binding: &Binding) -> String {
    binding.chords.iter().map(|chord| chord.label()).collect::<Vec<_>>().join("  ")
}
