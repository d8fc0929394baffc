//! A review that is left, and goes on.

use super::*;

#[test]
fn a_review_is_left_at_once_untouched_and_kept_otherwise() {
    let harness = reviewing().press("jjq");
    assert!(harness.state.review.is_none() && harness.beside().next().is_none());
    let mut harness = reviewing().press("Aq");
    assert!(harness.state.review.is_some(), "until it is kept");
    assert!(harness.beside().any(|keeping| matches!(keeping, Keeping::Review(_))));
    harness.tell(News::ReviewKept(true));
    assert!(harness.state.review.is_none());
    assert!(accepted(&harness).is_none());
    let mut harness = reviewing().press("Aq");
    harness.tell(News::ReviewKept(false));
    assert!(matches!(harness.state.layer, Some(Layer::GiveUp(GiveUp::Review))));
    let stays = harness.press("n");
    assert!(matches!(stays.state.layer, Some(Layer::Review)));
    let mut left = stays.press("q");
    left.tell(News::ReviewKept(false));
    assert!(left.press("y").state.review.is_none());
    let mut ended = reviewing().press("A");
    ended.end();
    assert!(ended.beside().any(|keeping| matches!(keeping, Keeping::Review(_))), "the line dropped");
}

#[test]
fn esc_closes_what_is_open_and_then_leaves_the_review_which_says_where_it_is() {
    let mut harness = reviewing().press("jjjjjjjjjv<tab><esc>");
    assert_eq!((desk(&harness).field, desk(&harness).pane), (None, Pane::Document));
    harness = harness.press("<esc>");
    assert_eq!(desk(&harness).pane, Pane::Draft);
    harness = harness.press("A<esc>");
    harness.tell(News::ReviewKept(true));
    assert!(harness.state.review.is_none());
    let said = &harness.state.notices.toast.as_ref().unwrap().text;
    assert_eq!(said, "Chưa ghi gì; bản duyệt dở được giữ: i rồi mở lại ke-hoach.txt để làm tiếp");
}

/// A review that was left with one task dropped, and is proposed again.
fn left() -> Harness {
    let harness = reviewing().press("jjjjjjjjD");
    let kept = KeptReview::new(desk(&harness).left(), "2022-11-20T09:00:00+07:00".parse().unwrap());
    let mut again = proposed(DOCUMENT);
    again.kept = Some(serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap());
    let mut harness = Harness::new(small());
    harness.tell(News::Proposed(again.wanted.clone(), Ok(again)));
    harness
}

#[test]
fn a_review_that_was_left_goes_on_where_it_was_begins_anew_or_waits() {
    let harness = left().press("<enter>");
    assert_eq!(titles(&desk(&harness).review.sheet().plan).len(), 3);
    assert_eq!(desk(&harness).row(), 8, "the cursor is where it was");
    let harness = harness.press("z");
    assert_eq!(titles(&desk(&harness).review.sheet().plan).len(), 4, "and what was done can be taken back");
    let harness = left().press("<esc>");
    assert!(harness.state.review.is_none() && harness.state.layer.is_none(), "not now");
    assert!(harness.beside().next().is_none(), "nothing is written in its place");
    let harness = left().press("n");
    assert_eq!(titles(&desk(&harness).review.sheet().plan).len(), 4);
}

#[test]
fn an_older_review_is_not_replaced_without_a_question() {
    let is_kept = |harness: &Harness| harness.beside().any(|keeping| matches!(keeping, Keeping::Review(_)));
    let harness = left().press("nq");
    assert!(harness.state.review.is_none() && !is_kept(&harness), "nothing was done to the new one");
    let asked = left().press("nAq");
    assert!(matches!(asked.state.layer, Some(Layer::GiveUp(GiveUp::OlderReview))), "{:?}", asked.state.layer);
    assert!(!is_kept(&asked));
    let stays = asked.press("n");
    assert!(stays.state.review.is_some() && !is_kept(&stays));
    let mut gone = stays.press("qy");
    assert!(is_kept(&gone));
    gone.tell(News::ReviewKept(true));
    assert!(gone.state.review.is_none());
}
