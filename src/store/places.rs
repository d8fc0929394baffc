//! Where in a file a field has which value, so that what is wrong with a value can be told with its place.

use std::collections::HashMap;

use super::fault::TextPosition;
use super::folder::Folder;
use super::name::FileName;

/// The places of a field in a file, by the text that it has there, from the top down.
pub type Places = HashMap<String, Vec<TextPosition>>;

impl Folder {
    /// Finds where a file has a field with a text for its value; nothing where it cannot be read.
    #[must_use]
    pub fn places(&self, name: &FileName, field: &str) -> Places {
        let content = self.content(&name.to_string()).ok().flatten();
        content.map_or_else(Places::new, |content| places(&String::from_utf8_lossy(&content.bytes), field))
    }
}

/// A field and its value stand on one line in every file that this program writes.
fn places(text: &str, field: &str) -> Places {
    let key = format!("\"{field}\"");
    let mut places = Places::new();
    for (number, line) in text.lines().enumerate() {
        // Counted on from the last one: a file of one line may hold a million.
        let (mut counted, mut column) = (0, 1);
        for (at, _) in line.match_indices(&key) {
            column += line[counted..at].chars().count();
            counted = at;
            if let Some(value) = value(&line[at + key.len()..]) {
                places.entry(value).or_default().push(TextPosition { line: number + 1, column });
            }
        }
    }
    places
}

/// The text behind a colon.
fn value(rest: &str) -> Option<String> {
    let rest = rest.trim_start().strip_prefix(':')?;
    serde_json::Deserializer::from_str(rest).into_iter::<String>().next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_value_is_found() {
        let found = places("{\n  \"id\": \"k\\u0031\",\n  \"số\": 1, \"id\" :\"b\", \"id\": 3\n}", "id");
        let at = |value: &str| found[value].iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!((found.len(), at("k1"), at("b")), (2, vec!["2:3".to_owned()], vec!["3:12".to_owned()]));
    }
}
