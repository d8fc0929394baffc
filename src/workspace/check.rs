//! Every file of a workspace looked at strictly, with all that is wrong.

use std::collections::HashMap;

use super::Workspace;
use super::flaw::{Flaw, Reason};
use super::load::Held;
use super::snapshot::Snapshot;
use crate::domain::document::check_sound;
use crate::domain::{Act, Acts, DirectoryFlaw, Edit, Event, PlanFlaw, TrackedPlan};
use crate::store::{FileName, JournalName, Places, PlanId, TextPosition};

impl Workspace {
    /// Reads every file anew and strictly, and says what is wrong: doubled keys anywhere, ids that name two things,
    /// lines that are torn, unreadable or of an unknown kind, lines about tasks that the plan does not have, journals
    /// without their plan, files that are none of a workspace's.
    #[must_use]
    pub fn check(&self) -> Vec<Flaw> {
        let held = Held::read(&self.folder, self.day(), &self.by);
        let snapshot = held.snapshot();
        let mut flaws = [snapshot.unreadable.as_slice(), snapshot.flaws.as_slice()].concat();
        for tracked in &snapshot.plans {
            let Ok(id) = tracked.plan().id.parse::<PlanId>() else { continue };
            let of_plan = self.flaws_of_plan(&id, tracked, &snapshot);
            let name = FileName::Plan(id);
            // Whose things have one id twice has been said with the place.
            let is_said = of_plan.iter().any(|flaw| flaw.file == name.to_string());
            flaws.extend(self.flaws_of_document(&name).filter(|flaw| !is_said || flaw.line.is_some()));
            flaws.extend(of_plan);
        }
        flaws.extend(self.flaws_of_document(&FileName::Settings));
        flaws.extend(self.flaws_of_document(&FileName::Units));
        flaws.extend(self.flaws_of_directory(&snapshot));
        flaws.extend(
            snapshot
                .removed
                .iter()
                .filter(|(_, events)| !was_taken_out(events))
                .map(|(id, _)| Flaw::new(&format!("journal/{id}.jsonl"), None, Reason::NoPlan)),
        );
        flaws.extend(self.unmerged_files().iter().map(|file| Flaw::new(file, None, Reason::Unmerged)));
        flaws.extend(self.distrusted().map(|folder| Flaw::new(".git", None, Reason::Distrusted(folder))));
        let merging = |end| Flaw::new(".git/MERGE_HEAD", None, Reason::Merging(end));
        flaws.extend(self.merge_ends_by().map(merging));
        flaws.extend(self.folder.strangers().iter().map(|file| Flaw::new(file, None, Reason::Stranger)));
        flaws.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        flaws.dedup();
        flaws
    }

    /// How many files a check reads: plans, journals, the directory, the settings.
    #[must_use]
    pub fn file_count(&self) -> usize {
        self.folder.plainness().len()
    }

    /// What only a strict reading finds in a file.
    fn flaws_of_document(&self, name: &FileName) -> Option<Flaw> {
        match self.folder.document(name) {
            Err(unreadable) => Some(Flaw::of(&unreadable)),
            Ok(None) => None,
            Ok(Some(_)) if *name == FileName::Settings => None,
            Ok(Some(document)) => {
                let unsound = check_sound(&document.value).err();
                unsound.map(|unsound| Flaw::new(&name.to_string(), None, Reason::Unsound(unsound)))
            }
        }
    }

    fn flaws_of_plan(&self, id: &PlanId, tracked: &TrackedPlan, snapshot: &Snapshot) -> Vec<Flaw> {
        let mut places = Finder::new(self);
        let plan = FileName::Plan(id.clone());
        let journal = FileName::Journal(JournalName::Plan(id.clone()));
        let flaws = tracked.flaws(&snapshot.as_of());
        let flaw = |flaw: PlanFlaw| {
            let (file, at) = match &flaw {
                PlanFlaw::DoubledId(id) => (&plan, places.again(&plan, "id", id)),
                PlanFlaw::TooManyPeriods(when) => (&plan, places.first(&plan, "when", &when.to_string())),
                PlanFlaw::NoTask { line, .. } | PlanFlaw::NoPeriod { line, .. } => {
                    (&journal, places.first(&journal, "id", &line.to_string()))
                }
            };
            Flaw::new(&file.to_string(), at, Reason::Plan(flaw))
        };
        flaws.into_iter().map(flaw).collect()
    }

    fn flaws_of_directory(&self, snapshot: &Snapshot) -> Vec<Flaw> {
        let mut places = Finder::new(self);
        let flaw = |flaw: DirectoryFlaw| {
            let (DirectoryFlaw::Blank(name)
            | DirectoryFlaw::Doubled(name)
            | DirectoryFlaw::OwnMember(name)
            | DirectoryFlaw::OwnPart(name)) = &flaw;
            let at = places.again(&FileName::Units, "name", name);
            Flaw::new(&FileName::Units.to_string(), at, Reason::Directory(flaw))
        };
        snapshot.directory.flaws().into_iter().map(flaw).collect()
    }
}

/// Whether the journal of a plan that is not there says why: it was removed, or its import taken back.
pub(super) fn was_taken_out(events: &[Event]) -> bool {
    let acts = Acts::of([("", events)]);
    let mut was_brought_in = false;
    let mut is_there = false;
    for (_, event) in acts.lines() {
        let Some(edit) = of_whole_plan(event) else { continue };
        was_brought_in = true;
        if !acts.is_undone(event.act_id()) {
            is_there = edit.new.is_some();
        }
    }
    was_brought_in && !is_there
}

/// The edit by which a line brings the whole plan in, or removes it.
fn of_whole_plan(event: &Event) -> Option<Edit> {
    let Act::Edit(edits) = &event.act else { return None };
    edits.read().ok()?.into_iter().rfind(|edit| edit.at.is_empty())
}

/// Looks up where values stand, reading each file once for each field.
struct Finder<'w> {
    workspace: &'w Workspace,
    read: HashMap<(FileName, &'static str), Places>,
}

impl<'w> Finder<'w> {
    fn new(workspace: &'w Workspace) -> Self {
        Self { workspace, read: HashMap::new() }
    }

    fn all(&mut self, file: &FileName, field: &'static str, value: &str) -> &[TextPosition] {
        let read = || self.workspace.folder.places(file, field);
        let places = self.read.entry((file.clone(), field)).or_insert_with(read);
        places.get(value).map_or(&[], Vec::as_slice)
    }

    /// Where a value stands first.
    fn first(&mut self, file: &FileName, field: &'static str, value: &str) -> Option<TextPosition> {
        self.all(file, field, value).first().copied()
    }

    /// Where a value stands a second time, else where it stands.
    fn again(&mut self, file: &FileName, field: &'static str, value: &str) -> Option<TextPosition> {
        let places = self.all(file, field, value);
        places.get(1).or(places.first()).copied()
    }
}
