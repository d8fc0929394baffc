//! The speed of the program, measured beside its limits in one run: `cargo bench`.
//!
//! Absolute figures drift from machine to machine; the ratio is what the target speaks of. The bench starts itself
//! again for what must run alone: `--three-panes N` is the limit's screen, `--owned DIR` holds a workspace in plain
//! structs and prints its memory, `--generate DIR PLANS TASKS` writes a made-up office.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench"
)]

mod generate;
mod limit;
mod pty;
mod table;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use generate::{SIZES, Size};
use pty::{Painted, Session};
use table::Table;
use tiendo::workspace::{Options, Workspace};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--three-panes", count] => limit::three_panes(number(count)).expect("the screen runs"),
        ["--owned", workspace] => println!("{}", limit::owned_memory(Path::new(workspace))),
        ["--generate", folder, plans, tasks] => {
            generate::write(Path::new(folder), Size { plans: number(plans), tasks: number(tasks) });
        }
        ["--loading"] => SIZES.into_iter().for_each(|size| measure(size, Part::Loading)),
        _ => SIZES.into_iter().for_each(|size| measure(size, Part::All)),
    }
}

fn number<N: std::str::FromStr>(word: &str) -> N {
    word.parse().unwrap_or_else(|_| panic!("{word:?} is not a number"))
}

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    All,
    /// What needs no screen.
    Loading,
}

fn measure(size: Size, part: Part) {
    let folder = tempfile::tempdir().expect("a folder");
    generate::write(folder.path(), size);
    let mut table = Table::default();
    loading(&mut table, folder.path());
    if part == Part::All {
        screen(&mut table, folder.path(), size.plans * size.tasks);
    }
    table.print(&format!("{} tasks in {} plans", size.plans * size.tasks, size.plans));
}

/// Everything loaded, journals apart and with them, beside `serde_json` on as many threads. The best of five.
fn loading(table: &mut Table, folder: &Path) {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let best = |work: &dyn Fn()| (0..5).map(|_| timed(work)).min().unwrap_or_default();
    let limit = best(&|| {
        limit::serde_owned(folder, threads);
    });
    let open = || {
        let options = Options { folder: Some(folder.to_owned()), ..Options::default() };
        let workspace = Workspace::open(options).expect("the workspace opens");
        assert!(!workspace.snapshot().plans.is_empty());
    };
    let whole = best(&open);
    let (journal, aside) = (folder.join("journal"), folder.join("aside"));
    std::fs::rename(&journal, &aside).expect("renamed");
    let without = best(&open);
    std::fs::rename(&aside, &journal).expect("renamed");
    table.times("everything loaded, journals apart", limit, without, 1.3);
    table.times("the same with the journals", limit, whole, f64::INFINITY);
}

fn timed(work: &dyn Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// What a person sees, in a pseudo-terminal, beside a screen of three panes.
fn screen(table: &mut Table, folder: &Path, tasks: u32) {
    let this = std::env::current_exe().expect("the bench has a path");
    let program = Path::new(env!("CARGO_BIN_EXE_tiendo"));
    let workspace = folder.to_str().expect("a plain path");
    let env = [
        ("TERM", "xterm-256color"),
        ("LANG", "vi_VN.UTF-8"),
        ("HOME", workspace),
        ("TIENDO_WORKSPACE", workspace),
        ("TIENDO_TODAY", "2022-11-20"),
    ];
    let count = tasks.to_string();
    let panes = || Session::start(&this, &["--three-panes", &count], &env, 200, 60);
    let tiendo = || Session::start(program, &[], &env, 200, 60);
    let patience = Duration::from_secs(20);

    let first = |session: &dyn Fn() -> Session, text: &str| {
        (0..7).filter_map(|_| session().until(text, patience)).min().unwrap_or(patience)
    };
    table.times("first paint", first(&panes, "Plans"), first(&tiendo, "tiendo"), 2.0);

    let mut limit = panes();
    limit.until("Plans", patience);
    limit.first_paint();
    let mut session = tiendo();
    session.until("tiendo", patience);
    session.settle(patience);
    let downs: Vec<_> = (0..200).map(|_| limit.press("j")).collect();
    let bound = percentile(&downs, 95);
    let downs: Vec<_> = (0..200).map(|_| session.press("j")).collect();
    let key = percentile(&downs, 95);
    table.times("cursor down, 95th percentile", bound, key, 1.5);
    let small = Session::start(program, &[], &env, 120, 36);
    table.figure("bytes a move with the detail at 120x36, median", bytes_a_move(small), "B", 900.0);
    let repaint = session.press("\x0c");
    session.press("g");
    let burst = session.press(&"j".repeat(50));
    table.times("50 downs in one write", key, burst.took, 3.0);
    table.sizes("the same in bytes, beside a repaint", repaint.bytes as f64, burst.bytes as f64, "B", 1.0);

    session.press("/");
    let letters: Vec<_> = "bao cao".chars().map(|letter| session.press(&letter.to_string())).collect();
    let slowest = |took: fn(&Painted) -> Duration| letters.iter().map(took).max().unwrap_or_default();
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    table.figure("a letter of the search to the list, slowest", millis(slowest(|key| key.frame)), "ms", 8.0);
    let counted = millis(slowest(|key| key.took));
    table.figure("the same to the counts", counted, "ms", f64::INFINITY);
    session.press("\x1b");
    session.press("\x1b");
    let sync = limit::append_and_sync(folder, 50);
    let changes: Vec<_> = (0..20)
        .map(|_| {
            session.press("j");
            session.press(" ")
        })
        .collect();
    table.times("a status change, synced and painted, median", key + 3 * sync, percentile(&changes, 50), 1.0);

    let cpu = session.cpu().unwrap_or(0);
    let idle = session.idle(Duration::from_secs(5));
    table.figure("idle for five seconds", idle as f64, "B", 0.0);
    let spent = session.cpu().unwrap_or(0) - cpu;
    table.figure("the same in processor time", spent as f64 * 10.0, "ms", 0.0);
    let owned = Command::new(&this).args(["--owned", workspace]).output().expect("the bench starts").stdout;
    let owned: f64 = number(String::from_utf8_lossy(&owned).trim());
    let resident = session.memory("VmRSS").unwrap_or(0) as f64;
    table.sizes("memory beside the owned structs", owned / 1024.0, resident / 1024.0, "MiB", 1.3);
}

/// The median of fifty downs at the size of the screen.
fn bytes_a_move(mut session: Session) -> f64 {
    let patience = Duration::from_secs(20);
    session.until("tiendo", patience);
    session.settle(patience);
    let mut bytes: Vec<usize> = (0..50).map(|_| session.press("j").bytes).collect();
    bytes.sort_unstable();
    bytes[bytes.len() / 2] as f64
}

fn percentile(painted: &[Painted], hundredths: usize) -> Duration {
    let mut times: Vec<Duration> = painted.iter().map(|painted| painted.took).collect();
    times.sort_unstable();
    times[(times.len() - 1) * hundredths / 100]
}
