//! The sequences that begin with `ESC [` and `ESC O`: arrows, function keys, modified keys, focus, pastes.

use super::{Input, LONGEST_SEQUENCE, Step};
use crate::action::{Chord, Key};

/// Reads what follows `ESC [`.
pub(super) fn step(bytes: &[u8]) -> Step {
    if let [b'[', rest @ ..] = bytes {
        return linux_function_key(rest).after(1);
    }
    if let [b'M', report @ ..] = bytes {
        return mouse(report).after(1);
    }
    let Some(end) = bytes.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if bytes.len() > LONGEST_SEQUENCE { Step::Take(bytes.len(), None) } else { Step::Wait };
    };
    // A sequence that is cut off by another control byte means nothing; that byte begins anew.
    if !(0x40..=0x7e).contains(&bytes[end]) {
        return Step::Take(end, None);
    }
    match (&bytes[..end], bytes[end]) {
        (b"200", b'~') => Step::Paste(end + 1),
        (parameters, last) => Step::Take(end + 1, input(parameters, last)),
    }
}

/// The oldest way to tell of the mouse, which a program before this one may have left on: three bytes that are no keys.
fn mouse(report: &[u8]) -> Step {
    if report.len() < 3 { Step::Wait } else { Step::Take(3, None) }
}

/// Reads what follows `ESC O`, how terminals say a key in application mode.
pub(super) fn application_key(bytes: &[u8]) -> Step {
    let Some(&last) = bytes.first() else { return Step::Wait };
    let key = if last == b'M' { Some(Key::Enter) } else { named_by_letter(last) };
    Step::Take(1, key.map(super::key))
}

/// The Linux console says F1 to F5 as `ESC [ [ A` to `E`.
fn linux_function_key(bytes: &[u8]) -> Step {
    let Some(&last) = bytes.first() else { return Step::Wait };
    let key = matches!(last, b'A'..=b'E').then(|| Key::F(last - b'A' + 1));
    Step::Take(1, key.map(super::key))
}

fn input(parameters: &[u8], last: u8) -> Option<Input> {
    let mut numbers = numbers(parameters)?;
    let first = numbers.next().unwrap_or_default();
    let [modifiers, kind] = numbers.next().unwrap_or_default();
    if kind == RELEASED {
        return None;
    }
    let key = match last {
        b'I' => return Some(Input::FocusGained),
        b'O' => return Some(Input::FocusLost),
        b'Z' => return Some(Input::Key(Chord::from(Key::Tab).shift())),
        // xterm's way of saying a modified letter.
        b'~' if first[0] == 27 => named_by_code(numbers.next()?[0])?,
        b'~' => named_by_number(first[0])?,
        b'u' => named_by_code(first[0])?,
        letter => named_by_letter(letter)?,
    };
    held(key.into(), modifiers).map(Input::Key)
}

/// How a terminal says that a key came up again.
const RELEASED: u32 = 3;

/// The numbers between semicolons, each with its first sub-number; none where the sequence is a terminal's private one.
fn numbers(parameters: &[u8]) -> Option<impl Iterator<Item = [u32; 2]>> {
    let text = str::from_utf8(parameters).ok()?;
    let ours = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b';' || byte == b':');
    ours.then(|| {
        text.split(';').map(|number| {
            let mut parts = number.split(':').map(|part| part.parse().unwrap_or(0));
            [parts.next().unwrap_or(0), parts.next().unwrap_or(0)]
        })
    })
}

/// The chord with the modifiers of a number that is one more than their bits; none where a key of the window manager is
/// among them.
fn held(mut chord: Chord, number: u32) -> Option<Chord> {
    let bits = number.saturating_sub(1);
    if bits & 0b11_1000 != 0 {
        return None;
    }
    for (bit, hold) in [(1, Chord::shift as fn(Chord) -> Chord), (2, Chord::alt), (4, Chord::ctrl)] {
        chord = if bits & bit == 0 { chord } else { hold(chord) };
    }
    Some(chord)
}

fn named_by_letter(letter: u8) -> Option<Key> {
    Some(match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'P'..=b'S' => Key::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn named_by_number(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::Home,
        2 => Key::Insert,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11..=15 => Key::F(u8::try_from(number - 10).ok()?),
        17..=21 => Key::F(u8::try_from(number - 11).ok()?),
        23 | 24 => Key::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    })
}

/// The key of a code point in the keyboard protocol of kitty; the number pad has codes of its own there.
fn named_by_code(code: u32) -> Option<Key> {
    const PAD: [char; 17] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '/', '*', '-', '+', '\r', '='];
    Some(match code {
        8 | 127 => Key::Backspace,
        9 => Key::Tab,
        13 | 57414 => Key::Enter,
        27 => Key::Esc,
        57399..=57415 => Key::Char(PAD[usize::try_from(code - 57399).ok()?]),
        57417 => Key::Left,
        57418 => Key::Right,
        57419 => Key::Up,
        57420 => Key::Down,
        57421 => Key::PageUp,
        57422 => Key::PageDown,
        57423 => Key::Home,
        57424 => Key::End,
        57425 => Key::Insert,
        57426 => Key::Delete,
        57344..=63743 => return None,
        code => Key::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    })
}
