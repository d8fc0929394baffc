//! What is doubtful in a draft, for a person to look at.

use serde::{Deserialize, Serialize};

use super::Legacy;
use super::spot::{Field, Spot};
use super::trace::Lines;
use crate::domain::TaskId;
use crate::locale::{Lang, finding as words};

/// A doubt about a draft, and where in the source it arose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The first and last line in the source; `None` where something is missing.
    pub lines: Option<Lines>,
    /// What is doubtful.
    pub doubt: Doubt,
}

/// What is doubtful in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The number is blank or missing.
    NoNumber,
    /// The day of issue is blank or the date is missing.
    NoDay,
    /// There is no title.
    NoTitle,
    /// Nobody is named as issuer.
    NoIssuer,
    /// No year is told; this one is assumed.
    AssumedYear(i32),
    /// The document has no sections.
    NoSections,
    /// The sections hold no task.
    NoTasks,
    /// A section's number occurs a second time.
    RepeatedNumber(String),
    /// A task has the number of another one beside it.
    NumberTwice {
        /// The number.
        number: String,
        /// The one that is left out beside it, where that puts them in order.
        instead: Option<String>,
    },
    /// Numbers are left out between two sections, or two tasks that stand beside each other.
    NumberSkipped {
        /// The one before.
        before: String,
        /// The one behind it.
        number: String,
        /// The one that puts them in order.
        instead: Option<String>,
    },
    /// What is written like a time in a task and was read as none.
    UnreadTime(String),
    /// A time that a paragraph tells which belongs to no task.
    NobodysTime(String),
    /// A deadline lies before the day of issue.
    DeadlineBeforeIssue(String),
    /// A cited document is told twice as two tasks: the first line of the earlier one.
    SameWorkTwice(u32),
    /// A line seems to hold two items in one.
    MergedItems,
    /// A scan's letters were read as the digits that can only stand there.
    Misread {
        /// As printed.
        printed: String,
        /// As understood.
        read: String,
    },
    /// A table of so many rows that became no tasks, whose words stay in the section's text.
    UnreadTable(usize),
    /// An appendix of this heading that became no section, and whose words the plan does not hold.
    UnreadAppendix(String),
    /// The letters were in an encoding of before Unicode.
    Legacy(Legacy),
    /// A row says "as above", or a cell above spans it.
    CarriedDown,
    /// The numbers of lists are known, but not whether they are printed as 2, II or b.
    GuessedLabels,
    /// What the document said before is not known, so that what stands in the plan stays as it is.
    NoReading,
    /// A task that stands elsewhere than before both in the plan and in the document: it stays where a person put it.
    MovedByBoth(String),
    /// A field that somebody changed while a review in which it was corrected was left.
    ChangedByBoth {
        /// Which.
        field: Field,
        /// What the review says.
        own: String,
        /// What the other one made of it.
        theirs: String,
    },
    /// A task that a person took away and that the document changed: it stays away.
    TakenAway(String),
    /// A task of last year's plan that was not done.
    StillOpen {
        /// The task of the new plan.
        task: TaskId,
        /// Its title.
        title: String,
    },
    /// A task of last year's plan that was done and does not recur.
    DoneOnce {
        /// The task of the new plan.
        task: TaskId,
        /// Its title.
        title: String,
    },
    /// A task of last year's plan that was given up, and is left out.
    GivenUp(String),
    /// A task that a new copy dropped and that stays for what was written of it in the journal.
    Dropped {
        /// The task.
        task: TaskId,
        /// Its title.
        title: String,
    },
    /// A task that something was written of and that the new copy parts: of a group nothing is reckoned.
    Parted {
        /// The task.
        task: TaskId,
        /// Its title.
        title: String,
    },
    /// A new task that may be a former one in other words.
    PerhapsSame {
        /// The new task.
        task: TaskId,
        /// Its title.
        title: String,
        /// The former one.
        old: TaskId,
        /// The former one's title.
        was: String,
    },
    /// A task that was taken for the former one in its place, though the words are quite others.
    PerhapsNew {
        /// The task.
        task: TaskId,
        /// Its title.
        title: String,
        /// What it was called.
        was: String,
    },
    /// A task or section that the document dropped and that stays for what a person put in it.
    KeptForOwn(String),
    /// A part of a task that a person split says no time of its own.
    Untimed {
        /// When the whole was due, as it is written on one line.
        whole: String,
    },
    /// A field that the document does not say in so many words, and that nothing else is said about.
    Guessed(Spot, Field),
}

impl Doubt {
    /// A short name for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoNumber => "no-number",
            Self::NoDay => "no-day",
            Self::NoTitle => "no-title",
            Self::NoIssuer => "no-issuer",
            Self::AssumedYear(_) => "assumed-year",
            Self::NoSections => "no-sections",
            Self::NoTasks => "no-tasks",
            Self::RepeatedNumber(_) => "repeated-number",
            Self::NumberTwice { .. } => "number-twice",
            Self::NumberSkipped { .. } => "number-skipped",
            Self::UnreadTime(_) => "unread-time",
            Self::NobodysTime(_) => "nobodys-time",
            Self::DeadlineBeforeIssue(_) => "deadline-before-issue",
            Self::SameWorkTwice(_) => "same-work-twice",
            Self::MergedItems => "merged-items",
            Self::Misread { .. } => "misread",
            Self::UnreadTable(_) => "unread-table",
            Self::UnreadAppendix(_) => "unread-appendix",
            Self::Legacy(_) => "legacy-letters",
            Self::CarriedDown => "carried-down",
            Self::GuessedLabels => "guessed-labels",
            Self::NoReading => "no-reading",
            Self::MovedByBoth(_) => "moved-by-both",
            Self::ChangedByBoth { .. } => "changed-by-both",
            Self::TakenAway(_) => "taken-away",
            Self::KeptForOwn(_) => "kept-for-own",
            Self::StillOpen { .. } => "still-open",
            Self::DoneOnce { .. } => "done-once",
            Self::GivenUp(_) => "given-up",
            Self::Guessed(..) => "guessed",
            Self::Untimed { .. } => "untimed",
            Self::Dropped { .. } => "dropped",
            Self::Parted { .. } => "parted",
            Self::PerhapsSame { .. } => "perhaps-same",
            Self::PerhapsNew { .. } => "perhaps-new",
        }
    }
}

impl Finding {
    /// The finding in words, one sentence without its line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match &self.doubt {
            Doubt::NoNumber => words::no_number(lang).to_owned(),
            Doubt::NoDay => words::no_day(lang).to_owned(),
            Doubt::NoTitle => words::no_title(lang).to_owned(),
            Doubt::NoIssuer => words::no_issuer(lang).to_owned(),
            Doubt::AssumedYear(year) => words::assumed_year(lang, *year),
            Doubt::NoSections => words::no_sections(lang).to_owned(),
            Doubt::NoTasks => words::no_tasks(lang).to_owned(),
            Doubt::RepeatedNumber(number) => words::repeated_number(lang, number),
            Doubt::NumberTwice { number, .. } => words::number_twice(lang, number),
            Doubt::NumberSkipped { before, number, .. } => words::number_skipped(lang, before, number),
            Doubt::UnreadTime(wording) => words::unread_time(lang, wording),
            Doubt::NobodysTime(wording) => words::nobodys_time(lang, wording),
            Doubt::DeadlineBeforeIssue(wording) => words::deadline_before_issue(lang, wording),
            Doubt::SameWorkTwice(line) => words::same_work_twice(lang, *line),
            Doubt::MergedItems => words::merged_items(lang).to_owned(),
            Doubt::Misread { printed, read } => words::misread(lang, printed, read),
            Doubt::UnreadTable(rows) => words::unread_table(lang, *rows),
            Doubt::UnreadAppendix(title) => words::unread_appendix(lang, title),
            Doubt::Legacy(legacy) => words::legacy_letters(lang, legacy.name()),
            Doubt::CarriedDown => words::carried_down(lang).to_owned(),
            Doubt::GuessedLabels => words::guessed_labels(lang).to_owned(),
            Doubt::NoReading => words::no_reading(lang).to_owned(),
            Doubt::MovedByBoth(title) => words::moved_by_both(lang, title),
            Doubt::ChangedByBoth { field, own, theirs } => {
                words::changed_by_both(lang, field.name(lang), own, theirs)
            }
            Doubt::TakenAway(title) => words::taken_away(lang, title),
            Doubt::KeptForOwn(title) => words::kept_for_own(lang, title),
            Doubt::StillOpen { title, .. } => words::still_open(lang, title),
            Doubt::DoneOnce { title, .. } => words::done_once(lang, title),
            Doubt::GivenUp(title) => words::given_up(lang, title),
            Doubt::Guessed(_, field) => words::guessed(lang, field.name(lang)),
            Doubt::Untimed { whole } => words::untimed(lang, whole),
            Doubt::Dropped { title, .. } => words::dropped(lang, title),
            Doubt::Parted { title, .. } => words::parted(lang, title),
            Doubt::PerhapsSame { title, was, .. } => words::perhaps_same(lang, title, was),
            Doubt::PerhapsNew { title, was, .. } => words::perhaps_new(lang, title, was),
        }
    }
}
