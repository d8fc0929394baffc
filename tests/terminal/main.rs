//! The screen in a real pseudo-terminal, from the outside.
#![cfg(test)]

mod conflicts;
mod damaged;
mod drawing;
mod editor;
mod ending;
mod gone;
mod hostile;
mod matrix;
mod office;
mod others;
mod pasting;
mod process;
mod resizing;
mod reviewing;
mod saving;
mod screen;
mod stalled;
mod stopping;
#[path = "../git/office.rs"]
#[expect(dead_code, reason = "what only the tests of git need")]
mod town;
mod toy;
mod wide;
