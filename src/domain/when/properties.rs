//! What holds for every time and for every text that somebody takes for one.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{
    Every, Limit, LimitDay, MAX_PERIODS, Rhythm, Span, Stretch, Term, When, YEARS, typed_day, typed_quarter,
    typed_stretch, typed_time,
};

fn year() -> impl Strategy<Value = i32> {
    prop_oneof![YEARS, 2020..2030]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (year(), 0..365_u64).prop_map(|(year, days)| Stretch::Year(year).first() + Days::new(days))
}

fn stretch() -> impl Strategy<Value = Stretch> {
    prop_oneof![
        year().prop_map(Stretch::Year),
        (year(), 1..=2_u8).prop_map(|(year, half)| Stretch::Half(year, half)),
        (year(), 1..=4_u8).prop_map(|(year, quarter)| Stretch::Quarter(year, quarter)),
        (year(), 1..=12_u8).prop_map(|(year, month)| Stretch::Month(year, month)),
        day().prop_map(Stretch::Day),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    let range = (stretch(), stretch()).prop_map(|(from, to)| {
        if to.last() < from.first() { Span::Range(to, from) } else { Span::Range(from, to) }
    });
    prop_oneof![stretch().prop_map(Span::One), range, stretch().prop_map(Span::From)]
}

fn every() -> impl Strategy<Value = Every> {
    let limit = proptest::option::of((any::<bool>(), 1..=12_u8, 1..=31_u8));
    let rhythm = proptest::sample::select(Rhythm::ALL.to_vec());
    (rhythm, limit, proptest::option::of(span())).prop_map(|(rhythm, limit, within)| {
        let limit = limit.and_then(|(by, month, day)| {
            let day = match rhythm {
                Rhythm::Daily | Rhythm::Weekly => return None,
                // A day that every month has.
                Rhythm::Yearly => LimitDay { month: Some(month), day: day.min(28) },
                _ => LimitDay { month: None, day },
            };
            Some(if by { Limit::By(day) } else { Limit::Before(day) })
        });
        Every { rhythm, limit, within }
    })
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        span().prop_map(When::In),
        stretch().prop_map(When::By),
        day().prop_map(When::Before),
        every().prop_map(When::Every),
        Just(When::Ongoing),
        Just(When::Pending),
    ]
}

fn term() -> impl Strategy<Value = Term> {
    (year(), 0..1100_i32).prop_map(|(from, years)| Term::years(from, (from + years).min(*YEARS.end())))
}

/// What looks like a time, and what does not at all.
fn text() -> impl Strategy<Value = String> {
    let words = vec![
        "by", "before", "daily", "weekly", "monthly", "yearly", "ongoing", "pending", " ", "/", "-", "..",
        "H1", "Q4", "Q", "20", "22", "2022", "12", "31", "02-29", "quý", "tháng", "năm", "I", "iv", "ế",
        "\u{301}", "\t",
    ];
    let woven =
        proptest::collection::vec(proptest::sample::select(words), 0..7).prop_map(|words| words.concat());
    prop_oneof![woven, any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_time_is_read_as_it_is_printed(when in when()) {
        prop_assert_eq!(when.to_string().parse(), Ok(when));
        prop_assert!(typed_time(&when.to_string()).is_some());
        prop_assert_eq!(serde_json::from_str::<When>(&serde_json::to_string(&when).unwrap()).unwrap(), when);
    }

    #[test]
    fn whatever_is_read_is_printed_in_one_form(text in text()) {
        if let Ok(when) = text.parse::<When>() {
            let printed = when.to_string();
            prop_assert_eq!(printed.parse(), Ok(when));
            prop_assert_eq!(printed.parse::<When>().unwrap().to_string(), printed);
        }
        let typed = [typed_time(&text), typed_stretch(&text, Some(2022)).map(When::By), typed_day(&text).map(When::Before)];
        for when in typed.into_iter().flatten() {
            prop_assert_eq!(when.to_string().parse(), Ok(when));
        }
        prop_assert!(typed_quarter(&text).is_none_or(|quarter| (1..=4).contains(&quarter)));
    }

    #[test]
    fn periods_stand_in_order_and_end_after_they_begin(when in when(), term in term(), counts in any::<bool>()) {
        let periods = when.occurrences(term, counts);
        prop_assert!(periods.len() <= MAX_PERIODS);
        prop_assert_eq!(periods.iter().all(|period| period.name.is_some()), when.recurs() || periods.is_empty());
        for period in &periods {
            prop_assert!(period.last.is_none_or(|last| period.first <= last), "{when}: {period:?}");
        }
        for pair in periods.windows(2) {
            prop_assert!(pair[0].first < pair[1].first && pair[0].last < pair[1].last, "{when}: {pair:?}");
        }
        if !when.is_endless(term) && periods.len() == MAX_PERIODS {
            prop_assert!(when.recurs());
        }
    }

    #[test]
    fn a_period_is_found_again_by_its_name(every in every(), term in term()) {
        for period in When::Every(every).occurrences(term, false) {
            if let Some(name) = period.name {
                prop_assert_eq!(name.to_string().parse(), Ok(name));
            }
        }
    }

    #[test]
    fn a_stretch_holds_its_days(stretch in stretch()) {
        prop_assert!(stretch.first() <= stretch.last());
        prop_assert_eq!(stretch.to_string().parse(), Ok(stretch));
    }
}
