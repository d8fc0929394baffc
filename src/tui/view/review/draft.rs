//! The pane of the draft: the plan's own fields, its sections, its tasks, each with how far it was looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::ReviewView;
use crate::import::review::{Field, Row, Spot};
use crate::locale::{review as words, section, when};
use crate::tui::layout;
use crate::tui::state::review::Pane;
use crate::tui::view::frame::{self, Frame, Keys};
use crate::tui::view::line;

/// The pane.
pub struct Draft<'a>(pub &'a ReviewView<'a>);

/// From so many columns on a task's time stands behind its title.
const WITH_TIME: u16 = 44;

/// What stands on a row: the name in front, the words, and what is said at the right.
struct Written {
    label: String,
    text: String,
    aside: String,
    style: Style,
}

impl Widget for Draft<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let ReviewView { scene, desk } = *self.0;
        let keys = self.0.keys(Pane::Draft);
        Frame { scene, title: &self.title(), keys }.draw(area, buf);
        let inner = layout::inner(area);
        let (rows, changes) = (desk.rows(), desk.changes());
        for (index, row) in rows.iter().skip(desk.top.row).take(inner.height.into()).enumerate() {
            let place = line::nth(inner, index);
            if row.spot == desk.at {
                let glyphs = scene.glyphs;
                let sign = if keys == Keys::Here { glyphs.cursor } else { glyphs.cursor_away };
                frame::set(buf, place.x, place.y, sign, scene.theme.accent);
            }
            let is_changed = changes.on(&row.spot).next().is_some();
            self.row(row, is_changed, line::skip(place, 1), buf);
        }
    }
}

impl Draft<'_> {
    /// How far it was looked through, and what is doubtful still.
    fn title(&self) -> String {
        let ReviewView { scene, desk } = *self.0;
        let (all, checked) = (desk.rows().len(), desk.review.sheet().checked.len());
        let said = words::draft(scene.lang(), checked, all);
        match desk.doubtful().len() {
            0 => said,
            count => format!("{said} {} {}", scene.glyphs.dot, words::doubts(scene.lang(), count)),
        }
    }

    fn row(&self, row: &Row, is_changed: bool, place: Rect, buf: &mut Buffer) {
        let ReviewView { scene, desk } = *self.0;
        let (theme, sheet) = (scene.theme, desk.review.sheet());
        let (sign, style) = if sheet.is_doubtful(&row.spot) {
            ("!", theme.soon)
        } else if sheet.checked.contains(&row.spot) {
            (scene.glyphs.done, theme.done)
        } else if is_changed {
            ("~", theme.doing)
        } else if sheet.is_unsure(&row.spot) {
            ("?", theme.soon)
        } else {
            (scene.glyphs.todo, theme.faint)
        };
        line::put(buf, place, sign, style);
        let place = line::skip(place, 2);
        let Some(Written { label, text, aside, style }) = self.written(&row.spot) else { return };
        let indent = u16::try_from(row.depth.saturating_mul(2)).unwrap_or(u16::MAX).min(place.width / 3);
        let mut place = line::skip(place, indent);
        place.width = place.width.saturating_sub(1);
        if !aside.is_empty() && place.width >= WITH_TIME {
            let width = place.width * 2 / 5;
            let room = Rect { x: place.right() - width, width, ..place };
            place.width -= line::put_right(buf, room, &aside, theme.faint) + 2;
        }
        line::put_all(buf, place, [(&*label, theme.faint), (" ", theme.text), (&*text, style)]);
    }

    fn written(&self, spot: &Spot) -> Option<Written> {
        let ReviewView { scene, desk } = *self.0;
        let (lang, theme, sheet) = (scene.lang(), scene.theme, desk.review.sheet());
        match spot {
            Spot::Head(field) => {
                let text = sheet.written(spot, *field, lang)?;
                let (text, style) = if text.is_empty() {
                    (words::not_told(lang).to_owned(), theme.faint)
                } else {
                    (text, if *field == Field::Title { theme.title } else { theme.text })
                };
                let label = format!("{:<8}", field.name(lang));
                Some(Written { label, text, aside: String::new(), style })
            }
            Spot::Section(id) => {
                let held = sheet.plan.sections.iter().find(|section| section.id == *id)?;
                let count = held.text.len();
                let kind = section::name(lang, held.kind).to_owned();
                let aside = match count {
                    0 => kind,
                    _ => format!("{kind}, {}", words::paragraphs(lang, count)),
                };
                let (label, text) = (held.number.clone(), held.title.clone());
                Some(Written { label, text, aside, style: theme.title })
            }
            Spot::Task(id) => {
                let task = sheet.plan.task(id)?;
                let times: Vec<_> = task.timeline.iter().map(|entry| when::entry(lang, entry)).collect();
                let (label, text) = (task.number.clone(), task.title.clone());
                Some(Written { label, text, aside: times.join("; "), style: theme.text })
            }
        }
    }
}
