//! Wordings of responsibility and what they are read as.

use proptest::prelude::*;

use super::*;

fn printed(assignments: &[Assignment]) -> Vec<String> {
    let role = |role| match role {
        Role::Direct => "direct",
        Role::Lead => "lead",
        Role::Coordinate => "with",
        Role::Monitor => "monitor",
    };
    assignments.iter().map(|a| format!("{} {}", role(a.role), a.unit)).collect()
}

fn check(value: &str, expected: &[&str]) {
    assert_eq!(printed(&of_label(Role::Lead, "Cơ quan thực hiện", value)), expected, "{value}");
}

fn heading(text: &str, expected: Option<&[&str]>) {
    let read = of_heading(text).map(|read| printed(&read));
    assert_eq!(read, expected.map(|e| e.iter().map(|s| (*s).to_owned()).collect()), "{text}");
}

fn sentence(text: &str, expected: &[&str]) {
    assert_eq!(printed(&of_sentence(text)), expected, "{text}");
}

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

#[test]
fn the_subject_of_a_sentence_leads() {
    sentence(
        "Các phòng, đơn vị thuộc Sở thực hiện nghiêm túc các nội dung",
        &["lead Các phòng, đơn vị thuộc Sở"],
    );
    sentence(
        "Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và các đơn vị liên quan bố trí kinh phí",
        &["lead Sở Tài chính", "with Sở Nội vụ", "with các đơn vị liên quan"],
    );
    sentence(
        "Sở Khoa học và Công nghệ phối hợp Công đoàn cơ sở tổ chức tuyên truyền",
        &["lead Sở Khoa học và Công nghệ", "with Công đoàn cơ sở"],
    );
    sentence("Phòng Hành chính - Tổng hợp là cơ quan thường trực", &["lead Phòng Hành chính - Tổng hợp"]);
    sentence(
        "Giám đốc Trung tâm Ứng dụng và Dịch vụ khoa học công nghệ căn cứ nhiệm vụ được giao",
        &["lead Giám đốc Trung tâm Ứng dụng và Dịch vụ khoa học công nghệ"],
    );
    sentence(
        "Thủ trưởng các cơ quan, đơn vị phải thường xuyên đôn đốc",
        &["lead Thủ trưởng các cơ quan, đơn vị"],
    );
    sentence("Các cơ phòng, đơn vị tiếp tục thực hiện", &["lead Các cơ phòng, đơn vị"]);
    sentence("Cán bộ, công chức của Ban liên hệ với cơ sở", &["lead Cán bộ, công chức của Ban"]);
    sentence("Ban Chỉ đạo QCDC cơ quan phân công thành viên kiểm tra", &["lead Ban Chỉ đạo QCDC cơ quan"]);
    sentence(
        "Căn cứ nội dung Kế hoạch, các sở, ban, ngành, tổ chức chính trị - xã hội, UBND các xã xây dựng Kế hoạch",
        &["lead các sở, ban, ngành", "lead tổ chức chính trị - xã hội", "lead UBND các xã"],
    );
    sentence(
        "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân các tỉnh chịu trách nhiệm",
        &[
            "lead Bộ trưởng",
            "lead Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ",
            "lead Chủ tịch Ủy ban nhân dân các tỉnh",
        ],
    );
    sentence(
        "Các cơ quan, đơn vị được giao chủ trì có trách nhiệm hoàn thành nhiệm vụ",
        &["lead Các cơ quan, đơn vị được giao chủ trì"],
    );
    sentence(
        "Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ hỗ trợ người dân",
        &["lead Mặt trận Tổ quốc", "lead Đoàn Thanh niên", "lead Hội Phụ nữ"],
    );
    sentence("Giao Văn phòng theo dõi, đôn đốc việc thực hiện", &["monitor Văn phòng"]);
    sentence(
        "Văn phòng Đảng uỷchủtrì, phối hợp với các cơ quan liên quan hướng dẫn",
        &["lead Văn phòng Đảng uỷ", "with các cơ quan liên quan"],
    );
    sentence(
        "Việc đánh giá do Bí thư chi bộ và Thủ trưởng các cơ quan, đơn vị trực tiếp chỉ đạo",
        &["lead Bí thư chi bộ", "lead Thủ trưởng các cơ quan, đơn vị"],
    );
    sentence(
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành nghiêm túc triển khai",
        &["lead các sở, ban, ngành"],
    );
    sentence("Kết thúc đợt thi đua, Ban Tổ chức, chịu trách nhiệm tổng hợp", &["lead Ban Tổ chức"]);
    sentence(
        "Sở Y tế lập kế hoạch; chủ trì, phối hợp với Công an tỉnh kiểm tra",
        &["lead Sở Y tế", "with Công an tỉnh"],
    );
    sentence("Các địa phương đã ban hành kế hoạch tiếp tục rà soát", &["lead Các địa phương"]);
    sentence(
        "Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh hướng dẫn",
        &["lead Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh"],
    );
    sentence("Phân công các đồng chí lãnh đạo phụ trách", &[]);
    sentence("Sở Tài chính: bố trí kinh phí", &["lead Sở Tài chính"]);
}

#[test]
fn a_sentence_without_subject_has_no_lead() {
    sentence(
        "Chủ trì, phối hợp với các sở, ban, ngành tỉnh rà soát nhân sự",
        &["with các sở, ban, ngành tỉnh"],
    );
    for text in [
        "Tổ chức tuyên truyền, phổ biến pháp luật",
        "Tăng cường vai trò của Ban Thanh tra nhân dân trong giám sát",
        "Ban hành văn bản hướng dẫn",
        "Theo dõi, đôn đốc các phòng thuộc Sở",
        "Phòng, chống tham nhũng, lãng phí",
        "Đoàn kết, thống nhất trong nội bộ",
        "Lãnh đạo, chỉ đạo thực hiện nhiệm vụ",
        "Thanh tra, kiểm tra việc chấp hành",
        "Xã hội hóa công tác chăm sóc",
        "Đề xuất UBND tỉnh xem xét",
        "Gắn việc thực hiện dân chủ với cải cách",
        "",
        "Tổ chức hội nghị lấy ý kiến cử tri",
        "Báo cáo tổng hợp hàng ngày gửi UBND tỉnh",
        "Hội nghị tổng kết được tổ chức trong tháng 12",
    ] {
        sentence(text, &[]);
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
fn who_is_named_behind_the_work() {
    sentence(
        "Tổ chức diễn tập cứu nạn. Giao Bộ Chỉ huy Quân sự tỉnh chủ trì.",
        &["lead Bộ Chỉ huy Quân sự tỉnh"],
    );
    sentence("Kiện toàn tổ giúp việc (Sở Y tế chủ trì, xong trước 30/4/2025).", &["lead Sở Y tế"]);
    sentence("Mở chuyên mục (chủ trì: Sở Nội vụ; phối hợp: Sở Y tế)", &["lead Sở Nội vụ", "with Sở Y tế"]);
    sentence(
        "Phân công trực cổng. Người thực hiện: Tổ bảo vệ, Đội cờ đỏ.",
        &["lead Tổ bảo vệ", "lead Đội cờ đỏ"],
    );
    sentence(
        "Các thành viên Ban Chỉ đạo: Theo dõi, đôn đốc địa bàn",
        &["monitor Các thành viên Ban Chỉ đạo"],
    );
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
fn an_event_is_no_body_and_a_helping_body_keeps_its_name() {
    sentence("Tổ chức hội thao: Từ ngày 10/5 đến ngày 12/5/2025.", &[]);
    sentence("Tập dượt nghi thức. Phụ trách: Tổng phụ trách Đội.", &["lead Tổng phụ trách Đội"]);
    sentence(
        "Văn phòng Đảng ủy phối hợp với các cơ quan tham mưu, giúp việc Đảng ủy lập lịch.",
        &["lead Văn phòng Đảng ủy", "with các cơ quan tham mưu, giúp việc Đảng ủy"],
    );
}

#[test]
fn those_who_are_inspected_are_named_by_it() {
    heading("Các cơ quan, đơn vị được kiểm tra", Some(&["lead Các cơ quan, đơn vị được kiểm tra"]));
}
