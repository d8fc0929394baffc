//! What the core asks of the world, and the thread that does the work of the office.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::events::{Event, Sender};

/// Something to be done outside the core; `J` is a job of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect<J> {
    /// Do a job on the worker's thread, after those asked for before; its news come as events.
    Work(J),
    /// Do a job beside the worker, who may be waiting for a disk or a lock: on a thread of its own, in the order of these
    /// jobs. Its news come as events.
    Beside(J),
    /// Do a job that needs the terminal for itself, such as the user's editor: the screen leaves it meanwhile and reads
    /// no keys. Its news come as an event, then [`Event::Returned`] brings the screen back.
    Foreground(J),
    /// Put a text on the clipboard; one that is too long is answered with [`Event::NotCopied`].
    Copy(String),
    /// Send [`Event::Tick`] with this mark after so much time, for a toast that ends by itself.
    Tick {
        /// How long to wait.
        after: Duration,
        /// What the event will carry.
        mark: u64,
    },
    /// Paint the whole screen anew, for when something else has written on it.
    Repaint,
    /// Stop the program until the shell brings it back.
    Suspend,
    /// End the program once all jobs are done; what stands after it in a list is not carried out.
    Quit,
}

/// A thread that does jobs, in order, so that the screen waits for no lock and no disk.
#[derive(Debug)]
pub struct Worker<J> {
    orders: mpsc::Sender<Order<J>>,
    done: Receiver<()>,
}

#[derive(Debug)]
enum Order<J> {
    Background(J),
    Foreground(J),
}

impl<J: Send + 'static> Worker<J> {
    /// Starts the thread with the function that does a job and tells the news by the sender.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start<N, F>(name: &str, mut work: F, news: Sender<N>) -> std::io::Result<Self>
    where
        N: Send + 'static,
        F: FnMut(J, &dyn Fn(N)) + Send + 'static,
    {
        let (orders, inbox) = mpsc::channel();
        let (finished, done) = mpsc::channel();
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Nobody listens any more when the loop has ended, and then nothing is left to tell.
            let tell = |told: N| {
                let _ = news.send(Event::News(told));
            };
            for order in inbox {
                match order {
                    Order::Background(job) => work(job, &tell),
                    Order::Foreground(job) => {
                        work(job, &tell);
                        let _ = news.send(Event::Returned);
                    }
                }
            }
            drop(finished);
        })?;
        Ok(Self { orders, done })
    }

    /// Hands a job over. A worker that broke has told so itself.
    pub fn work(&self, job: J) {
        drop(self.orders.send(Order::Background(job)));
    }

    /// Hands over a job that has the terminal for itself.
    pub fn work_in_foreground(&self, job: J) {
        drop(self.orders.send(Order::Foreground(job)));
    }

    /// Waits until all jobs are done, but not longer than this.
    ///
    /// # Errors
    /// When a job is not done by then.
    pub fn finish(self, patience: Duration) -> Result<(), Unfinished> {
        drop(self.orders);
        // Nothing is ever sent: the end of the thread closes the channel.
        match self.done.recv_timeout(patience) {
            Err(RecvTimeoutError::Timeout) => Err(Unfinished),
            _ => Ok(()),
        }
    }
}

/// Says that a job was not done in time: nobody knows whether it will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfinished;

#[cfg(test)]
mod tests {
    use super::super::events::channel;
    use super::*;

    #[test]
    fn jobs_are_done_in_order_and_before_the_end() {
        let (sender, inbox) = channel();
        let worker = Worker::start("worker", |job: u8, tell: &dyn Fn(u8)| tell(job * 10), sender).unwrap();
        worker.work(1);
        worker.work_in_foreground(2);
        worker.work(3);
        assert_eq!(worker.finish(Duration::from_secs(5)), Ok(()));
        let news = [Event::News(10), Event::News(20), Event::Returned, Event::News(30)];
        assert_eq!(inbox.wait().unwrap(), news);
    }

    #[test]
    fn a_job_that_hangs_does_not_keep_the_program() {
        let (sender, _inbox) = channel::<()>();
        let worker =
            Worker::start("worker", |(), _: &dyn Fn(())| thread::sleep(Duration::from_mins(1)), sender)
                .unwrap();
        worker.work(());
        assert_eq!(worker.finish(Duration::from_millis(10)), Err(Unfinished));
    }
}
