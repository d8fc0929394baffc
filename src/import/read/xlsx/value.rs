//! What a cell shows: its words, numbers without a needless fraction, days as offices write them.

use calamine::DataRef;
use chrono::{NaiveDateTime, NaiveTime};

/// The cell in words; empty where it shows none.
pub(super) fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(words) => words.trim().to_owned(),
        DataRef::SharedString(words) => words.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Excel shows eleven digits; what a computation left behind them is noise.
        DataRef::Float(number) => {
            let rounded = format!("{number:.8}");
            rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        DataRef::DateTime(time) => time.as_datetime().map(day).unwrap_or_default(),
        DataRef::DateTimeIso(time) => time.parse().map_or_else(|_| time.clone(), day),
        DataRef::Bool(_) | DataRef::DurationIso(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn day(time: NaiveDateTime) -> String {
    let form = if time.time() == NaiveTime::MIN { "%d/%m/%Y" } else { "%H:%M %d/%m/%Y" };
    time.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

    use super::shown;

    #[test]
    fn cells_show_what_a_reader_sees() {
        assert_eq!(shown(&DataRef::Float(3.0)), "3");
        assert_eq!(shown(&DataRef::Float(0.1 + 0.2)), "0.3");
        assert_eq!(shown(&DataRef::Float(20.0)), "20");
        assert_eq!(shown(&DataRef::SharedString(" Sở A ")), "Sở A");
        let day = ExcelDateTime::new(44635.0, ExcelDateTimeType::DateTime, false);
        assert_eq!(shown(&DataRef::DateTime(day)), "15/03/2022");
    }
}
