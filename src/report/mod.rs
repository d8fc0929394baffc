//! Documents out: tables for a spreadsheet or a page, letters. Pure functions from values to text.

mod reminder;
mod sheet;

pub use reminder::{FORM, FormError, Letter, OwedTask};
pub use sheet::{Format, Sheet};
