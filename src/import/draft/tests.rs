//! Where the fields of a draft were read, and how sure each is, by the region of the document.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::{Draft, Field, Request, Spot, Sureness};
use crate::domain::TaskId;
use crate::locale::Lang;
use Sureness::{Certain, Guessed, Likely};

const DOCUMENT: &str = "\
ỦY BAN NHÂN DÂN\nTỈNH BẮC SƠN\nSố: 12/KH-UBND\nBắc Sơn, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\nTiếp công dân\nnăm 2026\n
Căn cứ Kế hoạch số 5/KH-TU ngày 02/01/2026;\nỦy ban nhân dân tỉnh Bắc Sơn ban hành Kế hoạch như sau:
I. NHIỆM VỤ\n1. Sửa đổi nội quy tiếp công dân.\nCơ quan chủ trì: Sở Nội vụ\nCơ quan phối hợp: Cánh Én
Thời gian: Quý II/2026\nSản phẩm: Nội quy\n2. Thanh tra tỉnh rà soát hồ sơ trong tháng 5, báo cáo Sở (qua Văn phòng Sở).
II. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí trước ngày 15/3/2026.\n- Quyết toán trước ngày 15/10, báo cáo trước ngày 20/12.\n
Nơi nhận:\n- Sở Nội vụ (để b/c);\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn A\n";

const TABLE: &str = "\
KẾ HOẠCH\nTập huấn năm 2026\nI. NHIỆM VỤ\n| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|
| 1 | Rà soát hồ sơ | Sở Nội vụ | Quý I/2026 |\n| 2 | Tập huấn | 〃 | Tháng 5 |\n";

fn draft(bytes: &[u8]) -> Draft {
    let mut count = 0;
    let mut next_id = || {
        count += 1;
        TaskId::from(format!("t{count}").as_str())
    };
    let mut request = Request { file: "a", converted: None, year: None, next_id: &mut next_id };
    super::draft(bytes, &mut request).unwrap()
}

/// The same lines as paragraphs and tables of Word.
fn docx(text: &str) -> Vec<u8> {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let cell = |words: &str| {
        let merged = if words == "〃" { "<w:tcPr><w:vMerge/></w:tcPr>" } else { "" };
        format!("<w:tc>{merged}{}</w:tc>", paragraph(words.trim_matches('〃')))
    };
    let mut body = String::new();
    let mut rows = String::new();
    for line in text.lines().filter(|line| !line.starts_with("|--")).chain([""]) {
        if let Some(cells) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            rows.extend(["<w:tr>".to_owned()].into_iter().chain(cells.split(" | ").map(cell)));
            rows.push_str("</w:tr>");
            continue;
        }
        if !rows.is_empty() {
            body.extend(["<w:tbl>", &std::mem::take(&mut rows), "</w:tbl>"]);
        }
        body += &paragraph(line);
    }
    let relation = r#"<R><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></R>"#;
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("_rels/.rels", relation), ("word/document.xml", &document)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What stands in the lines of each value of a field, and how sure it is.
fn read(draft: &Draft, spot: &Spot, field: Field) -> Vec<(String, Sureness)> {
    let traces = draft.original.traces.of(spot, field).iter();
    let said = |(first, last): (u32, u32)| draft.original.lines[first as usize - 1..last as usize].join("\n");
    traces.map(|trace| (trace.lines.map(said).unwrap_or_default(), trace.sureness)).collect()
}

/// The same in the text and in Word.
#[track_caller]
fn check(text: &str, spot: &Spot, field: Field, expected: &[(&str, Sureness)]) {
    let expected: Vec<(String, Sureness)> =
        expected.iter().map(|(said, sureness)| ((*said).to_owned(), *sureness)).collect();
    assert_eq!(read(&draft(text.as_bytes()), spot, field), expected, "text");
    assert_eq!(read(&draft(&docx(text)), spot, field), expected, "docx");
}

#[track_caller]
fn head(text: &str, field: Field, expected: &[(&str, Sureness)]) {
    check(text, &Spot::Head(field), field, expected);
}

#[track_caller]
fn task(text: &str, number: usize, field: Field, expected: &[(&str, Sureness)]) {
    check(text, &Spot::Task(format!("t{number}").as_str().into()), field, expected);
}

#[test]
fn the_letterhead_is_certain_line_by_line() {
    head(DOCUMENT, Field::Number, &[("Số: 12/KH-UBND", Certain)]);
    let dateline = [("Bắc Sơn, ngày 03 tháng 02 năm 2026", Certain)];
    head(DOCUMENT, Field::Place, &dateline);
    head(DOCUMENT, Field::Issued, &dateline);
    head(DOCUMENT, Field::Title, &[("Tiếp công dân\nnăm 2026", Certain)]);
    head(DOCUMENT, Field::Year, &[("Tiếp công dân\nnăm 2026", Certain)]);
    head(DOCUMENT, Field::Issuer, &[("ỦY BAN NHÂN DÂN\nTỈNH BẮC SƠN", Certain)]);
}

#[test]
fn a_dateline_over_lines_has_those_that_it_needs() {
    let text = DOCUMENT.replace(", ngày 03 tháng", ", ngày 03\ntháng");
    head(&text, Field::Issued, &[("Bắc Sơn, ngày 03\ntháng 02 năm 2026", Certain)]);
}

#[test]
fn what_was_made_out_is_likely_and_what_was_assumed_is_guessed() {
    let capitals = DOCUMENT.replace("Tiếp công dân\nnăm 2026", "TIẾP CÔNG DÂN");
    head(&capitals, Field::Title, &[("TIẾP CÔNG DÂN", Certain)]);
    head(&capitals, Field::Year, &[("Bắc Sơn, ngày 03 tháng 02 năm 2026", Likely)]);
    let unknown = DOCUMENT.replace("Tiếp công dân\nnăm 2026", "TIẾP DÂN TẠI XÃ TÂN AN");
    head(&unknown, Field::Title, &[("TIẾP DÂN TẠI XÃ TÂN AN", Likely)]);
    let clause = DOCUMENT.replace("ỦY BAN NHÂN DÂN\nTỈNH BẮC SƠN\n", "ỦY BAN NHÂN DÂN\n");
    let said = "Ủy ban nhân dân tỉnh Bắc Sơn ban hành Kế hoạch như sau:";
    head(&clause, Field::Issuer, &[(said, Likely)]);
    let undated = DOCUMENT
        .replace("Bắc Sơn, ngày 03 tháng 02 năm 2026\n", "")
        .replace("dân\nnăm 2026", "dân")
        .replace("Nội quy\n2.", "Nội quy năm 2026\n2.")
        .replace("như sau:", "năm 2026 như sau:");
    let said = "Ủy ban nhân dân tỉnh Bắc Sơn ban hành Kế hoạch năm 2026 như sau:";
    head(&undated, Field::Year, &[(said, Guessed)]);
}

#[test]
fn what_stands_around_the_sections() {
    let basis = "Căn cứ Kế hoạch số 5/KH-TU ngày 02/01/2026;";
    head(DOCUMENT, Field::Bases, &[(basis, Certain)]);
    head(DOCUMENT, Field::Relations, &[(basis, Certain)]);
    head(DOCUMENT, Field::Recipients, &[("- Sở Nội vụ (để b/c);", Certain)]);
    head(DOCUMENT, Field::Signatory, &[("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn A", Certain)]);
    let nameless = DOCUMENT.replace("Trần Văn A", "Y Bhiăk Niê");
    head(&nameless, Field::Signatory, &[("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nY Bhiăk Niê", Likely)]);
    let row = DOCUMENT.replace("Nơi nhận:\n- Sở Nội vụ (để b/c);\n", "Nơi nhận: UBND xã, Sở Nội vụ.\n");
    let said = ("Nơi nhận: UBND xã, Sở Nội vụ.", Likely);
    head(&row, Field::Recipients, &[said, said]);
    check(DOCUMENT, &Spot::Section("s1".into()), Field::Title, &[("I. NHIỆM VỤ", Certain)]);
}

#[test]
fn a_label_is_certain_and_a_name_by_its_place_alone_is_not() {
    task(DOCUMENT, 1, Field::Title, &[("1. Sửa đổi nội quy tiếp công dân.", Certain)]);
    let units = [("Cơ quan chủ trì: Sở Nội vụ", Certain), ("Cơ quan phối hợp: Cánh Én", Likely)];
    task(DOCUMENT, 1, Field::Units, &units);
    task(DOCUMENT, 1, Field::Time, &[("Thời gian: Quý II/2026", Certain)]);
    task(DOCUMENT, 1, Field::Deliverable, &[("Sản phẩm: Nội quy", Certain)]);
    let slip = DOCUMENT.replace("Cơ quan chủ trì: Sở", "Cơ qaun chủ trì: Sở");
    task(&slip, 1, Field::Units, &[("Cơ qaun chủ trì: Sở Nội vụ", Likely), units[1]]);
}

#[test]
fn running_text_is_likely_but_for_one_deadline_and_a_list_of_units() {
    let said = "2. Thanh tra tỉnh rà soát hồ sơ trong tháng 5, báo cáo Sở (qua Văn phòng Sở).";
    task(DOCUMENT, 2, Field::Units, &[(said, Likely)]);
    task(DOCUMENT, 2, Field::Time, &[(said, Likely)]);
    task(DOCUMENT, 2, Field::ReportsTo, &[(said, Likely)]);
    let leads = DOCUMENT.replace("tỉnh rà soát", "tỉnh chủ trì rà soát");
    let said = "2. Thanh tra tỉnh chủ trì rà soát hồ sơ trong tháng 5, báo cáo Sở (qua Văn phòng Sở).";
    task(&leads, 2, Field::Units, &[(said, Certain)]);
    task(DOCUMENT, 3, Field::Units, &[("1. Sở Tài chính", Certain)]);
    task(DOCUMENT, 4, Field::Time, &[("- Bố trí kinh phí trước ngày 15/3/2026.", Certain)]);
    let said = ("- Quyết toán trước ngày 15/10, báo cáo trước ngày 20/12.", Likely);
    task(DOCUMENT, 5, Field::Time, &[said, said]);
}

#[test]
fn the_cells_of_a_table_are_certain_and_one_carried_down_stands_above() {
    let (text, word) = (draft(TABLE.as_bytes()), draft(&docx(TABLE)));
    for draft in [&text, &word] {
        let of = |number: &str, field| draft.original.traces.of(&Spot::Task(number.into()), field);
        let (own, above) = (of("t2", Field::Title)[0], of("t1", Field::Title)[0]);
        assert_eq!((own.sureness, of("t1", Field::Units)[0].sureness), (Certain, Certain));
        assert_eq!(of("t2", Field::Units)[0], above.at_most(Guessed), "its words stand in the row above");
        assert_eq!((of("t2", Field::Time)[0].lines, of("t2", Field::Time)[0].sureness), (own.lines, Likely));
    }
}

#[test]
fn every_guess_is_a_finding_and_told_once() {
    let codes = |text: &str| -> Vec<&str> {
        draft(text.as_bytes()).findings.iter().map(|finding| finding.doubt.code()).collect()
    };
    assert_eq!(codes(DOCUMENT), [""; 0]);
    assert_eq!(codes(TABLE), ["no-number", "no-day", "no-issuer", "carried-down"]);
    let broken = DOCUMENT.replace("Thời gian: Quý II/2026", "Thời gian: 31/02/2026");
    assert_eq!(codes(&broken), ["guessed"]);
    let term = DOCUMENT.replace("năm 2026\n\nCăn", "giai đoạn 2026 - 2028\n\nCăn");
    assert_eq!(
        codes(&term),
        ["guessed", "guessed"],
        "a month without its year, and two deadlines that are one guess"
    );
}

#[test]
fn a_time_that_nobody_owes_and_one_that_was_not_read_are_told() {
    let text = "KẾ HOẠCH\nVệ sinh năm 2026\nI. NHIỆM VỤ\n1. Thả cá giống ngày 15/7.\n2. Quét dọn, thu gom rác thải.\n\
                Trên đây là Kế hoạch năm 2026, đề nghị các thôn thực hiện, báo cáo trước ngày 30/11/2026./.\n";
    let draft = draft(text.as_bytes());
    let told: Vec<_> = draft.findings.iter().map(|finding| (finding.doubt.code(), finding.lines)).collect();
    assert!(told.contains(&("unread-time", Some((4, 4)))), "{told:?}");
    assert!(told.contains(&("nobodys-time", Some((6, 6)))), "{told:?}");
    assert_eq!(draft.plan.sections[0].text.len(), 1);
}

/// The findings of a kind, by their lines and words.
fn told(draft: &Draft, code: &str) -> Vec<(Option<(u32, u32)>, String)> {
    let own = draft.findings.iter().filter(|finding| finding.doubt.code() == code);
    own.map(|finding| (finding.lines, finding.text(Lang::En))).collect()
}

const COURSES: &str = "\
KẾ HOẠCH\nTập huấn năm 2026\nI. NHIỆM VỤ\n1. Sở Y tế rà soát hồ sơ tiêm chủng.\n| Đợt | Lớp | Học viên | Khai giảng |\n|---|---|---|---|
| 1 | Cấp cứu | Trạm Y tế | trước ngày 15/3/2026 |\n| 2 | Sơ cứu | Bệnh viện tỉnh chủ trì | Quý II/2026 |
2. Sở Tài chính bố trí kinh phí trước ngày 30/6/2026.\nII. KINH PHÍ\n| Nguồn | Số tiền |\n|---|---|\n| Tỉnh | 5 |\n";

#[test]
fn the_cells_of_a_table_that_is_not_read_are_no_times_and_units_of_the_task_above() {
    let drawn = COURSES.replace("|---|---|---|---|", "├───┼───┼───┼───┤").replace('|', "│");
    for (draft, lines) in [
        (draft(COURSES.as_bytes()), (5, 8)),
        (draft(drawn.as_bytes()), (5, 8)),
        (draft(&docx(COURSES)), (6, 8)),
    ] {
        let section = &draft.plan.sections[0];
        let said: Vec<(String, usize, usize)> = section
            .tasks
            .iter()
            .map(|task| (task.wording().to_owned(), task.timeline.len(), task.assignments.len()))
            .collect();
        let expected = [
            ("Sở Y tế rà soát hồ sơ tiêm chủng.".to_owned(), 0, 1),
            ("Sở Tài chính bố trí kinh phí trước ngày 30/6/2026.".to_owned(), 1, 1),
        ];
        assert_eq!(said, expected);
        assert_eq!(section.text[1], "1 | Cấp cứu | Trạm Y tế | trước ngày 15/3/2026");
        let unread: Vec<_> = told(&draft, "unread-table").into_iter().map(|(lines, _)| lines).collect();
        assert_eq!(unread, [Some(lines)]);
        assert_eq!(told(&draft, "nobodys-time"), [], "the table is told once");
    }
}

#[test]
fn an_appendix_that_became_no_section_is_told_unless_it_is_a_form() {
    let behind = |appendix: &str| draft(format!("{DOCUMENT}\n{appendix}").as_bytes());
    let list = "PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch)\n1. Mở lớp\nCơ quan chủ trì: Sở Y tế\nThời gian: Quý I/2026\n";
    let [(lines, words)] = &told(&behind(list), "unread-appendix")[..] else { panic!("told once") };
    let from = u32::try_from(DOCUMENT.lines().count()).unwrap() + 2;
    assert_eq!(*lines, Some((from, from + 5)));
    assert!(words.contains("PHỤ LỤC I DANH MỤC NHIỆM VỤ"), "{words}");
    for silent in [
        "PHỤ LỤC\nMẪU PHIẾU KHẢO SÁT\n1. Tên đơn vị nộp phiếu\n2. Số người được hỏi\n",
        "PHỤ LỤC\nPHIẾU KHẢO SÁT\nHọ và tên: ................\nNơi ở:\n| TT | Việc |\n|---|---|\n| 1 | |\n| 2 | |\n",
        "PHỤ LỤC\nLỊCH HỌP\n| TT | Nội dung | Thực hiện | Thời gian |\n| 1 | Khai mạc | Giám đốc | 8h15 |\n",
        "PHỤ LỤC\nDANH MỤC\n| TT | Nội dung | Chủ trì |\n| 1 | Thuê xe | Sở Y tế |\n",
        "PHỤ LỤC\nDANH MỤC\n",
    ] {
        assert_eq!(told(&behind(silent), "unread-appendix"), [], "{silent}");
    }
}
