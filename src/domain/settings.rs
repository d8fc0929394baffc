//! The office's own settings, the same for everyone who opens the workspace: `workspace.json`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::directory::Directory;
use super::event::{Act, Event};
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
    /// Where the reader's clock stands. A line is written by the day when it is so by the writer's clock or by the
    /// reader's: what was written a minute ago counts today, also where the writer's day has turned already.
    pub zone: Option<FixedOffset>,
    /// The office's settings.
    pub settings: &'a Settings,
    /// Which names are one unit, and who belongs to whom.
    pub directory: &'a Directory,
}

impl AsOf<'_> {
    /// Whether something of this moment was written by the day.
    pub(super) fn was_written(&self, at: DateTime<FixedOffset>) -> bool {
        let here = || self.zone.map(|zone| at.with_timezone(&zone).date_naive());
        at.date_naive() <= self.day || here().is_some_and(|day| day <= self.day)
    }

    /// Whether a line counts: by the day that it speaks of, else by its moment of writing.
    pub(super) fn has_come(&self, event: &Event) -> bool {
        let on = if let Act::Update(update) = &event.act { update.on } else { None };
        on.map_or_else(|| self.was_written(event.at), |on| on <= self.day)
    }
}
