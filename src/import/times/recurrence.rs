//! Recurrences in running text: "định kỳ hằng quý báo cáo", "thứ Sáu hằng tuần", and not "ngân sách hằng năm".

use crate::domain::{Rhythm, When};

use super::super::units::verb;
use super::super::words::Words;
use super::{Years, bound, calendar, day, deadline, rhythm};

/// Words in front of a rhythm that only describes: "ngân sách hằng năm".
const DESCRIBED: &[&str] = &[
    "ngân sách",
    "dự toán",
    "kinh phí",
    "kế hoạch",
    "chương trình",
    "chỉ tiêu",
    "công tác",
    "ngân sách nhà nước",
    "nhà nước",
    "nhiệm vụ",
    "viên chức",
    "lao động",
    "năm",
    "thi đua",
    "khen thưởng",
    "tài chính",
    "học",
    "họp",
    "xếp loại",
    "mục tiêu",
    "công việc",
    "hoạt động",
    "sinh hoạt",
];

/// "định kỳ hằng quý báo cáo", "Hằng năm báo cáo ...", "gửi báo cáo hằng tháng".
pub(super) fn read(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let (times, end) = rhythm::read(words, at, years).or_else(|| deadline::recurring(words, at, years))?;
    let limited = times.iter().any(|when| matches!(when, When::Every(every) if every.limit.is_some()));
    let periodic = words.any(at, &["định kỳ", "theo định kỳ"]).is_some();
    let enclosed = at > 0 && words.at(at - 1) == "(" && words.at(end) == ")";
    let opens = at == 0 || words.is_stop(at - 1) || words.at(at - 1) == "-" || enclosed;
    let described = words.ends_with_any(at, DESCRIBED);
    let held = words.is_stop(end) && day::is_event(words, at);
    let told = opens || reports(words, at, end);
    let counts = limited || periodic || held || is_duty(words, at, end) || (!described && told);
    let counted = (at..end).any(|i| words.any(i, rhythm::COUNTED).is_some());
    let daily = !described && (reports_at_hour(words, at) || has_hours(words, end) || is_report(words, at));
    let kept = |when: &When| {
        if is_daily(*when) {
            periodic || daily || (is_confined(*when) && !described && told)
        } else {
            counts || counted || on_weekday(words, at, end)
        }
    };
    let times: Vec<When> = times.into_iter().filter(kept).collect();
    (!times.is_empty()).then_some((times, end))
}

/// "Lập hồ sơ, cập nhật | hằng tháng", "Họp đánh giá | hằng tuần": whether verbs are all that is said before a rhythm that
/// closes the clause, so that what they say comes back. Behind a noun they tell of which there is one in each period.
fn is_duty(words: &Words<'_>, at: usize, end: usize) -> bool {
    const MEETS: &[&str] = &["họp", "giao ban", "họp giao ban", "đối soát", "vệ sinh", "chấm công"];
    const OF_OTHERS: &[&str] = &["được", "đã", "theo", "là", "có", "cho"];
    let deed = |i: usize| {
        words.any(i, MEETS).or_else(|| verb(words, i)).filter(|_| words.any(i, OF_OTHERS).is_none())
    };
    let before = |end: usize| (end.saturating_sub(Words::LONGEST)..end).find(|i| deed(*i) == Some(end));
    let mut open = at;
    while let Some(start) =
        before(open).or_else(|| before(open.checked_sub(1).filter(|i| is_link(words, *i))?))
    {
        open = start;
    }
    let apart = open == 0 || words.is_stop(open - 1) || matches!(words.at(open - 1), "," | "-" | "+");
    open < at && apart && (words.is_stop(end) || matches!(words.at(end), "," | ")" | "vào"))
}

fn is_link(words: &Words<'_>, at: usize) -> bool {
    matches!(words.at(at), "," | "và")
}

/// "Hằng ngày, từ ngày 09/02 đến ngày 22/02, ...": whether a rhythm is told for a part of the calendar alone.
fn is_confined(when: When) -> bool {
    matches!(when, When::Every(every) if every.within.is_some())
}

/// Whether the clause is about a report that is due at an hour: "báo cáo mực nước về Công ty lúc 7 giờ và 19 giờ hằng ngày".
fn reports_at_hour(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 60;
    let near = at.saturating_sub(NEAR);
    let start = (near..at).rev().find(|i| words.is_stop(*i)).map_or(near, |stop| stop + 1);
    let end = (at..at + NEAR).find(|i| words.is_stop(*i)).unwrap_or(at + NEAR);
    let reported = (start..at).any(|i| words.phrase(i, "báo cáo").is_some());
    reported && (start..end).any(|i| bound::hour(words, i) > i)
}

/// "hằng ngày (07 giờ và 19 giờ)": whether brackets behind name hours.
fn has_hours(words: &Words<'_>, at: usize) -> bool {
    words.bracket(at).is_some() && bound::hour(words, at + 1) > at + 1
}

/// "Báo cáo ca bệnh | hằng ngày": whether a sentence is about a report, of which hardly more than the name is told.
fn is_report(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    let near = at.saturating_sub(NEAR);
    if words.ends_with_any(at, &["báo cáo", "báo cáo tổng hợp", "báo cáo nhanh", "báo cáo trực ban"])
    {
        return false; // "Báo cáo tổng hợp hằng ngày" is what a report is called
    }
    let open = (near..at).rev().find(|i| words.is_stop(*i) || words.at(*i) == "-").map(|stop| stop + 1);
    let open = open.or((near == 0).then_some(0));
    open.is_some_and(|open| words.any(open, &["báo cáo", "gửi báo cáo", "thực hiện báo cáo"]).is_some())
}

/// Whether a day of the week stands just before the rhythm or behind it: "thứ Sáu hằng tuần", "thứ Bảy tuần cuối hằng tháng",
/// "hằng tuần vào sáng thứ Sáu".
fn on_weekday(words: &Words<'_>, at: usize, end: usize) -> bool {
    let at = (at.saturating_sub(2)..at).find(|i| words.phrase(*i, "tuần").is_some()).unwrap_or(at);
    let behind = words.any(end, &["vào", "vào sáng", "vào chiều", "vào tối", "vào ngày"]);
    words.ends_with_any(at, calendar::WEEKDAYS)
        || behind.is_some_and(|day| words.any(day, calendar::WEEKDAYS).is_some())
}

/// Whether a report stands beside the rhythm.
fn reports(words: &Words<'_>, at: usize, end: usize) -> bool {
    const REPORT: &[&str] =
        &["báo cáo", "gửi báo cáo", "tổng hợp báo cáo", "tổng hợp", "gửi", "sơ kết", "đánh giá"];
    let ahead = (end..end + 3).take_while(|i| !words.is_stop(*i)).any(|i| words.any(i, REPORT).is_some());
    let behind = (at.saturating_sub(3)..=at).any(|i| words.ends_with_any(i, &["báo cáo", "chế độ báo cáo"]));
    ahead || behind
}

/// Daily work is no list of deadlines; only "định kỳ" makes it a rule, or the hour of a report.
fn is_daily(when: When) -> bool {
    matches!(when, When::Every(every) if every.rhythm == Rhythm::Daily)
}
