//! Reading: every damage is named with its place, the other plans open, nothing is written.

use std::os::unix::fs::symlink;
use std::time::Duration;

use insta::assert_snapshot;
use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::{Office, event, journal_name, plan, plan_name};
use crate::domain::{EventId, Plan, UnitsFile};
use crate::store::read::MAX_BYTES;
use crate::store::{Fault, FileName, Folder, Loaded, PlanId, Unreadable, next_id, to_bytes};

/// The rows of all plans: the id of one that opened, the reason of one that did not.
fn rows(office: &Office) -> String {
    let before = office.everything();
    let plans = office.folder.each_plan(|plan| plan).unwrap();
    assert_eq!(office.everything(), before);
    let row = |plan: Result<Loaded<Plan>, Unreadable>| match plan {
        Ok(plan) => plan.value.id,
        Err(unreadable) => unreadable.to_string(),
    };
    plans.into_iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_workspace_that_is_not_there_is_empty_and_is_not_created() {
    let office = Office::new();
    let folder = Folder::open(office.path("none"));
    assert_eq!(folder.each_plan(|plan| plan).unwrap(), vec![]);
    assert_eq!(folder.load::<UnitsFile>(&FileName::Units), Ok(None));
    assert_eq!(folder.read_journal(&journal_name("a")).unwrap().events, vec![]);
    assert!(!office.path("none").exists());
}

#[test]
fn every_damage_is_a_row_of_its_own() {
    let good = plan("good");
    let utf16: Vec<u8> = plan("g").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let markers = good.replace("  \"number\"", "<<<<<<< HEAD\n  \"number\"");
    let office = Office::with(&[
        ("plans/good.json", good.as_bytes()),
        ("plans/a-bom.json", format!("\u{feff}{good}").as_bytes()),
        ("plans/b-utf16.json", &utf16),
        ("plans/c-nul.json", &[0; 40]),
        ("plans/d-half-nul.json", format!("{}\0\0\0", &good[..60]).as_bytes()),
        ("plans/e-empty.json", b""),
        ("plans/f-latin.json", b"{\n \"title\": \"K\xEA\"}"),
        ("plans/g-markers.json", markers.as_bytes()),
        ("plans/h-torn.json", &good.as_bytes()[..90]),
        ("plans/j-type.json", good.replace("\"Kế hoạch thử\"", "17").as_bytes()),
        ("plans/k-twice.json", good.replace("\"year\"", "\"title\": \"\", \"year\"").as_bytes()),
        ("plans/l-newer.json", good.replace("\"version\": 1", "\"version\": 2").as_bytes()),
        ("plans/m-other.json", good.as_bytes()),
        ("plans/n bad.json", good.as_bytes()),
        ("plans/o-letters.json", good.replace("\"Kế hoạch thử\",", "\"Kế hoạch thử\"; ").as_bytes()),
        ("plans/p-year.json", good.replace("\"year\": 2026", "\"year\": 262142").as_bytes()),
        (
            "plans/q-until.json",
            good.replace("\"year\": 2026", "\"year\": 2026, \"until\": 200000").as_bytes(),
        ),
        (
            "plans/r-term.json",
            plan("r-term").replace("\"year\": 2026", "\"year\": 2026, \"until\": 2077").as_bytes(),
        ),
        ("plans/.hidden.json", b"?"),
        ("plans/notes.txt", b"?"),
    ]);
    assert_snapshot!(rows(&office), @r#"
    plans/a-bom.json:1:1: opens with a byte order mark; save it as UTF-8 without one
    plans/b-utf16.json:1:1: is encoded in UTF-16; save it as UTF-8
    plans/c-nul.json:1:1: holds NUL bytes
    plans/d-half-nul.json:4:16: holds NUL bytes
    plans/e-empty.json: is empty
    plans/f-latin.json:2:13: is not encoded in UTF-8
    plans/g-markers.json:5:1: holds the marks of a git conflict
    good
    plans/h-torn.json:6:11: EOF while parsing a value
    plans/j-type.json:6:13: invalid type: integer `17`, expected a string
    plans/k-twice.json:7:9: duplicate field `title`
    plans/l-newer.json:3:14: format version 2 is newer than this program, which reads up to 1
    plans/m-other.json:4:3: holds the plan "good", which is not its name
    plans/n bad.json: the id holds ' '; letters, digits, '-', '_' and '.' are allowed
    plans/o-letters.json:6:26: expected `,` or `}`, found ';'
    plans/p-year.json:7:16: the year 262142 is out of range: expected 1900 to 2999
    plans/q-until.json:7:31: the year 200000 is out of range: expected 1900 to 2999
    plans/r-term.json:7:17: has a term of more than 50 years
    "#);
}

#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let office = Office::with(&[("plans/good.json", plan("good").as_bytes()), ("secret", b"{}")]);
    symlink("../secret", office.path("plans/link.json")).unwrap();
    mknodat(CWD, office.path("plans/pipe.json"), FileType::Fifo, Mode::RWXU, 0).unwrap();
    std::fs::create_dir(office.path("plans/folder.json")).unwrap();
    std::fs::File::create(office.path("plans/vast.json")).unwrap().set_len(100 << 20).unwrap();
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(rows(&office)));
    let rows = receiver.recv_timeout(Duration::from_secs(20)).expect("a pipe must not be waited for");
    assert_snapshot!(rows, @r#"
    plans/folder.json: is not a regular file
    good
    plans/link.json: is a symbolic link
    plans/pipe.json: is not a regular file
    plans/vast.json: has 104857600 bytes; at most 67108864 are read
    "#);
}

#[test]
fn a_plan_of_just_the_greatest_length_is_read_and_a_longer_one_is_refused() {
    let office = Office::new();
    let most = usize::try_from(MAX_BYTES).unwrap();
    let mut text = plan("good").into_bytes();
    text.resize(most, b' ');
    office.put("plans/good.json", &text);
    assert!(office.folder.load_plan(&"good".parse().unwrap()).unwrap().is_some());
    text.push(b' ');
    office.put("plans/good.json", &text);
    let refused = office.folder.load_plan(&"good".parse().unwrap()).unwrap_err();
    assert_eq!(refused.fault, Fault::TooLarge { bytes: MAX_BYTES + 1, most: MAX_BYTES });
}

#[test]
fn a_plan_truncated_at_any_byte_is_refused_with_a_place() {
    let whole = plan("good");
    let office = Office::new();
    for len in 0..whole.trim_end().len() {
        office.put("plans/good.json", &whole.as_bytes()[..len]);
        let unreadable = office.folder.load_plan(&"good".parse().unwrap()).unwrap_err();
        assert!(unreadable.at.is_some() || unreadable.fault == Fault::Empty, "{len}: {unreadable}");
        assert!(office.folder.document(&plan_name("good")).is_err());
    }
}

#[test]
fn doubled_keys_are_refused_at_any_depth_by_a_save() {
    let office = Office::new();
    office.put(
        "plans/a.json",
        plan("a").replace("{\"desk\": 3}", "{\"desk\": 3, \"đ\": [{\"desk\": 4, \"desk\": 5}]}"),
    );
    assert!(office.folder.load_plan(&"a".parse().unwrap()).is_ok());
    let refusal = office.folder.document(&plan_name("a")).unwrap_err().to_string();
    assert_snapshot!(refusal, @r#"plans/a.json:12:49: duplicate field `desk`"#);
}

#[test]
fn bottomless_nesting_is_refused_and_ends_no_program() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let office = Office::with(&[("plans/a.json", plan("a").replace("{\"desk\": 3}", &deep).as_bytes())]);
    // In a field that is passed over it harms nobody.
    assert!(office.folder.load_plan(&"a".parse().unwrap()).is_ok());
    let refusal = office.folder.document(&plan_name("a")).unwrap_err().to_string();
    assert_snapshot!(refusal, @"plans/a.json:12:140: recursion limit exceeded");
}

#[test]
fn numbers_that_could_not_be_written_again_are_refused_by_a_save() {
    let office = Office::new();
    office.put("units.json", "{\"units\": [], \"x\": 12345678901234567890123}");
    let refusal = office.folder.document(&FileName::Units).unwrap_err().to_string();
    assert_snapshot!(refusal, @r#"units.json:1:42: a number too large to be kept exactly"#);
    office.put("units.json", "{\"units\": [], \"x\": 0.1, \"y\": 18446744073709551615, \"z\": -1.5e-7}");
    let kept = office.folder.document(&FileName::Units).unwrap().unwrap().value;
    assert_eq!(kept.to_string(), r#"{"units":[],"x":0.1,"y":18446744073709551615,"z":-1.5e-7}"#);
}

#[test]
fn ids_that_would_leave_the_folder_are_refused() {
    for id in ["03-kh-bcd-2022", "ke.hoach_2", "kế-hoạch", "_x", "7"] {
        assert_eq!(id.parse::<PlanId>().unwrap().as_str(), id);
        assert_eq!(plan_name(id).to_string().parse(), Ok(plan_name(id)));
    }
    let refused = [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "/etc/passwd",
        "a\\b",
        "a b",
        "-x",
        ".x",
        "a\0",
        "a\n",
        "units",
        "e\u{302}",
    ]
    .map(|id| format!("{id:?}: {}", id.parse::<PlanId>().unwrap_err()));
    assert_snapshot!(refused.join("\n"), @r#"
    "": the id is empty
    ".": the id opens with '.'
    "..": the id opens with '.'
    "../x": the id holds '/'; letters, digits, '-', '_' and '.' are allowed
    "a/b": the id holds '/'; letters, digits, '-', '_' and '.' are allowed
    "/etc/passwd": the id holds '/'; letters, digits, '-', '_' and '.' are allowed
    "a\\b": the id holds '\\'; letters, digits, '-', '_' and '.' are allowed
    "a b": the id holds ' '; letters, digits, '-', '_' and '.' are allowed
    "-x": the id opens with '-'
    ".x": the id opens with '.'
    "a\0": the id holds '\0'; letters, digits, '-', '_' and '.' are allowed
    "a\n": the id holds '\n'; letters, digits, '-', '_' and '.' are allowed
    "units": the id "units" is taken by the directory of units
    "e\u{302}": the id is not in Unicode NFC
    "#);
    assert!("a".repeat(151).parse::<PlanId>().is_err());
}

#[test]
fn a_journal_is_read_to_its_last_complete_line() {
    let line = |n, note: &str| String::from_utf8(serde_json::to_vec(&event(n, note)).unwrap()).unwrap();
    let unknown =
        line(3, "").replace("\"task\":\"k1\",", "\"moon\":\"full\",").replace("\"status\":\"done\",", "");
    let wrong = line(9, "").replace("\"done\"", "5");
    let text = [
        line(1, "một"),
        "không phải JSON".into(),
        unknown,
        wrong,
        "<<<<<<< HEAD".into(),
        String::new(),
        line(2, "hai"),
        line(4, "rách")[..40].to_owned(),
    ]
    .join("\n");
    let office = Office::with(&[("journal/a.jsonl", text.as_bytes())]);
    let journal = office.folder.read_journal(&journal_name("a")).unwrap();
    assert_eq!(journal.complete_len, text.rfind('\n').unwrap() as u64 + 1);
    assert_eq!(journal.events.iter().map(|event| event.id.random()).collect::<Vec<_>>(), [1, 3, 2]);
    let last = office.folder.last_id(&journal_name("a")).unwrap().unwrap();
    assert_eq!(last.random(), 9, "the id of a line that is not understood is taken");
    let findings = journal.findings.iter().map(|f| format!("{}:{}: {}", f.line, f.column, f.fault));
    assert_snapshot!(findings.collect::<Vec<_>>().join("\n"), @r#"
    2:1: expected value, found 'k'
    3:1: is of an unknown kind
    4:101: invalid type: integer `5`, expected a string
    5:1: holds the marks of a git conflict
    8:1: ends in a torn line
    "#);
    assert_eq!(office.text("journal/a.jsonl"), text);
}

#[test]
fn a_new_id_is_greater_than_the_last_even_when_the_clock_goes_back() {
    let first = next_id(None, 1_700_000_000_000, 7);
    let later = next_id(Some(first), 1_700_000_000_001, 0);
    let back = next_id(Some(later), 1_600_000_000_000, u128::MAX);
    let full = next_id(Some(EventId::from_parts(5, u128::MAX)), 5, 0);
    assert!(first < later && later < back);
    assert_eq!((full.timestamp_ms(), full.random()), (6, 0));
    let [one, other] =
        [1, 2].map(|random| next_id(Some(EventId::from_parts(u64::MAX, u128::MAX)), 5, random));
    assert_ne!(one, other, "behind the greatest of all ids there is no greater one, but one of its own");
}

#[test]
fn json_is_written_with_two_spaces_and_a_final_newline() {
    let text = String::from_utf8(to_bytes(&serde_json::json!({"b": 1, "a": []})).unwrap()).unwrap();
    assert_eq!(text, "{\n  \"b\": 1,\n  \"a\": []\n}\n");
}
