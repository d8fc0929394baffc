//! The capitals that names of bodies have, for names printed all in capitals that the text never repeats.

use super::case::capitalised;
use crate::text::fold;

/// Nouns that a field of work follows, "Sở Giáo dục và Đào tạo": each of its parts has a capital.
const OFFICES: [&str; 7] = ["so", "bo", "phong", "cuc", "chi cuc", "tong cuc", "vu"];

/// Nouns that a name follows, "Trung tâm Lưu trữ lịch sử": its first word has a capital.
const BODIES: [&str; 12] = [
    "ban",
    "trung tam",
    "truong",
    "vien",
    "benh vien",
    "hoc vien",
    "hoi",
    "to",
    "doi",
    "tram",
    "tong cong ty",
    "cong ty",
];

/// Words that a proper name follows, to the end: "xã Tân An", "Trường THPT Lê Lợi".
const PLACES: [&str; 11] =
    ["tinh", "thanh pho", "huyen", "quan", "xa", "phuong", "thi xa", "thi tran", "thpt", "thcs", "tieu hoc"];

/// Names that are proper wherever they stand.
const COUNTRY: &str = "viet nam";

/// Gives the name of a body the capitals that names have; it takes none away.
pub(super) fn proper(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let ends = |at: usize, names: &[&str]| {
        (1..=at.min(3)).any(|length| names.contains(&folded[at - length..at].join(" ").as_str()))
    };
    let opened = |at: usize, names: &[&str]| names.contains(&folded[..at].join(" ").as_str());
    let is_office = (1..=2.min(words.len())).any(|at| opened(at, &OFFICES));
    let mut placed = false;
    let mut out = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        placed |= at > 1 && ends(at, &PLACES);
        let is_place =
            (at..folded.len().min(at + 2)).any(|end| PLACES.contains(&folded[at..=end].join(" ").as_str()));
        let part = is_office
            && (folded[at.saturating_sub(1)] == "va" || at > 0 && words[at - 1].ends_with([',', '-']));
        let first = opened(at, &OFFICES) || opened(at, &BODIES);
        let country = folded[at..].join(" ").starts_with(COUNTRY) || ends(at + 1, &[COUNTRY]);
        let capital = at == 0 || placed || country || ((first || part) && !is_place);
        out.push(if capital { capitalised(word) } else { (*word).to_owned() });
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_capitals() {
        for name in [
            "Sở Y tế",
            "Phòng Giáo dục và Đào tạo thành phố Huế",
            "Trung tâm Lưu trữ lịch sử",
            "Trường THPT Lê Lợi",
            "Ủy ban nhân dân tỉnh Hòa Bình",
            "Hội Chữ thập đỏ Việt Nam",
            "Sở Văn hóa, Thể thao và Du lịch",
        ] {
            let small: Vec<String> = name
                .split(' ')
                .map(|word| if word == "THPT" { word.to_owned() } else { word.to_lowercase() })
                .collect();
            assert_eq!(proper(&small.join(" ")), name);
        }
    }
}
