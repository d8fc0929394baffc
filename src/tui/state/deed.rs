//! What is done to tasks, and how it is asked and said.

use crate::domain::{Status, Task, When};
use crate::locale::{Lang, git, review, screen as words, status};
use crate::text::one_line;

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// It stands so now.
    Status(Status),
    /// Open again: what was closed is not any more.
    Reopen,
    /// Done, as this document shows.
    Done {
        /// The document's number.
        evidence: Option<String>,
    },
    /// Something is to be remembered.
    Note(String),
    /// So far, in hundredths.
    Percent(u8),
    /// The deadline moves.
    Extend {
        /// To this time.
        to: When,
        /// The document that grants it.
        evidence: Option<String>,
    },
}

impl Deed {
    /// The status that it sets by itself.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        match self {
            Self::Status(status) => Some(status),
            Self::Done { .. } => Some(&Status::Done),
            Self::Reopen | Self::Note(_) | Self::Percent(_) | Self::Extend { .. } => None,
        }
    }

    /// The question before it is done to several tasks, or takes back what was finished.
    #[must_use]
    pub fn question(&self, lang: Lang, count: usize, object: &Object) -> String {
        match (self, self.status()) {
            (_, Some(held)) => words::ask_status(lang, count, &status::name(lang, held).to_lowercase()),
            (Self::Reopen, _) => words::ask_reopen(lang, &object.in_words(lang)),
            (Self::Note(_), _) => words::ask_note_of_several(lang, count),
            _ => words::ask_group(lang, count),
        }
    }

    /// What it is while it is not done.
    fn wished(&self, lang: Lang) -> String {
        match self {
            Self::Reopen => words::wish_reopen(lang).to_owned(),
            Self::Note(text) => words::wish_note(lang, &one_line(text)),
            Self::Extend { .. } => words::wish_extend(lang).to_owned(),
            Self::Status(_) | Self::Done { .. } | Self::Percent(_) => self.said(lang),
        }
    }

    /// What is said once it is done.
    fn said(&self, lang: Lang) -> String {
        match self {
            Self::Status(held) => status::name(lang, held).to_owned(),
            Self::Done { .. } => status::name(lang, &Status::Done).to_owned(),
            Self::Reopen => words::reopened(lang).to_owned(),
            Self::Note(_) => words::noted(lang).to_owned(),
            Self::Percent(percent) => format!("{percent}%"),
            Self::Extend { .. } => words::extended(lang).to_owned(),
        }
    }
}

/// What is said when a job is done; worded only then, for the language may be switched meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Something was done to tasks.
    Done(Deed, Object),
    /// An act was taken back.
    Undone,
    /// An act was brought again.
    Redone,
    /// So many conflicts were decided.
    Decided(usize),
    /// A document came in as a plan of this title.
    Imported(String),
    /// A unit was reminded; what came of it is said with the letter.
    Chased(String),
    /// What an earlier screen asked for was done, in its words.
    Said(String),
}

/// What a deed was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    /// One task, by number and title, or a unit's share in it.
    Task {
        /// The number and the title.
        name: String,
        /// The unit.
        unit: Option<String>,
    },
    /// So many tasks.
    Tasks(usize),
}

/// What an act was that is taken back or brought again.
#[derive(Debug, Clone, PartialEq)]
pub enum Former {
    /// Something was done to tasks.
    Deed(Deed, Object),
    /// A unit was reminded.
    Reminder(String),
    /// A plan came in, named so.
    Import(String),
    /// This plan, or the directory, was changed.
    Edit(String),
}

impl Former {
    /// The act in words.
    #[must_use]
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::Deed(deed, object) => words::was_done(lang, &deed.said(lang), &object.in_words(lang)),
            Self::Reminder(unit) => words::reminded(lang, unit),
            Self::Import(plan) => words::import_of(lang, plan),
            Self::Edit(file) => words::edit_of(lang, file),
        }
    }
}

impl Message {
    /// What is asked for, in words, while it is not done.
    #[must_use]
    pub fn wished(&self, lang: Lang) -> String {
        match self {
            Self::Done(deed, object) => words::said(lang, &deed.wished(lang), &object.in_words(lang)),
            Self::Undone
            | Self::Redone
            | Self::Decided(_)
            | Self::Imported(_)
            | Self::Chased(_)
            | Self::Said(_) => self.in_words(lang),
        }
    }

    /// The message in words.
    #[must_use]
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::Chased(unit) => words::reminded(lang, &one_line(unit)),
            Self::Undone => words::undone(lang).to_owned(),
            Self::Redone => words::redone(lang).to_owned(),
            Self::Decided(count) => git::decided(lang, *count),
            Self::Imported(title) => review::imported(lang, title),
            Self::Said(what) => one_line(what).into_owned(),
            Self::Done(deed, object) => words::said(lang, &deed.said(lang), &object.in_words(lang)),
        }
    }
}

impl Object {
    /// A task, or a unit's share in it.
    #[must_use]
    pub fn task(task: &Task, unit: Option<&str>) -> Self {
        let name = one_line(&format!("{} {}", task.number, task.title)).trim().to_owned();
        Self::Task { name, unit: unit.map(|unit| one_line(unit).into_owned()) }
    }

    fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::Task { name, unit: None } => name.clone(),
            Self::Task { name, unit: Some(unit) } => format!("{unit} · {name}"),
            Self::Tasks(count) => words::several_tasks(lang, *count),
        }
    }
}
