//! What an earlier screen could not save when it ended.

use crate::workspace::{Kept, LeftBehind};

/// How far it has been dealt with. The file of it is gone only when all of it is saved or given up.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Draft {
    /// There is none, or it is done with.
    #[default]
    None,
    /// It is to be offered.
    Found(LeftBehind),
    /// The user puts it off until the next start.
    PutOff,
    /// It is on this screen, but for what fits nothing that is there.
    TakenUp(Vec<Kept>),
}
