//! A line of a journal in words. Not sanitised: a table's cell does.

use crate::domain::{Act, Event, Extension, Reminder, Update};
use crate::locale::{Lang, command, date, status, when};

/// What a line says of tasks, without who wrote it and when; nothing of edits and undos, which take more to tell.
pub fn of(lang: Lang, event: &Event) -> String {
    match &event.act {
        Act::Update(update) => updated(lang, update),
        Act::Extend(extension) => extended(lang, extension),
        Act::Remind(reminder) => reminded(lang, reminder),
        Act::Edit(_) | Act::Undo(_) => String::new(),
        Act::Unknown => command::unknown_line(lang).to_owned(),
    }
}

/// When a line was written: "05/3/2022 08:15".
pub fn moment(lang: Lang, event: &Event) -> String {
    format!("{} {}", date::day(lang, event.at.date_naive()), event.at.format("%H:%M"))
}

/// News of a task: "Sở Nội vụ · Hoàn thành · 12/BC-SNV".
pub fn updated(lang: Lang, update: &Update) -> String {
    let on = update.on.map(|on| date::day(lang, on));
    let status = update.status.as_ref();
    joined([
        update.unit.clone(),
        status.map(|status| status::with_day(lang, status, on.as_deref())),
        update.percent.map(|percent| format!("{percent}%")),
        on.filter(|_| status.is_none()),
        update.evidence.clone(),
        update.note.as_ref().map(|note| format!("“{note}”")),
    ])
}

/// A deadline moved: "gia hạn đến ... · 45/CV-SNV".
pub fn extended(lang: Lang, extension: &Extension) -> String {
    let moved = command::extended_to(lang, &when::in_words(lang, extension.to));
    let note = extension.note.as_ref().map(|note| format!("“{note}”"));
    joined([Some(moved), extension.evidence.clone(), note])
}

fn reminded(lang: Lang, reminder: &Reminder) -> String {
    let note = reminder.note.as_ref().map(|note| format!("“{note}”"));
    joined([Some(command::reminded(lang, &reminder.unit)), note])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
