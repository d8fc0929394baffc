//! Whether a draft is a plan that the workspace has already.

use super::likeness::Wording;
use crate::domain::Plan;
use crate::text::spelling;

/// Titles that share as many of a hundred words are one.
const SAME_TITLE: u32 = 85;

/// Titles that share fewer are two.
const LIKE_TITLE: u32 = 65;

/// Whether two plans are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    /// They are.
    Same,
    /// They may be: a person is asked.
    Perhaps,
    /// They are two.
    Different,
}

/// Compares a plan of the workspace with a draft: the same document; the same number, issuer and year; without a number
/// the same issuer, year and nearly the same title.
#[must_use]
pub fn sameness(plan: &Plan, draft: &Plan) -> Sameness {
    let digest = |plan: &Plan| plan.source.as_ref().map(|source| source.sha256.clone());
    if digest(plan).is_some() && digest(plan) == digest(draft) {
        return Sameness::Same;
    }
    if plan.year != draft.year {
        return Sameness::Different;
    }
    let issuer = spelling(&plan.issuer) == spelling(&draft.issuer);
    match (&plan.number, &draft.number) {
        (Some(a), Some(b)) if spelling(a) != spelling(b) => Sameness::Different,
        (Some(_), Some(_)) if issuer => Sameness::Same,
        (Some(_), Some(_)) => Sameness::Perhaps,
        (None, None) if issuer => by_title(plan, draft),
        (Some(_), None) | (None, Some(_)) if issuer && by_title(plan, draft) != Sameness::Different => {
            Sameness::Perhaps
        }
        _ => Sameness::Different,
    }
}

/// Whether a plan that is [`Sameness::Different`] is alike enough that a person may have corrected what a copy is known
/// by: it has the number, nearly the title, or the name of the file. Quickly told, of thousands of plans.
#[must_use]
pub fn may_be_corrected(plan: &Plan, draft: &Plan) -> bool {
    let number = |plan: &Plan| plan.number.as_deref().map(spelling);
    let file = |plan: &Plan| plan.source.as_ref().map(|source| source.file.clone());
    let is_shared = |one: Option<String>, other: Option<String>| one.is_some() && one == other;
    is_shared(number(plan), number(draft))
        || is_shared(file(plan), file(draft))
        || by_title(plan, draft) != Sameness::Different
}

fn by_title(plan: &Plan, draft: &Plan) -> Sameness {
    if plan.title.is_empty() || draft.title.is_empty() {
        return Sameness::Perhaps;
    }
    match Wording::of(&plan.title).likeness(&Wording::of(&draft.title)) {
        SAME_TITLE.. => Sameness::Same,
        LIKE_TITLE.. => Sameness::Perhaps,
        _ => Sameness::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::plan;
    use super::*;

    #[track_caller]
    fn check(a: (Option<&str>, &str, &str, i32), b: (Option<&str>, &str, &str, i32), expected: Sameness) {
        let plan = |(number, issuer, title, year): (Option<&str>, &str, &str, i32)| Plan {
            number: number.map(str::to_owned),
            issuer: issuer.to_owned(),
            title: title.to_owned(),
            year,
            ..plan(Vec::new())
        };
        assert_eq!(sameness(&plan(a), &plan(b)), expected);
    }

    #[test]
    fn by_number_issuer_and_year() {
        check(
            (Some("3/KH-SYT"), "Sở Y tế", "A", 2022),
            (Some("3/KH-SYT"), "SỞ Y TẾ", "B", 2022),
            Sameness::Same,
        );
        check(
            (Some("3/KH-SYT"), "Sở Y tế", "A", 2022),
            (Some("3/KH-SYT"), "Sở Y tế", "A", 2023),
            Sameness::Different,
        );
        check(
            (Some("3/KH-SYT"), "Sở Y tế", "A", 2022),
            (Some("4/KH-SYT"), "Sở Y tế", "A", 2022),
            Sameness::Different,
        );
        check(
            (Some("3/KH-UBND"), "UBND xã A", "A", 2022),
            (Some("3/KH-UBND"), "UBND xã B", "A", 2022),
            Sameness::Perhaps,
        );
    }

    #[test]
    fn two_plans_of_one_office_in_one_year_are_two() {
        let office = "Sở Văn hóa, Thể thao và Du lịch";
        let democracy = (None, office, "Triển khai thực hiện Quy chế dân chủ cơ sở năm 2022", 2022);
        let people = (None, office, "Thực hiện công tác dân vận năm 2022", 2022);
        check(democracy, people, Sameness::Different);
        check(
            democracy,
            (None, office, "Triển khai thực hiện quy chế dân chủ ở cơ sở năm 2022", 2022),
            Sameness::Same,
        );
        check(
            democracy,
            (Some("5/KH"), office, "Triển khai thực hiện Quy chế dân chủ cơ sở năm 2022", 2022),
            Sameness::Perhaps,
        );
    }
}
