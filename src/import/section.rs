//! The body of a document as preamble and sections.

use super::carried;
use super::finding::{Doubt, Finding};
use super::heading;
use super::line::Line;
use super::marker::Style;
use super::merged;
use super::outline::{Builder, Outline};
use super::paragraph::{Paragraph, paragraphs};
use super::table::{Table, tables};
use super::trace::{Sureness, Trace};
use crate::domain::SectionKind;

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A clause, heading or item.
    Paragraph(Paragraph),
    /// A table of tasks.
    Table(Table),
}

/// A section as read: its heading, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    /// As printed.
    pub number: String,
    /// Without its number.
    pub title: String,
    /// What it is about.
    pub kind: SectionKind,
    /// Its items; a section that holds no tasks has loose paragraphs alone.
    pub outline: Outline,
    /// Where its heading stands.
    pub trace: Trace,
}

/// The paragraphs and tables of a stretch of lines, in its order, and what is doubtful in how they were read.
pub(super) fn pieces(lines: &[Line]) -> (Vec<Piece>, Vec<Finding>) {
    let mut pieces = Vec::new();
    let mut doubtful = Vec::new();
    let mut from = 0;
    let found = tables(lines);
    let ends = found.iter().map(|(range, table)| (range.start, range.end, Some(table)));
    for (end, next, table) in ends.chain([(lines.len(), lines.len(), None)]) {
        let (parted, merged) = merged::split(paragraphs(&lines[from..end]));
        pieces.extend(parted.into_iter().map(Piece::Paragraph));
        doubtful.extend(
            merged.into_iter().map(|lines| Finding { lines: Some(lines), doubt: Doubt::MergedItems }),
        );
        doubtful.extend(table.into_iter().flat_map(carried::findings));
        pieces.extend(table.cloned().map(Piece::Table));
        from = next;
    }
    (pieces, doubtful)
}

/// Splits the pieces of a body into the paragraphs before the first heading, and the sections.
pub(super) fn sections(pieces: Vec<Piece>) -> (Vec<Paragraph>, Vec<Read>) {
    let headings: Vec<Paragraph> = pieces.iter().filter_map(paragraph).cloned().collect();
    let style = heading::style_of(&headings);
    let first = heading::misnumbered(&headings, style).map(|at| headings[at].lines);
    let opens = |p: &Paragraph| heading::is_heading(p, style) || first == Some(p.lines);
    let mut preamble = Vec::new();
    let mut groups: Vec<(Paragraph, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match (piece, groups.last_mut()) {
            (Piece::Paragraph(p), _) if opens(&p) => groups.push((p, Vec::new())),
            (piece, Some((_, held))) => held.push(piece),
            (Piece::Paragraph(p), None) => preamble.push(p),
            (Piece::Table(_), None) => {}
        }
    }
    (preamble, groups.into_iter().map(|(heading, held)| read(&heading, &held)).collect())
}

fn paragraph(piece: &Piece) -> Option<&Paragraph> {
    match piece {
        Piece::Paragraph(paragraph) => Some(paragraph),
        Piece::Table(_) => None,
    }
}

fn read(heading: &Paragraph, held: &[Piece]) -> Read {
    let title = heading.text.trim_end_matches([':', '.', ' ']).to_owned();
    let kind = heading::kind_of(&title);
    let number = heading.marker.as_ref().map(|marker| marker.label.clone()).unwrap_or_default();
    let outline = if kind.holds_tasks() { outline(held) } else { prose(held) };
    // Without a mark only its words tell that it is a heading.
    let sureness = if heading.marker.is_some() { heading.sureness } else { Sureness::Likely };
    let trace = Trace::certain(heading.lines).at_most(sureness);
    Read { number, title, kind, outline, trace }
}

fn outline(held: &[Piece]) -> Outline {
    let mut aims = false;
    let mut builder = Builder::default();
    let mut loose = Vec::new();
    for piece in held {
        aims = opens_aims(piece).unwrap_or(aims);
        match piece {
            Piece::Paragraph(paragraph) if aims => loose.push(paragraph.printed()),
            Piece::Paragraph(paragraph) => builder.paragraph(paragraph),
            Piece::Table(table) => builder.table(table),
        }
    }
    let mut outline = builder.finish();
    outline.loose.splice(..0, loose);
    outline
}

/// Whether a chapter inside a section tells no work, "I. Mục tiêu" within "Phần thứ hai"; `None` where none opens.
fn opens_aims(piece: &Piece) -> Option<bool> {
    let chapter = paragraph(piece).filter(|paragraph| paragraph.style() == Some(Style::Roman))?;
    Some(matches!(heading::kind_of(&chapter.text), SectionKind::Purpose | SectionKind::Budget))
}

/// All paragraphs, with their marks; tables of tasks outside sections of tasks are kept as tasks all the same.
fn prose(held: &[Piece]) -> Outline {
    let loose = held.iter().filter_map(paragraph).map(Paragraph::printed).collect();
    Outline { items: Vec::new(), loose }
}

/// An appendix: a section of tasks without a number, where it holds a table of tasks.
pub(super) fn appendix(lines: &[Line]) -> Option<(Read, Vec<Finding>)> {
    let mut found = tables(lines);
    // An agenda or a form is no work of the plan.
    found.retain(|(_, table)| !table.rows.is_empty());
    let start = found.first()?.0.start;
    let mut builder = Builder::default();
    let mut doubtful = Vec::new();
    for (_, table) in &found {
        builder.table(table);
        doubtful.extend(carried::findings(table));
    }
    let (title, trace) = appendix_title(&lines[..start]);
    let outline = builder.finish();
    Some((Read { number: String::new(), title, kind: SectionKind::Tasks, outline, trace }, doubtful))
}

/// The lines between PHỤ LỤC and the note in brackets or the table; PHỤ LỤC itself where there are none.
fn appendix_title(lines: &[Line]) -> (String, Trace) {
    let is_note = |line: &&Line| {
        !line.is_prose() || line.text.starts_with('(') || super::span::is_attachment(&line.text)
    };
    let own = lines.first();
    let first = own.map_or(0, |line| line.number);
    let words: Vec<&Line> = lines.iter().skip(1).take_while(|line| !is_note(line)).collect();
    let last = words.last().map_or(first, |line| line.number);
    let title = match words[..] {
        [] => own.map(|line| line.text.clone()).unwrap_or_default(),
        _ => words.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "),
    };
    (title, Trace::certain((first, last)))
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn a_chapter_of_aims_inside_a_part_is_no_work() {
        let lines = lines(
            "Phần thứ nhất\nMỤC ĐÍCH\n1. Đúng luật.\nPhần thứ hai\nKẾ HOẠCH NĂM 2026\nI. MỤC TIÊU\n1. Đủ lớp.\nII. NHIỆM VỤ\n\
             1. Mở lớp.",
        );
        let (_, read) = sections(pieces(&lines).0);
        let told: Vec<(&str, SectionKind)> =
            read.iter().map(|read| (read.number.as_str(), read.kind)).collect();
        assert_eq!(told, [("thứ nhất", SectionKind::Purpose), ("thứ hai", SectionKind::Tasks)]);
        assert_eq!(read[1].outline.loose, ["I. MỤC TIÊU", "1. Đủ lớp."]);
        assert_eq!(read[1].outline.items.len(), 1);
        assert_eq!(read[1].outline.items[0].items[0].paragraphs[0].said, "Mở lớp.");
    }
}
