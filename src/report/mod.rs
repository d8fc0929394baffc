//! Documents out: tables for a spreadsheet or a page. Pure functions from values to text.

mod sheet;

pub use sheet::{Format, Sheet};
