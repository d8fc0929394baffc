//! Lines and the paragraphs that they make.

use super::super::line::lines;
use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let said: Vec<String> = paragraphs(&lines(text)).iter().map(Paragraph::printed).collect();
    assert_eq!(said, expected);
}

#[test]
fn a_blank_line_after_every_line_says_nothing() {
    check(
        "I. Nội dung\n\n1. Rà soát toàn bộ quy trình tiếp nhận và trả kết quả hồ sơ của người dân ở\n\n\
         từng bộ phận; phát triển kinh tế\n\n- xã hội của phường theo hướng dẫn của Ủy ban nhân dân\n\n\
         tỉnh.\n\n- Niêm yết công khai.\n\n2. Văn phòng",
        &[
            "I. Nội dung",
            "1. Rà soát toàn bộ quy trình tiếp nhận và trả kết quả hồ sơ của người dân ở từng bộ phận; phát triển \
             kinh tế - xã hội của phường theo hướng dẫn của Ủy ban nhân dân tỉnh.",
            "- Niêm yết công khai.",
            "2. Văn phòng",
        ],
    );
}

#[test]
fn paragraphs_parted_by_blank_lines_stay_apart() {
    check(
        "1. Phổ biến Luật\nViệc làm\n\nSở Nội vụ rà soát.\n\n2. Tập huấn\n\n- Đợt một\nở tỉnh.",
        &["1. Phổ biến Luật Việc làm", "Sở Nội vụ rà soát.", "2. Tập huấn", "- Đợt một ở tỉnh."],
    );
}

#[test]
fn a_page_break_inside_a_sentence_is_no_end() {
    check(
        "- Công tác kiểm tra\n\ncủa năm 2022, giai đoạn\n\n2021 - 2025 theo (quyết định ngày\n\nMười) nghị quyết.\n\nTiếp.\n\n\
         Câu khác.\n\nCâu nữa.\n\nVà nữa.\n\nHết.\n\nThôi.\n\nXong.\n\nRồi.",
        &[
            "- Công tác kiểm tra của năm 2022, giai đoạn 2021 - 2025 theo (quyết định ngày Mười) nghị quyết.",
            "Tiếp.",
            "Câu khác.",
            "Câu nữa.",
            "Và nữa.",
            "Hết.",
            "Thôi.",
            "Xong.",
            "Rồi.",
        ],
    );
}

#[test]
fn without_blank_lines_a_short_line_ends_its_paragraph() {
    check(
        "1. Mục đích\nXác định rõ phạm vi, trách nhiệm của từng cơ quan, đơn vị trong việc thi hành Luật và\n\
         Nghị định kịp thời.\n2.\nYêu cầu chung",
        &[
            "1. Mục đích",
            "Xác định rõ phạm vi, trách nhiệm của từng cơ quan, đơn vị trong việc thi hành Luật và Nghị định kịp thời.",
            "2. Yêu cầu chung",
        ],
    );
}

#[test]
fn a_heading_without_an_end_stays_apart_from_its_text() {
    check(
        "IV. NGUỒN LỰC\nNgân sách của phường và các nguồn tài trợ.",
        &["IV. NGUỒN LỰC", "Ngân sách của phường và các nguồn tài trợ."],
    );
    check(
        "V. PHÂN CÔNG\n1. Phòng Tài chính\nTham mưu bố trí đủ kinh phí cho các lớp tập huấn.\n2. Các thôn\n\
         a) Niêm yết lịch tập huấn tại nhà văn hóa.\n\nb) Lập danh sách.\n\nc) Đón tiếp.\n3. Nhà trường\n\
         Mở cửa hội trường.\n4. Công an\nGiữ trật tự.\n5. Trạm Y tế\nTrực cấp cứu.\n6. Đoàn xã\nTrang trí.",
        &[
            "V. PHÂN CÔNG",
            "1. Phòng Tài chính",
            "Tham mưu bố trí đủ kinh phí cho các lớp tập huấn.",
            "2. Các thôn",
            "a) Niêm yết lịch tập huấn tại nhà văn hóa.",
            "b) Lập danh sách.",
            "c) Đón tiếp.",
            "3. Nhà trường",
            "Mở cửa hội trường.",
            "4. Công an",
            "Giữ trật tự.",
            "5. Trạm Y tế",
            "Trực cấp cứu.",
            "6. Đoàn xã",
            "Trang trí.",
        ],
    );
}

#[test]
fn closing_words_stand_apart() {
    check(
        "3. Văn phòng theo dõi việc thực hiện.\nTrong quá trình thực hiện, nếu vướng mắc thì\nbáo cáo.",
        &["3. Văn phòng theo dõi việc thực hiện.", "Trong quá trình thực hiện, nếu vướng mắc thì báo cáo."],
    );
}

#[test]
fn a_label_begins_anew_behind_a_line_of_any_length() {
    check(
        "1. Mở lớp bồi dưỡng\nCơ quan thực hiện: Phòng Nội vụ\n2. Tổ chức kiểm tra việc tiếp nhận hồ sơ ở các thôn\n\
         Cơ quan thực hiện: Thanh tra huyện",
        &[
            "1. Mở lớp bồi dưỡng",
            "Cơ quan thực hiện: Phòng Nội vụ",
            "2. Tổ chức kiểm tra việc tiếp nhận hồ sơ ở các thôn",
            "Cơ quan thực hiện: Thanh tra huyện",
        ],
    );
    check(
        "1. Lập biểu gồm nội dung,\nThời gian: theo mẫu",
        &["1. Lập biểu gồm nội dung, Thời gian: theo mẫu"],
    );
}

#[test]
fn a_few_lines_of_which_none_is_broken_are_paragraphs() {
    check(
        "1. Mục đích\nGiúp đỡ hộ nghèo sửa nhà\n2. Yêu cầu\nKhông gây phiền hà\nKhông phát sinh khiếu nại\n3. Phạm vi",
        &[
            "1. Mục đích",
            "Giúp đỡ hộ nghèo sửa nhà",
            "2. Yêu cầu",
            "Không gây phiền hà",
            "Không phát sinh khiếu nại",
            "3. Phạm vi",
        ],
    );
}

#[test]
fn a_number_that_the_sentence_expects_is_no_mark() {
    check("Theo quy định tại khoản\n2. Việc này", &["Theo quy định tại khoản 2. Việc này"]);
}

#[test]
fn a_torn_heading_is_rejoined() {
    check(
        "3. Đề nghị Mặt trận tỉnh, Hội\n\nPhụ nữ tỉnh\n\n- Vận động hội viên.",
        &["3. Đề nghị Mặt trận tỉnh, Hội Phụ nữ tỉnh", "- Vận động hội viên."],
    );
}

#[test]
fn a_number_cut_at_its_hyphen_is_whole_again() {
    check("Kết luận số 114-\nKL/TW của Ban", &["Kết luận số 114-KL/TW của Ban"]);
}
