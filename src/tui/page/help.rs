//! The list of keys, made from the table of actions, and the signs.

use ratatui::layout::Rect;

use crate::action::{Binding, Scope};
use crate::domain::Status;
use crate::locale::{Lang, screen as words, status};
use crate::text::fold;
use crate::tui::glyphs::Glyphs;
use crate::tui::layout;
use crate::tui::state::State;
use crate::tui::state::layer::Help;

/// A line of the list.
#[derive(Debug, Clone)]
pub enum Entry<'a> {
    /// What the keys mean beside what they are called.
    Note(&'static str),
    /// Where the keys below hold, or that signs follow.
    Heading(&'static str),
    /// Keys and what they do.
    Key(&'a Binding),
    /// A sign and what it means.
    Sign(&'static str, String),
}

/// Where the list stands in a window.
#[must_use]
pub fn place(window: Rect) -> Rect {
    layout::middle(window, 66, window.height.saturating_sub(2))
}

/// The lines of the list's window.
#[must_use]
pub fn page(state: &State) -> usize {
    let window = Rect { x: 0, y: 0, width: state.size.width, height: state.size.height };
    layout::inner(place(window)).height.saturating_sub(1).into()
}

/// How far the list can be scrolled.
#[must_use]
pub fn last_top(state: &State, help: &Help) -> usize {
    entries(state, help, &crate::tui::glyphs::UTF8).len().saturating_sub(page(state))
}

/// The notes, keys and signs that fit what is typed, by their name or by what they do or mean.
#[must_use]
pub fn entries<'a>(state: &'a State, help: &Help, glyphs: &Glyphs) -> Vec<Entry<'a>> {
    let typed = fold(help.field.text());
    let fits = |text: &str| typed.split_whitespace().all(|word| fold(text).contains(word));
    // A review has all keys to itself: its own come first, and the notes are on another screen.
    let in_review = state.review.is_some();
    let notes = notes(state.lang).into_iter().filter(|note| !in_review && fits(note));
    let mut entries: Vec<Entry<'a>> = notes.map(Entry::Note).collect();
    let mut bindings: Vec<&Binding> = state.keys.bindings().iter().collect();
    bindings.sort_by_key(|binding| !(in_review && binding.scope == Scope::Review));
    let mut scope = None;
    for binding in bindings {
        if !fits_key(binding, &typed, help.field.text(), state.lang) {
            continue;
        }
        if scope != Some(binding.scope) {
            scope = Some(binding.scope);
            entries.push(Entry::Heading(binding.scope.title(state.lang)));
        }
        entries.push(Entry::Key(binding));
    }
    let heading = words::signs(state.lang);
    let signs = signs(state.lang, glyphs).into_iter().filter(|(_, meaning)| fits(heading) || fits(meaning));
    let signs: Vec<Entry<'a>> = signs.map(|(sign, meaning)| Entry::Sign(sign, meaning)).collect();
    if !signs.is_empty() {
        entries.push(Entry::Heading(heading));
        entries.extend(signs);
    }
    entries
}

/// What the table of keys cannot say.
fn notes(lang: Lang) -> [&'static str; 6] {
    [
        words::help_detail(lang),
        words::help_checklist(lang),
        words::help_marks(lang),
        words::help_again(lang),
        words::help_side(lang),
        words::help_signs(lang),
    ]
}

/// Every sign of the screen with what it means.
fn signs(lang: Lang, glyphs: &Glyphs) -> Vec<(&'static str, String)> {
    let of_status = |held: Status, sign| (sign, status::name(lang, &held).to_lowercase());
    let other = |sign, meaning: &str| (sign, meaning.to_owned());
    vec![
        of_status(Status::Todo, glyphs.todo),
        of_status(Status::Doing, glyphs.doing),
        of_status(Status::Reported, glyphs.reported),
        of_status(Status::Done, glyphs.done),
        of_status(Status::Paused, glyphs.paused),
        of_status(Status::Cancelled, glyphs.cancelled),
        of_status(Status::Unknown, glyphs.unknown),
        other(glyphs.overdue, words::sign_overdue(lang)),
        other(glyphs.bar, words::sign_bar(lang)),
        other(glyphs.deadline, words::sign_deadline(lang)),
        other(glyphs.occurrence, words::sign_occurrence(lang)),
        other(glyphs.lines.horizontal, words::sign_endless(lang)),
        other(glyphs.dot, words::sign_no_date(lang)),
        other(glyphs.today, words::sign_today(lang)),
        other(glyphs.today_on_bar, words::sign_today_on_bar(lang)),
        other(glyphs.earlier, words::sign_earlier(lang)),
        other(glyphs.later, words::sign_later(lang)),
        other("3 (16)", words::sign_some_of(lang)),
        other(glyphs.cursor, words::sign_cursor(lang)),
        other(glyphs.marked, words::sign_marked(lang)),
        other(glyphs.folded, words::sign_folded(lang)),
        other(glyphs.unfolded, words::sign_unfolded(lang)),
    ]
}

/// A single sign is looked for among the keys first: `z` is not `Z`.
fn fits_key(binding: &Binding, typed: &str, exact: &str, lang: Lang) -> bool {
    let is_key = binding.chords.iter().any(|chord| chord.label() == exact);
    is_key
        || typed.split_whitespace().all(|word| {
            fold(binding.action.title(lang)).contains(word) || fold(&keys(binding)).contains(word)
        }) && (exact.chars().count() != 1)
        || exact.is_empty()
}

/// The keys of a binding side by side.
#[must_use]
pub fn keys(binding: &Binding) -> String {
    binding.chords.iter().map(|chord| chord.label()).collect::<Vec<_>>().join("  ")
}
