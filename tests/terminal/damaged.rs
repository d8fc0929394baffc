//! Damaged files by the screen, many in one workspace: each is counted, named and told, commands nothing, and stays as
//! it is.
//!
//! A share in every run; all of them with
//!
//! ```text
//! TIENDO_WHOLE=1 cargo test --release --test terminal damaged
//! ```

use std::fs;

use tiendo::workspace::{Options, Workspace};

use super::hostile::bytes::check_terminal;
use super::hostile::damage::damaged;
use super::hostile::office::{Office, plan};
use super::hostile::strings::texts;
use super::screen::tiendo;

const SIZE: (u16, u16) = (120, 36);

/// So many texts stand in one workspace.
const TOGETHER: usize = 50;

/// How many of so many are skipped for one that is tried.
fn step(share: usize) -> usize {
    if std::env::var_os("TIENDO_WHOLE").is_some() { 1 } else { share }
}

/// A workspace with a sound plan and these files; the screen goes through all that cannot be read.
fn check(files: &[(String, Vec<u8>)]) -> usize {
    let office = Office::of_strings(&["Kế hoạch lành".to_owned()]);
    for (file, bytes) in files {
        office.write(file, bytes);
    }
    let options = Options { folder: Some(office.path().to_owned()), ..Options::default() };
    let snapshot = Workspace::open(options).unwrap().snapshot();
    let unreadable: Vec<&str> = snapshot.damaged().map(|flaw| flaw.file.as_str()).collect();
    let folder = office.path().to_str().unwrap();
    let mut screen = tiendo().size(SIZE.0, SIZE.1).env("TIENDO_WORKSPACE", folder).spawn();
    screen.wait_for(&format!("{} tệp không đọc được", unreadable.len()));
    screen.send("\t\tG");
    for file in unreadable.iter().rev() {
        screen.wait_for(&format!("Không đọc được {file}"));
        screen.send("k");
    }
    screen.send("g");
    screen.resize(80, 24);
    screen.wait_for("tệp không đọc được");
    screen.resize(SIZE.0, SIZE.1);
    screen.settle();
    screen.send("q");
    assert!(screen.exit_status().success(), "{}", screen.text());
    check_terminal(&screen.bytes_since(0), SIZE).unwrap_or_else(|harm| panic!("{harm}\n{}", screen.text()));
    for (file, bytes) in files {
        assert!(fs::read(office.path().join(file)).unwrap() == *bytes, "the bytes of {file} were changed");
    }
    unreadable.len()
}

#[test]
fn damaged_plans_are_counted_and_named_on_the_screen() {
    let all: Vec<_> = damaged().into_iter().step_by(step(10)).collect();
    let mut named = 0;
    for some in all.chunks(TOGETHER) {
        let file = |(number, (_, bytes)): (usize, &(String, Vec<u8>))| {
            (format!("plans/d{number:03}.json"), bytes.clone())
        };
        named += check(&some.iter().enumerate().map(file).collect::<Vec<_>>());
    }
    println!("{} damaged plans on the screen: {named} named", all.len());
    assert!(named * 2 > all.len(), "most cannot be read, or have another id than their file");
}

#[test]
fn the_texts_of_the_corpus_are_counted_and_named_on_the_screen() {
    let texts = texts(step(8));
    let mut named = 0;
    for some in texts.chunks(TOGETHER) {
        let mut files = Vec::new();
        for (number, (_, text)) in some.iter().enumerate() {
            let id = format!("q{number:03}");
            files.push((format!("plans/j{number:03}.json"), text.clone()));
            files.push((format!("plans/{id}.json"), plan(&id, "Tiếp công dân").to_string().into_bytes()));
            // Without its end a line would be torn, which was never acknowledged.
            files.push((format!("journal/{id}.jsonl"), [text.as_slice(), b"\n"].concat()));
        }
        let count = check(&files);
        assert!(count >= some.len(), "none of them is a plan");
        named += count;
    }
    println!("{} texts as plans and journals on the screen: {named} named", texts.len());
}
