//! The places of a draft that a person looks at, and the fields of which each is made.

use serde::{Deserialize, Serialize};

use crate::domain::TaskId;
use crate::locale::{Lang, review as words, screen};

/// A place of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// A field of the plan itself.
    Head(Field),
    /// A section, by its id.
    Section(String),
    /// A task or group.
    Task(TaskId),
}

/// What a draft is made of; most is corrected in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The printed number, of the plan, a section or a task.
    Number,
    /// The title of any of these; of a task, its wording.
    Title,
    /// Who issued the plan.
    Issuer,
    /// Where.
    Place,
    /// When.
    Issued,
    /// The years that it is for.
    Year,
    /// The clauses before the first section.
    Bases,
    /// The documents that it is tied to.
    Relations,
    /// Who receives it.
    Recipients,
    /// Who signed.
    Signatory,
    /// When a task is due.
    Time,
    /// Who owes it.
    Units,
    /// What must come out of it.
    Deliverable,
    /// Where the money comes from.
    Funding,
    /// Through whom it is reported.
    ReportsTo,
    /// The full wording of a task; a line ends with ¶.
    Wording,
}

impl Field {
    /// Those of the plan itself that every plan has, in the order in which they are listed.
    pub const HEAD: [Self; 5] = [Self::Number, Self::Title, Self::Issuer, Self::Issued, Self::Year];
    /// Those of the plan itself that are listed below these, where the document tells them.
    pub const OPENING: [Self; 3] = [Self::Place, Self::Bases, Self::Relations];
    /// Those that are listed behind its sections, where the document tells them.
    pub const CLOSING: [Self; 2] = [Self::Recipients, Self::Signatory];
    /// Those of a task, in the order in which they are looked through.
    pub const TASK: [Self; 6] =
        [Self::Title, Self::Time, Self::Units, Self::Deliverable, Self::Funding, Self::ReportsTo];

    /// Its name, for people.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Number => words::number(lang),
            Self::Title => words::title(lang),
            Self::Issuer => words::issuer(lang),
            Self::Place => words::place(lang),
            Self::Issued => words::issued(lang),
            Self::Year => words::year(lang),
            Self::Bases => words::bases(lang),
            Self::Relations => words::relations(lang),
            Self::Recipients => words::recipients(lang),
            Self::Signatory => words::signatory(lang),
            Self::Time => screen::when(lang),
            Self::Units => screen::units(lang),
            Self::Deliverable => screen::deliverable(lang),
            Self::Funding => words::funding(lang),
            Self::ReportsTo => words::reports_to(lang),
            Self::Wording => words::ask_wording(lang),
        }
    }
}
