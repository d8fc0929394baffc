//! The use cases of a workspace: open, look, commit, take back, import; the only writer.

mod snapshot;

pub use snapshot::{Snapshot, Unreadable};
