//! Every call that a save makes of the system fails, or is the last that the program makes: old or new, and said so.

use std::os::unix::process::ExitStatusExt;
use std::process::Output;

use super::office::{JOURNAL, Office, PLAN, said};
use super::saves::{SAVES, Save, State};
use super::trace::{Call, calls, suffer};
use super::{is_whole, tool};

/// How a call can end.
const FATES: [&str; 7] = [
    "signal=KILL",
    "error=ENOSPC",
    "error=EIO",
    "error=EDQUOT",
    "error=EROFS",
    "error=EACCES",
    "error=EMFILE",
];

/// The saves are shared between tests, so that they run beside each other.
#[test]
fn every_call_of_a_save_of_lines_fails() {
    every_call_fails_of(&SAVES[..5]);
}

#[test]
fn every_call_of_an_undo_and_a_redo_fails() {
    every_call_fails_of(&SAVES[5..7]);
}

#[test]
fn every_call_of_an_edit_fails() {
    every_call_fails_of(&SAVES[7..9]);
}

#[test]
fn every_call_of_an_import_fails() {
    every_call_fails_of(&SAVES[9..12]);
}

#[test]
fn every_call_of_a_first_write_fails() {
    every_call_fails_of(&SAVES[12..]);
}

/// Where the system has no locks, as on some network file systems, the workspace can be read and says why no more.
#[test]
fn a_lock_that_cannot_be_had_is_said_and_nothing_is_written() {
    if !tool::strace() {
        return;
    }
    let office = office(&SAVES[0].1);
    let before = office.text(JOURNAL);
    for (arguments, status) in
        [(&["done", "45:II.1"][..], 1), (&["units", "short", "so noi vu"], 1), (&["list"], 0)]
    {
        let call = Call { name: "flock".to_owned(), turn: 1, is_safe: false };
        let output = suffer(&office, arguments, &call, "error=ENOLCK");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", said(&output));
        assert_eq!(said(&output).contains("locks are not reliable there"), status == 1, "{}", said(&output));
    }
    assert_eq!((office.text(JOURNAL), office.short().as_str()), (before, "SNV"));
}

fn every_call_fails_of(saves: &[(&str, Save)]) {
    for (name, save) in saves.iter().filter(|_| tool::strace()) {
        every_call_fails(name, save);
    }
}

fn every_call_fails(name: &str, save: &Save) {
    let calls = calls(&office(save), save.arguments);
    assert!(calls.len() > 30, "only {calls:?}");
    let mut tried = 0;
    for (place, call) in calls.iter().enumerate() {
        // In every run each sixth call is the last one of a program, and each sixth fails in one of the ways.
        let share = match place % 6 {
            1 => 0,
            4 => 1 + place / 6 % (FATES.len() - 1),
            _ => FATES.len(),
        };
        for (turn, fate) in FATES.iter().enumerate() {
            if turn > 0 && call.is_safe {
                continue;
            }
            if is_whole() || turn == share {
                try_one(save, call, fate);
                tried += 1;
            }
        }
    }
    println!("{name}: {} calls, {tried} failures: each old or new, and said", calls.len());
}

/// An office in which something was acknowledged already.
fn office(save: &Save) -> Office {
    let office = Office::new();
    office.run(&["note", "45:II.1", "acknowledged"]);
    (save.before)(&office);
    office
}

fn try_one(save: &Save, call: &Call, fate: &str) {
    let office = office(save);
    let (plan, notes) = (office.text(PLAN), office.notes());
    let output = suffer(&office, save.arguments, call, fate);
    let case = format!("{:?} {call:?} {fate}: {:?} {}", save.arguments, output.status, said(&output));
    if said(&output).contains("unexpected error during closedir") {
        // Where plans are read on several threads, the call was another one than before, and one that cannot fail.
        return;
    }
    let state = (save.state)(&office);
    if fate == "signal=KILL" && !output.status.success() {
        assert_eq!(output.status.signal().or(output.status.code().map(|code| code - 128)), Some(9), "{case}");
    } else {
        // Where plans are read on several threads, another one may have made the call that was to be the last.
        is_told_as_it_is(state, &output, &office, &case);
    }
    assert_eq!(office.text(PLAN), plan, "{case}");
    assert_eq!(office.notes(), notes, "{case}");
    // A plan that is gone is missed until the undo is made again.
    let missed = usize::from(state == State::Untold);
    assert!(office.flaws().len() <= save.torn + missed, "{case}: {:?}", office.flaws());
    whoever_repeats_it_gets_there(save, &office, state, &case);
    assert!(office.flaws().len() <= save.torn, "{case}: {:?}", office.flaws());
}

/// Status 0 is said of what was saved, 1 of what was not, in one sentence that names the file.
fn is_told_as_it_is(state: State, output: &Output, office: &Office, case: &str) {
    let said = said(output);
    match output.status.code() {
        Some(0) => assert_eq!(state, State::New, "{case}: acknowledged, and not there"),
        Some(1) if said.contains("cannot write the output") => {}
        Some(1) => {
            assert!(said.starts_with("tiendo: "), "{case}: no word");
            // The folder above holds the name of a workspace that is new.
            let is_named = said.contains(office.workspace.parent().unwrap().to_str().unwrap())
                || ["plans/", "journal/", "units.json", "document.txt"]
                    .iter()
                    .any(|name| said.contains(name));
            assert!(is_named, "{case}: no file is named");
            let is_partly = said.contains("written to ");
            let expected = if is_partly { State::Partly } else { State::Old };
            assert_eq!(state, expected, "{case}");
        }
        status => panic!("{case}: {status:?}"),
    }
}

/// What was not saved is saved by the same command, what was saved in part is completed, and the office goes on.
fn whoever_repeats_it_gets_there(save: &Save, office: &Office, state: State, case: &str) {
    match state {
        State::New => {}
        // An undo is told now; an edit is what stands, and that is said.
        State::Untold => drop(office.program(save.arguments).output().unwrap()),
        State::Old | State::Partly => {
            office.run(if state == State::Old { save.arguments } else { save.rest });
            assert_eq!((save.state)(office), State::New, "{case}");
        }
    }
    if office.text(PLAN).is_empty() {
        office.furnish();
    }
    office.goes_on();
}
