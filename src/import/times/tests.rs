//! Wordings of times and what they are read as.

mod held;
mod missed;
mod moved;
mod others;
mod repeated;
mod said;

use proptest::prelude::*;

use super::*;
use crate::domain::When;

const ONE: Years = Years { year: 2025, until: None, issued: None };

fn label(value: &str) -> Vec<String> {
    of_label(value, ONE).into_iter().map(|entry| entry.when.to_string()).collect()
}

fn sentence(text: &str) -> Vec<String> {
    of_sentence(text, ONE).into_iter().map(|entry| entry.when.to_string()).collect()
}

#[test]
fn labels_say_days_months_quarters_and_years() {
    for (value, expected) in [
        ("18/3/2025", "2025-03-18"),
        ("ngày 26 tháng 8 năm 2025", "2025-08-26"),
        ("7.1.2026", "2026-01-07"),
        ("05-10-2026", "2026-10-05"),
        ("ngày 18/5", "2025-05-18"),
        ("tháng 12/2025", "2025-12"),
        ("Tháng 10 năm 2025", "2025-10"),
        ("trong tháng 09/2025", "2025-09"),
        ("xong trong tháng 12/2025", "2025-12"),
        ("6/2025", "2025-06"),
        ("Quý III/2025", "2025-Q3"),
        ("Quý III năm 2026", "2026-Q3"),
        ("quý 1", "2025-Q1"),
        ("Quí IV", "2025-Q4"),
        ("6 tháng đầu năm", "2025-H1"),
        ("06 tháng cuối năm 2026", "2026-H2"),
        ("9 tháng đầu năm", "2025-Q1/2025-Q3"),
        ("03 tháng cuối năm 2025", "2025-Q4"),
        ("cuối năm 2025", "2025-Q4"),
        ("Cả năm 2025", "2025"),
        ("Cả năm", "2025"),
        ("Hoàn thành trong năm 2026", "2026"),
        ("2025", "2025"),
        ("Tuần cuối tháng 9/2025", "2025-09"),
        ("ngày     tháng 3 năm 2025", "2025-03"),
        ("ngày Tháng 11/2025", "2025-11"),
    ] {
        assert_eq!(label(value), [expected], "{value}");
    }
}

#[test]
fn what_is_no_time_waits() {
    for value in ["quý 5/2025", "Quí VI/2025", "trước ngày 30/02/2025", "tháng 13/2025"] {
        assert_eq!(label(value), ["pending"], "{value}");
    }
}

#[test]
fn labels_say_ranges() {
    for (value, expected) in [
        ("Tháng 11 - 12/2025", "2025-11/2025-12"),
        ("Từ tháng 12/2025 đến quý I/2026", "2025-12/2026-Q1"),
        ("tháng 11/2025 đến tháng 4/2026", "2025-11/2026-04"),
        ("Quý IV/2025- Quý II/2026", "2025-Q4/2026-Q2"),
        ("Quý IV/2025 và Quý I/2026", "2025-Q4/2026-Q1"),
        ("Quý III - IV/2025", "2025-Q3/2025-Q4"),
        ("2026 - 2030", "2026/2030"),
        ("năm 2026 - 2027", "2026/2027"),
        ("Giai đoạn 2026 – 2030", "2026/2030"),
        ("Năm 2026 và các năm tiếp theo", "2026/.."),
        ("2026 trở đi", "2026/.."),
        ("Từ quý IV/2025 trở đi", "2025-Q4/.."),
        ("từ năm 2026", "2026/.."),
        ("từ ngày 15/11 đến ngày 15/12", "2025-11-15/2025-12-15"),
        ("Từ ngày 15/11/2025 đến hết ngày 15/12/2025", "2025-11-15/2025-12-15"),
        ("ngày 17 đến ngày 20 tháng 11 năm 2025", "2025-11-17/2025-11-20"),
        ("2025, 2026, 2027", "2025/2027"),
        ("tháng 12 - tháng 2/2026", "2025-12/2026-02"),
        ("Từ 10-20/10/2025", "2025-10-10/2025-10-20"),
        ("Sau Hội nghị, hoàn thành trong quý II - III/2025", "2025-Q2/2025-Q3"),
        ("8h00-10h00 ngày 28/12/2025", "2025-12-28"),
        ("Trong khoảng thời gian từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026", "2025-12-17/2026-02-01"),
        ("Trong năm", "2025"),
        ("Năm 2025, định hướng đến năm 2030", "2025"),
        ("Tuần 26-32 (Từ 26/02/2025 - 28/04/2025)", "2025-02-26/2025-04-28"),
    ] {
        assert_eq!(label(value), [expected], "{value}");
    }
}

#[test]
fn labels_say_deadlines() {
    for (value, expected) in [
        ("trước ngày 15/10/2025", "before 2025-10-15"),
        ("Trước 30/11/2025", "before 2025-11-30"),
        ("Hoàn thành trước ngày 15 tháng 12 năm 2025", "before 2025-12-15"),
        ("chậm nhất là ngày 20/12/2025", "by 2025-12-20"),
        ("Chậm nhất ngày 17 tháng 12", "by 2025-12-17"),
        ("đến hết ngày 30/6/2026", "by 2026-06-30"),
        ("hạn cuối 15/11/2025", "by 2025-11-15"),
        ("Đến năm 2030", "by 2030"),
        ("trước 10 giờ 00 ngày 03/02/2026 (nhằm ngày 16 tháng Chạp)", "before 2026-02-03"),
        ("trước 17h00, ngày 01/02/2026", "before 2026-02-01"),
        ("Trước tháng 12/2025", "before 2025-12-01"),
        ("chậm nhất trong quý II/2025", "by 2025-Q2"),
    ] {
        assert_eq!(label(value), [expected], "{value}");
    }
}

#[test]
fn labels_say_recurrences() {
    for (value, expected) in [
        ("hằng quý", vec!["quarterly"]),
        ("Hàng năm", vec!["yearly"]),
        ("định kỳ 6 tháng", vec!["half-yearly"]),
        ("Định kỳ 6 tháng, cuối năm", vec!["half-yearly"]),
        ("Định kỳ hằng tháng, quý, 6 tháng và năm", vec!["monthly", "quarterly", "half-yearly", "yearly"]),
        ("trước ngày 15 hằng tháng", vec!["monthly before 15"]),
        ("ngày 20 của tháng cuối quý", vec!["quarterly by 20"]),
        ("trước ngày 20 tháng cuối quý", vec!["quarterly before 20"]),
        ("Tháng 12 hằng năm", vec!["yearly by 12-31"]),
        ("Hằng năm (trước ngày 15 tháng 11)", vec!["yearly before 11-15"]),
        ("trước ngày 30 tháng 11 hàng năm", vec!["yearly before 11-30"]),
        ("trước ngày 15/6 và ngày 15/12 hằng năm", vec!["yearly before 06-15", "yearly before 12-15"]),
        ("01 lần/năm", vec!["yearly"]),
        ("2 lần/năm", vec!["half-yearly"]),
        ("6 tháng một lần", vec!["half-yearly"]),
        ("Hằng quý năm 2025", vec!["quarterly"]),
        ("Hằng năm, giai đoạn 2026 - 2030", vec!["yearly 2026/2030"]),
        ("Hằng ngày", vec!["ongoing"]),
    ] {
        assert_eq!(label(value), expected, "{value}");
    }
}

#[test]
fn what_goes_on_or_depends_has_no_date() {
    for (value, expected) in [
        ("Thường xuyên", vec!["ongoing"]),
        ("Nhiệm vụ thường xuyên, liên tục", vec!["ongoing"]),
        ("Thường xuyên trong năm 2025", vec!["ongoing"]),
        ("Thường xuyên, báo cáo trước ngày 15/12/2025", vec!["ongoing", "before 2025-12-15"]),
        ("Sau khi Nghị định được ban hành", vec!["pending"]),
        ("Sau khi Luật có hiệu lực từ ngày 01/7/2025", vec!["pending"]),
        ("Theo tiến độ được giao của Luật năm 2025", vec!["pending"]),
        ("Theo Kế hoạch riêng", vec!["pending"]),
        ("trước 05 ngày tổ chức Hội nghị", vec!["pending"]),
        ("Năm học 2025 - 2026", vec!["pending"]),
        ("", vec![]),
        (" - ", vec![]),
    ] {
        assert_eq!(label(value), expected, "{value}");
    }
}

#[test]
fn one_value_may_hold_several_times() {
    let entries = of_label("Đợt 1: trong tháng 6/2025; Đợt 2: từ ngày 01/9 đến ngày 30/9/2025", ONE);
    let read: Vec<_> =
        entries.iter().map(|e| (e.id.as_str(), e.when.to_string(), e.label.as_deref())).collect();
    assert_eq!(
        read,
        [
            ("a", "2025-06".to_owned(), Some("Đợt 1")),
            ("b", "2025-09-01/2025-09-30".to_owned(), Some("Đợt 2"))
        ]
    );
    assert_eq!(
        label("Dự kiến ngày 05/12/2025 (Chậm nhất ngày 10/12/2025 - 95 ngày trước bầu cử)"),
        ["2025-12-05", "by 2025-12-10"]
    );
    assert_eq!(label("Tháng 6 và tháng 12"), ["2025-06", "2025-12"]);
    assert_eq!(label("Tháng 3, 6, 9, 12 năm 2026"), ["2026-03", "2026-06", "2026-09", "2026-12"]);
    assert_eq!(
        label("Báo cáo tháng trước ngày 20 hằng tháng; báo cáo năm trước ngày 15/12"),
        ["monthly before 20", "before 2025-12-15"]
    );
}

#[test]
fn a_label_keeps_its_words() {
    let entries = of_label("Lập Đề án trong quý III/2025.", ONE);
    assert_eq!(entries[0].text, "Lập Đề án trong quý III/2025");
    assert_eq!(entries[0].label.as_deref(), Some("Lập Đề án"));
    assert_eq!(entries[0].when.to_string(), "2025-Q3");
}

#[test]
fn sentences_give_deadlines() {
    for (text, expected) in [
        (
            "Các đơn vị lập Kế hoạch xong trước ngày 18/3/2025. Gửi báo cáo (qua Văn phòng) trước ngày 15/10/2025 để tổng hợp.",
            vec!["before 2025-03-18", "before 2025-10-15"],
        ),
        (
            "Báo cáo định kỳ 06 tháng đầu năm gửi trước ngày 11/6/2025, báo cáo năm gửi trước ngày 11/11/2025 về Sở",
            vec!["before 2025-06-11", "before 2025-11-11"],
        ),
        ("Tham mưu ban hành quy chế, hoàn thành trong quý III/2025.", vec!["2025-Q3"]),
        ("Hoàn thành việc rà soát trong tháng 12/2025", vec!["2025-12"]),
        ("Tổ chức lễ phát động (từ ngày 15/11 đến ngày 15/12) trên địa bàn", vec!["2025-11-15/2025-12-15"]),
        ("Sơ kết công tác (Quý II/2025).", vec!["2025-Q2"]),
        ("Gửi kết quả về Sở chậm nhất ngày 20 tháng 12 năm 2025", vec!["by 2025-12-20"]),
        (
            "Định kỳ 6 tháng (trước ngày 10/6) và 01 năm (trước ngày 10/12) gửi báo cáo",
            vec!["before 2025-06-10", "before 2025-12-10"],
        ),
        ("Đến hết năm 2025 hoàn thành việc số hóa", vec!["by 2025"]),
        ("Rà soát văn bản; thời gian hoàn thành: Quý IV/2025", vec!["2025-Q4"]),
    ] {
        assert_eq!(sentence(text), expected, "{text}");
    }
}

#[test]
fn sentences_give_recurrences() {
    for (text, expected) in [
        ("tiếp thu góp ý, định kỳ hàng quý báo cáo Ủy ban nhân dân tỉnh", vec!["quarterly"]),
        ("Định kỳ 6 tháng, cuối năm, các phòng tự đánh giá", vec!["half-yearly"]),
        ("Triển khai kế hoạch. Hằng năm báo cáo kết quả về Sở", vec!["yearly"]),
        ("Gửi báo cáo trước ngày 15/12 hằng năm", vec!["yearly before 12-15"]),
        ("Gửi số liệu trước ngày 20 hằng tháng", vec!["monthly before 20"]),
    ] {
        assert_eq!(sentence(text), expected, "{text}");
    }
}

#[test]
fn other_dates_of_a_sentence_are_none_of_the_task() {
    for text in [
        "Triển khai Kế hoạch số 12/KH-UBND ngày 14/02/2025 của Ủy ban nhân dân tỉnh",
        "Thực hiện Luật Việc làm có hiệu lực từ ngày 01/01/2026",
        "Thống kê số liệu từ ngày 01/01/2025 đến ngày 30/6/2025",
        "Tổng hợp số liệu tính đến hết ngày 14/12/2025",
        "Bố trí kinh phí từ ngân sách hằng năm",
        "Thực hiện chương trình giai đoạn 2021 - 2030",
        "Thực hiện nhiệm vụ năm học 2025 - 2026",
        "Thường xuyên biểu dương gương điển hình",
        "định kỳ kiểm tra việc thực hiện",
        "Chuẩn bị nhiệm kỳ 2025 - 2030 của Đảng bộ",
        "Tổ chức kỷ niệm ngày thành lập (26/3/1931 - 26/3/2025)",
        "Phấn đấu đến năm 2030 có 100% số xã đạt chuẩn",
        "Hoàn thành các mục tiêu của chương trình đến năm 2030",
        "Tiêu độc các điểm ngập trong 24-48 giờ",
        "",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}

proptest! {
    #[test]
    fn every_time_prints_and_parses(
        text in "(trước |chậm nhất |từ |đến |hằng |định kỳ |và |- |, |\\(|\\)|; |ngày |tháng |quý |năm |[0-9]{1,2}|20[0-9]{2}|/|I|II|IV| |6 tháng |hoàn thành |trong |báo cáo |thời hạn: ){0,14}"
    ) {
        for entry in of_label(&text, ONE).into_iter().chain(of_sentence(&text, ONE)) {
            prop_assert_eq!(entry.when.to_string().parse::<When>(), Ok(entry.when));
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        for entry in of_label(&text, ONE).into_iter().chain(of_sentence(&text, ONE)) {
            prop_assert_eq!(entry.when.to_string().parse::<When>(), Ok(entry.when));
        }
    }
}

#[test]
fn a_time_that_is_all_a_clause_says_counts() {
    for (text, expected) in [
        ("Nghiệm thu cấp xã: 05/8/2025;", "2025-08-05"),
        ("Lập danh sách hộ: Tháng 4/2025. Chi cục Thống kê chủ trì.", "2025-04"),
        ("Tập huấn cho cán bộ cơ sở: 02 lớp, quý I/2026.", "2026-Q1"),
        ("Đợt 2: dự kiến tháng 8/2025", "2025-08"),
        ("Tháng 9/2025", "2025-09"),
        ("Tháng 10: mở lớp tập huấn", "2025-10"),
    ] {
        assert_eq!(sentence(text), [expected], "{text}");
    }
    for text in [
        "Số liệu chốt: 15/12/2025.",
        "Mở hội thi chào mừng ngày 20/11, tháng 11 có mưa",
        "Theo Quyết định số 12/QĐ-UBND, tháng 3/2025.",
        "Mục tiêu: năm 2025 đạt chuẩn",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn reports_on_a_weekday_and_in_the_month_after() {
    assert_eq!(sentence("Báo cáo tiến độ về Ban Chỉ đạo vào thứ Sáu hằng tuần."), ["weekly"]);
    assert_eq!(sentence("Báo cáo trước ngày 05 tháng kế tiếp."), ["monthly before 5"]);
    assert_eq!(sentence("Tổng hợp trước ngày 05 của tháng đầu quý sau."), ["quarterly"]);
}

#[test]
fn work_may_fall_due_in_the_year_of_issue() {
    let text = "Gửi kế hoạch của chi bộ trước ngày 15/12/2024.";
    let times = |issued| of_sentence(text, Years { issued, ..ONE }).len();
    assert_eq!((times(None), times(Some(2024))), (0, 1));
}

#[test]
fn an_hour_begins_an_event_and_brackets_hold_a_rhythm() {
    assert_eq!(label("01 buổi, bắt đầu từ 7 giờ 30, ngày 25/9/2025"), ["2025-09-25"]);
    assert_eq!(label("từ ngày 25/9/2025"), ["2025-09-25/.."]);
    assert_eq!(sentence("Phát thanh trên loa (hằng tuần)."), ["weekly"]);
}

#[test]
fn what_is_held_has_its_days() {
    for (text, expected) in [
        (
            "Tổ chức tiêm chính vụ từ ngày 15/3/2025 đến hết ngày 30/4/2025 trên toàn huyện",
            "2025-03-15/2025-04-30",
        ),
        ("Chương trình diễn ra từ ngày 25/4 đến ngày 31/5/2025.", "2025-04-25/2025-05-31"),
        (
            "Số hóa hồ sơ từ ngày 01/01/1990 đến ngày 31/12/2015, bắt đầu từ tháng 4/2025 và kết thúc trong tháng 9/2025.",
            "2025-04/2025-09",
        ),
        ("Lễ phát động: tổ chức sáng ngày 26/4/2025 tại Khu công nghiệp", "2025-04-26"),
        ("Xây dựng tài liệu, phát hành đầu tháng 5.", "2025-05"),
        ("Trao quà cho đoàn viên trong 6 tháng đầu năm.", "2025-H1"),
    ] {
        assert_eq!(sentence(text), [expected], "{text}");
    }
    assert_eq!(sentence("Đánh giá trong tháng 7 và nghiệm thu vào tháng 11."), ["2025-07", "2025-11"]);
    assert_eq!(
        sentence("Gửi báo cáo nhanh vào ngày 15 và 30/5; báo cáo tổng kết trước 05/6."),
        ["by 2025-05-15", "by 2025-05-30", "before 2025-06-05"]
    );
    for text in [
        "Thống kê kết quả thực hiện từ ngày 01/01/2025 đến ngày 30/6/2025",
        "Hội nghị đã tổ chức vào ngày 15/3/2025",
        "Đánh giá kết quả trong 6 tháng đầu năm.",
        "Trình Hội đồng nhân dân tại kỳ họp giữa năm.",
        "Tổ chức sinh hoạt từ ngày 01/01/2025 đến ngày 31/12/2027",
    ] {
        assert_eq!(sentence(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn how_often_is_said_by_a_count() {
    for (text, expected) in [
        ("Giám sát vệ sinh tay tại 10 khoa mỗi tháng 01 lần.", "monthly"),
        ("Thông tin trên loa truyền thanh mỗi tuần 02 lần.", "weekly"),
        ("Kiểm định nồi hấp 6 tháng/lần.", "half-yearly"),
        ("Họp tổ mỗi năm ít nhất 02 lần.", "half-yearly"),
        ("Chia sẻ số liệu vào thứ Sáu hằng tuần.", "weekly"),
        ("Ra quân vào chiều thứ Bảy tuần cuối hằng tháng.", "monthly"),
        ("Hằng tháng tổng hợp kết quả, báo cáo Chủ tịch trước ngày 28.", "monthly before 28"),
    ] {
        assert_eq!(sentence(text), [expected], "{text}");
    }
}
