//! Units of running text.

use super::super::*;
use super::{check, sentence};

#[test]
fn who_is_named_behind_a_colon_or_beside_the_lead() {
    sentence(
        "Lập quy trình xử lý dụng cụ: Khoa Dược chủ trì, Khoa Nội soi phối hợp, trình Giám đốc.",
        &["lead Khoa Dược", "with Khoa Nội soi"],
    );
    sentence(
        "Đối thoại tháng 5: LĐLĐ các huyện, công đoàn ngành tổ chức ít nhất 01 cuộc.",
        &["lead LĐLĐ các huyện", "lead công đoàn ngành"],
    );
    sentence(
        "Sở Công Thương dự trữ hàng hóa; Sở Y tế dự trữ thuốc.",
        &["lead Sở Công Thương", "lead Sở Y tế"],
    );
    sentence("Sở Công Thương dự trữ hàng hóa; UBND tỉnh xem xét.", &["lead Sở Công Thương"]);
    sentence("Các chi, đảng bộ cơ sở xây dựng kế hoạch.", &["lead Các chi, đảng bộ cơ sở"]);
    sentence("Báo cáo gửi về: Sở Y tế tổng hợp.", &[]);
    check("các phòng giáo dục và đào tạo", &["lead các phòng giáo dục và đào tạo"]);
    check("Các Cục, Vụ được giao soạn thảo", &["lead Các Cục, Vụ được giao soạn thảo"]);
    check("Cục Quản lý hoạt động xây dựng", &["lead Cục Quản lý hoạt động xây dựng"]);
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
fn an_event_is_no_body_and_a_helping_body_keeps_its_name() {
    sentence("Tổ chức hội thao: Từ ngày 10/5 đến ngày 12/5/2025.", &[]);
    sentence("Tập dượt nghi thức. Phụ trách: Tổng phụ trách Đội.", &["lead Tổng phụ trách Đội"]);
    sentence(
        "Văn phòng Đảng ủy phối hợp với các cơ quan tham mưu, giúp việc Đảng ủy lập lịch.",
        &["lead Văn phòng Đảng ủy", "with các cơ quan tham mưu, giúp việc Đảng ủy"],
    );
}

#[test]
fn who_acts_in_a_later_clause() {
    sentence("Kiện toàn các đội xung kích. Phòng Hành chính tham mưu.", &["lead Phòng Hành chính"]);
    sentence(
        "Ngày hội hiến máu: dự kiến ngày 20/3/2025, Ban Phong trào phối hợp với Hội Chữ thập đỏ tỉnh tổ chức.",
        &["lead Ban Phong trào", "with Hội Chữ thập đỏ tỉnh"],
    );
    sentence("Hoàn thành trước ngày 20/3/2025, Ban Phong trào được thông báo.", &[]);
    // The other side of a paper helps with nothing.
    sentence("Ký quy chế phối hợp với Công an phường.", &[]);
}

#[test]
fn who_chases_and_reports_leads_as_is_likely() {
    let sure = |text| of_sentence(text).into_iter().map(|(read, sure)| (read.role, sure)).next();
    let report = "Văn phòng Sở theo dõi, đôn đốc các phòng và tổng hợp, báo cáo trước ngày 20/6.";
    assert_eq!(sure(report), Some((Role::Lead, Sureness::Likely)));
    let chase = "Văn phòng Sở theo dõi, đôn đốc các phòng.";
    assert_eq!(sure(chase), Some((Role::Monitor, Sureness::Certain)));
}

#[test]
fn several_before_a_colon_are_the_subject_however_they_are_parted() {
    sentence(
        "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường: trực tiếp chỉ đạo, chịu trách nhiệm về kết quả.",
        &["lead Thủ trưởng các sở, ban, ngành", "lead Chủ tịch UBND các xã, phường"],
    );
    sentence(
        "Tổ trưởng tổ dân phố, cộng tác viên dân số: vận động các hộ ký cam kết.",
        &["lead Tổ trưởng tổ dân phố", "lead cộng tác viên dân số"],
    );
    sentence("Hội thảo, hội nghị: mời chuyên gia trình bày.", &[]);
}

#[test]
fn who_leads_may_stand_behind_a_dash_or_hold_it_with_a_partner() {
    sentence("Mỗi tháng mở ít nhất 01 buổi hướng dẫn – Đoàn xã chủ trì.", &["lead Đoàn xã"]);
    sentence(
        "Đối thoại tại doanh nghiệp, do Công đoàn xã phối hợp với Công ty May Hồ Gươm tổ chức.",
        &["lead Công đoàn xã", "with Công ty May Hồ Gươm"],
    );
}

#[test]
fn verbs_of_every_day_end_a_name() {
    sentence("Hiệu trưởng ra quyết định thành lập Ban Kiểm tra.", &["lead Hiệu trưởng"]);
    sentence(
        "Phó Hiệu trưởng phụ trách chuyên môn kiểm tra.",
        &["lead Phó Hiệu trưởng phụ trách chuyên môn"],
    );
    sentence("Phó Hiệu trưởng phụ trách chung.", &["lead Phó Hiệu trưởng"]);
    sentence("Các tổ trưởng chuyên môn nộp minh chứng về Văn phòng.", &["lead Các tổ trưởng chuyên môn"]);
}
