//! The clipboard of the user's own terminal, which works through SSH (OSC 52).

use std::io;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use crate::text::sanitise;

/// The longest text in bytes that terminals take: several cut off what is longer than 100,000 bytes once encoded.
pub const LONGEST: usize = 74_000;

/// The bytes that put a text on the clipboard, or none when it is too long.
///
/// It is the text as the screen shows it: what could command a terminal goes by its name, for it will be pasted into
/// other programs, perhaps into a shell.
///
/// # Errors
/// Never in truth: writing to memory does not fail.
pub fn copy(text: &str) -> io::Result<Option<Vec<u8>>> {
    let text = sanitise(text).into_owned();
    if text.len() > LONGEST {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, copy};

    #[test]
    fn a_text_goes_encoded() {
        assert_eq!(copy("Quý I\n").unwrap().unwrap(), b"\x1b]52;c;UXXDvSBJCg==\x1b\\");
    }

    #[test]
    fn control_characters_do_not_travel() {
        assert_eq!(
            copy("rm\r\x1b[201~\u{9b}\u{202E}x").unwrap(),
            copy("rm\\x0d\\x1b[201~<U+009B><U+202E>x").unwrap()
        );
    }

    #[test]
    fn a_text_that_would_be_cut_off_is_refused() {
        assert!(copy(&"a".repeat(LONGEST)).unwrap().is_some());
        assert_eq!(copy(&"a".repeat(LONGEST + 1)).unwrap(), None);
    }
}
