//! A lock of git's own that stands in the way: taken away only where it surely belongs to nobody.

use std::fs::{read, read_dir, read_link, read_to_string, remove_file};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What git does under a lock takes less, but for what it waits for meanwhile: an editor, a hook, a signature.
const STALE: Duration = Duration::from_secs(3);

/// By these words a git that stands elsewhere may be at work here.
const ELSEWHERE: [&[u8]; 4] = [b"--git-dir", b"--work-tree", b"GIT_DIR=", b"GIT_WORK_TREE="];

/// Removes a lock that has been there for seconds while no git is at work in these folders; whether it is gone.
#[must_use]
pub fn remove_if_nobodys(lock: &Path, folders: &[PathBuf], now: SystemTime) -> bool {
    let Ok(modified) = lock.symlink_metadata().and_then(|metadata| metadata.modified()) else { return true };
    let is_old = now.duration_since(modified).is_ok_and(|age| age > STALE);
    is_old && !may_be_at_work(folders) && remove_file(lock).is_ok()
}

/// Whether a git may be at work in one of the folders. Where the system does not tell, one may be.
fn may_be_at_work(folders: &[PathBuf]) -> bool {
    // Who sees the first of all processes sees all.
    if !Path::new("/proc/1/stat").exists() {
        return true;
    }
    let folders: Vec<PathBuf> = folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
    let processes = read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path());
    processes.filter(|process| is_git(process)).any(|process| may_be_in(&process, &folders))
}

/// Whether a process is a git that lives: `4711 (git) S ...`.
fn is_git(process: &Path) -> bool {
    let stat = read_to_string(process.join("stat")).unwrap_or_default();
    let Some((name, rest)) = stat.split_once('(').and_then(|(_, rest)| rest.rsplit_once(") ")) else {
        return false;
    };
    (name == "git" || name.starts_with("git-")) && !rest.starts_with(['Z', 'X'])
}

fn may_be_in(process: &Path, folders: &[PathBuf]) -> bool {
    let Ok(at) = read_link(process.join("cwd")) else { return process.exists() };
    let says = |file: &str| {
        let words = read(process.join(file)).unwrap_or_else(|_| ELSEWHERE[0].to_vec());
        words.split(|byte| *byte == 0).any(|word| ELSEWHERE.iter().any(|begin| word.starts_with(begin)))
    };
    folders.iter().any(|folder| at.starts_with(folder)) || says("cmdline") || says("environ")
}
