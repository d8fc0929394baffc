//! A line of a task's journal in words.

use ratatui::text::{Line, Span};

use crate::domain::{Act, Extension, Told, Update};
use crate::locale::{date, screen as words, status, when};
use crate::text::{one_line, wrap};
use crate::tui::scene::Scene;

/// The columns that what was written is set in from, behind the day.
const DAY: usize = 11;

/// A line of the journal, wrapped: the day, who wrote it, what.
#[must_use]
pub fn entry(scene: Scene<'_>, told: &Told<'_>, width: usize) -> Vec<Line<'static>> {
    let (event, lang) = (told.event, scene.lang());
    let mut pieces = vec![event.by.clone()];
    pieces.extend(match &event.act {
        Act::Update(update) => said(scene, update),
        Act::Extend(extension) => extended(scene, extension),
        Act::Remind(reminder) => {
            let note = reminder.note.clone();
            std::iter::once(words::reminded(lang, &reminder.unit)).chain(note).collect()
        }
        Act::Undo(_) => vec![words::took_back(lang).to_owned()],
        Act::Edit(_) | Act::Unknown => Vec::new(),
    });
    if told.undone {
        pieces.push(words::taken_back(lang).to_owned());
    }
    let text = one_line(&pieces.join("  ")).into_owned();
    let style = if told.undone { scene.theme.faint } else { scene.theme.text };
    let day = date::day(lang, event.at.date_naive());
    let day = format!("{day}{}", " ".repeat(DAY.saturating_sub(crate::text::width(&day)).max(1)));
    let beside = |(index, text): (usize, &str)| {
        let day = if index == 0 { day.clone() } else { " ".repeat(DAY) };
        Line::from(vec![Span::styled(day, scene.theme.faint), Span::styled(text.to_owned(), style)])
    };
    wrap(&text, width.saturating_sub(DAY).max(1)).into_iter().enumerate().map(beside).collect()
}

fn said(scene: Scene<'_>, update: &Update) -> Vec<String> {
    let lang = scene.lang();
    let mut pieces = Vec::new();
    pieces.extend(update.unit.clone());
    pieces.extend(update.status.as_ref().map(|held| status::name(lang, held).to_lowercase()));
    pieces.extend(update.percent.map(|percent| format!("{percent}%")));
    pieces.extend(update.on.map(|on| format!("({})", date::day_month(lang, on))));
    pieces.extend(update.evidence.clone());
    pieces.extend(update.note.clone());
    pieces
}

fn extended(scene: Scene<'_>, extension: &Extension) -> Vec<String> {
    let to = when::in_words(scene.lang(), extension.to);
    let mut pieces = vec![words::extended_to(scene.lang(), &to)];
    pieces.extend(extension.evidence.clone());
    pieces.extend(extension.note.clone());
    pieces
}
