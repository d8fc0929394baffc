//! TCVN 5712:1993, third form: a sign a letter. Capitals with tones are in fonts of their own, which show the small ones
//! as capitals; so a line or word whose other letters are capitals is one of capitals.

/// The signs and their letters.
const LETTERS: [(&str, &str); 12] = [
    ("µ¸¶·¹", "àáảãạ"),
    ("¨»¾¼½Æ", "ăằắẳẵặ"),
    ("©ÇÊÈÉË", "âầấẩẫậ"),
    ("®ÌÐÎÏÑ", "đèéẻẽẹ"),
    ("ªÒÕÓÔÖ", "êềếểễệ"),
    ("×ÝØÜÞ", "ìíỉĩị"),
    ("ßãáâä", "òóỏõọ"),
    ("«åèæçé", "ôồốổỗộ"),
    ("¬êíëìî", "ơờớởỡợ"),
    ("ïóñòô", "ùúủũụ"),
    ("\u{AD}õøö÷ù", "ưừứửữự"),
    ("úýûüþ¡¢£¤¥¦§", "ỳýỷỹỵĂÂÊÔƠƯĐ"),
];

/// A line read as TCVN3.
pub(super) fn decode(line: &str) -> String {
    if is_capitals(line, 3) {
        return plain(line).to_uppercase();
    }
    let word = |word: &str| if is_capitals(word, 2) { plain(word).to_uppercase() } else { plain(word) };
    line.split_inclusive(char::is_whitespace).map(word).collect()
}

fn plain(text: &str) -> String {
    text.chars().map(letter).collect()
}

/// Whether all letters without a mark are capitals, and so many of them that it is no chance.
fn is_capitals(text: &str, telling: usize) -> bool {
    let bare = || text.chars().filter(char::is_ascii_alphabetic);
    bare().count() >= telling && bare().all(|c| c.is_ascii_uppercase())
}

fn letter(sign: char) -> char {
    let in_row = |(signs, letters): &(&str, &str)| {
        signs.chars().zip(letters.chars()).find(|(own, _)| *own == sign).map(|(_, letter)| letter)
    };
    LETTERS.iter().find_map(in_row).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, decode};

    #[test]
    fn every_sign_has_its_letter() {
        for (signs, letters) in LETTERS {
            assert_eq!(signs.chars().count(), letters.chars().count(), "{letters}");
        }
        assert_eq!(decode("HO¹CH ®æi míi §¶ng"), "HOẠCH đổi mới Đảng");
        assert_eq!(decode("ñY BAN Y TÕ"), "ỦY BAN Y TẾ");
    }
}
