//! The path of a document as people type, drop and paste it, and as the program goes on with it.

use crate::locale::review as words;
use crate::text::one_line;
use crate::tui::field::Field;
use crate::tui::state::State;
use crate::tui::state::layer::Layer;

/// The path that is meant by one in quotes, with a backslash before what a shell would part it at, or as an address.
#[must_use]
pub fn plain(typed: &str) -> String {
    for quote in ['\'', '"'] {
        if let Some(path) = typed.strip_prefix(quote) {
            return path.strip_suffix(quote).unwrap_or(path).to_owned();
        }
    }
    if let Some(address) = typed.strip_prefix("file://") {
        return decoded(address.strip_prefix("localhost").unwrap_or(address));
    }
    let mut plain = String::with_capacity(typed.len());
    let mut letters = typed.chars();
    while let Some(letter) = letters.next() {
        plain.push(if letter == '\\' { letters.next().unwrap_or(letter) } else { letter });
    }
    plain
}

/// An address with each `%41` as the byte that it stands for; what is no UTF-8 then stays as it was.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let coded = address_byte(rest);
        bytes.push(coded.unwrap_or(*first));
        rest = if coded.is_some() { &rest[3..] } else { others };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

fn address_byte(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else { return None };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// What goes on from a path that is half typed is known: the rest is filled in as far as it is the same for all; then they
/// are shown.
pub fn completed(state: &mut State, typed: &str, found: &[String]) {
    let Some(Layer::Document(field)) = &state.layer else { return };
    if plain(field.text().trim_start()) != typed {
        return;
    }
    let Some(first) = found.first() else {
        return state.notices.refuse(words::no_such_path(state.lang));
    };
    let shared = found.iter().fold(first.as_str(), |shared, path| shared_start(shared, path));
    if shared.len() > typed.len() {
        // A backslash that belongs to a name is typed twice.
        state.layer = Some(Layer::Document(Field::with(&shared.replace('\\', "\\\\"))));
    } else if found.len() > 1 {
        let name = |path: &String| {
            let cut = path.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
            one_line(&path[cut..]).into_owned()
        };
        state.notices.say(found.iter().map(name).collect::<Vec<_>>().join("  "));
    }
}

/// What two texts begin with alike.
fn shared_start<'t>(one: &'t str, other: &str) -> &'t str {
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    &one[..alike.map(|(letter, _)| letter.len_utf8()).sum()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_was_quoted_escaped_or_addressed() {
        for (typed, path) in [
            ("~/a b.docx", "~/a b.docx"),
            ("'/tmp/Kế hoạch 1.docx'", "/tmp/Kế hoạch 1.docx"),
            ("\"/tmp/Kế hoạch 1.docx\"", "/tmp/Kế hoạch 1.docx"),
            ("'/tmp/chưa đóng", "/tmp/chưa đóng"),
            ("/tmp/K\\ 1\\(2\\).docx", "/tmp/K 1(2).docx"),
            ("file:///tmp/K%E1%BA%BF%20ho%E1%BA%A1ch.docx", "/tmp/Kế hoạch.docx"),
            ("file://localhost/tmp/a%2Fb%zz.txt", "/tmp/a/b%zz.txt"),
            ("file:///tmp/%ff", "/tmp/%ff"),
            ("", ""),
        ] {
            assert_eq!(plain(typed), path, "{typed}");
        }
    }
}
