//! What every command works with: the language, the output, and the workspace once it is asked for.

use serde::Serialize;

use super::arguments::Globals;
use super::failure::Failure;
use super::json;
use super::output::{Output, say};
use super::table::Table;
use crate::locale::{Lang, command, date};
use crate::workspace::Workspace;

/// One run of one command.
pub struct Session {
    /// The language of the messages.
    pub lang: Lang,
    /// Standard output.
    pub out: Output,
    globals: Globals,
}

impl Session {
    /// Prepares a run, with the language named or the environment's.
    pub fn new(globals: Globals) -> Self {
        let lang = globals.lang.unwrap_or_else(spoken);
        Self { lang, out: Output::of_process(), globals }
    }

    /// Opens the workspace, or the demonstration, and says that it is one and which plans cannot be read.
    ///
    /// # Errors
    /// When its folder cannot be read.
    pub fn open(&self) -> Result<Workspace, Failure> {
        let workspace = self.open_quietly()?;
        let snapshot = workspace.snapshot();
        let folder = workspace.path().display().to_string();
        if let Some(flaw) = snapshot.unreadable.iter().find(|flaw| flaw.file == folder) {
            return Err(Failure::Said(flaw.reason.clone()));
        }
        if workspace.is_demo() {
            say(&command::demo(self.lang, &date::day(self.lang, snapshot.day)));
        }
        for flaw in &snapshot.unreadable {
            say(&command::unreadable(self.lang, &flaw.file, &flaw.reason));
        }
        Ok(workspace)
    }

    /// Opens the same without a word, for who tells it all anyway.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_quietly(&self) -> Result<Workspace, Failure> {
        let options = self.globals.options();
        Ok(if self.globals.demo { Workspace::demo(options)? } else { Workspace::open(options)? })
    }

    /// Prints a table, fitted to the width.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn table(&mut self, table: &Table) -> Result<(), Failure> {
        for line in table.lines(self.out.width()) {
            self.out.line(&line)?;
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

/// The language that the environment asks for.
#[must_use]
pub fn spoken() -> Lang {
    let variable = |name| std::env::var(name).ok();
    let (all, messages, lang) = (variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"));
    Lang::from_environment(all.as_deref(), messages.as_deref(), lang.as_deref())
}
