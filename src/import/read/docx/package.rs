//! Where the parts of a Word document lie: its relationships say so, for not every program names them alike.

use super::super::super::ImportError;
use super::super::archive::Archive;
use super::super::xml;

/// An open document.
pub(super) struct Package<'b> {
    archive: Archive<'b>,
    /// The main part's name.
    main: String,
}

impl<'b> Package<'b> {
    /// Finds the main part.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn open(mut archive: Archive<'b>) -> Result<Self, ImportError> {
        let named = target(&mut archive, "_rels/.rels", "officeDocument")?;
        let main = named.map_or("word/document.xml".to_owned(), |target| beside("", &target));
        Ok(Self { archive, main })
    }

    /// The main part.
    ///
    /// # Errors
    /// When it is not there or damaged.
    pub(super) fn main(&mut self) -> Result<String, ImportError> {
        self.archive.part(&self.main)?.ok_or(ImportError::Damaged)
    }

    /// A part that belongs to the main one, such as its styles.
    ///
    /// # Errors
    /// When it is damaged.
    pub(super) fn related(&mut self, kind: &str) -> Result<Option<String>, ImportError> {
        let (folder, file) = self.main.rsplit_once('/').unwrap_or(("", &self.main));
        let relationships = beside(folder, &format!("_rels/{file}.rels"));
        match target(&mut self.archive, &relationships, kind)? {
            Some(target) => self.archive.part(&beside(folder, &target)),
            None => Ok(None),
        }
    }
}

/// The target of the relationship of a kind, which its type names last.
fn target(archive: &mut Archive<'_>, part: &str, kind: &str) -> Result<Option<String>, ImportError> {
    let Some(text) = archive.part(part)? else { return Ok(None) };
    let document = xml::parse(&text)?;
    let relationship = xml::named(document.root_element(), "Relationship").find(|node| {
        xml::attribute(*node, "Type").is_some_and(|kinds| kinds.rsplit('/').next() == Some(kind))
    });
    Ok(relationship.and_then(|node| xml::attribute(node, "Target")).map(str::to_owned))
}

/// The name of a part that is named from a folder.
fn beside(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}
