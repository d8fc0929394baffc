//! New identities: of lines, which grow, and of tasks, which are random.

use chrono::{DateTime, FixedOffset};

use crate::domain::{EventId, TaskId};
use crate::store::next_id;

/// Gives ids to new lines, each greater than the last one of their journals even when the clock went back.
#[derive(Debug)]
pub struct LineIds {
    last: Option<EventId>,
    millis: u64,
}

impl LineIds {
    /// Starts behind the last id of all the journals that will be written to.
    #[must_use]
    pub fn after(last: Option<EventId>, now: DateTime<FixedOffset>) -> Self {
        Self { last, millis: u64::try_from(now.timestamp_millis()).unwrap_or(0) }
    }

    /// The next id.
    pub fn next(&mut self) -> EventId {
        let random = u128::from(random()) << 16;
        let id = next_id(self.last, self.millis, random);
        self.last = Some(id);
        id
    }
}

/// A new task's id.
#[must_use]
pub fn task_id() -> TaskId {
    TaskId::from_random(random())
}

/// Random bits of the system; those of the hasher's seed where it has none to give.
pub(super) fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    getrandom::u64().unwrap_or_else(|_| RandomState::new().hash_one(0))
}
