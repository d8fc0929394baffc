//! What the reader of JSON says of a text that it refuses. It speaks English; here its usual sentences are put in
//! Vietnamese, and what it says seldom stays as it is.

use std::borrow::Cow;

use super::{Lang, words};

words! {
    expected(what: &str) = "cần {what}" | "expected {what}";
    expected_found(what: &str, found: &str) = "cần {what}, gặp {found}" | "expected {what}, found {found}";
    invalid(found: &str, what: &str) = "gặp {found}, cần {what}" | "found {found}, expected {what}";
    missing(field: &str) = "thiếu trường {field}" | "the field {field} is missing";
    doubled(field: &str) = "trường {field} có hai lần" | "the field {field} stands there twice";
    unknown(found: &str, what: &str) = "gặp {found}, cần {what}" | "found {found}, expected {what}";
    ends_early = "hết giữa chừng" | "ends in the middle";
    more_behind = "còn chữ thừa ở phía sau" | "more follows behind its end";
    key_unquoted = "tên trường phải nằm trong ngoặc kép" | "the name of a field must stand in quotes";
    control_character =
        "chuỗi có ký tự điều khiển hoặc xuống dòng" | "a text holds a control character or a line break";
}

/// The sentence in a language.
#[must_use]
pub fn in_words(lang: Lang, said: &str) -> String {
    if said.starts_with("EOF while parsing") {
        return ends_early(lang).to_owned();
    }
    if said.starts_with("control character") {
        return control_character(lang).to_owned();
    }
    match said {
        "trailing characters" => return more_behind(lang).to_owned(),
        "key must be a string" => return key_unquoted(lang).to_owned(),
        _ => {}
    }
    if let Some(field) = said.strip_prefix("missing field ") {
        return missing(lang, field);
    }
    if let Some(field) = said.strip_prefix("duplicate field ") {
        return doubled(lang, field);
    }
    let invalid_value = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "));
    if let Some((found, what)) = invalid_value.and_then(|rest| rest.split_once(", expected ")) {
        return invalid(lang, &nouns(lang, found), &nouns(lang, what));
    }
    let variant = said.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected "));
    if let Some((found, what)) = variant {
        return unknown(lang, found, &nouns(lang, what));
    }
    match said.strip_prefix("expected ").map(|rest| (rest, rest.split_once(", found "))) {
        Some((_, Some((what, found)))) => expected_found(lang, &nouns(lang, what), found),
        Some((what, None)) => expected(lang, &nouns(lang, what)),
        None => said.to_owned(),
    }
}

/// The kinds of values by their Vietnamese names.
fn nouns(lang: Lang, phrase: &str) -> Cow<'_, str> {
    const NOUNS: [(&str, &str); 9] = [
        ("one of ", "một trong "),
        (" or ", " hoặc "),
        ("a string", "chuỗi"),
        ("string", "chuỗi"),
        ("a sequence", "danh sách"),
        ("sequence", "danh sách"),
        ("integer", "số nguyên"),
        ("map", "đối tượng"),
        ("value", "giá trị"),
    ];
    match lang {
        Lang::En => Cow::Borrowed(phrase),
        Lang::Vi => {
            let put = |text: String, (en, vi): &(&str, &str)| text.replace(en, vi);
            Cow::Owned(NOUNS.iter().fold(phrase.to_owned(), put))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_says_is_put_in_both_languages() {
        for (said, vi, en) in [
            ("expected value, found 'g'", "cần giá trị, gặp 'g'", "expected value, found 'g'"),
            ("expected `,` or `}`", "cần `,` hoặc `}`", "expected `,` or `}`"),
            ("missing field `id`", "thiếu trường `id`", "the field `id` is missing"),
            (
                "invalid type: integer `3`, expected a string",
                "gặp số nguyên `3`, cần chuỗi",
                "found integer `3`, expected a string",
            ),
            ("unknown variant `x`, expected `lead`", "gặp `x`, cần `lead`", "found `x`, expected `lead`"),
            ("EOF while parsing an object", "hết giữa chừng", "ends in the middle"),
            ("something new", "something new", "something new"),
        ] {
            assert_eq!((in_words(Lang::Vi, said).as_str(), in_words(Lang::En, said).as_str()), (vi, en));
        }
    }
}
