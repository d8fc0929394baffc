//! Bytes of a document, and of its next copy, to a draft and to a plan that is there already.
#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use tiendo::domain::{Plan, TaskId};
use tiendo::import::again::{reconcile, sameness};
use tiendo::import::{Draft, Request, draft};
use tiendo::locale::Lang;
use tiendo_fuzz::{is_harmless, parts, reopens};

fuzz_target!(|data: &[u8]| {
    let mut copies = parts(data);
    let Some(first) = copies.next().and_then(|bytes| read(bytes, "a")) else { return };
    assert_eq!(Some(&first), copies_of(data).as_ref(), "the same bytes read twice");
    let same = reconcile(&first, Some(&first), &first).expect("a plan goes together with itself");
    assert_eq!((&same.plan, same.differences.len()), (&first, 0));
    let Some(second) = copies.next().and_then(|bytes| read(bytes, "b")) else { return };
    let _ = sameness(&first, &second);
    for reading in [Some(&first), None] {
        if let Ok(again) = reconcile(&first, reading, &second) {
            reopens(&again.plan);
            reopens(&again.reading);
            let stays = reconcile(&again.plan, Some(&again.reading), &again.reading);
            assert_eq!(stays.expect("what came of a copy goes together with it").plan, again.plan);
        }
    }
});

fn copies_of(data: &[u8]) -> Option<Plan> {
    parts(data).next().and_then(|bytes| read(bytes, "a"))
}

/// The plan of a document, with ids that begin as told.
fn read(bytes: &[u8], ids: &str) -> Option<Plan> {
    let mut number = 0;
    let mut next_id = || {
        number += 1;
        TaskId::from(format!("{ids}{number}").as_str())
    };
    let mut request = Request { file: "ke-hoach.txt", converted: None, year: None, next_id: &mut next_id };
    let Draft { plan, findings, .. } = draft(bytes, &mut request).ok()?;
    reopens(&plan);
    // UTF-16 has at most as many lines as bytes.
    let lines = u32::try_from(bytes.len()).unwrap_or(u32::MAX) + 1;
    for task in plan.tasks() {
        assert!(task.lines.is_none_or(|(first, last)| (1..=last).contains(&first) && last <= lines));
        let entries: HashSet<&str> = task.timeline.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(entries.len(), task.timeline.len());
    }
    for finding in &findings {
        assert!(finding.lines.is_none_or(|(first, last)| (1..=last).contains(&first) && last <= lines));
        [Lang::Vi, Lang::En].into_iter().for_each(|lang| is_harmless(&finding.text(lang)));
    }
    // What a document says is said once: no letter of it can blow up.
    let size = serde_json::to_string(&plan).map_or(0, |text| text.len());
    assert!(size < 4_000 + bytes.len() * 400, "{size} bytes of {}", bytes.len());
    Some(plan)
}
