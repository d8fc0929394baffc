//! The end of a program that was told to end and cannot: caught in a disk, or in a terminal that takes no byte.

use std::thread;
use std::time::Duration;

use signal_hook::low_level;

use super::events::Ending;
use super::terminal;

/// How long the worker may go on after the terminal is gone; a coordinator's line broke, and she is back in a moment.
pub const WHEN_GONE: Duration = Duration::from_millis(700);

/// How long the worker may go on after a signal: longer than anyone waits for the lock of a workspace.
pub const WHEN_TOLD: Duration = Duration::from_secs(6);

/// Waits and then ends the process, which by then should be gone. What was not acknowledged is not lost by it more than
/// by a power cut.
pub fn after(ending: Ending) {
    thread::sleep(patience(ending) + Duration::from_millis(200));
    if ending != Ending::HungUp {
        terminal::leave();
    }
    die(ending);
}

/// How long the jobs under way are waited for.
#[must_use]
pub fn patience(ending: Ending) -> Duration {
    match ending {
        Ending::HungUp => WHEN_GONE,
        _ => WHEN_TOLD,
    }
}

/// How long the terminal may take for what is on its way to it: a slow line is borne with, a dead one is not.
#[must_use]
pub fn patience_with_the_terminal(ending: Ending) -> Duration {
    match ending {
        Ending::Quit => Duration::from_secs(3),
        Ending::HungUp => Duration::ZERO,
        _ => Duration::from_millis(300),
    }
}

/// Ends the process at once, by the signal that asked for it where there was one: the parent sees why.
///
/// Nothing is unwound and nothing written: the terminal may be gone.
pub fn die(ending: Ending) -> ! {
    if let Ending::Signalled(signal) = ending {
        let _ = low_level::emulate_default_handler(signal);
    }
    low_level::exit(1)
}
