//! Where names end: verbs that are theirs, verbs that no list knows, nouns that several share.

use super::super::*;
use super::{check, heading, printed, sentence};

#[test]
fn a_verb_may_be_part_of_a_name_behind_a_label() {
    check(
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện; Sở Y tế",
        &["lead Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện", "lead Sở Y tế"],
    );
    check("Trung tâm Quy hoạch xây dựng.", &["lead Trung tâm Quy hoạch xây dựng"]);
    check("Trung tâm Quy hoạch xây dựng đồ án", &["lead Trung tâm Quy hoạch"]);
    check("Chi cục Kiểm tra, Giám sát thuế.", &["lead Chi cục Kiểm tra, Giám sát thuế"]);
    check(
        "Phòng Theo dõi thi hành án; Trung tâm Kiểm định chất lượng xây dựng",
        &["lead Phòng Theo dõi thi hành án", "lead Trung tâm Kiểm định chất lượng xây dựng"],
    );
    // A name that is complete without the verb holds none.
    check("Phòng Y tế xây dựng; Văn phòng Sở soạn thảo", &["lead Phòng Y tế", "lead Văn phòng Sở"]);
    check("Phòng Kiểm tra chủ trì; Phòng Nội vụ phối hợp", &["lead Phòng Kiểm tra", "with Phòng Nội vụ"]);
    sentence(
        "Trung tâm Giáo dục thường xuyên tỉnh mở lớp học buổi tối.",
        &["lead Trung tâm Giáo dục thường xuyên tỉnh"],
    );
    sentence("Trung tâm Bảo trợ thường xuyên thăm các cụ.", &["lead Trung tâm Bảo trợ"]);
}

#[test]
fn a_place_ends_a_name_whatever_verb_follows() {
    sentence(
        "Quân sự xã phối hợp với Công an xã đột nhập các tụ điểm.",
        &["lead Quân sự xã", "with Công an xã"],
    );
    sentence("Công an xã Đồng Mít đột nhập các tụ điểm.", &["lead Công an xã Đồng Mít"]);
    sentence("Đoàn Thanh niên xã nhiệm kỳ mới", &[]);
    heading("Công an xã Đồng Mít:", Some(&["lead Công an xã Đồng Mít"]));
    heading("Nhà văn hóa xã phết sơn hội trường", None);
    heading("Hội Nông dân tỉnh có liên quan", Some(&["lead Hội Nông dân tỉnh có liên quan"]));
    heading("Ban Chỉ đạo tỉnh về xã hội học tập", Some(&["lead Ban Chỉ đạo tỉnh về xã hội học tập"]));
}

#[test]
fn a_long_name_that_closes_like_a_sentence_is_doubtful() {
    assert!(may_act("Khoa Dược xếp lịch tiêm chủng."));
    assert!(!may_act("Khoa Dược xếp lịch tiêm chủng:"));
    assert!(!may_act("Khoa Dược."));
    assert!(!may_act(""));
}

#[test]
fn a_name_without_its_noun_takes_that_of_the_one_before() {
    check(
        "Sở Giáo dục và Đào tạo, Y tế; UBND các xã",
        &["lead Sở Giáo dục và Đào tạo", "lead Sở Y tế", "lead UBND các xã"],
    );
    check("Phòng Nội vụ, Tư pháp, Văn phòng", &["lead Phòng Nội vụ", "lead Phòng Tư pháp", "lead Văn phòng"]);
    check("Sở Y tế, Bưu điện tỉnh, Vinalink", &["lead Sở Y tế", "lead Bưu điện tỉnh", "lead Vinalink"]);
    sentence(
        "Sở Nội vụ, Tư pháp và Sở Khoa học và Công nghệ chủ trì tham mưu.",
        &["lead Sở Nội vụ", "lead Sở Tư pháp", "lead Sở Khoa học và Công nghệ"],
    );
    sentence("Sở Nội vụ, tư pháp là hai ngành.", &[]);
}

#[test]
fn who_is_given_a_task_behind_the_work() {
    sentence(
        "Sửa chữa cống. Các Xí nghiệp, Văn phòng Công ty thực hiện.",
        &["lead Các Xí nghiệp", "lead Văn phòng Công ty"],
    );
    sentence("Sửa chữa cống. Sở Y tế thực hiện theo quy trình.", &[]);
    sentence(
        "Tổ chức hội thi, giao Xã đoàn chủ trì, Hội Nông dân xã phối hợp.",
        &["lead Xã đoàn", "with Hội Nông dân xã"],
    );
    sentence("Tổ chức hội thi. Do Tỉnh đoàn chủ trì.", &["lead Tỉnh đoàn"]);
    sentence("Họp Ban Chỉ đạo. Đơn vị chuẩn bị nội dung: Sở Y tế.", &["lead Sở Y tế"]);
    sentence("Họp Ban Chỉ đạo. Cơ quan tham mưu, trình: Sở Y tế.", &["lead Sở Y tế"]);
    sentence("Họp Ban Chỉ đạo. Đơn vị được giám sát: Sở Y tế.", &[]);
    sentence("Liên đội Kim Đồng tổ chức sinh hoạt.", &["lead Liên đội Kim Đồng"]);
}

#[test]
fn people_whom_a_unit_picks_are_no_leads() {
    sentence("Phân công cán bộ, đoàn thể phụ trách từng hộ.", &[]);
    sentence("Phân công các thành viên Ban Chỉ đạo phụ trách địa bàn.", &[]);
    sentence("Phân công Phòng Kinh tế phụ trách từng hộ.", &["lead Phòng Kinh tế"]);
    sentence("Phân công đồng chí Phó Trưởng ban phụ trách chung.", &["lead đồng chí Phó Trưởng ban"]);
}

#[test]
fn who_chases_and_must_report_by_a_date_leads() {
    let chase = "Văn phòng theo dõi, đôn đốc";
    sentence(
        &format!("{chase}, tổng hợp báo cáo Giám đốc trước ngày 20 tháng cuối quý."),
        &["lead Văn phòng"],
    );
    sentence(&format!("{chase}, tổng hợp báo cáo Giám đốc."), &["monitor Văn phòng"]);
    sentence(&format!("{chase} các đơn vị báo cáo trước ngày 20/12."), &["monitor Văn phòng"]);
    let read =
        of_label(Role::Lead, "", "Các đồng chí Đảng ủy viên được phân công phụ trách chi bộ dự sinh hoạt");
    assert_eq!(printed(&read), ["lead Các đồng chí Đảng ủy viên được phân công phụ trách chi bộ"]);
}

#[test]
fn what_a_body_is_and_when_it_acts_is_not_its_name() {
    heading("Phòng Quản lý đê và công trình là cơ quan thường trực của Ban Chỉ huy:", None);
    sentence(
        "Phòng Quản lý đê và công trình là cơ quan thường trực của Ban Chỉ huy.",
        &["lead Phòng Quản lý đê và công trình"],
    );
    sentence("Tổ dân phòng báo ngay cho Công an xã.", &["lead Tổ dân phòng"]);
    sentence("Phối hợp với Công an phường Bến Nghé trong tháng 9/2025.", &["with Công an phường Bến Nghé"]);
    sentence("Phối hợp với Quỹ Vì trẻ em từ năm mới.", &["with Quỹ Vì trẻ em từ năm mới"]);
}

#[test]
fn a_word_that_acts_elsewhere_may_be_of_the_name() {
    check("Phòng Kế hoạch tổng hợp; Sở Y tế", &["lead Phòng Kế hoạch tổng hợp", "lead Sở Y tế"]);
    check("Phòng Kế hoạch tổng hợp số liệu; Sở Y tế tổng hợp", &["lead Phòng Kế hoạch", "lead Sở Y tế"]);
    heading("Ban Chỉ đạo chuyển đổi số Bệnh viện:", Some(&["lead Ban Chỉ đạo chuyển đổi số Bệnh viện"]));
    sentence(
        "Phòng Công chức, viên chức và Phòng Tổ chức, biên chế cử người tham gia.",
        &["lead Phòng Công chức, viên chức", "lead Phòng Tổ chức, biên chế"],
    );
}

#[test]
fn places_share_the_noun_that_is_plural_inside_of_the_name() {
    check(
        "Trưởng các thôn Khe Đá, Bản Lầu; Công an các phường Hòa An và Hòa Bình",
        &[
            "lead Trưởng thôn Khe Đá",
            "lead Trưởng thôn Bản Lầu",
            "lead Công an phường Hòa An",
            "lead Công an phường Hòa Bình",
        ],
    );
    check("Trưởng các thôn 1, 2, 3", &["lead Trưởng thôn 1", "lead Trưởng thôn 2", "lead Trưởng thôn 3"]);
    check("UBND các xã Tân Lập, Công an xã", &["lead UBND các xã Tân Lập", "lead Công an xã"]);
    check("Chủ tịch UBND các xã, phường", &["lead Chủ tịch UBND các xã, phường"]);
    sentence(
        "Trưởng các thôn Khe Đá, Bản Lầu tổ chức họp dân.",
        &["lead Trưởng thôn Khe Đá", "lead Trưởng thôn Bản Lầu"],
    );
}

#[test]
fn a_field_that_says_all_ends_a_name_whatever_verb_follows() {
    sentence("Phối hợp với Sở Xây dựng bẻ ghi đường tàu.", &["with Sở Xây dựng"]);
    sentence("Phòng Giáo dục và Đào tạo gỡ vướng cho các trường.", &["lead Phòng Giáo dục và Đào tạo"]);
    sentence("Sở Y tế tỉnh gỡ vướng cho bệnh viện.", &["lead Sở Y tế tỉnh"]);
    heading("Sở Xây dựng thành phố:", Some(&["lead Sở Xây dựng thành phố"]));
    heading("Phòng Kinh tế đối ngoại:", Some(&["lead Phòng Kinh tế đối ngoại"]));
    heading("2. Tổng phụ trách Đội", None);
    heading("Tổng phụ trách Đội", Some(&["lead Tổng phụ trách Đội"]));
    check(
        "Uỷ ban Kiểm tra Đảng uỷ, các cơ quan tham mưu của Đảng uỷ.",
        &["lead Uỷ ban Kiểm tra Đảng uỷ", "lead các cơ quan tham mưu của Đảng uỷ"],
    );
    check("các cơ quan tham mưu kế hoạch", &["lead các cơ quan"]);
}

#[test]
fn a_unit_that_the_document_names_elsewhere_ends_a_name() {
    let known: Known = ["Tổ tư vấn", "Phòng Máy tính", "Ban Chỉ đạo", "các phòng", "Tổ"]
        .map(str::to_owned)
        .into_iter()
        .collect();
    let check = |text: &str, expected: &[&str]| {
        let read: Vec<Assignment> = known.of_sentence(text).into_iter().map(|(read, _)| read).collect();
        assert_eq!(printed(&read), expected, "{text}");
    };
    check("Tổ tư vấn gác ca chiều, nhận học sinh.", &["lead Tổ tư vấn"]);
    check("Phòng Máy tính bẻ khóa đường truyền.", &["lead Phòng Máy tính"]);
    check("Tổ tư vấn tâm lý tổ chức nói chuyện.", &["lead Tổ tư vấn tâm lý"]);
    check("Phòng Máy tính của trường.", &[]);
    check("Ban Chỉ đạo phòng chống lụt bão xã tổ chức họp.", &["lead Ban Chỉ đạo phòng chống lụt bão xã"]);
    check("Các phòng bẻ khóa đường truyền.", &[]);
}

#[test]
fn who_acts_behind_how_often() {
    sentence("Mỗi tháng, trước ngày 25, các xã gửi số liệu.", &["lead các xã"]);
    sentence("Hằng tuần, vào thứ Sáu, Phòng Y tế giao ban với các xã.", &["lead Phòng Y tế"]);
    sentence("Cuối mỗi quý, Văn phòng tổng hợp kết quả.", &["lead Văn phòng"]);
    sentence("Thôn Đông, thôn Đoài tự kiểm tra.", &["lead Thôn Đông", "lead thôn Đoài"]);
    sentence("Mỗi tháng, tổng hợp số liệu, các xã gửi về.", &[]);
}
