//! Days over which a report counts, which are no time of the work: "báo cáo năm (từ ngày 15/12/2024 đến ngày 14/12/2025)".

use crate::domain::{Rhythm, Span, Stretch};

use super::super::words::Words;

/// Whether the days in brackets that open at a place, behind the name of a period, are those that a report counts.
pub(super) fn is_of_report(words: &Words<'_>, at: usize, span: Span) -> bool {
    let period =
        (at.saturating_sub(2)..at).any(|i| matches!(words.at(i), "năm" | "quý" | "quí" | "tháng" | "kỳ"));
    days(span).is_some() && period && is_reported(words, at)
}

/// Whether the days behind a rhythm are those that it counts: as many as one of its periods has, or fewer beside a report.
/// Over more days it recurs: "hằng quý (từ ngày 01/4 đến ngày 31/12)".
pub(super) fn is_of_period(words: &Words<'_>, at: usize, span: Span, rhythm: Rhythm) -> bool {
    let (least, most) = match rhythm {
        Rhythm::Daily | Rhythm::Weekly => return false,
        Rhythm::Monthly => (27, 31),
        Rhythm::Quarterly => (88, 92),
        Rhythm::HalfYearly => (179, 184),
        Rhythm::Yearly => (363, 366),
    };
    days(span).is_some_and(|days| days <= most && (days >= least || is_reported(words, at)))
}

/// How many days a range of days takes.
fn days(span: Span) -> Option<i64> {
    match span {
        Span::Range(Stretch::Day(from), Stretch::Day(to)) => Some((to - from).num_days()),
        _ => None,
    }
}

/// Whether the clause speaks of a report before a place.
fn is_reported(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 60;
    let mut clause = (at.saturating_sub(NEAR)..at).rev().take_while(|i| !words.is_stop(*i));
    clause.any(|i| words.any(i, &["báo cáo", "số liệu", "thống kê", "kết quả"]).is_some())
}
