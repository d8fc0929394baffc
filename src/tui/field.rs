//! A line of text that is typed: by letters as a reader counts them, composed, never left by a letter key.

use serde::{Deserialize, Serialize};
use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::action::{Chord, Key};
use crate::text::{one_line, width};

/// The text, the cursor in it, and what was cut out last.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Field {
    input: Input,
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::with(&text)
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.text().to_owned()
    }
}

/// The longest text that a field takes, in characters: a page, where a line is meant.
const LONGEST: usize = 4_000;

impl Field {
    /// A field that holds a text already, the cursor at its end.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let mut field = Self::default();
        field.paste(text);
        field
    }

    /// The text, composed (NFC).
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Takes a key; answers whether it changed the text. Keys that mean nothing here do nothing.
    pub fn key(&mut self, chord: Chord) -> bool {
        if let Some(c) = chord.typed() {
            return self.insert(c.encode_utf8(&mut [0; 4]));
        }
        let Some(request) = request(chord) else { return false };
        let changed = self.input.handle(request).is_some_and(|changed| changed.value);
        if changed {
            self.compose();
        }
        changed
    }

    /// Takes a pasted text as text: line ends and tabs become spaces, other control characters go.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", " ");
        let plain = |c: char| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
        self.insert(&text.chars().map(plain).filter(|c| !c.is_control()).collect::<String>());
    }

    /// What of the text fits into so many columns, made harmless, and the column of the cursor, which is among them.
    #[must_use]
    pub fn window(&self, columns: u16) -> (String, u16) {
        let (before, after) = self.around_cursor();
        let (before, after) = (one_line(before), one_line(after));
        // One column stays free for the cursor behind the last letter.
        let room = usize::from(columns).saturating_sub(1);
        let mut shown = &*before;
        while width(shown) > room {
            let first = shown.graphemes(true).next().map_or(shown.len(), str::len);
            shown = &shown[first..];
        }
        let cursor = width(shown);
        let mut window = shown.to_owned();
        let mut used = cursor;
        for letter in after.graphemes(true) {
            used += width(letter);
            if used > usize::from(columns) {
                break;
            }
            window.push_str(letter);
        }
        (window, u16::try_from(cursor).unwrap_or(columns))
    }

    fn around_cursor(&self) -> (&str, &str) {
        let text = self.text();
        let at = text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at);
        text.split_at(at)
    }

    fn insert(&mut self, text: &str) -> bool {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        let (before, after) = self.around_cursor();
        let inserted: String = before.chars().chain(text.chars().take(room)).collect();
        let (changed, after) = (inserted.len() > before.len(), after.to_owned());
        self.set(&inserted, &after);
        changed
    }

    /// Composes anew where a deletion brought a letter and a mark together.
    fn compose(&mut self) {
        let (before, after) = self.around_cursor();
        let (before, after) = (before.to_owned(), after.to_owned());
        self.set(&before, &after);
    }

    /// Puts the cursor between two texts. A mark joins the letter before it, also across the cursor.
    fn set(&mut self, before: &str, after: &str) {
        let text: String = before.chars().chain(after.chars()).nfc().collect();
        let composed: String = before.nfc().collect();
        let cursor = composed.chars().count().min(text.chars().count());
        self.input = std::mem::take(&mut self.input).with_value(text).with_cursor(cursor);
    }
}

/// What a key does in a field: as in a shell, for the hands that know it.
fn request(chord: Chord) -> Option<InputRequest> {
    let plain = Chord::from;
    let letter = |c: char| Chord::from(c);
    let requests = [
        (plain(Key::Left), InputRequest::GoToPrevChar),
        (letter('b').ctrl(), InputRequest::GoToPrevChar),
        (plain(Key::Right), InputRequest::GoToNextChar),
        (letter('f').ctrl(), InputRequest::GoToNextChar),
        (plain(Key::Left).ctrl(), InputRequest::GoToPrevWord),
        (letter('b').alt(), InputRequest::GoToPrevWord),
        (plain(Key::Right).ctrl(), InputRequest::GoToNextWord),
        (letter('f').alt(), InputRequest::GoToNextWord),
        (plain(Key::Home), InputRequest::GoToStart),
        (letter('a').ctrl(), InputRequest::GoToStart),
        (plain(Key::End), InputRequest::GoToEnd),
        (letter('e').ctrl(), InputRequest::GoToEnd),
        (plain(Key::Backspace), InputRequest::DeletePrevChar),
        (plain(Key::Backspace).shift(), InputRequest::DeletePrevChar),
        (plain(Key::Delete), InputRequest::DeleteNextChar),
        (letter('d').ctrl(), InputRequest::DeleteNextChar),
        (plain(Key::Backspace).alt(), InputRequest::DeletePrevWord),
        (plain(Key::Backspace).ctrl(), InputRequest::DeletePrevWord),
        (letter('w').ctrl(), InputRequest::DeletePrevWord),
        (plain(Key::Delete).ctrl(), InputRequest::DeleteNextWord),
        (letter('d').alt(), InputRequest::DeleteNextWord),
        (letter('u').ctrl(), InputRequest::DeleteFromStart),
        (letter('k').ctrl(), InputRequest::DeleteTillEnd),
        (letter('y').ctrl(), InputRequest::Yank),
    ];
    requests.into_iter().find(|(known, _)| *known == chord).map(|(_, request)| request)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Types keys, written as in a key map between spaces, and shows the text with the cursor as `|`.
    fn typed(start: &str, keys: &str) -> String {
        let mut field = Field::with(start);
        for key in keys.split_whitespace() {
            field.key(key.parse().unwrap());
        }
        let (before, after) = field.around_cursor();
        format!("{before}|{after}")
    }

    #[test]
    fn the_cursor_moves_and_deletes_by_letters_and_words() {
        assert_eq!(typed("Kế hoạch", "left left backspace"), "Kế ho|ch");
        assert_eq!(typed("Kế hoạch", "home right right delete"), "Kế|hoạch");
        assert_eq!(typed("Sở Nội vụ", "ctrl-left"), "Sở Nội |vụ");
        assert_eq!(typed("Sở Nội vụ", "alt-b alt-b"), "Sở |Nội vụ");
        assert_eq!(typed("Sở Nội vụ", "ctrl-w"), "Sở Nội |");
        assert_eq!(typed("Sở Nội vụ", "ctrl-left ctrl-u"), "|vụ");
        assert_eq!(typed("Sở Nội vụ", "home ctrl-right ctrl-k"), "Sở |");
        assert_eq!(typed("👨‍👩‍👧 a", "left left backspace"), "| a");
        assert_eq!(typed("", "backspace left delete ctrl-w"), "|");
        assert_eq!(typed("12/BC-SNV", "space đ Q"), "12/BC-SNV đQ|");
    }

    #[test]
    fn keys_that_are_no_text_leave_it_alone() {
        assert_eq!(typed("a", "enter esc tab f5 ctrl-x alt-q up"), "a|");
        assert!(!Field::with("a").key(Key::Left.into()));
        assert!(Field::with("a").key(Key::Backspace.into()));
    }

    #[test]
    fn a_mark_joins_the_letter_before_it() {
        let mut field = Field::with("Kê");
        field.key('\u{301}'.into());
        assert_eq!(field.text(), "Kế");
        field.key('x'.into());
        assert_eq!(field.text(), "Kếx");
        let mut middle = Field::with("ax");
        middle.key(Key::Left.into());
        middle.key('\u{323}'.into());
        middle.key('\u{302}'.into());
        assert_eq!(middle.text(), "ậx");
        assert_eq!(Field::with("Ke\u{302}\u{301} hoa\u{323}ch").text(), "Kế hoạch");
    }

    #[test]
    fn the_bursts_of_input_methods_come_out_right() {
        assert_eq!(typed("", "a backspace á"), "á|");
        assert_eq!(typed("", "t i e backspace ê backspace ế n g"), "tiếng|");
        assert_eq!(typed("x", "left d backspace đ o backspace ô"), "đô|x");
    }

    #[test]
    fn a_paste_is_text() {
        let mut field = Field::with("a");
        field.paste("q\r\n\tb\x1b[A\nc");
        assert_eq!(field.text(), "aq  b[A c");
        field.paste(&"x".repeat(10_000));
        assert_eq!(field.text().chars().count(), LONGEST);
        assert!(!field.key('y'.into()));
    }

    #[test]
    fn the_window_follows_the_cursor() {
        let mut field = Field::with("Thực hiện");
        assert_eq!(field.window(20), ("Thực hiện".into(), 9));
        assert_eq!(field.window(5), ("hiện".into(), 4));
        field.key(Key::Home.into());
        assert_eq!(field.window(5), ("Thực ".into(), 0));
        assert_eq!(Field::with("文字").window(4), ("字".into(), 2));
        assert_eq!(Field::with("a\u{202E}").window(20), ("a<U+202E>".into(), 9));
        assert_eq!(field.window(0), (String::new(), 0));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_composed_and_seen(
            keys in proptest::collection::vec(prop_oneof![
                any::<char>().prop_map(Chord::from),
                proptest::char::range('\u{300}', '\u{323}').prop_map(Chord::from),
                prop_oneof![Just(Key::Left), Just(Key::Delete), Just(Key::Backspace), Just(Key::Right)]
                    .prop_map(Chord::from),
            ], 0..30),
            columns in 0..20_u16,
        ) {
            let mut field = Field::default();
            for key in keys {
                field.key(key);
            }
            prop_assert!(unicode_normalization::is_nfc(field.text()));
            let (window, cursor) = field.window(columns);
            prop_assert!(width(&window) <= usize::from(columns));
            prop_assert!(cursor < columns.max(1));
        }
    }
}
