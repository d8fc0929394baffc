//! The subject of the plan: the lines under KẾ HOẠCH.

use super::case::{capitalised, is_capitals};
use super::line::{Line, LineKind};
use super::marker;
use super::span::is_attachment;
use super::trace::Traced;
use crate::text::fold;

/// Words that open a clause of the preamble.
const CLAUSES: [&str; 12] = [
    "can cu",
    "thuc hien",
    "theo",
    "trien khai",
    "nham",
    "de ",
    "tren co so",
    "thi hanh",
    "tiep tuc",
    "xet",
    "phat huy",
    "do ",
];

/// Reads the title that opens at `at`: its words in one line, and the line after it.
pub(super) fn title(lines: &[Line], at: usize) -> (Traced<String>, usize) {
    let own = without_kind(&lines[at].text);
    let mut parts: Vec<&str> = Vec::new();
    let (mut first, mut last) = (None, lines[at].number);
    if !own.is_empty() {
        parts.push(own);
        first = Some(last);
    }
    let mut end = at + 1;
    while let Some(line) = lines.get(end) {
        if !goes_on(&parts, lines, end) {
            break;
        }
        if line.is_prose() {
            parts.push(&line.text);
            last = line.number;
            first = first.or(Some(last));
        }
        end += 1;
    }
    (Traced::certain(joined(&parts), (first.unwrap_or(last), last)), end)
}

/// The rest of the line behind the name of the kind, whose names all have two words or more.
fn without_kind(line: &str) -> &str {
    line.splitn(3, [' ', '\t']).nth(2).unwrap_or_default()
}

/// Whether the line at a place behind the kind belongs to the title that the parts have opened.
fn goes_on(parts: &[&str], lines: &[Line], at: usize) -> bool {
    const FAR: u32 = 3;
    const LINES: usize = 8;
    const LONG: usize = 110;
    let (before, line) = (&lines[at - 1], &lines[at]);
    match line.kind {
        LineKind::Bar => return parts.is_empty(),
        LineKind::Rule => return parts.is_empty() && before.is_prose(),
        LineKind::Prose => {}
    }
    if is_attachment(&line.text) || marker::split(&line.text).is_some() || parts.len() >= LINES {
        return false;
    }
    let Some(last) = parts.last() else {
        // The Party writes its subjects small and closes them with a rule.
        let ruled = lines.get(at + 1).is_some_and(|next| next.kind == LineKind::Rule);
        let small = line.text.starts_with(char::is_lowercase);
        return small || ruled || !is_clause(&line.text) || line.text.chars().count() <= LONG;
    };
    if is_capitals(last) {
        let small = parts.len() == 1 && line.gap == 0 && is_addition(last) && names_plan(&lines[at..]);
        return (is_capitals(&line.text) || small) && line.gap < FAR;
    }
    if line.text.starts_with(char::is_lowercase) && line.gap < FAR {
        return true;
    }
    let parted = line.gap > 0 && line.gap >= before.gap.min(FAR);
    !parted && !is_clause(&line.text) && !last.ends_with(['.', ';', ':']) && line.text.chars().count() <= LONG
}

/// Whether words in capitals only say what kind of plan it is, and no more: "KẾ HOẠCH TRIỂN KHAI".
fn is_addition(capitals: &str) -> bool {
    const MOST: usize = 3;
    capitals.split_whitespace().count() <= MOST && !capitals.contains(|c: char| c.is_ascii_digit())
}

/// Whether lines in small letters below such words are the plan's name: what stands there without a gap is no clause, and
/// ends like no sentence.
fn names_plan(lines: &[Line]) -> bool {
    const LONG: usize = 110;
    let own = lines.iter().enumerate().take_while(|(at, line)| {
        let apart = *at > 0 && (line.gap > 0 || is_clause(&line.text));
        line.is_prose() && !apart && !is_attachment(&line.text) && marker::split(&line.text).is_none()
    });
    let own: Vec<&Line> = own.map(|(_, line)| line).collect();
    let ends = own.last().is_none_or(|last| last.text.ends_with(['.', ';', ':', ',']));
    !ends
        && own.len() <= 3
        && !is_clause(&own[0].text)
        && own.iter().all(|line| line.text.chars().count() <= LONG)
}

/// Whether a line opens a clause of the preamble and cites or reasons, as no title does.
fn is_clause(text: &str) -> bool {
    let folded = fold(text);
    CLAUSES.iter().any(|word| folded.starts_with(word))
}

fn joined(parts: &[&str]) -> String {
    // Words in capitals over a name in small letters are its first ones.
    let mixed =
        parts.first().is_some_and(|first| is_capitals(first)) && !parts.iter().all(|part| is_capitals(part));
    let first = parts.first().filter(|_| mixed).map(|first| capitalised(&first.to_lowercase()));
    let parts: Vec<&str> =
        first.as_deref().into_iter().chain(parts[usize::from(mixed)..].iter().copied()).collect();
    let joined = parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = fold(&joined);
    let joined = match joined.split_once(':') {
        Some((_, rest)) if folded.starts_with("v/v:") || folded.starts_with("ve viec:") => rest,
        _ => joined.strip_prefix("V/v ").or_else(|| joined.strip_prefix("v/v ")).unwrap_or(&joined),
    };
    joined.trim().trim_end_matches(['.', ';', ',']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, next: Option<&str>) {
        let lines = lines(text);
        let (title, end) = title(&lines, 0);
        assert_eq!((title.said.as_str(), lines.get(end).map(|line| line.text.as_str())), (expected, next));
    }

    #[test]
    fn centred_lines_are_joined() {
        check(
            "KẾ HOẠCH \n\nThực hiện Quy chế tiếp công dân \n\nvà công tác văn thư năm 2022 \n\n \n\nThực hiện Công văn số 1-CV/TU",
            "Thực hiện Quy chế tiếp công dân và công tác văn thư năm 2022",
            Some("Thực hiện Công văn số 1-CV/TU"),
        );
        check(
            "**KẾ HOẠCH**\nTHỰC\nHIỆN QUYẾT ĐỊNH SỐ 1/QĐ-TTG\nThực hiện Quyết định số 1/QĐ-TTg",
            "THỰC HIỆN QUYẾT ĐỊNH SỐ 1/QĐ-TTG",
            Some("Thực hiện Quyết định số 1/QĐ-TTg"),
        );
    }

    #[test]
    fn the_title_may_stand_on_the_line_of_the_kind() {
        check(
            "KẾ HOẠCH **Thực hiện công tác lưu trữ**\n\nCăn cứ Luật",
            "Thực hiện công tác lưu trữ",
            Some("Căn cứ Luật"),
        );
    }

    #[test]
    fn what_the_kind_is_called_more_nearly_goes_before_the_name_of_the_plan() {
        for (text, expected, next) in [
            (
                "KẾ HOẠCH TRIỂN KHAI\nThay thế đồng hồ nước\nthông minh năm 2026\n\nCăn cứ Luật",
                "Triển khai Thay thế đồng hồ nước thông minh năm 2026",
                "Căn cứ Luật",
            ),
            (
                "KẾ HOẠCH\nTUYÊN TRUYỀN\nNgày Pháp luật\nCăn cứ Luật",
                "Tuyên truyền Ngày Pháp luật",
                "Căn cứ Luật",
            ),
            (
                "KẾ HOẠCH\nKIỂM TRA\nUBND xã ban hành Kế hoạch\nnhư sau:",
                "KIỂM TRA",
                "UBND xã ban hành Kế hoạch",
            ),
            ("KẾ HOẠCH CÔNG TÁC NĂM 2026\nNăm học mới", "CÔNG TÁC NĂM 2026", "Năm học mới"),
            ("KẾ HOẠCH KIỂM TRA\n\nTrường Tiểu học", "KIỂM TRA", "Trường Tiểu học"),
        ] {
            check(text, expected, Some(next));
        }
    }

    #[test]
    fn an_attachment_note_and_a_rule_end_it() {
        check(
            "KẾ HOẠCH\n\nTRIỂN KHAI LUẬT\n\n*(Kèm theo Quyết định số 3/QĐ-UBND)*",
            "TRIỂN KHAI LUẬT",
            Some("(Kèm theo Quyết định số 3/QĐ-UBND)"),
        );
        check("KẾ HOẠCH\nTriển khai Luật\n-----\nCăn cứ", "Triển khai Luật", Some("-----"));
    }
}
