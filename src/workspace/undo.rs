//! Taking back and bringing again, across restarts and processes: an undo is a line like any other.

use std::sync::Arc;

use super::flaw::{Flaw, Reason};
use super::history::UNITS;
use super::writing::Writing;
use super::{Snapshot, Workspace, WorkspaceError};
use crate::domain::document::inverse_all;
use crate::domain::{Act, Acts, Edit, Event, EventId};
use crate::store::{Fault, JournalName, PlanId, Unreadable};

/// What an undo or a redo came to.
#[derive(Debug, Clone)]
pub struct TakenBack {
    /// The lines that were taken back or brought again, each with its journal.
    pub lines: Vec<(String, Event)>,
    /// The workspace after it.
    pub snapshot: Arc<Snapshot>,
}

/// The act that is meant.
#[derive(Debug, Clone, Copy)]
enum Which {
    Act(EventId),
    LastAct,
    LastUndo,
}

impl Workspace {
    /// Takes back an act: the one named, or the person's own last one that still stands.
    ///
    /// # Errors
    /// When there is none, when somebody else changed the same thing since, or when writing fails.
    pub fn undo(&self, act: Option<EventId>) -> Result<TakenBack, WorkspaceError> {
        self.take_back(act.map_or(Which::LastAct, Which::Act))
    }

    /// Takes back the person's last undo, unless she did something else since.
    ///
    /// # Errors
    /// As [`undo`](Self::undo).
    pub fn redo(&self) -> Result<TakenBack, WorkspaceError> {
        self.take_back(Which::LastUndo)
    }

    fn take_back(&self, which: Which) -> Result<TakenBack, WorkspaceError> {
        let guard = self.lock()?;
        let snapshot = self.refresh();
        let acts = snapshot.acts();
        if !matches!(which, Which::Act(_)) {
            unread(&snapshot.flaws)?;
        }
        let act = match which {
            Which::Act(act) => act,
            Which::LastAct => acts.last_of(&self.by)?,
            Which::LastUndo => acts.last_undo_of(&self.by)?,
        };
        acts.may_undo(act, &self.by)?;
        if acts.of_act(act).any(|(_, event)| event.batch.is_some()) {
            unread(&snapshot.flaws)?;
            unread(&snapshot.unreadable)?;
        }
        let journals = acts.stands_in(act);
        let lines: Vec<(String, Event)> = acts
            .of_act(act)
            .filter(|(journal, _)| journals.contains(journal))
            .map(|(journal, event)| (journal.to_owned(), event.clone()))
            .collect();
        let mut writings: Vec<(JournalName, Writing)> = Vec::new();
        for journal in journals {
            let edits = consequences(&acts.in_journal(journal), act)?;
            let writing = Writing { edits, acts: vec![Act::Undo(act)], ..Writing::default() };
            writings.push((journal_name(journal)?, writing));
        }
        let written = self.write_all(&guard, writings)?;
        drop(guard);
        let snapshot = self.committed(&written).snapshot;
        Ok(TakenBack { lines: told(&acts, lines), snapshot })
    }
}

/// Refuses where a file cannot be read at all: which act was the last, or what belongs to it, may stand there.
fn unread(flaws: &[Flaw]) -> Result<(), WorkspaceError> {
    let of_file =
        |flaw: &&Flaw| flaw.line.is_none() && !matches!(flaw.file.as_str(), "workspace.json" | "units.json");
    let Some(flaw) = flaws.iter().find(of_file) else { return Ok(()) };
    let fault = match &flaw.reason {
        Reason::Fault(fault) => fault.clone(),
        Reason::Unlisted(reason) => Fault::System(reason.clone()),
        _ => return Ok(()),
    };
    Err(Unreadable { file: flaw.file.clone(), at: None, fault }.into())
}

fn journal_name(journal: &str) -> Result<JournalName, WorkspaceError> {
    if journal == UNITS {
        return Ok(JournalName::Units);
    }
    let id = journal.parse::<PlanId>();
    id.map(JournalName::Plan).map_err(|source| WorkspaceError::PlanId { id: journal.to_owned(), source })
}

/// What taking back an act means for the file beside a journal, of which these are the lines: of the edits that stood and
/// fall the inverse, the last one first; then the edits that did not stand and rise again.
fn consequences(acts: &Acts<'_>, act: EventId) -> Result<Vec<Edit>, WorkspaceError> {
    let after = acts.with_undo(act);
    let (mut fallen, mut risen) = (Vec::new(), Vec::new());
    for (_, event) in acts.lines() {
        let Act::Edit(edits) = &event.act else { continue };
        match (acts.is_undone(event.act_id()), after.contains(&event.act_id())) {
            (false, true) => fallen.push(edits.read().map_err(WorkspaceError::json)?),
            (true, false) => risen.extend(edits.read().map_err(WorkspaceError::json)?),
            _ => {}
        }
    }
    let back = fallen.iter().rev().flat_map(|edits| inverse_all(edits));
    Ok(back.chain(risen).collect())
}

/// Of a redo, the lines that are brought again; else the lines themselves.
fn told(acts: &Acts<'_>, lines: Vec<(String, Event)>) -> Vec<(String, Event)> {
    let brought = lines.iter().filter_map(|(_, event)| match event.act {
        Act::Undo(target) => Some(target),
        _ => None,
    });
    let brought: Vec<(String, Event)> = brought
        .flat_map(|target| acts.of_act(target).map(|(journal, event)| (journal.to_owned(), event.clone())))
        .collect();
    if brought.is_empty() { lines } else { brought }
}
