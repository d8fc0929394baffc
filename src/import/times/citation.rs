//! Dates that belong to another document: "số 12/KH-UBND ngày 14/02/2022", "Luật ... ban hành ngày 18/02/2025".

use super::super::numbers;
use super::super::words::Words;
use super::calendar;

/// Words in front of a day on which something was signed, passed or came into force.
const SIGNED: &[&str] = &[
    "ban hành",
    "ký",
    "ký ban hành",
    "thông qua",
    "có hiệu lực từ",
    "có hiệu lực",
    "có hiệu lực thi hành từ",
    "hiệu lực từ",
];

/// The place after the number of a document that starts here, and after its date.
pub(super) fn citation(words: &Words<'_>, at: usize) -> Option<usize> {
    if let Some(next) = words.any(at, SIGNED).filter(|next| words.at(*next) == "ngày") {
        return calendar::point(words, next).map(|(_, end)| end);
    }
    let word = words.get(at).filter(|word| word.spelled.starts_with(|c: char| c.is_ascii_digit()))?;
    let cited = numbers::number(words.text(), word.start)?;
    let end = words.place(cited.range.end);
    let day = words.any(end, &["ngày", ", ngày", "( ngày"]).map_or(end, |next| next - 1);
    Some(calendar::point(words, day).map_or(end, |(_, end)| end))
}
