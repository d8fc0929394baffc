//! What stands around a plan's sections on one line, its pieces parted by semicolons: bases, ties, recipients, signature.

use crate::domain::{Basis, Plan, Recipient, Relation, RelationKind, Signatory};
use crate::import::{Field, basis, signatory};
use crate::locale::{Lang, relation};
use crate::text::fold;

const KINDS: [RelationKind; 4] =
    [RelationKind::Implements, RelationKind::BasedOn, RelationKind::Replaces, RelationKind::AttachedTo];

/// Writes such a field; `None` for another.
pub(super) fn written(plan: &Plan, field: Field, lang: Lang) -> Option<String> {
    let pieces: Vec<String> = match field {
        Field::Place => plan.place.iter().cloned().collect(),
        Field::Bases => plan.bases.iter().map(|basis| basis.text.trim_end_matches(ENDS).to_owned()).collect(),
        Field::Relations => {
            let tie = |held: &Relation| format!("{} {}", relation::name(lang, held.kind), held.number);
            plan.relations.iter().map(tie).collect()
        }
        Field::Recipients => plan.recipients.iter().map(recipient).collect(),
        Field::Signatory => plan.signatory.iter().flat_map(signature).collect(),
        _ => return None,
    };
    Some(pieces.join("; "))
}

const ENDS: [char; 4] = [';', ',', '.', ' '];

fn recipient(held: &Recipient) -> String {
    let unit = held.unit.replace(';', ",");
    match &held.purpose {
        Some(purpose) => format!("{unit} ({})", purpose.replace(';', ",")),
        None => unit,
    }
}

fn signature(held: &Signatory) -> Vec<String> {
    [&held.on_behalf_of, &held.position, &held.name].into_iter().flatten().cloned().collect()
}

/// Reads such a field again; answers whether it is one.
pub(super) fn read(plan: &mut Plan, field: Field, text: &str) -> bool {
    let pieces = || text.split(';').map(str::trim).filter(|piece| !piece.is_empty());
    match field {
        Field::Place => plan.place = pieces().next().map(str::to_owned),
        Field::Bases => {
            plan.bases =
                pieces().map(|piece| Basis { text: piece.to_owned(), refs: basis::cited(piece) }).collect();
        }
        Field::Relations => plan.relations = pieces().map(tie).collect(),
        Field::Recipients => plan.recipients = pieces().map(sent_to).collect(),
        Field::Signatory => plan.signatory = signed(&pieces().collect::<Vec<_>>()),
        _ => return false,
    }
    true
}

/// A tie by the word in front of its number; without one it is a ground.
fn tie(piece: &str) -> Relation {
    let named = [Lang::Vi, Lang::En]
        .into_iter()
        .flat_map(|lang| KINDS.map(|kind| (kind, relation::name(lang, kind))));
    let behind = |(kind, name): (RelationKind, &str)| {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let (front, number) = words.split_at_checked(name.split(' ').count())?;
        let is_said = fold(&front.join(" ")) == fold(name) && !number.is_empty();
        is_said.then(|| Relation { kind, number: number.join(" ") })
    };
    let ground = || Relation { kind: RelationKind::BasedOn, number: piece.to_owned() };
    named.into_iter().find_map(behind).unwrap_or_else(ground)
}

fn sent_to(piece: &str) -> Recipient {
    let noted = piece.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match noted.filter(|(unit, _)| !unit.trim().is_empty()) {
        Some((unit, purpose)) => {
            Recipient { unit: unit.trim().to_owned(), purpose: Some(purpose.trim().to_owned()) }
        }
        None => Recipient { unit: piece.to_owned(), purpose: None },
    }
}

/// "KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC; Trần Văn A": on whose behalf, the post, the name; the last is the name unless it is a post.
fn signed(pieces: &[&str]) -> Option<Signatory> {
    let (behalf, rest): (Vec<&str>, Vec<&str>) = pieces.iter().partition(|piece| signatory::is_behalf(piece));
    let on_behalf_of = (!behalf.is_empty()).then(|| behalf.join(", "));
    let (position, name) = match rest[..] {
        [] => (None, None),
        [post] if signatory::is_post(post) && !signatory::is_name(post) => (Some(post.to_owned()), None),
        [name] => (None, Some(name.to_owned())),
        [ref posts @ .., name] => (Some(posts.join(", ")), Some(name.to_owned())),
    };
    (!pieces.is_empty()).then_some(Signatory { position, on_behalf_of, name })
}
