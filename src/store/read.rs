//! A file read without a lock: no link followed, nothing but a regular file, not more than a bound.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;

use super::fault::{Fault, Unreadable};

/// The longest file of a workspace that is read: 64 MiB.
pub const MAX_BYTES: u64 = 64 << 20;

/// The longest document that is read, with its pictures: 64 MiB. How much text is understood, the import says.
pub const MAX_DOCUMENT_BYTES: u64 = 64 << 20;

/// What a look at a file tells without reading it; another stamp is another content or another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The length in bytes.
    len: u64,
    /// The inode.
    inode: u64,
    /// When the inode last changed, seconds and nanoseconds; unlike the time of writing nobody can set it back.
    changed: (i64, i64),
}

impl Stamp {
    /// Takes the stamp of a file that is none of a workspace's; `None` where there is none.
    #[must_use]
    pub fn at(path: &Path) -> Option<Self> {
        path.symlink_metadata().ok().map(|metadata| Self::of(&metadata))
    }

    /// Takes the stamp of an open or a listed file.
    pub(super) fn of(metadata: &Metadata) -> Self {
        let changed = (metadata.ctime(), metadata.ctime_nsec());
        Self { len: metadata.len(), inode: metadata.ino(), changed }
    }
}

/// A file as it was read.
pub(super) struct Content {
    pub bytes: Vec<u8>,
    pub metadata: Metadata,
}

impl Content {
    pub fn stamp(&self) -> Stamp {
        Stamp::of(&self.metadata)
    }
}

/// Reads a file whole; `None` when there is none.
pub(super) fn read(path: &Path) -> Result<Option<Content>, Fault> {
    read_up_to(path, MAX_BYTES)
}

fn read_up_to(path: &Path, most: u64) -> Result<Option<Content>, Fault> {
    let Some(file) = open_regular(path, OFlags::RDONLY)? else { return Ok(None) };
    let metadata = file.metadata().map_err(system)?;
    if metadata.len() > most {
        return Err(Fault::TooLarge { bytes: metadata.len(), most });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
    // The file may grow meanwhile; the bound holds all the same.
    file.take(most + 1).read_to_end(&mut bytes).map_err(system)?;
    let len = bytes.len() as u64;
    if len > most { Err(Fault::TooLarge { bytes: len, most }) } else { Ok(Some(Content { bytes, metadata })) }
}

/// Reads a document that a person names, wherever it lies; there a link is followed, for it is her own.
///
/// # Errors
/// When it is not there, is no regular file, or is longer than [`MAX_DOCUMENT_BYTES`].
pub fn read_document(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let refuse = |fault| Unreadable { file: path.display().to_string(), at: None, fault };
    let target = path.canonicalize().map_err(|error| refuse(system(error)))?;
    let content = read_up_to(&target, MAX_DOCUMENT_BYTES).map_err(refuse)?;
    content.map(|content| content.bytes).ok_or_else(|| refuse(Fault::System("not found".into())))
}

/// Reads a document that comes through a pipe.
///
/// # Errors
/// When it cannot be read to its end, or is longer than [`MAX_DOCUMENT_BYTES`].
pub fn read_document_from(pipe: impl Read, name: &str) -> Result<Vec<u8>, Unreadable> {
    let refuse = |fault| Unreadable { file: name.to_owned(), at: None, fault };
    let mut bytes = Vec::new();
    pipe.take(MAX_DOCUMENT_BYTES + 1).read_to_end(&mut bytes).map_err(|error| refuse(system(error)))?;
    let length = bytes.len() as u64;
    let too_large = Fault::TooLarge { bytes: length, most: MAX_DOCUMENT_BYTES };
    if length > MAX_DOCUMENT_BYTES { Err(refuse(too_large)) } else { Ok(bytes) }
}

/// Opens a regular file that is there; never waits for a pipe, never follows a link.
pub(super) fn open_regular(path: &Path, flags: OFlags) -> Result<Option<File>, Fault> {
    let safe = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let file = match open(path, flags | safe, Mode::empty()) {
        Ok(descriptor) => File::from(descriptor),
        Err(Errno::NOENT) => return Ok(None),
        Err(Errno::LOOP) => return Err(Fault::Link),
        // A pipe without a reader, a socket, a folder opened for writing.
        Err(Errno::NXIO | Errno::ISDIR) => return Err(Fault::NotAFile),
        Err(error) => return Err(system(error.into())),
    };
    let kind = file.metadata().map_err(system)?.file_type();
    if kind.is_file() { Ok(Some(file)) } else { Err(Fault::NotAFile) }
}

#[allow(clippy::needless_pass_by_value, reason = "used with map_err")]
pub(super) fn system(error: io::Error) -> Fault {
    Fault::System(error.to_string())
}
