//! Which period of a task a command speaks of.

use chrono::NaiveDate;

use super::place::Found;
use crate::cli::failure::Failure;
use crate::domain::{AsOf, PeriodKey, PeriodStanding, Place, UnitKey, earliest_open};
use crate::text::nearest;

/// Finds the period that was named: by its key (`a`, `b/2022-Q1`), or by its stretch or entry where that is enough.
///
/// # Errors
/// When none or several are called so, with the nearest keys.
pub fn named<'p>(periods: &'p [PeriodStanding], typed: &str) -> Result<&'p PeriodStanding, Failure> {
    let typed = typed.trim();
    let is_part =
        |key: &str| key.split_once('/').is_some_and(|(entry, rest)| entry == typed || rest == typed);
    let whole = periods.iter().find(|period| key(period) == typed);
    let parts: Vec<&PeriodStanding> = periods.iter().filter(|period| is_part(key(period))).collect();
    match (whole, parts.as_slice()) {
        (Some(period), _) => Ok(period),
        (None, [period]) => Ok(*period),
        (None, []) => {
            let near = nearest(typed, periods.iter().map(key));
            let all = || periods.iter().map(key).filter(|key| !key.is_empty()).collect();
            Err(Failure::period(typed, if near.is_empty() { all() } else { near }))
        }
        (None, several) => Err(Failure::period(typed, several.iter().map(|period| key(period)).collect())),
    }
}

/// The period that was named, else the one that a line without a period would speak of: the earliest that is not
/// closed, else the last. `None` for a task without any time.
///
/// # Errors
/// As [`named`].
pub fn period_or_current(
    found: &Found<'_>,
    place: Place,
    typed: Option<&str>,
    as_of: &AsOf<'_>,
) -> Result<Option<PeriodKey>, Failure> {
    Ok(standing_or_current(found, place, typed, as_of)?.and_then(|period| period.key))
}

/// The same with how it stands.
///
/// # Errors
/// As [`named`].
pub fn standing_or_current(
    found: &Found<'_>,
    place: Place,
    typed: Option<&str>,
    as_of: &AsOf<'_>,
) -> Result<Option<PeriodStanding>, Failure> {
    let periods = found.tracked.periods(place, as_of);
    let period = match typed {
        Some(typed) => Some(named(&periods, typed)?),
        None => earliest_open(&periods, None).or(periods.last()),
    };
    Ok(period.cloned())
}

/// The last period that is closed, for the whole or for one unit's share.
pub fn closed_last<'p>(periods: &'p [PeriodStanding], unit: Option<&UnitKey>) -> Option<&'p PeriodStanding> {
    let closed = periods.iter().filter(|period| period.is_closed_for(unit));
    closed.max_by_key(|period| period.last.unwrap_or(NaiveDate::MAX))
}

fn key(period: &PeriodStanding) -> &str {
    period.key.as_ref().map_or("", |key| key.0.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Status, Timeliness};

    fn period(key: &str, status: Status) -> PeriodStanding {
        PeriodStanding {
            key: Some(PeriodKey(key.to_owned())),
            entry: Some(0),
            first: NaiveDate::default(),
            last: None,
            first_last: None,
            moves: 0,
            status,
            on: None,
            evidence: None,
            percent: None,
            timeliness: Timeliness::NoDate,
            checklist: Vec::new(),
        }
    }

    #[test]
    fn a_period_is_named_by_as_much_as_tells_it_apart() {
        let periods = ["a", "b/2022-Q1", "b/2022-Q2"].map(|key| period(key, Status::Todo));
        let key = |typed| named(&periods, typed).map(|period| key(period).to_owned());
        assert_eq!(key("a").unwrap(), "a");
        assert_eq!(key("2022-Q2").unwrap(), "b/2022-Q2");
        for (typed, expected) in
            [("b", vec!["b/2022-Q1", "b/2022-Q2"]), ("b/2022-Q11", vec!["b/2022-Q1", "b/2022-Q2"])]
        {
            match key(typed) {
                Err(Failure::Unknown { near, .. }) => assert_eq!(near, expected, "{typed}"),
                other => panic!("{typed}: {other:?}"),
            }
        }
    }

    #[test]
    fn open_and_closed_are_sought_from_both_ends() {
        let periods = [period("a", Status::Done), period("b", Status::Cancelled), period("c", Status::Todo)];
        assert_eq!(earliest_open(&periods, None).map(key), Some("c"));
        assert_eq!(closed_last(&periods, None).map(key), Some("b"));
        assert_eq!(earliest_open(&periods[..2], None), None);
    }
}
