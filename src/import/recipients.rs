//! Who receives the plan: the list under "Nơi nhận", each with its purpose.

use super::case::is_capitals;
use super::events::is_hour;
use super::line::{Line, LineKind};
use super::marker;
use super::signatory;
use super::span::opens_recipients;
use super::trace::{Clause, Sureness, Trace, Traced};
use super::units::head;
use super::words::Words;
use crate::domain::Recipient;
use crate::text::fold;

/// The recipients in a stretch of lines, and the lines beside and around them, which hold the signature.
pub(super) fn recipients(lines: &[Line]) -> (Vec<Traced<Recipient>>, Vec<Traced<&str>>) {
    let Some(start) = lines.iter().position(|line| opens_recipients(&line.text)) else {
        return (Vec::new(), prose(lines).collect());
    };
    let mut list = List { others: prose(&lines[..start]).collect(), ..List::default() };
    let heading = &lines[start];
    list.add_rest(heading.text.split_once([':', '\t']).map_or("", |(_, rest)| rest.trim()), heading.number);
    for line in &lines[start + 1..] {
        list.add(line);
    }
    (list.entries.iter().filter_map(read).collect(), list.others)
}

fn prose(lines: &[Line]) -> impl Iterator<Item = Traced<&str>> {
    lines.iter().filter(|line| line.is_prose()).flat_map(columns)
}

fn columns(line: &Line) -> impl Iterator<Item = Traced<&str>> {
    line.columns().map(|column| Traced::certain(column, (line.number, line.number)))
}

/// A list of recipients while its lines are read.
#[derive(Default)]
struct List<'a> {
    entries: Vec<Clause>,
    others: Vec<Traced<&'a str>>,
    bulleted: bool,
    closed: bool,
    /// Whether the signature came behind the archive's own copy, so that no more recipients follow.
    signed: bool,
}

impl<'a> List<'a> {
    /// Adds what stands on the heading's own line.
    fn add_rest(&mut self, rest: &'a str, line: u32) {
        if rest.is_empty() {
        } else if is_signature(rest) {
            self.others.push(Traced::certain(rest, (line, line)));
        } else {
            let entries: Vec<&str> = rest.split("; -").flat_map(in_a_row).collect();
            // Where a row was parted, its commas may have stood inside a name.
            let sureness = if entries.len() > 1 { Sureness::Likely } else { Sureness::Certain };
            let entry = |entry: &str| marker::without(entry.trim()).to_owned();
            self.entries.extend(
                entries.into_iter().map(|row| Traced::certain(entry(row), (line, line)).at_most(sureness)),
            );
        }
    }

    fn add(&mut self, line: &'a Line) {
        const APART: u32 = 4;
        match line.kind {
            LineKind::Bar => self.closed |= !self.entries.is_empty(),
            LineKind::Rule => {}
            LineKind::Prose if self.closed || (line.gap >= APART && bulleted(&line.text).is_none()) => {
                self.closed = true;
                self.others.extend(columns(line));
            }
            LineKind::Prose => self.add_columns(line),
        }
    }

    /// Adds a line; what stands in a column of its own belongs to the signature unless a bracket opens it.
    fn add_columns(&mut self, line: &'a Line) {
        let own = (line.number, line.number);
        for (at, column) in line.columns().enumerate() {
            if let Some(words) = bulleted(column) {
                if self.signed {
                    self.closed = true;
                    return;
                }
                let (words, signature) = without_signature(words);
                self.bulleted = true;
                self.entries.extend(words.split("; - ").map(|entry| Traced::certain(entry.to_owned(), own)));
                self.others.extend(signature.map(|words| Traced::certain(words, own)));
            } else if (at > 0 && !column.starts_with('(')) || self.is_foreign(column) {
                self.signed |= line.columns().count() == 1 && self.is_archived() && is_in_signature(column);
                self.others.push(Traced::certain(column, own));
            } else if at > 0 || self.bulleted || self.is_unfinished() {
                self.go_on(column, Trace::certain(own));
            } else {
                // A line without a mark may as well go on with the one above.
                self.entries.push(Traced::certain(column.to_owned(), own).at_most(Sureness::Likely));
            }
        }
    }

    fn go_on(&mut self, words: &str, trace: Trace) {
        if let Some(last) = self.entries.last_mut() {
            last.said.push(' ');
            last.said.push_str(words);
            last.trace = last.trace.with(trace);
        }
    }

    /// Whether an unmarked line is no recipient: it follows the archive's, is part of the signature, or is the
    /// signer's name that slipped into the list.
    fn is_foreign(&self, column: &str) -> bool {
        self.is_archived() || is_signature(column) || (!self.is_unfinished() && signatory::is_name(column))
    }

    fn is_archived(&self) -> bool {
        self.entries.last().is_some_and(|last| is_archive(&last.said))
    }

    fn is_unfinished(&self) -> bool {
        self.entries.last().is_some_and(|last| !last.said.ends_with([';', '.', ',']))
    }
}

/// The units of a row "Đảng ủy, UBND xã": a comma parts them where a unit's noun opens behind it.
fn in_a_row(text: &str) -> Vec<&str> {
    let opens = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(char::is_uppercase) && head(&Words::of(rest), 0).is_some()
    };
    let mut from = 0;
    let mut units = Vec::new();
    for (at, _) in text.match_indices([',', ';']) {
        if opens(&text[at + 1..]) {
            units.push(&text[from..at]);
            from = at + 1;
        }
    }
    units.push(&text[from..]);
    units
}

/// The words behind a bullet.
fn bulleted(text: &str) -> Option<&str> {
    marker::split(text).filter(|(marker, _)| marker.style.is_bullet()).map(|(_, words)| words)
}

/// An entry, and the signature's words that stood beside it: "Bộ Nội vụ; KT. CHỦ TỊCH".
fn without_signature(entry: &str) -> (&str, Option<&str>) {
    let signs = |rest: &str| {
        !rest.ends_with([';', ',', '.'])
            && (signatory::is_behalf(rest) || (is_capitals(rest) && signatory::is_post(rest)))
    };
    let ends = entry.match_indices("; ").chain(entry.match_indices(". "));
    let mut parted = ends.map(|(at, _)| (&entry[..=at], entry[at + 1..].trim_start()));
    parted.find(|(_, rest)| signs(rest)).map_or((entry, None), |(own, rest)| (own, Some(rest)))
}

/// Whether a line is one of those a signature is made of.
fn is_in_signature(line: &str) -> bool {
    is_signature(line) || signatory::is_name(line)
}

fn is_signature(text: &str) -> bool {
    const POST: usize = 8;
    signatory::is_behalf(text)
        || (is_capitals(text) && text.chars().count() >= POST && !text.ends_with([';', ',']))
}

/// Whether an entry is the archive's own copy, "Lưu: VT", which is nobody to send to.
fn is_archive(entry: &str) -> bool {
    let folded = fold(entry);
    folded == "luu" || folded.starts_with("luu ") || folded.starts_with("luu:")
}

/// Reads one entry: the unit, and what stands in brackets behind it.
fn read(Traced { said: entry, trace }: &Clause) -> Option<Traced<Recipient>> {
    const ENDS: [char; 4] = [';', ',', '.', ' '];
    // What stands below the signature may be a list as well: of an agenda's hours, of slogans.
    if is_archive(entry) || is_hour(entry) || entry.ends_with('!') {
        return None;
    }
    let mut unit = entry.trim_end_matches(ENDS);
    let mut notes = Vec::new();
    while let Some((before, note)) = unit.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        if before.trim().is_empty() {
            break;
        }
        notes.insert(0, note.trim());
        unit = before.trim_end_matches(ENDS);
    }
    let purpose = (!notes.is_empty()).then(|| notes.join("; "));
    let recipient = || Traced { said: Recipient { unit: unit.to_owned(), purpose }, trace: *trace };
    unit.chars().any(char::is_alphabetic).then(recipient)
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)], others: &[&str]) {
        let lines = lines(text);
        let (found, rest) = recipients(&lines);
        let said: Vec<_> = found.iter().map(|r| (r.said.unit.as_str(), r.said.purpose.as_deref())).collect();
        let rest: Vec<&str> = rest.iter().map(|other| other.said).collect();
        assert_eq!((said.as_slice(), rest.as_slice()), (expected, others));
    }

    #[test]
    fn each_with_its_purpose_and_without_the_archive() {
        check(
            "Nơi nhận:  GIÁM ĐỐC\n- Sở Nội vụ (để b/c);\n- Ban Dân vận (Hà Nội) (b/c),\n- Các phòng, trung tâm\n\
             thuộc Sở;\n- Lưu: VT, VP(L).\n\n\nTrần Văn A",
            &[
                ("Sở Nội vụ", Some("để b/c")),
                ("Ban Dân vận", Some("Hà Nội; b/c")),
                ("Các phòng, trung tâm thuộc Sở", None),
            ],
            &["GIÁM ĐỐC", "Trần Văn A"],
        );
    }

    #[test]
    fn two_columns_are_told_apart() {
        check(
            "Nơi nhận:              KT. CHỦ TỊCH\n- UBND tỉnh      (Báo cáo);\n- Lưu VT.       Lê Thị B",
            &[("UBND tỉnh", Some("Báo cáo"))],
            &["KT. CHỦ TỊCH", "Lê Thị B"],
        );
    }

    #[test]
    fn a_cell_of_a_web_page_ends_the_list() {
        check(
            "|\nNơi nhận:\n- Bộ Y tế; Bộ Tài chính;\n- Lưu: VT.\n|\nTHỦ TƯỚNG\nPhạm Văn C\n|",
            &[("Bộ Y tế; Bộ Tài chính", None)],
            &["THỦ TƯỚNG", "Phạm Văn C"],
        );
    }

    #[test]
    fn a_row_is_parted_where_a_unit_opens() {
        check(
            "Nơi nhận: Đảng ủy, UBND xã, Phòng Văn hóa, Thông tin.",
            &[("Đảng ủy", None), ("UBND xã", None), ("Phòng Văn hóa, Thông tin", None)],
            &[],
        );
    }

    #[test]
    fn a_signature_whose_lines_were_read_with_the_list_is_cut_off() {
        check(
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ; KT. CHỦ TỊCH\n- TTTU, TT HĐND tỉnh; PHÓ CHỦ TỊCH\n- Lưu: VT, TH.\nĐỗ Văn D",
            &[("Bộ Nội vụ", None), ("TTTU, TT HĐND tỉnh", None)],
            &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Văn D"],
        );
        check("Nơi nhận:\n- Bộ Y tế; VĂN PHÒNG CHÍNH PHỦ;", &[("Bộ Y tế; VĂN PHÒNG CHÍNH PHỦ", None)], &[]);
    }

    #[test]
    fn lists_below_the_signature_have_no_recipients() {
        check(
            "Nơi nhận:\n- Sở A;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn A\n\nPHÂN CÔNG TRỰC\n- Tổ một trực tại cổng.",
            &[("Sở A", None)],
            &["GIÁM ĐỐC", "Trần Văn A", "PHÂN CÔNG TRỰC"],
        );
        check(
            "Nơi nhận:\n- Sở A;\nGIÁM ĐỐC\n- 7h30: Đón tiếp.\n- Toàn dân chung tay!",
            &[("Sở A", None)],
            &["GIÁM ĐỐC"],
        );
    }

    #[test]
    fn a_list_without_bullets() {
        check(
            "Nơi nhận:\nSở Y tế;\nUBND các xã,\nphường;\nLưu: VT.",
            &[("Sở Y tế", None), ("UBND các xã", None), ("phường", None)],
            &[],
        );
    }
}
