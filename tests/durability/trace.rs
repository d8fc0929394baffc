//! The calls that a save makes of the system, and a run in which one of them fails or is the last.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use super::office::Office;

/// One call of the system by the program's main thread: its name, and the how many-th of that name it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub name: String,
    pub turn: usize,
    /// What cannot fail anywhere: the end of a folder's listing. The standard library takes it for a broken promise.
    pub is_safe: bool,
}

/// Calls that are not about files: memory, signals, threads, the end.
const OTHERS: [&str; 19] = [
    "brk",
    "mmap",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "futex",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    "sched_getaffinity",
    "sched_yield",
    "exit_group",
    "execve",
    "rseq",
    "prlimit64",
    "clone3",
    "+++",
];

/// The calls of a save, from the first look at the folder that it is about to write in to the program's end.
pub fn calls(office: &Office, arguments: &[&str]) -> Vec<Call> {
    let log = office.home().join("calls");
    let output =
        office.under(&["strace", "-qq", "-y", "-o", log.to_str().unwrap()], arguments).output().unwrap();
    assert!(output.status.success(), "{}", super::office::said(&output));
    let log = fs::read_to_string(log).unwrap();
    let mut turns: HashMap<&str, usize> = HashMap::new();
    let mut calls = Vec::new();
    let mut has_begun = false;
    for line in log.lines() {
        let name = line.split('(').next().unwrap_or_default();
        let turn = turns.entry(name).or_default();
        *turn += 1;
        has_begun |= name == "statfs";
        if has_begun && !OTHERS.iter().any(|other| name.starts_with(other)) {
            let of_folder =
                |line: &str| line.split(['<', '>']).nth(1).is_some_and(|path| Path::new(path).is_dir());
            let is_safe = name == "close" && of_folder(line);
            calls.push(Call { name: name.to_owned(), turn: *turn, is_safe });
        }
    }
    calls
}

/// Runs the program with a fate for one of its calls: `error=EIO`, `signal=KILL`.
pub fn suffer(office: &Office, arguments: &[&str], call: &Call, fate: &str) -> Output {
    let (filter, inject) =
        (format!("trace={}", call.name), format!("inject={}:{fate}:when={}", call.name, call.turn));
    let strace = ["strace", "-qq", "-o", "/dev/null", "-e", &filter, "-e", &inject];
    office.under(&strace, arguments).output().unwrap()
}
