//! Whether a task of a new copy is a former one, or new: said by one key.

use crate::tui::harness::{Harness, new_copy, reviewing};
use crate::tui::job::Job;
use crate::tui::state::layer::Layer;

/// The tasks of the second section: what each is called, under which id.
fn tasks(harness: &Harness) -> Vec<(&str, &str)> {
    let plan = &harness.state.review.as_ref().expect("a copy is under review").review.sheet().plan;
    plan.sections[1].tasks.iter().map(|task| (task.title.as_str(), task.id.as_str())).collect()
}

const OLD: &str = "Sửa đổi nội quy tiếp công dân";
const NEW: &str = "Trang bị máy tính cho phòng tiếp dân";

#[test]
fn what_is_dropped_but_followed_stays_is_walked_to_and_dropped_by_the_same_keys() {
    let harness = new_copy();
    let titles: Vec<&str> = tasks(&harness).into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles[..2], [OLD, NEW]);
    assert!(harness.screen().contains("còn 2 nghi vấn"), "{}", harness.screen());
    let gone = harness.press("nD");
    assert_eq!(tasks(&gone).len(), 3, "{}", gone.screen());
}

#[test]
fn a_new_task_is_the_former_one_that_is_picked_and_a_former_one_is_made_new() {
    let picking = new_copy().press("nn=");
    assert!(matches!(&picking.state.layer, Some(Layer::Same(same)) if same.choices.len() == 2));
    let same = picking.press("<enter>");
    assert_eq!(tasks(&same)[..1], [(NEW, "t1")], "{}", same.screen());
    assert_eq!(tasks(&same).len(), 3);
    assert!(same.screen().contains("Là việc cũ: giữ mã và tiến độ"), "{}", same.screen());
    let taken_back = same.press("z");
    assert_eq!(tasks(&taken_back).len(), 4);
    let new = taken_back.press("gnn=<enter>=");
    let (first, second) = (tasks(&new)[0], tasks(&new)[1]);
    assert_eq!((first.0, second), (NEW, (OLD, "t1")));
    assert_ne!(first.1, "t1");
    let saved = new.press("sy");
    assert!(saved.asked().any(|job| matches!(job, Job::Accept(_))), "{}", saved.screen());
}

#[test]
fn where_nothing_was_dropped_nothing_is_picked() {
    let says = |harness: Harness| harness.state.notices.toast.unwrap().text;
    assert_eq!(says(reviewing().press("=")), "Chỉ làm được với nhiệm vụ");
    assert_eq!(says(reviewing().press("nn=")), "Kế hoạch này là kế hoạch mới, không có bản trước");
    assert_eq!(says(new_copy().press("n=")), "Đây là việc cũ; bấm phím này ở việc mới");
}
