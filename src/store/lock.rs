//! The lock of a workspace: one writer at a time, among threads, programs and users.

use std::fs::{File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;

use super::durable;
use super::error::{Doing, StoreError};
use super::folder::Folder;

/// The right to write, held for milliseconds and never across a person's input; given back when dropped or when its
/// process ends, however it ends.
#[derive(Debug)]
pub struct Guard {
    pub(super) folder: Folder,
    _lock: File,
}

/// The lock of a workspace, never renamed or deleted: another file of its name would be another lock.
pub const LOCK_FILE: &str = ".lock";

/// How long anyone waits.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long one waits at first between two tries; the longer she waits, the more often she tries, so that who came
/// first is likely to be first.
const PAUSE: Duration = Duration::from_millis(2);
/// How long one may take the lock again and again before others get their turn.
const TURN: Duration = Duration::from_millis(50);

/// When this process began to take the lock again and again, and when it last gave it back.
#[derive(Debug, Default)]
pub(super) struct Turn(Mutex<Option<(Instant, Instant)>>);

impl Turn {
    /// Lets others try if this process had its turn: who asks at once for what she just gave back would always be
    /// faster than who looks every two milliseconds.
    fn give_way(&self) {
        let mut turn = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if turn.is_some_and(|(_, released)| released.elapsed() > PAUSE) {
            *turn = None;
        }
        if turn.is_some_and(|(began, _)| began.elapsed() > TURN) {
            sleep(PAUSE * 3);
            *turn = None;
        }
    }

    fn release(&self) {
        let mut turn = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        *turn = Some((turn.map_or(now, |(began, _)| began), now));
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.folder.turn().release();
    }
}

/// Waits for the lock of a folder that is there.
pub(super) fn acquire(folder: &Folder) -> Result<Guard, StoreError> {
    let path = folder.path(LOCK_FILE);
    folder.turn().give_way();
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let file = open_lock(&path)?;
        match file.try_lock() {
            // Somebody may have removed the file, against the rule; a lock on its ghost keeps nobody out.
            Ok(()) if is_still(&file, &path) => return Ok(Guard { folder: folder.clone(), _lock: file }),
            Ok(()) | Err(TryLockError::WouldBlock) => sleep(pause(began.elapsed())),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(TryLockError::Error(error)) => {
                let reason = error.to_string();
                return Err(StoreError::NoLocks { folder: folder.root().to_owned(), reason });
            }
        }
    }
    Err(StoreError::Waits { holder: holder(&path), lock: path })
}

/// Two milliseconds at first, half of that after a tenth of a second, a tenth of it after a second.
fn pause(waited: Duration) -> Duration {
    PAUSE.div_f64(1.0 + waited.as_secs_f64() * 10.0)
}

/// Why locks on a folder cannot be trusted, `None` where they can: on network file systems they may hold on one host alone.
pub(super) fn unreliable(folder: &Path) -> Option<&'static str> {
    #[cfg(target_os = "linux")]
    {
        // statfs(2): NFS, SMB, CIFS, SMB2, Coda, AFS.
        const REMOTE: [i64; 6] = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x7375_7245, 0x5346_414F];
        let kind = rustix::fs::statfs(folder).ok()?.f_type;
        #[allow(clippy::useless_conversion, reason = "the type differs between architectures")]
        let kind = i64::from(kind) & 0xFFFF_FFFF;
        REMOTE.contains(&kind).then_some("a network file system")
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        None
    }
}

/// Opens the lock, and creates it for everyone who may use the folder; another process may do so at the same time.
fn open_lock(path: &Path) -> Result<File, StoreError> {
    if let Some(file) = open_existing(path)? {
        return Ok(file);
    }
    durable::create_empty(path)?;
    open_existing(path)?.ok_or_else(|| Doing::Lock.at(path)(io::ErrorKind::NotFound.into()))
}

fn open_existing(path: &Path) -> Result<Option<File>, StoreError> {
    let open = |access| {
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        open(path, flags | access, Mode::empty()).map(File::from)
    };
    // Another user's lock can be held as well without writing to it.
    let opened = match open(OFlags::RDWR) {
        Err(Errno::ACCESS) => open(OFlags::RDONLY),
        opened => opened,
    };
    match opened {
        Err(Errno::NOENT) => Ok(None),
        opened => opened.map(Some).map_err(|error| Doing::Lock.at(path)(error.into())),
    }
}

/// Whether somebody holds a lock.
pub(super) fn is_held(path: &Path) -> Result<bool, StoreError> {
    match open_lock(path)?.try_lock() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(Doing::Lock.at(path)(error)),
    }
}

fn is_still(file: &File, path: &Path) -> bool {
    let same = |one: u64, other: &Path| other.symlink_metadata().is_ok_and(|there| there.ino() == one);
    file.metadata().is_ok_and(|held| same(held.ino(), path))
}

/// The program that holds the lock, as the system lists it: "tiendo (process 4711)".
fn holder(path: &Path) -> Option<String> {
    let inode = format!(":{}", path.symlink_metadata().ok()?.ino());
    let locks = std::fs::read_to_string("/proc/locks").ok()?;
    // 1: FLOCK  ADVISORY  WRITE 4711 08:01:1234 0 EOF
    let mut held = locks.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let line = held.find(|words| words.get(5).is_some_and(|file| file.ends_with(&inode)))?;
    let process = line.get(4)?.parse::<u32>().ok()?;
    let name = std::fs::read_to_string(format!("/proc/{process}/comm")).ok()?;
    Some(format!("{} (process {process})", name.trim_end()))
}
