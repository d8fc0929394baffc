//! A program in a pseudo-terminal, seen as a person sees it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags, open};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use super::toy::ARGUMENTS;

/// How long anything may take on a busy machine before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A running program and its window.
pub struct Screen {
    child: Box<dyn Child + Send + Sync>,
    window: Option<Window>,
    seen: Arc<Mutex<Seen>>,
    /// Removed with the screen.
    _home: tempfile::TempDir,
}

/// Our end of the pseudo-terminal; dropping it hangs up.
struct Window {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    reader: JoinHandle<()>,
    closing: Arc<AtomicBool>,
    pace: Arc<Mutex<Pace>>,
}

/// How fast the terminal takes what the program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    Free,
    BytesASecond(usize),
    /// Not at all.
    Held,
}

impl Pace {
    /// Waits as long as it takes until bytes may be read again, and says how many.
    fn wait(pace: &Mutex<Self>) -> usize {
        const MOMENT: Duration = Duration::from_millis(10);
        loop {
            match *pace.lock().unwrap() {
                Self::Free => return 16_384,
                Self::Held => thread::sleep(Duration::from_millis(1)),
                Self::BytesASecond(bytes) => {
                    thread::sleep(MOMENT);
                    return bytes / 100;
                }
            }
        }
    }
}

/// What the program wrote.
struct Seen {
    emulator: vt100::Parser,
    bytes: Vec<u8>,
}

/// How a program is to be started.
pub struct Start {
    program: PathBuf,
    args: Vec<String>,
    env: Vec<(String, String)>,
    without: Vec<String>,
    size: (u16, u16),
}

/// The program itself.
pub fn tiendo() -> Start {
    Start::program(env!("CARGO_BIN_EXE_tiendo"))
}

/// The toy, which can be broken on purpose.
pub fn toy() -> Start {
    ARGUMENTS.into_iter().fold(Start::program(std::env::current_exe().unwrap()), Start::arg)
}

impl Start {
    /// Any program, in a window of 80 x 24.
    pub fn program(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            args: Vec::new(),
            env: Vec::new(),
            without: Vec::new(),
            size: (80, 24),
        }
    }

    /// The line with which a shell starts it.
    pub fn line(&self) -> String {
        format!("{} {}", self.program.display(), self.args.join(" "))
    }

    /// The window's columns and rows.
    pub fn size(self, columns: u16, rows: u16) -> Self {
        Self { size: (columns, rows), ..self }
    }

    /// One more argument.
    pub fn arg(mut self, arg: impl Into<String>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// One more variable of the environment, which is empty but for what every user has.
    pub fn env(mut self, name: &str, value: impl Into<String>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Without a variable that every user has.
    pub fn without(mut self, name: &str) -> Self {
        self.without.push(name.into());
        self
    }

    /// Starts it.
    pub fn spawn(self) -> Screen {
        let (columns, rows) = self.size;
        let pty = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let home = tempfile::tempdir().unwrap();
        let child = pty.slave.spawn_command(self.command(home.path())).unwrap();
        let emulator = vt100::Parser::new(cells(rows), cells(columns), 0);
        let seen = Arc::new(Mutex::new(Seen { emulator, bytes: Vec::new() }));
        Screen { child, window: Some(Window::open(pty.master, &seen)), seen, _home: home }
    }

    fn command(&self, home: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.args);
        command.env_clear();
        for (name, value) in [("PATH", "/usr/bin:/bin"), ("TERM", "xterm-256color"), ("LANG", "vi_VN.UTF-8")]
        {
            command.env(name, value);
        }
        command.env("TIENDO_TODAY", "2022-11-20");
        command.env("HOME", home);
        command.cwd(home);
        for name in &self.without {
            command.env_remove(name);
        }
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command
    }
}

impl Window {
    fn open(master: Box<dyn MasterPty + Send>, seen: &Arc<Mutex<Seen>>) -> Self {
        let mut from = master.try_clone_reader().unwrap();
        let writer = master.take_writer().unwrap();
        let closing = Arc::new(AtomicBool::new(false));
        let (seen, stop) = (Arc::clone(seen), Arc::clone(&closing));
        let pace = Arc::new(Mutex::new(Pace::Free));
        let of_reader = Arc::clone(&pace);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 16_384];
            while let Ok(length @ 1..) = from.read(&mut bytes[..Pace::wait(&of_reader)]) {
                let mut seen = seen.lock().unwrap();
                seen.bytes.extend_from_slice(&bytes[..length]);
                seen.emulator.process(&bytes[..length]);
                if stop.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        Self { master, writer, reader, closing, pace }
    }

    /// A line that breaks says nothing. The crate's writer would say a new line and an end of file where the terminal has a
    /// sign for that, and the program might take the first for Enter before it sees that it was hung up.
    fn has_no_last_word(&self) {
        let name = self.master.tty_name().unwrap();
        let line = open(&name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
        let mut settings = tcgetattr(&line).unwrap();
        settings.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&line, OptionalActions::Now, &settings).unwrap();
    }
}

impl Screen {
    /// Writes keys in one piece, as a held key or an input method does.
    pub fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    /// Writes bytes in one piece.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let window = self.window.as_mut().expect("the window is open");
        window.writer.write_all(bytes).unwrap();
    }

    /// From now on the terminal takes what is written at this pace.
    pub fn pace(&self, pace: Pace) {
        *self.window.as_ref().unwrap().pace.lock().unwrap() = pace;
    }

    /// Waits until the text stands on the screen.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(&format!("{text:?} on the screen"), |screen| screen.text().contains(text));
    }

    /// Waits until something holds; shows the screen when it never does.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}; the screen:\n{}", self.text());
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until nothing has been written for a while.
    pub fn settle(&self) {
        let mut before = self.mark();
        loop {
            thread::sleep(Duration::from_millis(100));
            let now = self.mark();
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// What stands on the screen, line by line.
    pub fn text(&self) -> String {
        self.seen.lock().unwrap().emulator.screen().contents()
    }

    /// The cursor's row and column, when it shows.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let seen = self.seen.lock().unwrap();
        let screen = seen.emulator.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    /// Whether the alternate screen is shown.
    pub fn is_full_screen(&self) -> bool {
        self.seen.lock().unwrap().emulator.screen().alternate_screen()
    }

    /// How many bytes the program has written so far.
    pub fn mark(&self) -> usize {
        self.seen.lock().unwrap().bytes.len()
    }

    /// What the program has written since a mark.
    pub fn bytes_since(&self, mark: usize) -> Vec<u8> {
        self.seen.lock().unwrap().bytes[mark..].to_vec()
    }

    /// Gives the window another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.window.as_ref().unwrap().master.resize(pty_size(columns, rows)).unwrap();
        self.seen.lock().unwrap().emulator.set_size(cells(rows), cells(columns));
    }

    /// Tells the program a size that the window does not have.
    pub fn lie(&self, columns: u16, rows: u16) {
        self.window.as_ref().unwrap().master.resize(pty_size(columns, rows)).unwrap();
    }

    /// What stands in a cell.
    pub fn cell(&self, row: u16, column: u16) -> String {
        let seen = self.seen.lock().unwrap();
        seen.emulator.screen().cell(row, column).map_or_else(String::new, |cell| cell.contents().to_owned())
    }

    /// Whether neither the mouse nor other ways to say the arrows are asked for.
    pub fn has_no_mouse(&self) -> bool {
        let seen = self.seen.lock().unwrap();
        let screen = seen.emulator.screen();
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && !screen.application_cursor()
            && !screen.application_keypad()
    }

    /// The settings of the terminal line, to compare.
    pub fn line_settings(&self) -> String {
        format!("{:?}", self.window.as_ref().unwrap().master.get_termios())
    }

    /// Closes the window, as a broken SSH connection does, after some keys that make the program write: the thread that
    /// reads holds the terminal open until it has read once more.
    pub fn hang_up_after(&mut self, keys: &str) {
        let mut window = self.window.take().unwrap();
        window.closing.store(true, Ordering::SeqCst);
        window.writer.write_all(keys.as_bytes()).unwrap();
        window.has_no_last_word();
        window.reader.join().unwrap();
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// The program's process id.
    pub fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().try_into().unwrap()).unwrap()
    }

    /// Leaves the program as a person does, from whatever is open. On a busy machine an Esc and the key after it may come
    /// in one read, which is another key: then once more.
    pub fn leave(&mut self) -> ExitStatus {
        for _ in 0..20 {
            self.send("\x1b");
            thread::sleep(Duration::from_millis(200));
            self.send("q");
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(1) {
                if self.child.try_wait().unwrap().is_some() {
                    return self.exit_status();
                }
                thread::sleep(Duration::from_millis(2));
            }
        }
        panic!("the program cannot be left; the screen:\n{}", self.text());
    }

    /// Waits for the end of the program.
    pub fn exit_status(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.read_to_the_end();
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end; the screen:\n{}", self.text());
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Screen {
    /// Waits for the last bytes of a program that has ended.
    fn read_to_the_end(&self) {
        let start = Instant::now();
        while self.window.as_ref().is_some_and(|window| !window.reader.is_finished()) {
            assert!(start.elapsed() < PATIENCE, "something keeps the terminal open");
            thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The emulator has no window without a cell.
fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN)
}
