//! What is shown where there is nothing to show.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::frame::{Frame, Keys};
use super::{Scene, line};
use crate::locale::screen as words;
use crate::text::{one_line, sanitise, wrap};
use crate::tui::layout;
use crate::tui::state::conditions;

/// A workspace without plans: says how to get some.
pub struct NoPlans<'a>(pub Scene<'a>);

impl Widget for NoPlans<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let (theme, lang) = (scene.theme, scene.lang());
        let title = words::plans(lang);
        Frame { scene, title, keys: Keys::Elsewhere }.draw(area, buf);
        let inner = layout::inner(area);
        let inner = line::skip(inner, 2);
        line::put(buf, line::nth(inner, 1), words::empty_title(lang), theme.title);
        line::put(buf, line::nth(inner, 3), words::empty_import(lang), theme.text);
        line::put(buf, line::nth(inner, 4), words::empty_demo(lang), theme.text);
    }
}

/// A list without rows: why it is empty, and what there is instead of tasks.
pub struct NoRows<'a>(pub Scene<'a>);

impl Widget for NoRows<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let Self(scene) = self;
        let area = line::skip(area, 2);
        for (index, text) in
            wrap(&sanitise(&self.text(area.height)), area.width.into()).into_iter().enumerate()
        {
            line::put(buf, line::nth(area, index), text, scene.theme.faint);
        }
    }
}

impl NoRows<'_> {
    fn text(&self, height: u16) -> String {
        let Self(scene) = self;
        if scene.state.filter.is_empty() && scene.snapshot.damaged().next().is_some() {
            return self.unreadable_files(height.into());
        }
        let plan = conditions::plan(&scene.state.filter);
        let file = scene.snapshot.damaged().find(|file| Some(file.file.as_str()) == plan);
        if let Some(file) = file {
            let place = file.line.map(|row| words::at_line(scene.lang(), row, file.column.unwrap_or(1)));
            let place = place.map_or(String::new(), |place| format!(" ({place})"));
            let what = words::unreadable_file(scene.lang(), &one_line(&file.file));
            return format!("{what}{place}\n\n{}", file.sentence(scene.lang()));
        }
        self.section_text().unwrap_or_else(|| words::nothing_shown(scene.lang()).to_owned())
    }

    /// The files that cannot be read, each with the reason, as many as there are lines for, and where to see more.
    fn unreadable_files(&self, height: usize) -> String {
        let Self(scene) = self;
        let lang = scene.lang();
        let files: Vec<_> = scene.snapshot.damaged().collect();
        let shown = files.len().min((height.saturating_sub(6) / 2).max(1));
        let mut lines = vec![words::unread_files(lang, files.len())];
        lines.extend(
            files[..shown]
                .iter()
                .map(|file| one_line(&format!("{}: {}", file.place(), file.sentence(lang))).into_owned()),
        );
        if shown < files.len() {
            lines.push(words::and_more(lang, files.len() - shown));
        }
        lines.extend([String::new(), words::where_unread(lang).to_owned()]);
        lines.join("\n")
    }

    /// The paragraphs of a section that holds no tasks.
    fn section_text(&self) -> Option<String> {
        let Self(scene) = self;
        let filter = &scene.state.filter;
        let plan = scene.snapshot.plan(conditions::plan(filter)?)?.plan();
        let section =
            plan.sections.iter().find(|section| Some(section.id.as_str()) == conditions::section(filter))?;
        let is_empty = section.tasks.is_empty() && !section.text.is_empty();
        is_empty.then(|| section.text.join("\n\n"))
    }
}
