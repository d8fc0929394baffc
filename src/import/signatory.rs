//! Who signed: the post, on whose behalf, and the name.

use super::case::{capitalised, is_capitals};
use super::trace::{Sureness, Trace, Traced};
use crate::domain::Signatory;
use crate::text::fold;

/// Marks of signing for another: for a collective, for the head, by order, by delegation, acting.
const BEHALF: [&str; 5] = ["tm", "kt", "tl", "tuq", "q"];

/// Words of which at least one stands in every post.
const POSTS: [&str; 16] = [
    "giam doc",
    "chu tich",
    "bi thu",
    "truong",
    "chanh",
    "thu tuong",
    "chu nhiem",
    "tong",
    "chi huy",
    "pho",
    "vien truong",
    "hieu truong",
    "cuc truong",
    "bo truong",
    "uy vien",
    "thu ky",
];

/// Family names that are common enough to tell a name by.
const FAMILIES: [&str; 58] = [
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
    "duong", "ly", "dinh", "trinh", "mai", "cao", "ta", "luong", "luu", "to", "ha", "tong", "thai", "chau",
    "la", "quach", "doan", "lam", "phung", "vuong", "trieu", "chu", "kieu", "nong", "hau", "giang", "sung",
    "ma", "dao", "truong", "dam", "ton", "thach", "kim", "quang", "lo", "vi", "ban", "hua", "bach", "nghiem",
    "lai", "khuc", "au",
];

/// Titles that may stand before a name.
const TITLES: [&str; 8] = ["ths.", "ts.", "pgs.ts.", "gs.ts.", "bs.", "bsckii.", "dr.", "cn."];

/// Ranks that may stand before a name.
const RANKS: [&str; 12] = [
    "Đại tướng",
    "Thượng tướng",
    "Trung tướng",
    "Thiếu tướng",
    "Đại tá",
    "Thượng tá",
    "Trung tá",
    "Thiếu tá",
    "Đại úy",
    "Thượng úy",
    "Trung úy",
    "Thiếu úy",
];

/// Reads the signature from the lines beside and after the recipients; `None` where nobody signed.
pub(super) fn signatory(printed: &[Traced<&str>]) -> Option<Traced<Signatory>> {
    let lines: Vec<&str> = printed.iter().map(|line| line.said).collect();
    let post = |at: &usize| is_capitals(lines[*at]) && is_post(lines[*at]) && !is_behalf(lines[*at]);
    // Behind a decision's signature the letterhead of its plan follows: "BỘ ... MÔI TRƯỜNG".
    let end = lines.iter().rposition(|line| is_name(line)).unwrap_or(lines.len());
    let last_post = (0..end).rfind(post).or_else(|| (0..lines.len()).rfind(post));
    let from = last_post.or_else(|| lines.iter().rposition(|line| is_behalf(line)))?;
    let found = name(&lines, from);
    let above = &lines[..last_post.unwrap_or(from + 1)];
    let position = last_post.map(|at| lines[at].to_owned());
    let first = above.iter().position(|line| is_behalf(line)).unwrap_or(from);
    let traces = [first, from].into_iter().chain(found.as_ref().map(|(at, ..)| *at));
    let trace = traces.map(|at| printed[at].trace).reduce(Trace::with)?;
    let sureness = found.as_ref().map_or(Sureness::Likely, |(.., sureness)| *sureness);
    let said = Signatory { position, on_behalf_of: behalf(above), name: found.map(|(_, name, _)| name) };
    Some(Traced { said, trace: trace.at_most(sureness) })
}

/// The name, its place, and how sure it is: behind the post and of a known family; else only likely, by its shape or place.
fn name(lines: &[&str], from: usize) -> Option<(usize, String, Sureness)> {
    /// A name stands so near to the post.
    const NEAR: usize = 4;
    let behind = || (from + 1..lines.len()).find(|at| is_name(lines[*at]));
    let before = || (0..from).find(|at| is_name(lines[*at]));
    let proper = || (from + 1..lines.len()).take(NEAR).rfind(|at| is_proper(lines[*at]));
    let capitals = |at: &usize| {
        let line = lines[*at];
        is_family(line) && is_capitals(line) && !is_post(line)
    };
    if let Some(at) = behind() {
        return Some((at, lines[at].to_owned(), Sureness::Certain));
    }
    if let Some(at) = before().or_else(proper) {
        return Some((at, lines[at].to_owned(), Sureness::Likely));
    }
    let at = (from + 1..lines.len()).find(capitals)?;
    Some((at, in_case(lines[at]), Sureness::Likely))
}

/// The lines "TM. ...", "KT. ..." in a row; a line in capitals that no post stands in goes on with the one before.
fn behalf(lines: &[&str]) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for line in lines.iter().filter(|line| is_capitals(line)) {
        match parts.last_mut() {
            _ if is_behalf(line) => parts.push((*line).to_owned()),
            Some(last) if !is_post(line) => {
                last.push(' ');
                last.push_str(line);
            }
            _ => {}
        }
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whether a line says for whom is signed: "KT. GIÁM ĐỐC", "T/M BAN THƯỜNG VỤ".
pub(super) fn is_behalf(line: &str) -> bool {
    let Some((mark, rest)) = line.split_once(['.', ' ']) else { return false };
    let folded = fold(mark).replace('/', "");
    is_capitals(line) && BEHALF.contains(&folded.as_str()) && is_capitals(mark)
        || (mark == "Q" && is_post(rest))
}

/// Whether a line names a post, as far as its words tell.
pub(super) fn is_post(line: &str) -> bool {
    let folded = fold(line);
    POSTS.iter().any(|post| folded.contains(post))
}

/// Whether a line has the shape of a name, of whatever family: "Y Bhiăk Niê", "Ksor H'Bơ".
fn is_proper(line: &str) -> bool {
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
    };
    (2..=5).contains(&line.split(' ').count()) && !is_capitals(line) && line.split(' ').all(capital)
}

/// Whether a line is a person's name: a known family name and one to four more words, each with a capital.
pub(super) fn is_name(line: &str) -> bool {
    let line = without_title(line);
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
    };
    is_family(line) && line.split(' ').all(capital)
}

fn is_family(line: &str) -> bool {
    let line = without_title(line);
    let words = line.split(' ').count();
    let family = fold(line.split(' ').next().unwrap_or_default());
    (2..=5).contains(&words) && FAMILIES.contains(&family.as_str())
}

fn without_title(line: &str) -> &str {
    let rest = RANKS.iter().find_map(|rank| line.strip_prefix(rank)).map_or(line, str::trim_start);
    match rest.split_once(' ') {
        Some((title, name)) if TITLES.contains(&fold(title).as_str()) => name,
        _ => rest,
    }
}

/// A name in capitals in the case of names.
fn in_case(name: &str) -> String {
    name.split(' ').map(|word| capitalised(&word.to_lowercase())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], behalf: Option<&str>, position: Option<&str>, name: Option<&str>) {
        let found = read(lines).unwrap().said;
        let said = (found.on_behalf_of.as_deref(), found.position.as_deref(), found.name.as_deref());
        assert_eq!(said, (behalf, position, name));
    }

    fn read(lines: &[&str]) -> Option<Traced<Signatory>> {
        let printed: Vec<Traced<&str>> =
            (1..).zip(lines).map(|(number, line)| Traced::certain(*line, (number, number))).collect();
        signatory(&printed)
    }

    #[test]
    fn post_behalf_and_name() {
        check(
            &["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn A"],
            Some("KT. GIÁM ĐỐC"),
            Some("PHÓ GIÁM ĐỐC"),
            Some("Trần Văn A"),
        );
        check(
            &["TM. ỦY BAN NHÂN", "DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lê Thị B"],
            Some("TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"),
            Some("PHÓ CHỦ TỊCH"),
            Some("Lê Thị B"),
        );
        check(
            &["PHÓ BÍ THƯ", "Kiêm", "TRƯỞNG BAN", "Đinh Thị C"],
            None,
            Some("TRƯỞNG BAN"),
            Some("Đinh Thị C"),
        );
        check(
            &["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "HỒ VĂN D"],
            Some("T/M BAN THƯỜNG VỤ"),
            Some("PHÓ BÍ THƯ"),
            Some("Hồ Văn D"),
        );
        check(&["HIỆU TRƯỞNG", "ThS. Nguyễn Văn E"], None, Some("HIỆU TRƯỞNG"), Some("ThS. Nguyễn Văn E"));
    }

    #[test]
    fn a_rank_stands_before_the_name() {
        check(
            &["TRƯỞNG PHÒNG", "Thượng tá Hồ Văn E"],
            None,
            Some("TRƯỞNG PHÒNG"),
            Some("Thượng tá Hồ Văn E"),
        );
    }

    #[test]
    fn a_name_of_any_family() {
        check(&["CHỦ TỊCH", "(Đã ký)", "Y Bhiăk Niê"], None, Some("CHỦ TỊCH"), Some("Y Bhiăk Niê"));
    }

    #[test]
    fn the_letterhead_behind_the_name_is_no_post() {
        check(
            &["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "(Đã ký)", "Lê Văn B", "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG"],
            Some("KT. BỘ TRƯỞNG"),
            Some("THỨ TRƯỞNG"),
            Some("Lê Văn B"),
        );
    }

    #[test]
    fn nobody_signed() {
        assert_eq!(read(&["Công báo", "Trang chủ"]), None);
        check(&["GIÁM ĐỐC"], None, Some("GIÁM ĐỐC"), None);
    }
}
