//! A conflict in the office's words: its name, its field, and what stands on the sides.

use serde_json::Value;

use super::conflict::{Conflict, ConflictKind};
use super::trace::Trace;
use crate::domain::document::{Place, Thing};
use crate::locale::{Lang, date, field, git as words};

impl Conflict {
    /// What it is called: `45-kh-syt-2026:tasks/k7qf/title`, `units.json:units/Sở Y tế/short`.
    #[must_use]
    pub fn name(&self) -> String {
        let plan = self.plan().filter(|_| self.kind == ConflictKind::Place);
        let file = plan.map_or_else(|| self.file.clone(), |plan| plan.to_string());
        if self.at.is_empty() { file } else { format!("{file}:{}", self.at) }
    }

    /// The field that both changed, or the thing where all of it is meant. One that this version does not know stays in
    /// the words of the file.
    #[must_use]
    pub fn field_in_words(&self, lang: Lang) -> String {
        let place = Place::from(self.at.as_str());
        if let Some(key) = place.field.first() {
            return field::name(lang, key).map_or_else(|| key.clone(), str::to_owned);
        }
        let whole = match place.thing {
            Thing::Document => field::whole_file(lang),
            Thing::Section(_) => field::whole_section(lang),
            Thing::Task(_) => field::whole_task(lang),
            Thing::Entry { .. } => field::timeline(lang),
            Thing::Unit(_) => field::whole_unit(lang),
        };
        whole.to_owned()
    }

    /// What stood there before and what stands on the sides, a line each; or what there is to know instead. Not yet
    /// harmless.
    #[must_use]
    pub fn told(&self, lang: Lang) -> Vec<String> {
        match self.kind {
            ConflictKind::Journal => vec![words::both_kept(lang).to_owned()],
            ConflictKind::Foreign => vec![words::use_git(lang).to_owned()],
            ConflictKind::Place => vec![
                words::before(lang, &in_words(lang, self.base.as_ref())),
                words::ours(lang, &signed(lang, self.ours.as_ref(), self.ours_by.as_ref())),
                words::theirs(lang, &signed(lang, self.theirs.as_ref(), self.theirs_by.as_ref())),
            ],
        }
    }
}

fn signed(lang: Lang, value: Option<&Value>, by: Option<&Trace>) -> String {
    let value = in_words(lang, value);
    let Some(Trace { by, at }) = by else { return value };
    let at = format!("{} {}", date::day(lang, at.date_naive()), at.format("%H:%M"));
    words::with_writer(lang, &value, by, &at)
}

/// A text as it is, a whole thing by its title, where something was moved its holder, anything else as JSON.
fn in_words(lang: Lang, value: Option<&Value>) -> String {
    match value {
        None => words::nothing_there(lang).to_owned(),
        Some(Value::String(text)) => format!("“{text}”"),
        Some(Value::Object(object)) => {
            let text = |key: &str| object.get(key).and_then(Value::as_str);
            match (text("title").or(text("name")), text("parent")) {
                (Some(title), _) => words::whole_thing(lang, title),
                (None, Some(parent)) => words::in_holder(lang, parent),
                (None, None) => Value::Object(object.clone()).to_string(),
            }
        }
        Some(value) => value.to_string(),
    }
}
