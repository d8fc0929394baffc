//! Documents in, drafts out: a plan in text, Markdown, the format of Word or `LibreOffice`, or pages becomes a [`Plan`] with findings for what is doubtful.
//!
//! The way of a document: its bytes are read to a transcript (`read`), split to numbered lines and cleaned (`line`, `clean`); the parts
//! of the document are found (`span`); hard-wrapped lines are rejoined to paragraphs (`paragraph`) and tables read
//! (`table`); paragraphs and rows become sections (`section`) with a tree of items (`outline`); items become tasks
//! (`tasks`) once the recognisers were asked. Everything here is a pure function. The recognisers:
//!
//! | module | what it recognises |
//! | --- | --- |
//! | [`labels`] | attribute lines and table headers: "Cơ quan chủ trì: ..." |
//! | [`assignments`] | who owes a task, in which role |
//! | [`times`] | when, in the notation of `domain::When` |
//! | [`routes`] | the desks through which reports go |
//! | [`numbers`] | numbers of documents |
//!
//! `words` cuts a text for them (`syllables` finds spaces that were lost), `phrases` holds lists of words from `data/words`, `units` knows how offices are named.

pub mod again;
pub mod assignments;
mod basis;
mod called;
mod carried;
mod case;
mod cells;
mod certainty;
mod clean;
mod draft;
mod ending;
mod events;
mod finding;
mod heading;
mod issuer;
pub mod labels;
mod letterhead;
mod line;
mod marker;
mod merged;
mod numbering;
pub mod numbers;
mod outline;
mod paragraph;
mod period;
mod phrases;
mod plan_id;
mod proper;
mod read;
mod recipients;
pub mod review;
mod rollover;
pub mod routes;
mod scan;
mod section;
mod short;
mod shown;
mod signatory;
mod span;
mod spot;
mod syllables;
mod table;
mod tasks;
pub mod times;
mod title;
mod trace;
mod units;
mod unread;
mod words;
mod work;
mod year;

pub use called::Called;
pub use draft::draft;
pub use finding::{Doubt, Finding};
pub use read::{Foreign, Legacy, Limit, convert, foreign, is_guess};
pub use rollover::rollover;
pub use spot::{Field, Spot};
pub use trace::{Lines, Sureness, Trace, Traces};

use crate::domain::{Plan, TaskId};

/// What an importer is asked.
pub struct Request<'a> {
    /// The document's file name, without its folder.
    pub file: &'a str,
    /// What a foreign document was converted to.
    pub converted: Option<&'a [u8]>,
    /// The plan's year, where a person gave it; otherwise the document tells.
    pub year: Option<i32>,
    /// Where the ids of new tasks come from: random, and unique in the plan.
    pub next_id: &'a mut dyn FnMut() -> TaskId,
}

/// A plan as read from a document, for a person to confirm.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The plan; nothing in it was invented but ids.
    pub plan: Plan,
    /// What is doubtful, in the order of the document.
    pub findings: Vec<Finding>,
    /// The document itself, as far as it is text.
    pub original: review::Original,
}

/// Why a document cannot be read at all. Bad content is a [`Finding`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Other encodings.
    #[error("not UTF-8 text at line {line}, column {column}; save it as UTF-8 and import it again")]
    NotUtf8 {
        /// The first line that cannot be read, from 1.
        line: usize,
        /// The first character of it that cannot be read, from 1.
        column: usize,
    },
    /// A Word file, a PDF, or another binary one.
    #[error(
        "this kind of file cannot be read; save it as docx, odt, pdf, doc, rtf, html or text and import it again"
    )]
    NotPlain,
    /// A file that was cut off or altered.
    #[error("the file is damaged; open it in Word or LibreOffice, save it again and import that")]
    Damaged,
    /// A file with a password.
    #[error("the file is encrypted; save it without a password and import it again")]
    Encrypted,
    /// A file that would take more than any plan does.
    #[error("the file has too many {0} to be a plan")]
    Beyond(Limit),
    /// Pages without a letter on them.
    #[error(
        "the pages hold pictures and no text; run OCR on them first (ocrmypdf -l vie IN.pdf OUT.pdf) and import what it makes"
    )]
    Pictures,
    /// Pages that our own reader gave up on.
    #[error(
        "these pages cannot be read without pdftotext; install it (poppler-utils) and import the file again"
    )]
    NoReader,
    /// A document of the older Word in which no task was found, for the labels of its lists are not known.
    #[error(
        "how its automatic numbers are printed is not known, so no task was found; save it as .docx and import that, or install LibreOffice (soffice) where it is missing"
    )]
    NoLabels,
    /// The system let no process begin in which the file is read.
    #[error("no process could be started to read the file; close other programs and try again")]
    NoProcess,
    /// A conversion that took more time or memory than any plan does.
    #[error("the file takes more time or memory to read than a plan does")]
    Endless,
    /// An empty file.
    #[error("the document holds no text")]
    NoText,
}
