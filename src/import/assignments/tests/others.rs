//! Units that are named but owe something else, and names that no unit has.

use super::super::known::Known;
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

#[test]
fn whom_one_joins_or_inspects_does_not_owe_it() {
    sentence("Tham gia hội thi tuyên truyền viên giỏi - Ban Tuyên giáo Tỉnh ủy chủ trì.", &[]);
    for verb in ["Kiểm tra", "Giám sát", "Nghiệm thu", "Tuyên truyền về", "Hỗ trợ"] {
        let text = format!("{verb} các lớp dạy nghề, do Phòng Nội vụ phối hợp với UBND các xã tổ chức.");
        sentence(&text, &["with UBND các xã"]);
    }
    sentence(
        "Kiểm tra các lớp dạy nghề ngày 20/3/2025, Phòng Nội vụ phối hợp với UBND các xã tổ chức.",
        &["lead Phòng Nội vụ", "with UBND các xã"],
    );
}

#[test]
fn a_known_unit_is_no_part_of_a_longer_name_that_ends_at_a_place() {
    let known: Known = ["Đội tuyên truyền".to_owned(), "Tổ tư vấn".to_owned()].into_iter().collect();
    let units = |text: &str| -> Vec<String> {
        known.of_sentence(text).into_iter().map(|(read, _)| read.unit).collect()
    };
    assert_eq!(
        units("Đội tuyên truyền lưu động huyện kiểm tra các điểm thông tin."),
        ["Đội tuyên truyền lưu động huyện"]
    );
    assert_eq!(units("Tổ tư vấn trực luân phiên tại xã để trả lời."), ["Tổ tư vấn"]);
}
