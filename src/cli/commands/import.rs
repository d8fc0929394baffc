//! `tiendo import FILE...`: plans out of documents.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::drafted::Drafted;
use crate::cli::failure::Failure;
use crate::cli::output::{say, say_to_a_person};
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::cli::{proposed, task_table, typed};
use crate::domain::Outline;
use crate::import::review::{Note, Sheet};
use crate::locale::{Lang, command, finding as doubt};
use crate::text::one_line;
use crate::workspace::{Document, Material, Proposal, Recognised, Wanted, Wishes, Workspace};

/// Which documents, and how far.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The documents: docx, odt, xlsx, pdf, doc, html, plain text or Markdown; - for text pasted or piped in
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print the drafts and what is doubtful in them, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Look the draft through on the screen, beside its document; nothing is written before it is saved there
    #[arg(long, conflicts_with_all = ["dry_run", "json"])]
    review: bool,
    /// The year that the plans are for, where the documents do not tell
    #[arg(long, value_name = "YEAR", value_parser = typed::year)]
    year: Option<i32>,
    /// The plan's id; by default made from its number or title and its year
    #[arg(long = "as", value_name = "ID", value_parser = typed::plan_id)]
    id: Option<String>,
    /// Print the plans as JSON, one alone or several as an array; of a dry run with what is doubtful and where each field was read
    #[arg(long)]
    json: bool,
}

impl Arguments {
    /// The document that is to be reviewed on the screen. What cannot be drafted is said here, with an exit status: the
    /// screen would have to be left first.
    ///
    /// # Errors
    /// When it is not one file, for the keys come through the pipe; when no plan can be drafted from it.
    pub fn review(&self, session: &Session) -> Result<Option<Wanted>, Failure> {
        if !self.review {
            return Ok(None);
        }
        let [file] = self.files.as_slice() else { return Err(one_review(session.lang)) };
        if file == Path::new("-") {
            return Err(one_review(session.lang));
        }
        let from = Material::Document(file.to_string_lossy().into_owned());
        let wanted = Wanted { from, wishes: self.wishes() };
        session.open_or_create_quietly()?.draft(&wanted)?;
        Ok(Some(wanted))
    }

    /// What is said of the documents beside.
    fn wishes(&self) -> Wishes {
        Wishes { year: self.year, id: self.id.clone() }
    }
}

/// Reads the documents, one after the other, and commits each plan unless it is a dry run.
///
/// # Errors
/// When a document cannot be read or its plan not be written; the others come in all the same.
pub fn run(arguments: &Arguments, session: &mut Session) -> Result<(), Failure> {
    if arguments.id.is_some() && arguments.files.len() > 1 {
        return Err(Failure::Said(command::one_id_one_file(session.lang).to_owned()));
    }
    let workspace = session.open_or_create()?;
    let mut progress = Progress::of(arguments.files.len());
    let (mut plans, mut count) = (Vec::new(), Count::default());
    for file in &arguments.files {
        // Who pastes is asked for it on a line of her own.
        if file != Path::new("-") {
            progress.begin(&name(file));
        }
        let taken = take(arguments, session, &workspace, file);
        progress.clear();
        match taken {
            Ok((proposal, changed)) => {
                count.add(changed);
                tell(arguments, session, &workspace, &proposal, changed)?;
                plans.push(if arguments.dry_run {
                    Drafted::dry(session.lang, &proposal)
                } else {
                    Drafted::plan(proposal.plan)
                });
            }
            Err(failure) => {
                count.failed += 1;
                say(&refusal(arguments, session.lang, file, &failure));
            }
        }
    }
    if arguments.json {
        match plans.as_slice() {
            [plan] if arguments.files.len() == 1 => session.json(plan)?,
            plans => session.json(&plans)?,
        }
    } else if arguments.files.len() > 1 {
        session.out.line(&count.line(arguments, session.lang))?;
        if count.written > 0 {
            session.out.line(command::take_last_back(session.lang))?;
        }
    }
    if count.failed > 0 { Err(Failure::Found) } else { Ok(()) }
}

fn one_review(lang: Lang) -> Failure {
    Failure::Said(command::one_review(lang).to_owned())
}

/// What came of several documents.
#[derive(Default)]
struct Count {
    written: usize,
    unchanged: usize,
    failed: usize,
}

impl Count {
    fn add(&mut self, changed: bool) {
        *(if changed { &mut self.written } else { &mut self.unchanged }) += 1;
    }

    fn line(&self, arguments: &Arguments, lang: Lang) -> String {
        let Self { written, unchanged, failed } = *self;
        let all = arguments.files.len();
        if arguments.dry_run {
            return command::documents_read(lang, all, unchanged, failed);
        }
        command::documents_taken_in(lang, all, written, unchanged, failed)
    }
}

/// Why a document did not come in; of several, with its name.
fn refusal(arguments: &Arguments, lang: Lang, file: &Path, failure: &Failure) -> String {
    let sentence = failure.sentence(lang).unwrap_or_default();
    let name = name(file);
    if arguments.files.len() == 1 || sentence.contains(&name) {
        return sentence;
    }
    format!("{name}: {sentence}")
}

/// The name of a file without its folder.
fn name(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// Reads one document and commits its plan unless it is a dry run; answers whether anything was written.
fn take(
    arguments: &Arguments,
    session: &Session,
    workspace: &Workspace,
    file: &Path,
) -> Result<(Proposal, bool), Failure> {
    let document = read(session, workspace, file)?;
    let proposal = workspace.propose(&document, &arguments.wishes())?;
    proposal.check()?;
    let changed = !arguments.dry_run && workspace.accept(proposal.clone())?.is_some();
    Ok((proposal, changed))
}

/// Tells what came of one document.
fn tell(
    arguments: &Arguments,
    session: &mut Session,
    workspace: &Workspace,
    proposal: &Proposal,
    changed: bool,
) -> Result<(), Failure> {
    if arguments.json {
        let file = proposal.reading.source.as_ref().map_or("", |source| &source.file);
        let sheet = proposal.sheet();
        sheet.notes.iter().for_each(|note| say(&sentence(session.lang, file, &sheet, note)));
        return Ok(());
    }
    if arguments.dry_run {
        return proposed::draft(session, workspace, proposal);
    }
    let line = taken_in(session.lang, proposal, changed);
    let line = match (changed, arguments.files.len()) {
        (true, 1) => command::take_back(session.lang, &line),
        _ => line,
    };
    session.out.line(&one_line(&line))?;
    session.table(&proposed::remarks(session.lang, proposal))
}

/// Reads a document, or what is pasted or piped in where its name is `-`.
fn read(session: &Session, workspace: &Workspace, file: &Path) -> Result<Document, Failure> {
    if file != Path::new("-") {
        return Ok(workspace.read_document(file)?);
    }
    if io::stdin().is_terminal() {
        say_to_a_person(command::paste_document(session.lang));
    }
    Ok(workspace.read_document_from(io::stdin().lock(), command::pasted(session.lang))?)
}

/// What came into the workspace.
fn taken_in(lang: Lang, proposal: &Proposal, changed: bool) -> String {
    let plan = &proposal.plan;
    let (title, tasks) = (task_table::title(plan), Outline::of(plan).leaves().count());
    match &proposal.recognised {
        _ if !changed => command::imported_unchanged(lang, &plan.id, title),
        Recognised::Again(_) => command::imported_again(lang, tasks, &plan.id, title),
        Recognised::New | Recognised::Perhaps(_) => command::imported(lang, tasks, &plan.id, title),
    }
}

/// What is doubtful, where, and what is proposed.
fn sentence(lang: Lang, file: &str, sheet: &Sheet, note: &Note) -> String {
    let line = note.finding.lines.map(|(first, _)| format!(":{first}")).unwrap_or_default();
    let proposed = doubt::proposed(lang, &sheet.remedy(note).text(lang));
    format!("{file}{line}: {}. {proposed}", note.finding.text(lang))
}
