//! Rich text, as Word and `LibreOffice` save it: rtf. Every program writes the labels of its lists beside them, for
//! those that do not count.

mod rows;
mod said;
#[cfg(test)]
mod tests;
mod token;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::super::ImportError;
use super::bullet;
use super::limit::Limit;
use super::transcript::Transcript;
use rows::Rows;
use said::{Said, said};
use token::{Token, Tokens};

/// Groups that nest deeper are no document's.
const DEPTH: usize = 1000;

/// Reads rich text to its transcript.
///
/// # Errors
/// When its end is missing, or it nests deeper or has more cells than any plan.
pub(super) fn read(bytes: &[u8]) -> Result<String, ImportError> {
    let mut body = Body::default();
    for token in Tokens(bytes) {
        body.take(token)?;
        if body.is_ended {
            if !body.line.trim().is_empty() {
                body.end_line();
            }
            return Ok(body.transcript.finish());
        }
    }
    Err(ImportError::Damaged)
}

/// What holds in a group.
#[derive(Debug, Clone, Copy)]
struct Group {
    part: Part,
    /// Whether its letters are hidden or struck out.
    is_out: bool,
    is_capitals: bool,
    /// How many letters stand in for one of Unicode.
    stand_ins: usize,
}

/// What the letters of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Text of the document.
    Text,
    /// The label of an item.
    Label,
    /// Nothing of the document.
    Apart,
}

/// Rich text on its way to a transcript.
struct Body {
    transcript: Transcript,
    rows: Rows,
    groups: Vec<Group>,
    group: Group,
    is_ended: bool,
    encoding: &'static Encoding,
    label: String,
    line: String,
    /// How many letters are still to be passed over.
    passed: usize,
    /// The first half of a letter of two.
    half: Option<u16>,
}

impl Default for Body {
    fn default() -> Self {
        let group = Group { part: Part::Text, is_out: false, is_capitals: false, stand_ins: 1 };
        Self {
            transcript: Transcript::default(),
            rows: Rows::default(),
            groups: Vec::new(),
            group,
            is_ended: false,
            encoding: WINDOWS_1252,
            label: String::new(),
            line: String::new(),
            passed: 0,
            half: None,
        }
    }
}

impl Body {
    fn take(&mut self, token: Token<'_>) -> Result<(), ImportError> {
        match token {
            Token::Open if self.groups.len() >= DEPTH => return Err(ImportError::Beyond(Limit::Depth)),
            Token::Open => {
                self.passed = 0;
                self.groups.push(self.group);
            }
            Token::Close => {
                self.passed = 0;
                self.group = self.groups.pop().unwrap_or(self.group);
                self.is_ended = self.groups.is_empty();
            }
            Token::Word(name, number) => return self.word(name, number),
            Token::Sign(sign) => self.sign(sign),
            Token::Letter(byte) => self.letters(&[byte]),
            Token::Letters(bytes) => self.letters(bytes),
        }
        Ok(())
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), ImportError> {
        let is_on = number != Some(0);
        let is_text = self.group.part == Part::Text;
        match said(name) {
            Said::Apart => self.group.part = Part::Apart,
            Said::Label if self.group.part == Part::Text => self.group.part = Part::Label,
            Said::Out => self.group.is_out = is_on,
            Said::Capitals => self.group.is_capitals = is_on,
            Said::Plain => (self.group.is_out, self.group.is_capitals) = (false, false),
            Said::Letter(letter) => self.say(letter),
            Said::Unicode => self.unicode(number.unwrap_or_default()),
            Said::StandIns => {
                self.group.stand_ins = number.and_then(|count| count.try_into().ok()).unwrap_or(1);
            }
            Said::Encoding => {
                let label = format!("windows-{}", number.unwrap_or_default());
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
            }
            Said::LineEnd if is_text => self.end_line(),
            Said::CellEnd if is_text => {
                let line = self.labelled();
                self.rows.end_cell(line);
            }
            Said::RowEnd if is_text => self.rows.end_row(&mut self.transcript)?,
            Said::Row(said) if is_text => self.rows.take(said, number.unwrap_or_default()),
            Said::Label | Said::LineEnd | Said::CellEnd | Said::RowEnd | Said::Row(_) | Said::Nothing => {}
        }
        Ok(())
    }

    fn sign(&mut self, sign: u8) {
        let is_text = self.group.part == Part::Text;
        match sign {
            b'*' => self.group.part = Part::Apart,
            b'~' => self.say('\u{A0}'),
            b'_' => self.say('-'),
            b'\\' | b'{' | b'}' => self.say(char::from(sign)),
            b'\n' | b'\r' if is_text => self.end_line(),
            _ => {}
        }
    }

    /// Letters in the document's encoding, but for those that stand in for others.
    fn letters(&mut self, bytes: &[u8]) {
        let passed = self.passed.min(bytes.len());
        self.passed -= passed;
        let bytes = &bytes[passed..];
        let (text, _) = self.encoding.decode_without_bom_handling(bytes);
        text.chars().filter(|letter| !matches!(letter, '\n' | '\r')).for_each(|letter| self.say(letter));
    }

    /// A letter of Unicode, half of one where it has a large number.
    fn unicode(&mut self, number: i32) {
        self.passed = self.group.stand_ins;
        let Ok(unit) = u16::try_from(number.rem_euclid(1 << 16)) else { return };
        let first = self.half.take();
        match char::decode_utf16(first.into_iter().chain([unit])).next() {
            Some(Ok(letter)) => self.say(letter),
            _ => self.half = Some(unit),
        }
    }

    fn say(&mut self, letter: char) {
        let Group { part, is_out, is_capitals, .. } = self.group;
        if part == Part::Apart || is_out || letter == '\0' {
            return;
        }
        if part == Part::Label {
            self.label.push(letter);
        } else if is_capitals {
            self.line.extend(letter.to_uppercase());
        } else {
            self.line.push(letter);
        }
    }

    fn end_line(&mut self) {
        let line = self.labelled();
        if self.rows.is_open() {
            self.rows.line(line);
        } else {
            self.rows.close(&mut self.transcript);
            self.transcript.paragraph("", &line);
        }
    }

    /// The line that ends, behind its label.
    fn labelled(&mut self) -> String {
        let label = std::mem::take(&mut self.label);
        let mut letters = label.trim().chars();
        let label = match (letters.next(), letters.next()) {
            (Some(sign), None) => bullet::sign(sign).to_string(),
            _ => label.trim().to_owned(),
        };
        let line = std::mem::take(&mut self.line);
        format!("{label} {}", line.trim()).trim().to_owned()
    }
}
