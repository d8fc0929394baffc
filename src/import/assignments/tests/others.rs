//! Units that are named but owe something else, and names that no unit has.

use super::{check, sentence};

#[test]
fn only_a_noun_with_a_field_is_shared() {
    check(
        "Trường Tiểu học, Y tế, Tài chính, Công an",
        &["lead Trường Tiểu học", "lead Y tế", "lead Tài chính", "lead Công an"],
    );
}

#[test]
fn a_society_and_a_commune_share_no_noun() {
    check("Hội LHPN, Tư pháp", &["lead Hội LHPN", "lead Tư pháp"]);
    check("UBND xã Tân Lập, Y tế", &["lead UBND xã Tân Lập", "lead Y tế"]);
    check("Sở Tài chính Lào Cai, Y tế", &["lead Sở Tài chính Lào Cai", "lead Y tế"]);
}

#[test]
fn whose_work_it_is_that_one_joins_does_not_lead() {
    sentence("Tham gia các lớp tập huấn, do Sở Nội vụ tổ chức thực hiện.", &[]);
    sentence("Tham gia hội thi ngày 20/3/2026, Sở Nội vụ phối hợp với Sở Y tế tổ chức.", &[]);
}

#[test]
fn whose_work_stands_in_brackets_does_not_lead() {
    sentence("Phối hợp các hoạt động của Đề án, do Bộ Y tế triển khai.", &[]);
    sentence("Rà soát các dự án (do UBND tỉnh thực hiện).", &[]);
    sentence("Rà soát các dự án (giao Sở Y tế chủ trì).", &["lead Sở Y tế"]);
}

#[test]
fn goods_and_banks_are_no_rhythm_of_a_report() {
    let chase = "Giao Sở Công Thương theo dõi, đôn đốc, tổng hợp";
    sentence(&format!("{chase} tình hình cung ứng hàng hóa."), &["monitor Sở Công Thương"]);
    sentence(&format!("{chase} báo cáo của các ngân hàng."), &["monitor Sở Công Thương"]);
    sentence(&format!("{chase} tình hình hàng quý."), &["lead Sở Công Thương"]);
}

#[test]
fn several_of_a_kind_written_small_are_somebody() {
    sentence(
        "Phân công các phòng, đơn vị trực thuộc chủ trì thực hiện các nhiệm vụ.",
        &["lead các phòng, đơn vị trực thuộc"],
    );
    sentence("Phân công các đồng chí lãnh đạo phụ trách địa bàn.", &[]);
}

#[test]
fn a_verb_without_an_object_is_no_part_of_a_name() {
    check("Phòng Thanh tra rà soát; Văn phòng tổng hợp", &["lead Phòng Thanh tra", "lead Văn phòng"]);
    check("Phòng Theo dõi thi hành án", &["lead Phòng Theo dõi thi hành án"]);
}
