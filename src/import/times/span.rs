//! Ranges: "quý I - quý II/2022", "từ tháng 12/2025 đến quý I/2026", "2025 và các năm tiếp theo".

use crate::domain::{Span, Stretch};

use super::super::words::Words;
use super::Years;
use super::bound;
use super::calendar::{self, Part, Point, quarter_number, written_year};
use super::deadline::MOST;

/// How a stretch may be written where the reader stands.
type PointReader = fn(&Words<'_>, usize) -> Option<(Point, usize)>;

/// Words for a range that is no time of a task: a school year, a term of office, a vision.
const TERMS: &[&str] = &[
    "tầm nhìn",
    "tầm nhìn đến",
    "định hướng",
    "định hướng đến",
    "tầm nhìn đến năm",
    "định hướng đến năm",
    "năm học",
    "niên học",
    "niên khóa",
    "nhiệm kỳ",
    "khóa",
];

/// Words for "and after it".
const ONWARDS: &[&str] = &[
    "trở đi",
    "trở về sau",
    "và các năm tiếp theo",
    "và những năm tiếp theo",
    "các năm tiếp theo",
    "những năm tiếp theo",
    "và các năm sau",
    "và những năm sau",
    "và các năm tiếp sau",
    "và hằng năm",
    "và hàng năm",
    "và các tháng tiếp theo",
    "và các quý tiếp theo",
    "và năm tiếp theo",
];

/// Reads a range, or one stretch, that says what it is.
pub(super) fn written(words: &Words<'_>, at: usize, years: Years) -> Option<(Span, usize)> {
    read(words, at, years, calendar::point)
}

/// Reads a range, or one stretch, that only its place may explain ("2025 - 2026").
pub(super) fn bare(words: &Words<'_>, at: usize, years: Years) -> Option<(Span, usize)> {
    read(words, at, years, calendar::bare)
}

/// Reads a range of days that name no "ngày": "từ 01/4 đến 30/4/2026".
pub(super) fn days(words: &Words<'_>, at: usize, years: Years) -> Option<(Span, usize)> {
    let first = words.any(at, &["từ", "bắt đầu từ"])?;
    let is_days = |span: &Span| matches!(span, Span::Range(Stretch::Day(_), Stretch::Day(_)));
    let (span, end) = bare(words, at, years).filter(|(span, _)| is_days(span))?;
    let said = (first..end).any(|i| words.at(i) == "ngày" || written_year(words, i).is_some());
    let slashes: Vec<usize> = (first..end).filter(|i| words.at(*i) == "/").collect();
    let parts = !said && slashes.len() > 1 && slashes.iter().all(|slash| is_fraction(words, *slash));
    (!parts && !tells_parts(words, first)).then_some((span, end))
}

/// "1/2", "2/3", where "01/2" and "15/4" are days.
fn is_fraction(words: &Words<'_>, slash: usize) -> bool {
    let is_padded = |i: usize| words.at(i).starts_with('0');
    !is_padded(slash - 1) && !is_padded(slash + 1) && words.number(slash - 1) < words.number(slash + 1)
}

/// "1/2 đến 2/3 | số hộ": whether what is written like days here tells parts of a whole.
pub(super) fn tells_parts(words: &Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    const WHOLES: &[&str] = &["số", "tổng số", "dân số", "%", "hộ", "diện tích", "chỉ tiêu"];
    let counts = |i: &usize| words.number(*i).is_some() || matches!(words.at(*i), "/" | "-" | "đến" | "tới");
    let end = at + (at..at + LONGEST).take_while(counts).count();
    words.any(end, WHOLES).is_some()
}

/// The place after a school year, a term of office or a vision, which is no time of a task.
pub(super) fn term_of_office(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = words.any(at, TERMS)?;
    let (_, next) = calendar::bare(words, next)?;
    let end = connector(words, next).and_then(|to| calendar::bare(words, to));
    Some(end.map_or(next, |(_, end)| end))
}

fn read(words: &Words<'_>, at: usize, years: Years, point: PointReader) -> Option<(Span, usize)> {
    let from = words.any(at, &["kể từ", "bắt đầu từ", "từ"]);
    let start = bound::hour(words, from.unwrap_or(at));
    let (first, next) =
        years_behind(words, start).or_else(|| first_of_days(words, start)).or_else(|| point(words, start))?;
    if let Some(end) = onwards(words, next) {
        return Some((Span::From(one(first.span(years.year)?)?), end));
    }
    if let Some((span, end)) = range_behind(words, next, first, years) {
        return Some(onwards(words, end).map_or((span, end), |end| (open(span), end)));
    }
    let span = first.span(years.year)?;
    match (from, one(span)) {
        // "từ 7 giờ 30, ngày 25/9": the hour at which one day's event begins.
        (Some(from), Some(stretch)) if start == from => Some((Span::From(stretch), next)),
        _ => Some((span, next)),
    }
}

/// "giai đoạn 2026 - 2030", "năm 2026 - 2027": the years follow bare.
fn years_behind(words: &Words<'_>, at: usize) -> Option<(Point, usize)> {
    let next = words.any(at, &["giai đoạn", "giai đoạn năm", "năm"])?;
    written_year(words, next).and_then(|_| calendar::bare(words, next))
}

/// "10-20/10/2025": the first of two days without its month.
fn first_of_days(words: &Words<'_>, at: usize) -> Option<(Point, usize)> {
    let day = words.number(at).filter(|day| (1..=31).contains(day) && words.at(at + 1) == "-")?;
    let (last, _) = calendar::bare(words, at + 2)?;
    let lone = words.number(at + 2).is_some() && matches!(last.part, Part::Day(_, Some(_)));
    lone.then_some((Point { part: Part::Day(day, None), year: None }, at + 1))
}

/// Reads stretches that are no neighbours, of one kind, under one noun: "tháng 3, 6, 9, 12".
pub(super) fn listed(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<Span>, usize)> {
    let (first, mut next) = calendar::point(words, at)?;
    if !matches!(first.part, Part::Month(_) | Part::Quarters(..)) {
        return None;
    }
    let mut points = vec![first];
    while let Some((point, end)) =
        words.any(next, &[", và", ",", "và"]).and_then(|to| second(words, to, first))
    {
        let other = std::mem::discriminant(&point.part) != std::mem::discriminant(&first.part);
        if other || points.len() == MOST {
            break;
        }
        points.push(point);
        next = end;
    }
    let last = points.last()?;
    let year = last.year.unwrap_or(years.year);
    let end = last.span(year)?.first();
    // "tháng 12 và tháng 4/2026" begins the year before.
    let early =
        |point: &Point| last.year.is_some() && point.span(year).is_some_and(|span| span.first() > end);
    let spans = |before: bool| -> Option<Vec<Span>> {
        points.iter().map(|point| point.span(year - i32::from(before && early(point)))).collect()
    };
    let ordered = spans(true)?;
    let neighbours =
        ordered.windows(2).any(|pair| pair[0].last().and_then(|day| day.succ_opt()) == Some(pair[1].first()));
    // A list out of order does not begin before the plan does.
    let spans = if year > years.first() { ordered } else { spans(false)? };
    (spans.len() > 1 && !neighbours).then_some((spans, next))
}

fn onwards(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = if words.at(at) == "," { at + 1 } else { at };
    words.any(at, ONWARDS)
}

fn open(span: Span) -> Span {
    match span {
        Span::One(first) | Span::Range(first, _) | Span::From(first) => Span::From(first),
    }
}

fn one(span: Span) -> Option<Stretch> {
    match span {
        Span::One(stretch) => Some(stretch),
        _ => None,
    }
}

/// What joins the first end to another, and the range that both make. Neighbours joined by "và" or a comma are a
/// range as well: "quý IV/2025 và quý I/2026".
fn range_behind(words: &Words<'_>, at: usize, first: Point, years: Years) -> Option<(Span, usize)> {
    if let Some(to) = connector(words, at) {
        let (last, end) = second(words, to, first)?;
        return Some((range(first, last, years)?, end));
    }
    let to = words.any(at, &["và", ","])?;
    let (last, end) = second(words, to, first)?;
    let span = range(first, last, years)?;
    let Span::Range(a, b) = span else { return None };
    if a.last().succ_opt() == Some(b.first()) && !matches!(first.part, Part::Day(..)) {
        return Some(continued(words, end, span, last, years));
    }
    None
}

/// Takes in further neighbours: "2025, 2026, 2027".
fn continued(words: &Words<'_>, at: usize, span: Span, last: Point, years: Years) -> (Span, usize) {
    let (Span::Range(from, _), Some((next, end))) = (span, range_behind(words, at, last, years)) else {
        return (span, at);
    };
    match next {
        Span::Range(_, to) if to.last() >= from.first() => (Span::Range(from, to), end),
        _ => (span, at),
    }
}

/// The place after what joins two ends of a range.
fn connector(words: &Words<'_>, at: usize) -> Option<usize> {
    match words.at(at) {
        "-" | "~" | "÷" => Some(at + 1),
        _ => words.any(
            at,
            &[
                "đến hết",
                "đến",
                "tới",
                "cho đến",
                "cho tới",
                "và kết thúc",
                "và kết thúc vào",
                "và kết thúc trong",
                ", kết thúc",
                ", kết thúc vào",
                ", kết thúc trong",
            ],
        ),
    }
}

/// The other end; it may lean on the first: "tháng 11 - 12/2025", "quý III - IV/2025".
fn second(words: &Words<'_>, at: usize, first: Point) -> Option<(Point, usize)> {
    let at = bound::hour(words, at);
    if let Some(read) = calendar::point(words, at) {
        return Some(read);
    }
    let is_kind = |(point, _): &(Point, usize)| {
        std::mem::discriminant(&point.part) == std::mem::discriminant(&first.part)
    };
    if let Some(read) = calendar::bare(words, at).filter(is_kind) {
        return Some(read);
    }
    match first.part {
        Part::Month(_) => {
            let month = words.number(at).filter(|month| (1..=12).contains(month))?;
            Some(with_year(words, at + 1, Part::Month(u8::try_from(month).ok()?)))
        }
        Part::Quarters(..) => {
            let quarter = quarter_number(words, at)?;
            Some(with_year(words, at + 1, Part::Quarters(quarter, quarter)))
        }
        _ => None,
    }
}

fn with_year(words: &Words<'_>, at: usize, part: Part) -> (Point, usize) {
    let year_at = if words.at(at) == "/" { Some(at + 1) } else { words.phrase(at, "năm") };
    let year = year_at.and_then(|i| Some((written_year(words, i)?, i + 1)));
    match year {
        Some((year, next)) => (Point { part, year: Some(year) }, next),
        None => (Point { part, year: None }, at),
    }
}

/// The range; a first end without year or month takes those of the second.
fn range(first: Point, last: Point, years: Years) -> Option<Span> {
    let (from, to) = ends(first, last, years)?;
    let fits = to.last() >= from.first() && (1900..3000).contains(&to.year());
    fits.then_some(if from == to { Span::One(from) } else { Span::Range(from, to) })
}

fn ends(first: Point, last: Point, years: Years) -> Option<(Stretch, Stretch)> {
    let first = match (first.part, last.part) {
        (Part::Day(day, None), Part::Day(_, Some(month))) => {
            Point { part: Part::Day(day, Some(month)), ..first }
        }
        _ => first,
    };
    let year = last.year.or(first.year).unwrap_or(years.year);
    let to = last.stretch(year)?;
    let from = begin(first.span(first.year.unwrap_or(to.year()))?);
    if from.first() <= to.last() {
        return Some((from, to));
    }
    match (first.year, last.year) {
        // "tháng 12 - tháng 2/2026" begins the year before.
        (None, _) => Some((begin(first.span(to.year() - 1)?), to)),
        // "tháng 11/2025 đến tháng 4" ends the year after.
        (Some(year), None) => Some((from, last.stretch(year + 1)?)),
        _ => None,
    }
}

fn begin(span: Span) -> Stretch {
    match span {
        Span::One(stretch) | Span::Range(stretch, _) | Span::From(stretch) => stretch,
    }
}
