//! When something is held, and the parts of the year in which it is.

use super::{ONE, label, sentence, unread};

#[test]
fn a_range_is_held_whatever_commas_stand_before_it() {
    for (text, expected) in [
        (
            "Tổ chức các đoàn thăm, động viên gia đình từ ngày 02/02 đến ngày 10/02/2025.",
            "2025-02-02/2025-02-10",
        ),
        ("Đợt 1: từ ngày 15/4/2025 đến ngày 30/4/2025, tại 05 huyện.", "2025-04-15/2025-04-30"),
        ("Đợt 1: từ 01/4 đến 30/4/2025.", "2025-04-01/2025-04-30"),
        (
            "Công an tỉnh mở đợt cao điểm tấn công, trấn áp tội phạm từ ngày 15/01/2025 đến hết ngày 28/02/2025; xử lý nghiêm.",
            "2025-01-15/2025-02-28",
        ),
        ("Từ ngày 01/3/2025 đến ngày 15/3/2025, các chi bộ sinh hoạt chuyên đề.", "2025-03-01/2025-03-15"),
        (
            "Công an xã ra quân kiểm tra, xử phạt từ ngày 15/5/2025 đến hết ngày 30/5/2025.",
            "2025-05-15/2025-05-30",
        ),
        ("Công an xã mở đợt cao điểm từ 15/12/2024 đến hết ngày 15/3/2025.", "2024-12-15/2025-03-15"),
    ] {
        assert_eq!(sentence(text), [expected], "{text}");
    }
    for text in [
        "Số liệu báo cáo: từ ngày 15/12/2024 đến ngày 14/6/2025, gửi về Sở.",
        "Mốc kiểm tra: từ ngày 01/01/2024 đến ngày 31/3/2025, tại các chi bộ.",
        "Tổ chức rà soát, thống kê hồ sơ phát sinh từ ngày 01/01/2025 đến ngày 30/6/2025.",
        "Từ ngày 01/3/2025 đến ngày 15/3/2025, toàn xã có 12 vụ.",
        "Thống kê, xử phạt từ ngày 15/5/2025 đến hết ngày 30/5/2025.",
        "Sau khi mở đợt cao điểm, trao đổi về các vụ từ ngày 01/01/2025 đến ngày 28/02/2025.",
        "Kiểm tra các vụ việc xảy ra từ ngày 01/01/2024 đến ngày 31/12/2024.",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_event_has_its_day() {
    for (text, expected) in [
        ("Tổ chức Hội nghị sơ kết công tác năm ngày 22/7/2025 tại hội trường.", vec!["2025-07-22"]),
        ("Mở lớp tập huấn cho cán bộ thôn vào ngày 22/7.", vec!["2025-07-22"]),
        ("Lễ kỷ niệm: 7h30 ngày 20/11/2025.", vec!["2025-11-20"]),
        ("Chấm giải: chiều ngày 15/11/2025.", vec!["2025-11-15"]),
        ("Phát động sáng mùng 6 Tết (ngày 03/02/2025), toàn xã trồng cây.", vec!["2025-02-03"]),
        (
            "Giải bóng chuyền: tổ chức trong 02 ngày 31/01 và 01/02/2025, tại sân xã.",
            vec!["2025-01-31/2025-02-01"],
        ),
        ("Tổ chức hội thi trong hai ngày 5/3 và 9/3/2025.", vec!["2025-03-05", "2025-03-09"]),
        ("Tổ chức hội thi trong 02 ngày 31/12 và 01/01/2026.", vec!["2025-12-31/2026-01-01"]),
    ] {
        assert_eq!(sentence(text), expected, "{text}");
    }
    for text in [
        "Tổ chức Hội nghị triển khai Nghị quyết ngày 22/02/2025 của Ban Chấp hành.",
        "Tổ chức Hội nghị triển khai Kế hoạch số 12/KH-UBND ngày 22/02/2025.",
        "Tổ chức hội thi chào mừng Ngày Nhà giáo Việt Nam ngày 20/11/2025.",
        "Tổ chức rà soát hồ sơ ngày 22/02/2025 trở về trước.",
        "Tổ chức thi hành án ngày 22/02/2025.",
        "Sau khi tổ chức Hội nghị ngày 15/3/2025 thì tổng hợp ý kiến.",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_finer_time_and_the_named_months_count() {
    for (value, expected) in [
        ("Hè 2025 (tháng 6 - 7/2025)", vec!["2025-06/2025-07"]),
        ("Trong dịp hè năm 2025", vec!["2025-06/2025-08"]),
        ("Năm 2025 (quý II)", vec!["2025-Q2"]),
        ("Năm 2025 (quý II trình, quý III ban hành)", vec!["2025"]),
        ("Quý II/2025 (năm 2025)", vec!["2025-Q2"]),
        ("02 lần/năm (tháng 6 và tháng 12)", vec!["2025-06", "2025-12"]),
        ("Tháng 12 và tháng 4/2026", vec!["2025-12", "2026-04"]),
        ("Tuần 2 tháng 9/2025", vec!["2025-09"]),
    ] {
        assert_eq!(label(value), expected, "{value}");
    }
    for (text, expected) in [
        ("Kiểm tra 02 lần/năm học (tháng 12/2025 và tháng 4/2026).", vec!["2025-12", "2026-04"]),
        ("Kiểm tra hồ sơ 02 lần/năm học.", vec![]),
        ("Triển khai đến phụ huynh trong tuần 2 tháng 9/2025.", vec!["2025-09"]),
        ("Sinh hoạt lớp tuần cuối của tháng 9.", vec!["2025-09"]),
        ("Trực trường tuần 26 tháng 9.", vec![]),
    ] {
        assert_eq!(sentence(text), expected, "{text}");
    }
}

#[test]
fn parts_of_a_whole_are_no_days() {
    for text in [
        "Tổ chức vận động từ 1/2 đến 2/3 số hộ trong thôn tham gia bảo hiểm.",
        "Tổ chức vận động từ 01/2 đến 02/3 tổng số hộ tham gia.",
    ] {
        assert_eq!((sentence(text), unread(text, ONE)), (Vec::new(), None), "{text}");
    }
    assert_eq!(sentence("Tổ chức lấy phiếu từ 1/2 đến 2/3."), Vec::<String>::new());
    assert_eq!(sentence("Tổ chức hội thi từ 15/4 đến 30/4."), ["2025-04-15/2025-04-30"]);
    assert_eq!(sentence("Tổ chức hội thi từ 5-8/10."), ["2025-10-05/2025-10-08"]);
    assert_eq!(sentence("Tổ chức hội thi từ 1/2 đến 2/3/2025."), ["2025-02-01/2025-03-02"]);
}

#[test]
fn a_sentence_that_opens_with_its_time_says_a_duty_behind_it() {
    for (text, expected) in [
        ("Từ ngày 01/3/2025 đến ngày 15/3/2025, rà soát hộ nghèo.", vec!["2025-03-01/2025-03-15"]),
        ("Từ ngày 01/3/2025 đến ngày 15/3/2025, toàn xã ra quân dọn vệ sinh.", vec!["2025-03-01/2025-03-15"]),
        ("Từ ngày 01/01/2025 đến ngày 30/6/2025, toàn xã thu ngân sách đạt 5 tỷ; tiếp tục đôn đốc.", vec![]),
    ] {
        assert_eq!(sentence(text), expected, "{text}");
    }
}
