//! What can be done on a screen, by name.

use crate::action::{Action, Binding};
use crate::text::fold;
use crate::tui::state::State;

/// The actions of the screen that fit what is typed, those that begin with it first.
#[must_use]
pub fn fitting<'s>(state: &'s State, typed: &str) -> Vec<&'s Binding> {
    let typed = fold(typed);
    let fits = |binding: &&Binding| {
        let name = fold(binding.action.title(state.lang));
        let is_named = |word: &str| name.contains(word) || binding.action.name().contains(word);
        typed.split_whitespace().all(is_named)
    };
    let here = state.screen_scope().stack();
    let bindings = state.keys.bindings().iter().filter(|binding| here.contains(&binding.scope));
    let offered = bindings.filter(|binding| !binding.action.is_move() && binding.action != Action::Palette);
    let mut found: Vec<&Binding> = offered.filter(fits).collect();
    found.sort_by_key(|binding| !fold(binding.action.title(state.lang)).starts_with(typed.trim()));
    found
}
