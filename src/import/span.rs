//! The parts of a document: what stands before the title, the body, what follows it, the appendices.

use std::ops::Range;

use super::case::is_capitals;
use super::line::Line;
use super::paragraph::is_finished;
use super::signatory::{is_behalf, is_post};
use crate::text::fold;

/// Where the parts of a document lie, as ranges of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spans {
    /// Motto, issuer, number and date; the whole decision where one wraps the plan.
    pub head: Range<usize>,
    /// Where a deciding document ("QUYẾT ĐỊNH") begins that the plan is attached to, inside the head.
    pub decision: Option<usize>,
    /// The line that says KẾ HOẠCH; `None` where the document has no title.
    pub title: Option<usize>,
    /// From the title's end to the last sentence. Empty until [`Spans::from`](Spans) knows the title's end.
    pub body: Range<usize>,
    /// Recipients and signature.
    pub tail: Range<usize>,
    /// Each from its line PHỤ LỤC to the next.
    pub appendices: Vec<Range<usize>>,
}

/// The words that name a kind of document that may be tracked as a plan.
const KINDS: [&str; 6] = ["ke hoach", "chuong trinh", "phuong an", "de an", "lich cong tac", "huong dan"];

/// Kinds that say what is to be done where nothing in the document calls itself a plan.
const OTHER_KINDS: [&str; 4] = ["quyet dinh", "chi thi", "nghi quyet", "thong bao"];

/// Finds the parts.
pub(super) fn spans(lines: &[Line]) -> Spans {
    let title = title_line(lines);
    let start = title.map_or(0, |at| head_start(&lines[..at]));
    let body_start = title.map_or(0, |at| at + 1);
    let body_end = body_end(lines, body_start);
    let appendices = appendices(lines, body_end);
    let tail_end = appendices.first().map_or(lines.len(), |range| range.start);
    let head = start..title.unwrap_or_else(|| untitled_head(lines));
    let decision = head.clone().find(|at| fold(&lines[*at].text) == "quyet dinh");
    Spans { head, decision, title, body: body_start..body_end, tail: body_end..tail_end, appendices }
}

/// Where the letterhead ends that no title follows: number and date stand there all the same.
fn untitled_head(lines: &[Line]) -> usize {
    let end = lines.iter().position(opens_section).unwrap_or(0);
    if lines[..end].iter().any(|line| is_motto(&line.text)) { end } else { 0 }
}

/// The line that opens the title. Where a plan is attached to a decision, it is the one that says so below it.
fn title_line(lines: &[Line]) -> Option<usize> {
    const NEAR: usize = 12;
    let named: Vec<usize> = (0..lines.len()).filter(|at| names_a_kind(&lines[*at])).collect();
    let attached = |at: &usize| {
        lines[*at..].iter().take(NEAR).any(|line| is_attachment(&line.text))
            && lines[..*at].iter().any(|line| fold(&line.text) == "quyet dinh")
    };
    let first_section = lines.iter().position(opens_section).unwrap_or(lines.len());
    let motto = lines[..first_section].iter().position(|line| is_motto(&line.text)).unwrap_or(0);
    let before_sections = |from: usize| named.iter().find(move |at| (from..first_section).contains(*at));
    let plan = named
        .iter()
        .find(|at| attached(at))
        .or_else(|| before_sections(motto))
        .or_else(|| before_sections(0));
    plan.copied().or_else(|| lines[..first_section].iter().position(names_another_kind))
}

fn names_another_kind(line: &Line) -> bool {
    OTHER_KINDS.contains(&fold(&line.text).as_str()) && is_capitals(&line.text)
}

/// Whether a line is, or opens with, the name of a kind of document in capitals.
fn names_a_kind(line: &Line) -> bool {
    if is_kind_run_together(&line.text) {
        return true;
    }
    let folded = fold(&line.text);
    let Some(kind) = KINDS.iter().find(|kind| folded.starts_with(**kind)) else { return false };
    let words = kind.split(' ').count();
    let head: Vec<&str> = line.text.split([' ', '\t']).take(words).collect();
    is_capitals(&head.join(" "))
        && (folded.len() == kind.len() || *kind == "ke hoach" || is_capitals(&line.text))
}

/// Whether a line is the name of a kind whose spaces were lost: "KẾHOẠCH".
fn is_kind_run_together(text: &str) -> bool {
    let folded = fold(text);
    is_capitals(text) && !text.contains(' ') && KINDS.iter().any(|kind| kind.replace(' ', "") == folded)
}

/// Whether a line says that the plan was issued with another document: "(Kèm theo Quyết định số ...)".
pub(super) fn is_attachment(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_start_matches(['(', ' ']);
    folded.starts_with("kem theo") || folded.starts_with("ban hanh kem theo")
}

fn opens_section(line: &Line) -> bool {
    super::marker::split(&line.text).is_some_and(|(marker, _)| marker.style == super::marker::Style::Roman)
}

/// Where the letterhead begins: a little before the motto, so that menus and metadata of a web page stay out.
fn head_start(before_title: &[Line]) -> usize {
    const BACK: usize = 8;
    let Some(motto) = before_title.iter().position(|line| is_motto(&line.text)) else { return 0 };
    let belongs = |at: &usize| {
        let line = &before_title[*at];
        !line.is_prose() || is_capitals(&line.text) || opens_number(&line.text)
    };
    (motto.saturating_sub(BACK)..motto).rev().take_while(belongs).last().unwrap_or(motto)
}

/// Whether a line of a letterhead opens with the document's own number: "Số: 12/KH-SYT".
pub(super) fn opens_number(text: &str) -> bool {
    let folded = fold(text);
    folded.starts_with("so:") || (folded.starts_with("so ") && text.contains('/'))
}

/// Whether a line is the national motto or the Party's name.
pub(super) fn is_motto(text: &str) -> bool {
    let folded = fold(text);
    ["cong hoa xa hoi", "chu nghia viet nam", "doc lap - tu do", "dang cong san viet nam"]
        .iter()
        .any(|m| folded.contains(m))
}

/// The line after the last sentence of the body.
fn body_end(lines: &[Line], from: usize) -> usize {
    /// A sentence that closes so far before the recipients closes something else.
    const NEAR: usize = 40;
    let rest = || from..lines.len();
    let recipients = rest().find(|at| opens_recipients(&lines[*at].text));
    let appendix = rest().find(|at| opens_appendix(lines, *at)).unwrap_or(lines.len());
    let closed =
        rest().filter(|at| lines[*at].text.trim_end_matches(['”', ' ']).ends_with("./.")).map(|at| at + 1);
    match recipients {
        Some(recipients) => closed
            .take_while(|end| *end <= recipients)
            .last()
            .filter(|end| recipients - end <= NEAR)
            .unwrap_or_else(|| signature_start(lines, from, recipients)),
        None => closed
            .take_while(|end| *end <= appendix)
            .last()
            .unwrap_or_else(|| signature_start(lines, from, appendix)),
    }
}

/// Walks back from `end` over the lines of a signature.
fn signature_start(lines: &[Line], from: usize, end: usize) -> usize {
    const BACK: usize = 12;
    let reach = from.max(end.saturating_sub(BACK));
    let signs = |at: &usize| lines[*at].is_prose() && opens_signature(&lines[*at].text);
    let last = || (from..end).rev().find(|at| lines[*at].is_prose()).map_or(end, |at| at + 1);
    (reach..end).find(signs).unwrap_or_else(last)
}

fn opens_signature(text: &str) -> bool {
    is_behalf(text) || (is_capitals(text) && is_post(text) && super::marker::split(text).is_none())
}

/// Whether a line opens the list of recipients.
pub(super) fn opens_recipients(text: &str) -> bool {
    let folded = fold(text);
    folded == "noi nhan" || folded.starts_with("noi nhan:") || folded.starts_with("noi nhan :")
}

/// Whether a line names an appendix: in capitals, or by nothing but "Phụ lục" and a number.
fn opens_appendix(lines: &[Line], at: usize) -> bool {
    named_appendix(lines, at).is_some_and(|title| is_capitals(&lines[at].text) || title.is_empty())
}

/// The title behind "Phụ lục" and its number on a line that opens with these and goes on with no sentence.
fn named_appendix(lines: &[Line], at: usize) -> Option<String> {
    const LONGEST: usize = 60;
    let line = &lines[at];
    let folded = fold(&line.text);
    let behind = folded.strip_prefix("phu luc").filter(|_| line.text.starts_with('P'))?;
    let short = is_capitals(&line.text) && line.text.chars().count() <= LONGEST;
    let apart = at == 0 || line.gap > 0 || !lines[at - 1].is_prose() || is_finished(&lines[at - 1].text);
    let numbered = behind.trim_start().strip_prefix("so ").unwrap_or(behind).trim_start();
    let number = numbered.split([' ', ':', '.', '-', '–']).next().unwrap_or_default();
    let is_number = number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit() || b"ivx".contains(&b))
        || number.len() == 1;
    let title = if is_number { &numbered[number.len()..] } else { numbered };
    let is_named = is_number && (title.is_empty() || title.starts_with([':', '.', ' ']));
    (short || apart && is_named).then(|| title.trim_matches([':', '.', '-', '–', ' ']).to_owned())
}

/// Whether behind the signature a line apart names an appendix and its title: "Phụ lục 1: Danh mục nhiệm vụ".
fn is_titled_appendix(lines: &[Line], at: usize) -> bool {
    const LONGEST: usize = 120;
    let line = &lines[at];
    let marked = fold(&line.text).chars().take(16).any(|c| matches!(c, ':' | '.'));
    line.gap > 0 && marked && line.text.chars().count() <= LONGEST && named_appendix(lines, at).is_some()
}

fn appendices(lines: &[Line], from: usize) -> Vec<Range<usize>> {
    let opens = |at: &usize| opens_appendix(lines, *at) || is_titled_appendix(lines, *at);
    let starts: Vec<usize> = (from..lines.len()).filter(opens).collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn a_title_whose_spaces_were_lost_and_a_letterhead_without_one() {
        let lost = lines("SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾHOẠCH\nTập huấn\nI. NỘI DUNG");
        assert_eq!(spans(&lost).title, Some(2));
        let untitled = lines("SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-SYT\nI. NỘI DUNG");
        assert_eq!((spans(&untitled).title, spans(&untitled).head), (None, 0..3));
    }

    #[test]
    fn a_number_above_the_motto_belongs_to_the_letterhead() {
        let lines = lines(
            "Trang chủ của cổng thông tin.\nUBND TỈNH\nSỞ Y TẾ\nSố: 12/KH-SYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
             KẾ HOẠCH\nTập huấn\nI. NỘI DUNG",
        );
        let head = spans(&lines).head;
        assert_eq!(head, 1..5);
        assert!(opens_number(&lines[3].text));
    }

    #[test]
    fn an_appendix_is_named_in_capitals_or_alone() {
        let check = |text: &str, expected: &[(usize, usize)]| {
            let text = format!("KẾ HOẠCH\nTập huấn\nI. NỘI DUNG\n1. Họp./.\nNơi nhận:\n- Lưu: VT.\n{text}");
            let found = spans(&lines(&text)).appendices;
            assert_eq!(found.iter().map(|own| (own.start, own.end)).collect::<Vec<_>>(), expected, "{text}");
        };
        check("PHỤ LỤC I\nDANH MỤC", &[(6, 8)]);
        check("Phụ lục\nLỊCH KIỂM TRA\n\nPhụ lục số 02\nBIỂU MẪU", &[(6, 8), (8, 10)]);
        check("\nPhụ lục 1: Danh mục nhiệm vụ\n1. Họp", &[(6, 8)]);
        check("Sở Y tế tổng hợp theo\nPhụ lục II\nvà gửi", &[]);
        check("\nPhụ lục này gồm hai phần", &[]);
        check("Phụ lục 1: Danh mục nhiệm vụ", &[]);
    }
}
