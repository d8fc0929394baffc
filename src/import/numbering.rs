//! Numbers that stand twice or are left out, among sections and among tasks that stand beside each other.

use std::collections::HashSet;

use super::finding::{Doubt, Finding};
use super::marker::{self, Style};
use super::spot::{Field, Spot};
use super::table::ordinal;
use super::trace::{Lines, Traces};
use crate::domain::{Plan, Task};

/// What is doubtful in the numbers of a plan. Where they begin says nothing: they may go on from the section before.
pub(super) fn doubts(plan: &Plan, traces: &Traces) -> Vec<Finding> {
    let lines = |id: &String| traces.lines(&Spot::Section(id.clone()), Field::Title).pop();
    let sections = plan.sections.iter().map(|section| Numbered::of(&section.number, lines(&section.id)));
    let sections: Vec<Numbered> = sections.collect();
    let mut findings = repeated(&sections);
    findings.extend(skipped(&sections));
    for section in &plan.sections {
        of_tasks(&section.tasks, &mut findings);
    }
    findings
}

fn of_tasks(tasks: &[Task], findings: &mut Vec<Finding>) {
    let own = |task: &Task| Numbered::of(&task.number, task.lines.map(|(first, _)| (first, first)));
    let numbered: Vec<Numbered> = tasks.iter().map(own).collect();
    for run in numbered.chunk_by(Numbered::is_beside) {
        findings.extend(twice(run));
        findings.extend(skipped(run));
    }
    for task in tasks {
        of_tasks(&task.tasks, findings);
    }
}

/// A printed number and where it stands.
struct Numbered {
    label: String,
    lines: Option<Lines>,
    /// What kind of mark it is, what of it stays the same from one to the next ("2." of "2.1"), its place in the count.
    place: Option<(Style, String, u32)>,
}

impl Numbered {
    fn of(label: &str, lines: Option<Lines>) -> Self {
        let place = ordinal(label).map(|marker| {
            let stem = label.trim_end_matches('.').rsplit_once('.').map_or("", |(stem, _)| stem);
            (marker.style, stem.to_owned(), marker.ordinal)
        });
        Self { label: label.to_owned(), lines, place }
    }

    /// Whether two belong to one count. One that begins anew, as under a heading that has no number, does not.
    fn is_beside(&self, next: &Self) -> bool {
        match (&self.place, &next.place) {
            (Some((style, stem, place)), Some((own, own_stem, own_place))) => {
                style == own && stem == own_stem && (*own_place > 1 || *place <= 1)
            }
            _ => false,
        }
    }

    fn at(&self) -> u32 {
        self.place.as_ref().map_or(0, |(.., at)| *at)
    }

    /// Its number with another count: "2.4" for "2.3", "đ)" for "d)".
    fn counting(&self, count: u32) -> Option<String> {
        let (style, ..) = self.place.as_ref()?;
        let count = if self.label.contains(|c: char| c.is_ascii_digit()) {
            count.to_string()
        } else {
            marker::counted(*style, count)?
        };
        let own = self.label.trim_matches(|c: char| !c.is_alphanumeric());
        let last = own.rsplit('.').next().unwrap_or_default();
        let (before, behind) = self.label.rsplit_once(last)?;
        Some(format!("{before}{count}{behind}"))
    }
}

/// The sections whose number an earlier one has.
fn repeated(sections: &[Numbered]) -> Vec<Finding> {
    let mut seen: HashSet<&str> = HashSet::new();
    let told = |section: &Numbered| Finding {
        lines: section.lines,
        doubt: Doubt::RepeatedNumber(section.label.clone()),
    };
    let numbered = sections.iter().filter(|section| !section.label.is_empty());
    numbered.filter(|section| !seen.insert(section.label.as_str())).map(told).collect()
}

/// The tasks of a run whose number an earlier one has.
fn twice(run: &[Numbered]) -> Vec<Finding> {
    let all: HashSet<u32> = run.iter().map(Numbered::at).collect();
    let mut seen: HashSet<u32> = HashSet::new();
    let told = |own: &Numbered| {
        let next = own.at() + 1;
        let instead = own.counting(next).filter(|_| !all.contains(&next));
        Finding { lines: own.lines, doubt: Doubt::NumberTwice { number: own.label.clone(), instead } }
    };
    run.iter().filter(|own| !seen.insert(own.at())).map(told).collect()
}

/// Where numbers of a run are left out. Where the next one is as if none were, the number is a slip of the pen. What stands
/// twice is told elsewhere.
fn skipped(run: &[Numbered]) -> Vec<Finding> {
    let all: HashSet<u32> = run.iter().map(Numbered::at).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut found = Vec::new();
    let mut reached = 0;
    for (at, own) in run.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &run[before]);
        let is_again = !seen.insert(&own.label);
        let Some(before) = before.filter(|before| own.is_beside(before) || before.is_beside(own)) else {
            reached = own.at();
            continue;
        };
        if is_again {
            // The second of the two may stand for the next one.
            let next = own.at() + 1;
            reached = if all.contains(&next) { own.at() } else { next };
        } else if follows(reached, own) {
            reached = own.at();
        } else if own.at() > reached {
            let is_slip = run.get(at + 1).is_some_and(|next| next.at() == reached + 2);
            let instead = own.counting(reached + 1).filter(|_| is_slip);
            reached = if is_slip { reached + 1 } else { own.at() };
            let (before, number) = (before.label.clone(), own.label.clone());
            found.push(Finding { lines: own.lines, doubt: Doubt::NumberSkipped { before, number, instead } });
        }
    }
    found
}

/// Whether a number is the next one, of a letter in either alphabet.
fn follows(reached: u32, next: &Numbered) -> bool {
    let is_letter = next
        .place
        .as_ref()
        .is_some_and(|(style, ..)| matches!(style, Style::Letter | Style::Capital | Style::Enclosed));
    next.at() == reached + 1 || (is_letter && marker::follows(reached, next.at()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(labels: &[&str], expected: &[&str]) {
        let tasks = labels.iter().zip(1..).map(|(label, line)| {
            let task = serde_json::json!({"id": format!("t{line}"), "title": "", "number": label, "lines": [line, line]});
            serde_json::from_value(task).unwrap()
        });
        let mut findings = Vec::new();
        of_tasks(&tasks.collect::<Vec<Task>>(), &mut findings);
        let told = |finding: Finding| {
            let line = finding.lines.map_or(0, |lines| lines.0);
            match finding.doubt {
                Doubt::NumberTwice { number, instead } => format!("{line}: {number} twice, {instead:?}"),
                Doubt::NumberSkipped { before, number, instead } => {
                    format!("{line}: {before} to {number}, {instead:?}")
                }
                other => format!("{other:?}"),
            }
        };
        assert_eq!(findings.into_iter().map(told).collect::<Vec<_>>(), expected, "{labels:?}");
    }

    #[test]
    fn numbers_in_order_are_not_doubtful() {
        check(&["1", "2", "3"], &[]);
        check(&["4", "5", "6"], &[]);
        check(&["1", "2", "", "3", "4"], &[]);
        check(&["a)", "b)", "c)", "d)", "đ)", "e)"], &[]);
        check(&["a)", "b)", "c)", "d)", "e)", "g)"], &[]);
        check(&["d)", "e)", "f)", "g)", "h)", "i)", "k)"], &[]);
        check(&["(1)", "(2)"], &[]);
        check(&["1.1", "1.2", "2.1", "2.2"], &[]);
        check(&["-", "-", "-"], &[]);
        check(&["1", "2", "1", "2"], &[]);
        check(&["1", "a", "2", "b"], &[]);
    }

    #[test]
    fn one_that_stands_twice_is_told_with_the_one_that_is_free() {
        check(&["1", "2", "3", "3"], &["4: 3 twice, Some(\"4\")"]);
        check(&["1", "2", "2", "4"], &["3: 2 twice, Some(\"3\")"]);
        check(&["1", "2", "2", "3"], &["3: 2 twice, None"]);
        check(&["2.1", "2.2", "2.2"], &["3: 2.2 twice, Some(\"2.3\")"]);
        check(&["c)", "d)", "d)"], &["3: d) twice, Some(\"đ)\")"]);
        check(&["1", "1", "2"], &["2: 1 twice, None"]);
    }

    #[test]
    fn what_is_left_out_is_told_and_a_slip_of_the_pen_mended() {
        check(&["1", "2", "4", "5"], &["3: 2 to 4, None"]);
        check(&["1", "2", "4", "3", "5"], &["3: 2 to 4, None"]);
        check(&["1", "2", "8", "4"], &["3: 2 to 8, Some(\"3\")"]);
        check(&["III", "VI", "V"], &["2: III to VI, Some(\"IV\")"]);
        check(&["(1)", "(3)"], &["2: (1) to (3), None"]);
        check(&["a)", "c)"], &["2: a) to c), None"]);
    }
}
