//! The detail of the plan under the cursor: what it is called, who issued it, and what it is to other documents.

use ratatui::text::{Line, Span};

use crate::domain::Plan;
use crate::locale::command as words;
use crate::text::{one_line, wrap};
use crate::tui::scene::Scene;

/// The lines of the pane, set for a width.
#[must_use]
pub fn lines(scene: Scene<'_>, plan: &Plan, width: usize) -> Vec<Line<'static>> {
    let lang = scene.lang();
    let title = one_line(&plan.title);
    let title = wrap(title.trim(), width.max(1)).into_iter().map(|row| Line::raw(row.to_owned()));
    let issuer = (words::issued_by(lang), plan.issuer.clone());
    let labelled = std::iter::once(issuer).chain(scene.snapshot.relations(lang, plan));
    let told = labelled.filter(|(_, text)| !text.trim().is_empty());
    title.chain(told.flat_map(|(label, text)| self::labelled(scene, label, &text, width))).collect()
}

/// A label and its text, wrapped as one.
fn labelled(scene: Scene<'_>, label: &'static str, text: &str, width: usize) -> Vec<Line<'static>> {
    let text = format!("{label}: {}", one_line(text).trim());
    let style = scene.theme.faint;
    let row = |(index, row): (usize, &str)| match row.strip_prefix(label).filter(|_| index == 0) {
        Some(rest) => Line::from(vec![Span::styled(label, style), Span::raw(rest.to_owned())]),
        None => Line::raw(row.to_owned()),
    };
    wrap(&text, width.max(1)).into_iter().enumerate().map(row).collect()
}
