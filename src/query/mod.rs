//! Questions over all plans: filter, search, counts, workload, agenda.
//!
//! An [`Index`] is built over the plans of a snapshot and brought up to date plan by plan. A [`Filter`] is a list of
//! conditions; a [`Selection`] keeps the tasks that pass, and narrows what it had when a letter is added to the search.
//! Everything answers with [`TaskRef`]s, which are good for one snapshot.

mod agenda;
mod chase;
mod facets;
mod filter;
mod index;
mod matcher;
mod parallel;
mod period;
mod rank;
mod relations;
mod roster;
mod search;
mod selection;
mod share;
mod text_index;
mod workload;

#[cfg(test)]
mod fixture;

pub use agenda::{Agenda, AgendaItem, Horizon};
pub use chase::{Owed, owed};
pub use facets::{Count, Facets};
pub use filter::{Condition, Filter, UnitCondition};
pub use index::{Index, IndexedPlan, TaskRef};
pub use period::Column;
pub use relations::{Referrer, Tie, referrers, ties};
pub use roster::{Roster, RosterUnit, UnitError, UnitNo};
pub use search::Search;
pub use selection::Selection;
pub use share::{Reach, Share};
pub use workload::{Cell, Load, Workload, WorkloadQuestion, WorkloadRow, tasks_behind};
