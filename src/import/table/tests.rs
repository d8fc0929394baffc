//! Tables in the manners in which documents have them.

use super::super::line::lines;
use super::*;

#[track_caller]
fn check(text: &str, expected: &[&[&str]]) {
    let lines = lines(text);
    let found = tables(&lines);
    let rows: Vec<Vec<&str>> = found
        .iter()
        .flat_map(|(_, table)| &table.rows)
        .map(|row| row.cells.iter().map(|cell| cell.said.as_str()).collect())
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn a_web_table_with_empty_cells_and_group_rows() {
    check(
        "|\nTT\n|\nNội dung\n|\nCơ quan chủ trì\n|\nThời gian\n|\nSản phẩm\n|\n|\nI\n|\nKIỆN TOÀN\n|\n|\n1\n|\nRà soát\nquy chế\n|\n\
         Sở A\n|\n2025\n|\n|\n|\n2\n|\nTập huấn\n|\n|\nQuý I\n|\nBáo cáo\n|\n…....\n|\n5\n|\nDiễn tập\n|\nSở B\n|\n2026\n|\nBiên bản\n|\n\
         Trang chủ\n|\nLiên hệ",
        &[
            &["I", "KIỆN TOÀN"],
            &["1", "Rà soát quy chế", "Sở A", "2025"],
            &["2", "Tập huấn", "", "Quý I", "Báo cáo"],
            &["…...."],
            &["5", "Diễn tập", "Sở B", "2026", "Biên bản"],
        ],
    );
}

#[test]
fn a_pipe_table() {
    check(
        "| STT | Nội dung công việc | Đơn vị chủ trì | Thời gian |\n|---|:--:|---|---|\n| 1 | Rà soát<br>sửa đổi | Sở A | Quý II |\n\nXong",
        &[&["1", "Rà soát sửa đổi", "Sở A", "Quý II"]],
    );
}

#[test]
fn a_row_of_one_cell_ends_no_pipe_table() {
    check(
        "| TT | Nội dung | Đơn vị chủ trì |\n| 1 | Rà soát | Sở A |\n| …..... |\n| 5 | Tập huấn | Sở B |\n|\nHết\n|",
        &[&["1", "Rà soát", "Sở A"], &["…....."], &["5", "Tập huấn", "Sở B"]],
    );
}

#[test]
fn a_table_by_tabs() {
    check(
        "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tRà soát\tSở A\t2025\nHết",
        &[&["1", "Rà soát", "Sở A", "2025"]],
    );
    check(
        "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tRà soát\t\t2025\nHết",
        &[&["1", "Rà soát", "", "2025"]],
    );
    check("TT\t\tNội dung\tĐơn vị chủ trì\n1\t\tRà soát\tSở A\nHết", &[&["1", "Rà soát", "Sở A"]]);
}

#[test]
fn a_header_of_two_rows() {
    let piped = "| TT | Nội dung | Đơn vị thực hiện | | Thời gian |\n|---|---|---|---|---|\n| | | Chủ trì | Phối hợp | |\n\
                 | (1) | (2) | (3) | (4) | (5) |\n| 1 | Tập huấn | Sở A | Sở B | Quý I |";
    check(piped, &[&["1", "Tập huấn", "Sở A", "Sở B", "Quý I"]]);
    let barred = "|\nTT\n|\nNội dung\n|\nĐơn vị thực hiện\n|\nThời gian\n|\n|\nChủ trì\n|\nPhối hợp\n|\n|\n1\n|\nTập huấn\n|\n\
                  Sở A\n|\nSở B\n|\nQuý I\n|\n|\n2\n|\nHội thi\n|\nSở C\n|\nSở D\n|\nQuý II\n|";
    let lines = lines(barred);
    let (_, table) = tables(&lines).pop().unwrap();
    assert_eq!(
        table.columns[3],
        Column::Known(LabelKind::Role(crate::domain::Role::Coordinate), "Phối hợp".to_owned())
    );
    let cells: Vec<(&str, u32)> = table.rows[1]
        .cells
        .iter()
        .filter_map(|cell| Some((cell.said.as_str(), cell.trace.lines?.0)))
        .collect();
    assert_eq!(cells, [("2", 27), ("Hội thi", 29), ("Sở C", 31), ("Sở D", 33), ("Quý II", 35)]);
}

#[test]
fn other_tables_are_left_alone() {
    check("|\nSố hiệu:\n|\n980/KH-UBND\n|\n|\nNơi ban hành:\n|\nTỉnh\n|", &[]);
    check("| Tên | Số điện thoại |\n| A | 1 |", &[]);
}
