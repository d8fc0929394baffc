//! A clock that goes back: the order stays that of writing.

use super::office::{JOURNAL, Office};

#[test]
fn lines_stay_in_the_order_of_writing_when_the_clock_goes_back() {
    let office = Office::new();
    let days = ["2026-06-15", "2026-06-01", "2020-01-01", "2026-06-14"];
    for day in days {
        let status = office.program(&["note", "45:II.1", day]).env("TIENDO_TODAY", day).status().unwrap();
        assert!(status.success(), "{day}");
    }
    assert_eq!(office.notes(), days);
    let ids: Vec<_> = office.events(JOURNAL).into_iter().map(|event| event.id).collect();
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
    assert_eq!(office.flaws(), []);
}
