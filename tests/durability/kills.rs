//! kill -9 at any moment of a stream of saves, by a process that saves as fast as it can and by the program itself.

use std::collections::BTreeSet;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use tiendo::store::Folder;

use super::figure;
use super::office::{Office, said};
use super::writer::{found, told, workspace, writer_in};

#[test]
fn a_writer_killed_at_any_moment_loses_nothing_acknowledged() {
    let kills = figure(60, 8_000);
    let (mut acknowledged, mut left) = (0, 0);
    // A journal that grows for ever would be read for longer than it is written.
    for stream in 0..kills.div_ceil(200) {
        let of_stream = kills.min(200);
        let counts = kill_a_stream(stream * 200, of_stream);
        acknowledged += counts[0];
        left += counts[1];
    }
    println!(
        "{kills} writers killed: {acknowledged} acknowledged saves, none lost; {left} temporary files, all swept"
    );
}

/// Kills writers of one workspace, one after the other: how many saves they acknowledged, and how many files they left.
fn kill_a_stream(first: usize, kills: usize) -> [usize; 2] {
    let workspace = workspace();
    let (mut appended, mut replaced) = (BTreeSet::new(), 0);
    for kill in first..first + kills {
        let mut writer = writer_in(workspace.path(), 1_000_000, &[]).spawn().unwrap();
        // Spread over the start of the process and many saves, without a clock or dice.
        sleep(Duration::from_micros(2_000 + kill as u64 * 7_919 % 30_000));
        writer.kill().unwrap();
        let output = writer.wait_with_output().unwrap();
        appended.extend(told(&output, "appended"));
        replaced = told(&output, "replaced").last().copied().unwrap_or(replaced).max(replaced);
        let (notes, saves) = found(workspace.path());
        let notes: BTreeSet<u64> = notes.into_iter().collect();
        assert!(appended.is_subset(&notes), "lost: {:?}", appended.difference(&notes));
        assert!(saves >= replaced, "the plan fell back from {replaced} to {saves}");
    }
    assert!(!appended.is_empty() && replaced > 0, "no writer lived long enough to prove anything");
    let files = || fs::read_dir(workspace.path().join("plans")).unwrap().count() - 1;
    let left = files();
    let guard = Folder::open(workspace.path()).lock().unwrap();
    let _ = guard.sweep(SystemTime::now() + Duration::from_mins(2));
    assert_eq!(files(), 0, "temporary files are swept");
    [appended.len() + usize::try_from(replaced).unwrap(), left]
}

#[test]
fn the_program_killed_at_any_moment_loses_nothing_acknowledged() {
    let kills = figure(30, 2_000);
    let mut acknowledged = 0;
    for stream in 0..kills.div_ceil(100) {
        acknowledged += kill_programs(stream * 100, kills.min(100));
    }
    println!("{kills} programs killed: {acknowledged} acknowledged saves, none lost");
}

/// Kills programs in one office, those that mark and those that edit by turns; how many came to their end before.
fn kill_programs(first: usize, kills: usize) -> usize {
    let office = Office::new();
    let start = Instant::now();
    office.run(&["note", "45:II.1", "first"]);
    let life = u64::try_from(start.elapsed().as_micros()).unwrap();
    let (mut notes, mut short) = (BTreeSet::from(["first".to_owned()]), None);
    for kill in first..first + kills {
        let word = format!("w{kill}");
        let edits = kill % 3 == 0;
        let arguments = if edits {
            ["units", "short", "so noi vu", &word]
        } else {
            ["note", "45:II.1", &word, "--lang=en"]
        };
        let mut program = office.program(&arguments).spawn().unwrap();
        sleep(Duration::from_micros(kill as u64 * 7_919 % (life + life / 4)));
        program.kill().unwrap();
        let output = program.wait_with_output().unwrap();
        if output.status.success() {
            if edits {
                short = Some(word);
            } else {
                notes.insert(word);
            }
        } else if edits {
            // Neither old nor new is refused; which of the two it is nobody was told.
            short = short.filter(|short| *short == office.short());
        }
        let found: BTreeSet<String> = office.notes().into_iter().collect();
        assert!(notes.is_subset(&found), "lost: {:?}, {}", notes.difference(&found), said(&output));
        assert!(short.as_ref().is_none_or(|short| *short == office.short()), "{short:?} {}", office.short());
        assert_eq!(office.flaws(), []);
    }
    office.goes_on();
    notes.len()
}
