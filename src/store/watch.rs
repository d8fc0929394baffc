//! Files that others change: told by the system where it tells of everything, else looked at every two seconds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::folder::Folder;
use super::read::Stamp;

/// A watch over a workspace; it ends when this is dropped.
#[derive(Debug)]
pub struct Watch {
    stop: Sender<Message>,
}

/// What may be different from before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// These files, by their paths within the folder; those that this program wrote are among them.
    Files(BTreeSet<String>),
    /// Any file: more happened than the system could tell.
    Anything,
}

enum Message {
    /// The system says that something happened to these.
    Seen(Vec<PathBuf>),
    /// The system lost count of what happened.
    Lost,
    Stop,
}

/// How often all files are looked at where the system does not tell.
const LOOK: Duration = Duration::from_secs(2);
/// How long it must be quiet before a change is told: programs write a file in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// After so many messages it is told even if it never gets quiet.
const PATIENCE: usize = 50;

impl Folder {
    /// Watches the folder from now on; begin before loading, so that nothing falls between.
    #[must_use]
    pub fn watch(&self, tell: impl Fn(Changed) + Send + 'static) -> Watch {
        self.watch_by(Way::Told(is_told_of_everything), tell)
    }

    /// Watches the folder in a way.
    pub(super) fn watch_by(&self, way: Way, tell: impl Fn(Changed) + Send + 'static) -> Watch {
        let (sender, receiver) = channel();
        let mut lookout = Lookout::new(self.root(), way, &sender);
        lookout.look();
        thread::spawn(move || {
            while let Some(changed) = lookout.wait(&receiver) {
                if changed != Changed::Files(BTreeSet::new()) {
                    tell(changed);
                }
            }
        });
        Watch { stop: sender }
    }
}

/// How a watch learns of changes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    /// From the system, which tells of all that happens in the folders of which this says so; in the others it also looks.
    Told(fn(&Path) -> bool),
    /// By looking alone, as where the system has no watcher to give.
    #[cfg(test)]
    Looking,
}

/// Whether inotify tells of everything that happens in a folder: on file systems of this machine alone.
fn is_told_of_everything(folder: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        // statfs(2): ext2 to ext4, XFS, Btrfs, tmpfs, ZFS, F2FS, overlayfs.
        const LOCAL: [i64; 7] =
            [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x2FC1_2FC1, 0xF2F5_2010, 0x794C_7630];
        let Ok(system) = rustix::fs::statfs(folder) else { return false };
        #[allow(clippy::useless_conversion, reason = "the type differs between architectures")]
        let kind = i64::from(system.f_type) & 0xFFFF_FFFF;
        LOCAL.contains(&kind)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        false
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread may have ended already.
        let _ = self.stop.send(Message::Stop);
    }
}

struct Lookout {
    root: PathBuf,
    way: Way,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeMap<&'static str, Telling>,
    /// The files as they were at the last look; empty while the system tells of everything.
    known: BTreeMap<String, Stamp>,
}

/// How much of what happens in a watched folder the system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Telling {
    Everything,
    /// What this machine does; others write as well.
    OwnAlone,
}

/// What was heard until it got quiet.
#[derive(Default)]
struct Heard {
    names: BTreeSet<String>,
    /// A folder came or went, or the system lost count: the names are not all.
    is_partial: bool,
}

/// The folders that hold files of a workspace; the first is the root.
const FOLDERS: [&str; 3] = ["", "plans", "journal"];

impl Lookout {
    fn new(root: &Path, way: Way, sender: &Sender<Message>) -> Self {
        let sender = sender.clone();
        let hear = move |event: notify::Result<notify::Event>| {
            let message = match event {
                Ok(event) if event.need_rescan() => Message::Lost,
                Ok(event) if event.kind.is_access() || event.paths.is_empty() => return,
                Ok(event) => Message::Seen(event.paths),
                Err(_) => Message::Lost,
            };
            // Nobody listens any more when the watch has ended.
            let _ = sender.send(message);
        };
        // Without a watcher, for want of handles or on a system that has none, there are the looks.
        let watcher = match way {
            Way::Told(_) => notify::recommended_watcher(hear).ok(),
            #[cfg(test)]
            Way::Looking => None,
        };
        Self { root: root.to_owned(), way, watcher, watched: BTreeMap::new(), known: BTreeMap::new() }
    }

    /// Whether something can happen that the system does not tell.
    fn must_look(&self) -> bool {
        FOLDERS.iter().any(|folder| self.watched.get(folder) != Some(&Telling::Everything))
    }

    /// Waits for a change or for the time of the next look; `None` when the watch ends.
    fn wait(&mut self, messages: &Receiver<Message>) -> Option<Changed> {
        let mut next = if self.must_look() {
            messages.recv_timeout(LOOK)
        } else {
            messages.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        if matches!(next, Err(RecvTimeoutError::Timeout)) {
            return Some(self.look());
        }
        let mut heard = Heard::default();
        for _ in 0..PATIENCE {
            match next {
                Ok(Message::Seen(paths)) => self.note(&paths, &mut heard),
                Ok(Message::Lost) => heard.is_partial = true,
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => break,
            }
            next = messages.recv_timeout(QUIET);
        }
        Some(match heard.is_partial.then(|| self.look()) {
            Some(Changed::Files(found)) => Changed::Files(&heard.names | &found),
            Some(Changed::Anything) => Changed::Anything,
            None => Changed::Files(heard.names),
        })
    }

    /// Adds the files of a workspace among the paths; a folder that came or went must be taken up anew.
    fn note(&mut self, paths: &[PathBuf], heard: &mut Heard) {
        for path in paths {
            let Some(name) = path.strip_prefix(&self.root).ok().and_then(Path::to_str) else { continue };
            if is_file_of_workspace(name) {
                heard.names.insert(name.to_owned());
            } else if FOLDERS.contains(&name) {
                self.watched.remove(name);
                heard.is_partial = true;
            }
        }
    }

    /// Takes up the watch on folders that have come, and looks at all files where that is not enough.
    fn look(&mut self) -> Changed {
        for folder in FOLDERS {
            self.take_up(folder);
        }
        if !self.must_look() {
            self.known.clear();
            return Changed::Anything;
        }
        let mut names: BTreeSet<String> = self.known.keys().cloned().collect();
        for folder in FOLDERS {
            let Ok(entries) = std::fs::read_dir(self.root.join(folder)) else {
                self.watched.remove(folder);
                continue;
            };
            let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            let files =
                entries.flatten().map(|entry| format!("{prefix}{}", entry.file_name().to_string_lossy()));
            names.extend(files.filter(|name| is_file_of_workspace(name)));
        }
        Changed::Files(names.into_iter().filter(|name| self.has_changed(name)).collect())
    }

    fn take_up(&mut self, folder: &'static str) {
        let path = self.root.join(folder);
        if let Some(watcher) = &mut self.watcher
            && !self.watched.contains_key(folder)
            && watcher.watch(&path, RecursiveMode::NonRecursive).is_ok()
        {
            let is_told = match self.way {
                Way::Told(is_told) => is_told(&path),
                #[cfg(test)]
                Way::Looking => false,
            };
            let telling = if is_told { Telling::Everything } else { Telling::OwnAlone };
            self.watched.insert(folder, telling);
        }
    }

    /// Whether a file is another one than when it was last looked at.
    fn has_changed(&mut self, name: &str) -> bool {
        let metadata = self.root.join(name).symlink_metadata().ok();
        match metadata.map(|metadata| Stamp::of(&metadata)) {
            Some(stamp) => self.known.insert(name.to_owned(), stamp) != Some(stamp),
            None => self.known.remove(name).is_some(),
        }
    }
}

/// Whether a path within the folder is one that the program reads, good name or not.
fn is_file_of_workspace(name: &str) -> bool {
    let listed = |folder: &str, ending: &str| {
        let file = name.strip_prefix(folder).filter(|file| !file.starts_with('.') && !file.contains('/'));
        file.is_some_and(|file| file.ends_with(ending))
    };
    matches!(name, "workspace.json" | "units.json")
        || listed("plans/", ".json")
        || listed("journal/", ".jsonl")
}
