//! What happens to the terminal when the program breaks: it is restored first, then the reason is written.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt::Display;
use std::io::Write;
use std::sync::{Mutex, Once, PoisonError};

use super::terminal;
use crate::text::sanitise;

/// Sets the hook, once a process, whoever asks for it; where no screen is shown the reason alone is written.
pub fn restore_terminal_first() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            terminal::leave();
            // The message may quote a document, and standard error may be gone with the terminal, or take nothing.
            let report = report(panic, &Backtrace::capture());
            if terminal::takes_a_last_word() {
                let _ = write!(std::io::stderr(), "{report}");
            }
            let told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
            told.iter().for_each(|tell| tell());
        }));
    });
}

/// Who is told that a thread broke, whichever it was: without it the others would go on behind a terminal that was left.
static TOLD: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// From now on a panic in any thread is told.
pub fn tell(told: impl Fn() + Send + 'static) {
    *TOLD.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(told));
}

fn report(panic: &impl Display, trace: &Backtrace) -> String {
    let mut report = format!("tiendo: {panic}\n");
    if trace.status() == BacktraceStatus::Captured {
        report.push_str(&trace.to_string());
    }
    sanitise(&report).into_owned()
}

#[cfg(test)]
mod tests {
    use super::report;
    use std::backtrace::Backtrace;

    #[test]
    fn what_a_panic_quotes_is_harmless() {
        let report = report(&"no such \u{1b}]0;title\u{7}", &Backtrace::disabled());
        assert!(
            report.starts_with("tiendo: no such ") && !report.contains(['\u{1b}', '\u{7}']),
            "{report:?}"
        );
    }
}
