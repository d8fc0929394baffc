//! What happens to the terminal when the program breaks: it is restored first, then the reason is written.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt::Display;
use std::io::Write;

use super::terminal;
use crate::text::sanitise;

/// Sets the hook; once a process.
pub fn restore_terminal_first() {
    std::panic::set_hook(Box::new(|panic| {
        terminal::leave();
        // The message may quote a document, and standard error may be gone with the terminal.
        let _ = write!(std::io::stderr(), "{}", report(panic, &Backtrace::capture()));
    }));
}

fn report(panic: &impl Display, trace: &Backtrace) -> String {
    let mut report = format!("tiendo: {}\n", sanitise(&panic.to_string()));
    if trace.status() == BacktraceStatus::Captured {
        report.push_str(&trace.to_string());
    }
    report
}
