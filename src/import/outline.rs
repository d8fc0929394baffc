//! The items of a section as a tree: marks decide who hangs under whom, attribute lines go to the item above them.

use super::assignments;
use super::ending;
use super::labels::{self, LabelKind, Labelled};
use super::marker::{self, Marker, Style};
use super::paragraph::{Paragraph, is_finished};
use super::period::names_period;
use super::table::{self, Column, Row, Table};
use super::trace::{Clause, Sureness};
use crate::text::fold;

/// An item of a section, or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Item {
    /// As printed; empty for a group row without a number.
    pub number: String,
    /// Its wording: its own paragraph, then those that follow it without a mark.
    pub paragraphs: Vec<Clause>,
    /// What attribute lines and columns say about it.
    pub attributes: Vec<Attribute>,
    /// Its first and last line in the source, those of its attributes included.
    pub lines: (u32, u32),
    /// The items under it.
    pub items: Vec<Item>,
}

/// What an attribute line or a column says about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    /// What it is about.
    pub kind: LabelKind,
    /// The label as printed.
    pub label: String,
    /// What it says: usually one piece, several where points stand under the label.
    pub values: Vec<Clause>,
}

/// What a section holds: the tree of its items, and the paragraphs that belong to none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Outline {
    /// The items of the first level.
    pub items: Vec<Item>,
    /// Paragraphs before the first item, and the closing ones.
    pub loose: Vec<Clause>,
}

/// Builds an outline from paragraphs and tables in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Builder {
    outline: Outline,
    open: Vec<Open>,
    label: Option<OpenLabel>,
    /// What seem to be the closing words: if an item follows after all, they are the last one's.
    closing: Vec<Paragraph>,
    /// The marks that attribute lines carry in this section, by those of the items that they stand under.
    habits: Vec<(Style, Style)>,
    /// How many of the open items the rows of the table at hand hang under.
    floor: usize,
}

/// An item that others may still hang under.
#[derive(Debug)]
struct Open {
    style: Style,
    item: Item,
    /// The mark of its attribute lines: another with it is its own, however deep the items between.
    labels: Option<Style>,
    /// Whether it is a row of a table.
    row: bool,
}

/// An attribute line whose value may go on below it.
#[derive(Debug, Clone, Copy)]
struct OpenLabel {
    kind: LabelKind,
    sureness: Sureness,
    style: Option<Style>,
    /// Whether nothing stood behind its colon.
    empty: bool,
}

impl Builder {
    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        if let Some(labelled) = labels::recognise(&paragraph.text)
            && self.attribute(paragraph, labelled)
        {
            return;
        }
        if self.is_value(paragraph) {
            self.add_value(paragraph);
            return;
        }
        match &paragraph.marker {
            Some(marker) => self.item(marker, paragraph),
            None => self.unmarked(paragraph),
        }
    }

    /// Adds the rows of a table.
    pub(super) fn table(&mut self, table: &Table) {
        let Some(content) = table.content() else { return };
        self.go_on();
        self.label = None;
        self.floor = self.open.iter().take_while(|open| !open.style.is_bullet() && !open.row).count();
        self.close_to(self.floor);
        for row in &table.rows {
            self.row(table, row, content);
        }
        self.floor = 0;
    }

    /// Adds what stands between the items and is nobody's, so that none of it is read as their time or unit.
    pub(super) fn aside(&mut self, said: &[Clause]) {
        self.label = None;
        self.outline.loose.extend_from_slice(said);
    }

    /// The outline of all that was added.
    pub(super) fn finish(mut self) -> Outline {
        self.close_to(0);
        self.outline.loose.extend(self.closing.iter().map(Paragraph::clause));
        self.outline
    }

    /// Adds an attribute to the item that it stands under; `false` where there is none.
    fn attribute(&mut self, paragraph: &Paragraph, labelled: Labelled<'_>) -> bool {
        if paragraph.marker.is_none() && !self.closing.is_empty() {
            return false;
        }
        self.go_on();
        let habitual = paragraph.style().and_then(|style| self.habitual(style));
        let by_mark = || paragraph.style().map(|style| self.depth_for(style));
        let keep = habitual.or_else(by_mark).unwrap_or_else(|| self.depth_unmarked());
        if keep == 0 {
            return false;
        }
        // Without a mark it may as well speak for the last point as for the item above.
        let is_above = (paragraph.marker.is_none() || habitual.is_some()) && keep < self.open.len();
        let sureness = if is_above { Sureness::Likely } else { labelled.sureness };
        self.close_to(keep);
        let Some(Open { item: owner, labels, style, .. }) = self.open.last_mut() else { return false };
        *labels = paragraph.style().or(*labels);
        self.habits.extend(paragraph.style().map(|mark| (*style, mark)));
        let value = Clause { said: labelled.value.to_owned(), ..paragraph.clause() };
        let values = if labelled.value.is_empty() { Vec::new() } else { vec![value.at_most(sureness)] };
        let (kind, style, empty) = (labelled.kind, paragraph.style(), values.is_empty());
        self.label = Some(OpenLabel { kind, sureness, style, empty });
        owner.lines.1 = owner.lines.1.max(paragraph.lines.1);
        owner.attributes.push(Attribute { kind: labelled.kind, label: labelled.label.to_owned(), values });
        true
    }

    /// How deep an attribute line stands whose mark is that of such lines under items further out: behind the points of an
    /// item that has none of its own, and none beside it has, it speaks for the item that has all of these.
    fn habitual(&self, mark: Style) -> Option<usize> {
        let owner = self.open.iter().rposition(|open| self.habits.contains(&(open.style, mark)))?;
        let inner = &self.open[owner + 1..];
        let behind_points = inner.len() > 1 && inner.last().is_some_and(|open| open.style.is_bullet());
        let is_bullet = inner.iter().any(|open| open.style == mark);
        let earlier = &self.open[owner].item.items;
        let mut beside = earlier.iter().chain(inner.iter().map(|open| &open.item));
        let bare = !earlier.is_empty() && beside.all(|item| item.attributes.is_empty());
        (behind_points && !is_bullet && bare).then_some(owner + 1)
    }

    /// How deep an attribute line without a mark stands: under several points that carry none of their own it speaks for
    /// the item above them, else for the last one.
    fn depth_unmarked(&self) -> usize {
        let [.., Open { item: parent, .. }, Open { item: last, style, .. }] = &self.open[..] else {
            return self.open.len();
        };
        let points = matches!(style, Style::Letter | Style::Enclosed | Style::Bullet(_));
        let bare = parent.items.iter().chain([last]).all(|item| item.attributes.is_empty());
        self.open.len() - usize::from(points && bare && !parent.items.is_empty())
    }

    /// Whether a paragraph goes on with the value of the attribute line above it. Points under the label of the task's
    /// own wording are tasks, not values.
    fn is_value(&self, paragraph: &Paragraph) -> bool {
        let Some(label) = self.label else { return false };
        match paragraph.style() {
            None => label.empty,
            Some(_) if label.kind == LabelKind::Content => false,
            Some(style) => {
                self.depth_for(style) == self.open.len() && label.style != Some(style) && style.is_bullet()
            }
        }
    }

    fn add_value(&mut self, paragraph: &Paragraph) {
        let (Some(Open { item: owner, .. }), Some(label)) = (self.open.last_mut(), self.label) else {
            return;
        };
        owner.lines.1 = paragraph.lines.1;
        if let Some(attribute) = owner.attributes.last_mut() {
            attribute.values.push(paragraph.clause().at_most(label.sureness));
        }
    }

    fn item(&mut self, marker: &Marker, paragraph: &Paragraph) {
        self.go_on();
        self.label = None;
        self.close_to(self.depth_for(marker.style));
        let item = Item {
            number: marker.label.clone(),
            paragraphs: vec![paragraph.clause()],
            lines: paragraph.lines,
            ..Item::default()
        };
        self.open.push(Open { style: marker.style, item, labels: None, row: false });
    }

    fn unmarked(&mut self, paragraph: &Paragraph) {
        self.label = None;
        if names_period(&paragraph.text) || self.is_unit_heading(paragraph) {
            let unnumbered = Marker { style: Style::Capital, label: String::new(), ordinal: 0 };
            let likely =
                Paragraph { sureness: paragraph.sureness.min(Sureness::Likely), ..paragraph.clone() };
            self.item(&unnumbered, &likely);
            return;
        }
        if !self.closing.is_empty() || self.is_closing(&paragraph.text) {
            self.closing.push(paragraph.clone());
            return;
        }
        self.goes_on(paragraph);
    }

    /// Adds a paragraph to the item above it, which is no row of a table; without one it is nobody's.
    fn goes_on(&mut self, paragraph: &Paragraph) {
        self.close_to(self.open.iter().take_while(|open| !open.row).count());
        match self.open.last_mut() {
            Some(Open { item, .. }) => {
                item.lines.1 = paragraph.lines.1;
                item.paragraphs.push(paragraph.clause());
            }
            None => self.outline.loose.push(paragraph.clause()),
        }
    }

    /// The section goes on: what seemed to be the closing words belongs to the item above it.
    fn go_on(&mut self) {
        for paragraph in std::mem::take(&mut self.closing) {
            self.goes_on(&paragraph);
        }
    }

    /// Whether a paragraph only names units before a colon, over their points, in a section without numbers.
    fn is_unit_heading(&self, paragraph: &Paragraph) -> bool {
        let beside = self
            .open
            .first()
            .is_none_or(|Open { style, item, .. }| *style == Style::Capital && item.number.is_empty());
        beside && paragraph.text.ends_with(':') && assignments::of_heading(&paragraph.text).is_some()
    }

    /// Whether a paragraph closes the plan: the item above is complete, and it opens with such a phrase.
    fn is_closing(&self, text: &str) -> bool {
        let complete = self.open.last().is_some_and(|Open { item, style, row, .. }| {
            let own = item.paragraphs.last().map_or("", |last| &last.said);
            let ended = style.is_bullet() || is_finished(own) || !item.attributes.is_empty();
            *row || (ended && !own.ends_with(':'))
        });
        ending::opens_anywhere(text) || (complete && ending::is_closing(text))
    }

    fn row(&mut self, table: &Table, row: &Row, content: usize) {
        if let Some(Open { item, row: true, .. }) = self.open.last_mut().filter(|_| row.goes_on) {
            item.attributes.extend(attributes_of(table, row));
            item.lines.1 = row.lines.1;
            return;
        }
        let said: Vec<&Clause> = row.cells.iter().filter(|cell| !cell.said.is_empty()).collect();
        let filled = said.len();
        if filled <= 1 && row.cells.iter().any(|cell| table::is_gap(&cell.said)) {
            self.close_to(self.floor);
            return;
        }
        let ordinal = table.ordinal().and_then(|at| row.cells.get(at)).map_or("", |cell| cell.said.as_str());
        let mut marker = table::ordinal(ordinal);
        let text = row.cells.get(content).filter(|cell| !cell.said.is_empty());
        let Some(mut text) = text.or(said.first().copied()).cloned() else { return };
        let is_group = filled == 1;
        if is_group {
            if marker.is_some() {
                return; // A number and nothing that it counts.
            }
            let parted = marker::split(&text.said).filter(|(_, words)| !words.is_empty());
            if let Some((own, words)) = parted.map(|(own, words)| (own, words.to_owned())) {
                text.said = words;
                marker = Some(own).filter(|own| !own.style.is_bullet());
            }
        }
        let style = match &marker {
            Some(marker) => marker.style,
            None if is_group => Style::Capital,
            None => Style::Number(1),
        };
        let number = marker.map(|marker| marker.label).unwrap_or_default();
        let attributes = if is_group { Vec::new() } else { attributes_of(table, row) };
        let paragraphs = vec![text];
        let item = Item { number, paragraphs, attributes, lines: row.lines, items: Vec::new() };
        self.close_to(self.depth_for(style));
        self.open.push(Open { style, item, labels: None, row: true });
    }

    /// How many of the open items stay open above an item with a mark of this kind.
    fn depth_for(&self, style: Style) -> usize {
        let rows = &self.open[self.floor.min(self.open.len())..];
        if let Some(same) = rows.iter().position(|open| open.style == style) {
            return self.floor + same;
        }
        if let Some(owner) = self.open.iter().rposition(|open| open.labels == Some(style)) {
            return owner + 1;
        }
        match style {
            Style::Bullet(sign) if sign != Style::STAR => self.open.len(),
            Style::Bullet(_) => {
                self.open.iter().position(|open| open.style.is_bullet()).unwrap_or(self.open.len())
            }
            _ => self.floor + rows.iter().position(|open| open.style > style).unwrap_or(rows.len()),
        }
    }

    /// Hangs the open items beyond the first `keep` under their parents.
    fn close_to(&mut self, keep: usize) {
        while self.open.len() > keep {
            let Some(Open { item, .. }) = self.open.pop() else { return };
            match self.open.last_mut() {
                Some(Open { item: parent, .. }) => {
                    parent.lines.1 = parent.lines.1.max(item.lines.1);
                    parent.items.push(item);
                }
                None => self.outline.items.push(item),
            }
        }
    }
}

fn attributes_of(table: &Table, row: &Row) -> Vec<Attribute> {
    let cells = table.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.said.is_empty());
    cells
        .filter_map(|(column, cell)| match column {
            Column::Known(LabelKind::Content, _) | Column::Ordinal | Column::Other => None,
            Column::Known(kind, label) => {
                Some(Attribute { kind: *kind, label: label.clone(), values: vec![counted(label, cell)] })
            }
        })
        .collect()
}

/// What a cell says; under "Tháng" or "Quý" it only counts: "9/2025".
fn counted(label: &str, cell: &Clause) -> Clause {
    let said = cell.said.as_str();
    let counts = said.starts_with(|c: char| c.is_ascii_digit()) || marker::roman(said).is_some();
    let said = match fold(label).as_str() {
        "thang" if counts => format!("Tháng {said}"),
        "quy" if counts => format!("Quý {said}"),
        _ => said.to_owned(),
    };
    Clause { said, trace: cell.trace }
}

#[cfg(test)]
mod tests;
