//! What every command works with: the language, the output, and the workspace once it is asked for.

use chrono::NaiveDate;
use serde::Serialize;

use super::arguments::Globals;
use super::environment;
use super::failure::Failure;
use super::json;
use super::output::{Output, say};
use super::table::Table;
use crate::locale::{Lang, command, date, git};
use crate::workspace::{Absent, Options, Reason, Snapshot, Workspace};

/// One run of one command.
pub struct Session {
    /// The language of the messages.
    pub lang: Lang,
    /// Standard output.
    pub out: Output,
    globals: Globals,
    /// The day that the environment fixes.
    today: Option<NaiveDate>,
    /// Whether files are missing from the answer.
    is_part: bool,
}

impl Session {
    /// Prepares a run, with the language named or the environment's.
    pub fn new(globals: Globals, today: Option<NaiveDate>) -> Self {
        let lang = globals.lang.unwrap_or_else(environment::language);
        Self { lang, out: Output::of_process(), globals, today, is_part: false }
    }

    /// Opens the workspace, or the demonstration, and says that it is one and which files cannot be read.
    ///
    /// # Errors
    /// When its folder cannot be read, or was named and is not there.
    pub fn open(&self) -> Result<Workspace, Failure> {
        self.introduced(self.opened(Absent::Refused)?)
    }

    /// Opens the workspace for an answer that is drawn from all of it. What cannot be read is missing from that: the
    /// command will end with status 1, for whoever reads no sentences.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_whole(&mut self) -> Result<Workspace, Failure> {
        let workspace = self.open()?;
        self.is_part = workspace.snapshot().damaged().next().is_some();
        self.say_what_waits(&workspace);
        Ok(workspace)
    }

    /// Says that the answer is drawn from this plan: where lines of its journal cannot be read, they are missing from it.
    pub fn answers_from(&mut self, snapshot: &Snapshot, plan: &str) {
        self.is_part |= snapshot.journal_flaw(plan).is_some();
    }

    /// Says where a value is shown that both sides of a merge have changed: nobody has decided yet.
    pub fn say_what_waits(&self, workspace: &Workspace) {
        let waiting = workspace.conflicts().map_or(0, |conflicts| conflicts.len());
        if waiting > 0 {
            say(&git::waiting(self.lang, waiting));
        }
    }

    /// Opens the workspace for a command that may be the first one in it.
    ///
    /// # Errors
    /// When its folder cannot be read.
    pub fn open_or_create(&self) -> Result<Workspace, Failure> {
        self.introduced(self.opened(Absent::Empty)?)
    }

    /// Opens the same without a word, for who tells it all anyway.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_quietly(&self) -> Result<Workspace, Failure> {
        self.opened(Absent::Refused)
    }

    /// The same of a workspace that need not be there yet.
    ///
    /// # Errors
    /// As [`open_or_create`](Self::open_or_create).
    pub fn open_or_create_quietly(&self) -> Result<Workspace, Failure> {
        self.opened(Absent::Empty)
    }

    fn opened(&self, absent: Absent) -> Result<Workspace, Failure> {
        let options = Options { absent, ..self.globals.options(self.today) };
        Ok(if self.globals.demo { Workspace::demo(options)? } else { Workspace::open(options)? })
    }

    fn introduced(&self, workspace: Workspace) -> Result<Workspace, Failure> {
        let snapshot = workspace.snapshot();
        let lang = self.lang;
        if let Some(flaw) = snapshot.unreadable.iter().find(|flaw| matches!(flaw.reason, Reason::Unlisted(_)))
        {
            return Err(Failure::Said(format!("{}: {}", flaw.file, flaw.sentence(lang))));
        }
        if workspace.is_demo() {
            say(&command::demo(lang, &date::day(lang, snapshot.day)));
        }
        for flaw in &snapshot.unreadable {
            say(&command::unreadable(lang, &flaw.place(), &flaw.sentence(lang)));
        }
        if let Some(flaw) = snapshot.flaws.first() {
            let more = snapshot.flaws.len() - 1;
            let first = format!("{}: {}", flaw.place(), flaw.sentence(lang));
            let told = if more == 0 { first } else { command::and_more_flaws(lang, &first, more) };
            say(&command::see_check(lang, &told));
        }
        Ok(workspace)
    }

    /// Writes what is still gathered; the answer of the command ends here.
    ///
    /// # Errors
    /// When the output is closed, or files that could not be read are missing from the answer.
    pub fn finish(&mut self) -> Result<(), Failure> {
        self.out.finish()?;
        if self.is_part { Err(Failure::Found) } else { Ok(()) }
    }

    /// Prints a table, fitted to the width.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn table(&mut self, table: &Table) -> Result<(), Failure> {
        for line in table.lines(self.out.width()) {
            self.out.styled(&line)?;
        }
        Ok(())
    }

    /// Prints a value as JSON.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        Ok(self.out.whole(&json::pretty(value)?)?)
    }

    /// Says why something failed, on standard error.
    pub fn say(&self, failure: &Failure) {
        if let Some(sentence) = failure.sentence(self.lang) {
            say(&sentence);
        }
    }

    /// Says why the command failed and gives the exit status. What was printed before stands.
    pub fn end(&mut self, failure: &Failure) -> u8 {
        if let Err(unprinted) = self.out.finish() {
            self.say(&unprinted.into());
        }
        self.say(failure);
        failure.status()
    }
}
