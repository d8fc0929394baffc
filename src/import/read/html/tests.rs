//! Pages as Word writes them, as sites do, and as nobody should.

use super::*;

#[track_caller]
fn check(page: &str, expected: &str) {
    assert_eq!(read(page.as_bytes()).unwrap(), expected);
}

#[test]
fn what_opens_with_an_element_is_a_page() {
    for page in [
        "<html>",
        " \n<!DOCTYPE HTML PUBLIC",
        "\u{FEFF}<p class=x>",
        "<?xml version='1.0'?><html>",
        "<!-- saved -->",
    ] {
        assert!(is_page(page.as_bytes()), "{page}");
    }
    for text in ["Kế hoạch <b>", "<Sở Y tế>", "<pre>", "<?xml version='1.0'?><office>", "<", ""] {
        assert!(!is_page(text.as_bytes()), "{text}");
    }
}

#[test]
fn paragraphs_are_lines_and_breaks_end_them() {
    check(
        "<p>SỞ  Y\n TẾ<br>Số: 3/KH-SYT</p><p>&nbsp;</p><div>Huế, <b>ngày</b> 5</div>",
        "SỞ Y TẾ\nSố: 3/KH-SYT\n\nHuế, ngày 5\n",
    );
}

#[test]
fn items_have_the_labels_that_a_browser_shows() {
    check(
        "<ol type=I start=2><li>Nội dung<ol><li><p>Rà soát</p><li value=7>Ban hành<ul><li>Gửi</ul></ol></ol>\
         <ol type=a><li>Một</ol>",
        "II. Nội dung\n1. Rà soát\n7. Ban hành\n- Gửi\na) Một\n",
    );
}

#[test]
fn numbers_below_numbers_say_all_of_them() {
    check(
        "<ol start=3><li>Rà soát<ol><li>Văn bản<li>Hồ sơ<ol><li>Cũ</ol></ol><li>Ban hành</ol>",
        "3. Rà soát\n3.1. Văn bản\n3.2. Hồ sơ\n3.2.1. Cũ\n4. Ban hành\n",
    );
    check("<ol><ol><li>Thụt vào</ol></ol>", "1. Thụt vào\n");
}

#[test]
fn lists_go_on_behind_a_paragraph_between_their_items() {
    check(
        "<ol start=7><li>Vận động</ol><ol><ol><li>Hội nghị</ol></ol><ul><li>Chủ trì</ul><ol><ol><li>Báo chí</ol></ol>\
         <p>Đoạn</p><ol start=8><ol><li>Loa</ol></ol><ol type=I><li>Kinh phí</ol><ol><ol><li>Mới</ol></ol>",
        "7. Vận động\n7.1. Hội nghị\n- Chủ trì\n7.2. Báo chí\nĐoạn\n7.3. Loa\nI. Kinh phí\n1. Mới\n",
    );
}

#[test]
fn sections_that_all_start_alike_go_on() {
    check(
        "<ol type=I start=2><li>Mục đích</ol><p>x</p><ol type=I start=2><li>Nội dung</ol><ol type=I start=2><li>Tổ chức</ol>",
        "II. Mục đích\nx\nIII. Nội dung\nIV. Tổ chức\n",
    );
    check(
        "<ol type=I><li>a</ol><ol type=I start=2><li>b</ol><ol type=I start=2><li>c</ol><ol type=I start=2><li>d</ol>",
        "I. a\nII. b\nII. c\nII. d\n",
    );
    check("<ol start=2><li>a</ol><ol start=2><li>b</ol>", "2. a\n2. b\n");
}

#[test]
fn styles_say_what_is_printed() {
    check(
        "<ul style='list-style-type: none'><li>Không</ul><ol style='list-style: upper-roman inside'><li>La Mã</ol>\
         <ul style='list-style-type:lower-alpha'><li>Chữ</ul>",
        "Không\nI. La Mã\na) Chữ\n",
    );
}

#[test]
fn a_label_that_word_printed_stands_a_space_before_the_words() {
    check(
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.1.<span>&nbsp;&nbsp;&nbsp;&nbsp; \
         </span></span><![endif]>Rà soát</p>",
        "1.1. Rà soát\n",
    );
}

#[test]
fn what_a_reader_does_not_see_stays_out() {
    check(
        "<head><title>x</title><style>p{}</style></head><body><nav>Trang chủ</nav><p>Giám sát<a class=sdfootnoteanc>1</a>\
         <span style='display: none'>ẩn</span><del>cũ</del></p><script>var a</script>\
         <div title=footer>2</div><div id=sdfootnote1>Chú thích</div><div style='mso-element:footnote-list'>a</div>",
        "Giám sát\n",
    );
}

#[test]
fn cells_that_span_leave_their_places() {
    check(
        "<p>Phụ lục<table><thead><tr><th>TT<th>Nội dung<th>Đơn vị</thead><tr><td rowspan=2>1<td>Rà soát<td>Sở A\
         <tr><td>Ban hành<td>Sở B<tr><td colspan=2>Nhóm<td>Sở C</table><p>Hết",
        "Phụ lục\n\n| TT | Nội dung | Đơn vị |\n| 1 | Rà soát | Sở A |\n| 〃 | Ban hành | Sở B |\n| Nhóm |  | Sở C |\n\nHết\n",
    );
}

#[test]
fn a_table_in_a_cell_is_told_line_by_line() {
    check(
        "<table><tr><th>Nội dung<th>Đơn vị<tr><td>Rà soát<table><tr><td>a<td>b</table><td>Sở A<br>Sở B</table>",
        "| Nội dung | Đơn vị |\n| Rà soát<br>a<br>b | Sở A<br>Sở B |\n\n",
    );
}

#[test]
fn the_grid_of_a_site_is_no_table() {
    check(
        "<table><tr><td>Menu<td><table><tr><td>Nội dung<td>Đơn vị<tr><td>Rà soát<td>Sở A</table></table>",
        "Menu\n\n| Nội dung | Đơn vị |\n| Rà soát | Sở A |\n\n",
    );
}

#[test]
fn numbered_cells_have_their_numbers() {
    check(
        "<table><tr><th>TT<th>Việc<tr><td><ol start=3><li><p><br></p></ol><td>Rà soát</table>",
        "| TT | Việc |\n| 3. | Rà soát |\n\n",
    );
}

#[test]
fn deep_and_wide_pages_are_read_or_refused() {
    let beyond = Err(ImportError::Beyond(super::super::Limit::Depth));
    assert_eq!(read("<div>".repeat(500_000).as_bytes()), beyond);
    let deep = "<div>".repeat(500) + "Kế hoạch";
    assert_eq!(read(deep.as_bytes()).unwrap(), "Kế hoạch\n");
    let compared = format!("<script>{}</script><p>Kế hoạch", "if(a<b)".repeat(600));
    assert_eq!(read(compared.as_bytes()).unwrap(), "Kế hoạch\n");
    let flat = "<p>Rà soát<br><li>Ban hành<o:p/>".repeat(2000);
    assert_eq!(read(flat.as_bytes()).unwrap().lines().count(), 4000);
    for (nests, after) in [
        ("<div></x>", ""),
        ("<div><!--</div>-->", ""),
        ("<span><div></span></div>", ""),
        ("<rt>", "<hr>"),
        ("<o:p/>", ""),
    ] {
        let page = nests.repeat(40_000) + &after.repeat(40_000);
        assert_eq!(read(page.as_bytes()), beyond, "{nests}");
    }
    // Each of these is opened again in each paragraph.
    let open = (0..400).fold(String::new(), |open, n| open + &format!("<p><b id={n}>x"));
    let beyond = Err(ImportError::Beyond(super::super::Limit::Elements));
    assert_eq!(read((open + &"<p>x".repeat(10_000)).as_bytes()), beyond);
    let beyond = Err(ImportError::Beyond(super::super::Limit::Depth));
    let tables = "<table><tr><td>".repeat(100);
    assert_eq!(read(tables.as_bytes()), beyond);
    let wide = "<table><tr><td colspan=4000000000>a<td rowspan=0>b<tr><td>c</table>";
    assert!(read(wide.as_bytes()).unwrap().starts_with("| a |"));
}

#[test]
fn a_label_that_is_a_paragraph_or_a_row_of_its_own_is_one_all_the_same() {
    check("<p style='mso-list:Ignore'>1.</p><p>a&nbsp;&nbsp;b</p>", "1.\na\u{A0}\u{A0}b\n");
    check(
        "<table><tr style='mso-list:Ignore'><td>1.<td>a</table>a&nbsp;&nbsp;b",
        "| 1. | a |\n\na\u{A0}\u{A0}b\n",
    );
}
