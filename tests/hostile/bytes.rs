//! What the program may write to a terminal, listed apart from the code under test; everything else is a finding.

use std::iter::Peekable;
use std::str::Chars;

/// Looks at what went to a file or a pipe: lines of visible text, no escape sequence.
pub fn check_plain(bytes: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("no UTF-8: {error}"))?;
    match harm(text) {
        None => Ok(()),
        Some(harm) => Err(harm),
    }
}

/// The first character of a text that is no visible one, with what stands around it.
pub fn harm(text: &str) -> Option<String> {
    let mut leaning = 0;
    for (at, c) in text.char_indices() {
        leaning = if leans(c) { leaning + 1 } else { 0 };
        if is_harmful(c) || leaning > 4 {
            let start = text.floor_char_boundary(at.saturating_sub(60));
            return Some(format!("U+{:04X} behind {:?}", u32::from(c), &text[start..at]));
        }
    }
    None
}

fn is_harmful(c: char) -> bool {
    let is_control = c.is_control() && c != '\n';
    is_control
        || matches!(u32::from(c),
            0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0
            | 0xFFF9..=0xFFFB | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}

fn leans(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0x1161..=0x11FF)
}

/// Looks at what went to a terminal of a size: the sequences of the screen and of styles, and visible text.
pub fn check_terminal(bytes: &[u8], (columns, rows): (u16, u16)) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("no UTF-8: {error}"))?;
    let mut visible = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\x1b' => {
                if let Some(harm) = harm(&visible) {
                    return Err(harm);
                }
                // A mark leans on nothing across a sequence.
                visible = String::from(" ");
                sequence(&mut rest, (columns, rows)).map_err(|told| format!("{told} behind {visible:?}"))?;
            }
            '\r' if rest.peek() == Some(&'\n') => {}
            c => visible.push(c),
        }
    }
    harm(&visible).map_or(Ok(()), Err)
}

fn sequence(rest: &mut Peekable<Chars<'_>>, size: (u16, u16)) -> Result<(), String> {
    match rest.next() {
        Some('[') => {
            let mut parameters = String::new();
            while let Some(c) = rest.next_if(|c| matches!(c, '0'..='9' | ';' | '?' | '<' | '>')) {
                parameters.push(c);
            }
            let last = rest.next();
            let allowed = last.is_some_and(|last| is_allowed(&parameters, last, size));
            if allowed { Ok(()) } else { Err(format!("CSI {parameters}{last:?}")) }
        }
        Some(']') => clipboard(rest),
        other => Err(format!("ESC {other:?}")),
    }
}

fn is_allowed(parameters: &str, last: char, (columns, rows): (u16, u16)) -> bool {
    let numbers = || parameters.split(';').map(|number| number.parse::<u16>().unwrap_or(u16::MAX));
    match last {
        'H' => {
            numbers().eq([0, 0])
                || (numbers().count() == 2 && numbers().zip([rows, columns]).all(|(at, end)| at <= end))
        }
        'G' => numbers().count() == 1 && numbers().all(|at| at <= columns),
        'J' => parameters == "2",
        'm' => is_look(parameters),
        'h' | 'l' => ["?25", "?1004", "?1049", "?2004", "?2026"].contains(&parameters),
        'u' => [">1", "<1"].contains(&parameters),
        _ => false,
    }
}

/// Colours and attributes; never blinking, never hidden.
fn is_look(parameters: &str) -> bool {
    let mut numbers = parameters.split(';').map(|number| number.parse::<u16>().unwrap_or(u16::MAX));
    while let Some(number) = numbers.next() {
        let colour = match number {
            38 | 48 | 58 => match numbers.next() {
                Some(5) => numbers.next().is_some_and(|index| index < 256),
                Some(2) => numbers.by_ref().take(3).filter(|part| *part < 256).count() == 3,
                _ => false,
            },
            0..=4 | 7 | 9 | 22..=24 | 27 | 29..=37 | 39..=47 | 49 | 59 | 90..=97 | 100..=107 => true,
            _ => false,
        };
        if !colour {
            return false;
        }
    }
    true
}

/// The one command with a text: to the clipboard, and only a harmless one.
fn clipboard(rest: &mut Peekable<Chars<'_>>) -> Result<(), String> {
    let command: String = rest.by_ref().take_while(|c| *c != '\x1b').collect();
    let payload = command.strip_prefix("52;c;").filter(|_| rest.next() == Some('\\'));
    let payload = payload.ok_or_else(|| format!("OSC {command:?}"))?;
    let text = String::from_utf8(decoded(payload)).map_err(|error| format!("clipboard: {error}"))?;
    harm(&text).map_or(Ok(()), |harm| Err(format!("clipboard: {harm}")))
}

fn decoded(base64: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = base64.bytes().filter_map(|c| DIGITS.iter().position(|digit| *digit == c));
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0, 0);
    for digit in digits {
        held = (held << 6) | digit;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xFF).unwrap());
        }
    }
    bytes
}

#[test]
fn the_parser_finds_what_it_is_to_find() {
    let size = (80, 24);
    for fine in ["\x1b[?2026h\x1b[24;80Hế\x1b[5G\x1b[38;5;1ma\x1b[0m\r\n", "\x1b]52;c;UXXDvSBJCg==\x1b\\"] {
        assert_eq!(check_terminal(fine.as_bytes(), size), Ok(()), "{fine:?}");
    }
    for harmful in [
        "\x1b[8m",
        "\x1b[25;1H",
        "\x1b]0;title\x07",
        "\x1b]52;c;GzFt\x1b\\",
        "\x1bP+q\x1b\\",
        "\x1b[6n",
        "a\u{9b}31m",
        "\u{202E}",
        "a\x07",
        "\x1b[?1000h",
    ] {
        assert!(check_terminal(harmful.as_bytes(), size).is_err(), "{harmful:?}");
    }
    assert!(check_plain(b"\x1b[1m").is_err() && check_plain(b"\x9b1m").is_err());
    assert!(check_plain(format!("a{}", "\u{301}".repeat(5)).as_bytes()).is_err());
}
