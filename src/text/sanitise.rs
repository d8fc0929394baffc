//! The one door to a terminal: text of others is shown, never obeyed.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_segmentation::UnicodeSegmentation;

use super::letter::{is_invisible, is_plain, leans};

/// So many marks may stand on one letter; Vietnamese needs two, other scripts rarely four.
const MARKS: usize = 4;

/// Makes a text of several lines harmless: control characters are shown as `\x1b`, invisible and bidi ones as
/// `<U+202E>`, marks without a letter or piled too high likewise. A tab becomes a space. Line feeds stay, and a
/// carriage return before one goes. Text without any of these is borrowed.
#[must_use]
pub fn sanitise(text: &str) -> Cow<'_, str> {
    clean(text, "\n", by_name)
}

/// Makes a text harmless and one line: as [`sanitise`], with line feeds as spaces.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    clean(text, " ", by_name)
}

/// Makes a line of JSON harmless without changing what it says: what [`sanitise`] would show by name is escaped as
/// `\u202e`. All of it stands within strings, for outside of them JSON is ASCII.
#[must_use]
pub fn escape_json(line: &str) -> Cow<'_, str> {
    clean(line, "\n", in_json)
}

fn clean<'a>(text: &'a str, line_feed: &str, show: fn(&mut String, char)) -> Cow<'a, str> {
    if is_clean(text, line_feed) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len() + 16);
    let mut marks = Marks::default();
    let mut rest = characters(text).peekable();
    while let Some((c, begins)) = rest.next() {
        let refused = marks.refuse(c, begins);
        match c {
            '\n' => cleaned.push_str(line_feed),
            '\t' => cleaned.push(' '),
            '\r' if rest.peek().is_some_and(|(next, _)| *next == '\n') => {}
            c if refused || is_harmful(c) => show(&mut cleaned, c),
            c => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

fn is_clean(text: &str, line_feed: &str) -> bool {
    if text.chars().all(is_plain) {
        return true;
    }
    let mut marks = Marks::default();
    characters(text)
        .all(|(c, begins)| !marks.refuse(c, begins) && (!is_harmful(c) || (c == '\n' && line_feed == "\n")))
}

/// The characters, and of each whether it begins what a reader counts as one letter: a cell of the screen.
fn characters(text: &str) -> impl Iterator<Item = (char, bool)> {
    let letters = text.graphemes(true);
    letters.flat_map(|letter| letter.chars().enumerate().map(|(index, c)| (c, index == 0)))
}

fn is_harmful(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

// Writing to a string does not fail.

fn by_name(cleaned: &mut String, c: char) {
    let code = u32::from(c);
    let _ = if c.is_ascii() { write!(cleaned, "\\x{code:02x}") } else { write!(cleaned, "<U+{code:04X}>") };
}

fn in_json(cleaned: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        let _ = write!(cleaned, "\\u{unit:04x}");
    }
}

/// Counts what leans on the letter before: accents, vowels of syllables, colours of faces.
struct Marks(usize);

impl Default for Marks {
    fn default() -> Self {
        Self(MARKS)
    }
}

impl Marks {
    /// Whether the character is a mark that has no letter, for it begins one itself, or one mark too many.
    fn refuse(&mut self, c: char, begins: bool) -> bool {
        // What is shown by name ends in a letter, yet a mark would not be that letter's.
        if is_harmful(c) {
            self.0 = MARKS;
        } else if leans(c) {
            self.0 = (self.0 + 1).min(MARKS + 1);
            return begins || self.0 > MARKS;
        } else {
            self.0 = 0;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(sanitise(text), expected, "{text:?}");
    }

    #[test]
    fn what_could_command_the_terminal_is_shown() {
        check("\x1b]52;c;aGk=\x07", "\\x1b]52;c;aGk=\\x07");
        check("\u{9b}31m", "<U+009B>31m");
        check("a\u{202E}b\u{2069}", "a<U+202E>b<U+2069>");
        check("a\u{2028}b\u{E0041}", "a<U+2028>b<U+E0041>");
        check("zero\u{200B}width\u{FEFF}", "zero<U+200B>width<U+FEFF>");
        check("a\rb\x7f", "a\\x0db\\x7f");
    }

    #[test]
    fn lines_and_tabs_have_a_meaning() {
        check("một\r\nhai\tba\n", "một\nhai ba\n");
        assert_eq!(one_line("một\r\nhai\tba"), "một hai ba");
    }

    #[test]
    fn marks_need_a_letter_and_do_not_pile_up() {
        check("\u{301}a", "<U+0301>a");
        check("a\n\u{301}", "a\n<U+0301>");
        check("e\u{302}\u{301}", "e\u{302}\u{301}");
        check(&format!("a{}", "\u{301}".repeat(6)), "a\u{301}\u{301}\u{301}\u{301}<U+0301><U+0301>");
        check("2\u{605}…", "2<U+0605>…");
        // Its neighbour would stand in another cell of the screen.
        check("S\u{1A63}n", "S\u{1A63}n");
        check("\u{1A63}", "\u{1A63}");
        // Not marks to Unicode, and drawn over the letter before all the same.
        let syllable = "\u{1100}\u{1161}\u{1161}\u{1161}\u{1161}";
        check(&format!("{syllable}\u{1161}"), &format!("{syllable}<U+1161>"));
        check("\u{1F44B}\u{1F3FD}", "\u{1F44B}\u{1F3FD}");
        check("\u{1F3FD}", "<U+1F3FD>");
    }

    #[test]
    fn json_stays_what_it_was() {
        let text = format!("\"Sở\u{9b}31m \u{202E}b \u{E0041}\u{2028}x\u{7f} {}\"", "\u{301}".repeat(5));
        let written = escape_json(&text);
        assert_eq!(
            written,
            "\"Sở\\u009b31m \\u202eb \\udb40\\udc41\\u2028x\\u007f \u{301}\u{301}\u{301}\u{301}\\u0301\""
        );
        let read = |json: &str| serde_json::from_str::<String>(json).unwrap();
        assert_eq!(read(&written), read(&text));
    }

    #[test]
    fn harmless_text_is_borrowed() {
        let decomposed: String = "Nghị quyết số 12".nfd().collect();
        for text in ["Sở Nội vụ – “quý”", "two\nlines", "文字", &decomposed] {
            assert!(matches!(sanitise(text), Cow::Borrowed(_)), "{text}");
        }
        assert!(matches!(one_line("two\nlines"), Cow::Owned(_)));
    }

    fn nasty() -> impl Strategy<Value = String> {
        let ranges = prop_oneof![
            any::<char>(),
            proptest::char::range('\0', '\u{A0}'),
            proptest::char::range('\u{2000}', '\u{2070}'),
            proptest::char::range('\u{300}', '\u{310}'),
            proptest::char::range('\u{E0000}', '\u{E01EF}'),
        ];
        proptest::collection::vec(ranges, 0..40).prop_map(String::from_iter)
    }

    /// Some of what must never reach a terminal, listed apart from the code under test.
    fn commands(c: char) -> bool {
        let bidi = matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        bidi || c.is_control() || ('\u{E0000}'..='\u{E01EF}').contains(&c)
    }

    /// The screen puts each letter into a cell of its own, where it has no neighbour.
    #[test]
    fn each_letter_of_what_is_shown_stands_by_itself() {
        for c in '\u{300}'..='\u{1FFFF}' {
            let shown = one_line(&format!("a{c}b")).into_owned();
            for letter in shown.graphemes(true) {
                assert_eq!(one_line(letter), letter, "{}", c.escape_unicode());
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_harmful_comes_through(text in nasty()) {
            let shown = one_line(&text).into_owned();
            prop_assert!(!shown.contains(commands), "{:?}", shown);
            prop_assert!(!shown.starts_with(leans));
        }

        #[test]
        fn what_is_clean_stays(text in nasty()) {
            let once = sanitise(&text).into_owned();
            prop_assert_eq!(sanitise(&once), once.as_str());
        }
    }
}
