//! The terminal itself: taken for the screen, given back whole whatever happens, never asked anything.
//!
//! A query to the terminal may stay unanswered for seconds, and its late answer would be typed into a field: size, colours
//! and signs come from the system and the environment alone.

use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use thiserror::Error;

use super::crash;
use crate::locale::{Lang, terminal as words};
use crate::text::one_line;

/// Why the screen cannot be shown, or no longer.
#[derive(Debug, Error)]
pub enum TerminalError {
    /// Standard input or output is a file, a pipe or closed.
    #[error("standard input or output is not a terminal")]
    NotATerminal,
    /// The terminal cannot move its cursor.
    #[error("the terminal (TERM={0:?}) cannot show a screen")]
    Dumb(String),
    /// A thread of the program broke; the terminal shows the reason.
    #[error("a part of the program broke")]
    Broken,
    /// The user left, and a job did not come to its end.
    #[error("the last change was not confirmed in time")]
    Unfinished,
    /// The terminal refused.
    #[error("the terminal does not answer: {0}")]
    Refused(#[from] io::Error),
}

impl TerminalError {
    /// The error as a sentence for the user, with what she can do instead.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::NotATerminal => words::not_a_terminal(lang).to_owned(),
            Self::Dumb(term) => words::dumb(lang, one_line(term).into_owned()),
            Self::Broken => words::broken(lang).to_owned(),
            Self::Unfinished => words::unfinished(lang).to_owned(),
            Self::Refused(error) => words::refused(lang, error),
        }
    }
}

/// Whether the screen has the terminal now; the panic hook and every way out look at it.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Says whether a screen can be shown here; `term` is the value of `TERM`.
///
/// # Errors
/// When it cannot, with the reason.
pub fn check(term: Option<&str>) -> Result<(), TerminalError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(TerminalError::NotATerminal);
    }
    match term.unwrap_or_default() {
        dumb @ ("" | "dumb" | "unknown") => Err(TerminalError::Dumb(dumb.to_owned())),
        _ => Ok(()),
    }
}

/// Takes the terminal: raw mode, the alternate screen, pastes marked, focus and unambiguous keys reported. Does nothing
/// when it is taken already.
///
/// # Errors
/// When the terminal is gone.
pub fn enter() -> io::Result<()> {
    crash::restore_terminal_first();
    if TAKEN.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    set_raw()?;
    let mut bytes = Vec::new();
    queue!(
        bytes,
        EnterAlternateScreen,
        cursor::Hide,
        EnableBracketedPaste,
        EnableFocusChange,
        // Unknown to many terminals, which then ignore it.
        PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES),
    )?;
    Tty.write_all(&bytes)
}

/// Gives the terminal back as it was found. Does nothing when it is not taken; safe in a panic and from any thread.
pub fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    let queued = queue!(
        bytes,
        EndSynchronizedUpdate,
        PopKeyboardEnhancementFlags,
        DisableFocusChange,
        DisableBracketedPaste,
        ResetColor,
        cursor::Show,
        LeaveAlternateScreen,
    );
    // A terminal that takes nothing (Ctrl-S, a dead line) must not keep the program from ending.
    if queued.is_ok() && takes_bytes(&io::stdout()) {
        let _ = Tty.write_all(&bytes);
    }
    set_as_found();
}

/// Puts right what a program in the foreground left behind when it was killed: its settings of the line, its mouse, its
/// way to say keys, its margins. The screen is to be taken anew afterwards.
pub fn mend() {
    set_as_found();
    if takes_bytes(&io::stdout()) {
        let _ = Tty.write_all(SANE);
    }
}

/// The mouse off, cursor keys and number pad plain, wrapping and writing as usual on the whole screen, no other letters or looks.
const SANE: &[u8] = b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1005l\x1b[?1006l\x1b[?1015l\
    \x1b[?1l\x1b>\x1b[?6l\x1b[?7h\x1b[4l\x1b[r\x0f\x1b(B\x1b[0m";

/// How the line was set before the screen took it.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

fn set_raw() -> io::Result<()> {
    let found = tcgetattr(io::stdin())?;
    let mut raw = found.clone();
    raw.make_raw();
    *FOUND.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
    Ok(tcsetattr(io::stdin(), OptionalActions::Now, &raw)?)
}

fn set_as_found() {
    if let Some(found) = &*FOUND.lock().unwrap_or_else(PoisonError::into_inner) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, found);
    }
}

/// Says whether the screen has the terminal.
#[must_use]
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Says whether the terminal at the other end is gone.
#[must_use]
pub fn is_gone() -> bool {
    ready(&io::stdout(), PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL, 0)
}

/// The size of a window that does not know it, as ever.
const USUAL: Size = Size { width: 80, height: 24 };

/// The window's size in cells. A serial line, or a terminal that is about to vanish, tells 0 x 0 and gets the usual one.
///
/// Sizes beyond any real screen are cut, lest a lying terminal make the program reserve gigabytes.
#[must_use]
pub fn size() -> Size {
    let Ok(size) = rustix::termios::tcgetwinsize(io::stdout()) else { return USUAL };
    let known = |told: u16, usual| if told == 0 { usual } else { told };
    Size::new(known(size.ws_col, USUAL.width).min(1_000), known(size.ws_row, USUAL.height).min(500))
}

/// How long a terminal may keep the program from leaving it, in milliseconds.
const PATIENCE_MS: i64 = 200;

/// Says whether standard error takes bytes, or will in a moment; a file always does. A sentence to a terminal that takes
/// nothing would keep the program from ending.
#[must_use]
pub fn takes_a_last_word() -> bool {
    takes_bytes(&io::stderr())
}

fn takes_bytes(out: &impl AsFd) -> bool {
    ready(out, PollFlags::OUT, PATIENCE_MS)
}

fn ready(out: &impl AsFd, what: PollFlags, milliseconds: i64) -> bool {
    let timeout = Timespec { tv_sec: 0, tv_nsec: milliseconds * 1_000_000 };
    let mut polled = [PollFd::from_borrowed_fd(out.as_fd(), what)];
    rustix::event::poll(&mut polled, Some(&timeout)).is_ok() && polled[0].revents().intersects(what)
}

/// The terminal as a place to write: no buffer and no lock, so that a panic anywhere can still restore it.
#[derive(Debug, Clone, Copy)]
pub struct Tty;

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match rustix::io::write(io::stdout(), bytes) {
            // The one who started the program has made the terminal non-blocking.
            Err(rustix::io::Errno::AGAIN) => {
                ready(&io::stdout(), PollFlags::OUT, PATIENCE_MS);
                Err(io::ErrorKind::Interrupted.into())
            }
            written => Ok(written?),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{is_taken, leave};

    #[test]
    fn leaving_what_was_not_taken_does_nothing() {
        leave();
        assert!(!is_taken());
    }
}
