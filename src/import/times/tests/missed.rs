//! What looks like a time and is read as none.

use super::{ONE, sentence, unread};

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    assert_eq!(
        (sentence(text).as_slice(), unread(text, ONE).as_deref()),
        ([].as_slice(), expected),
        "{text}"
    );
}

#[test]
fn a_time_that_no_rule_reads_is_told() {
    check("Thả hoa đăng trên sông Hương ngày 15/7.", Some("ngày 15/7"));
    check(
        "Khảo sát việc cấp thẻ từ ngày 01/3/2025 đến ngày 30/6/2025.",
        Some("từ ngày 01/3/2025 đến ngày 30/6/2025"),
    );
    check("Treo cờ từ ngày 15/3/2025 đến hết ngày bầu cử.", Some("từ ngày 15/3/2025"));
    check("Nộp hồ sơ ngày /9/2025 tại trụ sở.", Some("ngày /9/2025"));
    check("Phấn đấu đến 30/6 xong các tuyến đường.", Some("30/6"));
    check("Treo cờ xong trước ngày 25/12 âm lịch.", Some("ngày 25/12 âm lịch"));
    check("Trực từ 28 tháng Chạp đến hết mùng 5 Tết.", Some("28 tháng Chạp"));
    check("Nộp đơn ngày 31/02/2025.", Some("ngày 31/02/2025"));
    check("In tờ gấp, hoàn thành trước 31/11/2025.", Some("31/11/2025"));
    check("Sơ kết, xong trong tháng 13/2025.", Some("tháng 13/2025"));
    check("Báo cáo sơ kết trong quý 5/2025.", Some("quý 5/2025"));
    check("Tập huấn hòa giải viên trước ngày 15/9/2021.", Some("trước ngày 15/9/2021"));
}

#[test]
fn what_is_cited_counted_remembered_or_history_is_not() {
    check("Thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2025 của UBND tỉnh.", None);
    check("Tổng hợp số liệu từ ngày 15/12/2024 đến ngày 14/6/2025.", None);
    check("Chào mừng kỷ niệm Ngày Thương binh - Liệt sĩ 27/7.", None);
    check("Rà soát các nhà ở được cấp phép ngày 15/3/2025.", None);
    check("Tiếp nhận hồ sơ ngày 15/3/2019.", None);
    check("Rà soát người hưởng chế độ trước ngày 01/7/2016 theo quy định.", None);
    check("Trực ban 24/24 giờ; đạt 2/3 số hộ; phấn đấu đến năm 2030.", None);
}

#[test]
fn what_is_read_is_not_missed() {
    let text = "Báo cáo trước ngày 15/10/2025.";
    assert_eq!((sentence(text).len(), unread(text, ONE)), (1, None));
}
