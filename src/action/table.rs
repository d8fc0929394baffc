//! The table: every action with its name, the scopes that it can have keys in, and its words.

use super::Scope;
use crate::locale::{Lang, action as words};

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident $name:literal [$($scope:ident)+] $message:ident;)*) => {
        /// Something that a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $($(#[$doc])* $variant,)*
        }

        impl Action {
            /// All of them, in the order in which the help lists them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in a file of keys.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The scopes in which it means something.
            #[must_use]
            pub fn scopes(self) -> &'static [Scope] {
                match self { $(Self::$variant => &[$(Scope::$scope),+],)* }
            }

            /// What it does, in a few words.
            #[must_use]
            pub fn title(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => words::$message(lang),)* }
            }
        }
    };
}

actions! {
    /// The next row.
    Down "down" [Global Picker Conflicts Review Choice Help] down;
    /// The row before.
    Up "up" [Global Picker Conflicts Review Choice Help] up;
    /// A window's height further.
    PageDown "page-down" [Global Picker Conflicts Review Choice Help] page_down;
    /// A window's height back.
    PageUp "page-up" [Global Picker Conflicts Review Choice Help] page_up;
    /// The first row.
    First "first" [Global Picker Conflicts Review Choice Help] first;
    /// The last row.
    Last "last" [Global Picker Conflicts Review Choice Help] last;
    /// The pane after this.
    NextPane "next-pane" [Global Review] next_pane;
    /// The pane before this.
    PreviousPane "previous-pane" [Global Review] previous_pane;
    /// What stands under the cursor: a task's detail, a pane's tasks.
    Open "open" [List Side Workload] open;
    /// The screen of plans.
    Plans "plans" [Global] plans;
    /// The table of workload.
    Workload "workload" [Global] workload;
    /// The agenda.
    Agenda "agenda" [Global] agenda;
    /// By day, or by unit.
    Group "group" [Agenda] group;
    /// The screen before this one.
    Before "screen-before" [Global] before;
    /// The column before.
    Left "left" [Workload] left;
    /// The next column.
    Right "right" [Workload] right;
    /// The part that a unit must have.
    Role "role" [Workload] role;
    /// With or without what a unit's collectives are to do.
    Collectives "collectives" [Workload] collectives;
    /// Orders the rows by this column.
    Sort "sort" [Workload] sort;
    /// Months instead of quarters.
    Finer "finer" [Workload] finer;
    /// Quarters instead of months.
    Coarser "coarser" [Workload] coarser;
    /// The year before.
    Earlier "earlier" [Workload] earlier;
    /// The year after.
    Later "later" [Workload] later;
    /// Writes what is seen to a file.
    Export "export" [Workload] export;
    /// Hides what hangs under an item; on a closed one, moves to the item above.
    Fold "fold" [List] fold;
    /// Shows what hangs under an item.
    Unfold "unfold" [List] unfold;
    /// Todo, doing, reported, done, and round again.
    NextStatus "next-status" [List] next_status;
    /// Done, asking for the document that shows it.
    Done "done" [List] done;
    /// Asks for a remark.
    Note "note" [List] note;
    /// Asks how far it has come.
    Percent "percent" [List] percent;
    /// Asks for a new deadline and the document that grants it.
    Extend "extend" [List] extend;
    /// Marks a task, so that the next act is for all that are marked.
    Mark "mark" [List] mark;
    /// Marks all tasks shown.
    MarkAll "mark-all" [List] mark_all;
    /// Opens the picker of units.
    Unit "unit" [Global] unit;
    /// Opens the search.
    Search "search" [Global Review] search;
    /// Narrows to the first quarter.
    Quarter1 "quarter-1" [Global] quarter_1;
    /// Narrows to the second quarter.
    Quarter2 "quarter-2" [Global] quarter_2;
    /// Narrows to the third quarter.
    Quarter3 "quarter-3" [Global] quarter_3;
    /// Narrows to the fourth quarter.
    Quarter4 "quarter-4" [Global] quarter_4;
    /// Takes the quarter off.
    Year "year" [Global] year;
    /// Narrows to what is overdue.
    Late "late" [Global] late;
    /// Takes the last filter or layer off.
    Back "back" [Global Review] back;
    /// Takes my last act back.
    Undo "undo" [Global Conflicts Review] undo;
    /// Does again what was taken back.
    Redo "redo" [Global] redo;
    /// Saves what could not be saved, once more.
    Retry "retry" [Global] retry;
    /// Writes what could not be saved to a file.
    WriteOut "write-out" [Global] write_out;
    /// Copies what the cursor is on.
    Copy "copy" [Global] copy;
    /// Reminds the unit under the cursor by a letter.
    Chase "remind" [Global] chase;
    /// Opens the list of what both sides changed, each in its own way.
    Conflicts "conflicts" [Global] conflicts;
    /// Decides a conflict for what stands here.
    TakeOurs "take-ours" [Conflicts] take_ours;
    /// Decides it for what came in.
    TakeTheirs "take-theirs" [Conflicts] take_theirs;
    /// Decides all for what stands here, after a question.
    AllOurs "all-ours" [Conflicts] all_ours;
    /// Decides all for what came in, after a question.
    AllTheirs "all-theirs" [Conflicts] all_theirs;
    /// Asks for a document and opens its review.
    Import "import" [Global] import;
    /// Drafts next year's plan from the one under the cursor and opens its review.
    NextYear "next-year" [Global] next_year;
    /// The next spot of a draft in which something is doubtful.
    NextDoubt "next-doubt" [Review] next_doubt;
    /// The one before.
    PreviousDoubt "previous-doubt" [Review] previous_doubt;
    /// What is under the cursor is right; on to the next.
    Check "check" [Review] check;
    /// All is right in which everything is certain.
    CheckCertain "check-certain" [Review] check_certain;
    /// Does what is proposed about what is doubtful under the cursor.
    Remedy "remedy" [Review] remedy;
    /// Shows the lines of the next field of the task under the cursor.
    NextField "next-field" [Review] next_field;
    /// Corrects the title, or the field of the plan that the row is.
    CorrectTitle "title" [Review] correct_title;
    /// Corrects the full wording of a task.
    CorrectWording "wording" [Review] correct_wording;
    /// Corrects when a task is due.
    CorrectTime "time" [Review] correct_time;
    /// Corrects who owes it.
    CorrectUnits "units" [Review] correct_units;
    /// Corrects what must come out of it.
    CorrectDeliverable "deliverable" [Review] correct_deliverable;
    /// Corrects the printed number.
    CorrectNumber "number" [Review] correct_number;
    /// Asks for the words of a new task.
    Add "add" [Review] add;
    /// Joins a task to the one above.
    Merge "merge" [Review] merge;
    /// Parts a task in two.
    Split "split" [Review] split;
    /// Says that a task is a former one, or none.
    Same "same" [Review] same;
    /// Puts a task out of its group.
    Promote "promote" [Review] promote;
    /// Hangs a task under the one above.
    Demote "demote" [Review] demote;
    /// Takes a task or a section out of the draft.
    Drop "drop" [Review] drop;
    /// Does what is proposed about all that is doubtful in the same way.
    RemedyAll "remedy-all" [Review] remedy_all;
    /// Lists what a new copy changed.
    Changes "changes" [Review] changes;
    /// Makes a section one of another kind.
    Kind "kind" [Review] kind;
    /// Saves the draft as a plan.
    Save "save" [Review] save;
    /// Leaves the review, which is kept.
    Leave "leave" [Review] leave;
    /// Begins a review anew that was left.
    Anew "anew" [TakeUp] anew;
    /// Switches between Vietnamese and English.
    Language "language" [Global Review] language;
    /// Lists what can be done here by name, to be picked.
    Palette "palette" [Global] palette;
    /// Lists the keys.
    Help "help" [Global Draft Review] help;
    /// Leaves the program.
    Quit "quit" [Global] quit;
    /// Accepts what is picked, typed or asked.
    Submit "submit" [Picker Prompt Confirm GiveUp Draft TakeUp Choice] submit;
    /// Closes the picker, prompt, question or help without an effect.
    Cancel "cancel" [Picker Prompt Confirm GiveUp Draft Conflicts TakeUp Choice Help] cancel;
    /// Fills in the rest of what is typed, where the program knows it.
    Complete "complete" [Prompt] complete;
    /// Throws a draft away, after a question.
    ThrowAway "throw-away" [Draft] throw_away;
    /// Back to the shell until it calls again.
    Suspend "suspend" [Everywhere] suspend;
    /// Draws the whole screen again.
    Redraw "redraw" [Everywhere] redraw;
}

impl Action {
    /// The action with a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// What it does in a word or two: what stands before the first comma.
    #[must_use]
    pub fn short_title(self, lang: Lang) -> &'static str {
        let title = self.title(lang);
        title.split(',').next().unwrap_or(title)
    }

    /// Whether it only moves the cursor: nobody looks for that by name.
    #[must_use]
    pub fn is_move(self) -> bool {
        matches!(self, Self::Down | Self::Up | Self::PageDown | Self::PageUp | Self::First | Self::Last)
    }

    /// The quarter that it narrows to, 1 to 4.
    #[must_use]
    pub fn quarter(self) -> Option<u8> {
        match self {
            Self::Quarter1 => Some(1),
            Self::Quarter2 => Some(2),
            Self::Quarter3 => Some(3),
            Self::Quarter4 => Some(4),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_actions_apart() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(*action));
        }
    }
}
