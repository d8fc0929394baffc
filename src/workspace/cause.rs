//! Why something failed, in few words: for a line of the screen that has room for no more.

use std::path::Path;

use super::WorkspaceError;
use super::sentence::{fault, system};
use crate::locale::Lang;
use crate::store::StoreError;

impl WorkspaceError {
    /// The cause alone, for a narrow place: of what the system refused, not at which file.
    #[must_use]
    pub fn cause(&self, lang: Lang) -> String {
        match self {
            Self::Store(StoreError::Io { source, .. }) => system(lang, source),
            Self::Interrupted { source, .. } => source.cause(lang),
            Self::Unreadable(error) | Self::Store(StoreError::Unreadable(error)) => fault(lang, &error.fault),
            _ => self.sentence(lang),
        }
    }

    /// The cause, and the name of the file behind it.
    #[must_use]
    pub fn cause_at(&self, lang: Lang) -> String {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let file = match self {
            Self::Store(StoreError::Io { path, .. }) => name(path),
            Self::Unreadable(error) | Self::Store(StoreError::Unreadable(error)) => {
                name(Path::new(&error.file))
            }
            Self::Interrupted { source, .. } => return source.cause_at(lang),
            _ => None,
        };
        let cause = self.cause(lang);
        file.map_or(cause.clone(), |file| format!("{cause}, {file}"))
    }
}
