//! Who issued the plan: the body in the letterhead, else the one that says "ban hành kế hoạch" in the preamble.

use super::case::is_capitals;
use super::line::{Line, LineKind};
use super::span::{is_motto, opens_number};
use super::trace::{Clause, Sureness, Traced};
use crate::text::fold;

/// The first words of bodies' names.
const HEADS: [&str; 58] = [
    "uy ban",
    "ubnd",
    "ub",
    "so",
    "ban",
    "bo",
    "phong",
    "truong",
    "cong an",
    "hoi",
    "dang uy",
    "chi bo",
    "thanh uy",
    "tinh uy",
    "huyen uy",
    "quan uy",
    "thi uy",
    "dang bo",
    "tong cuc",
    "cuc",
    "chi cuc",
    "trung tam",
    "lien doan",
    "cong doan",
    "tinh doan",
    "thanh doan",
    "doan",
    "mat tran",
    "thu tuong",
    "hoi dong",
    "vien",
    "benh vien",
    "toa an",
    "hoc vien",
    "dai hoc",
    "ngan hang",
    "bao hiem",
    "kho bac",
    "van phong",
    "to",
    "tap doan",
    "tong cong ty",
    "cong ty",
    "thanh tra",
    "kiem toan",
    "chi nhanh",
    "tong lien doan",
    "chinh phu",
    "bch",
    "btv",
    "hdnd",
    "mttq",
    "ldld",
    "tram",
    "hat",
    "xi nghiep",
    "thuong truc",
    "bao tang",
];

/// Organs that are named together with the body whose organs they are.
const ORGANS: [&str; 6] =
    ["ban thuong truc", "ban thuong vu", "ban chap hanh", "ban giam doc", "thuong truc", "van phong"];

/// Names of kinds of bodies, which are nobody's own.
const GENERIC: [&str; 7] = [
    "dang uy",
    "uy ban nhan dan",
    "hoi dong nhan dan",
    "ban chi dao",
    "chi bo",
    "ban chap hanh",
    "ban thuong vu",
];

/// What a body does with a plan in the last clause of a preamble.
const ISSUING: [&str; 9] = [
    "xay dung ke hoach",
    "ban hanh ke hoach",
    "xay dung chuong trinh",
    "ban hanh chuong trinh",
    "trien khai ke hoach",
    "lap ke hoach",
    "de ra ke hoach",
    "xay dung va ban hanh ke hoach",
    "ban hanh va trien khai ke hoach",
];

/// The body in the letterhead: the lowest one named, where its superior stands above it.
/// Where no line opens with what bodies are called, all of it is only likely to be one.
pub(super) fn in_letterhead(head: &[Line]) -> Option<Clause> {
    let block = block(head);
    let named: Vec<&str> = block.iter().map(|(name, _)| *name).collect();
    let lowest = named.iter().rposition(|line| opens_body(line) && fold(line) != "chinh phu");
    let sureness = if lowest.is_some() { Sureness::Certain } else { Sureness::Likely };
    let lowest = lowest.unwrap_or(0);
    let own = named.get(lowest..).filter(|own| !own.is_empty())?.join(" ");
    let superior = named[..lowest].iter().rposition(|line| opens_body(line));
    let (from, name) = match superior.filter(|_| ORGANS.contains(&fold(&own).as_str())) {
        Some(superior) => (superior, format!("{own} {}", named[superior..lowest].join(" "))),
        None => (lowest, own),
    };
    let last = block.last().map_or(0, |(_, line)| *line);
    Some(Traced::certain(name, (block[from].1, last)).at_most(sureness))
}

/// Whether a name in a letterhead only says what kind of body it is; the text then names it better.
pub(super) fn is_generic(name: &str) -> bool {
    GENERIC.contains(&fold(name).as_str())
}

/// The lines in capitals above the number with their numbers, motto left out.
fn block(head: &[Line]) -> Vec<(&str, u32)> {
    let mut named: Vec<(&str, u32)> = Vec::new();
    for line in head {
        let left = line.columns().next().unwrap_or_default();
        let parted = line.kind == LineKind::Rule || (line.kind == LineKind::Bar && !named.is_empty());
        if opens_number(left) || (parted && !named.is_empty()) {
            break;
        }
        if line.is_prose() && is_capitals(left) && !is_motto(left) {
            named.push((left, line.number));
        }
    }
    named
}

fn opens_body(line: &str) -> bool {
    let folded = fold(line);
    HEADS
        .iter()
        .any(|head| folded.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        && !folded.starts_with("phong chong")
}

/// The body that issues the plan by a clause of the preamble: "..., Sở Y tế xây dựng Kế hoạch ...".
pub(super) fn in_clause(clause: &str) -> Option<String> {
    let lower = clause.to_lowercase();
    let verb = ISSUING.iter().filter_map(|phrase| find_folded(&lower, phrase)).min()?;
    let before = clause.get(..verb)?.trim_end();
    let start = starts(before).into_iter().rfind(|at| opens_body(&before[*at..]))?;
    let name = without_brackets(&before[start..]);
    let name = name.trim_end_matches([',', ' ']).to_owned();
    (name.chars().count() <= 160 && name.contains(' ')).then_some(name)
}

/// Where names may begin: at the start, and after a comma or a semicolon.
fn starts(text: &str) -> Vec<usize> {
    let after = text.match_indices([',', ';', ':']).map(|(at, _)| at + 1);
    let skip = |at: usize| at + (text[at..].len() - text[at..].trim_start().len());
    std::iter::once(0)
        .chain(after)
        .map(skip)
        .filter(|at| text[*at..].starts_with(char::is_uppercase))
        .collect()
}

/// The place of an accentless phrase in a text in small letters, as a byte of that text.
fn find_folded(lower: &str, phrase: &str) -> Option<usize> {
    let first = phrase.split(' ').next()?;
    let words = phrase.split(' ').count();
    let mut at = 0;
    for word in lower.split(' ') {
        if fold(word) == first {
            let here: Vec<&str> = lower[at..].split(' ').take(words).collect();
            if fold(&here.join(" ")).trim_end_matches([',', ':', '.']) == phrase {
                return Some(at);
            }
        }
        at += word.len() + 1;
    }
    None
}

fn without_brackets(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut depth = 0_u32;
    for c in name.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[track_caller]
    fn head(text: &str, expected: &str) {
        assert_eq!(in_letterhead(&lines(text)).map(|name| name.said).as_deref(), Some(expected));
    }

    #[test]
    fn the_lowest_body_of_the_letterhead() {
        head(
            "|\n**ỦY BAN NHÂN DÂN**\nTỈNH NGHỆ AN\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|",
            "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN",
        );
        head(
            "UBND TỈNH BẮC NINH      CỘNG HÒA XÃ HỘI\nSỞ VĂN HÓA, THỂ THAO      Độc lập - Tự do\nVÀ DU LỊCH\nSố: 3/KH-SVHTTDL",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        );
        head("THỦ TƯỚNG\nCHÍNH PHỦ\n--------", "THỦ TƯỚNG CHÍNH PHỦ");
        head(
            "ỦY BAN MTTQ VIỆT NAM\nXÃ AN BÌNH\nBAN THƯỜNG TRỰC\nSố: 2/KH-MTTQ",
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ AN BÌNH",
        );
        head(
            "ỦY BAN MTTQ VIỆT NAM TỈNH BẮC SƠN\nỦY BAN MTTQ VIỆT NAM XÃ AN BÌNH\nBAN THƯỜNG TRỰC\nSố: 2/KH-MTTQ",
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ AN BÌNH",
        );
        head("ĐẢNG ỦY XÃ AN BÌNH\nVĂN PHÒNG\nSố 2-KH/VPĐU", "VĂN PHÒNG ĐẢNG ỦY XÃ AN BÌNH");
        head("ĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN XÃ AN BÌNH\nSố: 2-KH/ĐTN", "BCH ĐOÀN XÃ AN BÌNH");
        head("UBND XÃ AN BÌNH\nTRẠM Y TẾ\nSố: 2/KH-TYT", "TRẠM Y TẾ");
    }

    #[test]
    fn no_body_in_an_empty_letterhead() {
        assert_eq!(in_letterhead(&[]), None);
    }

    #[track_caller]
    fn clause(text: &str, expected: Option<&str>) {
        assert_eq!(in_clause(text).as_deref(), expected);
    }

    #[test]
    fn the_body_that_issues() {
        clause(
            "Căn cứ Chương trình số 1/CTr của Ban Chỉ đạo, Sở Văn hoá, Thể thao và Du lịch xây dựng Kế hoạch năm 2022",
            Some("Sở Văn hoá, Thể thao và Du lịch"),
        );
        clause(
            "Ban Chỉ đạo tỉnh về cải cách (Ban Chỉ đạo tỉnh) ban hành Kế hoạch với nội dung sau:",
            Some("Ban Chỉ đạo tỉnh về cải cách"),
        );
        clause("Để kịp thời khắc phục; UBND tỉnh ban hành kế hoạch như sau:", Some("UBND tỉnh"));
        clause("Căn cứ Quyết định của Sở ban hành Kế hoạch", None);
    }
}
