//! A unit reminded of what it owes: the letter, and the lines that say so.

use std::collections::HashMap;
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::kept::export;
use super::{Snapshot, Workspace, WorkspaceError};
use crate::config;
use crate::domain::{Change, Plan, Reminder, Stretch, TaskId, TrackedPlan, paths};
use crate::locale::{Lang, chase as words, role, timeliness, when};
use crate::query::{Index, Owed, owed};
use crate::report::{FORM, Letter, OwedTask};

/// A reminder, ready to be sent and written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Chased {
    /// Who is reminded.
    pub unit: String,
    /// The letter, in Vietnamese whatever the interface speaks.
    pub letter: String,
    /// That it was sent: a change for each plan.
    pub changes: Vec<Change>,
    /// How many periods it is about.
    pub count: usize,
}

/// The name of a form of the person's own.
const OWN_FORM: &str = "remind.txt";

impl Workspace {
    /// Writes the letter that reminds a unit, over all plans.
    ///
    /// # Errors
    /// When it owes nothing that presses, or the person's own form cannot be read or filled in.
    pub fn chase(&self, unit: &str, note: Option<&str>) -> Result<Chased, WorkspaceError> {
        let snapshot = self.refresh();
        let index = Index::new(&snapshot.plans, &snapshot.directory);
        let nothing = || WorkspaceError::NothingOwed(unit.to_owned());
        let number = index.roster().find(&snapshot.directory.key(unit)).ok_or_else(nothing)?;
        let owed = owed(&index, number, &snapshot.as_of());
        if owed.is_empty() {
            return Err(nothing());
        }
        let unit = index.roster().unit(number).name.clone();
        let letter = written(&letter(&snapshot, &unit, &owed))?;
        let (changes, count) = (changes(&snapshot, &unit, &owed, note), owed.len());
        Ok(Chased { unit, letter, changes, count })
    }
}

/// Writes a letter to a new file of this name and `.txt`, or with the first number behind it that is free; answers its path.
///
/// # Errors
/// When the system refuses.
pub fn write_letter(name: &str, letter: &str) -> Result<String, WorkspaceError> {
    let paths =
        (1..100).map(|nth| if nth == 1 { format!("{name}.txt") } else { format!("{name}-{nth}.txt") });
    for path in paths {
        match export(Path::new(&path), letter) {
            Ok(()) => return Ok(path),
            Err(error) if error.is_taken() => {}
            Err(error) => return Err(error),
        }
    }
    export(Path::new(&format!("{name}.txt")), letter).map(|()| format!("{name}.txt"))
}

/// The letter by the person's own form, else by the program's.
fn written(letter: &Letter) -> Result<String, WorkspaceError> {
    let own = config::form(OWN_FORM).map_err(|(path, error)| WorkspaceError::Form {
        file: path.display().to_string(),
        line: 0,
        reason: error.to_string(),
    })?;
    let Some((path, form)) = own else {
        return letter.by(FORM).map_err(|error| form_error("data/templates/remind.txt", error));
    };
    letter.by(&form).map_err(|error| form_error(&path.display().to_string(), error))
}

fn form_error(file: &str, error: crate::report::FormError) -> WorkspaceError {
    WorkspaceError::Form { file: file.to_owned(), line: error.line, reason: error.reason }
}

fn letter(snapshot: &Snapshot, unit: &str, owed: &[Owed]) -> Letter {
    let mut concerned: Vec<&TrackedPlan> = owed.iter().map(|owed| tracked(snapshot, owed)).collect();
    concerned.sort_by(|one, other| one.plan().id.cmp(&other.plan().id));
    concerned.dedup_by(|one, other| one.plan().id == other.plan().id);
    let same = |field: fn(&Plan) -> Option<&str>| {
        let mut all = concerned.iter().map(|tracked| field(tracked.plan()));
        let first = all.next()??;
        all.all(|other| other == Some(first)).then(|| first.to_owned())
    };
    let (late, soon): (Vec<&Owed>, Vec<&Owed>) =
        owed.iter().partition(|owed| owed.item.timeliness.is_overdue());
    let mut numbers = HashMap::new();
    let mut tasks =
        |owed: Vec<&Owed>| owed.into_iter().map(|owed| task(snapshot, owed, &mut numbers)).collect();
    Letter {
        issuer: same(|plan| Some(plan.issuer.as_str()).filter(|issuer| !issuer.is_empty())),
        place: same(|plan| plan.place.as_deref()),
        day: day(snapshot.day),
        unit: unit.to_owned(),
        plans: concerned.iter().map(|tracked| plan_name(tracked.plan())).collect(),
        late: tasks(late),
        soon: tasks(soon),
        report_to: report_to(snapshot, owed),
    }
}

fn tracked<'s>(snapshot: &'s Snapshot, owed: &Owed) -> &'s TrackedPlan {
    &snapshot.plans[owed.item.task.plan()]
}

/// "ngày 05 tháng 02 năm 2026": days below ten and the first two months have two digits.
///
/// Source: Decree 30/2020/NĐ-CP, appendix I, part I, section II.4.
fn day(day: NaiveDate) -> String {
    let month = day.month();
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

fn plan_name(plan: &Plan) -> String {
    match plan.number.as_deref().filter(|number| !number.trim().is_empty()) {
        Some(number) => format!("Kế hoạch số {number}"),
        None => format!("Kế hoạch {}", plan.title),
    }
}

/// A task in words; the numbers of a plan's tasks are found once.
fn task<'s>(snapshot: &'s Snapshot, owed: &Owed, numbers: &mut HashMap<&'s str, Vec<String>>) -> OwedTask {
    let (tracked, place) = (tracked(snapshot, owed), owed.item.task.place());
    let plan = tracked.plan();
    let path = &numbers.entry(&plan.id).or_insert_with(|| paths(plan, tracked.outline()))[place];
    let name = plan.number.as_deref().filter(|number| !number.trim().is_empty()).unwrap_or(&plan.title);
    OwedTask {
        address: format!("{name}, mục {path}"),
        title: tracked.task(place).title.clone(),
        part: role::name(Lang::Vi, owed.role).to_lowercase(),
        when: deadline(snapshot, owed),
        standing: timeliness::in_words(Lang::Vi, owed.item.timeliness).into_owned(),
    }
}

/// The deadline as the document words it; one that recurs, or was extended, by its day.
fn deadline(snapshot: &Snapshot, owed: &Owed) -> String {
    let (tracked, place) = (tracked(snapshot, owed), owed.item.task.place());
    let periods = tracked.periods(place, &snapshot.as_of());
    let timeline = tracked.outline().timeline(tracked.plan(), place);
    let worded = match periods.get(owed.item.period) {
        Some(period) if period.moves == 0 && timeline.len() == periods.len() => {
            period.entry.and_then(|entry| timeline.get(entry)).map(|entry| when::entry(Lang::Vi, entry))
        }
        _ => None,
    };
    let last = || owed.item.day.map(|day| crate::locale::span::running(Lang::Vi, Stretch::Day(day)));
    worded.map(std::borrow::Cow::into_owned).or_else(last).unwrap_or_default()
}

/// To whom the tasks are to be reported, where they agree.
fn report_to(snapshot: &Snapshot, owed: &[Owed]) -> Option<String> {
    let mut named = owed.iter().map(|owed| &tracked(snapshot, owed).task(owed.item.task.place()).reports_to);
    let first = named.next()?;
    named.all(|other| other == first).then(|| first.first().cloned()).flatten()
}

/// A line for each plan.
fn changes(snapshot: &Snapshot, unit: &str, owed: &[Owed], note: Option<&str>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for owed in owed {
        let tracked = tracked(snapshot, owed);
        let task: TaskId = tracked.task(owed.item.task.place()).id.clone();
        let id = &tracked.plan().id;
        let held = changes.iter_mut().find_map(|change| match change {
            Change::Remind { plan, reminder } if plan == id => Some(reminder),
            _ => None,
        });
        match held {
            Some(reminder) if reminder.tasks.contains(&task) => {}
            Some(reminder) => reminder.tasks.push(task),
            None => {
                let note = Some(note.unwrap_or(words::by_letter(Lang::Vi)).to_owned());
                let reminder = Reminder { unit: unit.to_owned(), tasks: vec![task], note };
                changes.push(Change::Remind { plan: id.clone(), reminder });
            }
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Options;

    #[test]
    fn the_first_months_have_two_digits() {
        let check = |given: &str, expected: &str| assert_eq!(day(given.parse().unwrap()), expected);
        check("2026-02-05", "ngày 05 tháng 02 năm 2026");
        check("2026-11-20", "ngày 20 tháng 11 năm 2026");
        check("2026-03-09", "ngày 09 tháng 3 năm 2026");
    }

    #[test]
    fn a_unit_that_is_late_in_a_sample_gets_a_letter() {
        let options = Options { as_of: "2022-11-20".parse().ok(), ..Options::default() };
        let workspace = Workspace::demo(options).unwrap();
        let chased = workspace.chase("Ban Dân vận Tỉnh ủy", None).unwrap();
        insta::assert_snapshot!(chased.letter);
        assert_eq!((chased.count, chased.changes.len()), (2, 1));
        let none = workspace.chase("Sở Không có", None);
        assert!(matches!(none, Err(WorkspaceError::NothingOwed(_))), "{none:?}");
    }

    #[test]
    fn a_second_letter_of_a_day_has_a_name_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("don-doc").display().to_string();
        let written: Vec<String> = (0..3).map(|_| write_letter(&name, "x").unwrap()).collect();
        assert_eq!(written, [format!("{name}.txt"), format!("{name}-2.txt"), format!("{name}-3.txt")]);
    }
}
