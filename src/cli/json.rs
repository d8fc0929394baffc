//! JSON for programs, harmless on a terminal too: what could command one is escaped.

use serde::Serialize;

use crate::text::escape_json;

/// Writes a value with two spaces an indent and a final newline.
///
/// # Errors
/// When the value cannot be written as JSON, such as a map whose keys are not texts.
pub fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    let plain = serde_json::to_string_pretty(value)?;
    let mut escaped = String::with_capacity(plain.len() + 1);
    for line in plain.lines() {
        escaped.push_str(&escape_json(line));
        escaped.push('\n');
    }
    Ok(escaped)
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
