//! Which key does what where.

use std::collections::HashMap;

use super::{Action, Chord, KeysError, Scope, file};

/// The default keys.
const DEFAULT: &str = include_str!("../../data/keys.toml");

/// The chords of one action in one scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Where they hold.
    pub scope: Scope,
    /// What they do.
    pub action: Action,
    /// The chords, the one that a footer shows first.
    pub chords: Vec<Chord>,
}

/// All keys.
///
/// Invariant: where two scopes hold at the same time, no chord has an action in both; nor two in one.
#[derive(Debug, Clone, Default)]
pub struct KeyMap {
    bindings: Vec<Binding>,
    by_chord: HashMap<(Scope, Chord), Action>,
}

impl KeyMap {
    /// The default keys.
    #[must_use]
    pub fn standard() -> Self {
        // The file is part of the program; a test reads it.
        file::read(DEFAULT).and_then(Self::new).unwrap_or_default()
    }

    /// The default keys with those of a file laid over them: an action named there has the keys that it has there.
    ///
    /// # Errors
    /// When the file cannot be read as keys, or a key would have two meanings.
    pub fn with(overlay: &str) -> Result<Self, KeysError> {
        let mut bindings = file::read(DEFAULT)?;
        for own in file::read(overlay)? {
            bindings.retain(|binding| (binding.scope, binding.action) != (own.scope, own.action));
            bindings.push(own);
        }
        Self::new(bindings)
    }

    fn new(mut bindings: Vec<Binding>) -> Result<Self, KeysError> {
        let place = |scope| Scope::ALL.iter().position(|known| *known == scope);
        bindings.sort_by_key(|binding| (place(binding.scope), binding.action));
        bindings.retain(|binding| !binding.chords.is_empty());
        let mut by_chord = HashMap::new();
        for binding in &bindings {
            for chord in &binding.chords {
                let other = by_chord.insert((binding.scope, *chord), binding.action);
                if let Some(other) = other.filter(|other| *other != binding.action) {
                    return Err(clash(*chord, (binding.scope, other), (binding.scope, binding.action)));
                }
            }
        }
        let map = Self { bindings, by_chord };
        map.check()?;
        Ok(map)
    }

    /// Refuses keys that hide one another.
    fn check(&self) -> Result<(), KeysError> {
        for Binding { scope, action, chords } in &self.bindings {
            for chord in chords {
                let hidden =
                    scope.stack()[1..].iter().find_map(|below| Some((*below, self.at(*below, *chord)?)));
                if let Some(hidden) = hidden {
                    return Err(clash(*chord, hidden, (*scope, *action)));
                }
            }
        }
        Ok(())
    }

    fn at(&self, scope: Scope, chord: Chord) -> Option<Action> {
        self.by_chord.get(&(scope, chord)).copied()
    }

    /// What a chord does where these scopes hold, the innermost first; see [`Scope::stack`].
    #[must_use]
    pub fn resolve(&self, scopes: &[Scope], chord: Chord) -> Option<Action> {
        scopes.iter().find_map(|scope| self.at(*scope, chord))
    }

    /// All bindings, by scope and action in the order of the help.
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The chord that a footer shows for an action where these scopes hold.
    #[must_use]
    pub fn chord(&self, scopes: &[Scope], action: Action) -> Option<Chord> {
        let of = |scope: &Scope| self.bindings.iter().find(|b| b.scope == *scope && b.action == action);
        scopes.iter().find_map(of).and_then(|binding| binding.chords.first().copied())
    }
}

fn clash(chord: Chord, one: (Scope, Action), other: (Scope, Action)) -> KeysError {
    KeysError::Clash {
        chord: chord.to_string(),
        one: one.1.name(),
        one_scope: one.0,
        other: other.1.name(),
        other_scope: other.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(scope: Scope, chord: &str) -> Option<Action> {
        KeyMap::standard().resolve(scope.stack(), chord.parse().unwrap())
    }

    #[test]
    fn the_default_file_gives_every_action_a_key_in_its_scopes() {
        let map = KeyMap::new(file::read(DEFAULT).unwrap()).unwrap();
        for action in Action::ALL {
            assert!(map.bindings().iter().any(|binding| binding.action == *action), "{}", action.name());
        }
    }

    #[test]
    fn the_innermost_scope_decides_and_a_field_hides_the_letters() {
        assert_eq!(press(Scope::List, "space"), Some(Action::NextStatus));
        assert_eq!(press(Scope::List, "j"), Some(Action::Down));
        assert_eq!(press(Scope::Side, "d"), None);
        assert_eq!(press(Scope::Prompt, "q"), None);
        assert_eq!(press(Scope::Prompt, "ctrl-z"), Some(Action::Suspend));
        assert_eq!(press(Scope::Picker, "down"), Some(Action::Down));
    }

    #[test]
    fn an_own_file_replaces_the_keys_of_the_actions_that_it_names() {
        let map = KeyMap::with("[list]\ndone = [\"D\", \"f2\"]\nnote = []").unwrap();
        let press = |chord: &str| map.resolve(Scope::List.stack(), chord.parse().unwrap());
        assert_eq!((press("D"), press("f2"), press("d")), (Some(Action::Done), Some(Action::Done), None));
        assert_eq!(press("n"), None);
        assert_eq!(map.chord(Scope::List.stack(), Action::Done), Some('D'.into()));
    }

    fn refused(overlay: &str, expected: &str) {
        assert_eq!(KeyMap::with(overlay).unwrap_err().to_string(), expected);
    }

    #[test]
    fn a_clash_names_both_sides() {
        refused("[list]\nnote = [\"d\"]", "\"d\" is both done in [list] and note in [list]");
        refused("[list]\nnote = [\"q\"]", "\"q\" is both quit in [global] and note in [list]");
    }

    #[test]
    fn what_is_mistyped_is_answered_with_the_near() {
        refused("[lists]", "there is no scope \"lists\"; did you mean list?");
        refused("[list]\nnotes = [\"n\"]", "there is no action \"notes\" in [list]; did you mean note?");
        refused("[side]\nquit = [\"n\"]", "there is no action \"quit\" in [side]");
        refused(
            "[list]\nnote = [\"nn\"]",
            "note in [list]: \"nn\" is not a key: expected one such as j, G, space, enter, ctrl-z, shift-tab, f5",
        );
        assert!(
            matches!(KeyMap::with("[list]\nnote = 3"), Err(KeysError::Form(text)) if text.contains("line 2"))
        );
    }
}
