//! What was entered into a field before, to be entered again.

use super::field::Field;
use crate::action::{Chord, Key};

/// The lines, the newest last, and the one that is shown.
#[derive(Debug, Clone, Default)]
pub struct History {
    lines: Vec<String>,
    /// How far back the field shows, and what was typed before it went back.
    back: usize,
    draft: String,
}

/// So many lines are kept.
const LONGEST: usize = 100;

impl History {
    /// Keeps an entered line as the newest, once.
    pub fn keep(&mut self, line: &str) {
        self.begin();
        if line.trim().is_empty() {
            return;
        }
        self.lines.retain(|kept| kept != line);
        self.lines.push(line.to_owned());
        let excess = self.lines.len().saturating_sub(LONGEST);
        self.lines.drain(..excess);
    }

    /// Comes home from the lines of before, for a field that begins anew.
    pub fn begin(&mut self) {
        self.back = 0;
    }

    /// Takes the keys up and down of a field; answers whether it was one of them and the text changed.
    pub fn key(&mut self, chord: Chord, field: &mut Field) -> bool {
        let back = match chord {
            up if up == Key::Up.into() => self.back + 1,
            down if down == Key::Down.into() && self.back > 0 => self.back - 1,
            _ => return false,
        };
        if back > self.lines.len() {
            return false;
        }
        if self.back == 0 {
            field.text().clone_into(&mut self.draft);
        }
        self.back = back;
        let line = if back == 0 { &self.draft } else { &self.lines[self.lines.len() - back] };
        *field = Field::with(line);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(history: &mut History, field: &mut Field, keys: &str) -> String {
        for key in keys.split_whitespace() {
            history.key(key.parse().unwrap(), field);
        }
        field.text().to_owned()
    }

    #[test]
    fn up_goes_back_and_down_comes_home_to_what_was_typed() {
        let (mut history, mut field) = (History::default(), Field::with("nháp"));
        for line in ["một", "hai", "một", " "] {
            history.keep(line);
        }
        assert_eq!(shown(&mut history, &mut field, "up"), "một");
        assert_eq!(shown(&mut history, &mut field, "up"), "hai");
        assert_eq!(shown(&mut history, &mut field, "up"), "hai");
        assert_eq!(shown(&mut history, &mut field, "down down down"), "nháp");
        assert!(!history.key('j'.into(), &mut field));
    }

    #[test]
    fn the_oldest_lines_fall_out() {
        let mut history = History::default();
        (0..LONGEST + 5).for_each(|line| history.keep(&line.to_string()));
        assert_eq!((history.lines.len(), history.lines[0].as_str()), (LONGEST, "5"));
    }
}
