//! The steps that make a write outlive a crash and a power cut. Every sync of the program stands in this file.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{CWD, Gid, Mode, RenameFlags, Uid, fchmod, fchown, renameat_with};
use rustix::io::Errno;
use tempfile::TempPath;

use super::aside;
use super::error::{Doing, StoreError};
use super::hash::Hash;
use super::read::read;

/// How the temporary files are called that a crash may leave behind.
pub(super) const TEMPORARY: (&str, &str) = (".tiendo-", ".tmp");

/// Creates a folder, and those that it lies in, where there is none.
pub(super) fn create_folder(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Ok(());
    }
    let outer = folder_of(path);
    if outer != path {
        create_folder(outer)?;
    }
    match fs::create_dir(path) {
        // Another process was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(Doing::Create.at(path)(error)),
        Ok(()) => enter(path),
    }
}

/// Creates a folder within the workspace, open to whom the workspace is open. It gets its name last: whoever dies over
/// it leaves no folder behind that the others may not enter.
pub(super) fn create_inner_folder(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Ok(());
    }
    let create = || {
        let staged = temporary().tempdir_in(folder_of(path))?;
        Dress::as_folder_of(path)?.put_on(&File::open(staged.path())?)?;
        let renamed = match renameat_with(CWD, staged.path(), CWD, path, RenameFlags::NOREPLACE) {
            Err(error) if is_unknown(error) => fs::rename(staged.path(), path),
            renamed => Ok(renamed?),
        };
        renamed.map(|()| drop(staged.keep()))
    };
    match create() {
        // Another process was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(Doing::Create.at(path)(error)),
        Ok(()) => enter(path),
    }
}

/// Creates an empty file and enters it in its folder for good: a journal before its first line can be acknowledged, a
/// lock before it is held. It gets its name last, as a folder does; one that is there by then stays.
pub(super) fn create_empty(path: &Path) -> Result<(), StoreError> {
    let dress = Dress::in_folder_of(path).map_err(Doing::Create.at(path))?;
    Staged::write(path, b"", &dress)?.put_new(path).map(drop)
}

/// Names the temporary files and folders.
fn temporary() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1).rand_bytes(12);
    builder
}

/// Makes sure that a file's entry in its folder is on the disk.
pub(super) fn enter(path: &Path) -> Result<(), StoreError> {
    sync_folder(folder_of(path))
}

/// Writes lines at the end of a journal in one go and waits until they are on the disk.
pub(super) fn append(file: &File, path: &Path, lines: &[u8]) -> Result<(), StoreError> {
    let mut file = file;
    file.write_all(lines).map_err(Doing::Write.at(path))?;
    file.sync_all().map_err(Doing::Sync.at(path))
}

/// A new content beside the file that it is to replace, already on the disk; removed unless it is put in place.
pub(super) struct Staged {
    path: TempPath,
    hash: Hash,
}

impl Staged {
    /// Writes the content to a temporary file and waits until it is on the disk.
    pub fn write(target: &Path, bytes: &[u8], dress: &Dress) -> Result<Self, StoreError> {
        let mut file = temporary().tempfile_in(folder_of(target)).map_err(Doing::Create.at(target))?;
        file.write_all(bytes).map_err(Doing::Write.at(target))?;
        dress.put_on(file.as_file()).map_err(Doing::Write.at(target))?;
        file.as_file().sync_all().map_err(Doing::Sync.at(target))?;
        Ok(Self { path: file.into_temp_path(), hash: Hash::of(bytes) })
    }

    /// Whether what was written is what is read.
    pub fn is_whole(&self) -> bool {
        self.beside_is(&self.hash)
    }

    /// Gives the content its name where nothing stands. Where the system knows no such step, it has two names for a
    /// moment.
    pub fn put_new(self, target: &Path) -> Result<Outcome, StoreError> {
        let named = match renameat_with(CWD, &*self.path, CWD, target, RenameFlags::NOREPLACE) {
            Err(error) if is_unknown(error) => fs::hard_link(&self.path, target),
            named => named.map_err(io::Error::from),
        };
        match named {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(Outcome::Overtaken),
            named => named.map_err(Doing::Rename.at(target))?,
        }
        if let Err(error) = enter(target) {
            // What is not saved must not stand there.
            let _ = fs::remove_file(target);
            return Err(error);
        }
        Ok(Outcome::Placed)
    }

    /// Gives the content the name of a file whose content was `expected`.
    ///
    /// The two files change places in one step, and what was displaced is looked at: had another program written it
    /// meanwhile, it is put back. Where the system has no such step, the rename is plain.
    pub fn put_over(mut self, target: &Path, expected: &Hash) -> Result<Outcome, StoreError> {
        let aside =
            aside::put(&self.path, target, [expected, &self.hash]).map_err(Doing::Rename.at(target))?;
        // Its first name is gone by now.
        let _ = std::mem::replace(&mut self.path, aside).keep();
        match self.exchange(target) {
            Err(Errno::NOENT) => return Ok(Outcome::Overtaken),
            Err(error) if !is_unknown(error) => return Err(Doing::Rename.at(target)(error.into())),
            Err(_) => {
                fs::rename(&self.path, target).map_err(Doing::Rename.at(target))?;
                enter(target)?;
            }
            Ok(()) if !self.beside_is(expected) => return self.put_back(target),
            Ok(()) => {
                if let Err(error) = enter(target) {
                    // What is not saved must not stand there.
                    let _ = self.put_back(target);
                    return Err(error);
                }
            }
        }
        Ok(Outcome::Placed)
    }

    /// Gives the other program's file its name again; where it has written once more, its last word stands.
    fn put_back(self, target: &Path) -> Result<Outcome, StoreError> {
        if let Err(error) = self.exchange(target) {
            self.keep(target, error)?;
        } else if !self.beside_is(&self.hash) {
            let _ = self.exchange(target);
        }
        enter(target)?;
        Ok(Outcome::Overtaken)
    }

    /// Gives a file that was put aside its name again, unless another one stands there by now.
    fn give_back(&self, target: &Path) -> Result<(), StoreError> {
        match renameat_with(CWD, &*self.path, CWD, target, RenameFlags::NOREPLACE) {
            Err(error) if is_unknown(error) => match fs::hard_link(&self.path, target) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(Doing::Rename.at(target)(error));
                }
                _ => {}
            },
            Err(Errno::EXIST) | Ok(()) => {}
            Err(error) => return Err(Doing::Rename.at(target)(error.into())),
        }
        enter(target)
    }

    /// Takes the name if it has become free; else leaves the other program's file under a name that no sweep removes.
    fn keep(self, target: &Path, error: Errno) -> Result<(), StoreError> {
        if renameat_with(CWD, &*self.path, CWD, target, RenameFlags::NOREPLACE).is_ok() {
            return Ok(());
        }
        let kept = aside::visible(&self.path, target);
        let temporary = self.path.keep().map_err(|error| Doing::Rename.at(target)(error.error))?;
        let kept = if fs::rename(&temporary, &kept).is_ok() { kept } else { temporary };
        Err(StoreError::Displaced { file: target.to_owned(), kept, source: error.into() })
    }

    fn exchange(&self, target: &Path) -> Result<(), Errno> {
        renameat_with(CWD, &*self.path, CWD, target, RenameFlags::EXCHANGE)
    }

    /// Whether the file under the temporary name has this content.
    fn beside_is(&self, hash: &Hash) -> bool {
        let content = read(&self.path).ok().flatten();
        content.is_some_and(|content| Hash::of(&content.bytes) == *hash)
    }
}

/// What became of a staged content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is in place and on the disk.
    Placed,
    /// Another program changed the file at the last moment; its content stands.
    Overtaken,
}

/// Removes a file whose content is `expected`, for good. It is put aside first, and gets its name again where it is
/// another one, or where its going may not be on the disk: what is not saved must not be gone.
pub(super) fn remove(path: &Path, expected: &Hash) -> Result<Outcome, StoreError> {
    let aside = aside::put(path, path, [expected, expected]).map_err(Doing::Remove.at(path))?;
    let aside = Staged { path: aside, hash: *expected };
    let going = if aside.is_whole() { enter(path).map(|()| Outcome::Placed) } else { Ok(Outcome::Overtaken) };
    if !matches!(going, Ok(Outcome::Placed))
        && let Err(error) = aside.give_back(path)
    {
        // It waits under its other name, and the next sweep tries again.
        let _ = aside.path.keep();
        return Err(error);
    }
    going
}

/// Removes a file that nobody needs any more, whatever it holds.
pub(super) fn discard(path: &Path) -> Result<(), StoreError> {
    fs::remove_file(path).map_err(Doing::Remove.at(path))?;
    enter(path)
}

/// Waits until the entries of a folder are on the disk.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    let folder = File::open(path).map_err(Doing::Sync.at(path))?;
    folder.sync_all().map_err(Doing::Sync.at(path))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

/// Whether the system or the file system does not know the flag of a rename.
fn is_unknown(error: Errno) -> bool {
    matches!(error, Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)
}

/// Who may do what with a file: its mode, group and owner.
pub(super) struct Dress {
    mode: u32,
    owner: Option<u32>,
    group: u32,
}

impl Dress {
    /// That of the file to be replaced.
    pub fn of(metadata: &Metadata) -> Self {
        Self { mode: metadata.mode() & 0o777, owner: Some(metadata.uid()), group: metadata.gid() }
    }

    /// That of a file that its owner alone may use.
    pub fn own() -> Self {
        Self { mode: 0o600, owner: None, group: rustix::process::getgid().as_raw() }
    }

    /// That of a new file: whoever may use the folder may use it, whatever this user's mask says.
    pub fn in_folder_of(path: &Path) -> io::Result<Self> {
        let folder = Self::as_folder_of(path)?;
        Ok(Self { mode: folder.mode & 0o666, ..folder })
    }

    /// That of the folder itself, for another folder in it.
    fn as_folder_of(path: &Path) -> io::Result<Self> {
        let folder = fs::metadata(folder_of(path))?;
        Ok(Self { mode: folder.mode() & 0o3777, owner: None, group: folder.gid() })
    }

    /// Dresses a file. Where its group cannot be had, those of the group that it has instead may no more than all others.
    pub fn put_on(&self, file: &File) -> io::Result<()> {
        let now = file.metadata()?;
        let group = Some(Gid::from_raw(self.group)).filter(|_| now.gid() != self.group);
        let owner = self.owner.filter(|owner| *owner != now.uid()).map(Uid::from_raw);
        if owner.is_some() || group.is_some() {
            // Only the superuser can give a file away; anyone may give it to a group of theirs.
            let _ = fchown(file, owner, group).or_else(|_| fchown(file, None, group));
        }
        let kept = file.metadata()?.gid() == self.group;
        let mode = if kept { self.mode } else { (self.mode & !0o070) | ((self.mode & 0o007) << 3) };
        Ok(fchmod(file, Mode::from_raw_mode(mode))?)
    }
}
