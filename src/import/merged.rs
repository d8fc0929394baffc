//! Items that ran together in one paragraph, "... được duyệt.4. Tổ chức ...", taken apart.

use super::marker::{self, Style};
use super::paragraph::Paragraph;
use super::trace::Sureness;

/// Takes merged items apart; also answers with the lines where that was done.
pub(super) fn split(paragraphs: Vec<Paragraph>) -> (Vec<Paragraph>, Vec<(u32, u32)>) {
    let followers = followers(&paragraphs);
    let mut parted = Vec::with_capacity(paragraphs.len());
    let mut doubtful = Vec::new();
    for (paragraph, follower) in paragraphs.into_iter().zip(followers) {
        let mut rest = paragraph;
        while let Some((own, next)) = part(&rest).filter(|(_, next)| number(next) != follower) {
            doubtful.push(own.lines);
            parted.push(own);
            rest = next;
        }
        parted.push(rest);
    }
    (parted, doubtful)
}

/// For each paragraph the label of the next numbered one.
fn followers(paragraphs: &[Paragraph]) -> Vec<Option<String>> {
    let mut next = None;
    let mut followers: Vec<Option<String>> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs.iter().rev() {
        followers.push(next.clone());
        next = number(paragraph).or(next);
    }
    followers.reverse();
    followers
}

/// The label of a numbered paragraph.
fn number(paragraph: &Paragraph) -> Option<String> {
    let marker = paragraph.marker.as_ref()?;
    matches!(marker.style, Style::Number(_)).then(|| marker.label.clone())
}

/// Parts a numbered paragraph where its next sibling or first child opens inside it.
fn part(paragraph: &Paragraph) -> Option<(Paragraph, Paragraph)> {
    let marker = paragraph.marker.as_ref()?;
    let Style::Number(depth) = marker.style else { return None };
    let stem = marker.label.rsplit_once('.').map_or(String::new(), |(stem, _)| format!("{stem}."));
    let sibling = format!("{stem}{}.", marker.ordinal + 1);
    let child = format!("{}.1.", marker.label);
    let at = if depth == 1 { opens_at(&paragraph.text, &child) } else { None };
    let at = at.or_else(|| opens_at(&paragraph.text, &sibling))?;
    let (own, next) = paragraph.text.split_at(at);
    let (next_marker, words) = marker::split(next)?;
    let (lines, sureness) = (paragraph.lines, Sureness::Guessed);
    let own = Paragraph { text: own.trim_end().to_owned(), sureness, ..paragraph.clone() };
    Some((own, Paragraph { marker: Some(next_marker), text: words.to_owned(), lines, sureness }))
}

/// Where a number opens an item behind the end of a sentence: its words open with a capital.
fn opens_at(text: &str, number: &str) -> Option<usize> {
    let places = text.match_indices(number).map(|(at, _)| at).filter(|at| *at > 0);
    let mut ends = places.filter(|at| {
        let before = text[..*at].trim_end();
        let words = text[at + number.len()..].trim_start();
        before.ends_with(['.', ';', ':']) && words.starts_with(char::is_uppercase)
    });
    ends.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &[&str]) {
        let paragraph = |line: &&str| {
            let (marker, text) =
                marker::split(line).map_or((None, *line), |(marker, text)| (Some(marker), text));
            Paragraph { marker, text: text.to_owned(), lines: (1, 1), sureness: Sureness::Certain }
        };
        let (parted, _) = split(lines.iter().map(paragraph).collect());
        assert_eq!(parted.iter().map(Paragraph::printed).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn merged_items_are_parted() {
        check(
            &["3. Trình đề án được duyệt.4. Tổ chức tập huấn. 5. Báo cáo.", "6. Sơ kết"],
            &["3. Trình đề án được duyệt.", "4. Tổ chức tập huấn.", "5. Báo cáo.", "6. Sơ kết"],
        );
        check(&["1. Nhiệm vụ chung: 1.1. Rà soát."], &["1. Nhiệm vụ chung:", "1.1. Rà soát."]);
    }

    #[test]
    fn a_number_that_follows_anyway_is_only_mentioned() {
        check(&["1. Theo mục. 2. Phần này", "2. Phần sau"], &["1. Theo mục. 2. Phần này", "2. Phần sau"]);
    }
}
