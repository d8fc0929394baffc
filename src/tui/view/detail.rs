//! The detail of the task under the cursor: its text, who owes it, when, and what was written of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::frame::{self, Frame};
use super::task_row::status_sign;
use super::{Scene, journal, line};
use crate::domain::{Assignment, Entry, PeriodStanding, Place, Role, Status, TrackedPlan, UnitStanding};
use crate::locale::{date, role, screen as words, status, timeliness, when};
use crate::text::{cut, cut_at_word, one_line, sanitise, wrap};
use crate::tui::layout;
use crate::tui::state::{Pane, State, checklist};
use crate::workspace::Snapshot;

/// The pane.
pub struct Detail<'a>(pub Scene<'a>);

/// The columns of the labels.
const LABEL: usize = 11;
/// From so many columns on, times and journal stand beside the text.
const TWO_COLUMNS: u16 = 92;

/// What the pane says, laid out for its width; without a second column all stands in the first.
struct Page {
    left: Vec<Line<'static>>,
    right: Vec<Line<'static>>,
    /// The line of the first unit of the checklist.
    checklist: Option<usize>,
}

impl Widget for Detail<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let style = if scene.state.focus == Pane::Detail { scene.theme.accent } else { scene.theme.title };
        Frame { scene, title: &title(scene), style }.draw(area, buf);
        join(scene, area, buf);
        let inner = layout::inner(area);
        let Some(page) = Page::of(scene, inner.width) else { return };
        let scroll = scene.state.detail.scroll.min(page.len().saturating_sub(inner.height.into()));
        let (left, right) = columns(inner);
        draw(&page.left[scroll.min(page.left.len())..], left, buf);
        draw(&page.right[scroll.min(page.right.len())..], right, buf);
    }
}

fn draw(lines: &[Line<'_>], area: Rect, buf: &mut Buffer) {
    for (index, text) in lines.iter().take(area.height.into()).enumerate() {
        line::put_line(buf, line::nth(area, index), text);
    }
}

/// Joins the upper edge with that of the list and the timeline, which it is.
fn join(scene: Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Some(layout) = scene.state.layout().filter(|layout| layout.detail == Some(area)) else { return };
    let lines = &scene.glyphs.lines;
    frame::set(buf, area.x, area.y, lines.left, scene.theme.border);
    frame::set(buf, area.right() - 1, area.y, lines.right, scene.theme.border);
    let is_edge = |x: u16| buf.cell((x, area.y)).is_some_and(|cell| cell.symbol() == lines.horizontal);
    if let Some(timeline) = layout.timeline.filter(|timeline| is_edge(timeline.x)) {
        frame::set(buf, timeline.x, area.y, lines.bottom, scene.theme.border);
    }
}

fn title(scene: Scene<'_>) -> String {
    match scene.state.task(scene.snapshot) {
        Some((plan, place)) => {
            let task = plan.task(place);
            format!("{} {}", task.number, task.title).trim().to_owned()
        }
        None => String::new(),
    }
}

/// The columns of the text and of times and journal.
fn columns(inner: Rect) -> (Rect, Rect) {
    if inner.width < TWO_COLUMNS {
        return (
            Rect { width: inner.width.saturating_sub(1), ..line::skip(inner, 1) },
            Rect { width: 0, ..inner },
        );
    }
    let left = inner.width * 11 / 20;
    (Rect { width: left - 3, ..line::skip(inner, 1) }, line::skip(inner, left))
}

/// How far the pane can be scrolled.
#[must_use]
pub fn last_scroll(state: &State, snapshot: &Snapshot) -> usize {
    let inner = area(state);
    let page = Page::of(scene(state, snapshot), inner.width);
    page.map_or(0, |page| page.len().saturating_sub(inner.height.into()))
}

/// How far it is to be scrolled for a unit of the checklist to be seen.
#[must_use]
pub fn scroll_to_unit(state: &State, snapshot: &Snapshot, unit: usize) -> usize {
    let inner = area(state);
    let height = usize::from(inner.height).max(1);
    let first = Page::of(scene(state, snapshot), inner.width).and_then(|page| page.checklist).unwrap_or(0);
    let (at, top) = (first + unit, state.detail.scroll);
    if at < top || at >= top + height { at.saturating_sub(height / 2) } else { top }
}

fn area(state: &State) -> Rect {
    let frame = state.layout().map(|layout| layout.detail.unwrap_or(layout.list));
    layout::inner(frame.unwrap_or_default())
}

/// A scene for measuring, where colours and signs do not matter.
fn scene<'a>(state: &'a State, snapshot: &'a Snapshot) -> Scene<'a> {
    Scene { state, snapshot, theme: &crate::tui::theme::PLAIN, glyphs: &crate::tui::glyphs::UTF8 }
}

impl Page {
    fn of(scene: Scene<'_>, width: u16) -> Option<Self> {
        let (plan, place) = scene.state.task(scene.snapshot)?;
        let (left, right) = columns(Rect { x: 0, y: 0, width, height: 1 });
        let writer = Writer { scene, plan, place, width: left.width.into() };
        let beside = Writer { width: right.width.into(), ..writer };
        let mut page = Self { left: writer.text(), right: Vec::new(), checklist: None };
        page.left.extend(writer.units());
        if right.width == 0 {
            page.left.extend(writer.times());
        }
        let list = writer.checklist();
        page.checklist = (!list.is_empty()).then_some(page.left.len() + 1);
        page.left.extend(list);
        if right.width == 0 {
            page.left.extend(writer.rest());
            page.left.extend(writer.journal());
        } else {
            page.left.extend(writer.rest());
            page.right.extend(beside.times());
            page.right.extend(beside.journal());
        }
        Some(page)
    }

    fn len(&self) -> usize {
        self.left.len().max(self.right.len())
    }
}

/// Writes the parts of the page for one task in so many columns.
#[derive(Clone, Copy)]
struct Writer<'a> {
    scene: Scene<'a>,
    plan: &'a TrackedPlan,
    place: Place,
    width: usize,
}

impl Writer<'_> {
    /// The full wording, and of a group what its tasks come to.
    fn text(self) -> Vec<Line<'static>> {
        let task = self.plan.task(self.place);
        let text = if task.text.trim().is_empty() { &task.title } else { &task.text };
        let text = sanitise(text);
        let mut lines: Vec<Line<'static>> =
            wrap(text.trim(), self.width).into_iter().map(|text| Line::raw(text.to_owned())).collect();
        if self.plan.outline().is_group(self.place) {
            let tally = self.plan.tally_of(self.place);
            let count = words::group(self.scene.lang(), tally.done, tally.tasks);
            lines.push(Line::styled(count, self.scene.theme.faint));
        }
        lines
    }

    /// The units by role.
    fn units(self) -> Vec<Line<'static>> {
        let assignments = self.plan.assignments(self.place, &self.scene.snapshot.as_of());
        let mut lines = Vec::new();
        for part in Role::ALL {
            let of_role: Vec<&Assignment> =
                assignments.iter().copied().filter(|assignment| assignment.role == part).collect();
            let names: Vec<String> = of_role
                .chunk_by(|one, other| one.via == other.via)
                .map(|units| self.together(units))
                .collect();
            lines.extend(self.labelled(role::name(self.scene.lang(), part), &names.join("; ")));
        }
        lines
    }

    /// The names of units that act through the same body, or through none.
    fn together(self, units: &[&Assignment]) -> String {
        let names: Vec<&str> = units.iter().map(|assignment| assignment.unit.as_str()).collect();
        let names = names.join("; ");
        match units.first().and_then(|assignment| assignment.via.as_ref()) {
            None => names,
            Some(via) => format!("{names} ({})", words::via(self.scene.lang(), via)),
        }
    }

    fn rest(self) -> Vec<Line<'static>> {
        let (task, lang) = (self.plan.task(self.place), self.scene.lang());
        let mut lines =
            self.labelled(words::deliverable(lang), task.deliverable.as_deref().unwrap_or_default());
        lines.extend(self.labelled(words::funding(lang), task.funding.as_deref().unwrap_or_default()));
        lines.extend(self.labelled(words::reports_to(lang), &task.reports_to.join("; ")));
        lines
    }

    /// A label and a text beside it, wrapped; nothing where the text is empty.
    fn labelled(self, label: &str, text: &str) -> Vec<Line<'static>> {
        let text = one_line(text);
        if text.trim().is_empty() {
            return Vec::new();
        }
        let pieces = wrap(text.trim(), self.width.saturating_sub(LABEL).max(1));
        let label = |index| if index == 0 { label } else { "" };
        let beside = |(index, text): (usize, &str)| {
            let label = Span::styled(pad(label(index)), self.scene.theme.faint);
            Line::from(vec![label, Span::raw(text.to_owned())])
        };
        pieces.into_iter().enumerate().map(beside).collect()
    }

    /// The times, as worded and as understood, each with how it stands.
    fn times(self) -> Vec<Line<'static>> {
        if self.plan.outline().is_group(self.place) {
            return Vec::new();
        }
        let periods = self.plan.periods(self.place, &self.scene.snapshot.as_of());
        let timeline = self.plan.outline().timeline(self.plan.plan(), self.place);
        let label = |index| if index == 0 { words::when(self.scene.lang()) } else { "" };
        if timeline.is_empty() {
            return periods.iter().flat_map(|period| self.period(label(0), period)).collect();
        }
        let mut lines = Vec::new();
        for (index, entry) in timeline.iter().enumerate() {
            lines.extend(self.labelled(label(index), &self.worded(entry)));
            let of_entry = periods.iter().filter(|period| period.entry == Some(index));
            lines.extend(of_entry.flat_map(|period| self.period("", period)));
        }
        lines
    }

    fn worded(self, entry: &Entry) -> String {
        let lang = self.scene.lang();
        let understood = when::in_words(lang, entry.when);
        let worded = when::entry(lang, entry);
        let label = entry.label.as_ref().map_or(String::new(), |label| format!("{label}: "));
        if worded.trim().to_lowercase() == understood.to_lowercase() {
            return format!("{label}{worded}");
        }
        format!("{label}{worded} → {understood}")
    }

    /// One period: its sign, its last day, its status, how it stands, the document.
    fn period(self, label: &str, period: &PeriodStanding) -> Vec<Line<'static>> {
        let (scene, lang) = (self.scene, self.scene.lang());
        let (sign, style) = if period.timeliness.is_overdue() {
            (scene.glyphs.overdue, scene.theme.overdue)
        } else {
            status_sign(scene, &period.status)
        };
        let mut pieces = Vec::new();
        pieces.extend(period.last.map(|last| words::till(lang, &date::day(lang, last))));
        pieces.push(status::name(lang, &period.status).to_lowercase());
        pieces
            .extend(period.on.filter(|_| period.status == Status::Done).map(|on| date::day_month(lang, on)));
        pieces.extend(
            period.percent.filter(|_| !period.status.is_closed()).map(|percent| format!("{percent}%")),
        );
        if period.last.is_some() || !period.status.is_closed() {
            pieces.push(timeliness::in_words(lang, period.timeliness).into_owned());
        }
        pieces.extend(period.evidence.clone());
        pieces
            .extend(period.first_last.map(|first| words::moved(lang, period.moves, &date::day(lang, first))));
        let text = pieces.join(&format!(" {} ", scene.glyphs.dot));
        let mut lines = self.labelled(label, &format!("{sign} {text}"));
        if let Some(first) = lines.first_mut() {
            first.spans.truncate(1);
            let text = one_line(&text).into_owned();
            let text = wrap(&text, self.width.saturating_sub(LABEL + 2).max(1))[0].to_owned();
            first.spans.extend([Span::styled(format!("{sign} "), style), Span::raw(text)]);
        }
        lines
    }

    /// The checklist, with a heading that counts.
    fn checklist(self) -> Vec<Line<'static>> {
        let scene = self.scene;
        let list = checklist::under_cursor(scene.state, scene.snapshot);
        if list.is_empty() {
            return Vec::new();
        }
        let chosen =
            checklist::unit(scene.state, scene.snapshot).filter(|_| scene.state.focus == Pane::Detail);
        let done = list.iter().filter(|unit| unit.status.is_closed()).count();
        let is_closed = self.plan.standing(self.place).status.is_closed();
        let heading = if is_closed && done < list.len() {
            words::checklist_whole(scene.lang(), done, list.len())
        } else {
            words::checklist(scene.lang(), done, list.len())
        };
        let mut lines = vec![Line::styled(heading, scene.theme.title)];
        lines.extend(list.iter().map(|unit| self.unit(unit, Some(&unit.unit) == chosen.as_ref())));
        lines
    }

    fn unit(self, unit: &UnitStanding, is_chosen: bool) -> Line<'static> {
        let (scene, lang) = (self.scene, self.scene.lang());
        let (mark, style) = status_sign(scene, &unit.status);
        let cursor = if is_chosen { scene.glyphs.cursor } else { " " };
        let mut told = Vec::new();
        if unit.status != Status::Todo {
            told.push(status::name(lang, &unit.status).to_lowercase());
        }
        told.extend(unit.on.map(|on| date::day_month(lang, on)));
        told.extend(unit.evidence.clone());
        told.extend(unit.note.clone());
        let name_style = if is_chosen { scene.theme.title } else { Style::new() };
        let name = cut_at_word(&one_line(&unit.unit), self.width.saturating_sub(4)).into_owned();
        let room = self.width.saturating_sub(crate::text::width(&name) + 6);
        let told = cut(&one_line(&told.join("  ")), room).into_owned();
        Line::from(vec![
            Span::styled(cursor, scene.theme.accent),
            Span::styled(format!(" {mark} "), style),
            Span::styled(name, name_style),
            Span::styled(format!("  {told}"), scene.theme.faint),
        ])
    }

    /// What was written, newest first.
    fn journal(self) -> Vec<Line<'static>> {
        let history = self.plan.history(&self.plan.task(self.place).id, &self.scene.snapshot.as_of());
        let heading = Line::styled(words::journal(self.scene.lang()), self.scene.theme.title);
        if history.is_empty() {
            return vec![heading, Line::styled(words::no_journal(self.scene.lang()), self.scene.theme.faint)];
        }
        let mut lines = vec![heading];
        for told in &history {
            lines.extend(journal::entry(self.scene, told, self.width));
        }
        lines
    }
}

/// A label, filled up to its column.
fn pad(label: &str) -> String {
    let columns = crate::text::width(label);
    format!("{label}{}", " ".repeat(LABEL.saturating_sub(columns).max(1)))
}
