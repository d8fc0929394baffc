//! The side panes: plans, sections and units, each row a filter with its count.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::{Scene, line};
use crate::domain::{Plan, Section};
use crate::locale::screen as words;
use crate::query::Count;
use crate::tui::layout::Side;
use crate::tui::state::{Pane, conditions};

/// The column of three panes in one frame.
pub struct Panes<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Where each stands.
    pub side: Side,
}

impl Widget for Panes<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self { scene, side } = self;
        let frame = |pane| Frame { scene, title: title(scene, pane), keys: Keys::of(scene, pane) };
        frame(Pane::Plans).draw(area, buf);
        frame(Pane::Sections).divide(area, side.sections.y.saturating_sub(1), buf);
        frame(Pane::Units).divide(area, side.units.y.saturating_sub(1), buf);
        for (pane, area) in
            [(Pane::Plans, side.plans), (Pane::Sections, side.sections), (Pane::Units, side.units)]
        {
            SidePane { scene, pane }.render(area, buf);
        }
    }
}

/// The name of a pane.
#[must_use]
pub fn title(scene: Scene<'_>, pane: Pane) -> &'static str {
    match pane {
        Pane::Plans => words::plans(scene.lang()),
        Pane::Sections => words::sections(scene.lang()),
        Pane::Units => words::units(scene.lang()),
        Pane::List | Pane::Detail => words::tasks(scene.lang()),
    }
}

/// The name of a plan in a narrow column: its number, else its title, else its id.
#[must_use]
pub fn plan_name(plan: &Plan) -> &str {
    let number = plan.number.as_deref().filter(|number| !number.trim().is_empty());
    number.unwrap_or_else(|| plan_title(plan))
}

/// The title of a plan; of one without a title, who issued it, else its id.
#[must_use]
pub fn plan_title(plan: &Plan) -> &str {
    let names = [&plan.title, &plan.issuer, &plan.id];
    names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or(&plan.id)
}

fn plan_position(scene: Scene<'_>, id: &str) -> Option<usize> {
    scene.snapshot.plans.binary_search_by(|plan| plan.plan().id.as_str().cmp(id)).ok()
}

/// The rows of one pane, without a frame.
pub struct SidePane<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Which of the three.
    pub pane: Pane,
}

/// The columns of the number of late tasks.
const LATE: u16 = 4;

/// A row: what it is called, what it counts.
struct Row<'a> {
    name: Vec<Cow<'a, str>>,
    count: String,
    overdue: u32,
    style: Style,
}

impl Widget for SidePane<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        if self.pane == Pane::Sections && self.plan().is_none() {
            let text = words::choose_a_plan(self.scene.lang());
            line::put(buf, line::skip(area, 2), text, self.scene.theme.faint);
            return;
        }
        let at = self.at();
        let top = top(at, area.height.into());
        let last = self.count().min(top + usize::from(area.height));
        for index in top..last {
            self.draw(&self.row(index), index == at, line::nth(area, index - top), buf);
        }
    }
}

/// The first row in a window of so many lines: it moves in jumps of half of them.
fn top(at: usize, height: usize) -> usize {
    let half = (height / 2).max(1);
    if at < height { 0 } else { (at / half).saturating_sub(1) * half }
}

impl<'a> SidePane<'a> {
    fn plan(&self) -> Option<&'a Plan> {
        let plan = conditions::plan(&self.scene.state.filter).and_then(|id| self.scene.snapshot.plan(id));
        plan.map(|plan| plan.plan())
    }

    /// The rows, the one for everything included.
    fn count(&self) -> usize {
        let snapshot = self.scene.snapshot;
        1 + match self.pane {
            Pane::Plans => snapshot.plans.len() + snapshot.damaged().count(),
            Pane::Sections => self.plan().map_or(0, |plan| plan.sections.len()),
            _ => self.scene.state.counts.units.len(),
        }
    }

    /// The row of the filter in force.
    fn at(&self) -> usize {
        let (state, snapshot) = (self.scene.state, self.scene.snapshot);
        let found = match self.pane {
            Pane::Plans => conditions::plan(&state.filter).and_then(|id| {
                let files = || snapshot.damaged().position(|file| file.file == id);
                let plan = plan_position(self.scene, id);
                plan.or_else(|| files().map(|index| snapshot.plans.len() + index))
            }),
            Pane::Sections => conditions::section(&state.filter).and_then(|id| {
                self.plan().and_then(|plan| plan.sections.iter().position(|section| section.id == id))
            }),
            _ => conditions::unit(&state.filter).and_then(|asked| {
                let roster = state.index.roster();
                state.counts.units.iter().position(|unit| roster.unit(*unit).name == asked.unit)
            }),
        };
        found.map_or(0, |index| index + 1)
    }

    fn row(&self, index: usize) -> Row<'a> {
        let (state, snapshot, theme) = (self.scene.state, self.scene.snapshot, self.scene.theme);
        let Some(index) = index.checked_sub(1) else {
            let name = vec![words::everything(self.scene.lang()).into()];
            return Row { name, count: String::new(), overdue: 0, style: theme.text };
        };
        match self.pane {
            Pane::Plans => snapshot.plans.get(index).map_or_else(
                || self.damaged(index),
                |plan| {
                    let percent =
                        plan.tally().percent().map_or(String::new(), |percent| format!("{percent}%"));
                    let held = state.counts.facets.plan(index);
                    let mark = self.scene.journal_mark(plan);
                    let percent = mark.map_or(percent.clone(), |mark| format!("{} {percent}", &mark[..1]));
                    let name = self.told_apart(plan.plan());
                    counted(name, held, percent.trim_end().to_owned(), theme.text)
                },
            ),
            Pane::Sections => self.section(index),
            _ => {
                let unit = state.counts.units[index];
                let held = state.counts.facets.unit(unit);
                let named = state.index.roster().unit(unit);
                let name = named.short.as_ref().unwrap_or(&named.name);
                let shown = held.shown.tasks;
                let held = Count { total: shown, ..*held };
                counted(vec![name.into()], &held, shown.to_string(), theme.text)
            }
        }
    }

    /// The name of a plan; before one that begins like another year's, the year.
    fn told_apart(&self, plan: &'a Plan) -> Vec<Cow<'a, str>> {
        /// So many letters of a name are always in sight.
        const SEEN: usize = 16;
        let begins = |plan: &Plan| plan_name(plan).chars().take(SEEN).collect::<String>();
        let own = begins(plan);
        let is_alike = |other: &Plan| other.year != plan.year && begins(other) == own;
        if self.scene.snapshot.plans.iter().any(|other| is_alike(other.plan())) {
            return vec![format!("{} ", plan.year).into(), plan_name(plan).into()];
        }
        vec![plan_name(plan).into()]
    }

    fn damaged(&self, index: usize) -> Row<'a> {
        let file = self.scene.snapshot.damaged().nth(index - self.scene.snapshot.plans.len());
        let name = file.map_or("", |file| &file.file);
        Row {
            name: vec!["! ".into(), name.into()],
            count: String::new(),
            overdue: 0,
            style: self.scene.theme.overdue,
        }
    }

    fn section(&self, index: usize) -> Row<'a> {
        let theme = self.scene.theme;
        let section: Option<&'a Section> = self.plan().and_then(|plan| plan.sections.get(index));
        let Some(section) = section else {
            return Row { name: Vec::new(), count: String::new(), overdue: 0, style: theme.text };
        };
        let gap = if section.number.is_empty() { "" } else { " " };
        let name = vec![section.number.as_str().into(), gap.into(), section.title.as_str().into()];
        let position = self.plan().and_then(|plan| plan_position(self.scene, &plan.id)).unwrap_or(0);
        let held = self.scene.state.counts.facets.section(position, index);
        if held.total == 0 {
            return Row { name, count: String::new(), overdue: 0, style: theme.faint };
        }
        let whole = format!("{}/{}", held.shown.done, held.total);
        counted(name, held, whole, theme.text)
    }

    fn draw(&self, row: &Row<'_>, is_chosen: bool, area: Rect, buf: &mut Buffer) {
        let (theme, glyphs) = (self.scene.theme, self.scene.glyphs);
        if is_chosen {
            frame::cursor(self.scene, self.pane, area, buf);
        }
        let area = line::skip(area, 2);
        let mut room = Rect { width: area.width.saturating_sub(1), ..area };
        // Late ones have a column of their own, so that the counts stand in one.
        let late = line::skip(room, room.width.saturating_sub(LATE));
        if row.overdue > 0 {
            let text = format!("{}{}", glyphs.overdue, row.overdue);
            line::put_right(buf, late, &text, theme.overdue);
        }
        room.width = room.width.saturating_sub(LATE);
        if !row.count.is_empty() {
            room.width -= line::put_right(buf, room, &row.count, theme.faint);
            room.width = room.width.saturating_sub(1);
        }
        let style = if is_chosen { row.style.patch(theme.title) } else { row.style };
        line::put(buf, room, &row.name.concat(), style);
    }
}

/// A row of tasks. Where a filter hides some of them, it says how many of how many are shown.
fn counted<'a>(name: Vec<Cow<'a, str>>, held: &Count, whole: String, style: Style) -> Row<'a> {
    let shown = held.shown.tasks;
    let count = if shown == held.total { whole } else { format!("{shown} ({})", held.total) };
    Row { name, count, overdue: held.shown.overdue, style }
}
