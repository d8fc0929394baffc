//! The corpus of JSON texts that parsers stumble over, each as every file of a workspace.

use std::fs;

use super::office::Office;
use super::strings::texts;
use super::{bytes, figure};

/// What each file of a workspace is that a text may stand in.
const FILES: [&str; 5] =
    ["plans/x-2026.json", "journal/p00000.jsonl", "units.json", "workspace.json", "journal/units.jsonl"];

#[test]
fn every_text_of_the_corpus_opens_or_is_named() {
    let texts = texts(figure(16, 1));
    let office = Office::of_strings(&["Tiếp công dân".to_owned()]);
    let (mut opened, mut named) = (0, 0);
    for (path, text) in &texts {
        for file in FILES {
            let before = fs::read(office.path().join(file)).ok();
            office.write(file, text);
            for command in [&["check"][..], &["list"]] {
                let answer = office.run(command);
                assert!(answer.is_orderly(), "{} as {file}: {}", path.display(), answer.said());
                let both = [answer.out.as_slice(), &answer.err].concat();
                bytes::check_plain(&both)
                    .unwrap_or_else(|harm| panic!("{} as {file}: {harm}", path.display()));
                let told = String::from_utf8_lossy(&both).contains(file);
                if command == ["list"] {
                    assert!(
                        answer.printed().contains("p00000") || answer.printed().contains("p:"),
                        "{} as {file}",
                        path.display()
                    );
                } else if told {
                    named += 1;
                } else {
                    // A text that says nothing wrong: an empty journal, settings that are all defaults.
                    opened += 1;
                }
            }
            assert_eq!(fs::read(office.path().join(file)).unwrap(), *text, "{} as {file}", path.display());
            match before {
                Some(before) => office.write(file, &before),
                None => fs::remove_file(office.path().join(file)).unwrap(),
            }
        }
    }
    println!("{} texts as {} files: {named} named, {opened} opened", texts.len(), FILES.len());
}
