//! The office's own settings, the same for everyone who opens the workspace: `workspace.json`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::directory::Directory;
use super::plan::FormatVersion;

/// What an office settles for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Always `tiendo/workspace`.
    pub format: SettingsFormat,
    /// The version of the file format.
    pub version: FormatVersion,
    /// Whether "trước ngày 15" lets the 15th itself count as on time.
    #[serde(default)]
    pub before_counts: bool,
    /// So many days before its last day a period is due soon.
    #[serde(default = "a_week")]
    pub soon_days: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: SettingsFormat::default(),
            version: FormatVersion::CURRENT,
            before_counts: false,
            soon_days: a_week(),
        }
    }
}

fn a_week() -> u32 {
    7
}

/// The word by which the file names itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SettingsFormat {
    /// The only one.
    #[default]
    #[serde(rename = "tiendo/workspace")]
    Workspace,
}

/// From where plans are looked at: a day, under an office's settings, with its directory of units.
#[derive(Debug, Clone, Copy)]
pub struct AsOf<'a> {
    /// The day; later lines of the journals do not count.
    pub day: NaiveDate,
    /// The office's settings.
    pub settings: &'a Settings,
    /// Which names are one unit, and who belongs to whom.
    pub directory: &'a Directory,
}
