//! What an act has changed, in one line, and how to take it back.

use serde::Serialize;

use super::addresses::Addresses;
use super::failure::Failure;
use super::session::Session;
use super::task_row::TaskRow;
use super::{event_words, sign};
use crate::domain::{Change, Entry, PeriodKey, Place, TaskId, TrackedPlan};
use crate::locale::{Lang, command, when};
use crate::text::{cut, one_line, width};
use crate::workspace::Snapshot;

/// The columns that a title keeps in such a line, however narrow the terminal.
const LEAST_TITLE: usize = 16;

/// Those that what was said keeps: who typed it knows the rest.
const LEAST_SAID: usize = 40;

/// Prints what changes of tasks came to, after they were committed: a line, or as JSON the tasks as they stand now.
///
/// # Errors
/// When the output is closed.
pub fn act(
    session: &mut Session,
    snapshot: &Snapshot,
    changes: &[Change],
    json: bool,
) -> Result<(), Failure> {
    let news: Vec<News<'_>> = changes.iter().filter_map(|change| News::of(snapshot, change)).collect();
    if json {
        let mut addresses = Addresses::new(snapshot);
        let mut tasks = Vec::with_capacity(news.len());
        for News { tracked, place, .. } in &news {
            tasks.push(TaskRow::of(tracked, *place, addresses.path(tracked, *place), &snapshot.as_of()));
        }
        return session.json(&Acted { tasks });
    }
    let lang = session.lang;
    let line = match news.as_slice() {
        [] => return Ok(()),
        [one] => one.line(lang, snapshot, session.out.width()),
        several => {
            let mut what: Vec<String> = several.iter().map(|news| news.what(lang)).collect();
            what.dedup();
            let what = what.join(", ");
            let what = cut(&one_line(&what), session.out.width().max(LEAST_SAID)).into_owned();
            let line = command::tasks_changed(lang, several.len(), &what);
            one_line(&command::take_back(lang, &line)).into_owned()
        }
    };
    Ok(session.out.line(&line)?)
}

/// The JSON of an act.
#[derive(Serialize)]
struct Acted<'s> {
    tasks: Vec<TaskRow<'s>>,
}

/// A change of a task, with the task as it stands after it.
struct News<'s> {
    tracked: &'s TrackedPlan,
    place: Place,
    period: Option<&'s PeriodKey>,
    change: &'s Change,
}

impl<'s> News<'s> {
    /// `None` for a change that speaks of no task.
    fn of(snapshot: &'s Snapshot, change: &'s Change) -> Option<Self> {
        let (task, period): (&TaskId, _) = match change {
            Change::Update { update, .. } => (&update.task, update.period.as_ref()),
            Change::Extend { extension, .. } => (&extension.task, extension.period.as_ref()),
            _ => return None,
        };
        let tracked = snapshot.plan(change.plan()?)?;
        Some(Self { tracked, place: tracked.find(task)?, period, change })
    }

    /// The line, with as much of the title as fits.
    fn line(&self, lang: Lang, snapshot: &Snapshot, room: usize) -> String {
        let standing = self.tracked.standing(self.place);
        let period = self.period.and_then(|key| when::period(lang, key, self.timeline()));
        let period = period.filter(|_| standing.periods > 1);
        let what = period.into_iter().chain([self.what(lang)]).collect::<Vec<_>>().join(": ");
        let address = Addresses::new(snapshot).short(self.tracked, self.place);
        let before = one_line(&format!("{} {address} ", sign::shape(&standing.status))).into_owned();
        let way_back = width(&command::take_back(lang, ""));
        let most = room.saturating_sub(width(&before) + way_back + LEAST_TITLE + 2).max(LEAST_SAID);
        let after = command::take_back(lang, &cut(&one_line(&what), most));
        let title = one_line(&self.tracked.task(self.place).title);
        let spare = room.saturating_sub(width(&before) + width(&after) + 2);
        format!("{before}{}: {after}", cut(&title, spare.max(LEAST_TITLE)))
    }

    fn timeline(&self) -> &[Entry] {
        self.tracked.outline().timeline(self.tracked.plan(), self.place)
    }

    /// What was said of the task.
    fn what(&self, lang: Lang) -> String {
        match self.change {
            Change::Update { update, .. } => event_words::updated(lang, update),
            Change::Extend { extension, .. } => event_words::extended(lang, extension),
            _ => String::new(),
        }
    }
}
