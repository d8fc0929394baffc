//! Everything that can happen to the screen, and the one channel that it comes through.

use std::sync::mpsc::{self, Receiver, RecvError, SendError};
use std::time::Duration;

use ratatui::layout::Size;
use signal_hook::consts::{SIGINT, SIGQUIT};

use crate::action::Chord;

/// Something that happened; `N` is the news that the office's jobs bring.
///
/// The loop takes what concerns the terminal alone ([`Event::Stop`], [`Event::Continue`], [`Event::Returned`], [`Event::Written`]) for itself;
/// all others reach the core's `update` in the order in which they happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<N> {
    /// The screen stands for the first time; the core answers with its first jobs.
    Start,
    /// A key was pressed.
    Key(Chord),
    /// Text was pasted: never to be read as keys.
    Paste(String),
    /// The window has another size.
    Resize(Size),
    /// The window came to the front, or the program has the terminal again: a good moment to look at the files.
    FocusGained,
    /// The window went to the back.
    FocusLost,
    /// A job brought news, or a file changed.
    News(N),
    /// The time that an [`Effect::Tick`](super::effects::Effect::Tick) asked for has passed, with its mark.
    Tick(u64),
    /// A text was too long for the clipboard of a terminal.
    NotCopied,
    /// Someone asks the program to stop for a while (SIGTSTP).
    Stop,
    /// The program goes on after a stop (SIGCONT).
    Continue,
    /// A job in the foreground is done with the terminal.
    Returned,
    /// A terminal that took bytes slowly has taken all.
    Written,
    /// The program ends whatever it does: the last chance to save a draft.
    End(Ending),
}

/// Why the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user left.
    Quit,
    /// The terminal is gone: nothing may be written to it any more.
    HungUp,
    /// A signal asked for it, by its number.
    Signalled(i32),
    /// A thread of the program broke.
    Broken,
}

impl Ending {
    /// Says whether a key can send this to whatever has the terminal (Ctrl-C, Ctrl-\\ outside the screen).
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Signalled(SIGINT | SIGQUIT))
    }
}

/// The way into the channel; cheap to clone, one for each thread.
#[derive(Debug)]
pub struct Sender<N>(mpsc::Sender<Vec<Event<N>>>);

impl<N> Clone for Sender<N> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Says that nobody takes events any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

impl<N> Sender<N> {
    /// Sends one event.
    ///
    /// # Errors
    /// When the loop has ended.
    pub fn send(&self, event: Event<N>) -> Result<(), Closed> {
        self.send_all(vec![event])
    }

    /// Sends what one read brought, so that it is drawn at once: a held key does not draw a frame a press.
    ///
    /// # Errors
    /// When the loop has ended.
    pub fn send_all(&self, events: Vec<Event<N>>) -> Result<(), Closed> {
        self.0.send(events).map_err(|SendError(_)| Closed)
    }
}

/// The loop's end of the channel.
#[derive(Debug)]
pub struct Inbox<N>(Receiver<Vec<Event<N>>>);

/// How many reads the loop takes before it draws, so that a flood cannot keep it from drawing.
const READS_A_FRAME: usize = 256;

impl<N> Inbox<N> {
    /// Waits for an event and takes all that have come meanwhile; sleeps while nothing happens.
    ///
    /// # Errors
    /// When every sender is gone.
    pub fn wait(&self) -> Result<Vec<Event<N>>, Closed> {
        let mut events = self.0.recv().map_err(|RecvError| Closed)?;
        events.extend(self.take());
        Ok(events)
    }

    /// Waits a little for an event and takes all that have come meanwhile; nothing when nothing did.
    #[must_use]
    pub fn wait_for(&self, time: Duration) -> Vec<Event<N>> {
        let mut events = self.0.recv_timeout(time).unwrap_or_default();
        events.extend(self.take());
        events
    }

    /// Takes what has come; nothing when nothing did.
    #[must_use]
    pub fn take(&self) -> Vec<Event<N>> {
        self.0.try_iter().take(READS_A_FRAME).flatten().collect()
    }
}

/// Makes the channel.
#[must_use]
pub fn channel<N>() -> (Sender<N>, Inbox<N>) {
    let (sender, receiver) = mpsc::channel();
    (Sender(sender), Inbox(receiver))
}

#[cfg(test)]
mod tests {
    use super::{Closed, Duration, Event, channel};

    #[test]
    fn all_that_came_is_taken_at_once_and_in_order() {
        let (sender, inbox) = channel::<u8>();
        sender.send(Event::News(1)).unwrap();
        sender.clone().send_all(vec![Event::News(2), Event::FocusGained]).unwrap();
        assert_eq!(inbox.wait(), Ok(vec![Event::News(1), Event::News(2), Event::FocusGained]));
    }

    #[test]
    fn a_short_wait_ends_with_the_first_event_or_without_any() {
        let (sender, inbox) = channel::<u8>();
        sender.send(Event::FocusGained).unwrap();
        assert_eq!(inbox.wait_for(Duration::from_mins(1)), [Event::FocusGained]);
        assert_eq!(inbox.wait_for(Duration::from_millis(1)), []);
    }

    #[test]
    fn a_channel_without_senders_or_loop_is_closed() {
        let (sender, inbox) = channel::<u8>();
        drop(sender);
        assert_eq!(inbox.wait(), Err(Closed));
        let (sender, inbox) = channel::<u8>();
        drop(inbox);
        assert_eq!(sender.send(Event::FocusGained), Err(Closed));
    }
}
