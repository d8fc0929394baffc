//! Which paragraphs are headings of sections, and what a section is about.

use super::case::is_capitals;
use super::marker::Style;
use super::paragraph::{Paragraph, is_finished};
use crate::domain::SectionKind;
use crate::text::fold;

/// The longest heading, in characters.
const LONGEST: usize = 300;

/// The words that tell what a section is about. The one that stands first in a heading decides.
const TELLING: [(&str, SectionKind); 33] = [
    ("muc dich", SectionKind::Purpose),
    ("muc tieu", SectionKind::Purpose),
    ("yeu cau", SectionKind::Purpose),
    ("quan diem", SectionKind::Purpose),
    ("chi tieu", SectionKind::Purpose),
    ("y nghia", SectionKind::Purpose),
    ("pham vi", SectionKind::Purpose),
    ("noi dung", SectionKind::Tasks),
    ("nhiem vu", SectionKind::Tasks),
    ("giai phap", SectionKind::Tasks),
    ("bien phap", SectionKind::Tasks),
    ("hoat dong", SectionKind::Tasks),
    ("cong viec", SectionKind::Tasks),
    ("tien do", SectionKind::Tasks),
    ("lo trinh", SectionKind::Tasks),
    ("cac buoc", SectionKind::Tasks),
    ("to chuc thuc hien", SectionKind::Organization),
    ("to chuc trien khai", SectionKind::Organization),
    ("to chuc thi hanh", SectionKind::Organization),
    ("bien phap to chuc", SectionKind::Organization),
    ("phan cong", SectionKind::Organization),
    ("trach nhiem", SectionKind::Organization),
    ("che do bao cao", SectionKind::Organization),
    ("che do thong tin", SectionKind::Organization),
    ("thong tin, bao cao", SectionKind::Organization),
    ("thong tin bao cao", SectionKind::Organization),
    ("bao cao ket qua", SectionKind::Organization),
    ("dieu khoan thi hanh", SectionKind::Organization),
    ("kinh phi", SectionKind::Budget),
    ("ngan sach", SectionKind::Budget),
    ("nguon luc", SectionKind::Budget),
    ("nguon von", SectionKind::Budget),
    ("du toan", SectionKind::Budget),
];

/// Headings with these words first tell of the past, not of work to do.
const PAST: [&str; 5] = ["danh gia", "tinh hinh", "thuc trang", "ket qua", "khai quat"];

/// What a section is about, by its heading.
pub(super) fn kind_of(title: &str) -> SectionKind {
    let title = fold(title);
    if PAST.iter().any(|past| title.starts_with(past)) {
        return SectionKind::Other;
    }
    let first = TELLING
        .iter()
        .filter_map(|(word, kind)| title.find(word).map(|at| (at, usize::MAX - word.len(), *kind)))
        .min_by_key(|(at, length, _)| (*at, *length));
    match first.map_or(SectionKind::Other, |(_, _, kind)| kind) {
        SectionKind::Purpose if has_measures(&title) => SectionKind::Tasks,
        kind => kind,
    }
}

/// Whether a heading that opens with aims names the work as well: "Mục tiêu, nhiệm vụ và giải pháp".
fn has_measures(title: &str) -> bool {
    ["nhiem vu", "giai phap", "noi dung thuc hien"].iter().any(|word| title.contains(word))
}

/// The mark that headings of sections carry in this document, `None` where they carry none.
pub(super) fn style_of(paragraphs: &[Paragraph]) -> Option<Style> {
    let first = |style: Style| paragraphs.iter().position(|p| p.style() == Some(style));
    let count = |style: Style| paragraphs.iter().filter(|p| p.style() == Some(style)).count();
    match (first(Style::Capital), first(Style::Roman)) {
        (Some(capital), Some(roman)) if capital < roman && count(Style::Capital) > 1 => Some(Style::Capital),
        (_, Some(_)) => Some(Style::Roman),
        (Some(_), None) if count(Style::Capital) > 1 => Some(Style::Capital),
        _ => {
            let telling = |p: &&Paragraph| p.style() == Some(Style::Number(1)) && is_telling(&p.text);
            (paragraphs.iter().filter(telling).count() > 1).then_some(Style::Number(1))
        }
    }
}

/// Whether a paragraph is the heading of a section, in a document whose headings carry `style`.
pub(super) fn is_heading(paragraph: &Paragraph, style: Option<Style>) -> bool {
    let short = paragraph.text.chars().count() <= LONGEST;
    match (style, paragraph.style()) {
        (Some(Style::Number(_)), Some(Style::Number(1))) | (None, None) => is_telling(&paragraph.text),
        (Some(style), Some(own)) => style == own && short && !paragraph.text.is_empty(),
        _ => false,
    }
}

/// Whether a text is a heading by its words alone: short, without an end, opened by a telling phrase or all in capitals.
fn is_telling(text: &str) -> bool {
    const SHORT: usize = 90;
    if text.chars().count() > SHORT || (is_finished(text) && !text.ends_with(':')) {
        return false;
    }
    let folded = fold(text);
    let opens = TELLING.iter().any(|(word, _)| folded.starts_with(word));
    kind_of(text) != SectionKind::Other && (is_capitals(text) || (opens && text.split(' ').count() <= 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: SectionKind) {
        assert_eq!(kind_of(title), expected, "{title}");
    }

    #[test]
    fn the_first_telling_word_decides() {
        check("MỤC ĐÍCH, YÊU CẦU", SectionKind::Purpose);
        check("Mục tiêu của Kế hoạch", SectionKind::Purpose);
        check("Mục tiêu, nhiệm vụ", SectionKind::Tasks);
        check("Nội dung công việc, phân công nhiệm vụ, thời gian", SectionKind::Tasks);
        check("Giải pháp thực hiện", SectionKind::Tasks);
        check("Phân công nhiệm vụ", SectionKind::Organization);
        check("Biện pháp tổ chức thực hiện", SectionKind::Organization);
        check("TỔ CHỨC THỰC HIỆN", SectionKind::Organization);
        check("Chế độ báo cáo", SectionKind::Organization);
        check("Nguồn kinh phí thực hiện nhiệm vụ", SectionKind::Budget);
        check("Đánh giá việc thực hiện nhiệm vụ năm 2021", SectionKind::Other);
        check("Thời gian, địa điểm", SectionKind::Other);
        check("Đối tượng kiểm tra", SectionKind::Other);
    }
}
