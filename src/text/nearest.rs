//! Near names, for "did you mean".

use strsim::damerau_levenshtein;

use super::fold::fold;

/// So many near names help; more are a list to read.
const MOST: usize = 3;

/// The candidates that a mistyped word may have meant, the nearest first, three at most. Accents and case do not
/// count. Near is: the same, a beginning, a part, a beginning of some of the words, or a third of the letters wrong.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = fold(word);
    if word.is_empty() {
        return Vec::new();
    }
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(&word, &fold(candidate))?, candidate)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.dedup_by_key(|(_, candidate)| *candidate);
    near.truncate(MOST);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How far two folded texts are apart; `None` when too far to be meant.
fn distance(word: &str, candidate: &str) -> Option<usize> {
    let letters = word.chars().count();
    let typing = damerau_levenshtein(word, candidate);
    if typing <= letters.div_ceil(3) {
        return Some(typing);
    }
    // Missing letters weigh less than wrong ones: someone who stops early typed nothing wrong.
    let missing = candidate.chars().count().saturating_sub(letters).min(99);
    if candidate.starts_with(word) {
        return Some(100 + missing);
    }
    if candidate.contains(word) && letters > 1 {
        return Some(200 + missing);
    }
    let mut words = candidate.split(|c: char| !c.is_alphanumeric());
    words
        .any(|part| damerau_levenshtein(word, part) <= letters / 3 && letters > 2)
        .then_some(300 + missing)
        .or_else(|| all_words_begin(word, candidate).then_some(400 + missing))
}

/// Whether each typed word begins some word of the candidate.
fn all_words_begin(word: &str, candidate: &str) -> bool {
    word.split(' ').all(|typed| candidate.split(' ').any(|known| known.starts_with(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [&str; 5] = ["Sở Nội vụ", "Sở Ngoại vụ", "Sở Tài chính", "Thanh tra tỉnh", "Văn phòng Sở"];

    fn check(word: &str, expected: &[&str]) {
        assert_eq!(nearest(word, UNITS), expected, "{word}");
    }

    #[test]
    fn near_names_come_nearest_first() {
        check("so noi vu", &["Sở Nội vụ", "Sở Ngoại vụ"]);
        check("Sở Nội vú", &["Sở Nội vụ", "Sở Ngoại vụ"]);
        check("thanh", &["Thanh tra tỉnh"]);
        check("phong", &["Văn phòng Sở"]);
        check("so chinh", &["Sở Tài chính"]);
        check("phonh", &["Văn phòng Sở"]);
    }

    #[test]
    fn what_is_far_is_not_offered() {
        check("kế hoạch đầu tư", &[]);
        check("", &[]);
        check("q", &[]);
    }

    #[test]
    fn ids_are_near_by_a_letter() {
        assert_eq!(nearest("03-kh-bdc-2022", ["03-kh-bcd-2022", "45-kh-syt-2026"]), ["03-kh-bcd-2022"]);
        assert_eq!(nearest("donee", ["todo", "doing", "done"]), ["done"]);
    }
}
