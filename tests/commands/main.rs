//! The built program, run command by command in workspaces of its own, on a cleared environment.

mod completions;
mod history;
mod list;
mod mark;
mod office;
mod output;
mod say;
mod sheet;
mod units;
mod usage;
mod views;
