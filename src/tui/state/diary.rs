//! The agenda: its rows, and the open period that the cursor stands on.

use chrono::NaiveDate;

use super::State;
use super::row::RowId;
use crate::domain::{PeriodKey, PeriodMark, Role};
use crate::query::{Agenda, AgendaItem, Horizon, Index, TaskRef, UnitNo};
use crate::workspace::Snapshot;

/// The rows and the cursor, which is on a period, by ids: rows come and go, it stays.
#[derive(Debug, Default)]
pub struct Diary {
    /// What is shown, in order.
    pub rows: Vec<DiaryRow>,
    /// Under which headings.
    pub grouping: Grouping,
    /// The first row of the window.
    pub top: usize,
    cursor: Option<Held>,
    /// The row that the cursor stood on, for when its period is closed.
    last_at: usize,
}

/// A row of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiaryRow {
    /// How far off is what stands below, and how much it is.
    Horizon(Horizon, usize),
    /// Who leads what stands below, and how much it is; nobody where `None`.
    Unit(Option<UnitNo>, usize),
    /// An open period.
    Period(AgendaItem),
}

/// What stands above the periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// How far off they are.
    #[default]
    ByDay,
    /// Who leads them.
    ByUnit,
}

/// A period, whatever becomes of the rows around it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    task: RowId,
    period: Option<PeriodKey>,
    /// The first day of the period: no other of the task has it.
    first: NaiveDate,
    /// Which of the rows of this period: a task of two units stands under both.
    nth: usize,
}

impl Diary {
    /// The row of the cursor.
    #[must_use]
    pub fn at(&self) -> usize {
        self.last_at
    }

    /// The task of the cursor.
    #[must_use]
    pub fn task(&self) -> Option<&RowId> {
        self.cursor.as_ref().map(|held| &held.task)
    }

    /// The period of the cursor, by name; `None` where the task has none.
    #[must_use]
    pub fn period(&self) -> Option<&PeriodKey> {
        self.cursor.as_ref().and_then(|held| held.period.as_ref())
    }

    /// Takes an agenda over; where the period of the cursor is gone, the next one takes its place.
    pub fn replace(&mut self, agenda: &Agenda, index: &Index, (height, snapshot): (usize, &Snapshot)) {
        self.rows = match self.grouping {
            Grouping::ByDay => by_day(agenda),
            Grouping::ByUnit => by_unit(agenda, index),
        };
        let found = self.cursor.as_ref().and_then(|held| self.find(held, snapshot));
        let at = found.or_else(|| self.period_from(self.last_at)).unwrap_or(0);
        self.go_to(at, height, snapshot);
    }

    fn find(&self, held: &Held, snapshot: &Snapshot) -> Option<usize> {
        let row = held.task.locate(snapshot)?;
        let task = TaskRef::new(row.plan as usize, row.place? as usize);
        let is_held = |row: &DiaryRow| match row {
            DiaryRow::Period(item) => item.task == task && mark(item, snapshot).first == held.first,
            _ => false,
        };
        let same: Vec<usize> = (0..self.rows.len()).filter(|at| is_held(&self.rows[*at])).collect();
        same.get(held.nth).or(same.last()).copied()
    }

    /// What is held when the cursor comes to a row.
    fn held(&self, at: usize, snapshot: &Snapshot) -> Option<Held> {
        let Some(DiaryRow::Period(item)) = self.rows.get(at) else { return None };
        let (plan, place) = (snapshot.plans.get(item.task.plan())?, item.task.place());
        let task = RowId::Task(plan.plan().id.clone(), plan.task(place).id.clone());
        let period = plan.periods(place, &snapshot.as_of()).into_iter().nth(item.period);
        let nth = (0..at).filter(|other| self.is_same(*other, at)).count();
        let first = mark(item, snapshot).first;
        Some(Held { task, period: period.and_then(|period| period.key), first, nth })
    }

    /// The first period at or behind a row, else the last one before it.
    fn period_from(&self, at: usize) -> Option<usize> {
        let is_period = |at: &usize| self.is_period(*at);
        let at = at.min(self.rows.len());
        (at..self.rows.len()).find(is_period).or_else(|| (0..at).rev().find(is_period))
    }

    /// Puts the cursor on a row, or on the next period in the direction that it comes from. The window moves in jumps of
    /// half a page.
    pub fn go_to(&mut self, to: usize, height: usize, snapshot: &Snapshot) {
        let to = to.min(self.rows.len().saturating_sub(1));
        let before = || (0..=to).rev().find(|at| self.is_period(*at));
        let found = if to < self.last_at { before() } else { None };
        let Some(at) = found.or_else(|| self.period_from(to)) else {
            (self.cursor, self.last_at, self.top) = (None, 0, 0);
            return;
        };
        let height = height.max(1);
        self.top = match at {
            // The headings above the first one are to be seen.
            _ if at < height && to <= at => 0,
            _ if at < self.top => at.saturating_sub(height / 2),
            _ if at >= self.top + height => at.saturating_sub(height - 1 - height / 2),
            _ => self.top.min(self.rows.len().saturating_sub(height)),
        };
        self.last_at = at;
        self.cursor = self.held(at, snapshot);
    }

    fn is_period(&self, at: usize) -> bool {
        matches!(self.rows.get(at), Some(DiaryRow::Period(_)))
    }

    fn is_same(&self, one: usize, other: usize) -> bool {
        match (&self.rows[one], &self.rows[other]) {
            (DiaryRow::Period(one), DiaryRow::Period(other)) => {
                (one.task, one.period) == (other.task, other.period)
            }
            _ => false,
        }
    }
}

/// A period as it stands.
fn mark<'s>(item: &AgendaItem, snapshot: &'s Snapshot) -> &'s PeriodMark {
    &snapshot.plans[item.task.plan()].marks(item.task.place())[item.period]
}

/// Whether a period is the one that an act on its task is for: the earliest that is open.
#[must_use]
pub fn is_earliest(item: &AgendaItem, snapshot: &Snapshot) -> bool {
    let marks = snapshot.plans[item.task.plan()].marks(item.task.place());
    marks[..item.period].iter().all(|mark| mark.status.is_closed())
}

impl State {
    /// Lays the agenda out anew.
    pub fn lay_out_agenda(&mut self, snapshot: &Snapshot) {
        let tasks = self.selection.tasks().iter().copied();
        let agenda = Agenda::of(&self.index, tasks, snapshot.day);
        let height = crate::tui::page::agenda::height(self);
        self.diary.replace(&agenda, &self.index, (height, snapshot));
    }
}

fn by_day(agenda: &Agenda) -> Vec<DiaryRow> {
    let mut rows = Vec::with_capacity(agenda.items.len() + Horizon::ALL.len());
    for horizon in Horizon::ALL {
        let items = agenda.under(horizon);
        if !items.is_empty() {
            rows.push(DiaryRow::Horizon(horizon, items.len()));
            rows.extend(items.iter().copied().map(DiaryRow::Period));
        }
    }
    rows
}

/// A task of two leads stands under both.
fn by_unit(agenda: &Agenda, index: &Index) -> Vec<DiaryRow> {
    let roster = index.roster();
    let mut led: Vec<(Option<UnitNo>, AgendaItem)> = Vec::new();
    for item in &agenda.items {
        let shares = index.plan(item.task).shares(item.task.place()).iter();
        let leads: Vec<UnitNo> =
            shares.filter(|share| share.role == Role::Lead).map(|share| share.unit).collect();
        led.extend(leads.iter().map(|unit| (Some(*unit), *item)));
        if leads.is_empty() {
            led.push((None, *item));
        }
    }
    // What nobody leads comes last; within a unit the order of days stays.
    let order = |unit: &Option<UnitNo>| unit.map(|unit| roster.unit(unit).order());
    led.sort_by(|(one, _), (other, _)| {
        one.is_none().cmp(&other.is_none()).then_with(|| order(one).cmp(&order(other))).then(one.cmp(other))
    });
    let mut rows = Vec::with_capacity(led.len() * 2);
    for of_unit in led.chunk_by(|one, other| one.0 == other.0) {
        rows.push(DiaryRow::Unit(of_unit[0].0, of_unit.len()));
        rows.extend(of_unit.iter().map(|(_, item)| DiaryRow::Period(*item)));
    }
    rows
}
