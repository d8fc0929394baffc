//! When something is, told by its place: behind a title, a day of the week, in brackets, at the end.

use super::{ONE, Years, of_sentence, sentence};

const SEVERAL: Years = Years { year: 2025, until: Some(2029), issued: None };

#[track_caller]
fn times(text: &str, expected: &[&str]) {
    assert_eq!(sentence(text), expected, "{text}");
}

#[test]
fn a_round_has_its_time_before_what_is_done_in_it() {
    times("Đợt 2: tháng 7 năm 2025, kiểm tra lại các chợ.", &["2025-07"]);
    times("Bước II: ngày 15/5/2025, niêm yết danh sách.", &["2025-05-15"]);
    times("Ngày hội đọc sách: dự kiến ngày 21/4/2025, thư viện bày sách.", &["2025-04-21"]);
    times("Tình hình: tháng 7 năm 2025, có 12 vụ.", &[]);
    times("Bước II: năm 2025, có 12 vụ.", &[]);
}

#[test]
fn a_day_of_the_week_goes_before_its_date() {
    times("Ngày cao điểm: thứ Bảy, ngày 14/6/2025.", &["2025-06-14"]);
    times("Ra quân: Chủ nhật (15/6/2025).", &["2025-06-15"]);
    times("Ngày hội: thống nhất toàn xã là ngày Chủ nhật, 15/6/2025.", &["2025-06-15"]);
    times("Báo cáo chậm nhất thứ Sáu, ngày 13/6/2025.", &["by 2025-06-13"]);
    times("Vệ sinh đường làng: thứ Bảy.", &[]);
    times("Ngày thành lập Đội là ngày 15/6/2025.", &[]);
}

#[test]
fn several_days_are_each_one() {
    times("Tổng vệ sinh: các ngày 08/3, 22/3/2025.", &["2025-03-08", "2025-03-22"]);
    times("Tổ chức hội thi vào các ngày 14 và 16/6/2025.", &["2025-06-14", "2025-06-16"]);
    times("Nghỉ lễ: các ngày 30/4, 01/5/2025.", &[]);
    times("Chào mừng các ngày 30/4, 01/5/2025.", &[]);
}

#[test]
fn a_place_behind_a_day_says_that_something_is_held() {
    times("Cấp huyện: tổ chức điểm ngày 01/3/2025 tại bến cảng.", &["2025-03-01"]);
    times("Tổ chức kỷ niệm ngày 01/3/2025 tại bến cảng.", &[]);
    times("Tổ chức điểm ngày 01/3/2025 theo mẫu.", &[]);
}

#[test]
fn what_goes_on_and_what_comes_back() {
    times("Kiểm tra đột xuất: thực hiện thường xuyên trong năm.", &["ongoing"]);
    times("Kiểm tra: thường xuyên rà soát sổ sách.", &[]);
    times("Duy trì họp giao ban hằng tháng; khi có bão họp thêm.", &["monthly"]);
    times("Tổ chức hội nghị đối thoại hằng năm.", &["yearly"]);
    times("Tổ chức hội nghị về kế hoạch vốn hằng năm.", &[]);
    times("Báo cáo số ca bệnh hằng ngày qua phần mềm.", &["daily"]);
    times("Báo cáo tổng hợp hằng ngày gửi huyện.", &[]);
    times("Cập nhật mực nước lên hệ thống hằng ngày (06 giờ và 18 giờ).", &["daily"]);
    times("Cập nhật mực nước lên hệ thống hằng ngày (qua mạng).", &[]);
}

#[test]
fn two_times_of_one_phrase_are_both_read() {
    times("Mở lớp ngoại khóa trong tháng 4 và tháng 9/2025.", &["2025-04", "2025-09"]);
    let review = of_sentence("Tổ chức sơ kết vào năm 2027, tổng kết vào quý IV năm 2029.", SEVERAL);
    assert_eq!(review.iter().map(|entry| entry.when.to_string()).collect::<Vec<_>>(), ["2027", "2029-Q4"]);
    times("Đưa công trình vào năm 2025.", &[]);
}

#[test]
fn deadlines_in_brackets_behind_a_period_come_back_in_a_plan_of_several_years() {
    let text = "Định kỳ 6 tháng (trước ngày 05 tháng 6) và năm (trước ngày 05 tháng 12) báo cáo Sở.";
    let told =
        |years| of_sentence(text, years).iter().map(|entry| entry.when.to_string()).collect::<Vec<_>>();
    assert_eq!(told(SEVERAL), ["yearly before 06-05", "yearly before 12-05"]);
    assert_eq!(told(ONE), ["before 2025-06-05", "before 2025-12-05"]);
    let once = of_sentence("Gửi báo cáo năm (trước ngày 05 tháng 12).", SEVERAL);
    assert_eq!(once[0].when.to_string(), "before 2025-12-05");
}

#[test]
fn brackets_may_say_what_is_honoured_or_reported_on() {
    times("Treo băng rôn hưởng ứng Ngày Đại dương (08/6/2025).", &[]);
    times("Thả cá giống (08/6/2025).", &["2025-06-08"]);
    times("Báo cáo Sở trước ngày 25/5/2025 (cả năm).", &["before 2025-05-25"]);
    times("Tuyên truyền trên loa (cả năm).", &["2025"]);
}

#[test]
fn a_range_may_stand_in_brackets_beside_its_weeks() {
    times(
        "Giai đoạn 1: Chuẩn bị (Tuần 1 - Tuần 4, từ ngày 03/3/2025 đến ngày 30/3/2025)",
        &["2025-03-03/2025-03-30"],
    );
    times("Chạy thử (từ ngày 03/3/2025 đến ngày 30/3/2025; 04 tuần)", &["2025-03-03/2025-03-30"]);
    times("Rà soát 12 vụ (Công an xã, từ ngày 03/3/2025 đến ngày 30/3/2025)", &[]);
    times("Chuẩn bị (Tuần 1 - Tuần 4, Sở Y tế)", &[]);
}

#[test]
fn what_closes_a_clause_behind_verbs_comes_back() {
    times("Lập hồ sơ theo dõi học sinh, cập nhật hằng tháng.", &["monthly"]);
    times("Họp đánh giá hằng tuần vào sáng thứ Sáu.", &["weekly"]);
    times("Vận hành bể lọc, kiểm tra và vệ sinh hằng tuần; ghi sổ.", &["weekly"]);
    times("Cuối mỗi tháng gửi phiếu theo dõi về Tổ tư vấn.", &["monthly"]);
    times("Trên cơ sở kết quả đánh giá hằng năm.", &[]);
    times("Thực hiện công tác kiểm tra, đánh giá hằng năm.", &[]);
    times("Hội thi, được tổ chức hằng năm, thu hút nhiều người.", &[]);
    times("Rà soát, cập nhật hằng năm số hộ nghèo.", &[]);
}

#[test]
fn a_daily_report_may_be_confined_to_some_days() {
    times(
        "Hằng ngày, từ ngày 09/02/2025 đến ngày 22/02/2025, tổng hợp tình hình báo cáo tỉnh.",
        &["daily 2025-02-09/2025-02-22"],
    );
    times("Kiểm tra nền nếp hằng ngày, từ ngày 09/02/2025 trở đi.", &[]);
}

#[test]
fn each_of_several_days_may_be_a_deadline() {
    times(
        "Báo cáo nhanh trước 14 giờ các ngày 16, 17, 18/02/2025.",
        &["by 2025-02-16", "by 2025-02-17", "by 2025-02-18"],
    );
    times("Nộp báo cáo trước các ngày 15/6 và 15/12.", &["before 2025-06-15", "before 2025-12-15"]);
    times("Trực trước các ngày lễ, Tết.", &[]);
}

#[test]
fn from_now_until_is_a_deadline() {
    times("Từ nay đến hết tháng 6/2025, các trường ký cam kết.", &["by 2025-06"]);
    times("Các trường ký cam kết từ nay đến ngày 30/6/2025.", &["by 2025-06-30"]);
    times("Từ nay đến cuối năm.", &["by 2025-Q4"]);
}
