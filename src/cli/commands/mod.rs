//! The commands, one file each: its arguments, whose doc comments are the help, and its run.

pub mod agenda;
pub mod bring;
pub mod check;
pub mod completions;
pub mod conflicts;
pub mod convert;
pub mod extend;
pub mod import;
pub mod list;
pub mod log;
pub mod man;
pub mod mark;
pub mod merge_driver;
pub mod note;
pub mod progress;
pub(crate) mod proof;
pub mod redo;
pub mod remind;
pub mod rollover;
pub mod show;
pub mod sync;
pub mod undo;
pub mod units;
pub mod workload;
