//! Pages to transcripts. A page is a picture in letters: each stands where it would on paper.

use super::super::super::ImportError;
use super::markup::{Page, Word, print};
use super::read;

/// How wide a letter is, and how far lines stand under each other.
const WIDE: f64 = 6.0;
const HIGH: f64 = 12.0;
/// A space is narrower than a letter, by so much.
const SPARE: f64 = 3.0;

fn page(picture: &str) -> Page {
    let mut words = Vec::new();
    for (row, line) in (0..).zip(picture.lines()) {
        let mut at = 0;
        for word in line.split(' ') {
            let long = u32::try_from(word.chars().count()).unwrap();
            if long > 0 {
                let (left, top) = (WIDE * f64::from(at), HIGH * f64::from(row));
                let right = left + WIDE * f64::from(long) + SPARE;
                words.push(Word { left, right, top, bottom: top + HIGH, text: word.to_owned() });
            }
            at += long + 1;
        }
    }
    Page { words }
}

#[track_caller]
fn check(pictures: &[&str], expected: &str) {
    let pages: Vec<Page> = pictures.iter().map(|picture| page(picture)).collect();
    let read = read(&print(&pages)).unwrap();
    let said: Vec<&str> = read.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(said.join("\n"), expected);
}

#[test]
fn a_letterhead_is_read_column_by_column() {
    check(
        &["   ỦY BAN NHÂN DÂN           CỘNG HÒA XÃ HỘI\n     TỈNH BẮC HÀ           CHỦ NGHĨA VIỆT NAM\n\
           \x20    Số: 3/KH-UBND           Bắc Hà, ngày 5 tháng\n                                  3 năm 2026\n\
           \n                       KẾ HOẠCH\n            Tập huấn công tác văn thư năm 2026"],
        "|\nỦY BAN NHÂN DÂN\nTỈNH BẮC HÀ\nSố: 3/KH-UBND\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nBắc Hà, ngày 5 tháng\n\
         3 năm 2026\n|\nKẾ HOẠCH\nTập huấn công tác văn thư năm 2026",
    );
}

#[test]
fn a_column_goes_on_over_the_end_of_its_page() {
    check(
        &[
            "Nơi nhận:                 TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;                   CHỦ TỊCH",
            "- Văn phòng;\n- Lưu: VT.",
        ],
        "|\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n|\nNơi nhận:\n- Sở Nội vụ;\n- Văn phòng;\n- Lưu: VT.",
    );
}

#[test]
fn page_numbers_and_running_headers_are_no_text() {
    let pages: Vec<String> =
        (1..6).map(|page| format!("Kế hoạch số 3\nĐoạn {page} có chữ.\n    {page}")).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    check(
        &pages,
        "Kế hoạch số 3\nĐoạn 1 có chữ.\nĐoạn 2 có chữ.\nĐoạn 3 có chữ.\nĐoạn 4 có chữ.\nĐoạn 5 có chữ.",
    );
}

#[test]
fn labels_belong_to_the_words_behind_them() {
    check(
        &["1.      Mục đích\n-      Nâng cao nhận thức\na)      Yêu cầu"],
        "1. Mục đích\n- Nâng cao nhận thức\na) Yêu cầu",
    );
}

#[test]
fn numbered_rows_go_on_over_pages_and_headings_span_them() {
    check(
        &[
            "TT  Nội dung        Cơ quan    Thời\n    công việc       chủ trì    gian\n\
             I   CÔNG TÁC TUYÊN TRUYỀN VÀ PHỔ BIẾN\n1   Tập huấn cho    Sở Nội vụ  Quý I\n    cán bộ các xã              2026",
            "    và các phường\n2   Rà soát văn     Sở Tư      Tháng 5\n    bản số 18/KH-   pháp\n    UBND",
            "TT  Nội dung        Cơ quan    Thời\n    công việc       chủ trì    gian\n3   Sơ kết          Sở Nội vụ  Thường xuyên",
            "Trên đây là kế hoạch của tỉnh về công tác này.",
        ],
        "| TT | Nội dung công việc | Cơ quan chủ trì | Thời gian |\n| I | CÔNG TÁC TUYÊN TRUYỀN VÀ PHỔ BIẾN |  |  |\n\
         | 1 | Tập huấn cho cán bộ các xã và các phường | Sở Nội vụ | Quý I 2026 |\n\
         | 2 | Rà soát văn bản số 18/KH-UBND | Sở Tư pháp | Tháng 5 |\n| 3 | Sơ kết | Sở Nội vụ | Thường xuyên |\n\
         Trên đây là kế hoạch của tỉnh về công tác này.",
    );
}

#[test]
fn numbers_in_the_middle_of_their_rows_cut_none_in_two() {
    check(
        &[
            "TT  Nội dung        Chủ trì    Thời gian\n    Tập huấn cho\n1   cán bộ của      Sở Nội vụ  Quý I\n    các xã\n\
           \x20   Rà soát văn\n2   bản của Hội     Sở Tư      Quý II\n    đồng            pháp\n3   Sơ kết          Sở Y tế    Quý III",
        ],
        "| TT | Nội dung | Chủ trì | Thời gian |\n| 1 | Tập huấn cho cán bộ của các xã | Sở Nội vụ | Quý I |\n\
         | 2 | Rà soát văn bản của Hội đồng | Sở Tư pháp | Quý II |\n| 3 | Sơ kết | Sở Y tế | Quý III |",
    );
}

#[test]
fn rows_that_gaps_part_need_their_number_at_no_place() {
    check(
        &[
            "TT  Nội dung        Chủ trì    Thời gian\n\n    Tập huấn cho\n    cán bộ của      Sở Nội vụ\n1   các xã và                  Quý I\n\
           \x20   các phường\n\n2   Sơ kết          Sở Y tế    Quý II\n\n    Rà soát văn     Sở Tư\n3   bản             pháp       Quý III",
        ],
        "| TT | Nội dung | Chủ trì | Thời gian |\n\
         | 1 | Tập huấn cho cán bộ của các xã và các phường | Sở Nội vụ | Quý I |\n\
         | 2 | Sơ kết | Sở Y tế | Quý II |\n| 3 | Rà soát văn bản | Sở Tư pháp | Quý III |",
    );
}

#[test]
fn columns_set_in_their_middle_stand_off_each_other() {
    let mut page = page(
        "                 CỘNG HÒA XÃ HỘI\n\n\n\n\n                 Bắc Hà, ngày 5\n                 tháng 3 năm 2026",
    );
    for (left, row, text) in [(0.0, 0.5, "SỞ"), (102.0, 1.0, "Độc"), (102.0, 2.0, "lập"), (0.0, 5.5, "Số:")]
    {
        let top = HIGH * row;
        page.words.push(Word { left, right: left + 20.0, top, bottom: top + HIGH, text: text.to_owned() });
    }
    let read = read(&print(&[page])).unwrap();
    assert_eq!(read, "|\nSỞ\nSố:\n|\nCỘNG HÒA XÃ HỘI\nĐộc\nlập\nBắc Hà, ngày 5\ntháng 3 năm 2026\n|\n");
}

#[test]
fn rows_without_numbers_begin_where_columns_begin_anew() {
    check(
        &[
            "Thời gian  Nội dung          Chủ trì\nTháng 1    Tập huấn cho cán  Sở Nội vụ\n           bộ các xã\n\
           Tháng 2    Rà soát văn bản   Sở Tư\n                             pháp\nTháng 3    Sơ kết            Sở Y tế",
        ],
        "| Thời gian | Nội dung | Chủ trì |\n| Tháng 1 | Tập huấn cho cán bộ các xã | Sở Nội vụ |\n\
         | Tháng 2 | Rà soát văn bản | Sở Tư pháp |\n| Tháng 3 | Sơ kết | Sở Y tế |",
    );
}

#[test]
fn a_row_of_dots_stays_a_row() {
    check(
        &[
            "TT  Nội dung        Chủ trì    Thời gian\n1   Tập huấn        Sở Nội vụ  Quý I\n........................\n\
           5   Sơ kết          Sở Y tế    Quý II",
        ],
        "| TT | Nội dung | Chủ trì | Thời gian |\n| 1 | Tập huấn | Sở Nội vụ | Quý I |\n\
         |  | ........................ |  |  |\n| 5 | Sơ kết | Sở Y tế | Quý II |",
    );
}

#[test]
fn what_stands_around_a_table_is_no_part_of_it() {
    check(
        &["II.  NHIỆM VỤ\n\nNội dung         Chủ trì     Thời gian\nTập huấn         Sở Nội vụ   Quý I\n\n\
           Trên đây là kế hoạch công tác văn thư.\n\nNơi nhận:                TM. ỦY BAN NHÂN DÂN\n\
           - Lưu: VT.                    CHỦ TỊCH"],
        "II. NHIỆM VỤ\n| Nội dung | Chủ trì | Thời gian |\n| Tập huấn | Sở Nội vụ | Quý I |\n\
         Trên đây là kế hoạch công tác văn thư.\n|\nNơi nhận:\n- Lưu: VT.\n|\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n|",
    );
}

#[test]
fn a_common_heading_stands_over_its_columns() {
    check(
        &["TT  Nội dung       Đơn vị thực hiện    Thời gian\n                  Chủ trì    Phối hợp\n\
           1   Tập huấn      Sở Nội vụ  Sở Y tế    Quý I"],
        "| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |\n| 1 | Tập huấn | Sở Nội vụ | Sở Y tế | Quý I |",
    );
}

#[test]
fn the_numbers_of_footnotes_are_raised_again() {
    let mut page = page("giám sát");
    page.words.push(Word { left: 51.0, right: 54.0, top: 0.0, bottom: 7.0, text: "1".to_owned() });
    assert_eq!(read(&print(&[page])).unwrap(), "giám sát ¹\n");
}

#[test]
fn pages_without_a_word_are_pictures() {
    assert_eq!(read(&print(&[Page::default(), Page::default()])), Err(ImportError::Pictures));
}

#[test]
fn columns_of_a_letterhead_may_come_near_each_other() {
    let mut page = page("SỞ               CỘNG HÒA XÃ HỘI\n\nSố: 3            Độc lập");
    for (left, text) in [(0.0, "NÔNG NGHIỆP VÀ"), (102.0, "CHỦ NGHĨA VIỆT NAM")] {
        let right = left + if left > 0.0 { 110.0 } else { 93.0 };
        page.words.push(Word { left, right, top: HIGH, bottom: 2.0 * HIGH, text: text.to_owned() });
    }
    let read = read(&print(&[page])).unwrap();
    assert_eq!(read, "|\nSỞ\nNÔNG NGHIỆP VÀ\nSố: 3\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập\n|\n");
}

#[test]
fn pages_that_nobody_printed_take_bounded_time() {
    let start = std::time::Instant::now();
    let word = |left: f64, top: f64, text: &str| Word {
        left,
        right: left + 0.01,
        top,
        bottom: top + 0.1,
        text: text.to_owned(),
    };
    let names = [(0.0, "TT"), (60.0, "Nội dung"), (9e9, "Chủ trì"), (9e12, "Thời gian")];
    let far: Vec<Word> = names.map(|(left, name)| word(left, 0.0, name)).into();
    let in_a_line: Vec<Word> = (0..8_000).map(|at| word(f64::from(at) / 10.0, 0.0, "x")).collect();
    let header: Vec<Word> = ["TT", "Nội dung", "Chủ trì"]
        .iter()
        .zip([0.0, 1.0, 2.0])
        .map(|(name, left)| word(left, 0.0, name))
        .collect();
    let rows = (0..8_000).flat_map(|at| {
        [word(0.0, 0.1 + f64::from(at) / 8.0, "1"), word(1.0, 0.1 + f64::from(at) / 8.0, "x")]
    });
    let table: Vec<Word> = header.into_iter().chain(rows).collect();
    for words in [far, in_a_line, table] {
        assert!(read(&print(&[Page { words }])).is_ok());
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
}
