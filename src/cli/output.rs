//! The one file that prints: data to standard output, what is said beside it to standard error.

use std::io::{self, BufRead, IsTerminal, Write};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use anstyle::Style;

use super::styled::Styled;
use super::width;
use crate::text::{cut, one_line};

/// Lines are gathered up to so many bytes before they are written.
const GATHERED: usize = 32 * 1024;

/// A sentence may quote a file that is one word of fifty megabytes; so many columns of it are said.
const LONGEST: usize = 2_000;

/// Where a command's lines go.
///
/// A line of text is made harmless here, wherever it comes from. Styles come as [`Styled`] lines, in which every text is;
/// their escape sequences are taken out again where nobody sees them or `NO_COLOR` says so. The same holds for files and
/// pipes: what is in them will be looked at in a terminal.
pub struct Output {
    stdout: io::StdoutLock<'static>,
    colours: ColorChoice,
    gathered: String,
    width: usize,
}

impl Output {
    /// Opens the standard output of the process.
    pub fn of_process() -> Self {
        let stdout = io::stdout();
        let (width, colours) = (width::of(&stdout), AutoStream::choice(&stdout));
        Self { stdout: stdout.lock(), colours, gathered: String::new(), width }
    }

    /// The columns that lines should fit in.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Prints a text as one line, made harmless.
    ///
    /// # Errors
    /// When nobody reads any more, or the disk is full.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        let mut plain = Styled::default();
        plain.push(line, Style::new());
        self.styled(&plain)
    }

    /// Prints a line in its styles.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    pub fn styled(&mut self, line: &Styled) -> io::Result<()> {
        self.gathered.push_str(line.as_str());
        self.gathered.push('\n');
        if self.gathered.len() < GATHERED { Ok(()) } else { self.finish() }
    }

    /// Prints what is complete in itself and harmless as it is: JSON, CSV, a script for a shell.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    pub fn whole(&mut self, text: &str) -> io::Result<()> {
        self.gathered.push_str(text);
        self.finish()
    }

    /// Writes what is still gathered.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    pub fn finish(&mut self) -> io::Result<()> {
        let mut gathered = std::mem::take(&mut self.gathered);
        // A stream that strips would write piece by piece.
        if self.colours == ColorChoice::Never {
            gathered = strip_str(&gathered).to_string();
        }
        self.stdout.write_all(gathered.as_bytes())?;
        self.stdout.flush()
    }
}

/// Says a sentence on standard error, in one line; when that is closed there is nobody to tell.
pub fn say(sentence: &str) {
    let _ = writeln!(anstream::stderr().lock(), "tiendo: {}", cut(&one_line(sentence), LONGEST));
}

/// Says on standard error what takes its time, if a person is there to wait.
pub fn say_to_a_person(sentence: &str) {
    if is_watched() {
        say(sentence);
    }
}

/// Whether a person sees what is said on standard error.
pub fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Writes a line on standard error over the one that was written so before, cut to fit, for one that wraps cannot be
/// written over; nothing takes that one off.
pub fn write_over(line: &str) {
    let mut stderr = io::stderr().lock();
    let room = width::of(&stderr).saturating_sub(1);
    let _ = write!(stderr, "\r\x1b[K{}", cut(&one_line(line), room)).and_then(|()| stderr.flush());
}

/// Asks a question on standard error and reads the answer's line; `None` when nobody is there to answer.
pub fn ask(question: &str) -> Option<String> {
    let stdin = io::stdin();
    if !stdin.is_terminal() {
        return None;
    }
    let mut stderr = io::stderr().lock();
    write!(stderr, "{} ", cut(&one_line(question), LONGEST)).and_then(|()| stderr.flush()).ok()?;
    let mut answer = String::new();
    stdin.lock().read_line(&mut answer).ok()?;
    Some(answer.trim().to_owned())
}
