//! On time or late, in words.

use std::borrow::Cow;

use super::{Lang, words};
use crate::domain::Timeliness;

words! {
    overdue(days: i64) = "quá hạn {days} ngày" | "{days} day overdue" / "{days} days overdue";
    left(days: i64) = "còn {days} ngày" | "{days} day left" / "{days} days left";
    done_late(days: i64) = "trễ {days} ngày" | "{days} day late" / "{days} days late";
    due_today = "đến hạn hôm nay" | "due today";
    on_time = "đúng hạn" | "on time";
    ongoing = "thường xuyên" | "ongoing";
    no_date = "chưa có hạn" | "no date";
    unknown = "không rõ" | "unknown";
    set_aside = "không tính hạn" | "set aside";
}

/// How something stands against its deadline: "quá hạn 234 ngày", "đến hạn hôm nay", "còn 5 ngày", "trễ 3 ngày".
#[must_use]
pub fn in_words(lang: Lang, timeliness: Timeliness) -> Cow<'static, str> {
    match timeliness {
        Timeliness::Overdue(days) => overdue(lang, days).into(),
        Timeliness::DueSoon(0) | Timeliness::WithinTerm(0) => due_today(lang).into(),
        Timeliness::DueSoon(days) | Timeliness::WithinTerm(days) => left(lang, days).into(),
        Timeliness::DoneLate(days) => done_late(lang, days).into(),
        Timeliness::DoneOnTime => on_time(lang).into(),
        Timeliness::Ongoing => ongoing(lang).into(),
        Timeliness::NoDate => no_date(lang).into(),
        Timeliness::Unknown => unknown(lang).into(),
        Timeliness::SetAside => set_aside(lang).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_in_words() {
        for (timeliness, vi, en) in [
            (Timeliness::Overdue(234), "quá hạn 234 ngày", "234 days overdue"),
            (Timeliness::Overdue(1), "quá hạn 1 ngày", "1 day overdue"),
            (Timeliness::DueSoon(0), "đến hạn hôm nay", "due today"),
            (Timeliness::DueSoon(5), "còn 5 ngày", "5 days left"),
            (Timeliness::WithinTerm(40), "còn 40 ngày", "40 days left"),
            (Timeliness::DoneOnTime, "đúng hạn", "on time"),
            (Timeliness::DoneLate(3), "trễ 3 ngày", "3 days late"),
            (Timeliness::NoDate, "chưa có hạn", "no date"),
            (Timeliness::Ongoing, "thường xuyên", "ongoing"),
        ] {
            assert_eq!((&*in_words(Lang::Vi, timeliness), &*in_words(Lang::En, timeliness)), (vi, en));
        }
    }
}
