//! The built program, run command by command in workspaces of its own, on a cleared environment.
#![cfg(test)]

mod again;
mod check;
mod completions;
mod history;
mod import;
mod list;
mod mark;
mod negative;
mod office;
mod output;
mod pages;
mod paper;
#[path = "../program/mod.rs"]
mod program;
mod questions;
mod rollover;
mod say;
mod sheet;
mod units;
mod unreadable;
mod usage;
mod verify;
mod views;
