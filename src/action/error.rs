//! What can be wrong with a file of keys.

use super::{ChordError, Scope};

/// Why a file of keys cannot be used; whoever read the file names it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeysError {
    /// The file is not TOML of the expected shape; the text says where.
    #[error("{0}")]
    Form(String),
    /// A table of a scope that does not exist.
    #[error("there is no scope \"{name}\"{}", did_you_mean(near))]
    Scope {
        /// What stands there.
        name: String,
        /// The nearest scopes.
        near: Vec<String>,
    },
    /// A name of no action.
    #[error("there is no action \"{name}\" in [{}]{}", scope.name(), did_you_mean(near))]
    Action {
        /// The table.
        scope: Scope,
        /// What stands there.
        name: String,
        /// The nearest actions of the scope.
        near: Vec<String>,
    },
    /// A text that is no key.
    #[error("{action} in [{}]: {source}", scope.name())]
    Chord {
        /// The table.
        scope: Scope,
        /// The action.
        action: &'static str,
        /// Why.
        source: ChordError,
    },
    /// One key for two actions that hold at the same time.
    #[error("\"{chord}\" is both {one} in [{}] and {other} in [{}]", one_scope.name(), other_scope.name())]
    Clash {
        /// The key.
        chord: String,
        /// The one action.
        one: &'static str,
        /// Its scope.
        one_scope: Scope,
        /// The other action.
        other: &'static str,
        /// Its scope.
        other_scope: Scope,
    },
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) }
}
