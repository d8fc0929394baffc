//! Deadlines that are moved, and conditions that only a person can turn into a date.

use super::{label, sentence};

#[test]
fn a_moved_deadline_is_the_new_one() {
    for (value, expected) in [
        ("Gia hạn từ ngày 31/12/2024 đến ngày 30/6/2025 theo Thông báo số 15/TB-UBND", "by 2025-06-30"),
        ("Lùi sang tháng 9/2025", "by 2025-09"),
        ("Điều chỉnh thời gian hoàn thành từ tháng 3 sang tháng 6", "by 2025-06"),
        // This lasts, nothing is moved.
        ("kéo dài từ ngày 15/4 đến ngày 20/5/2025", "2025-04-15/2025-05-20"),
    ] {
        assert_eq!(label(value), [expected], "{value}");
    }
    assert_eq!(sentence("Điều chỉnh thời hạn hoàn thành từ quý I sang quý III/2025."), ["by 2025-Q3"]);
    assert_eq!(sentence("Lùi thời hạn báo cáo đến hết ngày 30/9/2025."), ["by 2025-09-30"]);
    for text in [
        "Điều chỉnh quy hoạch từ năm 2021 đến năm 2030.",
        "Gia hạn giấy phép cho các hộ đến ngày 31/12/2025.",
        "Lùi thời hạn; trình ngày 30/9/2025.",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_condition_is_told_where_no_time_is() {
    for text in [
        "Phân bổ gạo ngay sau khi có quyết định của cấp trên.",
        "Báo cáo nhanh trong vòng 24 giờ kể từ khi kết thúc đợt mưa.",
        "Báo cáo sau mỗi đợt tiêm 05 ngày.",
        "Gửi hồ sơ về đoàn trước khi đoàn làm việc ít nhất 07 ngày.",
        "Tổ chức Lễ hội theo kế hoạch riêng.",
        "Rà soát. Thời hạn hoàn thành: trong vòng 15 ngày làm việc từ ngày có hướng dẫn.",
    ] {
        assert_eq!(sentence(text), ["pending"], "{text}");
    }
    assert_eq!(sentence("Báo cáo ngay sau khi có hướng dẫn, chậm nhất ngày 15/6/2025."), ["by 2025-06-15"]);
    for text in [
        "Sau khi sáp nhập, các xã tiếp tục quản lý hồ sơ.",
        "Đào tạo ít nhất 03 tháng cho lao động nông thôn.",
        "Tiêu độc trong vòng 24 giờ.",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}
