//! The states of a task in words.

use super::{Lang, words};
use crate::domain::Status;

words! {
    todo = "Chưa thực hiện" | "To do";
    doing = "Đang thực hiện" | "In progress";
    reported = "Chờ xác nhận" | "Reported";
    done = "Hoàn thành" | "Done";
    paused = "Tạm dừng" | "Paused";
    cancelled = "Không thực hiện" | "Cancelled";
    unknown = "Không rõ" | "Unknown";
    on(status: &str, day: &str) = "{status} ngày {day}" | "{status} on {day}";
    since(status: &str, day: &str) = "{status} từ {day}" | "{status} since {day}";
}

/// The name of a status; one of another program as it stands in the journal, not sanitised.
#[must_use]
pub fn name(lang: Lang, status: &Status) -> &str {
    match status {
        Status::Todo => todo(lang),
        Status::Doing => doing(lang),
        Status::Reported => reported(lang),
        Status::Done => done(lang),
        Status::Paused => paused(lang),
        Status::Cancelled => cancelled(lang),
        Status::Unknown => unknown(lang),
        Status::Other(word) => word,
    }
}

/// The name of a status with the day on which a task came to it: "Hoàn thành ngày 28/9", "Đang thực hiện từ 24/3".
#[must_use]
pub fn with_day(lang: Lang, status: &Status, day: Option<&str>) -> String {
    let name = name(lang, status);
    match day {
        None => name.to_owned(),
        Some(day) if matches!(status, Status::Todo | Status::Doing | Status::Paused) => {
            since(lang, name, day)
        }
        Some(day) => on(lang, name, day),
    }
}

/// The same within a line: "hoàn thành ngày 28/9".
#[must_use]
pub fn running(lang: Lang, status: &Status, day: Option<&str>) -> String {
    let whole = with_day(lang, status, day);
    let rest = whole.strip_prefix(name(lang, status)).unwrap_or_default();
    format!("{}{rest}", name(lang, status).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_a_name_of_its_own() {
        for lang in [Lang::Vi, Lang::En] {
            let mut names: Vec<&str> = Status::KNOWN.iter().map(|status| name(lang, status)).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Status::KNOWN.len());
        }
        assert_eq!(name(Lang::Vi, &Status::Other("returned".into())), "returned");
    }

    #[test]
    fn a_day_is_said_of_what_happened_on_it() {
        let check = |status, en: &str, vi: &str| {
            assert_eq!(with_day(Lang::En, &status, Some("24 Mar")), en);
            assert_eq!(running(Lang::Vi, &status, Some("24/3")), vi);
        };
        check(Status::Done, "Done on 24 Mar", "hoàn thành ngày 24/3");
        check(Status::Doing, "In progress since 24 Mar", "đang thực hiện từ 24/3");
        assert_eq!(running(Lang::En, &Status::Done, None), "done");
        assert_eq!(running(Lang::En, &Status::Done, Some("24 Mar")), "done on 24 Mar");
    }
}
