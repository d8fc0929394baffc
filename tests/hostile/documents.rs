//! Documents that nobody wrote: without end, without letters, of one word; each is read in bounded time or refused in a
//! sentence.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::bytes::check_plain;
use super::figure;
use super::office::Office;

const HEAD: &str = "KẾ HOẠCH\nTiếp dân năm 2026\nI. Nội dung\n";

/// How many letters a long document has; a share where nothing is optimised.
fn length() -> usize {
    figure(10_000, 200_000)
}

/// How long such a document may take on a busy machine without optimisation.
const PATIENCE: Duration = Duration::from_secs(20);

fn import(office: &Office, name: &str, bytes: &[u8]) -> (Option<i32>, String) {
    let path = office.around().join(name);
    fs::write(&path, bytes).unwrap();
    imported(office, &path)
}

fn imported(office: &Office, path: &Path) -> (Option<i32>, String) {
    let answer = office.run(&["import".as_ref(), "--dry-run".as_ref(), path.as_os_str()]);
    assert!(answer.is_orderly(), "{}: {:?} {}", path.display(), answer.status, answer.said());
    assert!(answer.took < PATIENCE, "{}: {:?}", path.display(), answer.took);
    for bytes in [&answer.out, &answer.err] {
        check_plain(bytes).unwrap_or_else(|harm| panic!("{}: {harm}", path.display()));
    }
    if answer.status != Some(0) {
        assert_eq!(answer.said().lines().count(), 1, "{}", answer.said());
    }
    (answer.status, answer.said())
}

#[test]
fn what_is_no_document_is_refused_in_a_sentence() {
    let office = Office::empty();
    let text = format!("{HEAD}1. Việc\n");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [
        ("empty.txt", Vec::new()),
        ("nul.txt", format!("{HEAD}1. a\0b\n").into_bytes()),
        ("binary.txt", (0..=255).cycle().take(100_000).collect()),
        ("zip.txt", b"PK\x03\x04 ke hoach".to_vec()),
        ("latin.txt", b"K\xca HO\xc1CH".to_vec()),
        ("utf-16-without-mark.txt", utf16),
        ("large.txt", "Việc lớn. ".repeat(500_000).into_bytes()),
        ("one-line.txt", "a".repeat(10 << 20).into_bytes()),
        ("no-letters.txt", "1. 2. 3. ---".repeat(1_000).into_bytes()),
    ] {
        let (status, said) = import(&office, name, &bytes);
        assert!(status == Some(1) && said.contains(name), "{name}: {said}");
        assert_eq!(said.contains("4 MiB"), bytes.len() > 4 << 20, "{name}: {said}");
    }
}

#[test]
fn what_is_no_file_is_refused_and_waits_for_nobody() {
    let office = Office::empty();
    let pipe = office.around().join("pipe.txt");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0)
        .unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(office.around().join("socket.txt")).unwrap();
    let sparse = office.around().join("sparse.txt");
    fs::File::create(&sparse).unwrap().set_len(4 << 30).unwrap();
    let paths = [
        pipe,
        office.around().join("socket.txt"),
        sparse,
        "/dev/zero".into(),
        "/dev/tty".into(),
        "/".into(),
        "/proc/self/mem".into(),
    ];
    for path in &paths {
        let (status, said) = imported(&office, path);
        assert_eq!(status, Some(1), "{}: {said}", path.display());
    }
}

#[test]
fn a_long_document_takes_bounded_time() {
    let office = Office::empty();
    let long = |text: &str| format!("{HEAD}1. {}\n", text.repeat(length() / text.chars().count()));
    let many = |line: &str| format!("{HEAD}{}", line.repeat(length() / line.chars().count()));
    for (name, text) in [
        ("prose.txt", long("Sở Nội vụ chủ trì, phối hợp với Văn phòng Sở báo cáo trước ngày 15/10/2026 ")),
        ("word.txt", long("a")),
        ("joined.txt", long("việcSởNộivụ")),
        ("syllables.txt", format!("{HEAD}1. á{}z\n", "nga".repeat(60))),
        ("brackets.txt", long("(Sở Nội vụ ")),
        ("quotes.txt", long("“Sở ")),
        ("marks.txt", format!("{HEAD}1. a{}\n", "\u{301}".repeat(length()))),
        ("units.txt", long("Sở Nội vụ; ")),
        ("dates.txt", long("trước ngày 15/10/2026, ")),
        ("letters.txt", long("a ")),
        ("breaks.txt", format!("{HEAD}| a | b |\n|-|-|\n| {} | y |\n", "x<br>".repeat(length() / 5))),
        ("tasks.txt", many("1. Việc giao Sở Nội vụ\n")),
        ("bullets.txt", many("- Việc giao Sở Nội vụ\n")),
        ("rows.txt", many("| a | b | c | d |\n")),
        (
            "columns.txt",
            format!(
                "{HEAD}|{}\n|{}\n|{}",
                "x|".repeat(length() / 5),
                "-|".repeat(length() / 5),
                "y|".repeat(length() / 5)
            ),
        ),
        ("labels.txt", many("Cơ quan chủ trì: Sở Nội vụ\n")),
        ("blank.txt", many("\n")),
        ("carriage.txt", many("\r")),
        ("sections.txt", many("II. Nội dung\n1. Việc\n")),
        ("appendices.txt", many("PHỤ LỤC\n1. Việc\n")),
        (
            "deep.txt",
            format!("{HEAD}{}", (1..100).map(|depth| "1.".repeat(depth) + " Việc\n").collect::<String>()),
        ),
    ] {
        import(&office, name, text.as_bytes());
    }
}

#[test]
fn no_plan_leaves_its_folder() {
    let office = Office::empty();
    let document = office.around().join("a.txt");
    for number in ["../../x", "/etc/x", "a\0b", "..", "con/../x"] {
        fs::write(&document, format!("Số: {number}\n{HEAD}1. Việc\n").replace('\0', "")).unwrap();
        for id in [None, Some(number.replace('\0', "")), Some("x/../../y".to_owned()), Some("a".repeat(300))]
        {
            let mut arguments = vec!["import".to_owned(), document.display().to_string()];
            arguments.extend(id.into_iter().flat_map(|id| ["--as".to_owned(), id]));
            assert!(office.run(&arguments).is_orderly());
        }
    }
    let names = |folder: PathBuf| -> Vec<String> {
        let entries =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    };
    assert_eq!(names(office.around().to_owned()), ["a.txt", "workspace"]);
    assert_eq!(names(office.path().to_owned()), ["journal", "plans"]);
    for name in names(office.path().join("plans")) {
        assert!(name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')), "{name}");
    }
}
