//! One line of the source as a reader sees it: composed letters, plain spaces, no emphasis marks.

use std::borrow::Cow;

use super::syllables;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// As many single letters in a row were spaced out for looks: "T h a m m ư u".
const LETTER_SPACED: usize = 6;

/// Cleans one line. Drawn bars are plain ones. Words stand one space apart; a tab is left where columns were (a tab or three spaces).
pub(super) fn clean(raw: &str) -> String {
    let composed: Cow<'_, str> = match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => raw.into(),
        _ => raw.nfc().collect::<String>().into(),
    };
    let composed = close_up(&composed);
    let barred = composed.replace(['│', '┃', '║'], "|");
    let spaced = spaces(&barred.replace("<br/>", "<br>").replace("<br />", "<br>"));
    let plain = without_emphasis(without_heading_mark(&spaced));
    let plain = without_notes(&plain);
    spaces(&plain)
}

/// Narrows runs of space to one, or to a tab where they part columns; tabs stay as many, since a cell between two may be
/// empty. Drops invisible characters.
fn spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut run, mut tabs) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            '\t' => (run, tabs) = (run + 3, tabs + 1),
            _ if c.is_whitespace() || c.is_control() => run += 1,
            _ => {
                if !out.is_empty() && run > 0 {
                    let parts = run >= 3 && !is_left_blank(&out, &text[at..]);
                    let gap = if parts { "\t".repeat(tabs.max(1)) } else { " ".to_owned() };
                    out.push_str(&gap);
                }
                (run, tabs) = (0, 0);
                out.push(c);
            }
        }
    }
    out
}

/// Whether a run of space is room to write in by hand, "ngày    tháng 3", "Số:     /KH-SYT", rather than between columns.
fn is_left_blank(before: &str, behind: &str) -> bool {
    let dated = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    let date = match before.rsplit([' ', ',']).next().unwrap_or_default() {
        "ngày" => dated(&["tháng", "/", "-"]),
        "tháng" => dated(&["năm", "/", "-"]),
        _ => false,
    };
    let digit = behind.starts_with(|c: char| c.is_ascii_digit());
    let counted = digit && ["ngày", "tháng", "năm"].iter().any(|word| before.ends_with(word));
    let number = behind.starts_with(['/', '-']) && (before.ends_with("Số:") || before.ends_with("Số"));
    date || counted || number
}

/// Drops the `##` of a Markdown heading.
fn without_heading_mark(line: &str) -> &str {
    let rest = line.trim_start_matches('#');
    if rest.len() < line.len() && (rest.is_empty() || rest.starts_with([' ', '\t'])) { rest } else { line }
}

/// Drops the stars and underscores of Markdown and its backslashes; a star that opens the line as a bullet stays.
fn without_emphasis(line: &str) -> String {
    let bullet = line.starts_with("* ") && line[2..].chars().any(char::is_alphanumeric);
    let mut out = String::with_capacity(line.len());
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        match c {
            '*' if at == 0 && bullet => out.push('*'),
            '*' => {}
            '_' if is_edge(out.chars().next_back()) || is_edge(next) => {}
            '\\' if next.is_some_and(|c| c.is_ascii_punctuation()) => {}
            _ => out.push(c),
        }
    }
    out
}

/// Whether a character stands at the edge of a word, as an underscore of emphasis does.
fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| !c.is_alphanumeric() && c != '/')
}

/// Cuts out the marks of footnotes: `¹` after a word, `[1]`. A unit's power (m², km³) stays, and so does a mark that opens the line.
fn without_notes(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let note = if out.is_empty() { 0 } else { note_length(&out, rest) };
        if note == 0 {
            out.push(c);
        }
        rest = &rest[note.max(c.len_utf8())..];
    }
    out
}

fn note_length(before: &str, rest: &str) -> usize {
    if is_superscript(rest.chars().next()) && !before.ends_with('m') {
        return rest.chars().take_while(|c| is_superscript(Some(*c))).map(char::len_utf8).sum();
    }
    let Some(inner) = rest.strip_prefix('[') else { return 0 };
    match inner.find(']') {
        Some(end) if (1..=2).contains(&end) && inner[..end].bytes().all(|b| b.is_ascii_digit()) => end + 2,
        _ => 0,
    }
}

/// Whether the character is a raised digit, as marks of footnotes are.
pub(super) fn is_superscript(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'))
}

/// Closes up letters that were spaced out for looks, as words: where a gap is wider, else by their syllables.
fn close_up(line: &str) -> Cow<'_, str> {
    let tokens: Vec<&str> = line.split(' ').collect();
    let mut out: Vec<Cow<'_, str>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let reach = tokens[at..].iter().take_while(|token| token.is_empty() || is_letter(token)).count();
        let reach =
            at + reach - tokens[at..at + reach].iter().rev().take_while(|token| token.is_empty()).count();
        let run = &tokens[at..reach];
        if is_letter(tokens[at]) && run.iter().filter(|token| is_letter(token)).count() >= LETTER_SPACED {
            out.push(words(run).into());
            at = reach;
        } else {
            // A run that is too short is looked through once.
            let end = reach.max(at + 1);
            let end = if is_letter(tokens[at]) { end } else { at + 1 };
            out.extend(tokens[at..end].iter().map(|token| Cow::from(*token)));
            at = end;
        }
    }
    if out.len() == tokens.len() { line.into() } else { out.join(" ").into() }
}

/// Whether a token is a single letter, marks around it left aside.
fn is_letter(token: &str) -> bool {
    let bare = token.trim_start_matches(['*', '_']).trim_end_matches([':', ',', '.', ';', '*', '_']);
    let mut letters = bare.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn words(run: &[&str]) -> String {
    let parts: Vec<String> = run.split(|token| token.is_empty()).map(<[&str]>::concat).collect();
    if parts.len() > 1 {
        return parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    }
    let mut word = parts.concat();
    let letters = word.trim_matches(|c: char| !c.is_alphabetic());
    let start = word.find(letters).unwrap_or_default();
    for joint in syllables::parts(letters).into_iter().rev() {
        word.insert(start + joint, ' ');
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(clean(raw), expected);
    }

    #[test]
    fn letters_are_composed_and_spaces_plain() {
        check(" Kê\u{301} hoa\u{323}ch\u{A0}\u{200B} năm  2022 ", "Kế hoạch năm 2022");
        check("UBND tỉnh          (Báo cáo);", "UBND tỉnh\t(Báo cáo);");
        check("Số:      /KH-SYT      Huế, ngày     tháng 3", "Số: /KH-SYT\tHuế, ngày tháng 3");
        check("ngày   tháng   năm 2022", "ngày tháng năm 2022");
        check("Hàng tháng\tTỷ lệ trên 85%", "Hàng tháng\tTỷ lệ trên 85%");
        check("Trong năm      Sở Y tế", "Trong năm\tSở Y tế");
    }

    #[test]
    fn emphasis_is_no_text() {
        check("- *Chỉ đạo:* Giám đốc", "- Chỉ đạo: Giám đốc");
        check("**2. **Ưu tiên", "2. Ưu tiên");
        check("*- * Bộ Y tế", "- Bộ Y tế");
        check("** **", "");
        check("* Nội dung khác", "* Nội dung khác");
        check("## II\\. Nội dung", "II. Nội dung");
        check("_Nơi nhận:_ a_b", "Nơi nhận: a_b");
    }

    #[test]
    fn marks_of_footnotes_are_cut_out() {
        check("đầu tư cộng đồng¹.", "đầu tư cộng đồng.");
        check("theo quy định[12].", "theo quy định.");
        check("500 m² đất", "500 m² đất");
        check("¹ Giao tại mục 6", "¹ Giao tại mục 6");
    }

    #[test]
    fn spaced_out_letters_are_closed_up() {
        check("T h a m m ư u: Sở A", "Tham mưu: Sở A");
        check("4. T r u y ề n t h ô n g", "4. Truyền thông");
        check("**K Ế H O Ạ C H**", "KẾ HOẠCH");
        check("      B A N  H À N H   Q U Y  C H Ế", "BAN HÀNH QUY CHẾ");
        check("a b c", "a b c");
    }
}
