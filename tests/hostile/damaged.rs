//! Damaged plans by commands: each opens or is named with its place, fast, and stays as it is; the sound plan beside it
//! opens.

use std::fs;
use std::time::Duration;

use super::bytes::check_plain;
use super::damage::{ID, damaged};
use super::figure;
use super::office::{Office, plan};

/// So long a command may take without optimisation on a busy machine; the figure is a second.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 3 });

#[test]
fn a_damaged_plan_opens_or_is_named_and_stays_as_it_is() {
    let all = damaged();
    assert!(all.len() >= 500, "{}", all.len());
    let office = Office::of_strings(&["Kế hoạch lành".to_owned()]);
    let file = office.path().join(format!("plans/{ID}.json"));
    let (mut opened, mut named, mut slowest) = (0, 0, (Duration::ZERO, String::new()));
    let step = figure(10, 1);
    for (number, (what, bytes)) in all.iter().enumerate() {
        if number % step != 0 {
            continue;
        }
        fs::write(&file, bytes).unwrap();
        for command in [&["check"][..], &["list"], &["show"]] {
            let answer = office.run(command);
            assert!(answer.is_orderly(), "{what}: {command:?}: {:?} {}", answer.status, answer.said());
            assert!(answer.took < PATIENCE, "{what}: {command:?} took {:?}", answer.took);
            slowest = slowest.max((answer.took, format!("{what}, {}", command[0])));
            for bytes in [&answer.out, &answer.err] {
                check_plain(bytes).unwrap_or_else(|harm| panic!("{what}: {command:?}: {harm}"));
            }
            let is_named =
                answer.printed().contains(ID) || answer.said().contains(&format!("plans/{ID}.json"));
            match command {
                ["check"] if is_named => named += 1,
                ["check"] => opened += 1,
                _ => {
                    assert!(
                        answer.printed().contains("Kế hoạch lành"),
                        "{what}: {command:?}: the sound plan is gone"
                    );
                    for line in answer.said().lines() {
                        assert!(
                            line.starts_with("tiendo: ") && line.chars().count() < 2_100,
                            "{what}: {line}"
                        );
                    }
                }
            }
        }
        assert!(fs::read(&file).unwrap() == *bytes, "{what}: the bytes were changed");
    }
    println!(
        "{} damaged plans: {named} named, {opened} opened, slowest {:?} ({})",
        all.len(),
        slowest.0,
        slowest.1
    );
}

#[test]
fn the_place_is_counted_in_characters() {
    let office = Office::empty();
    office.write("plans/x-2026.json", "{\n  \"title\": \"Tiếp công dân\", oops\n}".as_bytes());
    assert!(
        office.run(&["check"]).printed().starts_with("plans/x-2026.json:2:29"),
        "{}",
        office.run(&["check"]).printed()
    );
    let refused = plan(ID, "t").to_string().replacen("\"version\":1", "\"version\":99", 1);
    office.write("plans/x-2026.json", refused.as_bytes());
    let told = office.run(&["check"]).printed();
    assert!(told.contains("newer"), "{told}");
}

#[test]
fn every_beginning_of_a_plan_and_of_a_journal_is_read_or_refused() {
    use tiendo::workspace::{Options, Workspace};
    let office = Office::of_strings(&["Sở".to_owned()]);
    let options = || Options { folder: Some(office.path().to_owned()), ..Options::default() };
    let step = figure(7, 1);
    for file in ["plans/p00000.json", "journal/p00000.jsonl"] {
        let whole = fs::read(office.path().join(file)).unwrap();
        for end in (0..whole.len()).step_by(step) {
            office.write(file, &whole[..end]);
            let snapshot = Workspace::open(options()).unwrap().snapshot();
            let told = snapshot.unreadable.len() + snapshot.flaws.len();
            if file.starts_with("plans") {
                assert_eq!(
                    (snapshot.plans.len(), snapshot.unreadable.len()),
                    (0, 1),
                    "{file} up to byte {end}"
                );
            } else {
                assert_eq!(snapshot.plans.len(), 1);
                let is_torn = end > 0 && whole[end - 1] != b'\n';
                assert!(told >= usize::from(is_torn), "{file} up to byte {end}");
            }
            assert_eq!(fs::read(office.path().join(file)).unwrap(), &whole[..end]);
        }
        office.write(file, &whole);
    }
}

#[test]
fn damaged_lines_of_a_journal_are_named_by_number_and_kept() {
    let office = Office::of_strings(&["Sở".to_owned()]);
    let file = "journal/p00000.jsonl";
    let garbage = [
        "garbage",
        "{}",
        "[]",
        "{\"id\":\"x\"}",
        "\u{feff}{}",
        "null",
        "{\"id\":\"01J00000000000000000000009\",\"at\":\"9999-99-99\"}",
    ];
    let sound = fs::read_to_string(office.path().join(file)).unwrap();
    let sound: String =
        sound.lines().filter(|line| line.starts_with('{')).map(|line| line.to_owned() + "\n").collect();
    let first = sound.lines().count() + 1;
    let before = sound + &garbage.join("\n") + "\n";
    office.write(file, before.as_bytes());
    let told = office.run(&["check"]).printed();
    for line in first..first + garbage.len() {
        assert!(told.contains(&format!("{file}:{line}:")), "line {line}:\n{told}");
    }
    assert_eq!(office.run(&["note", "p00000:aaaa", "x"]).status, Some(0));
    assert!(fs::read_to_string(office.path().join(file)).unwrap().starts_with(&before));
}
