//! The times of a task, as worded and as understood.

use ratatui::text::{Line, Span};

use super::writer::{LABEL, Writer};
use crate::domain::{Entry, PeriodStanding, Status};
use crate::locale::{date, screen as words, status, timeliness, when};
use crate::text::{one_line, wrap};

impl Writer<'_> {
    /// The times, as worded and as understood, each with how it stands.
    pub fn times(self) -> Vec<Line<'static>> {
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
            scene.status_sign(&period.status)
        };
        let mut pieces = Vec::new();
        pieces.extend(period.last.map(|last| words::till(lang, &date::day(lang, last))));
        let on = period.on.filter(|_| period.status.is_closed()).map(|on| date::day_month(lang, on));
        pieces.push(status::running(lang, &period.status, on.as_deref()));
        pieces.extend(
            period.percent.filter(|_| !period.status.is_closed()).map(|percent| format!("{percent}%")),
        );
        let is_known = period.status != Status::Unknown;
        if is_known && (period.last.is_some() || !period.status.is_closed()) {
            pieces.push(timeliness::in_words(lang, period.timeliness).into_owned());
        }
        pieces.extend(period.evidence.clone());
        pieces.extend(period.first_last.map(|first| match (period.moves, date::day(lang, first)) {
            (1, first) => words::moved_once(lang, &first),
            (moves, first) => words::moved(lang, moves, &first),
        }));
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
}
