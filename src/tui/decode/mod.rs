//! From the bytes of a terminal to keys, pastes and focus; pure, and never in doubt for long.
//!
//! crossterm's own reader is not used: it spins at full load once the terminal is gone, leaves what is beyond the first
//! 1,024 bytes of a burst lying until the next key, and types the tail of an unknown sequence as letters. Here an unknown
//! sequence is swallowed whole.

mod csi;

use std::convert::identity;
use std::mem;

use crate::action::{Chord, Key};

/// What the bytes meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(Chord),
    /// Text was pasted between the terminal's marks.
    Paste(String),
    /// The window came to the front.
    FocusGained,
    /// The window went to the back.
    FocusLost,
}

/// Takes bytes as they are read and keeps what is not whole yet.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
    paste: Option<Paste>,
    /// Whether an Esc was just taken for the key.
    escaped: bool,
}

/// A paste on its way: what is held since its beginning.
///
/// A text may hold the mark of an end itself, and what follows it would be keys. The true end is the last one of the
/// burst; the paste is given out when a moment brought nothing more, or nothing but keys.
#[derive(Debug, Default)]
struct Paste {
    /// How far the held bytes have been searched.
    searched: usize,
    /// The last end in them.
    end: Option<usize>,
}

/// What stands at the beginning of the held bytes.
enum Step {
    /// So many bytes mean this, or nothing.
    Take(usize, Option<Input>),
    /// So many bytes begin a paste.
    Paste(usize),
    /// More bytes are needed to tell.
    Wait,
}

const PASTE_BEGIN: &str = "\x1b[200~";
const PASTE_END: &str = "\x1b[201~";
/// A paste without an end is delivered as it is at this size: the end was lost.
const LONGEST_PASTE: usize = 16 << 20;
/// No sequence of a terminal is longer than this.
const LONGEST_SEQUENCE: usize = 64 << 10;

impl Decoder {
    /// Takes what was read and tells what it meant.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        // On a slow line the rest of a sequence came too late; no hand types it at once.
        if mem::take(&mut self.escaped) && matches!(bytes, [b'[' | b'O', _, ..]) {
            self.held.push(0x1b);
        }
        self.held.extend_from_slice(bytes);
        let held = mem::take(&mut self.held);
        let mut rest = held.as_slice();
        let mut inputs = Vec::new();
        while !rest.is_empty() {
            let (taken, input) = match self.step(rest) {
                Step::Take(taken, input) => (taken, input),
                Step::Paste(taken) => {
                    self.paste = Some(Paste::default());
                    (taken, None)
                }
                Step::Wait => break,
            };
            rest = &rest[taken..];
            inputs.extend(input);
        }
        self.held = rest.to_vec();
        inputs
    }

    /// Says whether a lone Esc or a paste that may be whole is held back; if nothing follows soon, [`Decoder::settle`].
    ///
    /// A sequence or a letter that has begun waits for its end, however slow the line: half of it would be other keys.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        match &self.paste {
            Some(paste) => paste.end.is_some(),
            None => matches!(self.held[..], [0x1b] | [0x1b, b']' | b'P', ..]),
        }
    }

    /// Takes the held bytes for all there is: an Esc is the key Esc, the last end of a paste its end.
    pub fn settle(&mut self) -> Vec<Input> {
        if let Some(paste) = &self.paste {
            return paste.end.map_or_else(Vec::new, |end| self.end_paste(end));
        }
        if !self.is_waiting() {
            return Vec::new();
        }
        let held = mem::take(&mut self.held);
        self.escaped = held == b"\x1b";
        match held.as_slice() {
            b"\x1b" => vec![key(Key::Esc)],
            [0x1b, letter] if letter.is_ascii() => vec![Input::Key(Chord::from(char::from(*letter)).alt())],
            _ => Vec::new(),
        }
    }

    /// Gives a paste out, and what the same burst brought behind it.
    fn end_paste(&mut self, end: usize) -> Vec<Input> {
        self.paste = None;
        let rest = self.held.split_off(end + PASTE_END.len());
        let held = mem::replace(&mut self.held, rest);
        let mut inputs = vec![pasted(&held[..end])];
        inputs.extend(self.feed(&[]));
        inputs.extend(self.settle());
        inputs
    }

    fn step(&mut self, bytes: &[u8]) -> Step {
        if let Some(paste) = &mut self.paste {
            let step = paste.step(bytes);
            if matches!(step, Step::Take(..)) {
                self.paste = None;
            }
            return step;
        }
        match bytes {
            [0x1b] | [0x1b, b']' | b'P'] => Step::Wait,
            [0x1b, 0x1b, ..] => Step::Take(1, Some(key(Key::Esc))),
            [0x1b, b'[', rest @ ..] => csi::step(rest).after(2),
            [0x1b, b'O', rest @ ..] => csi::application_key(rest).after(2),
            [0x1b, b']' | b'P', c, ..] if c.is_ascii_digit() || b">!$".contains(c) => answer(bytes),
            [0x1b, rest @ ..] => letter(rest, Chord::alt).after(1),
            _ => letter(bytes, identity),
        }
    }
}

impl Paste {
    fn step(&mut self, bytes: &[u8]) -> Step {
        let from = self.searched.min(bytes.len());
        let found = memchr::memmem::rfind(&bytes[from..], PASTE_END.as_bytes());
        self.end = found.map(|end| from + end).or(self.end);
        self.searched = bytes.len().saturating_sub(PASTE_END.len() - 1);
        if bytes.len() > LONGEST_PASTE {
            return Step::Take(bytes.len(), Some(pasted(bytes)));
        }
        Step::Wait
    }
}

/// A paste as text. Marks within it were somebody's attempt to have the rest taken for keys.
fn pasted(bytes: &[u8]) -> Input {
    let text = String::from_utf8_lossy(bytes);
    Input::Paste(text.replace(PASTE_END, "").replace(PASTE_BEGIN, ""))
}

impl Step {
    /// Counts the bytes that stand before.
    fn after(self, before: usize) -> Self {
        match self {
            Self::Take(taken, input) => Self::Take(before + taken, input),
            Self::Paste(taken) => Self::Paste(before + taken),
            Self::Wait => Self::Wait,
        }
    }
}

fn key(key: Key) -> Input {
    Input::Key(key.into())
}

/// A terminal's late answer to a program before this one.
fn answer(bytes: &[u8]) -> Step {
    let end = bytes.iter().skip(2).position(|&byte| byte == 0x07 || byte == 0x1b);
    match end {
        Some(end) if bytes[end + 2] == 0x07 => Step::Take(end + 3, None),
        Some(end) if bytes.get(end + 3) == Some(&b'\\') => Step::Take(end + 4, None),
        Some(end) if bytes.len() > end + 3 => Step::Take(end + 2, None),
        None if bytes.len() > LONGEST_SEQUENCE => Step::Take(bytes.len(), None),
        _ => Step::Wait,
    }
}

/// A control byte or one character of UTF-8, with what is held down besides.
fn letter(bytes: &[u8], hold: fn(Chord) -> Chord) -> Step {
    let Some(&first) = bytes.first() else { return Step::Wait };
    if let Some(chord) = control(first) {
        return Step::Take(1, Some(Input::Key(hold(chord))));
    }
    let length = match first {
        0x00..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        // Not the beginning of a character.
        _ => return Step::Take(1, None),
    };
    let read = &bytes[..length.min(bytes.len())];
    if let Some(broken) = read.iter().skip(1).position(|byte| byte & 0xc0 != 0x80) {
        return Step::Take(broken + 1, None);
    }
    if read.len() < length {
        return Step::Wait;
    }
    let c = str::from_utf8(read).ok().and_then(|text| text.chars().next()).filter(|c| !c.is_control());
    Step::Take(length, c.map(|c| Input::Key(hold(c.into()))))
}

/// The key of a control byte. `^H` is Backspace: terminals that send it are more than hands that mean it.
fn control(byte: u8) -> Option<Chord> {
    match byte {
        b'\r' | b'\n' => Some(Key::Enter.into()),
        b'\t' => Some(Key::Tab.into()),
        0x7f | 0x08 => Some(Key::Backspace.into()),
        0x00 => Some(Chord::from(' ').ctrl()),
        0x01..=0x1a => Some(Chord::from(char::from(byte + 0x60)).ctrl()),
        0x1c..=0x1f => Some(Chord::from(char::from(byte + 0x40)).ctrl()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
