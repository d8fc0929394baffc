//! Word documents made by hand, part by part.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::Limit;
use crate::import::ImportError;

fn transcript(bytes: &[u8]) -> Result<String, ImportError> {
    super::super::transcript(bytes, None).map(|text| text.lines.into_owned())
}

/// A document of these parts.
fn document(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    let relation = |kind: &str| format!(r#"<Relationship Type="http://x/{kind}" Target="{kind}.xml"/>"#);
    let parts = [
        (
            "_rels/.rels",
            r#"<R><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></R>"#.to_owned(),
        ),
        ("word/_rels/document.xml.rels", format!("<R>{}{}</R>", relation("numbering"), relation("styles"))),
        (
            "word/document.xml",
            format!(r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>"#),
        ),
        ("word/numbering.xml", format!(r#"<w:numbering xmlns:w="w">{numbering}</w:numbering>"#)),
        ("word/styles.xml", format!(r#"<w:styles xmlns:w="w">{styles}</w:styles>"#)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>"#
    )
}

/// I. / 1. / a) / - and the nums 1 and 2 of it, where 2 starts its second level anew.
fn lists() -> String {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%2.", ""),
        level(2, "lowerLetter", "%3)", ""),
        level(3, "bullet", "\u{F02D}", ""),
    ];
    let anew = r#"<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>"#;
    format!(
        r#"<w:abstractNum w:abstractNumId="7">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
           <w:num w:numId="2"><w:abstractNumId w:val="7"/>{anew}</w:num>"#,
        levels.concat()
    )
}

/// A paragraph of a list.
fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        run(words)
    )
}

fn paragraph(words: &str) -> String {
    format!("<w:p>{}</w:p>", run(words))
}

fn run(words: &str) -> String {
    format!("<w:r><w:t>{words}</w:t></w:r>")
}

#[track_caller]
fn check((body, numbering, styles): (&str, &str, &str), expected: &[&str]) {
    let bytes = document(body, numbering, styles);
    let text = transcript(&bytes).unwrap();
    assert_eq!(text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected);
}

#[test]
fn labels_are_counted_as_word_counts() {
    let body = [
        item(1, 0, "Mục đích"),
        item(1, 1, "Yêu cầu"),
        item(1, 2, "Điểm"),
        item(1, 2, "Điểm"),
        item(1, 3, "Ý"),
        item(1, 1, "Yêu cầu"),
        item(1, 0, "Nội dung"),
        item(1, 1, "Việc"),
        item(2, 1, "Việc khác"),
        item(2, 1, "Việc khác"),
        item(1, 1, "Việc nữa"),
    ];
    let expected = [
        "I. Mục đích",
        "1. Yêu cầu",
        "a) Điểm",
        "b) Điểm",
        "- Ý",
        "2. Yêu cầu",
        "II. Nội dung",
        "1. Việc",
        "1. Việc khác",
        "2. Việc khác",
        "3. Việc nữa",
    ];
    check((&body.concat(), &lists(), ""), &expected);
}

#[test]
fn labels_may_show_the_levels_above() {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
        level(2, "decimal", "%2.%3", r#"<w:lvlRestart w:val="0"/>"#),
    ];
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>"#,
        levels.concat()
    );
    let body = [
        item(5, 1, "Sớm"),
        item(5, 0, "Một"),
        item(5, 1, "Hai"),
        item(5, 2, "Ba"),
        item(5, 1, "Bốn"),
        item(5, 2, "Năm"),
    ];
    check(
        (&body.concat(), &numbering, ""),
        &["1.1. Sớm", "I. Một", "1.1. Hai", "1.1 Ba", "1.2. Bốn", "2.2 Năm"],
    );
}

#[test]
fn a_style_may_bring_the_list_and_capitals() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Nen"/>
        <w:rPr><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Nen">
        <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let with_style = |more: &str, words: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="Muc"/>{more}</w:pPr>{}</w:p>"#, run(words))
    };
    let none = r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#;
    let body = [with_style("", "Nội dung"), with_style(none, "Không số"), with_style("", "Thực hiện")];
    check((&body.concat(), &lists(), styles), &["I. NỘI DUNG", "KHÔNG SỐ", "II. THỰC HIỆN"]);
}

#[test]
fn words_are_those_that_a_reader_sees() {
    let body = r#"<w:p><w:r><w:t>Sở</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>
        <w:ins><w:r><w:t xml:space="preserve"> Nội</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> vụ</w:t></w:r></w:hyperlink>
        <w:r><w:footnoteReference/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
        <w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:br/><w:t>dòng</w:t><w:br w:type="page"/></w:r></w:p>"#;
    check((body, "", ""), &["Sở Nội vụ12-KH", "dòng"]);
}

#[test]
fn a_frame_told_twice_is_read_once() {
    let frame = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", paragraph(words));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        run("Trên"),
        frame("Khung"),
        frame("Khung"),
    );
    check((&body, "", ""), &["Trên", "Khung"]);
}

#[test]
fn cells_keep_their_columns_and_say_when_they_go_on() {
    let cell =
        |properties: &str, content: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let two = |one: &str, other: &str| paragraph(one) + &paragraph(other);
    let body = [
        "<w:tbl>".to_owned(),
        row(&[cell("", &paragraph("TT")), cell(r#"<w:gridSpan w:val="2"/>"#, &paragraph("Nội dung | việc"))]),
        row(&[
            cell("", &item(1, 1, "")),
            cell(r#"<w:vMerge w:val="restart"/>"#, &two("Sở A", "Sở B")),
            cell("", &paragraph("Quý I")),
        ]),
        row(&[cell("", &item(1, 1, "")), cell("<w:vMerge/>", "<w:p/>"), cell("", &paragraph("Quý II"))]),
        "</w:tbl>".to_owned(),
    ];
    let expected = ["| TT | Nội dung ¦ việc |  |", "| 1. | Sở A<br>Sở B | Quý I |", "| 2. | 〃 | Quý II |"];
    check((&body.concat(), &lists(), ""), &expected);
}

#[test]
fn a_table_of_one_column_is_text() {
    let body = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", item(1, 0, "Trong khung"));
    check((&body, &lists(), ""), &["I. Trong khung"]);
}

#[test]
fn what_nests_without_end_is_refused() {
    let deep =
        |open: &str, close: &str, times: usize| open.repeat(times) + &paragraph("đáy") + &close.repeat(times);
    let tables = deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 200);
    assert_eq!(transcript(&document(&tables, "", "")), Err(ImportError::Beyond(Limit::Depth)));
    let links = format!("<w:p>{}{}{}</w:p>", "<w:ins>".repeat(50_000), run("đáy"), "</w:ins>".repeat(50_000));
    assert_eq!(transcript(&document(&links, "", "")).unwrap().trim(), "đáy");
}

#[test]
fn what_is_cut_off_is_damaged() {
    let whole = document(&paragraph("Sở Nội vụ"), "", "");
    for end in [5, 40, whole.len() / 2, whole.len() - 1] {
        assert!(
            matches!(transcript(&whole[..end]), Err(ImportError::Damaged | ImportError::NotPlain)),
            "{end}"
        );
    }
}

#[test]
fn a_label_is_weighed_each_time_it_is_printed_and_one_without_end_is_none() {
    let lists = |length: usize| {
        let level = level(0, "decimal", &"a".repeat(length), "");
        format!(
            r#"<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>"#
        )
    };
    let place = r#"<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>"#;
    let items = format!("<w:p>{place}<w:r><w:t>việc</w:t></w:r></w:p>").repeat(5000);
    assert_eq!(transcript(&document(&items, &lists(1000), "")), Err(ImportError::Beyond(Limit::Text)));
    assert_eq!(transcript(&document(&items, &lists(100_000), "")).unwrap(), "việc\n".repeat(5000));
}

#[test]
fn cells_that_span_fill_no_more_than_a_table() {
    let cell =
        r#"<w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"#;
    let row = |count: usize| format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(count));
    let printed = transcript(&document(&row(5000), "", "")).unwrap();
    assert_eq!(printed.matches('|').count(), 64 + 4999 + 1);
}

#[test]
fn frames_far_down_are_found_at_once() {
    let frame = "<w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent>";
    let (open, close) = ("<w:x>".repeat(4000), "</w:x>".repeat(4000));
    let drawing = format!("<w:drawing>{open}{}{close}</w:drawing>", frame.repeat(40_000));
    let begun = std::time::Instant::now();
    let printed = transcript(&document(&format!("<w:p><w:r>{drawing}</w:r></w:p>"), "", "")).unwrap();
    assert_eq!(printed.lines().filter(|line| *line == "a").count(), 40_000);
    assert!(begun.elapsed() < std::time::Duration::from_secs(4), "{:?}", begun.elapsed());
}
