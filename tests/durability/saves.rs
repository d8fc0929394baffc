//! The saves that a person can make by the program, what stands before each, and how far one has come by the files.

use std::fs;
use std::time::{Duration, SystemTime};

use super::office::{DOCUMENT, IMPORTED_JOURNAL, JOURNAL, OTHER_JOURNAL, Office, UNITS_JOURNAL};

/// A save by the program.
pub struct Save {
    /// What was done in the office before.
    pub before: fn(&Office),
    pub arguments: &'static [&'static str],
    /// What completes it where it has come to a part.
    pub rest: &'static [&'static str],
    /// How far it has come; panics where the files are neither old nor new.
    pub state: fn(&Office) -> State,
    /// How many lines that were torn before may be found.
    pub torn: usize,
}

/// How far a save has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Old,
    /// Of several files or journals, the first are new.
    Partly,
    /// A file is new, and no journal tells of it: only who is killed between the two leaves that.
    Untold,
    New,
}

impl State {
    /// Of one journal, by the lines that it had and the lines that there are to come.
    fn of(lines: usize, before: usize, more: usize) -> Self {
        match lines {
            _ if lines == before => Self::Old,
            _ if lines == before + more => Self::New,
            _ => panic!("{lines} lines: neither {before} nor {more} more"),
        }
    }

    /// Of a file and its journal.
    fn of_file(file: Self, journal: Self) -> Self {
        match (file, journal) {
            (Self::New, Self::Old) => Self::Untold,
            _ if file == journal => file,
            _ => panic!("the journal tells of what is not there"),
        }
    }

    /// Of two that are written one after the other.
    fn of_both(first: Self, second: Self) -> Self {
        match (first, second) {
            (Self::New, Self::Old) => Self::Partly,
            (Self::Untold, Self::Old) | (Self::New, Self::Untold) => Self::Untold,
            _ if first == second => first,
            _ => panic!("{first:?}, then {second:?}"),
        }
    }
}

fn lines(office: &Office, journal: &str, before: usize, more: usize) -> State {
    State::of(office.events(journal).len(), before, more)
}

/// Whether the unit's short name is the new one.
fn short(office: &Office, old: &str, new: &str) -> State {
    match office.short() {
        short if short == old => State::Old,
        short if short == new => State::New,
        other => panic!("{other:?} is neither old nor new"),
    }
}

/// Whether the plan of the document holds a text; half a plan is none.
fn imported(office: &Office, text: &str) -> State {
    let plan = office.text("plans/46-kh-syt-2026.json");
    assert!(plan.is_empty() || plan.ends_with("}\n"), "{plan}");
    if plan.contains(text) { State::New } else { State::Old }
}

fn units_of_document(office: &Office) -> State {
    let units = office.text("units.json");
    if units.contains("Thanh tra Sở") { State::New } else { State::Old }
}

fn both_plans(office: &Office, before: usize) -> State {
    State::of_both(lines(office, JOURNAL, before, 1), lines(office, OTHER_JOURNAL, before - 1, 1))
}

fn mark_in_both(office: &Office) {
    office.furnish_another();
    office.run(&["done", "45:II.1", "47:II.1"]);
}

/// What is done by turns to a line, a file, several of them, and to none that is there yet.
pub const SAVES: [(&str, Save); 13] = [
    (
        "a line",
        Save {
            before: |_| {},
            arguments: &["done", "45:II.1"],
            rest: &["done", "45:II.1"],
            state: |office| lines(office, JOURNAL, 1, 1),
            torn: 0,
        },
    ),
    (
        "a line behind a torn one",
        Save {
            before: |office| office.put(JOURNAL, &[&office.text(JOURNAL), "{\"id\": \"01J"].concat()),
            arguments: &["done", "45:II.1"],
            rest: &["done", "45:II.1"],
            state: |office| lines(office, JOURNAL, 1, 1),
            torn: 1,
        },
    ),
    (
        "a line, and what was left is swept",
        Save {
            before: |office| {
                office.put("plans/.tiendo-abcdefghijkl.tmp", "half");
                let left = fs::File::options().write(true).open(&office.temporaries()[0]).unwrap();
                left.set_modified(SystemTime::now() - Duration::from_hours(1)).unwrap();
            },
            arguments: &["done", "45:II.1"],
            rest: &["done", "45:II.1"],
            state: |office| lines(office, JOURNAL, 1, 1),
            torn: 0,
        },
    ),
    (
        "many tasks marked",
        Save {
            before: |_| {},
            arguments: &["done", "45:II", "--yes"],
            rest: &["done", "45:II", "--yes"],
            state: |office| lines(office, JOURNAL, 1, 2),
            torn: 0,
        },
    ),
    (
        "tasks of two plans marked",
        Save {
            before: Office::furnish_another,
            arguments: &["done", "45:II.1", "47:II.1"],
            rest: &["done", "47:II.1"],
            state: |office| both_plans(office, 1),
            torn: 0,
        },
    ),
    (
        "an undo over two plans",
        Save {
            before: mark_in_both,
            arguments: &["undo"],
            rest: &["undo"],
            state: |office| both_plans(office, 2),
            torn: 0,
        },
    ),
    (
        "a redo over two plans",
        Save {
            before: |office| {
                mark_in_both(office);
                office.run(&["undo"]);
            },
            arguments: &["redo"],
            rest: &["redo"],
            state: |office| both_plans(office, 3),
            torn: 0,
        },
    ),
    (
        "an edit of the directory",
        Save {
            before: |_| {},
            arguments: &["units", "short", "so noi vu", "NV"],
            rest: &["units", "short", "so noi vu", "NV"],
            state: |office| State::of_file(short(office, "SNV", "NV"), lines(office, UNITS_JOURNAL, 0, 1)),
            torn: 0,
        },
    ),
    (
        "an undo of that edit",
        Save {
            before: |office| drop(office.run(&["units", "short", "so noi vu", "NV"])),
            arguments: &["undo"],
            rest: &["undo"],
            state: |office| State::of_file(short(office, "NV", "SNV"), lines(office, UNITS_JOURNAL, 1, 1)),
            torn: 0,
        },
    ),
    (
        "an import",
        Save {
            before: |_| {},
            arguments: &["import", "document.txt"],
            rest: &["import", "document.txt"],
            state: |office| {
                let units = State::of_file(units_of_document(office), lines(office, UNITS_JOURNAL, 0, 1));
                let plan = imported(office, "Tập huấn cho công chức");
                State::of_both(units, State::of_file(plan, lines(office, IMPORTED_JOURNAL, 0, 1)))
            },
            torn: 0,
        },
    ),
    (
        "an import of a new copy",
        Save {
            before: |office| {
                office.run(&["import", "document.txt"]);
                let copy = [DOCUMENT, "2. Bổ sung việc thứ hai\n"].concat();
                fs::write(office.home().join("document.txt"), copy).unwrap();
            },
            arguments: &["import", "document.txt"],
            rest: &["import", "document.txt"],
            state: |office| {
                State::of_file(imported(office, "việc thứ hai"), lines(office, IMPORTED_JOURNAL, 1, 1))
            },
            torn: 0,
        },
    ),
    (
        "an undo of an import",
        Save {
            before: |office| drop(office.run(&["import", "document.txt"])),
            arguments: &["undo"],
            rest: &["undo"],
            state: |office| {
                let gone = |there| if there == State::New { State::Old } else { State::New };
                let units =
                    State::of_file(gone(units_of_document(office)), lines(office, UNITS_JOURNAL, 1, 1));
                let plan = gone(imported(office, "Tập huấn cho công chức"));
                State::of_both(units, State::of_file(plan, lines(office, IMPORTED_JOURNAL, 1, 1)))
            },
            torn: 0,
        },
    ),
    (
        "the first write into a folder that is not there",
        Save {
            before: |office| fs::remove_dir_all(&office.workspace).unwrap(),
            arguments: &["units", "add", "Sở Tài chính"],
            rest: &["units", "add", "Sở Tài chính"],
            state: |office| {
                let there = office.text("units.json").contains("Sở Tài chính");
                let file = if there { State::New } else { State::Old };
                State::of_file(file, lines(office, UNITS_JOURNAL, 0, 1))
            },
            torn: 0,
        },
    ),
];
