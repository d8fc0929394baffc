//! A unit reminded by a key: which one, and where its letter goes.

use std::sync::Arc;

use crate::tui::effects::Effect;
use crate::tui::harness::{Harness, samples, small};
use crate::tui::job::{Job, Keeping, News};
use crate::workspace::Chased;

fn reminded(harness: &Harness) -> Option<String> {
    harness.asked().find_map(|job| if let Job::Chase(unit) = job { Some(unit.clone()) } else { None })
}

#[test]
fn the_unit_is_that_under_the_cursor_or_of_the_filter_or_the_first_lead() {
    let check = |keys: &str, expected: Option<&str>| {
        let harness = Harness::new(small()).press(keys);
        assert_eq!(reminded(&harness).as_deref(), expected, "{keys}\n{}", harness.screen());
    };
    check("c", Some("Sở Nội vụ"));
    check("uthanh tra<enter>c", Some("Thanh tra tỉnh"));
    check("wc", Some("Các sở, ban, ngành"));
    check("wGc", None);
    check("ajjc", Some("Thanh tra tỉnh"));
    check("abGkkc", Some("Thanh tra tỉnh"));
    check("abGc", None);
}

#[test]
fn the_letter_goes_to_the_clipboard_and_to_a_file() {
    let mut harness = Harness::new(samples()).press("jjjc");
    harness.state.own_folder = "/srv/lan".into();
    let unit = reminded(&harness).unwrap();
    let chased = Chased { unit, letter: "Kính gửi".into(), changes: Vec::new(), count: 2 };
    harness.tell(News::Chased(Arc::clone(&harness.snapshot), Box::new(chased.clone())));
    let name = harness.beside().find_map(|kept| match kept {
        Keeping::Letter(name, _) => Some(name.clone()),
        _ => None,
    });
    let name = name.unwrap();
    assert!(name.starts_with("/srv/lan/don-doc-") && name.ends_with("-2022-11-20"), "{name}");
    harness.tell(News::LetterWritten(Box::new(chased), Ok(format!("{name}.txt"))));
    assert!(harness.screen().contains(".txt"), "{}", harness.screen());
    let copied = harness.effects();
    assert!(copied.iter().any(|effect| matches!(effect, Effect::Copy(text) if text == "Kính gửi")));
}
