//! Other programs, called by their arguments and never through a shell: input in, output out, and an end in any case.
//!
//! [`Program`] says what to call, [`Program::run`] waits for it. What a program says is for programs until
//! [`said`](Ran::said) has made it harmless. How git is called stands in [`git`].

mod confined;
pub mod git;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use thiserror::Error;

use crate::text::one_line;

pub use confined::{become_program, confine};

/// So many bytes of what a program complains of are kept.
const WORDS: u64 = 64 << 10;

/// How long a program may take to end when it is asked to.
const GRACE: Duration = Duration::from_secs(1);

/// The number by which the system knows this process.
#[must_use]
pub fn own_id() -> u32 {
    std::process::id()
}

/// A program and how it is called.
#[derive(Debug, Clone)]
pub struct Program {
    name: OsString,
    arguments: Vec<OsString>,
    folder: PathBuf,
    variables: Vec<(OsString, Option<OsString>)>,
    input: Vec<u8>,
    limit: Duration,
    most: u64,
    whole: bool,
}

/// What a program came to that ran to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// Its exit status; `None` when a signal ended it.
    pub status: Option<i32>,
    /// What it wrote.
    pub output: Vec<u8>,
    errors: Vec<u8>,
}

/// Why a program did not run to its end.
#[derive(Debug, Error)]
pub enum ProcessError {
    /// There is no such program.
    #[error("{0} is not installed")]
    Missing(String),
    /// It took longer than it may, and was ended.
    #[error("{program} did not answer within {seconds} seconds")]
    TooSlow {
        /// The program.
        program: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// The system refuses.
    #[error("{program}: {source}")]
    System {
        /// The program.
        program: String,
        /// What the system says.
        source: io::Error,
    },
}

impl Program {
    /// Names a program, to be run in a folder, for at most a minute.
    #[must_use]
    pub fn new(program: impl Into<OsString>, folder: &Path) -> Self {
        Self {
            name: program.into(),
            arguments: Vec::new(),
            folder: folder.to_owned(),
            variables: Vec::new(),
            input: Vec::new(),
            limit: Duration::from_mins(1),
            most: u64::MAX,
            whole: false,
        }
    }

    /// Adds arguments.
    #[must_use]
    pub fn arguments(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.into(), Some(value.as_ref().to_owned())));
        self
    }

    /// Takes a variable out of its environment.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.variables.push((name.into(), None));
        self
    }

    /// What it reads on its standard input; nothing by default.
    #[must_use]
    pub fn input(self, input: impl Into<Vec<u8>>) -> Self {
        Self { input: input.into(), ..self }
    }

    /// How long it may take.
    #[must_use]
    pub fn within(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// How many bytes of its output are read; one that writes more finds nobody who reads.
    #[must_use]
    pub fn at_most(self, most: u64) -> Self {
        Self { most, ..self }
    }

    /// Puts it in a group of its own, so that whatever it starts ends with it. No key of the terminal reaches it then.
    #[must_use]
    pub fn with_all_it_starts(self) -> Self {
        Self { whole: true, ..self }
    }

    /// Runs it to its end, or ends it when its time is over.
    ///
    /// # Errors
    /// When it is not there, or did not end by itself. Its exit status is an answer, not an error.
    pub fn run(mut self) -> Result<Ran, ProcessError> {
        let mut child = self.start()?;
        feed(&mut child, std::mem::take(&mut self.input));
        let (output, errors) = (
            gather(child.stdout.take(), self.most, Rest::Unread),
            gather(child.stderr.take(), WORDS, Rest::Dropped),
        );
        let end = Instant::now() + self.limit;
        let left = || end.saturating_duration_since(Instant::now());
        // A program that goes on after closing its output is waited for by its status.
        let (Ok(output), Ok(errors)) = (output.recv_timeout(left()), errors.recv_timeout(left())) else {
            return Err(self.end(child));
        };
        let status = child.wait().map_err(|source| self.refused(source))?.code();
        if self.whole {
            // It is over, and what it left running would never be.
            let _ = kill_process_group(Pid::from_child(&child), Signal::KILL);
        }
        Ok(Ran { status, output, errors })
    }

    fn start(&self) -> Result<Child, ProcessError> {
        let mut command = Command::new(&self.name);
        command.args(&self.arguments).current_dir(&self.folder);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if self.whole {
            command.process_group(0);
        }
        for (name, value) in &self.variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.spawn().map_err(|source| match source.kind() {
            io::ErrorKind::NotFound if self.folder.is_dir() => ProcessError::Missing(self.shown()),
            _ => self.refused(source),
        })
    }

    /// Ends what took too long; what it had started sees its pipes close. It is asked first: git then takes its locks away.
    fn end(&self, mut child: Child) -> ProcessError {
        let own = Pid::from_child(&child);
        let signal =
            |signal| if self.whole { kill_process_group(own, signal) } else { kill_process(own, signal) };
        let _ = signal(Signal::TERM);
        let end = Instant::now() + GRACE;
        while Instant::now() < end && matches!(child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(10));
        }
        let _ = signal(Signal::KILL);
        let _ = child.wait();
        ProcessError::TooSlow { program: self.shown(), seconds: self.limit.as_secs() }
    }

    fn refused(&self, source: io::Error) -> ProcessError {
        ProcessError::System { program: self.shown(), source }
    }

    fn shown(&self) -> String {
        one_line(&self.name.to_string_lossy()).into_owned()
    }
}

impl Ran {
    /// Whether it says that it did what it was asked.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.status == Some(0)
    }

    /// What it complained of, harmless and in one line.
    #[must_use]
    pub fn said(&self) -> String {
        one_line(String::from_utf8_lossy(&self.errors).trim()).into_owned()
    }

    /// Its output as one line of text.
    #[must_use]
    pub fn line(&self) -> String {
        String::from_utf8_lossy(&self.output).trim_end_matches('\n').to_owned()
    }
}

/// Writes the input in a thread of its own: a program may answer before it has read all. One that reads none closes it.
fn feed(child: &mut Child, input: Vec<u8>) {
    if let Some(mut stdin) = child.stdin.take() {
        thread::spawn(move || drop(stdin.write_all(&input)));
    }
}

/// What becomes of what a program writes beyond what is kept of it.
#[derive(PartialEq, Eq)]
enum Rest {
    /// Nobody reads it, so that the program ends.
    Unread,
    /// It is read and dropped, so that the program goes on.
    Dropped,
}

fn gather(pipe: Option<impl Read + Send + 'static>, most: u64, rest: Rest) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.by_ref().take(most).read_to_end(&mut bytes);
            if rest == Rest::Dropped {
                let _ = io::copy(&mut pipe, &mut io::sink());
            }
        }
        // Nobody waits any more for one that took too long.
        let _ = sender.send(bytes);
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(name: &str) -> Program {
        Program::new(name, Path::new("/"))
    }

    #[test]
    fn input_goes_in_and_output_comes_out_however_long() {
        let long = vec![b'x'; 1 << 20];
        let ran = program("cat").input(long.clone()).run().unwrap();
        assert_eq!((ran.is_done(), ran.output), (true, long));
    }

    #[test]
    fn arguments_are_never_read_by_a_shell() {
        let ran = program("printf").arguments(["%s", "$(id) `id` ; id"]).run().unwrap();
        assert_eq!(ran.line(), "$(id) `id` ; id");
    }

    #[test]
    fn a_program_that_is_not_there_or_never_ends_is_named() {
        assert!(
            matches!(program("no-such-program").run(), Err(ProcessError::Missing(name)) if name == "no-such-program")
        );
        let endless = program("sleep").arguments(["1000"]).within(Duration::from_millis(50));
        assert!(matches!(endless.run(), Err(ProcessError::TooSlow { .. })));
    }

    #[test]
    fn what_takes_too_long_is_asked_to_end_and_then_ended() {
        let folder = tempfile::tempdir().unwrap();
        let script = |trap: &str| {
            let script = format!("{trap}; touch begun; while :; do sleep 0.1; done");
            Program::new("sh", folder.path())
                .arguments(["-c", &script])
                .within(Duration::from_millis(500))
                .run()
        };
        assert!(matches!(script("trap 'touch ended; exit' TERM"), Err(ProcessError::TooSlow { .. })));
        assert!(folder.path().join("begun").exists() && folder.path().join("ended").exists());
        assert!(matches!(script("trap '' TERM"), Err(ProcessError::TooSlow { .. })));
    }

    #[test]
    fn what_a_program_started_ends_with_it_where_that_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        let run = |script: &str| {
            let program = Program::new("sh", folder.path()).arguments(["-c", script]).with_all_it_starts();
            program.within(Duration::from_millis(500)).run()
        };
        let child = "(sleep 1; touch outlived) >/dev/null 2>&1 & ";
        assert!(run(&format!("{child} exit 0")).unwrap().is_done());
        assert!(matches!(run(&format!("{child} sleep 9")), Err(ProcessError::TooSlow { .. })));
        thread::sleep(Duration::from_millis(1500));
        assert!(!folder.path().join("outlived").exists());
    }

    #[test]
    fn endless_output_is_cut_and_endless_complaints_are_dropped() {
        let ran = program("yes").at_most(1000).run().unwrap();
        assert_eq!((ran.status, ran.output.len()), (None, 1000));
        let ran = program("sh").arguments(["-c", "yes | head -c 1000000 >&2; echo done"]).run().unwrap();
        assert_eq!((ran.line().as_str(), ran.errors.len()), ("done", 64 << 10));
    }

    #[test]
    fn complaints_are_harmless() {
        let ran =
            program("sh").arguments(["-c", "printf '\\033]0;x\\007no\\nway' >&2; exit 3"]).run().unwrap();
        assert_eq!((ran.status, ran.said().as_str()), (Some(3), "\\x1b]0;x\\x07no way"));
    }
}
