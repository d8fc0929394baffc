//! A text taken for a time: in the notation of the files, as people type it, as documents word it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tiendo::domain::when::{MAX_PERIODS, typed_day, typed_quarter, typed_stretch, typed_time};
use tiendo::domain::{Stretch, Term, When};
use tiendo::import::times::{Years, of_label, of_sentence};
use tiendo::locale::{Lang, when};

fuzz_target!(|text: &str| {
    if let Ok(read) = text.parse::<When>() {
        is_kept(read);
    }
    let typed =
        [typed_time(text), typed_day(text).map(When::Before), typed_stretch(text, Some(2022)).map(When::By)];
    typed.into_iter().flatten().for_each(is_kept);
    assert!(typed_quarter(text).is_none_or(|quarter| (1..=4).contains(&quarter)));
    let years = Years { year: 2022, until: Some(2023), issued: None };
    for entry in of_sentence(text, years).into_iter().chain(of_label(text, years)) {
        is_kept(entry.when);
        assert!(entry.text.len() <= text.len() * 3 + 16, "{:?}", entry.text);
    }
});

/// It is read as it is printed, its periods stand in order, and words can be found for it.
fn is_kept(time: When) {
    let printed = time.to_string();
    assert_eq!(printed.parse(), Ok(time));
    for (from, until) in [(2022, 2022), (1900, 2999)] {
        let periods = time.occurrences(Term::years(from, until), false);
        assert!(periods.len() <= MAX_PERIODS);
        assert!(
            periods.iter().all(|period| period.last.is_none_or(|last| period.first <= last)),
            "{printed}"
        );
        assert!(periods.windows(2).all(|pair| pair[0].first < pair[1].first), "{printed}");
    }
    for lang in [Lang::Vi, Lang::En] {
        assert!(!when::in_words(lang, time).is_empty());
    }
    if let When::By(Stretch::Day(day)) = time {
        assert_eq!(typed_day(&day.format("%d/%m/%Y").to_string()), Some(day));
    }
}
