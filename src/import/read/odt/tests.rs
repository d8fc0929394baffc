//! Documents of `LibreOffice` made by hand.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::Limit;
use crate::import::ImportError;

fn transcript(bytes: &[u8]) -> Result<String, ImportError> {
    super::super::transcript(bytes, None).map(|text| text.lines.into_owned())
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document of this text, with the list `L`: I. / 1. / a) / -, and a style of capitals.
fn document(text: &str) -> Vec<u8> {
    let level = |level: u32, format: &str, suffix: &str| {
        format!(
            r#"<t:list-level-style-number t:level="{level}" s:num-format="{format}" s:num-suffix="{suffix}"/>"#
        )
    };
    let levels = [
        level(1, "I", "."),
        level(2, "1", "."),
        level(3, "a", ")"),
        r#"<t:list-level-style-bullet t:level="4" t:bullet-char="–"/>"#.to_owned(),
    ];
    let content = format!(
        r#"<o:document-content xmlns:o="o" xmlns:t="t" xmlns:s="s" xmlns:b="b" xmlns:d="d"><o:automatic-styles>
        <t:list-style s:name="L">{}</t:list-style>
        <s:style s:name="Hoa"><s:text-properties s:text-transform="uppercase"/></s:style>
        </o:automatic-styles><o:body><o:text>{text}</o:text></o:body></o:document-content>"#,
        levels.concat()
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let bytes = document(text);
    let text = transcript(&bytes).unwrap();
    assert_eq!(text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected);
}

/// An item with its words and what follows them.
fn item(words: &str, more: &str) -> String {
    format!("<t:list-item><t:p>{words}</t:p>{more}</t:list-item>")
}

fn list(attributes: &str, items: &[String]) -> String {
    format!("<t:list {attributes}>{}</t:list>", items.concat())
}

#[test]
fn items_are_labelled_and_lists_go_on() {
    let points = list("", &[item("Điểm", ""), item("Điểm nữa", &list("", &[item("Ý", "")]))]);
    let works = list("", &[item("Việc", &points), item("Việc khác", "")]);
    let first = list(r#"t:style-name="L""#, &[item("Mục đích", ""), item("Nội dung", &works)]);
    let next = list(
        r#"t:style-name="L" t:continue-numbering="true""#,
        &[item("Kinh phí", &list("", &[item("Nguồn", "")]))],
    );
    let anew = list(r#"t:style-name="L""#, &[item("Khác", "")]);
    let expected = [
        "I. Mục đích",
        "II. Nội dung",
        "1. Việc",
        "a) Điểm",
        "b) Điểm nữa",
        "- Ý",
        "2. Việc khác",
        "III. Kinh phí",
        "1. Nguồn",
        "I. Khác",
    ];
    check(&[first, next, anew].concat(), &expected);
}

#[test]
fn words_are_those_that_a_reader_sees() {
    let text = r#"<t:p>Sở<t:s/>Nội <t:span>vụ</t:span><t:note><t:p>chú thích</t:p></t:note>
        <t:span t:style-name="Hoa">thông báo</t:span><t:line-break/>dòng</t:p>
        <t:tracked-changes><t:p>đã xóa</t:p></t:tracked-changes>
        <t:p t:style-name="Hoa">kế hoạch</t:p>"#;
    check(text, &["Sở Nội vụ THÔNG BÁO", "dòng", "KẾ HOẠCH"]);
}

#[test]
fn cells_that_span_say_so() {
    let cell = |attributes: &str, words: &str| {
        format!("<b:table-cell {attributes}><t:p>{words}</t:p></b:table-cell>")
    };
    let row = |cells: &[String]| format!("<b:table-row>{}</b:table-row>", cells.concat());
    let covered = || "<b:covered-table-cell/>".to_owned();
    let text = [
        "<b:table><b:table-header-rows>".to_owned(),
        row(&[
            cell("", "TT"),
            cell(r#"b:number-columns-spanned="2""#, "Nội dung"),
            covered(),
            cell("", "Hạn"),
        ]),
        "</b:table-header-rows>".to_owned(),
        row(&[
            cell("", "1"),
            cell("", "Rà soát"),
            cell(r#"b:number-rows-spanned="2""#, "Sở A"),
            cell("", "Quý I"),
        ]),
        row(&[cell("", "2"), cell("", "Tập huấn"), covered(), cell("", "Quý II")]),
        "</b:table>".to_owned(),
    ];
    let expected =
        ["| TT | Nội dung |  | Hạn |", "| 1 | Rà soát | Sở A | Quý I |", "| 2 | Tập huấn | 〃 | Quý II |"];
    check(&text.concat(), &expected);
}

#[test]
fn what_nests_without_end_is_refused_and_a_password_is_named() {
    let deep = "<t:section>".repeat(200) + "<t:p>đáy</t:p>" + &"</t:section>".repeat(200);
    assert_eq!(transcript(&document(&deep)), Err(ImportError::Beyond(Limit::Depth)));
    let locked = [("content.xml", "x"), ("META-INF/manifest.xml", "<m:encryption-data/>")];
    assert_eq!(transcript(&zipped(&locked)), Err(ImportError::Encrypted));
}

#[test]
fn what_is_repeated_in_what_is_repeated_is_refused() {
    let repeated = |inner: &str| {
        format!(
            "<t:table><t:table-row><t:table-cell t:number-columns-repeated='64'>{inner}</t:table-cell></t:table-row></t:table>"
        )
    };
    let nested = |depth: usize, inner: &str| (0..depth).fold(inner.to_owned(), |inner, _| repeated(&inner));
    let beyond = |text: &str| transcript(&document(text)).unwrap_err();
    assert_eq!(beyond(&nested(6, "")), ImportError::Beyond(Limit::Cells));
    let long = format!("<t:p>{}</t:p>", "a".repeat(100_000));
    assert_eq!(beyond(&nested(1, &long)), ImportError::Beyond(Limit::Text));
}
