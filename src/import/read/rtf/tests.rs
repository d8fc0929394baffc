//! Rich text as Word and `LibreOffice` write it, and as nobody should.

use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(read(text.as_bytes()).unwrap(), expected);
}

#[test]
fn letters_stand_by_their_numbers() {
    check(
        "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}\\pard K\\u7870?\n HO\\u7840\\'3fCH {\\b s\\u7889\\'f4} 3\\_4\\~a\\par \
         {\\uc2 \\u272\\'d0\\'d0i}\\emdash {\\caps x\\u227?}\\line \\u-10179?\\u-8704?\\par}",
        "KẾ HOẠCH số 3-4\u{A0}a\nĐi—XÃ\n😀\n",
    );
    check("{\\rtf1\\ansi\\ansicpg1258 Hu\\'ea\\'ec\\par}", "Huê\u{301}\n");
}

#[test]
fn labels_stand_before_their_items() {
    check(
        "{\\rtf1 {\\listtext\\pard\\plain 1.1.\\tab}\\ilvl1 Ra so\\u225?t\\par{\\pntext\\f3\\'b7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb x}}Ban\\par\
         {\\listtext \\u-3913 ?\\tab}Ba\\par}",
        "1.1. Ra soát\n· Ban\n• Ba\n",
    );
}

#[test]
fn what_a_reader_does_not_see_stays_out() {
    check(
        "{\\rtf1{\\info{\\title x}}{\\header Trang\\par}{\\*\\generator y;}Gi\\u225?m s\\u225?t{\\super\\chftn}{\\footnote Ghi\\par}\
         {\\v \\u7849?n}{\\strike c}{\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}{\\pict\\bin3 }{\\x}\\par}",
        "Giám sát2\n",
    );
}

#[test]
fn cells_stand_in_their_columns() {
    let row = "\\trowd\\cellx500\\cellx4000\\cellx6000\\cellx8000";
    check(
        &format!(
            "{{\\rtf1 M\\par{row}\\pard\\intbl TT\\cell N\\par D\\cell C\\cell T\\cell\\row\\trowd\\cellx500\\cellx8000\\pard\\intbl I\\cell \
             {{\\listtext\\pard -\\tab}}A\\par B\\cell\\row\\trowd\\clvmgf\\cellx500\\cellx6010\\cellx8000\\pard\\intbl 1\\cell R\\cell Q\\cell\\row\
             \\trowd\\clvmrg\\cellx500\\cellx4000\\cellx6000\\cellx8000\\pard\\intbl\\cell S\\cell\\cell\\cell\\row\\pard Xong\\par\
             \\trowd\\cellx900\\pard\\intbl Khung\\cell\\row\\pard}}"
        ),
        "M\n\n| TT | N<br>D | C | T |\n| I | - A<br>B |  |  |\n| 1 | R |  | Q |\n| 〃 | S |  |  |\n\nXong\n\nKhung\n",
    );
}

#[test]
fn what_is_cut_off_or_made_to_harm_is_refused() {
    let whole = "{\\rtf1\\ansi K\\u7870?{\\b a}\\par}";
    for end in 0..whole.len() {
        assert_eq!(read(&whole.as_bytes()[..end]), Err(ImportError::Damaged), "{end}");
    }
    assert_eq!(read("{".repeat(100_000).as_bytes()), Err(ImportError::Beyond(Limit::Depth)));
    let wide =
        format!("{{\\rtf1\\trowd{}\\intbl {}\\row}}", "\\cellx1".repeat(9000), "a\\cell ".repeat(9000));
    assert_eq!(read(wide.as_bytes()).unwrap().matches('a').count(), 64);
    let many = format!("{{\\rtf1\\trowd\\cellx1\\cellx2{}}}", "\\intbl\\cell\\cell\\row".repeat(200_000));
    assert_eq!(read(many.as_bytes()), Err(ImportError::Beyond(Limit::Cells)));
    assert_eq!(read(b"{\\rtf1\\bin2000000000 }").unwrap_err(), ImportError::Damaged);
    assert_eq!(read(b"{\\rtf1\\u99999999 \\uc-5\\u1 a}").unwrap(), "\u{E0FF}\u{1}\n");
}
