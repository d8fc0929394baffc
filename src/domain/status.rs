//! The state of a task that people set; whether it is late is another axis, see `timeliness`.

use serde::{Deserialize, Serialize};

/// How far people say that a task has come.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Status {
    /// Chưa thực hiện.
    #[default]
    Todo,
    /// Đang thực hiện.
    Doing,
    /// Said to be done, not yet confirmed.
    Reported,
    /// Hoàn thành, confirmed.
    Done,
    /// Tạm dừng.
    Paused,
    /// Không thực hiện; left out of progress.
    Cancelled,
    /// Nobody can tell, for what was said of it cannot be read; stands in no journal.
    Unknown,
    /// A value of another program or a later version, kept as read.
    Other(String),
}

impl Status {
    /// The six that this program writes, in the order in which Space walks through the first four.
    pub const KNOWN: [Self; 6] =
        [Self::Todo, Self::Doing, Self::Reported, Self::Done, Self::Paused, Self::Cancelled];

    /// The word that stands in a journal.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Todo => "todo",
            Self::Doing => "doing",
            Self::Reported => "reported",
            Self::Done => "done",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Unknown => "unknown",
            Self::Other(word) => word,
        }
    }

    /// Whether nothing more is owed: done or cancelled.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Done | Self::Cancelled)
    }
}

impl From<String> for Status {
    fn from(word: String) -> Self {
        Self::KNOWN.into_iter().find(|known| known.as_str() == word).unwrap_or(Self::Other(word))
    }
}

impl From<Status> for String {
    fn from(status: Status) -> Self {
        status.as_str().to_owned()
    }
}
