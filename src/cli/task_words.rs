//! A task's units and times in words, as lines and tables show them. Not sanitised: [`Cell`](super::table::Cell) does.

use crate::domain::{Place, TrackedPlan};
use crate::locale::{Lang, when};

/// The times in force, as worded.
pub fn times(lang: Lang, tracked: &TrackedPlan, place: Place) -> String {
    let timeline = tracked.outline().timeline(tracked.plan(), place);
    timeline.iter().map(|entry| when::entry(lang, entry)).collect::<Vec<_>>().join("; ")
}
