//! What was typed into the fields of the screen before, to be entered again.

use super::layer::Ask;
use crate::tui::history::History;

/// The lines entered, by what they answered.
#[derive(Debug, Clone, Default)]
pub struct Entered {
    /// Words searched for.
    pub searches: History,
    /// Paths of documents.
    pub paths: History,
    documents: History,
    notes: History,
    percentages: History,
    deadlines: History,
}

impl Entered {
    /// The lines that answered the same.
    pub fn of(&mut self, ask: Ask) -> &mut History {
        match ask {
            Ask::Evidence | Ask::ExtensionEvidence(_) => &mut self.documents,
            Ask::Note => &mut self.notes,
            Ask::Percent => &mut self.percentages,
            Ask::Extension => &mut self.deadlines,
        }
    }
}
