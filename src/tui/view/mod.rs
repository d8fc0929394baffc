//! The Plans screen as it is drawn: borrowed structs that draw themselves and change nothing.

mod agenda;
mod conflicts;
mod detail;
mod dialog;
mod draft;
mod empty;
mod footer;
mod frame;
mod header;
mod help;
mod line;
mod list;
mod palette;
mod picker;
mod quarters;
mod review;
mod side;
mod strip;
mod task_row;
mod timeline;
mod workload;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::layout::Layout;
use super::scene::Scene;
use super::state::layer::Layer;
use super::state::review::Desk;
use super::state::screen::Screen;
use super::state::{Pane, Phase};
use crate::locale::{review as review_words, screen as words};
use crate::text::one_line;
use crate::text::wrap;

impl Widget for Scene<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        // The window may have shrunk since the state was told of it.
        let layout = self
            .state
            .layout()
            .filter(|_| area.width >= self.state.size.width && area.height >= self.state.size.height);
        let Some(layout) = layout else {
            for (index, text) in
                wrap(words::too_small(self.lang()), area.width.into()).into_iter().enumerate()
            {
                line::put(buf, line::nth(area, index), text, self.theme.text);
            }
            return;
        };
        header::Header(self).render(layout.header, buf);
        match self.state.phase {
            Phase::Reading => {
                line::put(buf, layout.rows(), words::reading(self.lang()), self.theme.faint);
            }
            Phase::Ready | Phase::Leaving if self.has_nothing() => {
                empty::NoPlans(self).render(layout.list, buf);
            }
            Phase::Ready | Phase::Leaving => match self.state.screen {
                Screen::Plans => self.panes(&layout, buf),
                Screen::Workload => workload::WorkloadView(self).render(area, buf),
                Screen::Agenda => agenda::AgendaView(self).render(area, buf),
            },
        }
        footer::Footer(self).render(layout.hints, buf);
        self.over(&layout, area, buf);
    }
}

impl Scene<'_> {
    /// Whether there is neither a plan nor a file that cannot be read.
    fn has_nothing(self) -> bool {
        self.snapshot.plans.is_empty() && self.snapshot.damaged().next().is_none()
    }

    fn panes(self, layout: &Layout, buf: &mut Buffer) {
        list::List { scene: self, cells: layout.cells }.render(layout.list, buf);
        if let Some(area) = layout.timeline {
            timeline::Timeline(self).render(area, buf);
        }
        if let Some(side) = layout.side {
            side::Panes { scene: self, side }.render(side.frame, buf);
        }
        if let Some(area) = layout.strip {
            strip::Strip(self).render(area, buf);
        }
        if let Some(area) = layout.detail {
            detail::Detail(self).render(area, buf);
        }
        match self.state.focus {
            Pane::Detail if layout.detail.is_none() => {
                frame::cover(layout.list, buf);
                detail::Detail(self).render(layout.list, buf);
            }
            // What opens over it would leave its edge standing.
            _ if matches!(
                self.state.layer,
                Some(
                    Layer::Units(_)
                        | Layer::Palette(_)
                        | Layer::Help(_)
                        | Layer::Conflicts
                        | Layer::TakeAll(_)
                )
            ) || self.state.review.is_some() => {}
            Pane::Plans | Pane::Sections | Pane::Units if layout.side.is_none() => {
                strip::Drop(self).render(layout.list, buf);
            }
            _ => {}
        }
    }

    /// What is said of the line that is typed, or of what failed.
    fn above_the_last_line(self, layout: &Layout, buf: &mut Buffer) {
        let above = Rect { y: layout.hints.y - 1, ..layout.hints };
        let notices = &self.state.notices;
        match (&self.state.layer, &notices.toast) {
            (
                Some(
                    Layer::WriteOut(_)
                    | Layer::Document(_)
                    | Layer::Namesake(_)
                    | Layer::Correct(_)
                    | Layer::Add(_)
                    | Layer::Seek(_)
                    | Layer::Export(_),
                ),
                Some(toast),
            ) => {
                dialog::Refusal { scene: self, reason: &toast.text }.render(above, buf);
            }
            (Some(Layer::Namesake(dialog)), None) => {
                let reason = review_words::maybe_copy_of(self.lang(), &dialog.ids.join(", "));
                dialog::Refusal { scene: self, reason: &reason }.render(above, buf);
            }
            _ if notices.failure.is_some() || !notices.unsaved.is_empty() => {
                dialog::Failure(self).render(above, buf);
            }
            (None, _) if !self.state.conflicts.open.is_empty() => {
                conflicts::Call(self).render(above, buf);
            }
            (Some(Layer::Correct(correction)), None) => {
                if let Some(reason) = dialog::hint(self, correction) {
                    dialog::Refusal { scene: self, reason: &reason }.render(above, buf);
                }
            }
            (Some(Layer::Add(_)), None) => {
                dialog::Refusal { scene: self, reason: review_words::hint_new(self.lang()) }
                    .render(above, buf);
            }
            (Some(Layer::Prompt(_)), Some(toast)) => {
                dialog::Refusal { scene: self, reason: &toast.text }.render(above, buf);
            }
            _ => {}
        }
    }

    /// What lies over the panes.
    fn over(self, layout: &Layout, area: Rect, buf: &mut Buffer) {
        if let Some(desk) = &self.state.review {
            review::ReviewView { scene: self, desk }.render(area, buf);
        }
        self.above_the_last_line(layout, buf);
        let agrees = words::enter_agrees(self.lang());
        match &self.state.layer {
            Some(Layer::Help(help)) => help::HelpView { scene: self, help }.render(area, buf),
            Some(Layer::Units(picker)) => picker::PickerView { scene: self, picker }.render(area, buf),
            Some(Layer::Palette(palette)) => palette::PaletteView { scene: self, palette }.render(area, buf),
            Some(Layer::Confirm(question)) => {
                let text = dialog::change(self.lang(), question);
                dialog::Confirm { scene: self, text: &text, keys: agrees }.render(area, buf);
            }
            Some(Layer::TakeBack(question)) => {
                let text = dialog::take_back(self.lang(), question);
                dialog::Confirm { scene: self, text: &text, keys: agrees }.render(area, buf);
            }
            Some(Layer::GiveUp(then)) => {
                let text = dialog::give_up(self.lang(), *then, self.state.notices.unsaved.len());
                let keys = words::y_agrees(self.lang());
                dialog::Confirm { scene: self, text: &text, keys }.render(area, buf);
            }
            Some(Layer::Conflicts) => {
                conflicts::ConflictsView(self).render(area, buf);
                if self.state.notices.failure.is_some() {
                    let above = Rect { y: layout.hints.y - 1, ..layout.hints };
                    dialog::Failure(self).render(above, buf);
                }
            }
            Some(Layer::TakeAll(taking)) => {
                conflicts::ConflictsView(self).render(area, buf);
                let text = conflicts::take_all(self.lang(), taking.side, taking.chosen.len());
                dialog::Confirm { scene: self, text: &text, keys: agrees }.render(area, buf);
            }
            Some(Layer::Draft) => draft::DraftView(self).render(area, buf),
            Some(Layer::TakeUp(proposed)) => {
                let at = proposed.kept.as_ref().map(|kept| review_words::moment(self.lang(), kept.at));
                let text = review_words::ask_take_up(self.lang(), &at.unwrap_or_default());
                let keys = review_words::take_up_keys(self.lang());
                dialog::Confirm { scene: self, text: &text, keys }.render(area, buf);
            }
            Some(Layer::SaveDoubtful(count)) => {
                let text = review_words::ask_save(self.lang(), *count);
                dialog::Confirm { scene: self, text: &text, keys: agrees }.render(area, buf);
            }
            Some(Layer::Split(split)) => {
                let lines = split.places.iter().map(|place| one_line(&split.wording[*place..]).into_owned());
                let (title, keys) =
                    (review_words::split_title(self.lang()), review_words::split_keys(self.lang()));
                let (lines, chosen) = (lines.collect(), split.chosen);
                review::PickView { scene: self, title, keys, lines, chosen }.render(area, buf);
            }
            Some(Layer::Same(same)) => {
                let lines = same.choices.iter().map(|(_, name)| name.clone()).collect();
                let (title, keys) =
                    (review_words::same_title(self.lang()), review_words::same_keys(self.lang()));
                review::PickView { scene: self, title, keys, lines, chosen: same.chosen }.render(area, buf);
            }
            Some(Layer::Changes(chosen)) => {
                let changes = self.state.review.as_deref().map(Desk::changes).unwrap_or_default();
                let told = changes.all().iter().map(|(_, change)| change.text(self.lang()));
                let lines = told.map(|text| one_line(&text).into_owned()).collect();
                let (title, keys) =
                    (review_words::changes_title(self.lang()), review_words::changes_keys(self.lang()));
                review::PickView { scene: self, title, keys, lines, chosen: *chosen }.render(area, buf);
            }
            Some(
                Layer::Search(_)
                | Layer::Prompt(_)
                | Layer::WriteOut(_)
                | Layer::Document(_)
                | Layer::Namesake(_)
                | Layer::Correct(_)
                | Layer::Add(_)
                | Layer::Export(_)
                | Layer::Seek(_)
                | Layer::Review,
            )
            | None => {}
        }
    }
}

#[cfg(test)]
mod sweep;
#[cfg(test)]
mod tests;
