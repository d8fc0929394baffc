//! Files of keys: a table for each scope, with the chords of each action.

use std::collections::BTreeMap;

use super::{Action, Binding, Chord, KeysError, Scope};
use crate::text::nearest;

/// What stands in a file, not yet judged.
type Tables = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// Reads the bindings of a file.
pub(super) fn read(file: &str) -> Result<Vec<Binding>, KeysError> {
    let tables: Tables = toml::from_str(file).map_err(|error| KeysError::Form(error.to_string()))?;
    let mut bindings = Vec::new();
    for (scope, actions) in tables {
        let scope = find_scope(&scope)?;
        for (name, chords) in actions {
            let action = find_action(scope, &name)?;
            let chord = |text: &String| {
                text.parse::<Chord>().map_err(|source| KeysError::Chord {
                    scope,
                    action: action.name(),
                    source,
                })
            };
            bindings.push(Binding {
                scope,
                action,
                chords: chords.iter().map(chord).collect::<Result<_, _>>()?,
            });
        }
    }
    Ok(bindings)
}

fn find_scope(name: &str) -> Result<Scope, KeysError> {
    Scope::ALL.into_iter().find(|scope| scope.name() == name).ok_or_else(|| KeysError::Scope {
        name: name.to_owned(),
        near: owned(nearest(name, Scope::ALL.iter().map(|scope| scope.name()))),
    })
}

fn find_action(scope: Scope, name: &str) -> Result<Action, KeysError> {
    let here = |action: &Action| action.scopes().contains(&scope);
    Action::from_name(name).filter(here).ok_or_else(|| {
        let names = Action::ALL.iter().filter(|action| here(action)).map(|action| action.name());
        KeysError::Action { scope, name: name.to_owned(), near: owned(nearest(name, names)) }
    })
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}
