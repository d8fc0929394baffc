//! Where a key holds.

use crate::locale::{Lang, action};

/// A part of the program with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Whatever is on the screen, text fields included.
    Everywhere,
    /// Every screen while nothing lies over it.
    Global,
    /// The list of tasks, and the detail of one.
    List,
    /// The panes beside it.
    Side,
    /// The table of workload.
    Workload,
    /// The agenda, where the keys of the list hold as well.
    Agenda,
    /// A list to pick from, with a text field.
    Picker,
    /// A line of text to enter.
    Prompt,
    /// A question to be answered by yes or no.
    Confirm,
    /// The question whether something is given up for good: Enter alone is no yes.
    GiveUp,
    /// The question whether a draft is taken up.
    Draft,
    /// The question whether a review goes on where it was left.
    TakeUp,
    /// Lines to choose one of.
    Choice,
    /// The list of what both sides changed.
    Conflicts,
    /// The review of a document.
    Review,
    /// The list of keys.
    Help,
}

impl Scope {
    /// All of them, in the order in which the help lists them.
    pub const ALL: [Self; 16] = [
        Self::List,
        Self::Side,
        Self::Workload,
        Self::Agenda,
        Self::Global,
        Self::Picker,
        Self::Prompt,
        Self::Confirm,
        Self::GiveUp,
        Self::Draft,
        Self::Conflicts,
        Self::Review,
        Self::TakeUp,
        Self::Choice,
        Self::Help,
        Self::Everywhere,
    ];

    /// The scopes whose keys hold together when this is the innermost, itself first. What lies over the screen hides
    /// the global keys: a letter typed into a field is text.
    #[must_use]
    pub fn stack(self) -> &'static [Self] {
        match self {
            Self::Everywhere => &[Self::Everywhere],
            Self::Global => &[Self::Global, Self::Everywhere],
            Self::List => &[Self::List, Self::Global, Self::Everywhere],
            Self::Side => &[Self::Side, Self::Global, Self::Everywhere],
            Self::Workload => &[Self::Workload, Self::Global, Self::Everywhere],
            Self::Agenda => &[Self::Agenda, Self::List, Self::Global, Self::Everywhere],
            Self::Picker => &[Self::Picker, Self::Everywhere],
            Self::Prompt => &[Self::Prompt, Self::Everywhere],
            Self::Confirm => &[Self::Confirm, Self::Everywhere],
            Self::GiveUp => &[Self::GiveUp, Self::Everywhere],
            Self::Draft => &[Self::Draft, Self::Everywhere],
            Self::TakeUp => &[Self::TakeUp, Self::Everywhere],
            Self::Choice => &[Self::Choice, Self::Everywhere],
            Self::Conflicts => &[Self::Conflicts, Self::Everywhere],
            Self::Review => &[Self::Review, Self::Everywhere],
            Self::Help => &[Self::Help, Self::Everywhere],
        }
    }

    /// The name in a file of keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Global => "global",
            Self::List => "list",
            Self::Side => "side",
            Self::Workload => "workload",
            Self::Agenda => "agenda",
            Self::Picker => "picker",
            Self::Prompt => "prompt",
            Self::Confirm => "confirm",
            Self::GiveUp => "give-up",
            Self::Draft => "draft",
            Self::TakeUp => "take-up",
            Self::Choice => "choice",
            Self::Conflicts => "conflicts",
            Self::Review => "review",
            Self::Help => "help",
        }
    }

    /// The scope in words.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Everywhere => action::scope_everywhere(lang),
            Self::Global => action::scope_global(lang),
            Self::List => action::scope_list(lang),
            Self::Side => action::scope_side(lang),
            Self::Workload => action::scope_workload(lang),
            Self::Agenda => action::scope_agenda(lang),
            Self::Picker => action::scope_picker(lang),
            Self::Prompt => action::scope_prompt(lang),
            Self::Confirm => action::scope_confirm(lang),
            Self::GiveUp => action::scope_give_up(lang),
            Self::Draft => action::scope_draft(lang),
            Self::TakeUp => action::scope_take_up(lang),
            Self::Choice => action::scope_choice(lang),
            Self::Conflicts => action::scope_conflicts(lang),
            Self::Review => action::scope_review(lang),
            Self::Help => action::scope_help(lang),
        }
    }
}
