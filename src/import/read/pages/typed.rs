//! Tables that a text draws with spaces, as `pdftotext -layout` writes them: read as those on pages are, since each letter
//! stands where it would on paper.

use std::borrow::Cow;

use super::super::transcript::in_bars;
use super::header::{Header, LINES, header};
use super::line::Line;
use super::markup::Word;
use super::table::{Row, table};
use crate::text::width;

/// How wide a letter is, by how much a space is narrower, and how far lines stand under each other.
const WIDE: usize = 6;
const SPARE: usize = 3;
const HIGH: usize = 12;

/// No line of a table has more letters.
const BROAD: usize = 400;

/// No table has more lines.
const LONG: usize = 4096;

/// No more lines are read in looking for tables, some of them again and again.
const READ: usize = 200_000;

/// A text with its drawn tables as rows between bars, each on the line where it begins: every line keeps its place.
pub(in crate::import::read) fn drawn(text: Cow<'_, str>) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().collect();
    let mut rows: Vec<(usize, String)> = Vec::new();
    let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
    let (mut at, mut spare) = (0, READ);
    while at < lines.len() && spare > 0 {
        match is_parted(lines[at]).then(|| table_at(&lines, at, &mut spare)).flatten() {
            Some((found, end)) => {
                rows.extend(found.iter().map(|row| (row.line, in_bars(&row.cells))));
                taken.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    if taken.is_empty() {
        return text;
    }
    let mut rows = rows.into_iter().peekable();
    let mut taken = taken.into_iter().peekable();
    let mut out = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        taken.next_if(|range| range.end <= at);
        match rows.next_if(|(first, _)| *first == at) {
            Some((_, row)) => out.push_str(&row),
            None if taken.peek().is_some_and(|range| range.contains(&at)) => {}
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out.into()
}

/// The rows of the table that begins at a line, each with the line of the text where it begins, and the table's end.
fn table_at(lines: &[&str], at: usize, spare: &mut usize) -> Option<(Vec<Row>, usize)> {
    /// A table that ends so many lines before the last one that was looked at does not go on behind it.
    const SLACK: usize = 16;
    let near: Vec<Line> = (at..lines.len()).take(LINES).map_while(|at| line(lines, at)).collect();
    *spare = spare.saturating_sub(near.len());
    let header = header(&near)?;
    let mut long = 64;
    loop {
        let end = reach(lines, at + header.lines, long, &header);
        let (places, body): (Vec<usize>, Vec<Line>) =
            (at..end).filter_map(|at| Some((at, line(lines, at)?))).unzip();
        *spare = spare.saturating_sub(body.len());
        let mut found = table(&body)?;
        let is_whole = end < at + header.lines + long || found.lines + SLACK < body.len();
        if !is_whole && long < LONG {
            long *= 4;
            continue;
        }
        for row in &mut found.rows {
            row.line = *places.get(row.line)?;
        }
        return Some((found.rows, places.get(found.lines.checked_sub(1)?)? + 1));
    }
}

/// Where the lines end that may belong to a table: before prose that runs on from its first column.
fn reach(lines: &[&str], from: usize, long: usize, header: &Header) -> usize {
    let second = header.columns.get(1).map_or(0.0, |column| column.left);
    let ends = |at: &usize| {
        let Some(own) = line(lines, *at) else { return false };
        let is_prose = own.left() < second && !is_parted(lines[*at]) && own.words.len() > 1;
        let runs_on = own.words.last().is_some_and(|word| word.right > second);
        let is_apart = *at > from && lines[*at - 1].trim().is_empty();
        let next = lines[*at + 1..].iter().find(|next| !next.trim().is_empty());
        is_prose && (runs_on || is_apart) && !next.is_some_and(|next| is_parted(next))
    };
    let last = lines.len().min(from + long);
    (from..last).find(ends).unwrap_or(last)
}

/// Whether wide gaps part a line.
fn is_parted(line: &str) -> bool {
    line.len() <= 4 * BROAD && !line.contains('|') && line.trim().contains("  ")
}

/// A line of the text as one of a page; `None` where it is blank, or too long to be read so.
fn line(lines: &[&str], at: usize) -> Option<Line> {
    let own = lines[at].trim_start_matches('\u{C}');
    if own.len() > 4 * BROAD || own.contains(['\t', '|']) {
        return None;
    }
    let (mut words, mut column): (Vec<Word>, usize) = (Vec::new(), 0);
    for word in own.split(' ') {
        let broad = width(word);
        if broad > 0 {
            let place = |at: usize| f64::from(u32::try_from(at).unwrap_or(u32::MAX));
            let (left, top) = (place(WIDE * column), place(HIGH * at));
            let right = left + place(WIDE * broad + SPARE);
            words.push(Word { left, right, top, bottom: top + place(HIGH), text: word.to_owned() });
        }
        column += broad + 1;
    }
    (!words.is_empty()).then_some(Line { page: 0, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(drawn(text.into()), format!("{expected}\n"));
    }

    #[test]
    fn wrapped_cells_are_joined_and_every_line_keeps_its_place() {
        check(
            "PHỤ LỤC\n\
             TT   Nội dung công việc              Đơn vị chủ trì        Thời gian\n\
             \u{20}                                                          hoàn thành\n\
             1    Cập nhật danh mục thủ tục       Văn phòng Sở          28/02/2025\n\
             \u{20}    lên cổng                        và các phòng\n\
             \n\
             2    Tái cấu trúc quy trình          Phòng Xây             Quý II\n\
             \u{20}                                    dựng\n\
             \n\
             Trên đây là phụ lục của kế hoạch, các phòng thực hiện.",
            "PHỤ LỤC\n\
             | TT | Nội dung công việc | Đơn vị chủ trì | Thời gian hoàn thành |\n\
             \n\
             | 1 | Cập nhật danh mục thủ tục lên cổng | Văn phòng Sở và các phòng | 28/02/2025 |\n\
             \n\
             \n\
             | 2 | Tái cấu trúc quy trình | Phòng Xây dựng | Quý II |\n\
             \n\
             \n\
             Trên đây là phụ lục của kế hoạch, các phòng thực hiện.",
        );
    }

    #[test]
    fn what_follows_a_table_is_no_row() {
        check(
            "TT  Nội dung         Chủ trì     Thời gian\n\
             1   Rà soát          Sở A        Quý I\n\
             III. TỔ CHỨC THỰC HIỆN\n\
             1. Văn phòng\n\
             - Theo dõi.",
            "| TT | Nội dung | Chủ trì | Thời gian |\n\
             | 1 | Rà soát | Sở A | Quý I |\n\
             III. TỔ CHỨC THỰC HIỆN\n\
             1. Văn phòng\n\
             - Theo dõi.",
        );
    }

    #[test]
    fn a_long_table_is_read_whole() {
        let row = "1   Rà soát          Sở A        Quý I\n";
        let text = format!(
            "TT  Nội dung         Chủ trì     Thời gian\n{}Hết bảng, phần sau là lời.",
            row.repeat(150)
        );
        let drawn = drawn(text.into());
        assert_eq!(drawn.lines().filter(|line| line.starts_with("| 1 | Rà soát |")).count(), 150);
        assert!(drawn.ends_with("\nHết bảng, phần sau là lời.\n"));
    }

    #[test]
    fn a_text_without_a_drawn_table_stays() {
        let text = "SỞ Y TẾ      CỘNG HÒA XÃ HỘI\n  Nội dung:  Rà soát\n1.  Sở A chủ trì   thời gian\n";
        assert!(matches!(drawn(text.into()), Cow::Borrowed(_)));
    }
}
