//! What can be done on a screen, by name.

use crate::action::{Action, Binding, Scope};
use crate::text::fold;
use crate::tui::state::State;
use crate::tui::state::screen::Screen;

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
    let offered = bindings.filter(|binding| is_offered(binding, state.screen));
    let mut found: Vec<&Binding> = offered.filter(fits).collect();
    found.sort_by_key(|binding| !fold(binding.action.title(state.lang)).starts_with(typed.trim()));
    found
}

/// Whether an action can be done by its name: not a mere move, nor what a key does whatever is on the screen; and there
/// are no panes and nothing to fold but beside the plans.
fn is_offered(binding: &Binding, screen: Screen) -> bool {
    let of_plans = [Action::Fold, Action::Unfold, Action::NextPane, Action::PreviousPane];
    !binding.action.is_move()
        && binding.action != Action::Palette
        && binding.scope != Scope::Everywhere
        && (screen == Screen::Plans || !of_plans.contains(&binding.action))
}
