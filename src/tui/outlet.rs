//! The thread that writes to the terminal, so that one that takes no byte, or few, keeps nobody else waiting.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::events::{Ending, Event, Sender};

/// Where frames go: each is handed over whole and written in its turn.
#[derive(Debug, Clone)]
pub struct Outlet {
    pieces: mpsc::Sender<Vec<u8>>,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The pieces that are not written yet.
    left: Mutex<usize>,
    changed: Condvar,
    /// Whether the loop has something to draw and waits.
    awaited: AtomicBool,
}

impl Outlet {
    /// Starts the thread that writes; it tells when the terminal is gone, and when one that the loop waits for is free.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start<N: Send + 'static>(
        terminal: impl Write + Send + 'static,
        sender: Sender<N>,
    ) -> io::Result<Self> {
        let (pieces, inbox) = mpsc::channel();
        let state = Arc::new(State::default());
        let writer = Writer { terminal, state: Arc::clone(&state), sender };
        thread::Builder::new().name("output".into()).spawn(move || writer.run(&inbox))?;
        Ok(Self { pieces, state })
    }

    /// Says whether all is written; where it is not, an [`Event::Written`] comes when it is.
    #[must_use]
    pub fn is_free(&self) -> bool {
        // Told first, so that what is written meanwhile is not missed.
        self.state.awaited.store(true, Ordering::SeqCst);
        let is_free = *self.state.lock() == 0;
        if is_free {
            self.state.awaited.store(false, Ordering::SeqCst);
        }
        is_free
    }

    /// Waits until all is written, but not longer than this.
    pub fn drain(&self, patience: Duration) {
        let left = self.state.lock();
        drop(self.state.changed.wait_timeout_while(left, patience, |left| *left > 0));
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.state.lock() += 1;
        self.pieces.send(bytes.to_vec()).map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl State {
    fn lock(&self) -> MutexGuard<'_, usize> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Writer<W, N> {
    terminal: W,
    state: Arc<State>,
    sender: Sender<N>,
}

impl<W: Write, N> Writer<W, N> {
    fn run(mut self, inbox: &Receiver<Vec<u8>>) {
        for piece in inbox {
            if self.terminal.write_all(&piece).is_err() {
                let _ = self.sender.send(Event::End(Ending::HungUp));
                return;
            }
            self.written();
        }
    }

    fn written(&self) {
        let mut left = self.state.lock();
        *left -= 1;
        self.state.changed.notify_all();
        if *left == 0 && self.state.awaited.swap(false, Ordering::SeqCst) {
            // Nobody waits any more when the loop has ended.
            let _ = self.sender.send(Event::Written);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::events::channel;
    use super::*;

    /// A terminal that takes a piece only when it is let.
    struct Slow(Receiver<()>);

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.recv().map_err(|_| io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn who_waits_is_told_when_it_is_free() {
        let (sender, inbox) = channel::<()>();
        let (let_one, lets) = mpsc::channel();
        let mut outlet = Outlet::start(Slow(lets), sender).unwrap();
        assert!(outlet.is_free());
        outlet.write_all(b"one").unwrap();
        outlet.write_all(b"two").unwrap();
        assert!(!outlet.is_free());
        let_one.send(()).unwrap();
        assert_eq!(inbox.wait_for(Duration::from_millis(20)), []);
        let_one.send(()).unwrap();
        assert_eq!(inbox.wait(), Ok(vec![Event::Written]));
        outlet.drain(Duration::from_secs(9));
        assert!(outlet.is_free());
    }

    #[test]
    fn nobody_is_kept_by_a_terminal_that_takes_nothing() {
        let (sender, inbox) = channel::<()>();
        let (let_one, lets) = mpsc::channel();
        let mut outlet = Outlet::start(Slow(lets), sender).unwrap();
        outlet.write_all(b"one").unwrap();
        outlet.drain(Duration::from_millis(10));
        drop(let_one);
        assert_eq!(inbox.wait(), Ok(vec![Event::End(Ending::HungUp)]));
    }
}
