//! The side panes of a narrow window: one line, and the pane in focus laid over the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{self, Frame, Keys};
use super::side::{self, SidePane};
use super::{Scene, line};
use crate::locale::screen as words;
use crate::tui::layout;
use crate::tui::state::{Pane, conditions};

/// The line.
pub struct Strip<'a>(pub Scene<'a>);

impl Widget for Strip<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (theme, filter, lang) = (scene.theme, &scene.state.filter, scene.lang());
        let plan = conditions::plan(filter).and_then(|id| scene.snapshot.plan(id)).map(|plan| plan.plan());
        let section = plan.and_then(|plan| {
            plan.sections.iter().find(|section| Some(section.id.as_str()) == conditions::section(filter))
        });
        let section = section.map(|section| format!("{} {}", section.number, section.title));
        let unit = conditions::unit(filter).map(|unit| scene.snapshot.directory.short(&unit.unit));
        let cells = [
            (Pane::Plans, plan.map(side::plan_name).or(conditions::plan(filter)), words::every_plan(lang)),
            (Pane::Sections, section.as_deref().map(str::trim), words::every_section(lang)),
            (Pane::Units, unit, words::every_unit(lang)),
        ];
        let width = area.width / 3;
        for (index, (pane, chosen, everything)) in (0..).zip(cells) {
            let cell = Rect { x: area.x + index * width, width: width.saturating_sub(1), ..area };
            let style = match chosen {
                _ if scene.state.focus == pane => theme.accent,
                Some(_) => theme.title,
                None => theme.faint,
            };
            let sign = if scene.state.focus == pane { scene.glyphs.unfolded } else { scene.glyphs.folded };
            line::put_all(
                buf,
                cell,
                [(" ", style), (sign, style), (" ", style), (chosen.unwrap_or(everything), style)],
            );
        }
    }
}

/// The pane in focus, laid over the list below its place in the line.
pub struct Drop<'a>(pub Scene<'a>);

impl Widget for Drop<'_> {
    fn render(self, list: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let pane = scene.state.focus;
        let third = match pane {
            Pane::Plans => 0,
            Pane::Sections => 1,
            _ => 2,
        };
        let width = list.width.min(34);
        let x = (list.x + third * (list.width / 3)).min(list.right() - width);
        let area = Rect { x, width, ..list };
        frame::cover(area, buf);
        Frame { scene, title: side::title(scene, pane), keys: Keys::of(scene, pane) }.draw(area, buf);
        SidePane { scene, pane }.render(layout::inner(area), buf);
    }
}
