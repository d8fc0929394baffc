//! The desks through which reports go: "về Sở (qua Văn phòng Sở)", "thông qua Sở Nội vụ".

use super::units;
use super::words::Words;

/// The desks that running text names behind "qua", each once.
#[must_use]
pub fn of_sentence(text: &str) -> Vec<String> {
    let words = Words::of(text);
    let mut desks: Vec<String> = Vec::new();
    for at in 0..words.len() {
        let Some(next) = words.any(at, &["qua", "thông qua"]).filter(|_| !is_passed(&words, at)) else {
            continue;
        };
        let Some((desk, _)) = units::name(&words, next).filter(|_| words.is_capital(next)) else { continue };
        if !desks.contains(&desk) {
            desks.push(desk);
        }
    }
    desks
}

/// "đã qua", "trải qua", "được Quốc hội thông qua": no route. "thông qua" is read from its first word.
fn is_passed(words: &Words<'_>, at: usize) -> bool {
    words.ends_with_any(at, &["vừa", "trải", "vượt", "hội", "được", "thời gian", "thông", "trong"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(of_sentence(text), expected, "{text}");
    }

    #[test]
    fn desks_are_found() {
        check("báo cáo về Sở (qua Văn phòng Sở) trước ngày 15/10", &["Văn phòng Sở"]);
        check("gửi Sở (qua Phòng Hành chính - Tổng hợp).", &["Phòng Hành chính - Tổng hợp"]);
        check("về Ủy ban nhân dân tỉnh (thông qua Sở Nội vụ để tổng hợp)", &["Sở Nội vụ"]);
        check(
            "báo cáo Ban Chỉ huy qua Văn phòng Ban Chỉ huy tỉnh để tổng hợp",
            &["Văn phòng Ban Chỉ huy tỉnh"],
        );
    }

    #[test]
    fn other_uses_of_the_word_are_none() {
        check("thông qua các cuộc họp của cơ quan", &[]);
        check("trong thời gian qua, Sở Y tế đã triển khai", &[]);
        check("Luật được Quốc hội thông qua", &[]);
        check("", &[]);
    }
}
