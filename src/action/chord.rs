//! A key with the modifiers that are held, written and read.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;

/// A key and its modifiers: `j`, `G`, `!`, `đ`, `space`, `ctrl-z`, `alt-enter`, `shift-tab`, `f5`.
///
/// Shift is part of a character (`G`), never beside one. Terminals do not tell ctrl-Z from ctrl-z; both are `ctrl-z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    key: Key,
    held: Held,
}

/// A key without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A character as typed, the space bar too; composed.
    Char(char),
    /// A function key, 1 to 12.
    F(u8),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// The key that deletes before the cursor.
    Backspace,
    /// The key that deletes behind the cursor.
    Delete,
    /// Insert.
    Insert,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// The modifiers that are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
struct Held {
    ctrl: bool,
    alt: bool,
    shift: bool,
}

/// Why a text is no chord.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a key: expected one such as j, G, space, enter, ctrl-z, shift-tab, f5")]
pub struct ChordError(String);

const NAMED: [(&str, Key); 15] = [
    ("space", Key::Char(' ')),
    ("enter", Key::Enter),
    ("esc", Key::Esc),
    ("tab", Key::Tab),
    ("backspace", Key::Backspace),
    ("delete", Key::Delete),
    ("insert", Key::Insert),
    ("left", Key::Left),
    ("right", Key::Right),
    ("up", Key::Up),
    ("down", Key::Down),
    ("home", Key::Home),
    ("end", Key::End),
    ("pageup", Key::PageUp),
    ("pagedown", Key::PageDown),
];

impl From<Key> for Chord {
    fn from(key: Key) -> Self {
        Self { key, held: Held::default() }
    }
}

impl From<char> for Chord {
    fn from(c: char) -> Self {
        Key::Char(single(c.nfc()).unwrap_or(c)).into()
    }
}

impl Chord {
    /// The key.
    #[must_use]
    pub fn key(self) -> Key {
        self.key
    }

    /// The same with ctrl held.
    #[must_use]
    pub fn ctrl(self) -> Self {
        Self { held: Held { ctrl: true, ..self.held }, ..self }.settled()
    }

    /// The same with alt held.
    #[must_use]
    pub fn alt(self) -> Self {
        Self { held: Held { alt: true, ..self.held }, ..self }
    }

    /// The same with shift held; of a character that has one, its capital.
    #[must_use]
    pub fn shift(self) -> Self {
        Self { held: Held { shift: true, ..self.held }, ..self }.settled()
    }

    /// The text that it types into a field: a character without ctrl and alt.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if self.held == Held::default() => Some(c),
            _ => None,
        }
    }

    /// How a footer names it: `Space`, `Ctrl-Z`, `Shift-Tab`, `d`.
    #[must_use]
    pub fn label(self) -> String {
        let text = self.to_string();
        if text.chars().nth(1).is_none() {
            return text;
        }
        text.split('-').map(key_cap).collect::<Vec<_>>().join("-")
    }

    /// Makes one chord of those that a terminal does not tell apart.
    fn settled(mut self) -> Self {
        let Key::Char(c) = self.key else { return self };
        if self.held.ctrl {
            self.key = Key::Char(single(c.to_lowercase()).unwrap_or(c));
            self.held.shift = false;
        } else if self.held.shift && c != ' ' {
            self.key = Key::Char(single(c.to_uppercase()).unwrap_or(c));
            self.held.shift = false;
        }
        self
    }
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

/// What stands on a key.
fn key_cap(word: &str) -> String {
    match word {
        "pagedown" => return "PageDown".to_owned(),
        "pageup" => return "PageUp".to_owned(),
        _ => {}
    }
    let mut rest = word.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = [(self.held.ctrl, "ctrl-"), (self.held.alt, "alt-"), (self.held.shift, "shift-")];
        held.iter().filter(|(held, _)| *held).try_for_each(|(_, name)| f.write_str(name))?;
        match (NAMED.iter().find(|(_, key)| *key == self.key), self.key) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Key::Char(c)) => write!(f, "{c}"),
            (None, Key::F(number)) => write!(f, "f{number}"),
            (None, _) => Err(fmt::Error),
        }
    }
}

impl FromStr for Chord {
    type Err = ChordError;

    fn from_str(text: &str) -> Result<Self, ChordError> {
        let mut rest = text.trim();
        let mut held = Held::default();
        loop {
            let (name, flag) = match rest.split_once('-') {
                Some((name, after)) if !after.is_empty() => (name, after),
                _ => break,
            };
            match name.to_ascii_lowercase().as_str() {
                "ctrl" => held.ctrl = true,
                "alt" => held.alt = true,
                "shift" => held.shift = true,
                _ => break,
            }
            rest = flag;
        }
        let key = key(rest).ok_or_else(|| ChordError(text.to_owned()))?;
        Ok(Self { key, held }.settled())
    }
}

fn key(text: &str) -> Option<Key> {
    if let Some(c) = single(text.nfc()) {
        return (!c.is_control() && !c.is_whitespace()).then_some(Key::Char(c));
    }
    let name = text.to_ascii_lowercase();
    if let Some((_, key)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*key);
    }
    let number = name.strip_prefix('f')?.parse().ok()?;
    (1..=12).contains(&number).then_some(Key::F(number))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chord_is_read_printed_and_named() {
        for (text, printed, label) in [
            ("j", "j", "j"),
            ("G", "G", "G"),
            ("!", "!", "!"),
            ("-", "-", "-"),
            ("đ", "đ", "đ"),
            ("e\u{302}\u{301}", "ế", "ế"),
            ("Space", "space", "Space"),
            ("ctrl-z", "ctrl-z", "Ctrl-Z"),
            ("Ctrl-Z", "ctrl-z", "Ctrl-Z"),
            ("ctrl--", "ctrl--", "Ctrl--"),
            ("shift-g", "G", "G"),
            ("shift-tab", "shift-tab", "Shift-Tab"),
            ("alt-ctrl-f5", "ctrl-alt-f5", "Ctrl-Alt-F5"),
            ("pagedown", "pagedown", "PageDown"),
        ] {
            let chord: Chord = text.parse().unwrap();
            assert_eq!((chord.to_string().as_str(), chord.label().as_str()), (printed, label));
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", " ", "jj", "ctrl-", "hyper-x", "f13", "f0", "\x1b"] {
            assert!(text.parse::<Chord>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn only_plain_characters_are_text() {
        assert_eq!(Chord::from('đ').typed(), Some('đ'));
        assert_eq!(Chord::from(' ').typed(), Some(' '));
        assert_eq!(Chord::from('z').ctrl().typed(), None);
        assert_eq!(Chord::from(Key::Enter).typed(), None);
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(c in any::<char>(), ctrl: bool, alt: bool, shift: bool) {
            let mut chord = Chord::from(c);
            for (held, hold) in [(ctrl, Chord::ctrl as fn(Chord) -> Chord), (alt, Chord::alt), (shift, Chord::shift)] {
                chord = if held { hold(chord) } else { chord };
            }
            if let Ok(read) = chord.to_string().parse::<Chord>() {
                prop_assert_eq!(read.to_string(), chord.to_string());
            } else {
                prop_assert!(c.is_control() || c.is_whitespace() || single(c.nfc()).is_none());
            }
        }
    }
}
