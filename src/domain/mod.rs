//! The office's nouns and the rules that bind them; pure: no clock, no files, no prose.
//!
//! A [`Plan`] says what must be done, an [`Event`] what happened. [`TrackedPlan`] folds the events of a plan's journal
//! over it and answers, for one day, how every task stands. [`Directory`] says which names are one unit and who belongs
//! to a collective. Everything here is a value or a function over values; days, ids and spellings come in as arguments.

mod acts;
mod address;
mod change;
mod directory;
pub mod document;
mod edit;
mod event;
mod flaw;
mod leads;
mod objection;
mod outline;
mod plan;
mod settings;
mod spoken;
mod standing;
mod status;
mod task;
mod tracked;
mod tree;
mod walk;
pub mod when;

pub use acts::{Acts, UndoError};
pub use address::{Address, AddressError, Target, paths, section_labels};
pub use change::Change;
pub use directory::{Directory, DirectoryFlaw, Unit, UnitKey, UnitsFile, UnitsFormat};
pub use edit::{Edit, Edits, Position};
pub use event::{Act, Event, EventId, Extension, Reminder, Update};
pub use flaw::PlanFlaw;
pub use leads::leads;
pub use objection::Objection;
pub use outline::{Node, Outline, Place};
pub use plan::{
    Basis, FormatVersion, Plan, PlanFormat, Recipient, Relation, RelationKind, Section, SectionKind,
    Signatory, Source,
};
pub use settings::{AsOf, Settings, SettingsFormat};
pub use standing::{PeriodStanding, Standing, Tally, Timeliness, UnitStanding, earliest_open};
pub use status::Status;
pub use task::{Assignment, Entry, PeriodKey, Role, Task, TaskId};
pub use tracked::{PeriodMark, Told, TrackedPlan};
pub use tree::Stays;
pub use walk::Walk;
pub use when::{Every, Limit, LimitDay, Rhythm, Span, Stretch, Term, When};
