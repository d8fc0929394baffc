//! The same plan imported again: ids are carried over, and what changed is told.
//!
//! [`sameness`] says whether a draft is a plan that is there already. [`reconcile`] compares the draft with what
//! the document was last read as: sections and tasks are matched by wording, then by near wording, then by place
//! (`matching`), and matched ones keep their ids (`carry`), so that progress stays theirs. What is other between the two
//! readings is merged into the plan; what persons corrected in it meanwhile stays (`three_way`). What
//! has been worked on and is there no more stays and is asked about (`dropped`).

mod carry;
mod difference;
mod dropped;
mod likeness;
mod matching;
mod one_task;
#[cfg(test)]
mod properties;
mod reconcile;
mod sameness;
#[cfg(test)]
mod tests;
mod three_way;

pub use carry::become_same;
pub use difference::Difference;
pub(in crate::import) use dropped::kept_followed;
pub use one_task::merged_task;
pub use reconcile::{Again, reconcile};
pub use sameness::{Sameness, may_be_corrected, sameness};
pub use three_way::{Unmerged, merged};
