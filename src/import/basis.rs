//! The clauses before the first section, the numbers that they cite, and what follows for the plan's ties to other documents.

use super::numbers;
use super::paragraph::Paragraph;
use super::span::is_attachment;
use super::trace::{Sureness, Traced};
use crate::domain::{Basis, Relation, RelationKind};
use crate::text::fold;

/// Words that open a clause giving a ground.
const GROUNDS: [&str; 9] = [
    "can cu",
    "thuc hien",
    "theo",
    "tren co so",
    "thi hanh",
    "trien khai thuc hien",
    "tiep tuc thuc hien",
    "xet",
    "trien khai",
];

/// Of these, those by which the plan carries another document out.
const CARRIED_OUT: [&str; 5] =
    ["thuc hien", "thi hanh", "trien khai thuc hien", "tiep tuc thuc hien", "trien khai"];

/// The grounds among the paragraphs of the preamble. Others tell of the occasion, unless they cite a number too.
pub(super) fn bases(preamble: &[Paragraph]) -> Vec<Traced<Basis>> {
    let grounds = preamble.iter().filter(|p| !is_attachment(&p.text));
    let basis = |p: &Paragraph| {
        let basis = Basis { text: p.text.clone(), refs: cited(&p.text) };
        let sureness = if opens(&GROUNDS, &p.text) { Sureness::Certain } else { Sureness::Likely };
        let counts = sureness == Sureness::Certain || !basis.refs.is_empty();
        counts.then(|| Traced::certain(basis, p.lines).at_most(sureness))
    };
    grounds.filter_map(basis).collect()
}

fn opens(words: &[&str], text: &str) -> bool {
    let folded = fold(text);
    words.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// The ties that the bases tell: the first number of each clause that a semicolon ends, and those that are joined to it.
pub(super) fn relations(bases: &[Traced<Basis>]) -> Vec<Traced<Relation>> {
    let mut relations: Vec<Traced<Relation>> = Vec::new();
    for Traced { said: basis, trace } in bases {
        let kind =
            if opens(&CARRIED_OUT, &basis.text) { RelationKind::Implements } else { RelationKind::BasedOn };
        for number in basis.text.split(';').flat_map(joined) {
            add(&mut relations, Traced { said: Relation { kind, number }, trace: *trace });
        }
    }
    relations
}

/// "Kế hoạch số 20-KH/TU của Tỉnh ủy và Nghị quyết số 11-NQ/ĐU": the first number of a clause and those joined to it, but
/// none that these are about: "Kế hoạch số 5-KH/TU về Nghị quyết số 7-NQ/TW".
fn joined(clause: &str) -> Vec<String> {
    const ABOUT: [&str; 9] =
        [" ve ", "thuc hien", "trien khai", "ban hanh", "sua doi", "bo sung", "theo ", "thi hanh", "tai "];
    const KINDS: [&str; 7] =
        ["nghi quyet", "ke hoach", "chi thi", "chuong trinh", "quyet dinh", "ket luan", "cong van"];
    let mut found: Vec<String> = Vec::new();
    let mut end = 0;
    for number in numbers::find(clause) {
        let between = fold(&clause[end..number.range.start]);
        let own = between.rsplit([',', ';']).next().unwrap_or_default().trim();
        let own = own.strip_suffix("so").unwrap_or(own).trim_end();
        let linked = own.rsplit_once(" va ").is_some_and(|(_, behind)| KINDS.contains(&behind))
            || KINDS.contains(&own.strip_prefix("va ").unwrap_or(own));
        let about = ABOUT.iter().any(|word| between.contains(word));
        if !found.is_empty() && (about || !linked) {
            break;
        }
        end = number.range.end;
        found.push(number.number);
    }
    found
}

/// The documents that a text says to be replaced: "thay thế Kế hoạch số ...".
pub(super) fn replaced(text: &str) -> Vec<Relation> {
    const NEAR: usize = 60;
    let places = text.match_indices("thay thế").chain(text.match_indices("Thay thế"));
    let behind = places.filter_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let near: String = rest.chars().take(NEAR).collect();
        let cites_plan = ["ke hoach so", "chuong trinh so"].iter().any(|kind| fold(&near).starts_with(kind));
        cites_plan.then(|| cited(&near).into_iter().next()).flatten()
    });
    behind.map(|number| Relation { kind: RelationKind::Replaces, number }).collect()
}

/// The numbers that a text cites, each once.
pub(super) fn cited(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for number in numbers::cited(text) {
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// Adds a tie that is not there yet.
pub(super) fn add(relations: &mut Vec<Traced<Relation>>, relation: Traced<Relation>) {
    if !relations.iter().any(|held| held.said == relation.said) {
        relations.push(relation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preamble(texts: &[&str]) -> Vec<Paragraph> {
        texts
            .iter()
            .map(|text| Paragraph {
                marker: None,
                text: (*text).to_owned(),
                lines: (1, 1),
                sureness: Sureness::Certain,
            })
            .collect()
    }

    #[test]
    fn grounds_and_their_numbers() {
        let found = bases(&preamble(&[
            "(Kèm theo Quyết định số 9/QĐ-UBND)",
            "Căn cứ Luật Lưu trữ;",
            "Thực hiện Kế hoạch số 5-KH/TU ngày 1/2/2022 về Nghị quyết số 7-NQ/TW; Công văn số 3/SNV-VP,",
            "Sở Y tế ban hành Kế hoạch như sau:",
            "Căn cứ Chỉ thị số 40/CT-TTg ngày 31/12/2025 của Thủ tướng và Nghị quyết số 21-NQ/ĐU của Đảng ủy,",
        ]));
        let refs: Vec<_> = found.iter().map(|basis| basis.said.refs.join(" ")).collect();
        assert_eq!(refs, ["", "5-KH/TU 7-NQ/TW 3/SNV-VP", "40/CT-TTg 21-NQ/ĐU"]);
        let ties = relations(&found);
        let said: Vec<_> = ties.iter().map(|tie| (tie.said.kind, tie.said.number.as_str())).collect();
        let (carried, based) = (RelationKind::Implements, RelationKind::BasedOn);
        assert_eq!(
            said,
            [(carried, "5-KH/TU"), (carried, "3/SNV-VP"), (based, "40/CT-TTg"), (based, "21-NQ/ĐU")]
        );
    }

    #[test]
    fn a_replaced_plan() {
        let found =
            replaced("Kế hoạch này thay thế Kế hoạch số 371/KH-UBND ngày 5/5/2021; thay thế Quy chế cũ.");
        assert_eq!(found, [Relation { kind: RelationKind::Replaces, number: "371/KH-UBND".into() }]);
    }
}
