//! The days of something that is held, in running text: "diễn ra sáng ngày 26/4/2024", "tổ chức trong 02 ngày 31/01 và
//! 01/02", and those on which a report is sent: "báo cáo nhanh vào ngày 15 và 30/5".

use crate::domain::{Span, Stretch, When};

use super::super::words::Words;
use super::Years;
use super::bound::{self, Bound};
use super::calendar::{self, Part, Point};
use super::citation::citation;
use super::deadline::MOST;
use super::event::is_held;
use super::sentence::is_current;

/// Words between what is held and its day.
const ON: &[&str] =
    &["vào", "vào sáng", "vào chiều", "vào tối", "sáng", "chiều", "tối", "trong", "dự kiến", "dự kiến vào"];

/// Verbs behind which a day is that of an event.
const HAPPENS: &[&str] = &["diễn ra", "khai mạc", "bế mạc", "phát động", "ra quân"];

/// Verbs behind which it is where an event is named, too.
const ORGANISE: &[&str] = &["tổ chức", "mở", "tiến hành", "chủ trì tổ chức"];

/// What takes place on a day.
const EVENTS: &[&str] = &[
    "hội nghị",
    "hội thảo",
    "hội thi",
    "hội thao",
    "hội chợ",
    "hội trại",
    "hội diễn",
    "hội khỏe",
    "ngày hội",
    "đại hội",
    "lễ",
    "tọa đàm",
    "gặp mặt",
    "đối thoại",
    "họp",
    "cuộc họp",
    "phiên họp",
    "buổi",
    "mít tinh",
    "diễn tập",
    "liên hoan",
    "giải bóng",
    "giải chạy",
    "giải thể thao",
    "giải cầu lông",
    "giải việt dã",
    "cuộc thi",
    "lớp",
    "tập huấn",
    "ra quân",
    "phát động",
    "khám bệnh",
    "khám sức khỏe",
    "tiêm",
];

/// Words behind which a day is that of something else: a document, an anniversary, a fact.
const OTHERS: &[&str] = &[
    "kỷ niệm",
    "nhân ngày",
    "chào mừng",
    "hưởng ứng",
    "thành lập",
    "ban hành",
    "ký",
    "sinh ngày",
    "năm sinh",
    "hiệu lực",
    "đã",
    "được",
    "nghị quyết",
    "quyết định",
    "kế hoạch",
    "công văn",
    "chỉ thị",
    "luật",
    "nghị định",
    "thông tư",
    "thông báo",
    "hướng dẫn",
    "kết luận",
    "văn bản",
    "chương trình",
    "quy định",
    "xảy ra",
];

/// Words behind which a day that no "vào" opens is that of what the event is about.
const ABOUT: &[&str] = &["triển khai", "về", "phục vụ", "chuẩn bị", "sau", "bầu cử"];

/// Reads the day or days.
pub(super) fn read(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    follows(words, at, years)
        .or_else(|| counted(words, at, years))
        .or_else(|| behind_event(words, at, years))
        .or_else(|| several(words, at, years))
        .or_else(|| deadlines(words, at, years))
        .or_else(|| named(words, at, years))
        .or_else(|| report_days(words, at, years))
}

/// "tổ chức vào ngày 26/4/2024", "diễn ra sáng ngày 26/4".
fn follows(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let next = words.any(at, HAPPENS).or_else(|| words.any(at, &["tổ chức", "tiến hành"]))?;
    let next = words.any(next, ON).filter(|on| words.at(*on) == "ngày")?;
    let (point, end) = calendar::point(words, next)?;
    let when = When::In(point.span(years.year)?);
    let fact = words.ends_with_any(at, &["được", "đã", "đang", "vừa"]);
    (!fact && is_current(when, years)).then(|| (vec![when], end))
}

/// "tổ chức trong 02 ngày 31/01 và 01/02/2026"
fn counted(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let next = words.phrase(at, "trong")?;
    let known = words.number(next).is_some() || matches!(words.at(next), "hai" | "ba");
    let next = words.phrase(next + 1, "ngày").filter(|_| known)?;
    let (days, end) = days(words, words.any(next, &[",", ":", "là"]).unwrap_or(next), years)?;
    let neighbours = days.windows(2).all(|pair| pair[0].last().succ_opt() == Some(pair[1].first()));
    let spans = match &days[..] {
        [first, .., last] if neighbours => vec![Span::Range(*first, *last)],
        days => days.iter().map(|day| Span::One(*day)).collect(),
    };
    let times: Vec<When> = spans.into_iter().map(When::In).collect();
    let current = times.iter().all(|when| is_current(*when, years));
    (current && is_held(words, at)).then_some((times, end))
}

/// "Tổ chức hội nghị sơ kết (vào) ngày 22/7/2025", "phát động sáng mùng 6 Tết (ngày 22/02/2026)".
fn behind_event(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    const LEADING: &[&str] = &["từ", "trước", "sau", "đến", "tới", "hết", "nhất", "và", "hạn"];
    let open = words.at(at) == "(";
    let first = at + usize::from(open);
    let on = words.any(first, ON);
    let next = on.unwrap_or(first);
    if words.at(next) != "ngày" || words.ends_with_any(at, LEADING) {
        return None;
    }
    let (point, end) = calendar::point(words, next)?;
    let closed = !open || words.at(end) == ")";
    let whole = matches!(point.part, Part::Day(_, Some(_))) && words.at(end) != "của";
    let when = When::In(point.span(years.year)?);
    (whole && closed && is_current(when, years) && happens(words, at, on.is_some() || words.at(end) == "tại"))
        .then(|| (vec![when], end + usize::from(open)))
}

/// Whether the clause before a day says what is held, and nothing that the day could be of instead.
fn happens(words: &Words<'_>, at: usize, told: bool) -> bool {
    const NEAR: usize = 24;
    let verb = (at.saturating_sub(NEAR)..at).rev().take_while(|i| !words.is_stop(*i)).find_map(|i| {
        let named = words.any(i, ORGANISE).filter(|next| told || words.any(*next, EVENTS).is_some());
        words.any(i, HAPPENS).or(named).map(|next| (i, next))
    });
    let Some((verb, next)) = verb else { return false };
    let other = (next..at).any(|i| words.any(i, OTHERS).is_some() || citation(words, i).is_some());
    !other
        && (told || is_next(words, next, at))
        && !words.ends_with_any(verb, &["được", "đã", "đang", "vừa", "khi", "sau"])
}

/// Whether a day stands so near behind the event's name that it is the event's: "hội nghị sơ kết công tác năm | ngày 22/7".
fn is_next(words: &Words<'_>, next: usize, at: usize) -> bool {
    const FAR: usize = 6;
    let named = (next..at).rev().find_map(|i| words.any(i, EVENTS)).unwrap_or(next);
    at <= named + FAR && !(next..at).any(|i| words.any(i, ABOUT).is_some())
}

/// "Duy trì họp giao ban | hằng tháng": whether the clause before a rhythm is about something that is held.
pub(super) fn is_event(words: &Words<'_>, at: usize) -> bool {
    let start = (0..at).rev().find(|i| words.is_stop(*i)).map_or(0, |stop| stop + 1);
    let start = words.any(start, &["-", "+"]).unwrap_or(start);
    let Some(next) = words.any(start, ORGANISE).or_else(|| words.phrase(start, "duy trì")) else {
        return false;
    };
    let next = words.any(next, &["các", "chế độ", "các cuộc", "01", "ít nhất 01"]).unwrap_or(next);
    words.any(next, EVENTS).is_some() && !(next..at).any(|i| words.any(i, OTHERS).is_some())
}

/// "Tổng vệ sinh: các ngày 08/3, 22/3/2026", "ra quân vào các ngày 14, 15/6"
fn several(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let next = words.any(at, &["vào các ngày", "trong các ngày", "các ngày"])?;
    let (days, end) = days(words, next, years).filter(|(days, _)| days.len() > 1)?;
    let times: Vec<When> = days.into_iter().map(|day| When::In(Span::One(day))).collect();
    let start = (0..at).rev().find(|i| matches!(words.at(*i), "." | ";" | "\n")).map_or(0, |stop| stop + 1);
    let titled = at > 0
        && words.at(at - 1) == ":"
        && !(start..at)
            .any(|i| words.any(i, OTHERS).is_some() || words.any(i, &["số liệu", "nghỉ"]).is_some());
    let current = times.iter().all(|when| is_current(*when, years));
    (current && (titled || happens(words, at, true))).then_some((times, end))
}

/// "báo cáo nhanh trước 14 giờ các ngày 16, 17, 18/02/2026": a deadline on each; before an hour of a day that day is on time.
fn deadlines(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let (bound, next) = bound::read(words, at)?;
    let (days, end) = days(words, words.phrase(next, "các ngày")?, years)?;
    let at_hour = (at..next).any(|i| bound::hour(words, i) > i);
    let time = |day: Stretch| match (bound, day) {
        (Bound::Before, Stretch::Day(day)) if !at_hour => When::Before(day),
        (_, day) => When::By(day),
    };
    let times: Vec<When> = days.into_iter().map(time).collect();
    times.iter().all(|when| is_current(*when, years)).then_some((times, end))
}

/// "Ngày bầu cử: thống nhất trong toàn xã là ngày 19/4/2026": the day that the sentence is about.
fn named(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    let next = words.phrase(at, "là")?;
    let start = (0..at).rev().find(|i| matches!(words.at(*i), "." | ";" | "\n")).map_or(0, |stop| stop + 1);
    let about = words.any(start, &["ngày", "thời gian", "thời điểm"]).filter(|about| *about < at)?;
    let (point, end) = calendar::point(words, next)?;
    let when = When::In(point.span(years.year)?);
    let whole = matches!(point.part, Part::Day(_, Some(_))) && words.is_stop(end);
    let other =
        (about..at).any(|i| words.any(i, OTHERS).is_some() || words.any(i, &["chốt", "tính"]).is_some());
    (whole && !other && is_current(when, years)).then_some((vec![when], end))
}

/// "gửi báo cáo vào ngày 25/11", "báo cáo nhanh vào ngày 15 và 30/5".
fn report_days(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<When>, usize)> {
    const SENT: &[&str] = &["báo cáo", "gửi", "nộp", "trình"];
    let next = words.phrase(at, "vào").filter(|next| words.at(*next) == "ngày")?;
    let start = (0..at).rev().find(|i| words.is_stop(*i) || words.at(*i) == ",").map_or(0, |stop| stop + 1);
    if !(start..at).any(|i| words.any(i, SENT).is_some()) {
        return None;
    }
    let (days, end) = days(words, next, years)?;
    let times: Vec<When> = days.into_iter().map(When::By).collect();
    times.iter().all(|when| is_current(*when, years)).then_some((times, end))
}

/// "ngày 15 và 30/5": days of which the last names the month.
fn days(words: &Words<'_>, at: usize, years: Years) -> Option<(Vec<Stretch>, usize)> {
    let (mut points, mut end) = (Vec::new(), at);
    while let Some((point, after)) = one_day(words, end).filter(|_| points.len() < MOST) {
        points.push(point);
        end = after;
        let more = words.any(after, &[", và", "và", ","]).filter(|more| one_day(words, *more).is_some());
        let Some(more) = more else { break };
        end = more;
    }
    let Point { part: Part::Day(_, Some(month)), year } = *points.last()? else { return None };
    let stretch = |point: &Point| {
        let Part::Day(day, own) = point.part else { return None };
        // "31/12 và 01/01/2026" begins the year before.
        let early = point.year.is_none() && own.is_some_and(|own| own > month);
        let year = point.year.or(year.map(|year| year - i32::from(early)));
        let point = Point { part: Part::Day(day, own.or(Some(month))), year };
        point.stretch(years.year)
    };
    Some((points.iter().map(stretch).collect::<Option<_>>()?, end))
}

/// One day, its month perhaps behind the next: "15 và 30/5".
fn one_day(words: &Words<'_>, at: usize) -> Option<(Point, usize)> {
    if let Some((point, end)) = calendar::bare(words, at) {
        return matches!(point.part, Part::Day(..)).then_some((point, end));
    }
    let day = words.number(at).filter(|day| (1..=31).contains(day))?;
    let joined = words.any(at + 1, &["và", ","]).is_some();
    joined.then_some((Point { part: Part::Day(day, None), year: None }, at + 1))
}
