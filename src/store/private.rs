//! A folder of one's own that is gone at the end: for a demonstration, or for what a program is handed.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

/// A folder that nobody else may enter, removed when this is dropped.
#[derive(Debug)]
pub struct PrivateFolder(TempDir);

impl PrivateFolder {
    /// Makes the folder and writes files into it, each by its path with `/` between folders.
    ///
    /// # Errors
    /// When the system's temporary folder cannot be written to.
    pub fn with(files: &[(&str, &[u8])]) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("tiendo-").tempdir()?;
        for (path, bytes) in files {
            let path = folder.path().join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(Self(folder))
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_the_files_and_is_gone_in_the_end() {
        let folder = PrivateFolder::with(&[("plans/a.json", b"{}")]).unwrap();
        let path = folder.path().to_owned();
        assert_eq!(fs::read(path.join("plans/a.json")).unwrap(), b"{}");
        drop(folder);
        assert!(!path.exists());
    }
}
