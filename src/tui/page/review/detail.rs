//! What the row under the cursor says: its doubts and what mends them, its wording, when and who.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::action::{Action, Scope};
use crate::domain::{Entry, Outline, Task};
use crate::import::review::{Field, Note, Sheet, Spot};
use crate::import::{Doubt, Sureness};
use crate::locale::{Lang, finding as findings, review as words, section, status, when};
use crate::text::{fold, one_line, sanitise, wrap};
use crate::tui::scene::Scene;
use crate::tui::state::review::Desk;

/// The lines of the pane, set for a width.
#[must_use]
pub fn lines(scene: Scene<'_>, desk: &Desk, width: usize) -> Vec<Line<'static>> {
    let sheet = desk.review.sheet();
    let mut writer = Writer { scene, desk, width, lines: Vec::new() };
    let checked = sheet.checked.contains(&desk.at);
    sheet.notes_on(&desk.at).for_each(|note| writer.note(sheet, note, checked));
    for difference in desk.changes().on(&desk.at) {
        writer.wrapped(&format!("~ {}", difference.text(scene.lang())), scene.theme.doing);
    }
    match &desk.at {
        Spot::Head(field) => {
            let text = sheet.written(&desk.at, *field, scene.lang()).unwrap_or_default();
            writer.field(*field, &text);
        }
        Spot::Section(id) => {
            if let Some(held) = sheet.plan.sections.iter().find(|section| section.id == *id) {
                writer.labelled(section::name(scene.lang(), held.kind), &held.title);
                held.text.iter().for_each(|paragraph| writer.wrapped(paragraph, scene.theme.faint));
            }
        }
        Spot::Task(id) => {
            if let Some(status) = desk.stood(id) {
                writer.labelled(words::stood(scene.lang()), status::name(scene.lang(), status));
            }
            writer.task(sheet, &desk.at);
        }
    }
    writer.lines
}

/// What else mends a doubt, as a rule.
fn others(doubt: &Doubt) -> &'static [Action] {
    match doubt {
        Doubt::RepeatedNumber(_) | Doubt::NumberTwice { .. } | Doubt::NumberSkipped { .. } => {
            &[Action::CorrectNumber]
        }
        Doubt::DeadlineBeforeIssue(_)
        | Doubt::UnreadTime(_)
        | Doubt::Untimed { .. }
        | Doubt::Guessed(_, Field::Time) => &[Action::CorrectTime],
        Doubt::SameWorkTwice(_) => &[Action::Drop, Action::Merge],
        Doubt::MergedItems => &[Action::Merge],
        Doubt::CarriedDown => &[Action::CorrectTime, Action::CorrectUnits],
        Doubt::PerhapsSame { .. } | Doubt::PerhapsNew { .. } => &[Action::Same],
        Doubt::Dropped { .. } | Doubt::KeptForOwn(_) | Doubt::StillOpen { .. } | Doubt::DoneOnce { .. } => {
            &[Action::Drop]
        }
        Doubt::Guessed(_, Field::Units) => &[Action::CorrectUnits],
        Doubt::Guessed(..) => &[Action::CorrectTitle],
        _ => &[],
    }
}

struct Writer<'a> {
    scene: Scene<'a>,
    desk: &'a Desk,
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Writer<'_> {
    /// What is doubtful, where, what is proposed, and the keys that mend it.
    fn note(&mut self, sheet: &Sheet, note: &Note, checked: bool) {
        let (lang, theme) = (self.scene.lang(), self.scene.theme);
        let text = note.finding.text(lang);
        let text = match note.finding.lines {
            Some((line, _)) => words::in_line(lang, &text, line),
            None => text,
        };
        let remedy = sheet.remedy(note);
        let others = others(&note.finding.doubt).iter().copied();
        let code = note.finding.doubt.code();
        let alike = sheet.notes.iter().filter(|other| other.finding.doubt.code() == code);
        let alike = alike.filter(|other| sheet.is_doubtful(&other.spot)).count();
        let all = Some(Action::RemedyAll).filter(|_| alike > 1 && remedy.step().is_some());
        let actions = [Action::Remedy].into_iter().chain(all).chain(others).chain([Action::Check]);
        let keys = actions.filter_map(|action| {
            let chord = self.scene.state.keys.chord(Scope::Review.stack(), action)?;
            Some(format!("{} {}", chord.label(), action.short_title(lang)))
        });
        let keys = keys.collect::<Vec<_>>().join(&format!(" {} ", self.scene.glyphs.dot));
        let style = if checked { theme.faint } else { theme.soon };
        self.wrapped(&format!("! {text}"), style);
        if !checked {
            self.wrapped(&format!("  {}", findings::proposed(lang, &remedy.text(lang))), theme.text);
            self.wrapped(&format!("  {keys}"), theme.faint);
        }
    }

    fn task(&mut self, sheet: &Sheet, spot: &Spot) {
        let Spot::Task(id) = spot else { return };
        let Some(task) = sheet.plan.task(id) else { return };
        let (lang, theme) = (self.scene.lang(), self.scene.theme);
        let (title, wording) = (fold(task.title.trim_end_matches('…')), fold(task.wording()));
        if !wording.starts_with(&title) {
            self.wrapped(&format!("{} {}", task.number, task.title), theme.title);
        }
        let outline = Outline::of(&sheet.plan);
        let above: Vec<&Task> = outline.find(&sheet.plan, id).map_or_else(Vec::new, |place| {
            outline.lineage(place).skip(1).map(|place| outline.task(&sheet.plan, place)).collect()
        });
        let times =
            |task: &Task| task.timeline.iter().map(|entry| time(lang, entry)).collect::<Vec<_>>().join("; ");
        self.own_or_above(Field::Time, times(task), above.iter().map(|task| times(task)));
        let from_above = sheet.units_from_above(id, &self.scene.snapshot.directory, lang);
        self.with_above(
            Field::Units,
            &sheet.written(spot, Field::Units, lang).unwrap_or_default(),
            &from_above,
        );
        for field in [Field::Deliverable, Field::Funding] {
            let text = sheet.written(spot, field, lang).filter(|text| !text.is_empty());
            if let Some(text) = text {
                self.field(field, &text);
            }
        }
        let desks = |task: &Task| task.reports_to.join("; ");
        let above = above.iter().map(|task| desks(task)).find(|desks| !desks.is_empty());
        if !task.reports_to.is_empty() || above.is_some() {
            self.with_above(Field::ReportsTo, &desks(task), &above.unwrap_or_default());
        }
        self.wrapped(&format!("{} {}", task.number, task.wording()), theme.faint);
    }

    /// What a task says itself, else what holds for it from the nearest item above.
    fn own_or_above(&mut self, field: Field, own: String, mut above: impl Iterator<Item = String>) {
        let told = |text: &String| !text.is_empty();
        let lang = self.scene.lang();
        let text = match above.find(told).filter(|_| own.is_empty()) {
            Some(above) => words::from_above(lang, &above),
            None => own,
        };
        self.field(field, &text);
    }

    /// What a task says itself, and beside it what holds for it from the items above.
    fn with_above(&mut self, field: Field, own: &str, above: &str) {
        let from_above = words::from_above(self.scene.lang(), above);
        match (own, above) {
            (_, "") => self.field(field, own),
            ("", _) => self.field(field, &from_above),
            _ => {
                self.field(field, own);
                self.wrapped(&format!("  + {from_above}"), self.scene.theme.text);
            }
        }
    }

    /// What a field says, the lines that it says it in, and how sure that is unless it is certain.
    fn field(&mut self, field: Field, text: &str) {
        let lang = self.scene.lang();
        let traces = self.desk.traces(field);
        let mut lines: Vec<String> = Vec::new();
        for (first, last) in traces.iter().filter_map(|trace| trace.lines) {
            let stretch = if first == last { first.to_string() } else { format!("{first}-{last}") };
            if !lines.contains(&stretch) {
                lines.push(stretch);
            }
        }
        let sureness = match traces.iter().map(|trace| trace.sureness).min() {
            Some(Sureness::Likely) => Some(words::likely(lang)),
            Some(Sureness::Guessed) => Some(words::guessed(lang)),
            Some(Sureness::Certain) | None => None,
        };
        let place = match &lines[..] {
            [] => None,
            [line] if !line.contains('-') => Some(words::at_line(lang, line)),
            lines => Some(words::at_lines(lang, &lines.join(", "))),
        };
        let told: Vec<&str> = place.as_deref().into_iter().chain(sureness).collect();
        if text.is_empty() || told.is_empty() {
            return self.labelled(field.name(lang), text);
        }
        let sign = if sureness.is_some() { "? " } else { "" };
        self.labelled(field.name(lang), &format!("{sign}{text} ({})", told.join(", ")));
    }

    fn labelled(&mut self, label: &str, text: &str) {
        let theme = self.scene.theme;
        let text = if text.is_empty() { words::not_told(self.scene.lang()) } else { text };
        let before = self.lines.len();
        self.wrapped(&format!("{label}: {text}"), theme.text);
        let Some(first) = self.lines.get_mut(before) else { return };
        let content = first.spans.first().map(|span| span.content.to_string()).unwrap_or_default();
        if let Some(rest) = content.strip_prefix(label) {
            *first = Line::from(vec![
                Span::styled(label.to_owned(), theme.accent),
                Span::styled(rest.to_owned(), theme.text),
            ]);
        }
    }

    fn wrapped(&mut self, text: &str, style: Style) {
        let text = sanitise(text);
        let rows = wrap(text.trim_end(), self.width.max(1)).into_iter();
        self.lines.extend(rows.map(|row| Line::styled(row.to_owned(), style)));
    }
}

/// A time as worded, and as it is understood where the words do not say it themselves.
fn time(lang: Lang, entry: &Entry) -> String {
    let meaning = when::in_words(lang, entry.when);
    let wording = one_line(&entry.text);
    if wording.trim().is_empty() || fold(&wording).contains(&fold(&meaning)) {
        return if wording.trim().is_empty() { meaning } else { wording.into_owned() };
    }
    words::understood(lang, wording.trim(), &meaning)
}
