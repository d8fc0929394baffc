//! A task's title: its first clause, short enough for one line of a list.

use super::syllables::respaced;
use crate::text::{cut, width};

/// The widest title, in columns.
const WIDEST: usize = 120;

/// The narrowest that a clause may be cut to at a comma.
const NARROWEST: usize = 72;

/// The first clause of a text.
pub(super) fn title(text: &str) -> String {
    let line = respaced(text.lines().next().unwrap_or_default().trim());
    let line = line.as_str();
    let clause = line[..clause_end(line)].trim_end_matches(['.', ';', ':', ',', ' ']);
    if width(clause) <= WIDEST {
        return clause.to_owned();
    }
    let fitting = cut(clause, WIDEST);
    let fitting = fitting.trim_end_matches('…');
    let end = last_pause(fitting).or_else(|| fitting.rfind(' ')).unwrap_or(fitting.len());
    format!("{}…", fitting[..end].trim_end_matches([',', ' ']))
}

/// The last comma that a reader would pause at: far enough on, and behind more than one word ("phòng, chống" is one).
fn last_pause(text: &str) -> Option<usize> {
    let mut commas = text.match_indices(',').map(|(at, _)| at).filter(|at| {
        let part = text[..*at].rsplit(',').next().unwrap_or_default();
        width(&text[..*at]) >= NARROWEST && part.trim().contains(' ') && balanced(&text[..*at])
    });
    commas.next_back()
}

/// Where the first clause ends: at a semicolon, or at a full stop that a capital follows.
fn clause_end(line: &str) -> usize {
    let ends = line.match_indices([';', '.']).filter(|(at, sign)| {
        let rest = &line[at + 1..];
        *sign == ";" || (rest.strip_prefix(' ').is_some_and(opens_sentence) && !is_abbreviation(&line[..*at]))
    });
    ends.map(|(at, _)| at).find(|at| balanced(&line[..*at])).unwrap_or(line.len())
}

fn opens_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'))
}

/// Whether a stop ends an abbreviation or a number: "TP.", "số 1."
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '/']).next().unwrap_or_default();
    word.chars().count() <= 3 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether every bracket and quotation mark that opens is closed.
fn balanced(text: &str) -> bool {
    let count = |sign: char| text.chars().filter(|c| *c == sign).count();
    count('(') <= count(')') && count('“') <= count('”')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(title(text), expected);
    }

    #[test]
    fn the_first_clause() {
        check("Rà soát thủ tục; niêm yết công khai.", "Rà soát thủ tục");
        check("Xây dựng Kế hoạch. Báo cáo kết quả.", "Xây dựng Kế hoạch");
        check("Văn phòng Sở:", "Văn phòng Sở");
        check("Tập huấn (đợt 1; đợt 2) tại TP. Huế. Xong.", "Tập huấn (đợt 1; đợt 2) tại TP. Huế");
        check("Thu gom rác\nXử lý rác", "Thu gom rác");
        check("Đánh giá kết quảthực hiện.", "Đánh giá kết quả thực hiện");
    }

    #[test]
    fn a_long_clause_is_cut_where_it_breathes() {
        let long = "Nâng cao nhận thức của cán bộ, công chức, viên chức và người lao động trong toàn cơ quan, đơn vị về công tác lưu trữ và văn thư điện tử hiện nay";
        check(
            long,
            "Nâng cao nhận thức của cán bộ, công chức, viên chức và người lao động trong toàn cơ quan…",
        );
        let without_comma = "việc ".repeat(40);
        assert!(title(&without_comma).ends_with('…') && width(&title(&without_comma)) <= WIDEST);
    }
}
