//! Sheets made by hand.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::transcript;
use crate::import::ImportError;
use crate::import::read::Limit;

/// A book of one sheet with these rows and merged areas.
fn book(rows: &str, merged: &str) -> Vec<u8> {
    book_that_shares("", rows, merged)
}

/// The same with a text that cells refer to.
fn book_that_shares(text: &str, rows: &str, merged: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns='{relations}'><Relationship Id='a' Type='{relation}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns='{relations}'><Relationship Id='s' Type='{relation}/worksheet' Target='worksheets/sheet1.xml'/>\
                 <Relationship Id='t' Type='{relation}/styles' Target='styles.xml'/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns='{main}' xmlns:r='{relation}'><sheets><sheet name='A' sheetId='1' r:id='s'/></sheets></workbook>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns='{main}'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns='{main}'><si><t>{text}</t></si></sst>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns='{main}'><sheetData>{rows}</sheetData>{merged}</worksheet>"),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn words(at: &str, words: &str) -> String {
    format!("<c r='{at}' t='inlineStr'><is><t>{words}</t></is></c>")
}

fn row(number: u32, cells: &str) -> String {
    format!("<row r='{number}'>{cells}</row>")
}

fn read(bytes: &[u8]) -> Result<String, ImportError> {
    transcript(bytes, None).map(|text| text.lines.into_owned())
}

#[test]
fn a_list_of_tasks_under_its_title() {
    let rows = [
        row(1, &words("A1", "KẾ HOẠCH")),
        row(
            3,
            &(words("A3", "TT") + &words("B3", "Nội dung") + &words("C3", "Đơn vị") + &words("D3", "Hạn")),
        ),
        row(
            4,
            &("<c r='A4'><v>1</v></c>".to_owned()
                + &words("B4", "Rà soát")
                + &words("C4", "Sở A")
                + "<c r='D4' s='1'><v>44635</v></c>"),
        ),
        row(5, &(words("B5", "Ban hành") + &words("D5", "Quý IV"))),
        row(6, &words("A6", "II")),
    ];
    let merged = "<mergeCells count='1'><mergeCell ref='C4:C5'/></mergeCells>";
    assert_eq!(
        read(&book(&rows.concat(), merged)).unwrap(),
        "KẾ HOẠCH\n\n| TT | Nội dung | Đơn vị | Hạn |\n| 1 | Rà soát | Sở A | 15/03/2022 |\n|  | Ban hành | 〃 | Quý IV |\n| II |\n\n"
    );
}

#[test]
fn a_cell_at_the_far_corner_takes_no_room() {
    let rows = row(1, &words("A1", "Kế hoạch")) + &row(1_048_576, &words("XFD1048576", "xa"));
    assert_eq!(read(&book(&rows, "")).unwrap(), "Kế hoạch\n\n");
}

#[test]
fn what_is_cut_off_or_too_much_is_refused() {
    let many: String = (1..=4000).map(|number| row(number, &"<c><v>1</v></c>".repeat(60))).collect();
    assert_eq!(read(&book(&many, "")), Err(ImportError::Beyond(Limit::Cells)));
    let whole = book(&row(1, &words("A1", "Kế hoạch")), "");
    for end in (4..whole.len()).step_by(97) {
        assert!(read(&whole[..end]).is_err());
    }
}

#[test]
fn what_unpacks_without_end_is_refused_before_the_library_sees_it() {
    let bomb = row(1, &words("A1", &"a".repeat(70 << 20)));
    assert_eq!(read(&book(&bomb, "")), Err(ImportError::Beyond(Limit::Bytes)));
}

#[test]
fn a_text_that_many_cells_share_is_weighed_in_each() {
    let text = "a".repeat(3 << 20);
    let rows =
        |count: u32| (1..=count).map(|number| row(number, "<c t='s'><v>0</v></c>")).collect::<String>();
    assert_eq!(read(&book_that_shares(&text, &rows(1), "")).unwrap().len(), text.len() + 2);
    // Whoever takes all of them takes 6 GB.
    assert_eq!(read(&book_that_shares(&text, &rows(2000), "")), Err(ImportError::Beyond(Limit::Text)));
}

#[test]
fn areas_that_lie_on_one_another_are_no_sheet() {
    let rows: String = (1..=2000).map(|number| row(number, &words(&format!("A{number}"), "việc"))).collect();
    let merged = "<mergeCell ref='A1:A2000'/>".repeat(2000);
    let merged = format!("<mergeCells count='2000'>{merged}</mergeCells>");
    assert_eq!(read(&book(&rows, &merged)), Err(ImportError::Beyond(Limit::Cells)));
}
