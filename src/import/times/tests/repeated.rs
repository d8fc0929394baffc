//! What recurs: how often, in which part of the year, and for which of several days.

use super::{Years, label, of_sentence, sentence};

#[test]
fn a_range_limits_what_recurs() {
    for text in [
        "Báo cáo vào ngày 25 hằng tháng trong mùa mưa bão (từ tháng 5 đến tháng 11).",
        "Báo cáo ngày 25 hằng tháng từ tháng 5 đến tháng 11/2025.",
    ] {
        assert_eq!(sentence(text), ["monthly by 25 2025-05/2025-11"], "{text}");
    }
    assert_eq!(label("Ngày 25 hằng tháng (từ tháng 5 đến tháng 11)"), ["monthly by 25 2025-05/2025-11"]);
    assert_eq!(label("Trước ngày 25 hằng tháng (từ tháng 01 đến tháng 12)"), ["monthly before 25"]);
    assert_eq!(
        sentence("Báo cáo trước ngày 25 hằng tháng, tổ chức hội thi từ tháng 5 đến tháng 11."),
        ["monthly before 25", "2025-05/2025-11"]
    );
}

#[test]
fn every_year_is_said_of_all_days_of_a_report() {
    let years = Years { year: 2025, until: Some(2027), issued: None };
    let read = |text: &str| -> Vec<String> {
        of_sentence(text, years).into_iter().map(|entry| entry.when.to_string()).collect()
    };
    assert_eq!(
        read("Báo cáo kết quả 6 tháng trước ngày 20 tháng 6 và kết quả năm trước ngày 15 tháng 12 hằng năm."),
        ["yearly before 06-20", "yearly before 12-15"]
    );
    assert_eq!(
        read("Báo cáo 6 tháng trước ngày 20/6, báo cáo năm trước ngày 15/12 hằng năm."),
        ["yearly before 06-20", "yearly before 12-15"]
    );
    for text in [
        "Ban hành kế hoạch trước ngày 20/6 và báo cáo kết quả trước ngày 15/12 hằng năm.",
        "Gửi dự thảo trước ngày 20/6; báo cáo trước ngày 15/12 hằng năm.",
        "Báo cáo trước ngày 20/6, tổ chức hội thi trước ngày 15/12 hằng năm.",
        "Báo cáo rà soát trước ngày 20/6/2025 và báo cáo kết quả trước ngày 15/12 hằng năm.",
    ] {
        assert_eq!(read(text), ["before 2025-06-20", "yearly before 12-15"], "{text}");
    }
}

#[test]
fn a_report_at_an_hour_is_daily_and_counts_are_read_alike() {
    for (text, expected) in [
        (
            "Vận hành cống, báo cáo mực nước về Công ty (qua Phòng A) lúc 7 giờ và 19 giờ hằng ngày.",
            vec!["daily"],
        ),
        ("Báo cáo tình hình về xã hằng ngày, trước 15 giờ 00.", vec!["daily"]),
        ("Báo cáo tổng hợp hằng ngày gửi xã.", vec![]),
        ("Mở cửa lúc 7 giờ hằng ngày.", vec![]),
        ("Sinh hoạt chuyên môn 02 lần/tháng.", vec!["monthly"]),
        ("Phụ đạo ít nhất 02 buổi/tuần.", vec!["weekly"]),
        ("Dạy học 2 buổi/ngày.", vec![]),
        ("Họp 03 lần/năm.", vec![]),
        ("Đối thoại ít nhất 01 cuộc trong quý II.", vec!["2025-Q2"]),
    ] {
        assert_eq!(sentence(text), expected, "{text}");
    }
}

#[test]
fn days_beside_a_rhythm_are_those_of_a_report_only_where_one_period_holds_them() {
    // What is longer than a quarter is when it recurs, not what one report counts.
    assert_eq!(
        label("Định kỳ hằng quý (từ ngày 01/4/2025 đến ngày 31/12/2025), báo cáo kết quả về Sở"),
        ["quarterly 2025-04-01/2025-12-31"]
    );
    assert_eq!(label("Hằng năm (từ ngày 01/6/2025 đến ngày 30/6/2025)"), ["yearly 2025-06-01/2025-06-30"]);
    assert_eq!(label("Báo cáo hằng quý (từ ngày 15/12/2024 đến ngày 14/3/2025)"), ["quarterly"]);
}
