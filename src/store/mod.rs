//! The files of one workspace: read without a lock, written under it, never half.
//!
//! [`Folder`] reads; [`Folder::lock`] gives a [`Guard`], and only a guard writes. Two protocols carry every write: a line
//! appended to a journal ([`Guard::append`]) and a file replaced whole ([`Guard::replace`]). What each must sync, and in
//! which order, stands in one place, `durable`. When a call returns, what it wrote outlives a crash and a power cut.
//!
//! A file that cannot be read is an [`Unreadable`] with place and reason, beside the others that can; its bytes are
//! never touched. [`Folder::watch`] tells of files that others change.

mod append;
mod aside;
mod browse;
mod drafts;
mod durable;
mod error;
mod fault;
mod folder;
mod git_lock;
mod handed;
mod hash;
mod journal;
mod json;
mod lines;
mod listing;
mod lock;
mod name;
mod places;
mod plans;
mod private;
mod proof;
mod read;
mod replace;
mod samples;
mod sweep;
mod watch;

pub use append::Appended;
pub use browse::names_in;
pub use drafts::{ClaimedDraft, Drafts, write_own};
pub use error::{Doing, StoreError};
pub use fault::{Fault, TextPosition, Unreadable};
pub use folder::{Document, Folder, Loaded};
pub use git_lock::remove_if_nobodys;
pub use handed::{read_handed, remove_handed, write_handed};
pub use hash::Hash;
pub use journal::{Journal, LineFinding, next_id};
pub use json::{from_line, to_bytes};
pub use lock::{Guard, LOCK_FILE};
pub use name::{FileName, JournalName, PlanId, PlanIdError};
pub use places::Places;
pub use private::PrivateFolder;
pub use proof::{Oddity, Plainness};
pub use read::{MAX_BYTES, Stamp, read_document, read_document_from};
pub use replace::Replaced;
pub use samples::SAMPLES;
pub use watch::{Changed, Watch};

#[cfg(test)]
mod tests;
