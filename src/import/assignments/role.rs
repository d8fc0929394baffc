//! The role that a subject's predicate gives: who chases what others do monitors, unless a report is owed as well.

use crate::domain::Role;

use super::super::words::Words;

/// The role that the predicate gives.
pub(super) fn role(words: &Words<'_>, at: usize) -> Role {
    match chasing(words, at) {
        Some(end) if !reports(words, end) => Role::Monitor,
        _ => Role::Lead,
    }
}

/// Whether the predicate says the role in so many words.
pub(super) fn says_role(words: &Words<'_>, at: usize) -> bool {
    const ROLES: &[&str] = &[
        "chủ trì",
        "đồng chủ trì",
        "là cơ quan chủ trì",
        "chịu trách nhiệm",
        "có trách nhiệm",
        "làm đầu mối",
        "là đầu mối",
        "là cơ quan đầu mối",
        "phụ trách",
        "theo dõi , đôn đốc",
    ];
    let at = if words.at(at) == ":" { at + 1 } else { at };
    words.any(at, ROLES).is_some()
}

/// Whether words for chasing stand here, and a report beside them made its writer the lead: so much is only likely.
pub(super) fn is_moved(words: &Words<'_>, at: usize, role: Role) -> bool {
    role == Role::Lead && chasing(words, at).is_some()
}

/// The place after words for chasing what others do.
fn chasing(words: &Words<'_>, at: usize) -> Option<usize> {
    const CHASE: &[&str] = &[
        "theo dõi , đôn đốc",
        "đôn đốc , theo dõi",
        "theo dõi và đôn đốc",
        "có trách nhiệm theo dõi , đôn đốc",
        "chịu trách nhiệm theo dõi , đôn đốc",
        "theo dõi , kiểm tra , đôn đốc",
        "theo dõi , hướng dẫn , đôn đốc",
        "có trách nhiệm đôn đốc , theo dõi",
        "giúp theo dõi , đôn đốc",
    ];
    words.any(if words.at(at) == ":" { at + 1 } else { at }, CHASE)
}

/// Whether who chases must also report by a date or in every period: that is owed like any task.
fn reports(words: &Words<'_>, at: usize) -> bool {
    const REPORT: &[&str] = &[
        ", tổng hợp",
        "và tổng hợp",
        "; tổng hợp",
        ", báo cáo",
        "và báo cáo",
        "; báo cáo",
        "định kỳ báo cáo",
    ];
    const BY: &[&str] = &[
        "trước ngày",
        "chậm nhất",
        "hằng",
        "hàng ngày",
        "hàng tuần",
        "hàng tháng",
        "hàng quý",
        "hàng năm",
        "định kỳ",
        "trước tháng",
        "trong tháng",
        "trong quý",
    ];
    let end = (at..words.len()).find(|i| matches!(words.at(*i), "." | "\n")).unwrap_or(words.len());
    let report = (at..end).find(|i| words.any(*i, REPORT).is_some());
    report.is_some_and(|report| (report..end).any(|i| words.any(i, BY).is_some()))
}
