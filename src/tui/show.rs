//! Opens the Plans screen on a workspace: the jobs are done on the worker's thread, the files watched on another.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::events::{self, Event, Sender};
use super::job::{Job, Keeping, News};
use super::plans_screen::{Looks, PlansScreen};
use super::run;
use super::state::Access;
use super::state::review::Proposed;
use super::terminal::{self, TerminalError};
use crate::action::KeyMap;
use crate::config::own_folder;
use crate::domain::{Act, EventId, UndoError};
use crate::locale::Lang;
use crate::query::Index;
use crate::workspace::git::{Conflict, GitError, IndexLook, WayBack};
use crate::workspace::{
    Changed, Drafts, Proposal, Side, Snapshot, Wanted, Workspace, WorkspaceError, export, write_letter,
    write_out,
};

/// Shows a workspace until the user leaves. It need not have been read: the first frame does not wait for that. `var`
/// looks up variables of the environment. It begins with a review, where one is wanted.
///
/// # Errors
/// When the terminal cannot show a screen, or a thread of the program broke.
pub fn show(
    mut workspace: Workspace,
    lang: Lang,
    var: impl Fn(&str) -> Option<String>,
    wanted: Option<Wanted>,
) -> Result<(), TerminalError> {
    terminal::check(var("TERM").as_deref())?;
    let access = match (workspace.readonly(), workspace.is_demo()) {
        (Some(_), _) => Access::ReadOnly,
        (None, true) => Access::Demo,
        (None, false) => Access::Write,
    };
    let looks = Looks::choose(lang, &var);
    let own_folder = own_folder().unwrap_or_default().display().to_string();
    let screen =
        PlansScreen::new(workspace.snapshot(), terminal::size(), KeyMap::standard(), (access, looks))
            .writing_out_to(own_folder)
            .reviewing(wanted);
    let keeper = Keeper { drafts: workspace.drafts(), workspace: workspace.path().to_owned() };
    let (sender, inbox) = events::channel();
    // The program may end before the worker's thread does.
    let _copy = workspace.take_copy();
    let _watch = workspace.watch(call_out(sender.clone()));
    let clerk = Clerk::new(workspace);
    run::run(screen, (clerk.works(), keeper.works()), (sender, inbox))
}

/// Tells the core that files changed; it asks for them to be read, so that all readings are in the order of the jobs.
fn call_out(sender: Sender<News>) -> impl Fn(Changed) + Send + 'static {
    move |changed| {
        // Nobody listens any more when the screen has closed.
        let _ = sender.send(Event::News(News::Changed(changed)));
    }
}

/// Folds the texts on a thread of its own, for nobody is to wait for it.
fn fold(index: Index) {
    let folding = thread::Builder::new().name("fold".into()).spawn(move || index.fold_all());
    // Without a thread the first letter folds them.
    drop(folding);
}

/// Keeps what is not saved in the person's own files.
struct Keeper {
    /// `None` where nothing is typed that lasts.
    drafts: Option<Drafts>,
    /// The folder that it was to be saved in.
    workspace: PathBuf,
}

impl Keeper {
    fn works(mut self) -> impl FnMut(Job, &dyn Fn(News)) + Send + 'static {
        move |job, tell| {
            if let Job::Keep(keeping) = job {
                self.keep(keeping, tell);
            }
        }
    }

    fn keep(&mut self, keeping: Keeping, tell: &dyn Fn(News)) {
        if let Keeping::WriteOut(path, kept, lang) = keeping {
            let written = write_out(Path::new(&path), &self.workspace, &kept, lang);
            return tell(News::WrittenOut(path, written.map_err(Arc::new)));
        }
        if let Keeping::Export(path, text) = keeping {
            let written = export(Path::new(&path), &text);
            return tell(News::Exported(path, written.map_err(Arc::new)));
        }
        if let Keeping::Letter(name, chased) = keeping {
            let written = write_letter(&name, &chased.letter);
            return tell(News::LetterWritten(chased, written.map_err(Arc::new)));
        }
        if let Keeping::Try(kept) = keeping {
            let drafts = self.drafts.as_ref();
            return tell(News::Fleeting(drafts.is_none_or(|drafts| drafts.try_out(&kept).is_err())));
        }
        if let Keeping::Review(left) = keeping {
            let kept = self.drafts.as_ref().map(|drafts| drafts.keep_review(*left));
            return tell(News::ReviewKept(matches!(kept, Some(Ok(())))));
        }
        let Some(drafts) = &mut self.drafts else { return };
        let done = match keeping {
            Keeping::Write(kept) => drafts.write(&kept),
            Keeping::Replace(kept) => drafts.replace(&kept),
            Keeping::ForgetReview(digest) => drafts.forget_review(&digest),
            _ => {
                let (found, refused) = drafts.take();
                tell(News::Drafts(found));
                refused.into_iter().next().map_or(Ok(()), Err)
            }
        };
        if let Err(error) = done {
            tell(News::DraftFailed(Arc::new(error)));
        }
    }
}

/// Does the jobs of the screen, one after the other.
struct Clerk {
    workspace: Workspace,
    told: Option<Arc<Snapshot>>,
    /// The acts that were done here.
    own: HashSet<EventId>,
    /// What was decided here, with the act that it was, the last one behind.
    decided: Vec<(Option<EventId>, WayBack)>,
    index: IndexLook,
}

impl Clerk {
    fn new(workspace: Workspace) -> Self {
        let (own, index) = (HashSet::new(), IndexLook::default());
        Self { workspace, told: None, own, decided: Vec::new(), index }
    }

    fn works(mut self) -> impl FnMut(Job, &dyn Fn(News)) + Send + 'static {
        move |job, tell| self.work(job, tell)
    }

    fn work(&mut self, job: Job, tell: &dyn Fn(News)) {
        match job {
            Job::Look(changed) => self.look(&changed, tell),
            Job::Fold(index) => fold(index),
            Job::Commit(changes) => {
                let committed = self.workspace.commit(changes);
                self.own.extend(committed.as_ref().map(|committed| committed.act));
                self.answer(committed.map(|committed| News::Saved(committed.snapshot)), tell);
            }
            Job::Chase(unit) => self.chase(&unit, tell),
            Job::Propose(wanted) => self.propose(wanted, tell),
            Job::Complete(typed) => {
                let found = self.workspace.paths_from(&typed);
                tell(News::Completed(typed, found));
            }
            Job::Accept(proposal) => self.accept(*proposal, tell),
            Job::Settle(chosen, side) => self.settle(&chosen, side, tell),
            Job::Unsettle => self.unsettle(tell),
            // An edit taken back would leave git believing that it was decided.
            Job::Undo(_) if self.was_deciding() => self.unsettle(tell),
            Job::Undo(act) => match self.doubt().filter(|_| act.is_none()) {
                Some(doubt) => tell(doubt),
                None => self.answer(self.workspace.undo(act).map(News::TakenBack), tell),
            },
            // The keeper's.
            Job::Keep(_) => {}
            Job::Redo => self.answer(self.workspace.redo().map(News::TakenBack), tell),
        }
    }

    /// Writes the letter, and that it was sent.
    fn chase(&mut self, unit: &str, tell: &dyn Fn(News)) {
        let chased = self.workspace.chase(unit, None).and_then(|chased| {
            let committed = self.workspace.commit(chased.changes.clone())?;
            self.own.insert(committed.act);
            Ok(News::Chased(committed.snapshot, Box::new(chased)))
        });
        self.answer(chased, tell);
    }

    /// Drafts what is wanted, and looks for what an earlier review left of it.
    fn propose(&self, wanted: Wanted, tell: &dyn Fn(News)) {
        let proposed = self.workspace.draft(&wanted).map(|proposal| {
            let (sheet, kept) = (proposal.sheet(), self.workspace.kept_review(&proposal));
            Box::new(Proposed { wanted: wanted.clone(), proposal, sheet, kept })
        });
        tell(News::Proposed(wanted, proposed.map_err(Arc::new)));
    }

    /// Writes what came of a document; one that changes nothing is as good as written.
    fn accept(&mut self, proposal: Proposal, tell: &dyn Fn(News)) {
        let accepted = self.workspace.accept(proposal);
        let snapshot = accepted.map(|committed| match committed {
            Some(committed) => committed.snapshot,
            None => self.workspace.refresh(),
        });
        self.answer(snapshot.map(News::Saved), tell);
    }

    /// Reads what changed, and tells only where something did.
    fn look(&mut self, changed: &Changed, tell: &dyn Fn(News)) {
        let is_read = self.told.is_some();
        let snapshot = if is_read { self.workspace.look_at(changed) } else { self.workspace.reload() };
        if !self.told.as_ref().is_some_and(|told| Arc::ptr_eq(told, &snapshot)) {
            self.told = Some(Arc::clone(&snapshot));
            tell(News::Read(snapshot));
        }
        self.tell_conflicts(tell);
    }

    /// Tells of conflicts where they may be others than before. A git that cannot be asked is for `tiendo sync` to say.
    fn tell_conflicts(&mut self, tell: &dyn Fn(News)) {
        if let Ok(Some(conflicts)) = self.workspace.look_for_conflicts(&mut self.index) {
            tell(News::Conflicts(conflicts));
        }
    }

    fn settle(&mut self, chosen: &[Conflict], side: Side, tell: &dyn Fn(News)) {
        let settled = self.workspace.settle(chosen, side).map(|settled| {
            self.decided.push((self.last_act(), settled.back));
            News::Saved(settled.snapshot)
        });
        self.tell_conflicts(tell);
        self.answer(settled, tell);
    }

    /// Takes back what was decided last; it stays to be taken back where that fails.
    fn unsettle(&mut self, tell: &dyn Fn(News)) {
        let Some((act, back)) = self.decided.pop() else {
            return tell(News::Refused(Arc::new(WorkspaceError::Undo(UndoError::NothingToUndo))));
        };
        let unsettled = self.workspace.unsettle(&back).map(News::Unsettled);
        if unsettled.is_err() {
            self.decided.push((act, back));
        }
        self.tell_conflicts(tell);
        self.answer(unsettled, tell);
    }

    /// Whether the user's last act was to decide a conflict here.
    fn was_deciding(&self) -> bool {
        let last = self.last_act();
        last.is_some() && self.decided.last().is_some_and(|(act, _)| *act == last)
    }

    fn last_act(&self) -> Option<EventId> {
        self.workspace.refresh().acts().last_of(self.workspace.by()).ok()
    }

    /// What is to be asked before the last act is taken back: one that was not done here, or that changed a plan or
    /// brought it in.
    fn doubt(&self) -> Option<News> {
        let snapshot = self.workspace.refresh();
        let acts = snapshot.acts();
        let act = acts.last_of(self.workspace.by()).ok()?;
        acts.may_undo(act, self.workspace.by()).ok()?;
        let lines: Vec<_> =
            acts.of_act(act).map(|(journal, event)| (journal.to_owned(), event.clone())).collect();
        let is_edit = lines.iter().any(|(_, event)| matches!(event.act, Act::Edit(_)));
        (is_edit || !self.own.contains(&act)).then_some(News::Doubted(act, lines))
    }

    fn answer(&mut self, done: Result<News, WorkspaceError>, tell: &dyn Fn(News)) {
        match done {
            Ok(news) => {
                self.told = news.snapshot().cloned();
                tell(news);
            }
            Err(
                error @ (WorkspaceError::Undo(_)
                | WorkspaceError::Objection(_)
                | WorkspaceError::NothingOwed(_)
                | WorkspaceError::Form { .. }
                | WorkspaceError::Git(GitError::MergeOver | GitError::Entangled(_))),
            ) => {
                tell(News::Refused(Arc::new(error)));
            }
            Err(error) => tell(News::Failed(Arc::new(error))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::domain::{Change, Update};
    use crate::workspace::Options;

    #[test]
    fn only_what_was_done_here_is_taken_back_unasked() {
        let options = Options { by: Some("lan".into()), ..Options::default() };
        let workspace = Workspace::demo(options).unwrap();
        let snapshot = workspace.snapshot();
        let plan = &snapshot.plans[0];
        let task = plan.task(plan.outline().leaves().next().unwrap()).id.clone();
        let update = Update { task, note: Some("gọi lại".into()), ..Update::default() };
        let note = Job::Commit(vec![Change::Update { plan: plan.plan().id.clone(), update }]);
        let mut clerk = Clerk::new(workspace);
        let told = RefCell::new(Vec::new());
        for job in [Job::Undo(None), note, Job::Undo(None)] {
            clerk.work(job, &|news| told.borrow_mut().push(news));
        }
        let told = told.into_inner();
        let [News::Doubted(..), News::Saved(_), News::TakenBack(_)] = &told[..] else { panic!("{told:?}") };
    }
}
