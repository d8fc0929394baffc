//! Two journals made one: every line of both, none of them twice.

use std::collections::HashSet;

/// Whether a journal has every line of another one.
pub(super) fn has_lines_of(journal: &[u8], other: &[u8]) -> bool {
    let lines: HashSet<&[u8]> = journal.split(|byte| *byte == b'\n').collect();
    other.split(|byte| *byte == b'\n').all(|line| line.trim_ascii().is_empty() || lines.contains(line))
}

/// The lines of the first journal, and of the others those that it lacks. Marks that git left are no lines.
pub(super) fn union<'a>(journals: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let lines = journals.into_iter().flat_map(|journal| journal.split(|byte| *byte == b'\n'));
    let mut seen = HashSet::new();
    let kept = lines.filter(|line| !line.trim_ascii().is_empty() && !is_mark(line) && seen.insert(*line));
    kept.flat_map(|line| line.iter().copied().chain([b'\n'])).collect()
}

/// Whether a line is one by which git keeps two sides apart; no line of a journal begins so.
fn is_mark(line: &[u8]) -> bool {
    const MARKS: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];
    MARKS.iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::union;

    #[test]
    fn every_line_is_there_once_and_ends() {
        let marked: &[u8] = b"a\n<<<<<<< HEAD\nb\n||||||| 12ab\n=======\nc\n>>>>>>> origin/main\nd";
        assert_eq!(union([marked, b"a\nb\n", b"a\nc\n\ne"]), b"a\nb\nc\nd\ne\n");
    }
}
