//! The one table of actions and their keys, without a terminal's types.
//!
//! [`Action`] says what can be done, under which name and in which words; [`KeyMap`] says by which [`Chord`] in which
//! [`Scope`]. The key map, the footer, the help and the README's table all read these, so they cannot disagree.

mod chord;
mod error;
mod file;
mod key_map;
mod key_table;
mod scope;
mod table;

pub use chord::{Chord, ChordError, Key};
pub use error::KeysError;
pub use key_map::{Binding, KeyMap};
pub use key_table::key_table;
pub use scope::Scope;
pub use table::Action;
