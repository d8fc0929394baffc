//! The capitals that names of bodies have, for names printed all in capitals that the text never repeats.

use super::case::capitalised;

/// Nouns that a field of work follows, "Sở Giáo dục và Đào tạo": each of its parts has a capital.
const OFFICES: [&str; 7] = ["sở", "bộ", "phòng", "cục", "chi cục", "tổng cục", "vụ"];

/// Nouns that open a name and that a name follows, "Trung tâm Lưu trữ lịch sử": its first word has a capital.
const BODIES: [&str; 15] = [
    "ban",
    "trung tâm",
    "trường",
    "viện",
    "bệnh viện",
    "học viện",
    "hội",
    "tổ",
    "đội",
    "trạm",
    "hạt",
    "xí nghiệp",
    "tổng công ty",
    "công ty",
    "tập đoàn",
];

/// The same wherever they stand in a name: "Trường Đại học Y dược".
const NAMED: [&str; 7] =
    ["đại học", "cao đẳng", "liên đoàn", "công đoàn", "cổ phần", "tnhh", "một thành viên"];

/// Words that a proper name follows, to the end: "xã Tân An", "Trường THPT Lê Lợi".
const PLACES: [&str; 15] = [
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "xã",
    "phường",
    "đặc khu",
    "thị xã",
    "thị trấn",
    "thôn",
    "thpt",
    "thcs",
    "tiểu học",
    "mầm non",
    "khu vực",
];

/// Names that are proper wherever they stand: the country's, its leader's, those of its provinces before 2025 and after.
const PROPER: &str = include_str!("../../data/words/provinces.txt");

/// Gives the name of a body the capitals that names have; it takes none away.
pub(super) fn proper(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let ends = |at: usize, names: &[&str]| {
        (1..=at.min(3)).any(|length| names.contains(&small[at - length..at].join(" ").as_str()))
    };
    let opened = |at: usize, names: &[&str]| names.contains(&small[..at].join(" ").as_str());
    let is_office = (1..=2.min(words.len())).any(|at| opened(at, &OFFICES));
    let (mut placed, mut proper_to) = (false, 0);
    let mut out = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        placed |= at > 1 && ends(at, &PLACES);
        proper_to = proper_to.max(proper_end(&small, at));
        let is_place =
            (at..small.len().min(at + 2)).any(|end| PLACES.contains(&small[at..=end].join(" ").as_str()));
        let part = is_office
            && (small[at.saturating_sub(1)] == "và" || at > 0 && words[at - 1].ends_with([',', '-']));
        let first = opened(at, &OFFICES) || opened(at, &BODIES) || ends(at, &NAMED);
        let capital = at == 0 || placed || at < proper_to || ((first || part) && !is_place);
        out.push(if capital { capitalised(word) } else { (*word).to_owned() });
    }
    out.join(" ")
}

/// The place after the proper name that opens at a place; that place where none does.
fn proper_end(small: &[String], at: usize) -> usize {
    let is_name = |name: &&str| {
        let mut parts = name.split(' ').map(str::to_lowercase);
        let length = name.split(' ').count();
        small.len() >= at + length
            && small[at..at + length].iter().all(|word| parts.next().as_ref() == Some(word))
    };
    let names = PROPER.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(" | "));
    names.filter(is_name).map(|name| at + name.split(' ').count()).max().unwrap_or(at)
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
            "Ban Quản lý khu kinh tế Hải Phòng",
            "Công ty TNHH Nhà nước một thành viên Quản lý khai thác công trình thủy lợi",
            "Trường Đại học Y dược Huế",
            "Liên đoàn Lao động tỉnh Ninh Bình",
            "Đoàn TNCS Hồ Chí Minh xã Đại Lộc",
            "Trạm Y tế phường Ba Đình",
        ] {
            let small: Vec<String> = name
                .split(' ')
                .map(|word| {
                    if matches!(word, "THPT" | "TNHH" | "TNCS") {
                        word.to_owned()
                    } else {
                        word.to_lowercase()
                    }
                })
                .collect();
            assert_eq!(proper(&small.join(" ")), name);
        }
    }
}
