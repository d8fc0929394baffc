//! Units behind labels, in cells and headings.

use proptest::prelude::*;

use super::super::*;
use super::{check, heading, printed, sentence};

#[test]
fn lists_are_split_and_names_stay_whole() {
    check(
        "Sở Nội vụ, Sở Giáo dục và Đào tạo, Sở Tài chính.",
        &["lead Sở Nội vụ", "lead Sở Giáo dục và Đào tạo", "lead Sở Tài chính"],
    );
    check(
        "Sở Văn hóa, Thể thao và Du lịch; Sở Y tế",
        &["lead Sở Văn hóa, Thể thao và Du lịch", "lead Sở Y tế"],
    );
    check(
        "Bộ Văn hóa, Thể thao và Du lịch, Đài Tiếng nói Việt Nam và Thông tấn xã Việt Nam",
        &[
            "lead Bộ Văn hóa, Thể thao và Du lịch",
            "lead Đài Tiếng nói Việt Nam",
            "lead Thông tấn xã Việt Nam",
        ],
    );
    check(
        "Sở Lao động - Thương binh và Xã hội, Công an tỉnh",
        &["lead Sở Lao động - Thương binh và Xã hội", "lead Công an tỉnh"],
    );
    check(
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh, Thanh tra tỉnh",
        &["lead Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "lead Thanh tra tỉnh"],
    );
    check(
        "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh; Thanh tra tỉnh và các sở, ban, ngành",
        &["lead Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh", "lead Thanh tra tỉnh", "lead các sở, ban, ngành"],
    );
    check("Báo và Phát thanh, Truyền hình tỉnh", &["lead Báo và Phát thanh, Truyền hình tỉnh"]);
    check(
        "Trung tâm Ứng dụng và Dịch vụ khoa học, Hội Luật gia tỉnh",
        &["lead Trung tâm Ứng dụng và Dịch vụ khoa học", "lead Hội Luật gia tỉnh"],
    );
}

#[test]
fn collectives_stay_one() {
    check(
        "các sở, ban, ngành, đoàn thể Thành phố, Ủy ban nhân dân phường, xã, đặc khu, báo, đài và các đơn vị có liên quan",
        &[
            "lead các sở, ban, ngành, đoàn thể Thành phố",
            "lead Ủy ban nhân dân phường, xã, đặc khu",
            "lead báo, đài",
            "lead các đơn vị có liên quan",
        ],
    );
    check(
        "Các sở, ban, ngành, tổ chức chính trị - xã hội",
        &["lead Các sở, ban, ngành", "lead tổ chức chính trị - xã hội"],
    );
    check(
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
        &[
            "lead các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
            "lead Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
        ],
    );
    check(
        "Ban Chỉ đạo các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy",
        &["lead Ban Chỉ đạo các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy"],
    );
    check(
        "Ban Chỉ đạo thực hiện QCDC ở cơ sở các cấp, các ngành, địa phương; Tổ giúp việc Ban Chỉ đạo",
        &[
            "lead Ban Chỉ đạo thực hiện QCDC ở cơ sở các cấp, các ngành, địa phương",
            "lead Tổ giúp việc Ban Chỉ đạo",
        ],
    );
    check("UBND các xã, phường", &["lead UBND các xã, phường"]);
    check("HĐND, UBND xã; Công an xã", &["lead HĐND, UBND xã", "lead Công an xã"]);
    check(
        "các đơn vị sự nghiệp công lập; Tổng công ty Hàng không",
        &["lead các đơn vị sự nghiệp công lập", "lead Tổng công ty Hàng không"],
    );
    check(
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông, Phòng Đào tạo",
        &["lead Ban Quản lý dự án đầu tư xây dựng các công trình giao thông", "lead Phòng Đào tạo"],
    );
    check(
        "Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã",
        &["lead Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã"],
    );
    check("các phòng, đơn vị thuộc Sở", &["lead các phòng, đơn vị thuộc Sở"]);
    check("Cơ quan, địa phương liên quan", &["lead Cơ quan, địa phương liên quan"]);
    check(
        "các sở, ban, ngành liên quan và địa phương",
        &["lead các sở, ban, ngành liên quan", "lead địa phương"],
    );
    check(
        "Thông tấn xã Việt Nam và các cơ quan báo chí, phát thanh, truyền hình khác",
        &["lead Thông tấn xã Việt Nam", "lead các cơ quan báo chí, phát thanh, truyền hình khác"],
    );
}

#[test]
fn posts_and_shared_nouns_are_taken_apart() {
    check(
        "Đồng chí Trưởng Ban và đồng chí Phó Trưởng Ban Thường trực",
        &["lead Đồng chí Trưởng Ban", "lead đồng chí Phó Trưởng Ban Thường trực"],
    );
    check(
        "Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát",
        &["lead Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát"],
    );
    check(
        "các Sở: Xây dựng, Nông nghiệp và Môi trường, Công Thương; Công an tỉnh",
        &[
            "lead Sở Xây dựng",
            "lead Sở Nông nghiệp và Môi trường",
            "lead Sở Công Thương",
            "lead Công an tỉnh",
        ],
    );
    check(
        "Giám đốc các Sở: Công Thương, Tài chính; Văn phòng HĐND và UBND",
        &["lead Giám đốc Sở Công Thương", "lead Giám đốc Sở Tài chính", "lead Văn phòng HĐND và UBND"],
    );
    check("Các Bộ: Công an, Tài chính", &["lead Bộ Công an", "lead Bộ Tài chính"]);
    check("UBND các phường: Ba Đình, Hoàn Kiếm", &["lead UBND phường Ba Đình", "lead UBND phường Hoàn Kiếm"]);
    check(
        "Sở Khoa học và Công nghệ Sở Công Thương",
        &["lead Sở Khoa học và Công nghệ", "lead Sở Công Thương"],
    );
}

#[test]
fn a_value_may_say_other_roles() {
    check(
        "Sở A chủ trì, phối hợp với các sở, ngành và Công an tỉnh",
        &["lead Sở A", "with các sở, ngành", "with Công an tỉnh"],
    );
    check(
        "Sở Y tế chủ trì tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch; Sở Tư pháp và các phòng chủ động tổ chức triển khai",
        &["lead Sở Y tế", "lead Sở Tư pháp", "lead các phòng"],
    );
    check(
        "Sở Giáo dục và Đào tạo và Sở Y tế chủ trì, phối hợp với các đơn vị có liên quan tham mưu hoạt động",
        &["lead Sở Giáo dục và Đào tạo", "lead Sở Y tế", "with các đơn vị có liên quan"],
    );
    check("Sở Xây dựng đăng tải thông điệp trên bảng quang báo của Thành phố", &["lead Sở Xây dựng"]);
    check(
        "Trung tâm Dịch vụ việc làm (Sở Nội vụ), Sở Tài chính (cơ quan phối hợp)",
        &["lead Trung tâm Dịch vụ việc làm", "with Sở Tài chính"],
    );
    check("Đề nghị Đài Truyền hình tỉnh", &["lead Đài Truyền hình tỉnh"]);
    check("Sở Nội vụ chủ trì; Sở Y tế phối hợp.", &["lead Sở Nội vụ", "with Sở Y tế"]);
    check(
        "Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Sở Nội vụ, Công an tỉnh",
        &["lead Sở Tư pháp", "with Sở Nội vụ", "with Công an tỉnh"],
    );
    check("Chủ trì: Sở Tư pháp. Phối hợp: Sở Nội vụ", &["lead Sở Tư pháp", "with Sở Nội vụ"]);
    check("Như trên", &[]);
    check("", &[]);
}

#[test]
fn representatives_act_for_their_agencies() {
    let read = of_label(
        Role::Lead,
        "Thực hiện",
        "Các đồng chí Ủy viên Ban Chỉ đạo là đại diện lãnh đạo các cơ quan: Ban Dân vận Tỉnh ủy; Sở Nội vụ và các tổ chức chính trị - xã hội tỉnh.",
    );
    assert_eq!(
        printed(&read),
        ["lead Ban Dân vận Tỉnh ủy", "lead Sở Nội vụ", "lead các tổ chức chính trị - xã hội tỉnh"]
    );
    assert!(read.iter().all(|a| a.via.as_deref() == Some("Các đồng chí Ủy viên Ban Chỉ đạo")));
}

#[test]
fn headings_name_units_and_nothing_else() {
    heading("Văn phòng Sở", Some(&["lead Văn phòng Sở"]));
    heading(
        "Các sở, ban, ngành; UBND các xã, phường:",
        Some(&["lead Các sở, ban, ngành", "lead UBND các xã, phường"]),
    );
    heading("Đối với Sở Tài chính:", Some(&["lead Sở Tài chính"]));
    heading("Giao Sở Y tế:", Some(&["lead Sở Y tế"]));
    heading("Các đoàn thể, tổ chức xã hội:", Some(&["lead Các đoàn thể, tổ chức xã hội"]));
    heading("Sở Nội vụ (Cơ quan thường trực Ban Chỉ đạo):", Some(&["lead Sở Nội vụ"]));
    heading(
        "Thủ trưởng các sở, ban, ngành, đoàn thể Thành phố",
        Some(&["lead Thủ trưởng các sở, ban, ngành, đoàn thể Thành phố"]),
    );
    heading(
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố, Hội Liên hiệp Phụ nữ Thành phố và các tổ chức thành viên của Mặt trận",
        Some(&[
            "lead Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố",
            "lead Hội Liên hiệp Phụ nữ Thành phố",
            "lead các tổ chức thành viên của Mặt trận",
        ]),
    );
    for text in [
        "Tổ chức thực hiện",
        "Ban hành Quy chế phối hợp",
        "Hội nghị tổng kết",
        "Công tác truyền thông",
        "Sở Y tế chủ trì triển khai",
        "Phòng, chống dịch bệnh",
        "Đối với cá nhân",
        "Bộ tiêu chí đánh giá",
        "Lãnh đạo, chỉ đạo thực hiện",
        "Báo cáo kết quả",
        "",
        "Đoàn kết nội bộ",
        "Thanh tra, kiểm tra việc thực hiện",
    ] {
        heading(text, None);
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let labelled = of_label(Role::Coordinate, "Phối hợp", &text);
        prop_assert!(labelled.iter().all(|a| !a.unit.trim().is_empty()));
        let _ = (of_heading(&text), of_sentence(&text));
    }

    #[test]
    fn any_words_of_the_genre_are_read(
        text in "(Sở |các |sở, |ban, |ngành|UBND |Y tế|Văn hóa, Thể thao và Du lịch|chủ trì|phối hợp với | và |, |; |\\(|\\)|: |là đại diện |Đồng chí |thuộc |xã, phường){0,12}"
    ) {
        let labelled = of_label(Role::Lead, "Chủ trì", &text);
        prop_assert!(labelled.iter().all(|a| !a.unit.trim().is_empty()));
        let _ = (of_heading(&text), of_sentence(&text));
    }
}

#[test]
fn a_post_behind_a_persons_name_is_the_persons() {
    sentence(
        "Đồng chí Trần Văn A - Phó Chủ tịch UBND xã, Trưởng ban: Phụ trách chung.",
        &["lead Đồng chí Trần Văn A - Phó Chủ tịch UBND xã, Trưởng ban"],
    );
}

#[test]
fn a_named_body_may_hold_commas_in_a_heading() {
    heading("Khoa Truyền thông, giáo dục sức khỏe", Some(&["lead Khoa Truyền thông, giáo dục sức khỏe"]));
    heading(
        "Các tỉnh, thành đoàn, đoàn trực thuộc",
        Some(&["lead Các tỉnh, thành đoàn", "lead đoàn trực thuộc"]),
    );
    heading("Trường học an toàn, thân thiện", None);
}

#[test]
fn those_who_are_inspected_are_named_by_it() {
    heading("Các cơ quan, đơn vị được kiểm tra", Some(&["lead Các cơ quan, đơn vị được kiểm tra"]));
}

#[test]
fn who_helps_may_be_named_before_it_is_said() {
    check(
        "Phòng Ngân sách chủ trì, các phòng thuộc Sở phối hợp.",
        &["lead Phòng Ngân sách", "with các phòng thuộc Sở"],
    );
}
