//! Lines that no program of ours wrote: whatever stands between the others changes nothing of them.

use proptest::prelude::*;

use super::event;
use crate::domain::Event;
use crate::store::{Fault, Journal};

fn line(n: u128) -> Vec<u8> {
    let mut line = serde_json::to_vec(&event(n, "đã xong\nhôm nay")).unwrap();
    line.push(b'\n');
    line
}

/// A line that is no event: markers of git, halves of lines, bytes of any kind.
fn foreign() -> impl Strategy<Value = Vec<u8>> {
    let known =
        ["<<<<<<< HEAD", "=======", "{", "null", "[]", "\u{feff}", "{\"id\": \"01J\"}", "\0\0\0", " "];
    let known = proptest::sample::select(known.to_vec()).prop_map(|line| line.as_bytes().to_vec());
    let half = (1_usize..40).prop_map(|length| line(9)[..length].to_vec());
    let mut any = proptest::collection::vec(any::<u8>(), 0..40).boxed();
    any = any.prop_map(|bytes| bytes.into_iter().filter(|byte| *byte != b'\n').collect()).boxed();
    prop_oneof![known, half, any]
}

fn events(journal: &Journal) -> Vec<Event> {
    journal.events.clone()
}

proptest! {
    #[test]
    fn foreign_lines_change_nothing_of_the_others(
        count in 0_u128..6,
        foreign in proptest::collection::vec((0_usize..7, foreign()), 0..5),
    ) {
        let mut lines: Vec<Vec<u8>> = (0..count).map(line).collect();
        let alone = Journal::parse(&lines.concat());
        for (at, mut bytes) in foreign {
            bytes.push(b'\n');
            lines.insert(at % (lines.len() + 1), bytes);
        }
        let bytes = lines.concat();
        let read = Journal::parse(&bytes);
        prop_assert_eq!(events(&read), events(&alone));
        prop_assert_eq!(read.complete_len, bytes.len() as u64);
        prop_assert!(read.findings.iter().all(|finding| (1..=lines.len()).contains(&finding.line)));
    }

    #[test]
    fn a_journal_cut_anywhere_keeps_its_whole_lines(count in 1_u128..6, cut in any::<prop::sample::Index>()) {
        let bytes: Vec<u8> = (0..count).flat_map(line).collect();
        let cut = cut.index(bytes.len() + 1);
        let read = Journal::parse(&bytes[..cut]);
        let whole = bytes[..cut].split(|byte| *byte == b'\n').count() - 1;
        prop_assert_eq!(events(&read), (0..whole as u128).map(|n| event(n, "đã xong\nhôm nay")).collect::<Vec<_>>());
        let is_torn = cut > 0 && bytes[cut - 1] != b'\n';
        prop_assert_eq!(read.findings.iter().filter(|finding| finding.fault == Fault::Torn).count(), usize::from(is_torn));
    }
}
