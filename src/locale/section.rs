//! The kinds of sections in words.

use super::{Lang, words};
use crate::domain::SectionKind;

words! {
    purpose = "Mục đích, yêu cầu" | "Purpose";
    tasks = "Nội dung, nhiệm vụ" | "Tasks";
    organization = "Tổ chức thực hiện" | "Organization";
    budget = "Kinh phí" | "Budget";
    other = "Phần khác" | "Other";
}

/// The name of a kind.
#[must_use]
pub fn name(lang: Lang, kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Purpose => purpose(lang),
        SectionKind::Tasks => tasks(lang),
        SectionKind::Organization => organization(lang),
        SectionKind::Budget => budget(lang),
        SectionKind::Other => other(lang),
    }
}
