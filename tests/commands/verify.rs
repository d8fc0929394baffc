//! `tiendo check --verify`: a workspace proves itself sound, and what breaks a promise is told by name.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::Value;

use super::office::{Office, column};

const PLAN: &str = "workspace/plans/cai-cach-hanh-chinh-2026.json";

/// An office that has worked for a while, with an imported plan that was edited since.
fn office() -> Office {
    let office = Office::new();
    let document =
        office.file("a.txt", "KẾ HOẠCH\nTiếp dân năm 2026\nI. Nội dung\n1. Tiếp công dân định kỳ\n");
    office.out(&["import", &document, "--as", "tiep-dan-2026"]);
    office.out(&["done", "45:II.1"]);
    office.out(&["units", "short", "so noi vu", "NV"]);
    office
}

/// The promises that are broken, in a word each.
fn broken(office: &Office) -> Vec<String> {
    let answer = office.run(&["check", "--verify", "--json"]);
    let proofs: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(proofs.as_array().unwrap().len(), 8);
    let broken = column(&proofs, "promise").into_iter().zip(column(&proofs, "kept"));
    let broken: Vec<String> = broken.filter(|(_, kept)| kept == "false").map(|(name, _)| name).collect();
    assert_eq!(answer.status, i32::from(!broken.is_empty()));
    broken
}

#[test]
fn a_sound_workspace_is_told_promise_by_promise_with_figures() {
    let office = office();
    let before = office.read("workspace/units.json");
    let out = office.out(&["check", "--verify"]);
    for line in [
        "kept  4 files read strictly, and written again as they were read",
        "kept  3 lines of journals read again as they were written",
        "kept  3 ids of lines, each on one line",
        "kept  1 plan says what the edits in its journal come to",
        "kept  the lock keeps others from writing at the same time",
        "kept  what is written reaches the disk",
        "-     git is not used",
    ] {
        assert!(out.contains(line), "{line}\n{out}");
    }
    assert_eq!(broken(&office), [] as [&str; 0]);
    assert_eq!(office.read("workspace/units.json"), before);
    assert!(office.run(&["--lang", "vi", "check", "--verify"]).out.contains("đúng  4 tệp đọc chặt chẽ"));
}

#[test]
fn where_there_is_nothing_to_try_a_promise_on_it_is_said() {
    let out = Office::new().out(&["check", "--verify"]);
    for line in ["-     there is no line in any journal yet", "-     no plan was imported here"] {
        assert!(out.contains(line), "{line}\n{out}");
    }
}

#[test]
fn what_breaks_a_promise_is_told_by_name() {
    let office = office();
    let plan = office.read(PLAN);
    office.file(PLAN, &plan.replacen("\"id\"", "\"id\": \"x\", \"id\"", 1));
    assert_eq!(broken(&office), ["files"]);
    let out = office.run(&["check", "--verify"]).out;
    assert!(
        out.contains("BROKEN  every file is to read strictly") && !out.contains("files read strictly"),
        "{out}"
    );
    office.file(PLAN, &plan);
    let journal = office.read("workspace/journal/45-kh-syt-2026.jsonl");
    office.file("workspace/journal/45-kh-syt-2026.jsonl", &journal.repeat(2));
    assert_eq!(broken(&office), ["ids"]);
    office.file("workspace/journal/45-kh-syt-2026.jsonl", &format!("{journal}garbage\n"));
    assert_eq!(broken(&office), ["journals"]);
    office.file("workspace/journal/45-kh-syt-2026.jsonl", &journal);
    let link = std::path::Path::new(&office.file("x", "")).with_file_name("workspace/plans/other-2026.json");
    fs::hard_link(office.file("spare", ""), link.with_file_name("../units.json.bak")).unwrap();
    symlink("/etc/passwd", &link).unwrap();
    assert_eq!(broken(&office), ["files", "modes"]);
    fs::remove_file(&link).unwrap();
    fs::create_dir_all(link.with_file_name("../.git/rebase-merge")).unwrap();
    assert_eq!(broken(&office), ["git"]);
    assert!(office.run(&["check", "--verify"]).out.contains("BROKEN  no merge is to be under way in git"));
}

#[test]
fn an_edit_by_hand_is_a_remark_and_without_the_right_to_write_less_is_tried() {
    let office = office();
    let file = "workspace/plans/tiep-dan-2026.json";
    office.file(file, &office.read(file).replace("Tiếp công dân", "Đón công dân"));
    let out = office.out(&["check", "--verify"]);
    assert!(out.contains("kept  1 plan compared with the edits in its journal"), "{out}");
    assert!(out.contains("note: plans/tiep-dan-2026.json: differs in 2 places from"), "{out}");
    let out = office.out(&["--readonly", "check", "--verify"]);
    assert_eq!(out.matches("not tried").count(), 2, "{out}");
}
