//! JSON for programs, harmless on a terminal too: what could command one is escaped.

use std::fmt::Write;

use serde::Serialize;

use crate::text::sanitise;

/// Writes a value with two spaces an indent and a final newline.
///
/// # Errors
/// When the value cannot be written as JSON, such as a map whose keys are not texts.
pub fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    let plain = serde_json::to_string_pretty(value)?;
    let mut escaped = String::with_capacity(plain.len() + 1);
    for line in plain.lines() {
        escape(line, &mut escaped);
        escaped.push('\n');
    }
    Ok(escaped)
}

/// Copies a line of JSON with C1 controls, bidi marks and other invisible characters as `\u` escapes. All of them
/// stand within strings: outside, JSON is ASCII.
fn escape(line: &str, escaped: &mut String) {
    if sanitise(line) == line {
        escaped.push_str(line);
        return;
    }
    for c in line.chars() {
        // A mark is judged on a letter, where it belongs.
        let alone = format!("a{c}");
        if sanitise(&alone) == alone {
            escaped.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a string does not fail.
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_could_command_a_terminal_is_escaped() {
        let text = "Sở\u{9b}31m \u{202E}b\u{1b}[0m \u{E0041}\u{2028}x";
        let written = pretty(&text).unwrap();
        assert_eq!(written, "\"Sở\\u009b31m \\u202eb\\u001b[0m \\udb40\\udc41\\u2028x\"\n");
    }

    proptest! {
        #[test]
        fn every_text_reads_back(text in any::<String>()) {
            let written = pretty(&[&text]).unwrap();
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&written).unwrap(), [text]);
        }
    }
}
