//! Why a use case failed, in one sentence of the interface's language; for every face.

use std::io;

use super::git::{GitError, MergeEnd};
use super::{Doubt, Flaw, Promise, Proof, Reason, WorkspaceError};
use crate::domain::document::{EditError, Unsound};
use crate::domain::when::MAX_PERIODS;
use crate::domain::{AddressError, DirectoryFlaw, Objection, PlanFlaw, UndoError};
use crate::import::{ImportError, Limit};
use crate::locale::{Lang, chase, date, failure as words, git, json, verify};
use crate::store::{Doing, Fault, Oddity, PlanId, PlanIdError, StoreError, Unreadable};

impl WorkspaceError {
    /// The sentence. What the system says of a file stays in the system's words where it is rare.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::NoFolder => words::no_folder(lang).to_owned(),
            Self::NoWorkspace(path) => words::no_workspace(lang, &path.display().to_string()),
            Self::ReadOnly(reason) => words::read_only(lang, reason),
            Self::Store(error) => store(lang, error),
            Self::Git(error) => error.sentence(lang),
            Self::Demo(error) => words::demo_not_written(lang, &system(lang, error)),
            Self::Unreadable(error) => unreadable(lang, error),
            Self::PlanId { id, source } => words::no_plan_id(lang, id, &plan_id(lang, *source)),
            Self::NoTask { plan, task } => words::task_gone(lang, plan, task),
            Self::NoPlan(id) => words::plan_gone(lang, id),
            Self::Unread(id) => words::rollover_unread(lang, id),
            Self::NotLater { plan, own, year } => words::rollover_back(lang, plan, *own, *year),
            Self::OtherWorkspace { file, workspace } => {
                words::other_workspace(lang, file, &workspace.display().to_string())
            }
            Self::Edit(error) => words::edit_does_not_fit(lang, &edit(lang, error)),
            Self::Directory(flaw) => words::directory_refused(lang, &directory(lang, flaw)),
            Self::Objection(reason) => objection(lang, *reason),
            Self::Undo(error) => undo(lang, error),
            Self::Import { file, source } => format!("{file}: {}", import(lang, source)),
            Self::NoTasks { file } => format!("{file}: {}", words::no_tasks(lang)),
            Self::Address(error) => address(lang, error),
            Self::PlanExists(id) => words::plan_exists(lang, id),
            Self::ChangedMeanwhile(id) => words::changed_meanwhile(lang, id),
            Self::FollowedMeanwhile { plan, tasks } => {
                words::followed_meanwhile(lang, plan, &format!("“{}”", tasks.join("”, “")))
            }
            Self::PerhapsThere { ids } => words::perhaps_there(lang, &ids.join(", ")),
            Self::NotMerged { plan, .. } => words::not_merged(lang, plan),
            Self::NothingToDo => words::nothing_to_do(lang).to_owned(),
            Self::Interrupted { done, source } => {
                words::interrupted(lang, &done.join(", "), &source.sentence(lang))
            }
            Self::NothingOwed(unit) => chase::nothing_owed(lang, unit),
            Self::Form { file, line, reason } => chase::form(lang, file, *line, reason),
            Self::Json(reason) => words::no_json(lang, reason),
        }
    }
}

impl Flaw {
    /// What is wrong, without the place.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match &self.reason {
            Reason::Unlisted(reason) => words::not_listed(lang, reason),
            Reason::Fault(reason) => fault(lang, reason),
            Reason::Unsound(reason) => unsound(lang, reason),
            Reason::Plan(flaw) => plan(lang, flaw),
            Reason::Directory(flaw) => directory(lang, flaw),
            Reason::NoPlan => words::journal_without_plan(lang).to_owned(),
            Reason::Distrusted(folder) => GitError::Distrusted(folder.clone()).sentence(lang),
            Reason::Merging(MergeEnd::Sync) => git::merging_by_sync(lang).to_owned(),
            Reason::Merging(MergeEnd::Commit) => git::merging_by_person(lang).to_owned(),
            Reason::Unmerged => git::unmerged(lang).to_owned(),
            Reason::Stranger => words::stranger(lang).to_owned(),
        }
    }
}

impl Proof {
    /// What was proven, with its figure.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let count = self.figure;
        if !self.is_kept() {
            return self.promise.sentence(lang).to_owned();
        }
        match self.promise {
            Promise::Files | Promise::Modes if count == 0 => verify::no_files(lang).to_owned(),
            Promise::Journals | Promise::Ids if count == 0 => verify::no_journals(lang).to_owned(),
            Promise::Edits if count == 0 => verify::no_edits(lang).to_owned(),
            Promise::Files => verify::files(lang, count),
            Promise::Journals => verify::journals(lang, count),
            Promise::Ids => verify::ids(lang, count),
            // What is worth a word would contradict more.
            Promise::Edits if !self.doubts.is_empty() => verify::edits_compared(lang, count),
            Promise::Edits => verify::edits(lang, count),
            Promise::Modes if !self.doubts.is_empty() => verify::modes_alone(lang, count),
            Promise::Modes => verify::modes(lang, count),
            Promise::Lock => verify::lock(lang).to_owned(),
            Promise::Disk => verify::disk(lang).to_owned(),
            Promise::Git if count == 0 => verify::no_git(lang).to_owned(),
            Promise::Git => verify::git(lang).to_owned(),
        }
    }
}

impl Promise {
    /// What has to be so.
    fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::Files => verify::all_files(lang),
            Self::Journals => verify::all_journals(lang),
            Self::Ids => verify::all_ids(lang),
            Self::Edits => verify::all_edits(lang),
            Self::Modes => verify::all_modes(lang),
            Self::Lock => verify::to_lock(lang),
            Self::Disk => verify::to_disk(lang),
            Self::Git => verify::no_merge(lang),
        }
    }
}

impl Doubt {
    /// What was found, with the file that it is about.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let about = |file: &str, sentence: &str| format!("{file}: {sentence}");
        match self {
            Self::Flaw(flaw) => about(&flaw.place(), &flaw.sentence(lang)),
            Self::Lossy(file) => about(file, verify::lossy(lang)),
            Self::Odd(file, Oddity::Kind(reason)) => about(file, &fault(lang, reason)),
            Self::Odd(file, Oddity::HardLink) => words::hard_link(lang, file),
            Self::Odd(file, Oddity::WriteProtected) => words::write_protected(lang, file),
            Self::Twice(file, id) => about(file, &verify::twice(lang, id)),
            Self::Differs(file, places) => about(file, &verify::differs(lang, *places)),
            Self::Disorder(file) => about(file, verify::disorder(lang)),
            Self::NotKeptOut => verify::not_kept_out(lang).to_owned(),
            Self::Merging => verify::merging(lang).to_owned(),
            Self::Refused(error) => error.sentence(lang),
        }
    }
}

fn plan(lang: Lang, flaw: &PlanFlaw) -> String {
    match flaw {
        PlanFlaw::DoubledId(id) => words::doubled_id(lang, id),
        PlanFlaw::TooManyPeriods(when) => words::too_many_periods(lang, &when.to_string(), MAX_PERIODS),
        PlanFlaw::NoTask { task, .. } => words::line_without_task(lang, task.as_str()),
        PlanFlaw::NoPeriod { period, .. } => words::line_without_period(lang, &period.0),
    }
}

fn directory(lang: Lang, flaw: &DirectoryFlaw) -> String {
    match flaw {
        DirectoryFlaw::Blank(unit) => words::blank_unit(lang, unit),
        DirectoryFlaw::Doubled(name) => words::doubled_unit(lang, name),
        DirectoryFlaw::OwnMember(unit) => words::own_member(lang, unit),
        DirectoryFlaw::OwnPart(unit) => words::own_part(lang, unit),
    }
}

/// Why a line about a task would make no sense.
#[must_use]
pub fn objection(lang: Lang, objection: Objection) -> String {
    match objection {
        Objection::EmptyNote => words::empty_note(lang).to_owned(),
        Objection::PercentOfClosed => words::percent_of_closed(lang).to_owned(),
        Objection::ExtensionOfClosed => words::extension_of_closed(lang).to_owned(),
        Objection::NotLater(last) => words::not_later(lang, &date::day(lang, last)),
        Objection::Passed(day) => words::day_has_passed(lang, &date::day(lang, day)),
    }
}

/// Why an address names nothing, with the nearest ones.
#[must_use]
pub fn address(lang: Lang, error: &AddressError) -> String {
    match error {
        AddressError::Form(typed) => words::no_address(lang, typed),
        AddressError::NoPlan { typed, near } if near.is_empty() => words::no_plan_near(lang, typed),
        AddressError::NoPlan { typed, near } => with_near(lang, words::no_plan(lang, typed), near),
        AddressError::Ambiguous { typed, ids } => words::several_plans(lang, typed, &few(lang, ids)),
        AddressError::NoPlace { plan, typed, near } => {
            let near: Vec<String> = near.iter().map(|path| format!("{plan}:{path}")).collect();
            with_near(lang, words::no_place(lang, plan, typed), &near)
        }
    }
}

/// Some of the names that fit, the shortest, for they are the nearest to what was typed; and how many others there are.
#[must_use]
pub fn few(lang: Lang, names: &[String]) -> String {
    const NAMED: usize = 5;
    let mut shortest: Vec<&str> = names.iter().map(String::as_str).collect();
    shortest.sort_by_key(|name| name.chars().count());
    shortest.truncate(NAMED);
    let first = shortest.join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => words::and_others(lang, more, &first),
    }
}

/// A sentence with what may have been meant.
#[must_use]
pub fn with_near(lang: Lang, sentence: String, near: &[String]) -> String {
    if near.is_empty() { sentence } else { words::did_you_mean(lang, &sentence, &near.join(", ")) }
}

fn undo(lang: Lang, error: &UndoError) -> String {
    match error {
        UndoError::NothingToUndo => words::nothing_to_undo(lang).to_owned(),
        UndoError::NothingToRedo => words::nothing_to_redo(lang).to_owned(),
        UndoError::NoAct(id) => words::no_act(lang, &id.to_string()),
        UndoError::AlreadyUndone(id) => words::already_undone(lang, &id.to_string()),
        UndoError::ChangedSince { by, .. } => words::changed_since(lang, by),
    }
}

fn import(lang: Lang, error: &ImportError) -> String {
    match error {
        ImportError::NotUtf8 { line, column } => words::document_not_utf8(lang, *line, *column),
        ImportError::NotPlain => words::not_plain_text(lang).to_owned(),
        ImportError::Damaged => words::damaged_document(lang).to_owned(),
        ImportError::Encrypted => words::encrypted_document(lang).to_owned(),
        ImportError::Beyond(limit) => words::document_beyond(lang, limit_name(lang, *limit)),
        ImportError::Pictures => words::pictures(lang).to_owned(),
        ImportError::NoReader => words::no_reader(lang).to_owned(),
        ImportError::NoProcess => words::no_process(lang).to_owned(),
        ImportError::NoLabels => words::no_labels(lang).to_owned(),
        ImportError::Endless => words::endless_document(lang).to_owned(),
        ImportError::NoText => words::no_text(lang).to_owned(),
    }
}

fn limit_name(lang: Lang, limit: Limit) -> &'static str {
    match limit {
        Limit::Parts => words::limit_of_parts(lang),
        Limit::Bytes => words::limit_of_bytes(lang),
        Limit::Elements => words::limit_of_elements(lang),
        Limit::Depth => words::limit_of_depth(lang),
        Limit::Cells => words::limit_of_cells(lang),
        Limit::Text => words::limit_of_text(lang),
    }
}

fn edit(lang: Lang, error: &EditError) -> String {
    match error {
        EditError::Unsound(error) => unsound(lang, error),
        EditError::Missing(at) => words::edit_missing(lang, at),
        EditError::Taken(at) => words::edit_taken(lang, at),
        EditError::Stale { at, expected, found } => words::edit_stale(lang, at, found, expected),
        EditError::Holder { at, parent } => words::edit_holder(lang, at, parent),
        EditError::Misnamed(at) => words::edit_misnamed(lang, at),
        EditError::Unsaid(at) => words::edit_unsaid(lang, at),
    }
}

fn unsound(lang: Lang, error: &Unsound) -> String {
    match error {
        Unsound::NotAnObject => words::not_an_object(lang).to_owned(),
        Unsound::NotAList(at) => words::not_a_list(lang, at),
        Unsound::Nameless(at, field) => words::nameless(lang, at, field),
        Unsound::Duplicate(id) => words::stands_twice(lang, id),
    }
}

fn store(lang: Lang, error: &StoreError) -> String {
    match error {
        StoreError::ReadOnly(folder) => words::folder_read_only(lang, &folder.display().to_string()),
        StoreError::NoLocks { folder, reason } => {
            words::no_locks(lang, &folder.display().to_string(), reason)
        }
        StoreError::Waits { lock, holder } => {
            let holder = holder.as_deref().unwrap_or(words::another_program(lang));
            words::waited(lang, &lock.display().to_string(), holder)
        }
        StoreError::Changed(file) => words::file_changed(lang, file),
        StoreError::WriteProtected(file) => words::write_protected(lang, file),
        StoreError::HardLink(file) => words::hard_link(lang, file),
        StoreError::Displaced { file, kept, source } => {
            let [file, kept] = [file, kept].map(|path| path.display().to_string());
            words::displaced(lang, &file, &kept, &system(lang, source))
        }
        StoreError::Unreadable(error) => unreadable(lang, error),
        StoreError::Event(error) => words::no_event(lang, &error.to_string()),
        StoreError::Io { doing, path, source } => {
            let path = path.display().to_string();
            words::refused_by_system(lang, doing_in_words(lang, *doing), &path, &system(lang, source))
        }
    }
}

fn doing_in_words(lang: Lang, doing: Doing) -> &'static str {
    match doing {
        Doing::Create => words::creating(lang),
        Doing::Lock => words::locking(lang),
        Doing::List => words::listing(lang),
        Doing::Write => words::writing(lang),
        Doing::Sync => words::syncing(lang),
        Doing::Rename => words::renaming(lang),
        Doing::Remove => words::removing(lang),
    }
}

pub(super) fn system(lang: Lang, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => words::disk_full(lang).to_owned(),
        io::ErrorKind::PermissionDenied => words::not_allowed(lang).to_owned(),
        io::ErrorKind::FileTooLarge => words::too_large_for_system(lang).to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => words::read_only_disk(lang).to_owned(),
        io::ErrorKind::NotFound => words::no_such_file(lang).to_owned(),
        io::ErrorKind::AlreadyExists => words::is_there_already(lang).to_owned(),
        _ => error.to_string(),
    }
}

/// What the system says of a file, where it is usual in our words and without its number.
fn said_by_system(lang: Lang, reason: &str) -> String {
    match reason.split_once(" (os error").map_or(reason, |(said, _)| said) {
        "No such file or directory" => words::no_such_file(lang).to_owned(),
        "Permission denied" => words::not_allowed(lang).to_owned(),
        "Read-only file system" => words::read_only_disk(lang).to_owned(),
        said => said.to_owned(),
    }
}

pub(super) fn unreadable(lang: Lang, error: &Unreadable) -> String {
    let place = error.at.map(|at| format!(":{at}")).unwrap_or_default();
    format!("{}{place}: {}", error.file, fault(lang, &error.fault))
}

/// What is wrong with a file or a line of one.
pub(super) fn fault(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::TooLarge { bytes, most } => words::too_large(lang, *bytes, *most),
        Fault::NotAFolder => words::not_a_folder(lang).to_owned(),
        Fault::System(reason) => words::cannot_be_read(lang, &said_by_system(lang, reason)),
        Fault::Name(error) => plan_id(lang, *error),
        Fault::Misnamed(id) => words::misnamed(lang, id),
        Fault::Json(reason) => json::in_words(lang, reason),
        Fault::Link => words::is_link(lang).to_owned(),
        Fault::NotAFile => words::not_a_file(lang).to_owned(),
        Fault::Empty => words::empty_file(lang).to_owned(),
        Fault::ByteOrderMark => words::byte_order_mark(lang).to_owned(),
        Fault::Utf16 => words::utf16(lang).to_owned(),
        Fault::Nul => words::holds_nul(lang).to_owned(),
        Fault::NotUtf8 => words::not_utf8(lang).to_owned(),
        Fault::ConflictMarkers => words::conflict_markers(lang).to_owned(),
        Fault::NotOfUnsaved => words::not_of_unsaved(lang).to_owned(),
        Fault::Torn => words::torn(lang).to_owned(),
        Fault::UnknownKind => words::unknown_kind(lang).to_owned(),
        Fault::Term => words::term_too_long(lang).to_owned(),
    }
}

/// Why a text is no plan's id.
#[must_use]
pub fn plan_id(lang: Lang, error: PlanIdError) -> String {
    match error {
        PlanIdError::Empty => words::id_empty(lang).to_owned(),
        PlanIdError::TooLong => words::id_too_long(lang, PlanId::MAX_BYTES),
        PlanIdError::Character(held) => words::id_character(lang, held),
        PlanIdError::Opening(held) => words::id_opening(lang, held),
        PlanIdError::NotComposed => words::id_not_composed(lang).to_owned(),
        PlanIdError::Reserved => words::id_reserved(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(error: &WorkspaceError, vi: &str, en: &str) {
        assert_eq!((error.sentence(Lang::Vi).as_str(), error.sentence(Lang::En).as_str()), (vi, en));
    }

    #[test]
    fn a_full_disk_is_told_in_both_languages() {
        let source = io::ErrorKind::StorageFull.into();
        let full = StoreError::Io { doing: Doing::Write, path: "plans/a.jsonl".into(), source };
        let error = WorkspaceError::Interrupted { done: vec!["b".to_owned()], source: Box::new(full.into()) };
        check(
            &error,
            "đã ghi vào b rồi dừng lại: không ghi được plans/a.jsonl: đĩa đã đầy",
            "written to b, then stopped: writing plans/a.jsonl: the disk is full",
        );
    }

    #[test]
    fn an_edit_that_does_not_fit_says_where() {
        let error = EditError::Missing("tasks/k".to_owned()).into();
        check(
            &error,
            "kế hoạch đã được sửa trong lúc đó: không có \"tasks/k\"",
            "the plan was changed meanwhile: \"tasks/k\" is not there",
        );
    }
}
