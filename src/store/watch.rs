//! Files that others change: watched, and looked at every two seconds, for network file systems tell nothing.

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

enum Message {
    /// The system says that something happened to these.
    Seen(Vec<PathBuf>),
    Stop,
}

/// How often all files are looked at.
const LOOK: Duration = Duration::from_secs(2);
/// How long it must be quiet before a change is told: programs write a file in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// After so many messages it is told even if it never gets quiet.
const PATIENCE: usize = 50;

impl Folder {
    /// Watches the folder from now on; begin before loading, so that nothing falls between. `tell` gets the paths, within the
    /// folder, of the files that came, went or changed; those that this program writes are among them.
    #[must_use]
    pub fn watch(&self, tell: impl Fn(BTreeSet<String>) + Send + 'static) -> Watch {
        let (sender, receiver) = channel();
        let mut lookout = Lookout::new(self.root(), &sender);
        lookout.look();
        thread::spawn(move || {
            while let Some(changed) = lookout.wait(&receiver) {
                if !changed.is_empty() {
                    tell(changed);
                }
            }
        });
        Watch { stop: sender }
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
    known: BTreeMap<String, Stamp>,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<&'static str>,
}

/// The folders that hold files of a workspace; the first is the root.
const FOLDERS: [&str; 3] = ["", "plans", "journal"];

impl Lookout {
    fn new(root: &Path, sender: &Sender<Message>) -> Self {
        let sender = sender.clone();
        let hear = move |event: notify::Result<notify::Event>| {
            let told = event.map(|event| if event.kind.is_access() { Vec::new() } else { event.paths });
            // An error (an overflow) names nothing: the next look at all files finds what it was about.
            if let Ok(paths) = told
                && !paths.is_empty()
            {
                let _ = sender.send(Message::Seen(paths));
            }
        };
        // Without a watcher, for want of handles or on a system that has none, there are the looks.
        let watcher = notify::recommended_watcher(hear).ok();
        Self { root: root.to_owned(), known: BTreeMap::new(), watcher, watched: BTreeSet::new() }
    }

    /// Waits for a change or for the time of the next look; `None` when the watch ends.
    fn wait(&mut self, messages: &Receiver<Message>) -> Option<BTreeSet<String>> {
        match messages.recv_timeout(LOOK) {
            Ok(Message::Seen(paths)) => {
                let mut names = BTreeSet::new();
                self.note(&paths, &mut names);
                for _ in 0..PATIENCE {
                    match messages.recv_timeout(QUIET) {
                        Ok(Message::Seen(paths)) => self.note(&paths, &mut names),
                        Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                        Err(RecvTimeoutError::Timeout) => break,
                    }
                }
                Some(names.into_iter().filter(|name| self.has_changed(name)).collect())
            }
            Err(RecvTimeoutError::Timeout) => Some(self.look()),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Adds the files of a workspace among the paths.
    fn note(&self, paths: &[PathBuf], names: &mut BTreeSet<String>) {
        let within = paths.iter().filter_map(|path| path.strip_prefix(&self.root).ok()?.to_str());
        names.extend(within.filter(|name| is_file_of_workspace(name)).map(str::to_owned));
    }

    /// Whether a file is another one than when it was last looked at.
    fn has_changed(&mut self, name: &str) -> bool {
        let metadata = self.root.join(name).symlink_metadata().ok();
        let before = match metadata.map(|metadata| Stamp::of(&metadata)) {
            Some(stamp) => self.known.insert(name.to_owned(), stamp).filter(|before| *before == stamp),
            None => return self.known.remove(name).is_some(),
        };
        before.is_none()
    }

    /// Looks at all files; also takes up the watch on folders that have come since.
    fn look(&mut self) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = self.known.keys().cloned().collect();
        for folder in FOLDERS {
            let path = self.root.join(folder);
            let Ok(entries) = std::fs::read_dir(&path) else {
                self.watched.remove(folder);
                continue;
            };
            let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            let files =
                entries.flatten().map(|entry| format!("{prefix}{}", entry.file_name().to_string_lossy()));
            names.extend(files.filter(|name| is_file_of_workspace(name)));
            self.take_up(folder, &path);
        }
        names.into_iter().filter(|name| self.has_changed(name)).collect()
    }

    fn take_up(&mut self, folder: &'static str, path: &Path) {
        if let Some(watcher) = &mut self.watcher
            && !self.watched.contains(folder)
            && watcher.watch(path, RecursiveMode::NonRecursive).is_ok()
        {
            self.watched.insert(folder);
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
