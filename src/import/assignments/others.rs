//! Sentences about what somebody else holds: one takes part in it, or looks at it.

use super::super::words::Words;

/// "Tham gia ... |", "Kiểm tra ..., | do A tổ chức": whether who is named here holds what the sentence only joins or looks at.
pub(super) fn is_of_others(words: &Words<'_>, at: usize) -> bool {
    const JOINS: &[&str] = &["tham gia", "tham dự", "hưởng ứng", "cử", "dự", "đăng ký tham gia", "phối hợp"];
    const LOOKS_AT: &[&str] = &[
        "kiểm tra",
        "giám sát",
        "đánh giá",
        "theo dõi",
        "nghiệm thu",
        "khảo sát",
        "hỗ trợ",
        "tuyên truyền",
        "thanh tra",
        "rà soát",
        "thẩm định",
        "đôn đốc",
        "tổng hợp",
        "động viên",
        "giới thiệu",
        "đưa tin",
    ];
    let start = (0..words.len()).find(|at| words.at(*at).starts_with(char::is_alphanumeric));
    let opens = |verbs: &[&str]| start.is_some_and(|start| words.any(start, verbs).is_some());
    opens(JOINS) || words.at(at) == "do" && opens(LOOKS_AT)
}
