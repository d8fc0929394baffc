//! What hangs under what.

use std::fmt::Write;

use super::super::line::lines;
use super::super::paragraph::paragraphs;
use super::*;

fn joined(clauses: &[Clause], mark: &str) -> String {
    clauses.iter().map(|clause| clause.said.as_str()).collect::<Vec<_>>().join(mark)
}

fn drawn(items: &[Item], depth: usize, out: &mut String) {
    for item in items {
        let labels: Vec<String> =
            item.attributes.iter().map(|a| format!("{}={}", a.label, joined(&a.values, "+"))).collect();
        writeln!(
            out,
            "{}{} {} {}",
            "  ".repeat(depth),
            item.number,
            joined(&item.paragraphs, " / "),
            labels.join(", ")
        )
        .unwrap();
        drawn(&item.items, depth + 1, out);
    }
}

fn outline(text: &str) -> String {
    let lines = lines(text);
    let mut builder = Builder::default();
    match table::tables(&lines).pop() {
        Some((_, table)) => builder.table(&table),
        None => paragraphs(&lines).iter().for_each(|paragraph| builder.paragraph(paragraph)),
    }
    let outline = builder.finish();
    let mut out = String::new();
    drawn(&outline.items, 0, &mut out);
    writeln!(out, "loose: {}", joined(&outline.loose, " / ")).unwrap();
    out
}

#[test]
fn label_blocks_belong_to_the_item_above() {
    insta::assert_snapshot!(outline(
        "1. Rà soát thủ tục.\n- *Cơ quan chủ trì:* Sở A.\n- Thời gian thực hiện:\n+ Cấp tỉnh trước ngày 15/12/2025.\n\
         + Cấp xã trước ngày 20/12/2025.\n2. Xây dựng Nghị định\n- Nghị định thứ nhất\n+ Cơ quan chủ trì: Sở B.\n- Nghị định thứ hai\n\
         3. Hoạt động chung\n- Nội dung:\n+ Tập huấn.\n+ Tuyên truyền.\n- Cơ quan chủ trì: Sở C."
    ), @"
    1 Rà soát thủ tục. Cơ quan chủ trì=Sở A., Thời gian thực hiện=Cấp tỉnh trước ngày 15/12/2025.+Cấp xã trước ngày 20/12/2025.
    2 Xây dựng Nghị định 
      - Nghị định thứ nhất Cơ quan chủ trì=Sở B.
      - Nghị định thứ hai 
    3 Hoạt động chung Nội dung=, Cơ quan chủ trì=Sở C.
      + Tập huấn. 
      + Tuyên truyền. 
    loose: 
    ");
}

#[test]
fn a_unit_before_a_colon_heads_its_points_where_nothing_is_numbered() {
    insta::assert_snapshot!(outline(
        "Ban Kiểm tra:\n- Lập đoàn kiểm tra.\nCác chi bộ:\n- Chuẩn bị báo cáo.\n- Cử người dự.\nVăn phòng Đảng ủy:\n- Bố trí xe."
    ), @"
     Ban Kiểm tra: 
      - Lập đoàn kiểm tra. 
     Các chi bộ: 
      - Chuẩn bị báo cáo. 
      - Cử người dự. 
     Văn phòng Đảng ủy: 
      - Bố trí xe. 
    loose: 
    ");
}

#[test]
fn a_starred_label_speaks_for_the_item_above_the_dashes() {
    insta::assert_snapshot!(outline(
        "1. Kiểm tra hồ sơ\n- Thành phần.\n- Thời hạn nộp.\n* Thời gian thực hiện:\n- Đợt 1: tháng 3/2026.\n- Đợt 2: tháng 5/2026.\n2. Tổng hợp"
    ), @"
    1 Kiểm tra hồ sơ Thời gian thực hiện=Đợt 1: tháng 3/2026.+Đợt 2: tháng 5/2026.
      - Thành phần. 
      - Thời hạn nộp. 
    2 Tổng hợp 
    loose: 
    ");
}

#[test]
fn a_label_without_a_mark_under_bare_points_speaks_for_all_of_them() {
    insta::assert_snapshot!(outline(
        "1. Rà soát văn bản\na) Sở A rà soát.\nb) Sở B tổng hợp.\nThời gian thực hiện: Quý III.\n2. Tập huấn\n\
         a) Lớp một\nThời gian: Quý I.\nb) Lớp hai\nThời gian: Quý II."
    ), @"
    1 Rà soát văn bản Thời gian thực hiện=Quý III.
      a) Sở A rà soát. 
      b) Sở B tổng hợp. 
    2 Tập huấn 
      a) Lớp một Thời gian=Quý I.
      b) Lớp hai Thời gian=Quý II.
    loose: 
    ");
}

#[test]
fn a_table_under_an_item_hangs_there() {
    let lines = lines(
        "1. Kiểm tra\n2. Giám sát\n| TT | Nội dung | Chủ trì | Thời gian |\n| 1 | Thu quỹ | Tổ A | Quý I |\n| 2 | Chi quỹ | Tổ B | Quý II |",
    );
    let mut builder = Builder::default();
    for paragraph in &paragraphs(&lines[..2]) {
        builder.paragraph(paragraph);
    }
    builder.table(&table::tables(&lines).pop().unwrap().1);
    for paragraph in &paragraphs(&super::super::line::lines("3. Sơ kết")) {
        builder.paragraph(paragraph);
    }
    let mut out = String::new();
    drawn(&builder.finish().items, 0, &mut out);
    insta::assert_snapshot!(out, @"
    1 Kiểm tra 
    2 Giám sát 
      1 Thu quỹ Chủ trì=Tổ A, Thời gian=Quý I
      2 Chi quỹ Chủ trì=Tổ B, Thời gian=Quý II
    3 Sơ kết 
    ");
}

#[test]
fn months_are_groups() {
    insta::assert_snapshot!(outline("Tháng 9/2025\n- Họp tổ.\n- Lập sổ.\nTháng 10 năm 2025:\n- Hội thi."), @"
     Tháng 9/2025 
      - Họp tổ. 
      - Lập sổ. 
     Tháng 10 năm 2025: 
      - Hội thi. 
    loose: 
    ");
}

#[test]
fn marks_nest_and_closing_words_are_nobodys() {
    insta::assert_snapshot!(outline(
        "1. Vệ sinh\n\na) Thu gom\n\n- Rác.\n\n+ Rác khô.\n\n- Xác vật nuôi.\n\nb) Khử trùng\n\n2. Văn phòng Sở:\n\nTổng hợp, báo cáo.\n\n\
         Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo.\n\nYêu cầu thực hiện nghiêm."
    ), @"
    1 Vệ sinh 
      a) Thu gom 
        - Rác. 
          + Rác khô. 
        - Xác vật nuôi. 
      b) Khử trùng 
    2 Văn phòng Sở: / Tổng hợp, báo cáo. 
    loose: Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo. / Yêu cầu thực hiện nghiêm.
    ");
}

#[test]
fn rows_hang_under_group_rows_until_rows_were_left_out() {
    insta::assert_snapshot!(outline(
        "| TT | Nội dung | Cơ quan chủ trì | Thời gian | Sản phẩm |\n| I | KIỆN TOÀN | | | |\n| 1 | Rà soát | Sở A | 2025 | |\n\
         | ... | | | | |\n| 4 | Diễn tập | Sở B | Quý I | Biên bản |"
    ), @"
    I KIỆN TOÀN 
      1 Rà soát Cơ quan chủ trì=Sở A, Thời gian=2025
    4 Diễn tập Cơ quan chủ trì=Sở B, Thời gian=Quý I, Sản phẩm=Biên bản
    loose: 
    ");
}

#[test]
fn whom_an_inspection_looks_at_is_no_work() {
    insta::assert_snapshot!(outline(
        "1. Kiểm tra chuyên đề\n- Đối tượng kiểm tra: Chi bộ một; Chi bộ hai.\n- Mốc thời gian kiểm tra: từ ngày 01/01/2022.\n\
         - Thời gian tiến hành: Quý II.\n- Giao Ủy ban Kiểm tra lập đoàn.\n2. Đối tượng chính sách: Tặng quà"
    ), @"
    1 Kiểm tra chuyên đề Đối tượng kiểm tra=Chi bộ một; Chi bộ hai., Mốc thời gian kiểm tra=từ ngày 01/01/2022., Thời gian tiến hành=Quý II.
      - Giao Ủy ban Kiểm tra lập đoàn. 
    2 Đối tượng chính sách: Tặng quà 
    loose: 
    ");
}

#[test]
fn what_recurs_is_a_group_and_is_never_joined_to_the_line_above() {
    insta::assert_snapshot!(outline(
        "Tháng 4:\n- Rà soát các thủ tục đã công bố của đơn vị. Đơn vị thực hiện: Văn phòng Sở.\nTháng 10:\n- Hội thi.\nHằng tháng:\n- Báo cáo."
    ), @"
     Tháng 4: 
      - Rà soát các thủ tục đã công bố của đơn vị. Đơn vị thực hiện: Văn phòng Sở. 
     Tháng 10: 
      - Hội thi. 
     Hằng tháng: 
      - Báo cáo. 
    loose: 
    ");
}

#[test]
fn a_row_of_one_cell_is_a_group_wherever_its_number_stands() {
    insta::assert_snapshot!(outline(
        "| Thời hạn | STT | Nội dung | Chủ trì |\n|---|---|---|---|\n| I. Hoàn thiện quy chế | | | |\n| Quý I | 1 | Rà soát | Sở A |\n\
         | | 2 | Sửa đổi | Sở B |\n| II. An toàn | | | |\n| | 3 | Trực | Sở C |\n| | 4 | | |"
    ), @"
    I Hoàn thiện quy chế 
      1 Rà soát Thời hạn=Quý I, Chủ trì=Sở A
      2 Sửa đổi Thời hạn=Quý I, Chủ trì=Sở B
    II An toàn 
      3 Trực Chủ trì=Sở C
    loose: 
    ");
}

#[test]
fn a_column_of_months_only_counts_them() {
    insta::assert_snapshot!(outline(
        "| Tháng | Công việc | Phụ trách |\n|---|---|---|\n| 9/2025 | Khai giảng | Tổ A |\n| Tháng 10 | Hội thi | Tổ B |\n| Cả năm | Trực | Tổ C |"
    ), @"
     Khai giảng Tháng=Tháng 9/2025, Phụ trách=Tổ A
     Hội thi Tháng=Tháng 10, Phụ trách=Tổ B
     Trực Tháng=Cả năm, Phụ trách=Tổ C
    loose: 
    ");
}

#[test]
fn what_only_seemed_to_close_the_plan_goes_with_its_item() {
    insta::assert_snapshot!(outline(
        "1. Sở A kiểm tra.\nTrong quá trình kiểm tra, phải lập biên bản.\n2. Sở B\nTổng hợp.\nYêu cầu các sở thực hiện./."
    ), @"
    1 Sở A kiểm tra. / Trong quá trình kiểm tra, phải lập biên bản. 
    2 Sở B / Tổng hợp. 
    loose: Yêu cầu các sở thực hiện./.
    ");
}

#[test]
fn a_point_without_an_end_is_complete_all_the_same_and_so_is_an_item_with_attributes() {
    insta::assert_snapshot!(outline(
        "1. Công an xã\n- Tuần tra\n- Trực ban\nUBND xã yêu cầu các thôn thực hiện, hằng năm báo cáo./."
    ), @"
    1 Công an xã 
      - Tuần tra 
      - Trực ban 
    loose: UBND xã yêu cầu các thôn thực hiện, hằng năm báo cáo./.
    ");
    insta::assert_snapshot!(outline(
        "1. Rà soát hồ sơ\n- Chủ trì: Sở A\nĐề nghị các đơn vị triển khai thực hiện."
    ), @"
    1 Rà soát hồ sơ Chủ trì=Sở A
    loose: Đề nghị các đơn vị triển khai thực hiện.
    ");
}

#[test]
fn a_label_behind_the_points_of_the_last_part_speaks_for_the_whole_as_it_did_before() {
    insta::assert_snapshot!(outline(
        "1. Giám sát hồ sơ\n- Tính pháp lý.\n* Thời gian thực hiện: Quý I.\n2. Giám sát vận động\n2.1. Qua hội nghị\n- Thành phần.\n\
         2.2. Qua báo chí\n- Nội dung.\n* Thời gian thực hiện: Quý II."
    ), @"
    1 Giám sát hồ sơ Thời gian thực hiện=Quý I.
      - Tính pháp lý. 
    2 Giám sát vận động Thời gian thực hiện=Quý II.
      2.1 Qua hội nghị 
        - Thành phần. 
      2.2 Qua báo chí 
        - Nội dung. 
    loose: 
    ");
    insta::assert_snapshot!(outline(
        "1. Giám sát hồ sơ\n- Tính pháp lý.\n* Thời gian: Quý I.\n2. Giám sát vận động\n2.1. Qua hội nghị\n- Thành phần.\n\
         * Thời gian: Quý II.\n2.2. Qua báo chí\n- Nội dung.\n* Thời gian: Quý III."
    ), @"
    1 Giám sát hồ sơ Thời gian=Quý I.
      - Tính pháp lý. 
    2 Giám sát vận động 
      2.1 Qua hội nghị Thời gian=Quý II.
        - Thành phần. 
      2.2 Qua báo chí Thời gian=Quý III.
        - Nội dung. 
    loose: 
    ");
}
