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
use super::terminal::{self, TerminalError};
use crate::action::KeyMap;
use crate::config::own_folder;
use crate::domain::{Act, EventId};
use crate::locale::Lang;
use crate::query::Index;
use crate::workspace::{Changed, Drafts, Snapshot, Workspace, WorkspaceError, write_out};

/// Shows a workspace until the user leaves. It need not have been read: the first frame does not wait for that. `var`
/// looks up variables of the environment.
///
/// # Errors
/// When the terminal cannot show a screen, or a thread of the program broke.
pub fn show(
    mut workspace: Workspace,
    lang: Lang,
    var: impl Fn(&str) -> Option<String>,
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
            .writing_out_to(own_folder);
    let keeper = Keeper { drafts: workspace.drafts(), workspace: workspace.path().to_owned() };
    let (sender, inbox) = events::channel();
    // The program may end before the worker's thread does.
    let _copy = workspace.take_copy();
    let _watch = workspace.watch(call_out(sender.clone()));
    let clerk = Clerk { workspace, told: None, own: HashSet::new() };
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
        let Some(drafts) = &mut self.drafts else { return };
        let done = match keeping {
            Keeping::Write(kept) => drafts.write(&kept),
            Keeping::Replace(kept) => drafts.replace(&kept),
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
}

impl Clerk {
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
            Job::Undo(act) => match self.doubt().filter(|_| act.is_none()) {
                Some(doubt) => tell(doubt),
                None => self.answer(self.workspace.undo(act).map(News::TakenBack), tell),
            },
            // The keeper's.
            Job::Keep(_) => {}
            Job::Redo => self.answer(self.workspace.redo().map(News::TakenBack), tell),
        }
    }

    /// Reads what changed, and tells only where something did.
    fn look(&mut self, changed: &Changed, tell: &dyn Fn(News)) {
        let is_read = self.told.is_some();
        let snapshot = if is_read { self.workspace.look_at(changed) } else { self.workspace.reload() };
        if !self.told.as_ref().is_some_and(|told| Arc::ptr_eq(told, &snapshot)) {
            self.told = Some(Arc::clone(&snapshot));
            tell(News::Read(snapshot));
        }
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
            Err(error @ (WorkspaceError::Undo(_) | WorkspaceError::Objection(_))) => {
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
        let mut clerk = Clerk { workspace, told: None, own: HashSet::new() };
        let told = RefCell::new(Vec::new());
        for job in [Job::Undo(None), note, Job::Undo(None)] {
            clerk.work(job, &|news| told.borrow_mut().push(news));
        }
        let told = told.into_inner();
        let [News::Doubted(..), News::Saved(_), News::TakenBack(_)] = &told[..] else { panic!("{told:?}") };
    }
}
