//! What asks and what warns: a line of text to type, a question, a failure.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line};
use crate::action::{Action, Scope};
use crate::import::review::{Field as ReviewField, Spot};
use crate::locale::{Lang, date, review, screen as words};
use crate::text::cut_at_word;
use crate::tui::field::Field;
use crate::tui::layout;
use crate::tui::state::layer::{self, GiveUp, Question, TakeBack};
use crate::tui::state::review::Correction;
use crate::tui::state::units;

/// What a prompt asks, in words.
#[must_use]
pub fn question(lang: Lang, ask: layer::Ask) -> &'static str {
    match ask {
        layer::Ask::Evidence => words::ask_evidence(lang),
        layer::Ask::Note => words::ask_note(lang),
        layer::Ask::Percent => words::ask_percent(lang),
        layer::Ask::Extension => words::ask_extension(lang),
        layer::Ask::ExtensionEvidence(_) => words::ask_extension_evidence(lang),
    }
}

/// What is asked for a field of a draft, in words.
#[must_use]
pub fn correction(lang: Lang, spot: &Spot, field: ReviewField) -> &'static str {
    match field {
        ReviewField::Number if !matches!(spot, Spot::Head(_)) => review::ask_ordinal(lang),
        ReviewField::Number => review::ask_number(lang),
        ReviewField::Title => review::ask_title(lang),
        ReviewField::Issuer => review::ask_issuer(lang),
        ReviewField::Issued => review::ask_issued(lang),
        ReviewField::Year => review::ask_year(lang),
        ReviewField::Time => review::ask_time(lang),
        ReviewField::Units => review::ask_units(lang),
        ReviewField::Deliverable => review::ask_deliverable(lang),
        other => other.name(lang),
    }
}

/// What is said of a field of a draft while it is typed: the known units that fit, else how it is to be written.
#[must_use]
pub fn hint(scene: Scene<'_>, correction: &Correction) -> Option<String> {
    let names = units::fitting(scene.state, correction);
    if !names.is_empty() {
        return Some(review::tab_fills(scene.lang(), &names.join(&format!(" {} ", scene.glyphs.dot))));
    }
    form(scene.lang(), correction.what).map(str::to_owned)
}

/// How a field is to be written, where that needs saying.
fn form(lang: Lang, field: ReviewField) -> Option<&'static str> {
    match field {
        ReviewField::Issued => Some(review::hint_issued(lang)),
        ReviewField::Year => Some(review::hint_year(lang)),
        ReviewField::Time => Some(review::hint_time(lang)),
        ReviewField::Units => Some(review::hint_units(lang)),
        ReviewField::Bases | ReviewField::Relations | ReviewField::ReportsTo => {
            Some(review::hint_several(lang))
        }
        ReviewField::Recipients => Some(review::hint_recipients(lang)),
        ReviewField::Signatory => Some(review::hint_signatory(lang)),
        ReviewField::Wording => Some(review::hint_wording(lang)),
        _ => None,
    }
}

/// So many columns are left for what is typed, however long the label.
const TYPED: u16 = 15;

/// A line of text to type, with what Enter and Esc do.
pub struct Ask<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// What is asked.
    pub label: &'a str,
    /// What is typed.
    pub field: &'a Field,
    /// What Enter and Esc do.
    pub keys: &'a str,
}

impl Widget for Ask<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let theme = self.scene.theme;
        let mut room = area;
        if area.width > 70 {
            room.width -= line::put_right(buf, area, &format!(" {} ", self.keys), theme.faint);
        }
        let spare = usize::from(room.width.saturating_sub(TYPED + 3));
        let label = cut_at_word(self.label, spare);
        let pieces = [(" ", theme.accent), (&*label, theme.accent), (": ", theme.accent)];
        let room = line::skip(room, line::put_all(buf, room, pieces));
        typed(self.scene, self.field, room, buf);
    }
}

/// Draws what is typed, its end in sight, with a cursor behind it.
pub fn typed(scene: Scene<'_>, field: &Field, area: Rect, buf: &mut Buffer) {
    let (text, cursor) = field.window(area.width);
    line::put(buf, area, &text, scene.theme.text);
    if let Some(cell) = buf.cell_mut(Position::new(area.x + cursor, area.y)) {
        cell.set_style(scene.theme.caret);
    }
}

/// The question before a change.
pub fn change(lang: Lang, question: &Question) -> String {
    question.deed.question(lang, question.changes.len(), &question.object)
}

/// The question before an act is taken back.
pub fn take_back(lang: Lang, question: &TakeBack) -> String {
    let what = question.former.as_ref().map(|former| former.in_words(lang)).unwrap_or_default();
    words::ask_undo(lang, &what, &date::day(lang, question.day))
}

/// The question before what is not saved is given up.
pub fn give_up(lang: Lang, then: GiveUp, count: usize) -> String {
    match then {
        GiveUp::Leave => words::ask_leave_unsaved(lang, count),
        GiveUp::Stay => words::ask_give_up(lang, count),
        GiveUp::ThrowDraftAway => words::ask_throw_away(lang).to_owned(),
        GiveUp::Review => review::ask_give_up(lang).to_owned(),
        GiveUp::OlderReview => review::ask_give_up_older(lang).to_owned(),
    }
}

/// A question to be answered by yes or no.
pub struct Confirm<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// In words.
    pub text: &'a str,
    /// What agrees and what does not.
    pub keys: &'a str,
}

impl Widget for Confirm<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let scene = self.scene;
        let width = (line::columns(self.text) + 6).max(34).min(area.width);
        let area = layout::middle(area, width, 5);
        frame::cover(area, buf);
        Frame { scene, title: "", keys: Keys::Here }.draw(area, buf);
        let inner = line::skip(layout::inner(area), 2);
        line::put(buf, line::nth(inner, 0), self.text, scene.theme.title);
        line::put(buf, line::nth(inner, 2), self.keys, scene.theme.faint);
    }
}

/// Why what was typed is not taken; the text stays below it.
pub struct Refusal<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Why.
    pub reason: &'a str,
}

impl Widget for Refusal<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        frame::cover(area, buf);
        let style = self.scene.theme.soon;
        line::put_all(buf, area, [(" ", style), (self.reason, style)]);
    }
}

/// What failed, and what is not saved.
pub struct Failure<'a>(pub Scene<'a>);

impl Widget for Failure<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let style = self.0.theme.failure;
        for x in area.x..area.right() {
            frame::set(buf, x, area.y, " ", style);
        }
        let area = line::skip(area, 1);
        let keys = self.keys();
        let room = Rect { width: area.width.saturating_sub(line::columns(&keys)), ..area };
        let taken = line::put(buf, room, &self.text(), style);
        line::put(buf, line::skip(area, taken), &keys, style);
    }
}

impl Failure<'_> {
    /// What failed, and how much is kept.
    fn text(&self) -> String {
        let lang = self.0.lang();
        let notices = &self.0.state.notices;
        let Some(failure) = &notices.failure else {
            return words::not_saved_yet(lang, notices.unsaved.len());
        };
        let cause = failure.error.cause_at(lang);
        match (notices.unsaved.len(), notices.fleeting) {
            (0, _) => words::not_saved(lang, &failure.error.sentence(lang)),
            (1, false) => words::not_saved_kept(lang, &cause),
            (1, true) => words::not_saved_fleeting(lang, &cause),
            (count, false) => words::several_not_saved(lang, count, &cause),
            (count, true) => words::several_fleeting(lang, count, &cause),
        }
    }

    /// The keys that do something about it, as many as leave room for the reason; those are never shortened. Where
    /// nothing outlasts the screen, the file is the way out.
    fn keys(&self) -> String {
        let state = self.0.state;
        if state.notices.unsaved.is_empty() {
            return String::new();
        }
        let retry = self.key(Action::Retry, words::try_again);
        let write = self.key(Action::WriteOut, words::write_elsewhere);
        let is_wide = state.size.width > if state.notices.fleeting { 100 } else { 60 };
        match (is_wide, state.notices.fleeting) {
            (true, _) => retry + &write,
            (false, true) => write,
            (false, false) => retry,
        }
    }

    /// A key and what it does about it, behind a dot.
    fn key(&self, action: Action, words: fn(Lang, &str) -> String) -> String {
        let state = self.0.state;
        let Some(chord) = state.keys.chord(Scope::Global.stack(), action) else { return String::new() };
        format!(" {} {}", self.0.glyphs.dot, words(state.lang, &chord.label()))
    }
}
