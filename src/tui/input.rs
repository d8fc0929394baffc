//! The thread that reads the keyboard, with a gate that keeps it from another program's keys.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::AsFd;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::decode::{Decoder, Input};
use super::events::{Closed, Ending, Event, Sender};
use super::last_resort;

/// How long an Esc may be the beginning of a longer sequence: shorter than a hand is, longer than a network's gap.
const GAP: Timespec = Timespec { tv_sec: 0, tv_nsec: 30_000_000 };

/// Lets the reader read, or not.
#[derive(Debug)]
pub struct Gate {
    state: Arc<State>,
    wake: PipeWriter,
}

#[derive(Debug, Default)]
struct State {
    position: Mutex<Position>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Position {
    closed: bool,
    /// Whether the reader stands at the gate, or is gone.
    waiting: bool,
}

/// Starts the thread that reads standard input and sends what it means.
///
/// # Errors
/// When the system has no thread or pipe left.
pub fn start<N: Send + 'static>(sender: Sender<N>) -> io::Result<Gate> {
    let state = Arc::new(State::default());
    let (woken, wake) = io::pipe()?;
    let reader = Reader { decoder: Decoder::default(), woken, state: Arc::clone(&state), sender };
    thread::Builder::new().name("input".into()).spawn(move || reader.run())?;
    Ok(Gate { state, wake })
}

impl Gate {
    /// Closes the gate; when this returns, the reader takes no key any more.
    pub fn close(&mut self) {
        self.state.lock().closed = true;
        // A full pipe wakes the reader as well.
        let _ = self.wake.write(&[0]);
        let reading = |position: &mut Position| !position.waiting;
        // A reader that is caught in a read, because another program took the key first, is not waited for.
        drop(self.state.changed.wait_timeout_while(self.state.lock(), Duration::from_millis(200), reading));
    }

    /// Opens the gate.
    pub fn open(&self) {
        self.state.lock().closed = false;
        self.state.changed.notify_all();
    }
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Position> {
        self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_until_open(&self) {
        let mut position = self.lock();
        while position.closed {
            position.waiting = true;
            self.changed.notify_all();
            position = self.changed.wait(position).unwrap_or_else(PoisonError::into_inner);
        }
        position.waiting = false;
    }

    fn leave(&self) {
        self.lock().waiting = true;
        self.changed.notify_all();
    }
}

struct Reader<N> {
    decoder: Decoder,
    woken: PipeReader,
    state: Arc<State>,
    sender: Sender<N>,
}

/// What the reader waited for.
enum Waited {
    Keys,
    Gap,
    Woken,
    Gone,
    /// The loop has ended.
    Left,
}

impl<N> Reader<N> {
    fn run(mut self) {
        let ended = self.read_until_gone();
        self.state.leave();
        if ended.is_ok() && self.sender.send(Event::End(Ending::HungUp)).is_ok() {
            last_resort::after(Ending::HungUp);
        }
    }

    /// Reads until the terminal is gone, or until nobody listens any more.
    fn read_until_gone(&mut self) -> Result<(), Closed> {
        let mut bytes = [0; 4096];
        loop {
            self.state.wait_until_open();
            let inputs = match self.wait() {
                Waited::Gone => return Ok(()),
                Waited::Left => return Err(Closed),
                Waited::Woken => continue,
                Waited::Gap => self.decoder.settle(),
                Waited::Keys => match rustix::io::read(io::stdin(), &mut bytes) {
                    Ok(0) => return Ok(()),
                    Ok(length) => self.decoder.feed(&bytes[..length]),
                    Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => continue,
                    Err(_) => return Ok(()),
                },
            };
            if !inputs.is_empty() {
                self.sender.send_all(inputs.into_iter().map(event).collect())?;
            }
        }
    }

    /// Sleeps until there is something to read; a terminal that hung up counts as gone even with bytes left.
    fn wait(&mut self) -> Waited {
        let stdin = io::stdin();
        let mut polled = [
            PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN),
            PollFd::from_borrowed_fd(self.woken.as_fd(), PollFlags::IN),
        ];
        let timeout = self.decoder.is_waiting().then_some(&GAP);
        match poll(&mut polled, timeout) {
            Ok(0) => return Waited::Gap,
            Err(rustix::io::Errno::INTR) => return Waited::Woken,
            Err(_) => return Waited::Gone,
            Ok(_) => {}
        }
        let [terminal, woken] = polled.map(|polled| polled.revents());
        if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Waited::Gone;
        }
        if !woken.is_empty() {
            let length = self.woken.read(&mut [0; 64]);
            return if length.is_ok_and(|length| length == 0) { Waited::Left } else { Waited::Woken };
        }
        Waited::Keys
    }
}

fn event<N>(input: Input) -> Event<N> {
    match input {
        Input::Key(chord) => Event::Key(chord),
        Input::Paste(text) => Event::Paste(text),
        Input::FocusGained => Event::FocusGained,
        Input::FocusLost => Event::FocusLost,
    }
}
