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
        Field::Place => plan.place.iter().map(|place| whole(place)).collect(),
        Field::Bases => plan.bases.iter().map(ground).collect(),
        Field::Relations => plan.relations.iter().map(|held| related(held, lang)).collect(),
        Field::Recipients => plan.recipients.iter().map(recipient).collect(),
        Field::Signatory => plan.signatory.iter().flat_map(signature).collect(),
        _ => return None,
    };
    Some(pieces.join("; "))
}

const ENDS: [char; 4] = [';', ',', '.', ' '];

/// A piece that stays one between semicolons.
fn whole(text: &str) -> String {
    text.replace([';', '\n'], ",").trim().to_owned()
}

fn ground(held: &Basis) -> String {
    whole(held.text.trim_end_matches(ENDS))
}

fn related(held: &Relation, lang: Lang) -> String {
    whole(&format!("{} {}", relation::name(lang, held.kind), held.number))
}

fn recipient(held: &Recipient) -> String {
    match &held.purpose {
        Some(purpose) => whole(&format!("{} ({purpose})", held.unit)),
        None => whole(&held.unit),
    }
}

fn signature(held: &Signatory) -> Vec<String> {
    [&held.on_behalf_of, &held.position, &held.name].into_iter().flatten().map(|part| whole(part)).collect()
}

/// Reads such a field again; answers whether it is one. A piece that is written as it stood stays what it was.
pub(super) fn read(plan: &mut Plan, field: Field, text: &str) -> bool {
    let pieces: Vec<&str> = text.split(';').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    match field {
        Field::Place => plan.place = pieces.first().map(|piece| (*piece).to_owned()),
        Field::Bases => {
            let new = |piece: &str| Basis { text: piece.to_owned(), refs: basis::cited(piece) };
            plan.bases = kept(&pieces, &plan.bases, |held, piece| ground(held) == piece, new);
        }
        Field::Relations => {
            let stood = |held: &Relation, piece: &str| {
                [Lang::Vi, Lang::En].iter().any(|lang| related(held, *lang) == piece)
            };
            plan.relations = kept(&pieces, &plan.relations, stood, tie);
        }
        Field::Recipients => {
            plan.recipients =
                kept(&pieces, &plan.recipients, |held, piece| recipient(held) == piece, sent_to);
        }
        Field::Signatory => plan.signatory = signed(&pieces),
        _ => return false,
    }
    true
}

/// Each piece as what stood there under it, else as something new.
fn kept<T: Clone>(
    pieces: &[&str],
    old: &[T],
    stood: impl Fn(&T, &str) -> bool,
    new: impl Fn(&str) -> T,
) -> Vec<T> {
    let read =
        |piece: &&str| old.iter().find(|held| stood(held, piece)).cloned().unwrap_or_else(|| new(piece));
    pieces.iter().map(read).collect()
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
