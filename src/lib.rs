//! tiendo: the tasks of Vietnamese administrative plans, tracked in the terminal.

pub mod action;
pub mod cli;
pub mod config;
pub mod domain;
pub mod import;
pub mod locale;
pub mod query;
pub mod store;
pub mod text;
pub mod tui;
pub mod workspace;
