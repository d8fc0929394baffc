//! Edits on the JSON of a plan or of the unit directory: apply, take back, compare, merge.
//!
//! A save lays its change over the file as it stands, so that fields which this program does not know survive. Hence
//! everything here works on [`serde_json::Value`], never on the typed plan.
//!
//! A document is a tree of *things* that have an identity (sections, tasks, timeline entries by `id`, units by `name`)
//! and of *fields*. [`Place`] is the notation by which an edit names one or the other. Lists of things are compared
//! and merged by identity, nested objects by field, every other list whole.

mod apply;
mod decide;
mod diff;
mod fields;
mod merge;
mod outline;
mod overlay;
mod place;
mod siblings;

pub use apply::{EditError, apply, apply_all, inverse, inverse_all};
pub use decide::{Side, decide, merge_taking};
pub use diff::diff;
pub use merge::{Conflict, Merged, merge};
pub use outline::{Unsound, check_sound};
pub use overlay::overlay;
pub use place::{Place, Thing};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
