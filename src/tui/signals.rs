//! The thread that waits for signals.

use std::io;
use std::sync::Arc;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;

use super::events::{Ending, Event, Sender};
use super::{last_resort, terminal};

/// From now on a file that may not grow any more (`ulimit -f`) is an error of the save, not the end of the program.
pub fn outlive_full_files() {
    // Nobody looks at the flag: that there is a handler is enough. Where there can be none, all is as it was.
    let _ = flag::register(SIGXFSZ, Arc::default());
}

/// Starts the thread; from now on none of these signals ends or stops the program by itself.
///
/// # Errors
/// When the system has no thread or pipe left.
pub fn start<N: Send + 'static>(sender: Sender<N>) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in &mut signals {
            let event = event(signal);
            let ending = if let Event::End(ending) = event { Some(ending) } else { None };
            if sender.send(event).is_err() {
                return;
            }
            // A key may have been meant for the editor, which the loop knows.
            if let Some(ending) = ending.filter(|ending| !ending.is_typed()) {
                last_resort::after(ending);
            }
        }
    })?;
    Ok(())
}

fn event<N>(signal: i32) -> Event<N> {
    match signal {
        SIGWINCH => Event::Resize(terminal::size()),
        SIGTSTP => Event::Stop,
        SIGCONT => Event::Continue,
        ending => Event::End(Ending::Signalled(ending)),
    }
}
