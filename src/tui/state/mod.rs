//! What the Plans screen holds: selections by id, filters, what lies over it. It changes in `update` alone.

pub mod changes;
pub mod checklist;
pub mod choices;
pub mod conditions;
pub mod conflicts;
pub mod deed;
pub mod diary;
pub mod draft;
pub mod entered;
pub mod folds;
pub mod layer;
pub mod list;
pub mod notice;
pub mod review;
pub mod row;
pub mod rows;
pub mod screen;
pub mod units;
pub mod workload;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Datelike;
use ratatui::layout::Size;

use self::conflicts::Conflicts;
use self::diary::Diary;
use self::draft::Draft;
use self::entered::Entered;
use self::layer::Layer;
use self::list::{List, Order};
use self::notice::Notices;
use self::review::{Desk, Proposed};
use self::row::{Row, RowId};
use self::rows::PlanHeadings;
use self::screen::{Screen, Trail};
use self::workload::Board;
use super::layout::{Layout, Shape};
use crate::action::KeyMap;
use crate::domain::{AsOf, Directory, Place, Plan, Tally, TrackedPlan};
use crate::locale::Lang;
use crate::query::{Facets, Filter, Index, Selection, TaskRef, UnitNo};
use crate::workspace::{Snapshot, Wanted};

/// The state of the screen.
#[derive(Debug)]
pub struct State {
    /// The language that it speaks.
    pub lang: Lang,
    /// The window.
    pub size: Size,
    /// Whether the workspace has been read.
    pub phase: Phase,
    /// Whether it may be changed.
    pub access: Access,
    /// The screen that is seen.
    pub screen: Screen,
    /// The screens before it.
    pub trail: Trail,
    /// The pane of the plans' screen that the keys go to.
    pub focus: Pane,
    /// The table of workload.
    pub board: Board,
    /// The agenda.
    pub diary: Diary,
    /// What the list is narrowed to.
    pub filter: Filter,
    /// The list of tasks.
    pub list: List,
    /// The tasks that the next act is for.
    pub marked: BTreeSet<RowId>,
    /// The detail of the task under the cursor.
    pub detail: Detail,
    /// The counts of the side panes, and how all plans together stand.
    pub counts: Counts,
    /// What lies over the screen.
    pub layer: Option<Layer>,
    /// Whether that is a question, and was drawn: only then can it be agreed to.
    pub question_seen: bool,
    /// Whether a line to type into was refused, and that was not drawn yet: what is typed ahead for it is no keys.
    pub deaf: bool,
    /// What was typed into its fields before.
    pub entered: Entered,
    /// What it has to say.
    pub notices: Notices,
    /// What an earlier screen could not save.
    pub draft: Draft,
    /// What git keeps unmerged.
    pub conflicts: Conflicts,
    /// The draft under review.
    pub review: Option<Box<Desk>>,
    /// What was drafted, to be offered as soon as nothing lies over the screen.
    pub proposed: Option<Box<Proposed>>,
    /// A draft that the screen begins with.
    pub wanted: Option<Wanted>,
    /// Where a file is proposed for what cannot be saved.
    pub own_folder: String,
    /// Which key does what.
    pub keys: KeyMap,
    /// What the plans are asked through.
    pub index: Index,
    /// The tasks that the filter lets through.
    pub selection: Selection,
    directory: Option<Arc<Directory>>,
}

/// How far the workspace has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It is being read: the first frame does not wait for it.
    Reading,
    /// It is there.
    Ready,
    /// It is there, and the user leaves as soon as everything is saved.
    Leaving,
}

/// What may be done with the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It may be changed.
    Write,
    /// It may be changed, but is a demonstration that is gone at the end.
    Demo,
    /// It is open for reading alone.
    ReadOnly,
}

/// A pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The plans.
    Plans,
    /// The sections of the plan that the list is limited to.
    Sections,
    /// The units.
    Units,
    /// The tasks.
    List,
    /// The task under the cursor.
    Detail,
}

/// How the detail is looked at.
#[derive(Debug, Default)]
pub struct Detail {
    /// The unit that the cursor of the checklist stands on, by name.
    pub unit: Option<String>,
    /// The lines that are scrolled away.
    pub scroll: usize,
}

/// What the header and the side panes count.
#[derive(Debug, Default)]
pub struct Counts {
    /// What the filter lets through of everything, of each plan, section and unit.
    pub facets: Facets,
    /// The units that have a part in what is shown, the busiest first.
    pub units: Vec<UnitNo>,
    /// Whether the list is of a later filter than the facets and the units.
    pub are_behind: bool,
    /// How all plans together stand.
    pub tally: Tally,
    /// The plans that there are, those that cannot be read included.
    pub plans: usize,
}

impl State {
    /// A screen that has read nothing yet.
    #[must_use]
    pub fn new(lang: Lang, size: Size, keys: KeyMap, access: Access) -> Self {
        Self {
            lang,
            size,
            phase: Phase::Reading,
            access,
            screen: Screen::default(),
            trail: Trail::default(),
            focus: Pane::List,
            board: Board::default(),
            diary: Diary::default(),
            filter: Filter::default(),
            list: List::default(),
            marked: BTreeSet::new(),
            detail: Detail::default(),
            counts: Counts::default(),
            layer: None,
            question_seen: false,
            deaf: false,
            entered: Entered::default(),
            notices: Notices::default(),
            draft: Draft::default(),
            conflicts: Conflicts::default(),
            review: None,
            proposed: None,
            wanted: None,
            own_folder: String::new(),
            keys,
            index: Index::default(),
            selection: Selection::default(),
            directory: None,
        }
    }

    /// Where the parts of the screen stand; `None` when the window is too small for any.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(Shape { size: self.size, plans: self.counts.plans + 1 })
    }

    /// The lines of the list's window.
    #[must_use]
    pub fn page(&self) -> usize {
        self.layout().map_or(1, |layout| layout.rows().height.into())
    }

    /// Takes over another state of the files.
    pub fn follow(&mut self, snapshot: &Snapshot) {
        if self.phase == Phase::Reading {
            self.phase = Phase::Ready;
        }
        let edition = self.index.edition();
        self.follow_plans(snapshot);
        self.counts.tally = Tally::default();
        snapshot.plans.iter().for_each(|plan| self.counts.tally.merge(plan.tally()));
        self.counts.plans = snapshot.plans.len() + snapshot.damaged().count();
        self.marked.retain(|id| id.locate(snapshot).is_some());
        self.refresh_since(edition, snapshot);
        // The counts name plans by position, so they cannot wait.
        self.catch_up(snapshot);
    }

    /// Brings the index up to date; a directory that changed names other units, so it begins anew.
    fn follow_plans(&mut self, snapshot: &Snapshot) {
        if self.directory.as_ref().is_some_and(|held| Arc::ptr_eq(held, &snapshot.directory)) {
            self.index.update(&snapshot.plans, &snapshot.directory);
            return;
        }
        self.index = Index::new(&snapshot.plans, &snapshot.directory);
        self.selection = Selection::default();
        self.directory = Some(Arc::clone(&snapshot.directory));
    }

    /// Asks anew what the filter lets through: after a change of filter or folds. The list comes at once, the counts
    /// beside it with the next [`catch_up`](Self::catch_up).
    pub fn refresh(&mut self, snapshot: &Snapshot) {
        self.select(snapshot);
        let rows = self.rows(snapshot);
        self.list.replace(rows, self.page(), snapshot);
    }

    /// The same after a change of files under the same filter and folds: where only some plans are others than in an
    /// edition of the index, the rows of all the others stay.
    fn refresh_since(&mut self, edition: u64, snapshot: &Snapshot) {
        let others = self.index.others_since(edition).filter(|_| self.list.order == Order::Plans);
        let Some(others) = others.map(<[usize]>::to_vec) else { return self.refresh(snapshot) };
        self.select(snapshot);
        let mut rows = std::mem::take(&mut self.list.rows);
        for position in others {
            rows::replace(&mut rows, position, self.headed(self.selection.of_plan(position), snapshot));
        }
        self.list.replace((rows, Order::Plans), self.page(), snapshot);
    }

    fn select(&mut self, snapshot: &Snapshot) {
        self.selection.update(&self.index, &self.filter, &snapshot.as_of());
        self.counts.are_behind = true;
    }

    /// The rows of what the filter lets through: under their headings, but what is searched for the best first.
    fn rows(&self, snapshot: &Snapshot) -> (Vec<Row>, Order) {
        let tasks = self.selection.tasks();
        if !self.filter.words().is_empty() {
            return (rows::alone(tasks, snapshot), Order::Best);
        }
        (self.headed(tasks, snapshot), Order::Plans)
    }

    fn headed(&self, tasks: &[TaskRef], snapshot: &Snapshot) -> Vec<Row> {
        let headings =
            if conditions::plan(&self.filter).is_some() { PlanHeadings::Hidden } else { PlanHeadings::Shown };
        rows::under_headings(tasks, snapshot, headings, &self.list.folds)
    }

    /// Brings the counts up to the list.
    pub fn catch_up(&mut self, snapshot: &Snapshot) {
        if !std::mem::take(&mut self.counts.are_behind) {
            return;
        }
        let as_of = snapshot.as_of();
        self.selection.count(&mut self.counts.facets, &self.index, &self.filter, &as_of);
        self.counts.units = self.busiest_first(&as_of);
        self.lay_out(snapshot);
    }

    /// Lays out what the screen shows beside the plans.
    pub fn lay_out(&mut self, snapshot: &Snapshot) {
        match self.screen {
            Screen::Plans => {}
            Screen::Workload => self.count_workload(snapshot),
            Screen::Agenda => self.lay_out_agenda(snapshot),
        }
    }

    /// The units to be listed: those with tasks that are shown, and the one that the list is limited to.
    fn busiest_first(&self, as_of: &AsOf<'_>) -> Vec<UnitNo> {
        let roster = self.index.roster();
        let limited =
            conditions::unit(&self.filter).and_then(|unit| roster.find(&as_of.directory.key(&unit.unit)));
        let shown = |unit: &UnitNo| self.counts.facets.unit(*unit).shown.tasks;
        let mut units: Vec<UnitNo> =
            roster.numbers().filter(|unit| shown(unit) > 0 || limited == Some(*unit)).collect();
        units.sort_by(|one, other| {
            shown(other)
                .cmp(&shown(one))
                .then_with(|| roster.unit(*one).order().cmp(roster.unit(*other).order()))
        });
        units
    }

    /// What the cursor of the screen stands on.
    #[must_use]
    pub fn cursor(&self) -> Option<&RowId> {
        match self.screen {
            Screen::Agenda => self.diary.task(),
            Screen::Workload => None,
            Screen::Plans => self.list.cursor.as_ref(),
        }
    }

    /// The plan and the place of the task or group under the cursor.
    #[must_use]
    pub fn task<'s>(&self, snapshot: &'s Snapshot) -> Option<(&'s TrackedPlan, Place)> {
        let row = self.cursor()?.locate(snapshot)?;
        Some((snapshot.plans.get(row.plan as usize)?, row.place? as usize))
    }

    /// The plan whose heading is under the cursor.
    #[must_use]
    pub fn plan_row<'s>(&self, snapshot: &'s Snapshot) -> Option<&'s Plan> {
        let Some(RowId::Plan(id)) = self.cursor() else { return None };
        snapshot.plan(id).map(|plan| plan.plan())
    }

    /// The year that the timeline shows: that of the filter, else the day's where the plan under the cursor runs in it,
    /// else the nearest year of that plan.
    #[must_use]
    pub fn year(&self, snapshot: &Snapshot) -> i32 {
        let this_year = snapshot.day.year();
        if let Some(year) = conditions::year(&self.filter) {
            return year;
        }
        let plan = self.cursor().and_then(|id| snapshot.plan(id.plan()));
        plan.map_or(this_year, |plan| {
            let first = plan.plan().year;
            this_year.clamp(first, plan.plan().until.unwrap_or(first).max(first))
        })
    }
}
