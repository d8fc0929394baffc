//! Temporary files of saves that were killed, swept away.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::aside;
use super::durable::TEMPORARY;
use super::lock::Guard;

/// No save takes this long; younger files may be another program's that does not hold the lock.
const OLD: Duration = Duration::from_mins(1);

impl Guard {
    /// Removes left-over temporary files: of this program's own pattern, and more than a minute old at `now`. Returns how
    /// many; one that cannot be removed stays for the next time. What another program wrote and a save that died had put
    /// aside gets a visible name again.
    #[must_use]
    pub fn sweep(&self, now: SystemTime) -> usize {
        let folders = [self.folder.root().to_owned(), self.folder.path("plans"), self.folder.path("journal")];
        let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
        let swept = entries.filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let ours = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
            let remove = |path: &Path| std::fs::remove_file(path).or_else(|_| std::fs::remove_dir(path));
            ours && is_old(entry, now) && !aside::give_back(&entry.path()) && remove(&entry.path()).is_ok()
        });
        swept.count()
    }
}

fn is_old(entry: &std::fs::DirEntry, now: SystemTime) -> bool {
    let modified = entry.metadata().and_then(|metadata| metadata.modified());
    modified.is_ok_and(|modified| now.duration_since(modified).is_ok_and(|age| age > OLD))
}
