//! Which paragraphs are headings of sections, and what a section is about.

use super::case::is_capitals;
use super::marker::Style;
use super::paragraph::{Paragraph, is_finished};
use crate::domain::SectionKind;
use crate::text::fold;

/// The longest heading, in characters.
const LONGEST: usize = 300;

/// The words that tell what a section is about. The one that stands first in a heading decides.
const TELLING: [(&str, SectionKind); 38] = [
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
    ("ke hoach cu the", SectionKind::Tasks),
    ("ke hoach tung thang", SectionKind::Tasks),
    ("ke hoach hang thang", SectionKind::Tasks),
    ("ke hoach thuc hien", SectionKind::Tasks),
    ("chuong trinh cong tac", SectionKind::Tasks),
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

/// Headings with these words tell of what is, or of whom and where, whatever stands below them.
const BACKGROUND: [&str; 19] = [
    "dac diem",
    "tinh hinh",
    "thuc trang",
    "thuan loi",
    "kho khan",
    "han che",
    "ket qua",
    "can cu",
    "su can thiet",
    "thong tin chung",
    "gioi thieu",
    "thanh phan",
    "doi tuong",
    "hinh thuc",
    "phuong phap",
    "dia diem",
    "nguyen tac",
    "nhan dinh",
    "du bao",
];

/// What a section is about, by its heading.
pub(super) fn kind_of(title: &str) -> SectionKind {
    let title = fold(title);
    if PAST.iter().any(|past| title.starts_with(past)) {
        return SectionKind::Other;
    }
    match first_telling(&title).or_else(|| scanned_telling(&title)).unwrap_or(SectionKind::Other) {
        SectionKind::Purpose if has_measures(&title) => SectionKind::Tasks,
        SectionKind::Budget if has_organization(&title) => SectionKind::Organization,
        // The part of a document that is the plan itself: "Phần thứ hai. Kế hoạch năm 2026".
        SectionKind::Other if title.starts_with("ke hoach") || title.starts_with("phuong huong") => {
            SectionKind::Tasks
        }
        kind => kind,
    }
}

/// Whether a heading tells of what is, so that even sentences about who does what tell no work.
pub(super) fn is_background(title: &str) -> bool {
    let title = fold(title);
    PAST.iter().any(|past| title.starts_with(past)) || BACKGROUND.iter().any(|word| title.contains(word))
}

fn first_telling(title: &str) -> Option<SectionKind> {
    let found = TELLING
        .iter()
        .filter_map(|(word, kind)| title.find(word).map(|at| (at, usize::MAX - word.len(), *kind)));
    found.min_by_key(|(at, length, _)| (*at, *length)).map(|(_, _, kind)| kind)
}

/// The same where a scan took l and 1 for i, 0 for o: "NỘ1 DUNG H0ẠT ĐỘNG".
fn scanned_telling(title: &str) -> Option<SectionKind> {
    let alike = |text: &str| text.replace(['l', '1'], "i").replace('0', "o");
    let title = alike(title);
    TELLING.iter().find(|(word, _)| title.starts_with(&alike(word))).map(|(_, kind)| *kind)
}

/// Whether a heading that opens with money names who is to do what as well: "Kinh phí và tổ chức thực hiện".
fn has_organization(title: &str) -> bool {
    let of_organization = TELLING.iter().filter(|(_, kind)| *kind == SectionKind::Organization);
    of_organization
        .into_iter()
        .any(|(word, _)| [" va ", ", "].iter().any(|link| title.contains(&format!("{link}{word}"))))
}

/// Whether a heading that opens with aims names the work as well: "Mục tiêu, nhiệm vụ và giải pháp".
fn has_measures(title: &str) -> bool {
    ["nhiem vu", "giai phap", "noi dung thuc hien"].iter().any(|word| title.contains(word))
}

/// The mark that headings of sections carry in this document, `None` where they carry none.
pub(super) fn style_of(paragraphs: &[Paragraph]) -> Option<Style> {
    let first = |style: Style| paragraphs.iter().position(|p| p.style() == Some(style));
    let count = |style: Style| paragraphs.iter().filter(|p| p.style() == Some(style)).count();
    let titled = |p: &&Paragraph| p.style() == Some(Style::Article) && is_title(&p.text);
    if count(Style::Part) > 1 {
        return Some(Style::Part);
    }
    if first(Style::Roman).is_none() && paragraphs.iter().filter(titled).count() > 1 {
        return Some(Style::Article);
    }
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
        (Some(Style::Number(_)), Some(Style::Number(1))) => {
            is_telling(&paragraph.text) || (is_title(&paragraph.text) && is_capitals(&paragraph.text))
        }
        (None, None) | (Some(Style::Roman), Some(Style::Part)) => is_telling(&paragraph.text),
        // Its number was lost, or it stands out among numbered ones by itself.
        (Some(Style::Roman | Style::Part), None) => opens_organization(&paragraph.text),
        (Some(style), Some(own)) => style == own && short && !paragraph.text.is_empty(),
        _ => false,
    }
}

/// The place of a first heading whose Roman one was turned into a digit, as web copies do: "1. MỤC ĐÍCH" before "II."
pub(super) fn misnumbered(paragraphs: &[Paragraph], style: Option<Style>) -> Option<usize> {
    let roman = |p: &Paragraph| p.style() == Some(Style::Roman);
    let second = paragraphs.iter().position(roman).filter(|_| style == Some(Style::Roman))?;
    let follows = paragraphs[second].marker.as_ref().is_some_and(|marker| marker.ordinal == 2);
    let opens = |p: &Paragraph| {
        p.style() == Some(Style::Number(1))
            && p.marker.as_ref().is_some_and(|marker| marker.ordinal == 1)
            && is_title(&p.text)
            && is_capitals(&p.text)
    };
    paragraphs[..second].iter().position(opens).filter(|_| follows)
}

/// Whether a text is the heading in capitals of who does what: "TỔ CHỨC THỰC HIỆN".
fn opens_organization(text: &str) -> bool {
    const WHOLE: [&str; 3] = ["to chuc thuc hien", "to chuc trien khai", "to chuc trien khai thuc hien"];
    is_capitals(text) && WHOLE.contains(&fold(text).trim_end_matches([':', '.', ' ']))
}

/// Whether a text has the shape of a title: short, and not closed like a sentence.
fn is_title(text: &str) -> bool {
    const SHORT: usize = 120;
    !text.is_empty() && text.chars().count() <= SHORT && !is_finished(text.trim_end_matches([':', '.']))
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
    use super::super::trace::Sureness;
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: SectionKind) {
        assert_eq!(kind_of(title), expected, "{title}");
    }

    fn headings(lines: &[&str]) -> Vec<String> {
        let paragraph = |line: &&str| {
            let (marker, text) = super::super::marker::split(line)
                .map_or((None, *line), |(marker, text)| (Some(marker), text));
            Paragraph { marker, text: text.to_owned(), lines: (1, 1), sureness: Sureness::Certain }
        };
        let paragraphs: Vec<Paragraph> = lines.iter().map(paragraph).collect();
        let style = style_of(&paragraphs);
        let first = misnumbered(&paragraphs, style);
        let is_one = |(at, p): &(usize, &Paragraph)| is_heading(p, style) || first == Some(*at);
        paragraphs.iter().enumerate().filter(is_one).map(|(_, p)| p.text.clone()).collect()
    }

    #[test]
    fn parts_go_before_articles_and_digits() {
        let parts = ["Phần I. Mục tiêu", "1. Mở lớp", "Phần II. Nhiệm vụ", "I. Dạy", "II. Học"];
        assert_eq!(headings(&parts), ["Mục tiêu", "Nhiệm vụ"]);
        let articles = ["Điều 1. Mục đích", "1. Đúng luật.", "Điều 2. Nội dung kiểm tra", "1. Hồ sơ."];
        assert_eq!(headings(&articles), ["Mục đích", "Nội dung kiểm tra"]);
        let digits = ["1. MỤC ĐÍCH", "1.1. Ý nghĩa", "2. NỘI DUNG", "3. THỜI GIAN, ĐỊA ĐIỂM"];
        assert_eq!(headings(&digits), ["MỤC ĐÍCH", "NỘI DUNG", "THỜI GIAN, ĐỊA ĐIỂM"]);
    }

    #[test]
    fn a_digit_in_place_of_the_first_roman_number_is_a_slip() {
        let web = ["1. MỤC ĐÍCH", "1. Ý nghĩa", "II. NỘI DUNG", "1. HỌP", "III. KINH PHÍ"];
        assert_eq!(headings(&web), ["MỤC ĐÍCH", "NỘI DUNG", "KINH PHÍ"]);
    }

    #[test]
    fn headings_whose_number_was_lost_or_is_of_another_kind() {
        let lost = [
            "I. MỤC TIÊU",
            "1. Đủ lớp.",
            "TỔ CHỨC THỰC HIỆN",
            "1. Sở A",
            "Tổ chức thực hiện",
            "NHIỆM VỤ CHUNG",
        ];
        assert_eq!(headings(&lost), ["MỤC TIÊU", "TỔ CHỨC THỰC HIỆN"]);
        let mixed = ["I. MỤC TIÊU", "II. NỘI DUNG", "Phần III. TỔ CHỨC THỰC HIỆN", "lV. KINH PHÍ"];
        assert_eq!(headings(&mixed), ["MỤC TIÊU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ"]);
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
        check("KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN", SectionKind::Organization);
        check("Kinh phí, chế độ báo cáo", SectionKind::Organization);
        check("Kinh phí tổ chức thực hiện", SectionKind::Budget);
        check("NỘl DUNG H0ẠT ĐỘNG", SectionKind::Tasks);
        check("KlNH PHÍ", SectionKind::Budget);
        check("10 lớp 1", SectionKind::Other);
        check("Đánh giá việc thực hiện nhiệm vụ năm 2021", SectionKind::Other);
        check("Thời gian, địa điểm", SectionKind::Other);
        check("Đối tượng kiểm tra", SectionKind::Other);
        check("Kế hoạch phát triển hợp tác xã năm 2026", SectionKind::Tasks);
        check("Căn cứ xây dựng kế hoạch", SectionKind::Other);
    }
}
