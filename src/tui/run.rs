//! The loop: takes what happened, lets the core update, carries its effects out, and draws once.

use std::io::{self, Write};
use std::thread;
use std::time::{Duration, Instant};

use nix::unistd;
use ratatui::Frame;
use rustix::process;

use super::clipboard;
use super::effects::{Effect, Unfinished, Worker};
use super::events::{Closed, Ending, Event, Inbox, Sender};
use super::input::{self, Gate};
use super::letters::Letters;
use super::outlet::Outlet;
use super::painter::Painter;
use super::terminal::{self, TerminalError, Tty};
use super::{crash, last_resort, signals};

/// The pure core of a screen: what it shows, and what an event makes of it.
pub trait Core {
    /// What the worker is asked to do.
    type Job: Send + 'static;
    /// What the worker and the watchers tell.
    type News: Send + 'static;

    /// Takes an event in and says what is to be done for it; touches nothing outside.
    fn update(&mut self, event: Event<Self::News>) -> Vec<Effect<Self::Job>>;

    /// Whether the last frame left something out so as not to keep the user waiting.
    fn is_behind(&self) -> bool {
        false
    }

    /// Makes up for it, while no event waits; a frame follows.
    fn catch_up(&mut self) {}

    /// Whether a job was asked for whose answer is to be seen.
    fn is_waiting(&self) -> bool {
        false
    }

    /// The letters that the terminal shows.
    fn letters(&self) -> Letters {
        Letters::All
    }

    /// What was drawn last is on its way to the user's eyes: only now may a key answer it.
    fn seen(&mut self) {}

    /// Draws what is; changes nothing.
    fn draw(&self, frame: &mut Frame<'_>);
}

/// Shows a core on the terminal until it ends; `work` does the jobs on a thread of its own, `keep` those beside it.
///
/// Whoever else has news, such as the watcher of the files, sends them through the channel that is given.
/// On any ending but the user's own the process ends here, after the jobs under way.
///
/// # Errors
/// When the terminal cannot be taken, or a thread of the program broke.
pub fn run<C, F, K>(core: C, (work, keep): (F, K), channel: Channel<C>) -> Result<(), TerminalError>
where
    C: Core,
    F: FnMut(C::Job, &dyn Fn(C::News)) + Send + 'static,
    K: FnMut(C::Job, &dyn Fn(C::News)) + Send + 'static,
{
    signals::start(channel.0.clone())?;
    let broken = channel.0.clone();
    crash::tell(move || {
        let _ = broken.send(Event::End(Ending::Broken));
    });
    terminal::enter()?;
    let shown = Shell::open(core, (work, keep), channel).map(Shell::run);
    if let Ok((Ending::HungUp, _)) = shown {
        last_resort::die(Ending::HungUp);
    }
    terminal::leave();
    match shown? {
        (Ending::Quit, finished) => finished.map_err(|Unfinished| TerminalError::Unfinished),
        (Ending::Broken, _) => Err(TerminalError::Broken),
        (ending, _) => last_resort::die(ending),
    }
}

/// Both ends of the channel of a core.
pub type Channel<C> = (Sender<<C as Core>::News>, Inbox<<C as Core>::News>);

/// So long a job that was asked for holds the next frame back: most are done by then, and one frame shows it all.
const AT_ONCE: Duration = Duration::from_millis(10);

struct Shell<C: Core> {
    core: C,
    worker: Worker<C::Job>,
    keeper: Worker<C::Job>,
    sender: Sender<C::News>,
    inbox: Inbox<C::News>,
    gate: Gate,
    outlet: Outlet,
    painter: Painter<Outlet>,
    holder: Holder,
    stale: bool,
    has_asked: bool,
}

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Screen,
    /// The shell that started the program, after a stop.
    Shell,
    /// A job in the foreground, such as an editor.
    Job,
}

impl<C: Core> Shell<C> {
    fn open<F, K>(core: C, (work, keep): (F, K), (sender, inbox): Channel<C>) -> io::Result<Self>
    where
        F: FnMut(C::Job, &dyn Fn(C::News)) + Send + 'static,
        K: FnMut(C::Job, &dyn Fn(C::News)) + Send + 'static,
    {
        let worker = Worker::start("worker", work, sender.clone())?;
        let keeper = Worker::start("keeper", keep, sender.clone())?;
        let outlet = Outlet::start(Tty, sender.clone())?;
        let painter = Painter::new(outlet.clone(), terminal::size(), core.letters())?;
        let gate = input::start(sender.clone())?;
        let (holder, stale, has_asked) = (Holder::Screen, false, false);
        Ok(Self { core, worker, keeper, sender, inbox, gate, outlet, painter, holder, stale, has_asked })
    }

    fn run(mut self) -> (Ending, Result<(), Unfinished>) {
        let ending = self.show_until_end();
        if ending != Ending::Quit {
            self.update(Event::End(ending));
        }
        self.outlet.drain(last_resort::patience_with_the_terminal(ending));
        let end = Instant::now() + last_resort::patience(ending);
        // Drafts first: they are written in a moment, where no disk hangs.
        let kept = self.keeper.finish(last_resort::patience(ending));
        let finished = self.worker.finish(end.saturating_duration_since(Instant::now()));
        (ending, finished.and(kept))
    }

    fn show_until_end(&mut self) -> Ending {
        // The window may have changed since the core was made.
        for event in [Event::Resize(terminal::size()), Event::Start] {
            if let Some(ending) = self.update(event) {
                return ending;
            }
        }
        loop {
            if self.paint().is_err() {
                return Ending::HungUp;
            }
            let Ok(events) = self.next() else { return Ending::Broken };
            let ending = self.take_all(events).or_else(|| {
                let answers = self.answers_at_once();
                self.take_all(answers)
            });
            if let Some(ending) = ending {
                return ending;
            }
        }
    }

    fn take_all(&mut self, events: Vec<Event<C::News>>) -> Option<Ending> {
        events.into_iter().find_map(|event| self.take(event))
    }

    /// What comes within a moment where a job has just been asked for that is to be answered.
    fn answers_at_once(&mut self) -> Vec<Event<C::News>> {
        let has_asked = std::mem::take(&mut self.has_asked);
        if has_asked && self.core.is_waiting() { self.inbox.wait_for(AT_ONCE) } else { Vec::new() }
    }

    /// Waits for events; none where the core had something to make up for meanwhile.
    fn next(&mut self) -> Result<Vec<Event<C::News>>, Closed> {
        if !self.core.is_behind() {
            return self.inbox.wait();
        }
        let events = self.inbox.take();
        if events.is_empty() {
            self.core.catch_up();
        }
        Ok(events)
    }

    fn paint(&mut self) -> io::Result<()> {
        // A panic in another thread has left the terminal as well.
        if self.holder != Holder::Screen || !terminal::is_taken() || !self.outlet.is_free() {
            return Ok(());
        }
        if std::mem::take(&mut self.stale) {
            self.painter.repaint(terminal::size())?;
        }
        self.painter.draw(|frame| self.core.draw(frame))?;
        self.core.seen();
        Ok(())
    }

    /// Takes one event: here what concerns the terminal, in the core everything else.
    fn take(&mut self, event: Event<C::News>) -> Option<Ending> {
        match event {
            Event::Stop => self.suspend(),
            // A stop that an editor in the foreground shared with us.
            Event::Continue if self.holder == Holder::Job => {}
            // The loop draws after every event.
            Event::Written => {}
            Event::Continue | Event::Returned => return self.resume(),
            Event::End(Ending::Signalled(_)) if terminal::is_gone() => return Some(Ending::HungUp),
            // Ctrl-C in an editor is meant for the editor.
            Event::End(ending) if self.holder == Holder::Job && ending.is_typed() => {}
            Event::End(ending) => return Some(ending),
            Event::Resize(size) => {
                self.stale = true;
                return self.update(Event::Resize(size));
            }
            event => return self.update(event),
        }
        None
    }

    fn update(&mut self, event: Event<C::News>) -> Option<Ending> {
        let effects = self.core.update(event);
        effects.into_iter().find_map(|effect| self.carry_out(effect))
    }

    /// The one place where effects happen.
    fn carry_out(&mut self, effect: Effect<C::Job>) -> Option<Ending> {
        match effect {
            Effect::Work(job) => {
                self.has_asked = true;
                self.worker.work(job);
            }
            Effect::Beside(job) => self.keeper.work(job),
            Effect::Foreground(job) => {
                self.give_way(Holder::Job);
                self.worker.work_in_foreground(job);
            }
            Effect::Copy(text) => return self.copy(&text),
            Effect::Tick { after, mark } => self.tick(after, mark),
            Effect::Repaint => self.stale = true,
            Effect::Suspend => self.suspend(),
            Effect::Quit => return Some(Ending::Quit),
        }
        None
    }

    fn copy(&mut self, text: &str) -> Option<Ending> {
        match clipboard::copy(text) {
            Ok(Some(bytes)) => self.outlet.write_all(&bytes).is_err().then_some(Ending::HungUp),
            _ => self.update(Event::NotCopied),
        }
    }

    fn tick(&self, after: Duration, mark: u64) {
        let sender = self.sender.clone();
        let ticking = thread::Builder::new().name("tick".into()).spawn(move || {
            thread::sleep(after);
            let _ = sender.send(Event::Tick(mark));
        });
        // Without a thread the toast stays; nothing else is lost.
        drop(ticking);
    }

    /// Gives the terminal back and stops, unless nobody could ever bring the program back.
    fn suspend(&mut self) {
        if self.holder == Holder::Screen {
            if !has_shell() {
                return;
            }
            self.give_way(Holder::Shell);
        }
        // The whole group, so that a script or git that started the program stops with it.
        let _ = process::kill_current_process_group(process::Signal::STOP);
    }

    fn give_way(&mut self, holder: Holder) {
        self.holder = holder;
        self.gate.close();
        self.outlet.drain(last_resort::patience_with_the_terminal(Ending::Quit));
        terminal::leave();
    }

    /// Takes the terminal again. Also after a stop from outside, when the shell has written on the screen.
    fn resume(&mut self) -> Option<Ending> {
        self.gate.close();
        terminal::leave();
        if self.holder == Holder::Job {
            terminal::mend();
        }
        if terminal::enter().is_err() {
            return Some(Ending::HungUp);
        }
        self.gate.open();
        self.holder = Holder::Screen;
        self.stale = true;
        self.update(Event::FocusGained)
    }
}

/// Says whether a shell with job control is there to bring the program back: as the kernel judges an orphaned group.
///
/// Seen from inside a container the parent and its session may have no number, which the kernel tells as 0.
fn has_shell() -> bool {
    let (Ok(session), parent) = (unistd::getsid(None), unistd::getppid()) else { return false };
    let parent_is_here = parent.as_raw() > 0;
    parent_is_here && unistd::getsid(Some(parent)) == Ok(session) && session != unistd::getpgrp()
}
