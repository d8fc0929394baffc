//! Single characters: which are invisible, which are dashes and quotes, what is left of a letter without its accents.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_compatible;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Letters with a code point below this have their bare form in a table: all of Latin, so all of Vietnamese.
const LATIN_END: usize = 0x1F00;

/// The one bare lower-case letter of each Latin code point; NUL where there is none or more than one.
static BARE: LazyLock<Vec<char>> = LazyLock::new(|| {
    (0..LATIN_END).map(|code| u32::try_from(code).ok().and_then(single_bare).unwrap_or('\0')).collect()
});

/// What is left of characters without accents, tones and case.
#[derive(Clone, Copy)]
pub(super) struct Bare(&'static [char]);

impl Bare {
    pub fn new() -> Self {
        Self(&BARE)
    }

    /// Passes on what is left of a character: nothing for a combining mark, several for a ligature.
    #[inline]
    pub fn of(self, c: char, mut push: impl FnMut(char)) {
        match self.0.get(c as usize) {
            Some('\0') | None => decompose(c, &mut push),
            Some(bare) => push(*bare),
        }
    }
}

fn single_bare(code: u32) -> Option<char> {
    let mut found = Vec::new();
    decompose(char::from_u32(code)?, &mut |bare| found.push(bare));
    match found[..] {
        [bare] => Some(bare),
        _ => None,
    }
}

fn decompose(c: char, push: &mut dyn FnMut(char)) {
    if is_invisible(c) {
        return;
    }
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase() {
            match lower {
                mark if is_mark(mark) => {}
                'đ' | 'ð' | 'ɖ' => push('d'),
                'ı' => push('i'),
                dash if is_dash(dash) => push('-'),
                quote if is_quote(quote) => push('\''),
                other => push(other),
            }
        }
    });
}

/// Whether the character is a visible one of a single column that stands by itself: a quick answer for nearly all of
/// Vietnamese text, its dashes and quotes, and the lines and signs of a screen. Others may be so as well.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}'
        | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{25FC}')
}

/// Whether the character is drawn over the one before it.
pub(super) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}

/// Whether the character is drawn over or into the one before it: a mark, a vowel of a Korean syllable, the colour of a
/// face. Several may be one letter; hundreds hide what stands around them. A vowel sign that has a column to itself is
/// a letter of its own.
pub(super) fn leans(c: char) -> bool {
    (is_mark(c) && joins(c))
        || matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
        || (c >= '\u{300}' && c.width() == Some(0))
}

/// Whether a reader counts a mark and the letter before it as one.
fn joins(mark: char) -> bool {
    let is_common = matches!(mark, '\u{300}'..='\u{36F}');
    is_common || String::from_iter(['a', mark]).graphemes(true).count() == 1
}

/// Whether the character is some kind of hyphen or dash.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Whether the character is some kind of quotation mark.
pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '«' | '»' | '´' | '\u{2018}'
            ..='\u{201F}' | '\u{2039}' | '\u{203A}' | '\u{FF02}' | '\u{FF07}'
    )
}

/// Whether the character shows nothing of itself but may change how others are drawn or ordered: zero-width ones,
/// bidi controls, line and paragraph separators, variation selectors, fillers, tags, and what is no character.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        // Signs that go with the letter behind them, while a mark goes with the one before.
        '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{110BD}' | '\u{110CD}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{FDD0}'..='\u{FDEF}'
        | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_bared_of_accents_and_case() {
        for (c, expected) in [
            ('Ế', "e"),
            ('đ', "d"),
            ('Đ', "d"),
            ('ư', "u"),
            ('A', "a"),
            ('7', "7"),
            ('–', "-"),
            ('”', "'"),
            ('²', "2"),
            ('ﬁ', "fi"),
            ('Ａ', "a"),
            ('\u{301}', ""),
            ('\u{200B}', ""),
            ('文', "文"),
        ] {
            let mut found = String::new();
            Bare::new().of(c, |b| found.push(b));
            assert_eq!(found, expected, "{c:?}");
        }
    }
}
