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
    number_too_large = "số quá lớn" | "a number is out of range";
    number_malformed = "số viết sai" | "a number is written wrongly";
    escape_malformed = "ký hiệu \\ trong chuỗi viết sai" | "an escape in a text is written wrongly";
    too_deep = "các giá trị lồng nhau quá sâu" | "values are nested too deep";
    comma_behind = "thừa dấu phẩy ở cuối" | "a comma stands behind the last element";
    not_kept_exactly = "số quá lớn, không giữ được chính xác" | "a number too large to be kept exactly";
    unknown_field(field: &str, what: &str) = "có trường lạ {field}, cần {what}" | "the field {field} is unknown, expected {what}";
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
        "number out of range" => return number_too_large(lang).to_owned(),
        "invalid number" => return number_malformed(lang).to_owned(),
        "recursion limit exceeded" => return too_deep(lang).to_owned(),
        "trailing comma" => return comma_behind(lang).to_owned(),
        "a number too large to be kept exactly" => return not_kept_exactly(lang).to_owned(),
        "invalid escape"
        | "invalid unicode code point"
        | "lone leading surrogate in hex escape"
        | "unexpected end of hex escape" => return escape_malformed(lang).to_owned(),
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
    let field = said.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected "));
    if let Some((field, what)) = field {
        return unknown_field(lang, field, &nouns(lang, what));
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

/// The kinds of values by their Vietnamese names; what stands in quotes is data, and stays.
fn nouns(lang: Lang, phrase: &str) -> Cow<'_, str> {
    if lang == Lang::En {
        return Cow::Borrowed(phrase);
    }
    let mut text = String::with_capacity(phrase.len());
    let mut rest = phrase;
    while let Some(start) = rest.find(['`', '"', '\'']) {
        let (before, quoted) = rest.split_at(start);
        let sign = &quoted[..1];
        let end = quoted[1..].find(sign).map_or(quoted.len(), |end| end + 2);
        text += &vietnamese(before);
        text += &quoted[..end];
        rest = &quoted[end..];
    }
    Cow::Owned(text + &vietnamese(rest))
}

fn vietnamese(words: &str) -> String {
    /// Longer ones first, for they hold the shorter ones.
    const NOUNS: [(&str, &str); 27] = [
        ("one of ", "một trong "),
        (" or ", " hoặc "),
        ("any JSON value", "giá trị JSON"),
        ("floating point", "số thập phân"),
        ("unit value", "giá trị rỗng"),
        ("a string", "chuỗi"),
        ("string", "chuỗi"),
        ("a sequence", "danh sách"),
        ("sequence", "danh sách"),
        ("boolean", "đúng/sai"),
        ("a boolean", "đúng/sai"),
        ("character", "ký tự"),
        ("identifier", "tên"),
        ("ident", "true, false hoặc null"),
        ("integer", "số nguyên"),
        ("usize", "số nguyên không âm"),
        ("u64", "số nguyên không âm"),
        ("u32", "số nguyên không âm"),
        ("u16", "số nguyên không âm"),
        ("u8", "số nguyên từ 0 đến 255"),
        ("i64", "số nguyên"),
        ("i32", "số nguyên"),
        ("f64", "số"),
        ("struct ", "đối tượng "),
        ("null", "null"),
        ("map", "đối tượng"),
        ("value", "giá trị"),
    ];
    NOUNS.iter().fold(words.to_owned(), |text, (en, vi)| text.replace(en, vi))
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
            (
                "invalid type: string \"a map\", expected i32",
                "gặp chuỗi \"a map\", cần số nguyên",
                "found string \"a map\", expected i32",
            ),
            ("expected ident", "cần true, false hoặc null", "expected ident"),
            (
                "invalid type: null, expected u32",
                "gặp null, cần số nguyên không âm",
                "found null, expected u32",
            ),
            ("number out of range", "số quá lớn", "a number is out of range"),
            ("EOF while parsing an object", "hết giữa chừng", "ends in the middle"),
            ("something new", "something new", "something new"),
        ] {
            assert_eq!((in_words(Lang::Vi, said).as_str(), in_words(Lang::En, said).as_str()), (vi, en));
        }
    }
}
