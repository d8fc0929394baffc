//! A program in a pseudo-terminal, timed from the outside: key written to last byte painted.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// So long without a byte ends a burst.
const QUIET: Duration = Duration::from_millis(30);
/// So long without a first byte is silence.
const SILENT: Duration = Duration::from_secs(10);

/// What one key, or one burst of keys, made the program write.
#[derive(Debug, Clone, Copy, Default)]
pub struct Painted {
    /// From the write of the key to the last byte.
    pub took: Duration,
    /// From the write of the key to the end of the first frame; 0 where the program does not mark frames.
    pub frame: Duration,
    /// How much was written.
    pub bytes: usize,
}

/// Ends a synchronised update.
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

/// A running program.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    started: Instant,
    /// What was written from the start until the first quiet.
    pub seen: Vec<u8>,
}

impl Session {
    /// Starts a program on a screen of a size, with nothing in its environment but what is given.
    pub fn start(program: &Path, arguments: &[&str], env: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in env {
            command.env(name, value);
        }
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        Self { child, _master: pair.master, keys, output, started, seen: Vec::new() }
    }

    /// From the start to the end of the first burst, its first byte included.
    pub fn first_paint(&mut self) -> Painted {
        let started = self.started;
        self.burst(started)
    }

    /// From the start until a text has been written; the screen may come in several frames.
    pub fn until(&mut self, text: &str, patience: Duration) -> Option<Duration> {
        let needle = text.as_bytes();
        while !self.seen.windows(needle.len()).any(|window| window == needle) {
            let (_, bytes) = self.output.recv_timeout(patience).ok()?;
            self.seen.extend(bytes);
        }
        Some(self.started.elapsed())
    }

    /// Waits until nothing was written for half a second: everything is loaded and drawn.
    pub fn settle(&mut self, patience: Duration) {
        let end = Instant::now() + patience;
        while Instant::now() < end && self.output.recv_timeout(Duration::from_millis(500)).is_ok() {}
    }

    /// Types keys in one write and waits until the program has painted.
    pub fn press(&mut self, keys: &str) -> Painted {
        let start = Instant::now();
        self.keys.write_all(keys.as_bytes()).expect("the key is written");
        self.keys.flush().expect("the key is written");
        self.burst(start)
    }

    /// What is written within a time without any key.
    pub fn idle(&mut self, time: Duration) -> usize {
        let end = Instant::now() + time;
        let mut bytes = 0;
        while let Ok((_, chunk)) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            bytes += chunk.len();
        }
        bytes
    }

    fn burst(&mut self, start: Instant) -> Painted {
        let mut painted = Painted::default();
        let mut patience = SILENT;
        loop {
            match self.output.recv_timeout(patience) {
                Ok((at, chunk)) => {
                    painted.took = at.duration_since(start);
                    painted.bytes += chunk.len();
                    if painted.frame.is_zero() && chunk.ends_with(END_OF_FRAME) {
                        painted.frame = painted.took;
                    }
                    self.seen.extend(chunk);
                    patience = QUIET;
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return painted,
            }
        }
    }

    /// A figure of `/proc/PID/status` in KiB, such as `VmHWM`.
    pub fn memory(&self, figure: &str) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find(|line| line.starts_with(figure))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    /// The processor time used so far, in hundredths of a second.
    pub fn cpu(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
