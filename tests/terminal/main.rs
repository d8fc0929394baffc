//! The screen in a real pseudo-terminal, from the outside.
#![cfg(test)]

mod drawing;
mod ending;
mod process;
mod screen;
mod stopping;
mod toy;
