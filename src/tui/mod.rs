//! The screen: a pure core of state, update and view, and around it the shell that holds the terminal.
//!
//! The shell knows nothing of plans. [`run`](run::run) takes a [`Core`](run::Core), feeds it the closed set of
//! [`Event`](events::Event)s from one channel, carries out the [`Effect`](effects::Effect)s that it answers with, and
//! draws once after all that came at once; while nothing happens it sleeps. Whatever ends the program, the terminal is
//! given back first, unless it is gone.

mod clipboard;
pub mod crash;
pub mod decode;
pub mod effects;
pub mod events;
pub mod field;
pub mod glyphs;
#[cfg(test)]
mod harness;
pub mod history;
mod input;
pub mod job;
mod last_resort;
pub mod layout;
pub mod letters;
mod outlet;
pub mod page;
mod painter;
mod pen;
pub mod plans_screen;
pub mod run;
pub mod scene;
pub mod show;
pub mod signals;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
