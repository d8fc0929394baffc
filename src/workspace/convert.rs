//! Foreign documents, pdf and doc, converted before the import sees them: by another program, or by this one, in a
//! process of its own that a file made to harm cannot take anything else down with.

use std::env;
use std::path::Path;
use std::time::Duration;

use crate::import::{Foreign, ImportError, convert, foreign, is_guess};
use crate::process::{Program, Ran, become_program, confine};
use crate::store::{PrivateFolder, read_document};

/// The command by which this program calls itself to convert; nobody else does.
pub const CONVERT: &str = "convert-document";

/// Whoever converts may take so long, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(20);

/// So much memory a conversion may use.
const MEMORY: u64 = 128 << 20;

/// So much may come of it: a thousand pages have a tenth of that.
const OUTPUT: u64 = 64 << 20;

/// What a foreign document's bytes are converted to; `None` where they are none.
pub(super) fn converted(bytes: &[u8]) -> Result<Option<Vec<u8>>, ImportError> {
    let Some(kind) = foreign(bytes) else { return Ok(None) };
    if !kind.is_whole(bytes) {
        return Err(ImportError::Damaged);
    }
    let seconds = seconds(bytes.len());
    let program = env::current_exe().map_err(|_| ImportError::NoReader)?;
    let ran = Program::new(program, Path::new("/"))
        .arguments([CONVERT, name(kind), &seconds.to_string()])
        .input(bytes)
        .at_most(OUTPUT)
        .within(PATIENCE)
        .run()
        .map_err(|_| ImportError::Endless)?;
    let converted = answer(kind, ran)?;
    // It starts slowly, so it is asked only where it knows more; the file has proved sound by then.
    let better = is_guess(&converted).then(|| by_office(bytes)).flatten();
    Ok(Some(better.unwrap_or(converted)))
}

/// The same document as `LibreOffice` converts it to docx, in a folder and with settings of its own; `None` where it is not
/// installed or does not do it.
fn by_office(bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = PrivateFolder::with(&[("document.doc", bytes)]).ok()?;
    let settings = format!("-env:UserInstallation=file://{}", folder.path().join("settings").to_str()?);
    let arguments = [&settings, "--headless", "--norestore", "--convert-to", "docx", "document.doc"];
    let office = Program::new("soffice", folder.path()).arguments(arguments).within(PATIENCE);
    office.run().ok().filter(Ran::is_done)?;
    read_document(&folder.path().join("document.docx")).ok()
}

/// So long a processor may work on a file of this size: one made to harm is small and must not be waited for.
fn seconds(bytes: usize) -> usize {
    1 + (bytes >> 22)
}

fn name(kind: Foreign) -> &'static str {
    match kind {
        Foreign::Pdf => "pdf",
        Foreign::OldWord => "doc",
    }
}

fn answer(kind: Foreign, ran: Ran) -> Result<Vec<u8>, ImportError> {
    let said = ran.said();
    match ran.status {
        Some(0) => Ok(ran.output),
        Some(_) if said.contains("Incorrect password") => Err(ImportError::Encrypted),
        Some(PANICKED) if kind == Foreign::Pdf => Err(ImportError::NoReader),
        Some(_) => {
            let told = [ImportError::Encrypted, ImportError::Endless].into_iter();
            Err(told
                .into_iter()
                .find(|error| said.contains(&error.to_string()))
                .unwrap_or(ImportError::Damaged))
        }
        None => Err(ImportError::Endless),
    }
}

/// How a program of ours ends that panicked.
const PANICKED: i32 = 101;

/// Converts a document in this process, which is to end afterwards: `pdftotext` does it where it is installed.
///
/// # Errors
/// When the kind is not known, or the document is damaged or has a password.
pub fn convert_confined(
    kind: &str,
    seconds: u64,
    input: impl FnOnce() -> Vec<u8>,
) -> Result<String, ImportError> {
    confine(MEMORY, seconds).map_err(|_| ImportError::NoReader)?;
    let kind = [Foreign::Pdf, Foreign::OldWord].into_iter().find(|known| name(*known) == kind);
    let kind = kind.ok_or(ImportError::NotPlain)?;
    if kind == Foreign::Pdf {
        // Only where it is not installed there is a way on.
        become_program("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"]);
    }
    convert(kind, &input())
}
