//! Who owes a task, and who has reported.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::writer::Writer;
use crate::domain::{Assignment, Role, Status, UnitStanding};
use crate::locale::{date, role, screen as words, status, when};
use crate::text::{cut_at_word, one_line};
use crate::tui::state::{Pane, checklist};

impl Writer<'_> {
    /// The units by role.
    pub fn units(self) -> Vec<Line<'static>> {
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

    /// The checklist, with a heading that counts.
    pub fn checklist(self) -> Vec<Line<'static>> {
        let scene = self.scene;
        let list = checklist::under_cursor(scene.state, scene.snapshot);
        if list.is_empty() {
            return Vec::new();
        }
        let chosen =
            checklist::unit(scene.state, scene.snapshot).filter(|_| scene.state.focus == Pane::Detail);
        let done = list.iter().filter(|unit| unit.status.is_closed()).count();
        let status = &self.plan.standing(self.place).status;
        let heading = match status {
            Status::Unknown => words::checklist_unread(scene.lang(), list.len()),
            status if status.is_closed() && done < list.len() => {
                words::checklist_whole(scene.lang(), done, list.len())
            }
            _ => words::checklist(scene.lang(), done, list.len()),
        };
        let heading = match self.period_in_words() {
            Some(period) => words::of_period(scene.lang(), &one_line(&period), &heading),
            None => heading,
        };
        let heading = cut_at_word(&heading, self.width).into_owned();
        let mut lines = vec![Line::styled(heading, scene.theme.title)];
        lines.extend(list.iter().map(|unit| self.unit(unit, Some(&unit.unit) == chosen.as_ref())));
        lines
    }

    /// The period that the checklist is of, where the task has several.
    fn period_in_words(self) -> Option<String> {
        let periods = self.plan.periods(self.place, &self.scene.snapshot.as_of());
        let period = checklist::acted_on(&periods).filter(|_| periods.len() > 1)?;
        let timeline = self.plan.outline().timeline(self.plan.plan(), self.place);
        when::period(self.scene.lang(), period.key.as_ref()?, timeline)
    }

    fn unit(self, unit: &UnitStanding, is_chosen: bool) -> Line<'static> {
        let (scene, lang) = (self.scene, self.scene.lang());
        let (mark, style) = scene.status_sign(&unit.status);
        let cursor = if is_chosen { scene.glyphs.cursor } else { " " };
        let mut told = Vec::new();
        if unit.status != Status::Todo {
            let on = unit.on.map(|on| date::day_month(lang, on));
            told.push(status::running(lang, &unit.status, on.as_deref()));
        }
        told.extend(unit.evidence.clone());
        told.extend(unit.note.clone());
        let name_style = if is_chosen { scene.theme.title } else { Style::new() };
        let name = cut_at_word(&one_line(&unit.unit), self.width.saturating_sub(4)).into_owned();
        let room = self.width.saturating_sub(crate::text::width(&name) + 6);
        let told = cut_at_word(&one_line(&told.join("  ")), room).into_owned();
        Line::from(vec![
            Span::styled(cursor, scene.theme.accent),
            Span::styled(format!(" {mark} "), style),
            Span::styled(name, name_style),
            Span::styled(format!("  {told}"), scene.theme.faint),
        ])
    }
}
