//! What the environment says instead of an option.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::typed;
use crate::locale::Lang;

/// The day that `TIENDO_TODAY` fixes.
///
/// # Errors
/// When it is no day, with what it is.
pub fn today() -> Result<Option<NaiveDate>, String> {
    let Some(day) = std::env::var_os(TODAY).filter(|day| !day.is_empty()) else { return Ok(None) };
    let day = day.to_string_lossy().into_owned();
    typed::day(&day).map(Some).map_err(|_| day)
}

/// The variable of [`today`].
pub const TODAY: &str = "TIENDO_TODAY";

/// The folder that `TIENDO_WORKSPACE` names.
pub fn workspace() -> Option<PathBuf> {
    std::env::var_os("TIENDO_WORKSPACE").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// The language that it asks for.
#[must_use]
pub fn language() -> Lang {
    let variable = |name| std::env::var(name).ok();
    let (all, messages, lang) = (variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"));
    Lang::from_environment(all.as_deref(), messages.as_deref(), lang.as_deref())
}
