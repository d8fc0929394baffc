//! One row of the list: a heading with its count, or a task with its sign, number, title and standing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::{Scene, line};
use crate::domain::{Place, Role, Standing, Status, Tally, Timeliness, TrackedPlan};
use crate::locale::{date, role, screen as words, timeliness};
use crate::query::{Count, TaskRef};
use crate::text::{one_line, width};
use crate::tui::state::conditions;
use crate::tui::state::list::Order;
use crate::tui::state::row::{Row, RowId};

/// One row.
pub struct Line<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Which of its rows.
    pub row: Row,
}

/// The columns that a number is set in.
const NUMBER: usize = 2;
/// The columns of the plan's name beside a hit of a search, and from how many on there is room for it.
const PLAN: u16 = 14;
const WITH_PLAN: u16 = 56;

impl Widget for Line<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Some(plan) = self.scene.snapshot.plans.get(self.row.plan as usize) else { return };
        match (self.row.section, self.row.place) {
            (_, Some(place)) => self.task(plan, place as usize, area, buf),
            (Some(section), None) => self.section(plan, section as usize, area, buf),
            (None, None) => self.plan(plan, area, buf),
        }
    }
}

impl Line<'_> {
    fn plan(&self, plan: &TrackedPlan, area: Rect, buf: &mut Buffer) {
        let theme = self.scene.theme;
        let head = plan.plan();
        let number = head.number.as_deref().unwrap_or_default();
        let percent = || plan.tally().percent().map_or(String::new(), |percent| format!("{percent}%"));
        let tasks = self.scene.state.counts.facets.plan(self.row.plan as usize);
        let count = self.some_of(tasks).unwrap_or_else(percent);
        let (count, style) = match self.scene.journal_mark(plan) {
            Some(mark) if area.width >= WITH_PLAN => (format!("{mark}  {count}"), theme.overdue),
            Some(mark) => (format!("{} {count}", &mark[..1]), theme.overdue),
            None => (count, theme.accent),
        };
        let area = self.heading((count.trim_end(), style), area, buf);
        let pieces = [(number, theme.accent), (if number.is_empty() { "" } else { "  " }, theme.accent)];
        let area = line::skip(area, line::put_all(buf, area, pieces));
        line::put(buf, area, super::side::plan_title(head), theme.accent);
    }

    fn section(&self, plan: &TrackedPlan, index: usize, area: Rect, buf: &mut Buffer) {
        let theme = self.scene.theme;
        let section = &plan.plan().sections[index];
        let held = self.scene.state.counts.facets.section(self.row.plan as usize, index);
        let whole = || fraction(&plan.tally_of_section(index));
        let count = self.some_of(held).unwrap_or_else(whole);
        let area = self.heading((&count, theme.title), area, buf);
        let gap = if section.number.is_empty() { "" } else { "  " };
        let area =
            line::skip(area, line::put_all(buf, area, [(&*section.number, theme.title), (gap, theme.title)]));
        line::put(buf, area, &section.title, theme.title);
    }

    /// How many are shown of how many, where a filter hides some.
    fn some_of(&self, held: &Count) -> Option<String> {
        let shown = held.shown.tasks;
        (shown != held.total).then(|| words::some_of(self.scene.lang(), shown, held.total))
    }

    /// Draws what all headings have, the fold sign and the count; answers the room between them.
    fn heading(&self, (count, style): (&str, Style), area: Rect, buf: &mut Buffer) -> Rect {
        let area = line::skip(area, 2);
        let taken = line::put_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, count, style);
        let room = Rect { width: area.width.saturating_sub(taken + 3), ..area };
        line::skip(room, line::put_all(buf, room, [(self.fold_sign(), self.scene.theme.faint), (" ", style)]))
    }

    fn fold_sign(&self) -> &'static str {
        let (state, glyphs) = (self.scene.state, self.scene.glyphs);
        let id = self.row.id(self.scene.snapshot);
        let is_folded = id.is_some_and(|id| state.list.folds.is_folded(&id));
        if is_folded { glyphs.folded } else { glyphs.unfolded }
    }

    fn task(&self, plan: &TrackedPlan, place: Place, area: Rect, buf: &mut Buffer) {
        let theme = self.scene.theme;
        let (task, node) = (plan.task(place), plan.outline().nodes()[place]);
        let standing = plan.standing(place);
        let marked = self.is_marked(plan, place);
        let mark = if marked { self.scene.glyphs.marked } else { " " };
        let area = line::skip(area, 1);
        let area = line::skip(area, line::put(buf, area, mark, theme.accent));
        let area = match self.scene.state.list.order {
            Order::Best => self.plan_beside(plan, area, buf),
            Order::Plans => {
                let depth = u16::try_from(node.depth).unwrap_or(u16::MAX).min(area.width / 8);
                line::skip(area, depth.saturating_mul(2))
            }
        };
        let is_group = plan.outline().is_group(place);
        let (sign, style) =
            if is_group { (self.fold_sign(), theme.faint) } else { self.scene.sign(standing) };
        let right =
            if is_group { fraction(&plan.tally_of(place)) } else { self.words(plan, place, area.width) };
        let taken = line::put_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, &right, style);
        let gap = if right.is_empty() { 1 } else { 3 };
        let room = Rect { width: area.width.saturating_sub(taken + gap), ..area };
        let room = line::skip(room, line::put_all(buf, room, [(sign, style), (" ", style)]));
        let number = one_line(&task.number);
        let pad = " ".repeat(NUMBER.saturating_sub(width(&number)));
        let pieces = [(pad.as_str(), theme.faint), (&number, theme.faint), (" ", theme.faint)];
        let room = line::skip(room, line::put_all(buf, room, pieces));
        line::put(buf, room, &task.title, title_style(self.scene, standing));
    }

    /// Names the plan of a task that stands without headings, at the right, unless all are of one plan or there is no
    /// room; answers the room that is left.
    fn plan_beside(&self, plan: &TrackedPlan, area: Rect, buf: &mut Buffer) -> Rect {
        if area.width < WITH_PLAN || conditions::plan(&self.scene.state.filter).is_some() {
            return area;
        }
        let width = area.width - PLAN;
        let name = line::skip(Rect { width: area.width - 1, ..area }, width + 1);
        line::put(buf, name, super::side::plan_name(plan.plan()), self.scene.theme.faint);
        Rect { width, ..area }
    }

    fn is_marked(&self, plan: &TrackedPlan, place: Place) -> bool {
        let marked = &self.scene.state.marked;
        !marked.is_empty()
            && marked.contains(&RowId::Task(plan.plan().id.clone(), plan.task(place).id.clone()))
    }

    /// What stands at the right of a task: the unit's role, how far it is, how it stands against its deadline.
    fn words(&self, plan: &TrackedPlan, place: Place, room: u16) -> String {
        let standing = plan.standing(place);
        let against = self.against(standing);
        if room < 44 {
            return if standing.timeliness.is_overdue() { against } else { String::new() };
        }
        let mut pieces = Vec::new();
        pieces.extend(self.role(place).filter(|_| room >= 56));
        if standing.periods > 1 && standing.status != Status::Unknown {
            pieces.push(format!("{}/{}", standing.periods_done, standing.periods));
        }
        let is_open = !standing.status.is_closed();
        pieces.extend(standing.percent.filter(|_| is_open).map(|percent| format!("{percent}%")));
        pieces.push(against);
        pieces.retain(|piece| !piece.is_empty());
        pieces.join(&format!(" {} ", self.scene.glyphs.dot))
    }

    fn against(&self, standing: &Standing) -> String {
        let lang = self.scene.lang();
        match (standing.timeliness, standing.deadline) {
            (Timeliness::DoneOnTime | Timeliness::SetAside, _) => String::new(),
            _ if standing.status == Status::Done && standing.deadline.is_none() => String::new(),
            (Timeliness::WithinTerm(_), Some(last)) => words::till(lang, &date::day_month(lang, last)),
            (held, _) => timeliness::in_words(lang, held).into_owned(),
        }
    }

    /// The part of the unit that the list is limited to, where it is not the lead, and the collective that it has it by.
    fn role(&self, place: Place) -> Option<String> {
        let (state, lang) = (self.scene.state, self.scene.lang());
        let task = TaskRef::new(self.row.plan as usize, place);
        let share = state.filter.share(&state.index, task, &self.scene.snapshot.as_of())?;
        let named = state.index.roster().unit(share.unit);
        let role = (share.role != Role::Lead).then(|| role::name(lang, share.role).to_lowercase());
        if conditions::unit(&state.filter).is_none_or(|asked| asked.unit == named.name) {
            return role;
        }
        let via = words::via(lang, named.short.as_ref().unwrap_or(&named.name));
        Some(role.map_or(via.clone(), |role| format!("{role} {via}")))
    }
}

fn fraction(tally: &Tally) -> String {
    match (tally.tasks, tally.unknown) {
        (0, _) => String::new(),
        (tasks, unknown) if unknown == tasks => format!("?/{tasks}"),
        (tasks, 1..) => format!("{}+?/{tasks}", tally.done),
        (tasks, _) => format!("{}/{tasks}", tally.done),
    }
}

fn title_style(scene: Scene<'_>, standing: &Standing) -> Style {
    if standing.status == Status::Cancelled { scene.theme.faint } else { scene.theme.text }
}
