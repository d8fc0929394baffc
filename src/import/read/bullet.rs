//! The bullets of word processors, which lie in fonts of signs, as characters that any font has.

/// The sign that a bullet's character shows. A bullet from a font of signs that is not known is a round one.
pub(super) fn sign(character: char) -> char {
    match character {
        '\u{F02D}' | '\u{F0BE}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{F02B}' => '+',
        '\u{F02A}' => '*',
        '\u{F0A7}' | '\u{F06E}' | '§' => '▪',
        '\u{F0D8}' | 'Ø' => '➢',
        '\u{F0FC}' | 'ü' => '✓',
        '\u{F076}' | 'v' => '❖',
        'o' => '○',
        '\u{E000}'..='\u{F8FF}' => '•',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::sign;

    #[test]
    fn signs_of_fonts_become_characters() {
        assert_eq!(
            ['\u{F0B7}', '\u{F02D}', '–', '+', 'o', '\u{F123}'].map(sign),
            ['•', '-', '-', '+', '○', '•']
        );
    }
}
