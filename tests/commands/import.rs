//! `tiendo import`: documents in.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::office::{Office, column};
use super::program;

/// A document of an invented office.
pub const DOCUMENT: &str = "\
ỦY BAN NHÂN DÂN TỈNH
SỞ Y TẾ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 45/KH-SYT

Hải Dương, ngày 03 tháng 02 năm 2026

KẾ HOẠCH

Nâng cao chất lượng tiếp công dân năm 2026

I. MỤC ĐÍCH

Phục vụ người dân chu đáo.

II. NỘI DUNG THỰC HIỆN

1. Ban hành nội quy tiếp công dân

- Cơ quan thực hiện: Văn phòng Sở

- Thời gian thực hiện: Quý I/2026

2. Tổng kết công tác tiếp công dân

- Cơ quan thực hiện: Thanh tra Sở

- Thời gian thực hiện: trước ngày 15/12/2026

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.
";

/// The text as Windows wrote Vietnamese before Unicode: tones stand behind their letters.
fn windows_1258(text: &str) -> Vec<u8> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut bytes = Vec::new();
    for c in text.nfc() {
        let parts: Vec<char> = c.nfd().collect();
        let (tone, letter): (Vec<char>, Vec<char>) = parts.into_iter().partition(|part| TONES.contains(part));
        let letter: String = letter.into_iter().nfc().chain(tone).collect();
        bytes.extend_from_slice(&encoding_rs::WINDOWS_1258.encode(&letter).0);
    }
    bytes
}

#[test]
fn a_review_is_of_one_document_and_no_dry_run() {
    let office = Office::new();
    let several = office.refusal(&["import", "--review", "a.txt", "b.txt"]);
    assert!(several.contains("--review"), "{several}");
    assert!(office.refusal(&["import", "--review", "-"]).contains("--review"));
    let missing = office.run(&["import", "--review", "none.txt"]);
    assert_eq!(missing.status, 1, "a screen that only says so would end well");
    assert!(missing.err.contains("none.txt"), "{}", missing.err);
    assert_eq!(office.run(&["import", "--review", "--dry-run", "a.txt"]).status, 2);
}

#[test]
fn a_dry_run_prints_the_draft_and_writes_nothing() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    let out = office.out(&["import", "--dry-run", &file]);
    for said in ["45-kh-syt-2026", "Ban hành nội quy tiếp công dân", "Văn phòng Sở", "Quý I/2026"]
    {
        assert!(out.contains(said), "{said}: {out}");
    }
    assert_eq!(office.json(&["list", "--json"]), serde_json::json!([]));
}

#[test]
fn one_plan_as_json_is_the_plan_and_several_are_an_array() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    let plan = office.json(&["import", "--dry-run", "--json", &file]);
    assert_eq!((&plan["format"], &plan["number"]), (&"tiendo/plan".into(), &"45/KH-SYT".into()));
    let plans = office.json(&["import", "--dry-run", "--json", &file, &file]);
    assert_eq!(column(&plans, "number"), ["45/KH-SYT", "45/KH-SYT"]);
}

#[test]
fn a_dry_run_tells_what_is_proposed_and_where_each_field_was_read() {
    let office = Office::empty();
    let blank = DOCUMENT.replace("45/KH-SYT", "     /KH-SYT");
    let file = office.file("plan.txt", &blank);
    let out = office.out(&["import", "--dry-run", &file]);
    assert!(out.contains("Proposed: write the number"), "{out}");
    // What is doubtful is said on standard error as well.
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&office.run(arguments).out).unwrap()
    };
    let plan = json(&["import", "--dry-run", "--json", &file]);
    let finding = &plan["findings"][0];
    assert_eq!((&finding["code"], &finding["at"]), (&"no-number".into(), &"number".into()));
    assert_eq!(finding["proposal"]["code"], "write");
    let said = office.run(&["import", "--dry-run", "--json", &file]).err;
    assert!(said.contains("plan.txt:") && said.contains("Proposed: write the number"), "{said}");
    let line = blank.lines().position(|line| line.contains("/KH-SYT")).unwrap() + 1;
    assert_eq!(finding["lines"], serde_json::json!([line, line]));
    let traces = plan["traces"].as_array().unwrap();
    let task = plan["sections"][1]["tasks"][0]["id"].as_str().unwrap();
    let told = traces.iter().find(|trace| trace["at"] == format!("tasks/{task}/timeline/a")).unwrap();
    let line = blank.lines().position(|line| line.contains("Quý I/2026")).unwrap() + 1;
    assert_eq!((&told["lines"], &told["sureness"]), (&serde_json::json!([line, line]), &"certain".into()));
    let taken = json(&["import", "--json", &file]);
    assert!(taken.get("findings").is_none() && taken.get("traces").is_none(), "a plan is a plan");
}

#[test]
fn what_is_imported_is_there_with_its_units_and_can_be_taken_back() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    let out = office.out(&["import", &file]);
    assert!(out.starts_with("Imported 45-kh-syt-2026: "), "{out}");
    assert!(out.contains("2 tasks"), "{out}");
    let tasks = office.json(&["list", "--unit", "van phong so", "--json"]);
    assert_eq!(column(&tasks, "address"), ["45-kh-syt-2026:II.1"]);
    assert_eq!(office.json(&["check", "--json"]), serde_json::json!([]));
    office.out(&["undo"]);
    assert_eq!(office.json(&["list", "--json"]), serde_json::json!([]));
}

#[test]
fn the_same_document_again_keeps_ids_and_progress_and_says_what_changed() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    office.out(&["import", &file]);
    office.out(&["done", "45:II.1"]);
    let task = office.json(&["show", "45:II.1", "--json"])["task"].clone();
    assert!(
        office.out(&["import", &file]).starts_with("45-kh-syt-2026 is there already and has not changed")
    );
    let newer = office.file("plan-2.txt", &DOCUMENT.replace("15/12/2026", "20/12/2026"));
    let draft = office.out(&["import", "--dry-run", &newer]);
    assert!(draft.contains("Changes since the copy that is there"), "{draft}");
    let out = office.out(&["import", &newer]);
    assert!(out.starts_with("Imported 45-kh-syt-2026 again") && out.contains("20/12/2026"), "{out}");
    let after = office.json(&["show", "45:II.1", "--json"]);
    assert_eq!((&after["task"], &after["status"]), (&task, &"done".into()));
    assert_eq!(office.json(&["show", "45:II.2", "--json"])["deadline"], "2026-12-19");
    office.out(&["undo"]);
    assert_eq!(office.json(&["show", "45:II.2", "--json"])["deadline"], "2026-12-14");
}

#[test]
fn an_id_can_be_chosen() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    office.out(&["import", "--as", "tiep-cong-dan", &file]);
    assert_eq!(office.json(&["show", "tiep", "--json"])["plan"]["id"], "tiep-cong-dan");
    let said = office.refusal(&["import", "--as", "x", &file, &file]);
    assert!(said.contains("one document"), "{said}");
    assert_eq!(office.run(&["import", "--as", "../x", &file]).status, 2);
}

#[test]
fn a_document_that_cannot_be_read_is_named_and_the_others_come_in() {
    let office = Office::empty();
    let file = office.file("plan.txt", DOCUMENT);
    let missing = office.refusal(&["import", "missing.txt"]);
    assert!(missing.contains("missing.txt"), "{missing}");
    let answer = office.run(&["import", "missing.txt", &file]);
    assert_eq!(answer.status, 1);
    assert!(answer.out.contains("45-kh-syt-2026"), "{}", answer.out);
    let folder = office.refusal(&["import", "."]);
    assert!(!folder.is_empty());
}

#[test]
fn a_document_comes_through_a_pipe_in_any_letters() {
    let office = Office::empty();
    let piped = |bytes: &[u8]| {
        let mut import = office.command(&["import", "--dry-run", "--json", "-"]);
        let mut child =
            import.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
        let tasks = &plan["sections"][1]["tasks"];
        assert_eq!(tasks.as_array().map(Vec::len), Some(2), "{tasks}");
        (tasks[1]["title"].as_str().unwrap().to_owned(), String::from_utf8(output.stderr).unwrap())
    };
    let title = "Tổng kết công tác tiếp công dân";
    assert_eq!(piped(DOCUMENT.as_bytes()), (title.to_owned(), String::new()));
    let page = format!("<html><body><pre>{DOCUMENT}</pre><p>{}", DOCUMENT.replace('\n', "<br>"));
    let page = page.replace("<pre>", "<title>").replace("</pre>", "</title>");
    assert_eq!(piped(page.as_bytes()), (title.to_owned(), String::new()));
    let (read, said) = piped(&windows_1258(DOCUMENT));
    assert_eq!(read, title);
    assert!(said.contains("Windows-1258"), "{said}");
}

#[test]
fn a_text_without_tasks_is_no_plan() {
    let office = Office::empty();
    let file = office.file("thu.txt", "Hello\nfoo bar\n");
    for arguments in
        [&["import", &file][..], &["import", "--dry-run", &file], &["import", "--as", "x", &file]]
    {
        let said = office.refusal(arguments);
        assert!(said.starts_with("thu.txt: no task was found"), "{said}");
    }
    assert_eq!(office.json(&["list", "--json"]), serde_json::json!([]));
}

#[test]
fn a_document_that_is_no_text_is_named_with_the_place() {
    let office = Office::empty();
    let check = |bytes: &[u8], expected: &str| {
        let file = office.bytes("b.txt", bytes);
        assert_eq!(office.refusal(&["import", &file]).split(';').next(), Some(expected));
    };
    check(b"", "b.txt: the document holds no text");
    check(b"KH\nn\xE3m", "b.txt: not UTF-8 text from line 2, column 2 on");
    check(b"PK\x03\x04...", "b.txt: the file is damaged");
    check(b"{\\rtf1}", "b.txt: the document holds no text");
    check(b"{\\rtf1 a", "b.txt: the file is damaged");
    check(b"\x89PNG\r\n\x1a\n\0\0", "b.txt: this kind of file cannot be read");
}

#[test]
fn the_way_back_from_several_documents_is_told_once() {
    let office = Office::empty();
    let text = |title: &str| format!("KẾ HOẠCH\n{title} năm 2026\nI. Nội dung\n1. Tiếp công dân định kỳ\n");
    let [one, two] =
        [("a.txt", "Tiếp dân"), ("b.txt", "Cải cách")].map(|(file, title)| office.file(file, &text(title)));
    let out = office.out(&["import", &one, &two]);
    assert_eq!(out.matches("tiendo undo").count(), 1, "{out}");
    assert_eq!(
        office.out(&["import", &office.file("c.txt", &text("Tổng kết"))]).matches("tiendo undo").count(),
        1
    );
}

#[test]
fn a_bad_document_among_several_keeps_none_of_the_others_out() {
    let office = Office::empty();
    let good = office.file("tot.txt", DOCUMENT);
    let bad = office.bytes("hong.docx", b"PK\x03\x04...");
    let like = office.file("giong.txt", &DOCUMENT.replace("SỞ Y TẾ", "SỞ NỘI VỤ"));
    let files = ["import", &bad, &good, &like, &good];
    let answer = office.run(&files);
    assert_eq!(answer.status, 1);
    assert!(answer.out.contains("4 documents: 1 imported, 1 unchanged, 2 not imported"), "{}", answer.out);
    assert!(answer.err.contains("hong.docx: the file is damaged"), "{}", answer.err);
    assert!(answer.err.contains("giong.txt: this may be a new copy of 45-kh-syt-2026"), "{}", answer.err);
    assert!(!answer.err.contains('\r') && !answer.err.contains("1/4"), "no person waits: {:?}", answer.err);
    let tried = office.run(&["import", "--dry-run", &bad, &good]);
    assert!(tried.out.contains("2 documents: 1 read, 1 not read"), "{}", tried.out);
    let json = office.run(&["import", "--json", &bad, &good]);
    let plans: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.status, plans.as_array().unwrap().len()), (1, 1));
}

#[test]
fn a_program_that_was_replaced_while_it_ran_still_reads_pages() {
    let office = Office::empty();
    let like = office.command(&["import", "-", "--dry-run", "--json"]);
    let program = like.get_current_dir().unwrap().join("tiendo");
    program::copy(&program);
    let variables = like.get_envs().filter_map(|(name, value)| Some((name, value?)));
    let mut child = std::process::Command::new(&program)
        .args(like.get_args())
        .env_clear()
        .envs(variables)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // It waits for the document.
    std::fs::remove_file(&program).unwrap();
    let page = format!("<html><body><p>{}", DOCUMENT.replace('\n', "<br>"));
    child.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
    let answer = child.wait_with_output().unwrap();
    assert!(answer.status.success());
    let plan: Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(plan["number"], "45/KH-SYT");
}
