//! A plan's name in paths and addresses: `03-kh-bcd-2022`.

use crate::text::fold;

/// How many words of the title name a plan that has no number.
const WORDS: usize = 6;

/// The id by number and year, else by the first words of the title and the year, else by the year alone.
pub(super) fn plan_id(number: Option<&str>, title: &str, year: i32) -> String {
    let name = number.map(slug).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| slug(title).split('-').take(WORDS).collect::<Vec<_>>().join("-"));
    let name = if name.is_empty() { "ke-hoach" } else { &name };
    format!("{name}-{year}")
}

/// Small letters and digits without accents, hyphens between them.
fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        assert_eq!(plan_id(Some("03-KH/BCĐ"), "Thực hiện", 2022), "03-kh-bcd-2022");
        assert_eq!(
            plan_id(None, "Thực hiện công tác dân vận chính quyền năm 2022", 2022),
            "thuc-hien-cong-tac-dan-van-2022"
        );
        assert_eq!(plan_id(None, "", 2022), "ke-hoach-2022");
    }
}
