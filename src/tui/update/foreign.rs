//! What others have written, when it comes in: who, and what.

use std::collections::HashSet;

use super::former::former;
use crate::domain::{Event, EventId};
use crate::locale::screen as words;
use crate::text::one_line;
use crate::tui::state::{Phase, State};
use crate::workspace::Snapshot;

/// Who wrote the last of the lines that the screen does not know yet, and what; nothing at the start.
#[must_use]
pub fn news(state: &State, snapshot: &Snapshot) -> Option<String> {
    if state.phase == Phase::Reading {
        return None;
    }
    let lines = unknown(state, snapshot);
    let (_, last) = lines.iter().max_by_key(|(_, event)| event.id)?;
    let acts: HashSet<EventId> = lines.iter().map(|(_, event)| event.act_id()).collect();
    let of_last: Vec<(String, Event)> =
        lines.iter().filter(|(_, event)| event.act_id() == last.act_id()).cloned().collect();
    let lang = state.lang;
    let what = former(&of_last, snapshot).map(|former| former.in_words(lang));
    let told =
        words::just_wrote(lang, &one_line(&last.by), what.as_deref().unwrap_or(words::took_back(lang)));
    Some(match acts.len() - 1 {
        0 => told,
        more => format!("{told}; {}", words::and_more(lang, more)),
    })
}

/// The lines of the journals that stand in no plan as it is shown. A plan that came in or went is no line.
fn unknown(state: &State, snapshot: &Snapshot) -> Vec<(String, Event)> {
    let shown = state.index.plans().iter().map(|plan| plan.tracked());
    let mut lines = Vec::new();
    for before in shown {
        let id = &before.plan().id;
        let Some(plan) = snapshot.plan(id).filter(|plan| plan.events().len() > before.events().len()) else {
            continue;
        };
        let known: HashSet<EventId> = before.events().iter().map(|event| event.id).collect();
        let new = plan.events().iter().filter(|event| !known.contains(&event.id));
        lines.extend(new.map(|event| (id.clone(), event.clone())));
    }
    lines
}
