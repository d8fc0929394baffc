//! Foreign documents, all but text, converted before the import sees them: by another program, or by this one, in a process
//! of its own that a file made to harm cannot take anything else down with.

use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::import::{Foreign, ImportError, Limit, convert, foreign, is_guess};
use crate::process::{ProcessError, Program, Ran, become_program, confine};
use crate::store::{PrivateFolder, read_document};

/// The command by which this program calls itself to convert; nobody else does.
pub const CONVERT: &str = "convert-document";

/// Whoever converts may take so long, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(20);

/// So much memory a conversion may use.
const MEMORY: u64 = 160 << 20;

/// `LibreOffice` takes so much before it has read anything.
const OFFICE_MEMORY: u64 = 2 << 30;

/// The name of the conversion that `LibreOffice` does.
const OFFICE: &str = "office";

/// So much may come of it: a thousand pages have a tenth of that.
const OUTPUT: u64 = 64 << 20;

/// What a foreign document's bytes are converted to; `None` where they are none.
pub(super) fn converted(bytes: &[u8]) -> Result<Option<Vec<u8>>, ImportError> {
    let Some(kind) = foreign(bytes) else { return Ok(None) };
    if !kind.is_whole(bytes) {
        return Err(ImportError::Damaged);
    }
    let seconds = seconds(bytes.len());
    let ran = Program::new(&itself()?, Path::new("/"))
        .arguments([CONVERT, name(kind), &seconds.to_string()])
        .input(bytes)
        .at_most(OUTPUT)
        .within(PATIENCE)
        .run();
    let ran = ran.map_err(|error| match error {
        ProcessError::TooSlow { .. } => ImportError::Endless,
        ProcessError::Missing(_) | ProcessError::System { .. } => ImportError::NoProcess,
    })?;
    let converted = answer(kind, ran)?;
    // It starts slowly, so it is asked only where it knows more; the file has proved sound by then.
    let better = is_guess(bytes, &converted).then(|| by_office(bytes)).flatten();
    Ok(Some(better.unwrap_or(converted)))
}

/// This program: by the system's own name for it, under which it also runs when another version has taken its place.
fn itself() -> Result<PathBuf, ImportError> {
    const RUNNING: &str = "/proc/self/exe";
    if Path::new(RUNNING).exists() {
        return Ok(RUNNING.into());
    }
    env::current_exe().map_err(|_| ImportError::NoProcess)
}

/// The same document as `LibreOffice` makes a docx of it, in a folder and with settings of its own; `None` where it is not
/// installed or does not do it. It has limits like our own reader, and nothing that it starts goes on behind it.
fn by_office(bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = PrivateFolder::with(&[("document.doc", bytes)]).ok()?;
    let seconds = PATIENCE.as_secs().to_string();
    let office = Program::new(&itself().ok()?, folder.path()).arguments([CONVERT, OFFICE, &seconds]);
    office.within(PATIENCE).with_all_it_starts().run().ok().filter(Ran::is_done)?;
    converted(&read_document(&folder.path().join("document.docx")).ok()?).ok()?
}

/// Becomes `LibreOffice`, to convert the document of the folder in which this process runs.
fn become_office() -> ImportError {
    let Some(settings) =
        env::current_dir().ok().and_then(|here| Some(here.join("settings").to_str()?.to_owned()))
    else {
        return ImportError::NoProcess;
    };
    let settings = format!("-env:UserInstallation=file://{settings}");
    become_program(
        "soffice",
        [&settings, "--headless", "--norestore", "--convert-to", "docx", "document.doc"],
    );
    ImportError::NoProcess
}

/// So long a processor may work on a file of this size: one made to harm is small and must not be waited for. An old
/// machine reads half a MiB in a second.
fn seconds(bytes: usize) -> usize {
    1 + (bytes >> 19)
}

/// What is converted, by the names that this program calls itself with.
const KINDS: [(&str, Foreign); 5] = [
    ("page", Foreign::Page),
    ("packed", Foreign::Packed),
    ("rtf", Foreign::RichText),
    ("pdf", Foreign::Pdf),
    ("doc", Foreign::OldWord),
];

fn name(kind: Foreign) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name)
}

/// What a conversion may tell of a document that cannot be read.
const TOLD: [ImportError; 12] = [
    ImportError::NoProcess,
    ImportError::Encrypted,
    ImportError::Endless,
    ImportError::NotPlain,
    ImportError::NoText,
    ImportError::Damaged,
    ImportError::Beyond(Limit::Parts),
    ImportError::Beyond(Limit::Bytes),
    ImportError::Beyond(Limit::Elements),
    ImportError::Beyond(Limit::Depth),
    ImportError::Beyond(Limit::Cells),
    ImportError::Beyond(Limit::Text),
];

fn answer(kind: Foreign, ran: Ran) -> Result<Vec<u8>, ImportError> {
    let said = ran.said();
    match ran.status {
        Some(0) => Ok(ran.output),
        Some(_) if said.contains("Incorrect password") => Err(ImportError::Encrypted),
        Some(PANICKED) if kind == Foreign::Pdf => Err(ImportError::NoReader),
        Some(_) => {
            let told = TOLD.into_iter().find(|error| said.contains(&error.to_string()));
            Err(told.unwrap_or(ImportError::Damaged))
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
    let memory = if kind == OFFICE { OFFICE_MEMORY } else { MEMORY };
    confine(memory, seconds).map_err(|_| ImportError::NoProcess)?;
    if kind == OFFICE {
        return Err(become_office());
    }
    let (_, kind) = KINDS.into_iter().find(|(name, _)| *name == kind).ok_or(ImportError::NotPlain)?;
    if kind == Foreign::Pdf {
        // Only where it is not installed there is a way on.
        become_program("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"]);
    }
    convert(kind, &input())
}
