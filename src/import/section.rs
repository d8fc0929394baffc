//! The body of a document as preamble and sections.

use std::ops::Range;

use super::carried;
use super::finding::{Doubt, Finding};
use super::heading;
use super::line::Line;
use super::marker::Style;
use super::merged;
use super::outline::{Builder, Outline};
use super::paragraph::{Paragraph, paragraphs};
use super::table::{Column, Table, tables};
use super::trace::{Clause, Sureness, Trace, Traced};
use super::{unread, work};
use crate::domain::SectionKind;

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A clause, heading or item.
    Paragraph(Paragraph),
    /// A table of tasks.
    Table(Table),
    /// The rows of another table.
    Unread(Vec<Clause>),
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
    /// The tables in it that were not read.
    pub unread: Vec<Finding>,
}

/// The paragraphs and tables of a stretch of lines, in its order, and what is doubtful in how they were read.
pub(super) fn pieces(lines: &[Line]) -> (Vec<Piece>, Vec<Finding>) {
    let mut pieces = Vec::new();
    let mut doubtful = Vec::new();
    let mut from = 0;
    let ends = found(lines).into_iter().map(|(range, table)| (range.start, range.end, Some(table)));
    for (end, next, table) in ends.chain([(lines.len(), lines.len(), None)]) {
        let (parted, merged) = merged::split(paragraphs(&lines[from..end]));
        pieces.extend(parted.into_iter().map(Piece::Paragraph));
        doubtful.extend(
            merged.into_iter().map(|lines| Finding { lines: Some(lines), doubt: Doubt::MergedItems }),
        );
        if let Some(Piece::Table(table)) = &table {
            doubtful.extend(carried::findings(table));
        }
        pieces.extend(table);
        from = next;
    }
    (pieces, doubtful)
}

/// The tables of a stretch of lines, in its order.
fn found(lines: &[Line]) -> Vec<(Range<usize>, Piece)> {
    let mut found: Vec<(Range<usize>, Piece)> =
        tables(lines).into_iter().map(|(range, table)| (range, Piece::Table(table))).collect();
    let mut others = unread::tables(lines);
    let apart = |one: &Range<usize>, other: &Range<usize>| one.end <= other.start || other.end <= one.start;
    others.retain(|(own, _)| found.iter().all(|(read, _)| apart(own, read)));
    found.extend(others.into_iter().map(|(range, rows)| (range, Piece::Unread(rows))));
    found.sort_by_key(|(range, _)| range.start);
    found
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
            (Piece::Table(table), None) => groups.push((untitled(&table), vec![Piece::Table(table)])),
            (Piece::Unread(rows), None) => preamble.extend(rows.into_iter().map(unmarked)),
        }
    }
    (preamble, groups.into_iter().map(|(heading, held)| read(&heading, &held)).collect())
}

/// The heading of a table that stands before all headings: what its column of the work is called.
fn untitled(table: &Table) -> Paragraph {
    let name = table.content().and_then(|content| match &table.columns[content] {
        Column::Known(_, name) => Some(name.clone()),
        Column::Ordinal | Column::Other => None,
    });
    let lines = table.rows.first().map_or((0, 0), |row| row.lines);
    let (text, lines) = (name.unwrap_or_default(), (lines.0, lines.0));
    Paragraph { marker: None, text, lines, sureness: Sureness::Likely }
}

/// A row as the paragraph that it is before all sections.
fn unmarked(row: Clause) -> Paragraph {
    let Traced { said: text, trace: Trace { lines, sureness } } = row;
    Paragraph { marker: None, text, lines: lines.unwrap_or_default(), sureness }
}

fn paragraph(piece: &Piece) -> Option<&Paragraph> {
    match piece {
        Piece::Paragraph(paragraph) => Some(paragraph),
        Piece::Table(_) | Piece::Unread(_) => None,
    }
}

fn read(heading: &Paragraph, held: &[Piece]) -> Read {
    let title = heading.text.trim_end_matches([':', '.', ' ']).to_owned();
    let told = heading::kind_of(&title);
    let by_content = told == SectionKind::Other && !heading::is_background(&title) && holds_work(held);
    let kind = if by_content { SectionKind::Tasks } else { told };
    let number = heading.marker.as_ref().map(|marker| marker.label.clone()).unwrap_or_default();
    let outline = if kind.holds_tasks() { outline(held) } else { prose(held) };
    // Without a mark only its words tell that it is a heading; what it is about may be told by what stands below alone.
    let sureness = if heading.marker.is_some() && !by_content { heading.sureness } else { Sureness::Likely };
    let trace = Trace::certain(heading.lines).at_most(sureness);
    let awaits_work = kind.holds_tasks() || (kind == SectionKind::Other && !heading::is_background(&title));
    let unread = held.iter().filter_map(|piece| unread_in(kind, awaits_work, piece)).collect();
    Read { number, title, kind, outline, trace, unread }
}

/// Whether a section holds work although its heading does not say so.
fn holds_work(held: &[Piece]) -> bool {
    let tables = held.iter().filter_map(|piece| match piece {
        Piece::Table(table) => Some(table),
        Piece::Paragraph(_) | Piece::Unread(_) => None,
    });
    work::is_told(&outline(held), tables)
}

/// What is told of a table whose rows become no tasks. One whose header names no work is told where work may stand: sums of
/// money are a matter of their section.
fn unread_in(kind: SectionKind, awaits_work: bool, piece: &Piece) -> Option<Finding> {
    match piece {
        Piece::Table(table) if !kind.holds_tasks() => {
            let lines = (table.rows.first()?.lines.0, table.rows.last()?.lines.1);
            Some(Finding { lines: Some(lines), doubt: Doubt::UnreadTable(table.rows.len()) })
        }
        Piece::Unread(rows) if awaits_work => unread::of_rows(rows),
        Piece::Paragraph(_) | Piece::Table(_) | Piece::Unread(_) => None,
    }
}

fn outline(held: &[Piece]) -> Outline {
    let mut aims = false;
    let mut builder = Builder::default();
    let mut loose = Vec::new();
    for piece in held {
        aims = opens_aims(piece).unwrap_or(aims);
        match piece {
            Piece::Paragraph(paragraph) if aims => loose.push(printed(paragraph)),
            Piece::Paragraph(paragraph) => builder.paragraph(paragraph),
            Piece::Table(table) => builder.table(table),
            Piece::Unread(rows) => builder.aside(rows),
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

/// All paragraphs, with their marks, and the words of tables, a row each.
fn prose(held: &[Piece]) -> Outline {
    let loose = held.iter().flat_map(|piece| match piece {
        Piece::Paragraph(paragraph) => vec![printed(paragraph)],
        Piece::Table(table) => {
            table.rows.iter().map(|row| Traced::certain(row.in_one(), row.lines)).collect()
        }
        Piece::Unread(rows) => rows.clone(),
    });
    Outline { items: Vec::new(), loose: loose.collect() }
}

/// A paragraph with its mark, as it stands in a section's text.
fn printed(paragraph: &Paragraph) -> Clause {
    Clause { said: paragraph.printed(), ..paragraph.clause() }
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
    let (number, kind, unread) = (String::new(), SectionKind::Tasks, Vec::new());
    Some((Read { number, title, kind, outline, trace, unread }, doubtful))
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

    fn loose(read: &Read) -> Vec<&str> {
        read.outline.loose.iter().map(|clause| clause.said.as_str()).collect()
    }

    fn told(text: &str) -> Vec<(SectionKind, usize, usize)> {
        let (_, read) = sections(pieces(&lines(text)).0);
        read.iter().map(|read| (read.kind, read.outline.items.len(), read.outline.loose.len())).collect()
    }

    #[test]
    fn a_heading_that_tells_nothing_is_judged_by_what_stands_below() {
        let table = "| Tháng | Công việc | Phụ trách |\n|---|---|---|\n| 9 | Khai giảng | Tổ A |\n| 10 | Hội thi | Tổ B |";
        assert_eq!(
            told(&format!("I. MỤC ĐÍCH\n1. Đúng luật.\nII. LỊCH NĂM HỌC\n{table}"))[1],
            (SectionKind::Tasks, 2, 0)
        );
        let duties = "1. Sở Nội vụ rà soát hồ sơ trước ngày 30/6/2025.\n2. Sở Y tế tập huấn cho cán bộ.";
        assert_eq!(
            told(&format!("I. AN NINH TRẬT TỰ\n{duties}\nII. KINH PHÍ"))[0],
            (SectionKind::Tasks, 2, 0)
        );
        assert_eq!(
            told(&format!("I. ĐẶC ĐIỂM TÌNH HÌNH\n{duties}\nII. KINH PHÍ"))[0],
            (SectionKind::Other, 0, 2)
        );
        let place = "1. Thời gian: ngày 05/3/2025.\n2. Địa điểm: Hội trường UBND tỉnh.";
        assert_eq!(
            told(&format!("I. THỜI GIAN, ĐỊA ĐIỂM\n{place}\nII. KINH PHÍ"))[0],
            (SectionKind::Other, 0, 2)
        );
    }

    #[test]
    fn a_table_before_all_headings_is_a_section_by_the_name_of_its_work() {
        let table = "| TT | Việc cần làm, nội dung | Chủ trì |\n|---|---|---|\n| 1 | Thuê xe | Tổ A |";
        let (preamble, read) =
            sections(pieces(&lines(&format!("Các việc như sau:\n{table}\nII. KINH PHÍ\nNgân sách."))).0);
        let titles: Vec<(&str, SectionKind)> =
            read.iter().map(|read| (read.title.as_str(), read.kind)).collect();
        assert_eq!(
            titles,
            [("Việc cần làm, nội dung", SectionKind::Tasks), ("KINH PHÍ", SectionKind::Budget)]
        );
        assert_eq!((preamble.len(), read[0].outline.items.len()), (1, 1));
    }

    #[test]
    fn a_table_that_is_not_read_keeps_its_words_and_is_told() {
        let table = "| TT | Nội dung | Đơn vị | Thời gian |\n|---|---|---|---|\n| 1 | Thuê xe | Tổ A | Quý I |\n| 2 | In ấn | Tổ B | |";
        let lines = lines(&format!("I. NỘI DUNG\n1. Họp.\nII. KINH PHÍ\n{table}"));
        let (_, read) = sections(pieces(&lines).0);
        assert_eq!(loose(&read[1]), ["1 | Thuê xe | Tổ A | Quý I", "2 | In ấn | Tổ B"]);
        assert_eq!(read[1].unread, [Finding { lines: Some((6, 7)), doubt: Doubt::UnreadTable(2) }]);
    }

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
        assert_eq!(loose(&read[1]), ["I. MỤC TIÊU", "1. Đủ lớp."]);
        assert_eq!(read[1].outline.items.len(), 1);
        assert_eq!(read[1].outline.items[0].items[0].paragraphs[0].said, "Mở lớp.");
    }
}
