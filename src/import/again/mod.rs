//! The same plan imported again: ids are carried over, and what changed is told.
//!
//! [`sameness`] says whether a draft is a plan that is there already. [`reconcile`] lays the draft over that plan:
//! sections and tasks are matched by wording, then by near wording, then by place ([`matching`](self)); matched ones keep
//! their ids, so that progress stays theirs. Tasks that a person added by hand stay.

mod difference;
mod likeness;
mod matching;
mod reconcile;
mod sameness;
#[cfg(test)]
mod tests;

pub use difference::Difference;
pub use reconcile::{Again, reconcile};
pub use sameness::{Sameness, sameness};
