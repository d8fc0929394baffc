//! The rules that the sources keep: layers, borders, and what never stands in them.
#![cfg(test)]

mod sources;

use std::fs;
use std::path::Path;

use sources::{Source, sources};

/// The modules, one row above the other, the lowest first; a module uses only what stands in a row below.
const ROWS: [&[&str]; 10] = [
    &["text"],
    &["domain"],
    &["locale"],
    &["action"],
    &["query"],
    &["import", "report"],
    &["store", "config", "process"],
    &["workspace"],
    &["cli", "tui"],
    &["main", "lib"],
];

/// What is said in one place alone: the words, and the beginnings of the paths where they may stand.
const BORDERS: [(&[&str], &[&str]); 10] = [
    (&["ratatui", "crossterm"], &["tui/"]),
    (&["clap::", "clap_complete", "clap_mangen"], &["cli/"]),
    (&["fuzzy_matcher"], &["query/"]),
    (&["directories::"], &["config/"]),
    (&["std::fs", "fs::read", "fs::write", "File::open", "tempfile::"], &["store/", "config/"]),
    (&["notify::"], &["store/"]),
    (&["std::process", "Command::new"], &["process/", "main.rs"]),
    (&["Local::now", "Utc::now", "SystemTime::now"], &["workspace/clock.rs"]),
    (&["println!", "print!", "anstream::"], &["cli/output.rs"]),
    (&["io::stdout", "io::stderr"], &["cli/output.rs", "tui/"]),
];

#[test]
fn a_module_uses_only_what_stands_below_it() {
    let mut found = Vec::new();
    for source in sources("src") {
        let module = source.module();
        let Some(row) = row_of(&module) else {
            found.push(format!("{}: the module {module} stands in no row", source.path));
            continue;
        };
        for used in source.uses() {
            let below = row_of(&used).is_some_and(|other| other < row);
            if used != module && !below {
                found.push(format!("{}: {module} uses {used}", source.path));
            }
        }
    }
    nothing(&found);
}

fn row_of(module: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&module))
}

#[test]
fn what_touches_the_world_is_said_in_one_place() {
    let mut found = Vec::new();
    for source in sources("src") {
        for (words, places) in BORDERS {
            if places.iter().any(|place| source.below("src").starts_with(place)) {
                continue;
            }
            let said = words.iter().filter(|word| source.code.contains(**word));
            found.extend(said.map(|word| format!("{}: says {word}", source.path)));
        }
    }
    nothing(&found);
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent = |source: &Source| !source.text.lines().next().is_some_and(|line| line.starts_with("//! "));
    let found: Vec<String> = all().filter(silent).map(|source| source.path).collect();
    nothing(&found);
}

#[test]
fn nothing_is_left_for_later() {
    // In two parts, so that this file may say them.
    let words = [["to", "do!("], ["unimple", "mented!("], ["FIX", "ME"]].map(|parts| parts.concat());
    let mut found = Vec::new();
    for source in all() {
        let said = words.iter().filter(|word| source.text.contains(word.as_str()));
        found.extend(said.map(|word| format!("{}: {word}", source.path)));
    }
    nothing(&found);
}

#[test]
fn no_test_is_skipped() {
    let mark = ["#[ig", "nore"].concat();
    // What other tests start as a process of its own is no test.
    let programs = ["tests/terminal/toy.rs", "tests/durability/writer.rs", "tests/durability/crowd.rs"];
    let mut found = Vec::new();
    for source in all() {
        let mut lines: Vec<&str> = source.text.lines().filter(|line| line.contains(&mark)).collect();
        if programs.iter().any(|program| source.path.ends_with(program)) {
            lines.pop();
        }
        let lines = lines.into_iter();
        found.extend(lines.map(|line| format!("{}: {}", source.path, line.trim())));
    }
    nothing(&found);
}

#[test]
fn no_path_of_one_machine_is_named() {
    let words = [["/wo", "rk/"], ["../sha", "red"], ["/ho", "me/"]].map(|parts| parts.concat());
    let mut found = Vec::new();
    for source in all().chain(sources::texts()) {
        let named = words.iter().filter(|word| source.text.contains(word.as_str()));
        found.extend(named.map(|word| format!("{}: {word}", source.path)));
    }
    nothing(&found);
}

/// A target that nothing runs, or that begins with nothing, finds nothing.
#[test]
fn every_fuzz_target_is_run_and_has_seeds() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    let run = fs::read_to_string(fuzz.join("run")).unwrap();
    let (_, run) =
        run.split_once("targets=(\"$@\")").expect("the targets that are run unless some are named");
    let targets = sources("tests/fuzz/targets");
    assert!(!targets.is_empty());
    for target in targets {
        let name = target.below("tests/fuzz/targets").trim_end_matches(".rs").to_owned();
        assert!(run.split([' ', '(', ')']).any(|word| word == name), "{name} is not run");
        let seeds = fs::read_dir(fuzz.join("corpus").join(&name)).expect("a folder of seeds").flatten();
        let sizes: Vec<u64> = seeds.map(|seed| seed.metadata().unwrap().len()).collect();
        assert!(!sizes.is_empty() && sizes.iter().all(|size| *size < 8192), "the seeds of {name}: {sizes:?}");
    }
}

fn all() -> impl Iterator<Item = Source> {
    sources("src").into_iter().chain(sources("tests"))
}

fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
