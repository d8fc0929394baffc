//! A process as the system sees it.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Pid;

/// What `/proc` says of a process, its threads together.
#[derive(Debug, Clone, Copy)]
pub struct Process {
    /// `R`, `S`, `T` for stopped, `Z` for ended and not yet reaped.
    pub state: char,
    /// The time that it has spent on a processor, to 10 ms.
    pub cpu: Duration,
}

/// Looks a process up; one that was reaped meanwhile is as good as a dead one.
pub fn look_up(pid: Pid) -> Process {
    let Ok(stat) = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())) else {
        return Process { state: 'Z', cpu: Duration::ZERO };
    };
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    let fields: Vec<&str> = fields.split(' ').collect();
    let ticks: u64 = [11, 12].into_iter().map(|field: usize| fields[field].parse::<u64>().unwrap()).sum();
    Process { state: fields[0].chars().next().unwrap(), cpu: Duration::from_millis(ticks * 10) }
}

/// How often its threads have gone to sleep by themselves.
pub fn sleeps(pid: Pid) -> u64 {
    let threads = fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).unwrap();
    threads
        .map(|thread| {
            let status = fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches:")).unwrap();
            line.rsplit('\t').next().unwrap().parse::<u64>().unwrap()
        })
        .sum()
}

/// How often it has read anything; nothing of one that has ended.
pub fn reads(pid: Pid) -> u64 {
    let io = fs::read_to_string(format!("/proc/{}/io", pid.as_raw_nonzero())).unwrap_or_default();
    let count = io.lines().find_map(|line| line.strip_prefix("syscr: "));
    count.map_or(0, |count| count.parse().unwrap())
}

/// Waits until it is in this state.
pub fn wait_for_state(pid: Pid, state: char, patience: Duration) {
    let start = Instant::now();
    while look_up(pid).state != state {
        assert!(start.elapsed() < patience, "still {:?}", look_up(pid));
        thread::sleep(Duration::from_millis(1));
    }
}

/// The one process that it has started.
pub fn only_child(pid: Pid) -> Pid {
    let pid = pid.as_raw_nonzero();
    let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap();
    Pid::from_raw(children.trim().parse().unwrap()).unwrap()
}
