//! Opens the Plans screen on a workspace: the jobs are done on the worker's thread, the files watched on another.

use std::sync::Arc;
use std::thread;

use super::events::{self, Event, Sender};
use super::glyphs::Glyphs;
use super::job::{Job, News};
use super::plans_screen::{Looks, PlansScreen};
use super::run;
use super::state::Access;
use super::terminal::{self, TerminalError};
use super::theme::Theme;
use crate::action::KeyMap;
use crate::locale::Lang;
use crate::query::Index;
use crate::workspace::{Changed, Snapshot, Workspace, WorkspaceError};

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
    let looks = Looks { lang, theme: Theme::choose(&var), glyphs: Glyphs::choose(&var) };
    let screen =
        PlansScreen::new(workspace.snapshot(), terminal::size(), KeyMap::standard(), (access, looks));
    let (sender, inbox) = events::channel();
    // The program may end before the worker's thread does.
    let _copy = workspace.take_copy();
    let _watch = workspace.watch(call_out(sender.clone()));
    run::run(screen, Clerk { workspace, told: None }.works(), (sender, inbox))
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

/// Does the jobs of the screen, one after the other.
struct Clerk {
    workspace: Workspace,
    told: Option<Arc<Snapshot>>,
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
                self.answer(self.workspace.commit(changes).map(|committed| committed.snapshot), tell);
            }
            Job::Undo(act) => self.answer(self.workspace.undo(act).map(|back| back.snapshot), tell),
            Job::Redo => self.answer(self.workspace.redo().map(|back| back.snapshot), tell),
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

    fn answer(&mut self, done: Result<Arc<Snapshot>, WorkspaceError>, tell: &dyn Fn(News)) {
        match done {
            Ok(snapshot) => {
                self.told = Some(Arc::clone(&snapshot));
                tell(News::Saved(snapshot));
            }
            Err(error @ (WorkspaceError::Undo(_) | WorkspaceError::Objection(_))) => {
                tell(News::Refused(Arc::new(error)));
            }
            Err(error) => tell(News::Failed(Arc::new(error))),
        }
    }
}
