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
        Status::Other(word) => word,
    }
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
}
