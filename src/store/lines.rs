//! Files beside the plans of which only some lines are ours, such as those that tell git what to do with the others.

use super::durable::{Dress, Outcome, Staged};
use super::error::{Doing, StoreError};
use super::hash::Hash;
use super::lock::Guard;
use super::replace::check_mode;

impl Guard {
    /// Adds the lines that a file at the top of the workspace lacks, behind those that it has; whether any was missing.
    ///
    /// # Errors
    /// When the file is no plain one, may not be written, or the system refuses.
    pub fn add_lines(&self, file: &str, lines: &[&str]) -> Result<bool, StoreError> {
        let path = self.folder.path(file);
        let there = self.folder.content(file)?;
        let before = there.as_ref().map_or(&[][..], |content| &content.bytes);
        let missing: Vec<&str> = lines.iter().copied().filter(|line| !has_line(before, line)).collect();
        if missing.is_empty() {
            return Ok(false);
        }
        let end: &[u8] = if before.is_empty() || before.ends_with(b"\n") { b"" } else { b"\n" };
        let added = missing.iter().flat_map(|line| [*line, "\n"]).collect::<String>();
        let bytes = [before, end, added.as_bytes()].concat();
        let outcome = if let Some(content) = &there {
            check_mode(file, &path, &content.metadata)?;
            let staged = Staged::write(&path, &bytes, &Dress::of(&content.metadata))?;
            staged.put_over(&path, &Hash::of(before))?
        } else {
            let dress = Dress::in_folder_of(&path).map_err(Doing::Create.at(&path))?;
            Staged::write(&path, &bytes, &dress)?.put_new(&path)?
        };
        if outcome == Outcome::Overtaken { Err(StoreError::Changed(file.to_owned())) } else { Ok(true) }
    }
}

fn has_line(bytes: &[u8], line: &str) -> bool {
    bytes.split(|byte| *byte == b'\n').any(|there| there.trim_ascii() == line.as_bytes())
}
