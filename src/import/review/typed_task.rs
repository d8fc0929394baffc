//! A task that a person words by hand, understood as one of a document, and where it is said in passing who and when.

use super::sheet::Sheet;
use super::step::Refusal;
use super::wording::lines;
use crate::domain::{Entry, Task, When};
use crate::import::marker::{self, Marker, Style};
use crate::import::outline::{Builder, Item, Outline};
use crate::import::paragraph::Paragraph;
use crate::import::times::{self, Years};
use crate::import::trace::Sureness;
use crate::import::{Spot, assignments};
use crate::text::fold;

impl Sheet {
    /// Puts a task behind another, or first into a section. When and by whom is read out of its words.
    pub(super) fn add(&mut self, spot: &Spot, text: &str) -> Result<(), Refusal> {
        let item = item(&lines(text)).ok_or(Refusal::NoTitle)?;
        let mut made = self.make(|maker| maker.tasks(&[item])).into_iter().next().ok_or(Refusal::NoTitle)?;
        tell_in_passing(&mut made, self.years());
        forget_lines(&mut made);
        let (task, id) = (made.clone(), made.id);
        match spot {
            Spot::Head(_) => return Err(Refusal::IsHead),
            Spot::Task(behind) => self.edited().put_behind(behind, task)?,
            Spot::Section(section) => {
                let mut sections = self.edited().sections.iter_mut();
                let section = sections.find(|held| held.id == *section).ok_or(Refusal::Gone)?;
                if !section.kind.holds_tasks() {
                    return Err(Refusal::NoTasks);
                }
                section.tasks.insert(0, task);
            }
        }
        self.checked.insert(Spot::Task(id));
        Ok(())
    }
}

/// No document has what a person typed.
fn forget_lines(task: &mut Task) {
    task.lines = None;
    task.tasks.iter_mut().for_each(forget_lines);
}

/// Lines as an item of a document: its mark in front, what labels say of it, what hangs under it.
fn item(lines: &[String]) -> Option<Item> {
    let mut builder = Builder::default();
    for (at, line) in lines.iter().enumerate() {
        let (marker, words) = match marker::split(line).filter(|(_, words)| !words.is_empty()) {
            Some((marker, words)) => (Some(marker), words),
            None => (None, line.as_str()),
        };
        // The first line is the item, marked or not.
        let unmarked = || Marker { style: Style::Number(1), label: String::new(), ordinal: 0 };
        let marker = marker.or_else(|| (at == 0).then(unmarked));
        let (text, lines, sureness) = (words.to_owned(), (0, 0), Sureness::Certain);
        builder.paragraph(&Paragraph { marker, text, lines, sureness });
    }
    let Outline { items, loose } = builder.finish();
    let mut items = items.into_iter();
    let mut first = items.next()?;
    // All that a person typed at once is one task.
    first.items.extend(items);
    first.paragraphs.extend(loose);
    Some(first)
}

/// Words that a time begins with.
const TIMES: [&str; 8] = ["quy", "thang", "ngay", "truoc", "cham", "nam", "cuoi", "dau"];

/// Takes in what the words of a task say beside the work, as people write it down and plans do not: "quý IV/2022 do Văn
/// phòng Sở chủ trì".
fn tell_in_passing(task: &mut Task, years: Years) {
    let text = task.wording().to_owned();
    let words: Vec<(usize, &str)> = words(&text);
    let is_do = |(_, word): &&(usize, &str)| *word == "do";
    if task.assignments.is_empty() {
        let named = assignments::of_agent(&text);
        task.assignments = named.into_iter().map(|(assignment, _)| assignment).collect();
    }
    if task.timeline.is_empty() {
        let begins = words.iter().filter(|(_, word)| TIMES.contains(&fold(word).as_str()));
        let clause = |at: usize| {
            let ends = words.iter().filter(is_do).map(|(at, _)| *at).filter(|end| *end > at).min();
            let clause = &text[at..ends.unwrap_or(text.len())];
            clause.split([',', ';', '\n']).next().unwrap_or(clause).trim_end_matches(['.', ' '])
        };
        let told = |at: &usize| Some(times::of_label(clause(*at), years)).filter(|told| is_time(told));
        let entries = begins.map(|(at, _)| at).find_map(told).unwrap_or_default();
        let name = |(at, entry)| Entry { id: Entry::id_at(at), ..entry };
        task.timeline = entries.into_iter().enumerate().map(name).collect();
    }
}

fn is_time(entries: &[Entry]) -> bool {
    !entries.is_empty() && entries.iter().all(|entry| entry.when != When::Pending)
}

/// The words of a text, each with the byte that it begins at.
fn words(text: &str) -> Vec<(usize, &str)> {
    let (mut words, mut at) = (Vec::new(), 0);
    for word in text.split(char::is_whitespace) {
        if !word.is_empty() {
            words.push((at, word));
        }
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    words
}
