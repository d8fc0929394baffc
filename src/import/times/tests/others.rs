//! Times of something else than the task: what a report counts, what was audited, what an event is about.

use super::{Years, label, of_sentence, sentence};

/// Asserts all readings at once.
fn check(read: impl Fn(&str) -> Vec<String>, table: &[(&str, &[&str])]) {
    let found: Vec<_> = table.iter().map(|(text, _)| (*text, read(text))).collect();
    let expected: Vec<_> = table
        .iter()
        .map(|(text, times)| (*text, times.iter().map(|time| (*time).to_owned()).collect::<Vec<_>>()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_a_report_counts_does_not_limit_when_it_is_due() {
    check(
        sentence,
        &[
            (
                "Gửi báo cáo năm trước ngày 20/12 hằng năm (từ ngày 15/12/2024 đến ngày 14/12/2025).",
                &["yearly before 12-20"],
            ),
            ("Gửi báo cáo trước ngày 18/6 hằng năm (từ ngày 15/12 đến ngày 14/6).", &["yearly before 06-18"]),
            ("Báo cáo trước ngày 20/12 hằng năm từ tháng 1 đến tháng 11.", &["yearly before 12-20"]),
            ("Báo cáo trước ngày 20 tháng cuối quý (từ ngày 15/3 đến ngày 14/6).", &["quarterly before 20"]),
            (
                "Báo cáo trước ngày 20 hằng tháng (từ ngày 15 tháng 3 đến ngày 14 tháng 4).",
                &["monthly before 20"],
            ),
        ],
    );
}

#[test]
fn the_days_over_which_a_report_counts_are_no_time_of_it() {
    check(
        sentence,
        &[
            (
                "Gửi báo cáo năm (từ ngày 15/12/2024 đến ngày 14/12/2025) trước ngày 20/12/2025.",
                &["before 2025-12-20"],
            ),
            ("Báo cáo hằng năm (từ ngày 15/12 đến ngày 14/12).", &["yearly"]),
            ("Báo cáo 6 tháng (từ ngày 15/12/2024 đến ngày 14/6/2025).", &[]),
            ("Tổ chức Tháng Thanh niên (từ ngày 01/3/2025 đến ngày 31/3/2025).", &["2025-03-01/2025-03-31"]),
        ],
    );
}

#[test]
fn a_stretch_that_is_inspected_is_not_when_the_inspection_is() {
    check(
        sentence,
        &[
            ("Khảo sát việc giải quyết thủ tục từ ngày 01/3/2025 đến ngày 30/6/2025.", &[]),
            ("Tổ chức kiểm tra công tác thu, chi từ tháng 01/2025 đến tháng 6/2025.", &[]),
            (
                "Kiểm tra việc thu phí, tổ chức hội nghị từ ngày 05/3/2025 đến ngày 06/3/2025.",
                &["2025-03-05/2025-03-06"],
            ),
            ("Giám sát công tác tiếp dân từ tháng 01/2025 đến tháng 6/2025.", &[]),
            ("Kiểm tra các trường từ ngày 05/3/2025 đến ngày 20/3/2025.", &["2025-03-05/2025-03-20"]),
            ("Kiểm tra việc dạy thêm, từ ngày 05/3/2025 đến ngày 20/3/2025.", &["2025-03-05/2025-03-20"]),
        ],
    );
}

#[test]
fn a_named_month_or_week_is_no_rhythm() {
    check(
        sentence,
        &[
            ("Tổ chức ít nhất 01 cuộc trong Tháng Công nhân.", &[]),
            ("Tổ chức 01 buổi trong Tuần lễ hưởng ứng học tập suốt đời.", &[]),
            ("Tổ chức 01 phiên trong tháng hành động.", &[]),
            ("Sinh hoạt 02 buổi trong một tuần tại nhà văn hóa.", &["weekly"]),
            ("Sinh hoạt 02 buổi trong tháng.", &["monthly"]),
        ],
    );
}

#[test]
fn the_audited_stretch_is_not_that_of_the_audit() {
    check(
        sentence,
        &[
            ("Kiểm tra việc mua sắm, sử dụng tài sản công từ tháng 7/2024 đến tháng 6/2025.", &[]),
            ("Giám sát, khảo sát việc mua sắm từ tháng 7/2024 đến tháng 6/2025.", &[]),
            ("Kiểm tra, thanh toán chế độ từ tháng 01/2025 đến tháng 6/2025.", &[]),
            ("Ra quân kiểm tra, xử lý xe quá tải từ tháng 3 đến tháng 6/2025.", &["2025-03/2025-06"]),
        ],
    );
}

#[test]
fn the_day_of_what_an_event_is_about_is_not_that_of_the_event() {
    check(
        sentence,
        &[
            ("Tổ chức hội nghị triển khai công tác bầu cử đại biểu Quốc hội ngày 15/3/2026.", &[]),
            ("Tổ chức đối thoại về vụ việc xảy ra ngày 12/2/2025.", &[]),
            ("Tổ chức đối thoại về vụ việc xảy ra vào ngày 12/2/2025.", &[]),
            ("Tổ chức tập huấn phục vụ Ngày hội non sông ngày 15/3/2026.", &[]),
            ("Tổ chức tọa đàm cùng các nạn nhân của vụ cháy lớn ngày 12/2/2025.", &[]),
            ("Tổ chức hội nghị triển khai công tác bầu cử vào ngày 15/3/2025.", &["2025-03-15"]),
        ],
    );
}

#[test]
fn a_report_of_every_year_leaves_what_is_sent_once_alone() {
    let years = Years { year: 2025, until: Some(2030), issued: None };
    let once: &[&str] = &["before 2025-03-20", "yearly before 12-15"];
    check(
        |text| of_sentence(text, years).into_iter().map(|entry| entry.when.to_string()).collect(),
        &[
            ("Gửi kế hoạch triển khai trước ngày 20/3, báo cáo kết quả trước ngày 15/12 hằng năm.", once),
            ("Lập danh sách gửi Sở trước ngày 20/3, báo cáo kết quả trước ngày 15/12 hằng năm.", once),
            ("Báo cáo dự thảo kế hoạch trước ngày 20/3, báo cáo năm trước ngày 15/12 hằng năm.", once),
            (
                "Báo cáo kết quả thực hiện kế hoạch trước ngày 20/6, báo cáo năm trước ngày 15/12 hằng năm.",
                &["yearly before 06-20", "yearly before 12-15"],
            ),
        ],
    );
}

#[test]
fn what_is_extended_for_others_is_not_due() {
    check(
        sentence,
        &[
            ("Rà soát, điều chỉnh tiến độ các dự án chậm đến năm 2026.", &[]),
            ("Gia hạn thời gian thực hiện hợp đồng của các hộ đến ngày 31/12/2025.", &[]),
            ("Gia hạn thời gian đến ngày 31/12/2025.", &["by 2025-12-31"]),
        ],
    );
}

#[test]
fn a_least_length_is_waited_for_only_before_something() {
    check(
        sentence,
        &[
            ("Niêm yết công khai ít nhất 30 ngày kể từ ngày ban hành.", &[]),
            ("Niêm yết công khai tối thiểu 30 ngày sau khi ban hành.", &[]),
            ("Gửi tài liệu ít nhất 03 ngày trước khi họp.", &["pending"]),
        ],
    );
}

#[test]
fn a_list_out_of_order_stays_in_the_years_of_the_plan() {
    check(
        label,
        &[
            ("Sơ kết (tháng 12, tháng 6/2025)", &["2025-12", "2025-06"]),
            ("Tháng 12 và tháng 4/2026", &["2025-12", "2026-04"]),
        ],
    );
}

#[test]
fn a_day_of_the_lunar_calendar_is_no_date() {
    check(
        sentence,
        &[
            ("Treo cờ xong trước ngày 25/12 âm lịch.", &[]),
            ("Dọn vệ sinh trước ngày 23 tháng Chạp.", &[]),
            ("Trước ngày 25/12 (âm lịch), các thôn báo cáo.", &[]),
        ],
    );
    check(label, &[("25/12 âm lịch", &["pending"]), ("Trước ngày 15 tháng Giêng", &["pending"])]);
}

#[test]
fn a_length_before_something_waits_for_it() {
    check(
        sentence,
        &[
            ("Kiểm tra các chợ, hoàn thành trước Tết Nguyên đán 15 ngày.", &["pending"]),
            ("Lập kế hoạch chi tiết trước mỗi cuộc giám sát 10 ngày.", &["pending"]),
            ("Lập đoàn trước ngày tiến hành ít nhất 10 ngày.", &["pending"]),
            ("Báo cáo nhanh sau mỗi hoạt động.", &["pending"]),
            ("Trước mắt, bố trí 15 ngày công.", &[]),
        ],
    );
}
