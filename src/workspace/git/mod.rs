//! A workspace shared through git: each office has a clone, and every change of both is there in the end.
//!
//! Git is asked for what it knows best: what came from what, the copies that a merge starts from, and the way to the other
//! machine. The files of the workspace are written by the program itself, under its lock, by the protocol of every save;
//! so that no appender loses a line and a sync that is killed leaves no half a file behind. Plans are merged by thing and
//! by field, as a save merges them, by [`merge_driver`] in whatever program called git.
//!
//! What only a person can decide is a [`Conflict`]: [`Workspace::conflicts`](super::Workspace::conflicts) lists them as
//! git's index keeps both sides, [`Workspace::settle`](super::Workspace::settle) decides them, one or many.

mod change;
mod conflict;
mod copies;
mod driver;
mod error;
mod landing;
mod line;
mod local;
mod look;
mod merge;
mod message;
mod pending;
mod remote;
mod repository;
mod sentence;
mod settle;
mod setup;
mod sync;
mod told;
mod trace;
mod union;

pub use conflict::{Conflict, ConflictKind, TaskName};
pub use driver::{DriverEnd, merge_driver};
pub use error::GitError;
pub use look::IndexLook;
pub use pending::MergeEnd;
pub use settle::{Settled, WayBack};
pub use setup::{Step, is_safe_remote};
pub use sync::{SyncStep, Synced};
pub use trace::Trace;
