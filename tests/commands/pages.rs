//! Documents that other people's readers convert: pdf, by `pdftotext` and without it, and doc.

use std::process::Command;

use super::office::{Answer, Office};
use super::paper::{bomb, pdf};

/// A plan on two pages, the letters where they stand on paper.
const PAGES: [&str; 2] = [
    "   ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
     \x20   XÃ ĐỒNG MÂY                    Độc lập - Tự do - Hạnh phúc\n\
     \x20   Số: 18/KH-UBND              Đồng Mây, ngày 5 tháng 3 năm 2026\n\n\
     \x20                          KẾ HOẠCH\n\
     \x20               Công tác văn thư năm 2026\n\n\
     Thực hiện Kế hoạch số 186/KH-UBND ngày 02/02/2026 của tỉnh về việc này và\n\
     các văn bản có liên quan, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\
     I.     MỤC ĐÍCH\n\
     Nâng cao chất lượng công tác văn thư.\n\
     II.    NHIỆM VỤ\n\n\
     TT   Nội dung               Cơ quan          Thời gian\n\
     \x20    công việc              chủ trì          hoàn thành\n\
     1    Tập huấn nghiệp vụ     Văn phòng        Trước ngày\n\
     \x20    cho công chức                           30/4/2026\n\
     \x20                               1",
    "2    Rà soát danh mục       Văn phòng        Quý III/2026\n\
     \x20    hồ sơ                  và Công an\n\
     \n\
     Trên đây là Kế hoạch công tác văn thư năm 2026 của Ủy ban nhân dân xã./.\n\n\
     Nơi nhận:                           TM. ỦY BAN NHÂN DÂN\n\
     - Thường trực Đảng ủy;                   CHỦ TỊCH\n\
     - Lưu: VT.\n\n\
     \x20                                      Trần Văn Mẫu\n\
     \x20                               2",
];

/// An office in which no program is installed but tiendo.
fn alone() -> Office {
    Office::new().with("PATH", "/nowhere")
}

fn imported(office: &Office, bytes: &[u8]) -> Answer {
    office.bytes("ke-hoach.pdf", bytes);
    office.run(&["import", "--dry-run", "--json", "ke-hoach.pdf"])
}

fn is_installed(program: &str) -> bool {
    Command::new(program).arg("-v").output().is_ok()
}

#[test]
fn pages_are_read_with_pdftotext_and_without_it_alike() {
    let bytes = pdf(&PAGES, "");
    let without = imported(&alone(), &bytes);
    let plan: serde_json::Value = serde_json::from_str(&without.out).expect(&without.err);
    assert_eq!((&plan["number"], &plan["place"]), (&"18/KH-UBND".into(), &"Đồng Mây".into()));
    assert_eq!(plan["title"], "Công tác văn thư năm 2026");
    assert_eq!(plan["signatory"]["name"], "Trần Văn Mẫu");
    assert_eq!(plan["bases"][0]["refs"][0], "186/KH-UBND");
    let tasks = plan["sections"][1]["tasks"].as_array().unwrap();
    let said = |task: &serde_json::Value| -> Vec<String> {
        let words = [&task["title"], &task["assignments"][0]["unit"], &task["timeline"][0]["when"]];
        words.into_iter().map(|word| word.as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(
        tasks.iter().map(said).collect::<Vec<_>>(),
        [
            ["Tập huấn nghiệp vụ cho công chức", "Văn phòng", "before 2026-04-30"],
            ["Rà soát danh mục hồ sơ", "Văn phòng", "2026-Q3"],
        ]
    );
    if !is_installed("pdftotext") {
        eprintln!("pdftotext is not installed: pages are read without it alone");
        return;
    }
    let drafts = [Office::new(), alone()].map(|office| {
        office.bytes("ke-hoach.pdf", &bytes);
        office.run(&["import", "--dry-run", "ke-hoach.pdf"]).out
    });
    assert_eq!(drafts[0], drafts[1]);
}

#[test]
fn pages_that_cannot_be_read_are_told_in_one_sentence() {
    let whole = pdf(&PAGES, "");
    let half = [&whole[..whole.len() / 2], b"\n"].concat();
    let id = format!("/ID [<{0}> <{0}>]", "00".repeat(16));
    let lock =
        format!("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> {id}", "11".repeat(32));
    // A compound file whose list of streams names no text: an older table of figures.
    let mut figures = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 1528]].concat();
    figures[30] = 9;
    let cases: [(&str, &[u8], &str); 6] = [
        ("a scan", &pdf(&[""], ""), "ocrmypdf -l vie"),
        ("a bomb", &bomb(), "more time or memory"),
        ("cut off", &half, "the file is damaged"),
        ("a password", &pdf(&PAGES, &lock), "the file is encrypted"),
        ("nothing in it", b"%PDF-1.4\n%%EOF\n", "the file is damaged"),
        ("another kind", &figures, "this kind of file cannot be read"),
    ];
    for office in [Office::new(), alone()] {
        for (case, bytes, sentence) in &cases {
            let answer = imported(&office, bytes);
            assert_eq!(answer.status, 1, "{case}");
            assert!(answer.err.contains(sentence), "{case}: {}", answer.err);
            assert_eq!(answer.err.lines().count(), 1, "{case}: {}", answer.err);
        }
    }
}

#[test]
fn a_document_of_the_older_word_is_read_without_any_program() {
    let whole: &[u8] = include_bytes!("older-word.doc");
    let office = alone();
    office.bytes("ke-hoach.pdf", whole);
    let answer = office.run(&["import", "--dry-run", "--json", "ke-hoach.pdf"]);
    let plan: serde_json::Value = serde_json::from_str(&answer.out).expect(&answer.err);
    assert_eq!(plan["number"], "18/KH-UBND");
    let tasks = plan["sections"][1]["tasks"].as_array().unwrap();
    let titles: Vec<&str> = tasks.iter().filter_map(|task| task["title"].as_str()).collect();
    assert_eq!(titles, ["Tập huấn nghiệp vụ cho công chức", "Rà soát danh mục hồ sơ"]);
    assert_eq!(tasks[1]["timeline"][0]["when"], "2026-Q3");

    let half = imported(&office, &whole[..whole.len() / 2]);
    assert_eq!((half.status, half.err.lines().count()), (1, 1), "{}", half.err);
    assert!(half.err.contains("the file is damaged"), "{}", half.err);
}

#[test]
fn what_is_made_to_take_forever_is_refused_soon() {
    let office = alone();
    let attributes: String = (0..300_000).fold(String::new(), |all, at| all + &format!("a{at}=1 "));
    office.bytes("ke-hoach.pdf", format!("<p {attributes}>KẾ HOẠCH").as_bytes());
    let start = std::time::Instant::now();
    let answer = office.run(&["import", "--dry-run", "ke-hoach.pdf"]);
    assert!(start.elapsed().as_secs() < 15, "{:?}", start.elapsed());
    assert_eq!((answer.status, answer.err.lines().count()), (1, 1), "{}", answer.err);
    assert!(answer.err.contains("more time or memory"), "{}", answer.err);
}
