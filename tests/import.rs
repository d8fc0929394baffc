//! Every document beside the project is read, whole and twice the same.
//!
//! The documents are not part of the repository: their folder is named by `TIENDO_SHARED`.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use tiendo::domain::{Plan, Task, TaskId};
use tiendo::import::again::{Sameness, reconcile, sameness};
use tiendo::import::{Draft, Field, Request, Spot, draft};

fn documents(shared: &Path) -> Vec<PathBuf> {
    let folders = [shared.join("seeds"), shared.join("eval/more/docs")];
    let files = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    paths.sort();
    paths
}

fn read(bytes: &[u8], first_id: u64) -> Draft {
    let mut random = first_id;
    let mut next_id = || {
        random += 1;
        TaskId::from_random(random)
    };
    draft(bytes, &mut Request { file: "a.txt", converted: None, year: None, next_id: &mut next_id }).unwrap()
}

/// Every word of a field stands in the lines that it is said to come from.
#[track_caller]
fn fields_stand_in_their_lines(draft: &Draft, path: &Path) {
    let Draft { plan, original, .. } = draft;
    let lines: Vec<Vec<String>> = original.lines.iter().map(|line| words(line)).collect();
    let mut told = 0;
    for (spot, field, at, trace) in original.traces.all() {
        let Some((first, last)) = trace.lines else { continue };
        let place = format!("{}: {spot:?} {field:?} {first}-{last}", path.display());
        assert!(0 < first && first <= last && last as usize <= lines.len(), "{place}");
        let stands = &lines[first as usize - 1..last as usize];
        let value = value(plan, spot, field, at);
        assert!(value.is_some(), "no value {at}: {place}");
        let value = value.unwrap();
        let stands: Vec<&str> = stands.iter().flatten().map(String::as_str).collect();
        let said = words(&value);
        for at in 0..said.len() {
            assert!(stands_in(&stands, &said, at), "{place}: {:?} of {value:?}", said[at]);
        }
        told += usize::from(!words(&value).is_empty());
    }
    assert!(told > plan.tasks().count() + 4, "{}: {told}", path.display());
}

/// Whether a word of a value is one of the document's: by itself, letter-spaced or cut over lines, or run together with its
/// neighbour.
fn stands_in(stands: &[&str], said: &[String], at: usize) -> bool {
    let word = said[at].as_str();
    let spelled = |from: usize| spells(&stands[from..], word);
    let pair = |one: usize| said.get(one..one + 2).map(<[String]>::concat);
    let pairs: Vec<String> = [at.checked_sub(1).and_then(pair), pair(at)].into_iter().flatten().collect();
    // The first word with what stands before the value, the last with what stands behind it.
    let is_end =
        |held: &&str| (at == 0 && held.ends_with(word)) || (at + 1 == said.len() && held.starts_with(word));
    let runs_together = || {
        stands.iter().any(is_end)
            || stands.iter().any(|held| pairs.iter().any(|pair| held.contains(pair.as_str())))
    };
    (0..stands.len()).any(spelled) || runs_together()
}

/// Whether the first of these parts, one or several, make a word.
fn spells(parts: &[&str], word: &str) -> bool {
    match parts.first().and_then(|part| word.strip_prefix(part)) {
        Some("") => true,
        Some(rest) => spells(&parts[1..], rest),
        None => false,
    }
}

/// The words of a text, folded; a number without the noughts in front.
fn words(text: &str) -> Vec<String> {
    let folded = tiendo::text::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = |word: &str| match word.trim_start_matches('0') {
        number if number.chars().all(|c| c.is_ascii_digit()) && !number.is_empty() => number.to_owned(),
        _ => word.to_owned(),
    };
    words.map(plain).collect()
}

/// The words that a field has from the document.
fn value(plan: &Plan, spot: &Spot, field: Field, at: usize) -> Option<String> {
    Some(match (spot, field) {
        (_, Field::Year) => if at == 0 { Some(plan.year) } else { plan.until }?.to_string(),
        (_, Field::Issued) => plan.issued?.to_string().replace('-', " "),
        (Spot::Head(_), Field::Number) => plan.number.clone()?,
        (Spot::Head(_), Field::Title) => plan.title.clone(),
        (Spot::Head(_), Field::Issuer) => plan.issuer.clone(),
        (Spot::Head(_), Field::Place) => plan.place.clone()?,
        (Spot::Head(_), Field::Bases) => plan.bases.get(at)?.text.clone(),
        (Spot::Head(_), Field::Relations) => plan.relations.get(at)?.number.clone(),
        (Spot::Head(_), Field::Recipients) => plan.recipients.get(at)?.unit.clone(),
        (Spot::Head(_), _) => plan.signatory.clone()?.name.unwrap_or_default(),
        (Spot::Section(id), _) => plan.sections.iter().find(|section| section.id == *id)?.title.clone(),
        (Spot::Task(id), field) => {
            let task = plan.task(id)?;
            match field {
                Field::Time => task.timeline.get(at)?.text.clone(),
                Field::Units => task.assignments.get(at)?.unit.clone(),
                Field::Deliverable => task.deliverable.clone()?,
                Field::Funding => task.funding.clone()?,
                Field::ReportsTo => task.reports_to.get(at)?.clone(),
                _ => task.title.trim_end_matches('…').to_owned(),
            }
        }
    })
}

#[test]
fn every_document_is_read_and_known_again() {
    let shared = std::env::var_os("TIENDO_SHARED").map(PathBuf::from);
    let paths = shared.as_deref().map(documents).unwrap_or_default();
    if paths.is_empty() {
        eprintln!("SKIPPED: no documents; TIENDO_SHARED names no folder that has them");
        return;
    }
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let line_count = u32::try_from(String::from_utf8_lossy(&bytes).lines().count()).unwrap();
        let whole = read(&bytes, 0);
        fields_stand_in_their_lines(&whole, &path);
        let plan = whole.plan;
        let found: Vec<&Task> = plan.tasks().collect();
        assert!(plan.sections.len() >= 2 && found.len() >= 5, "{}", path.display());
        let ids: HashSet<&TaskId> = found.iter().map(|task| &task.id).collect();
        assert_eq!(ids.len(), found.len(), "{}", path.display());
        for task in found {
            let (first, last) = task.lines.unwrap();
            assert!(0 < first && first <= last && last <= line_count, "{} {}", path.display(), task.title);
            assert!(!task.title.is_empty() && !task.text.is_empty(), "{} {first}", path.display());
        }
        let again = read(&bytes, 5_000).plan;
        assert_eq!(sameness(&plan, &again), Sameness::Same, "{}", path.display());
        let reconciled = reconcile(&plan, Some(&plan), &again).unwrap();
        assert_eq!(reconciled.differences, [], "{}", path.display());
        assert_eq!(reconciled.plan, plan, "{}", path.display());
    }
}
