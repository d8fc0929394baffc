//! The three-way merge of two edited copies of one document: by thing and by field.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::fields::put;
use super::outline::{Node, Object, Outline, Unsound};
use super::place::{Place, Thing};
use super::siblings::Orders;

/// What a merge came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The merged document. At a conflict it holds [`Conflict::held`], and keeps what one of them removed.
    pub value: Value,
    /// What only a person can decide, in the order of the places; empty for a clean merge.
    pub conflicts: Vec<Conflict>,
}

/// A place that both sides changed, each in its own way. `None` means that nothing stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The place, in the notation of [`Place`].
    pub at: String,
    /// What stood there before.
    pub base: Option<Value>,
    /// What stands there on our side.
    pub ours: Option<Value>,
    /// What stands there on their side.
    pub theirs: Option<Value>,
}

impl Conflict {
    /// What the merged document holds at a field until somebody decides: what both sides started from, or where nothing
    /// stood before, one of the two, so that the document can be read.
    #[must_use]
    pub fn held(&self) -> Option<&Value> {
        self.base.as_ref().or_else(|| Some(either(self.ours.as_ref()?, self.theirs.as_ref()?)))
    }
}

/// The one of two values that is taken whichever side is ours.
fn either<'v>(one: &'v Value, other: &'v Value) -> &'v Value {
    let has_keys = one.is_object() || one.is_array();
    let written = |value: &Value| value.to_string();
    if (one == other && !has_keys) || written(one) <= written(other) { one } else { other }
}

/// Merges two documents that come from one.
///
/// A change of one side alone is taken; so is one that both made alike. A field changed differently on both sides is a
/// conflict, and so is a thing removed here and changed there, or moved to two holders. What both sides add stays. The
/// merge is symmetric: exchanging the sides exchanges them in the conflicts and changes nothing else. `Null` stands for a
/// document that is not there.
#[must_use]
pub fn merge(base: &Value, ours: &Value, theirs: &Value) -> Merged {
    let clean = |value: &Value| Merged { value: value.clone(), conflicts: Vec::new() };
    if ours == theirs {
        // Their keys may stand in another order.
        return clean(either(ours, theirs));
    }
    if theirs == base {
        return clean(ours);
    }
    if ours == base {
        return clean(theirs);
    }
    let merged = thing_by_thing(base, ours, theirs).ok().flatten();
    merged.unwrap_or_else(|| whole(base, ours, theirs))
}

fn whole(base: &Value, ours: &Value, theirs: &Value) -> Merged {
    let there = |value: &Value| Some(value.clone()).filter(|value| !value.is_null());
    let at = Place::of(Thing::Document).to_string();
    let conflict = Conflict { at, base: there(base), ours: there(ours), theirs: there(theirs) };
    Merged { value: conflict.held().cloned().unwrap_or_default(), conflicts: vec![conflict] }
}

/// Merges by identity; `None` when the two sides nested what both added in opposite ways.
fn thing_by_thing(base: &Value, ours: &Value, theirs: &Value) -> Result<Option<Merged>, Unsound> {
    let nothing = json!({});
    let base = if base.is_null() { &nothing } else { base };
    let outlines = [Outline::of(base)?, Outline::of(ours)?, Outline::of(theirs)?];
    let mut merge = Merge::new(&outlines);
    merge.drop_removed();
    merge.settle_holders();
    merge.untie_circles();
    if merge.stay.iter().any(|thing| merge.is_tied(thing)) {
        return Ok(None);
    }
    merge.keep_holders();
    let value = merge.build(&Thing::Document);
    let mut conflicts = merge.conflicts;
    conflicts.sort_by(|one, other| one.at.cmp(&other.at));
    conflicts.dedup_by(|one, other| one.at == other.at);
    Ok(Some(Merged { value, conflicts }))
}

/// A merge on its way: which things stay, and what holds each.
struct Merge<'a> {
    base: &'a Outline<'a>,
    ours: &'a Outline<'a>,
    theirs: &'a Outline<'a>,
    stay: HashSet<&'a Thing>,
    holders: HashMap<&'a Thing, &'a Thing>,
    conflicts: Vec<Conflict>,
}

impl<'a> Merge<'a> {
    fn new([base, ours, theirs]: &'a [Outline<'a>; 3]) -> Self {
        let all =
            [base, ours, theirs].into_iter().flat_map(|side| side.nodes().iter().map(|node| &node.thing));
        let stay = all.collect();
        Self { base, ours, theirs, stay, holders: HashMap::new(), conflicts: Vec::new() }
    }

    /// The thing on the three sides.
    fn sides(&self, thing: &Thing) -> [Option<&'a Node<'a>>; 3] {
        [self.base.get(thing), self.ours.get(thing), self.theirs.get(thing)]
    }

    /// Lets go what one side removed, unless the other changed it.
    fn drop_removed(&mut self) {
        for node in self.base.nodes() {
            let gone = match (self.ours.get(&node.thing), self.theirs.get(&node.thing)) {
                (Some(_), Some(_)) => false,
                (None, None) => true,
                (Some(left), None) | (None, Some(left)) => !changed(node, left),
            };
            if gone {
                self.stay.remove(&node.thing);
            } else {
                self.report_removal(&node.thing);
            }
        }
    }

    /// Reports a thing that one side removed and the other needs.
    fn report_removal(&mut self, thing: &Thing) {
        let sides = self.sides(thing);
        if sides[1].is_none() != sides[2].is_none() {
            let whole = |node: Option<&Node<'_>>| node.map(|node| Value::Object(node.object.clone()));
            self.conflict(&Place::of(thing.clone()), sides.map(whole));
        }
    }

    /// Decides what holds each thing: the holder of the side that moved it.
    fn settle_holders(&mut self) {
        let staying: Vec<&Thing> = self.stay.iter().copied().collect();
        for thing in staying {
            let sides = self.sides(thing);
            let [base, ours, theirs] = sides.map(|node| node.map(|node| &node.parent));
            let holder = match (ours, theirs) {
                (Some(one), None) | (None, Some(one)) => Some(one),
                (one, other) if one == other || other == base => one,
                (one, other) if one == base => other,
                _ => {
                    self.report_move(thing);
                    base.or(ours.min(theirs))
                }
            };
            self.holders.extend(holder.map(|holder| (thing, holder)));
        }
    }

    /// Puts back what two moves made hold itself: this side moved A into B, that side B into A.
    fn untie_circles(&mut self) {
        let tied: Vec<&Thing> = self.stay.iter().copied().filter(|thing| self.is_tied(thing)).collect();
        for thing in &tied {
            self.report_move(thing);
        }
        // What is in no circle stays where it was moved: its way up leads past all of these.
        let base = self.base;
        self.holders.extend(tied.into_iter().filter_map(|thing| Some((thing, &base.get(thing)?.parent))));
    }

    /// Whether the way up from a thing never ends.
    fn is_tied(&self, thing: &'a Thing) -> bool {
        let up = std::iter::successors(Some(thing), |at| self.holders.get(*at).copied());
        let way = up.take_while(|at| **at != Thing::Document);
        way.take(self.stay.len() + 1).count() > self.stay.len()
    }

    fn report_move(&mut self, thing: &Thing) {
        let parent = |node: Option<&Node<'_>>| node.map(|node| json!({ "parent": node.parent.to_string() }));
        self.conflict(&Place::of(thing.clone()), self.sides(thing).map(parent));
    }

    /// Keeps a removed holder while something stands in it: the other side added or changed it there.
    fn keep_holders(&mut self) {
        let mut open: Vec<&Thing> = self.stay.iter().copied().collect();
        while let Some(thing) = open.pop() {
            let Some(holder) = self.holder_of(thing) else { continue };
            self.holders.insert(thing, holder);
            if self.stay.insert(holder) {
                self.report_removal(holder);
                open.push(holder);
            }
        }
    }

    /// What holds the thing in the result; for one that was let go, what held it last.
    fn holder_of(&self, thing: &Thing) -> Option<&'a Thing> {
        let settled = self.holders.get(thing).copied();
        settled.or_else(|| self.sides(thing).into_iter().flatten().next().map(|node| &node.parent))
    }

    fn build(&mut self, thing: &Thing) -> Value {
        let sides = self.sides(thing);
        let objects = sides.map(|node| node.map(|node| fields_of(node)));
        let merged = match objects {
            [_, Some(one), None] | [_, None, Some(one)] | [Some(one), None, None] => one,
            [base, ours, theirs] => {
                let sides = [base, ours, theirs].map(Option::unwrap_or_default);
                self.merge_fields(&Place::of(thing.clone()), &sides)
            }
        };
        let mut object = laid_out(thing, merged, sides);
        for list in thing.lists() {
            let things: Vec<Value> =
                self.children(thing, list).into_iter().map(|child| self.build(child)).collect();
            if !things.is_empty() || has_list(list, sides) {
                put(&mut object, thing, list, Value::Array(things));
            } else {
                object.shift_remove(*list);
            }
        }
        Value::Object(object)
    }

    /// What stands in a list of a thing, in one order.
    fn children(&self, holder: &Thing, list: &str) -> Vec<&'a Thing> {
        let of = |side: &'a Outline<'a>| -> Vec<&'a Thing> {
            side.children(holder).iter().filter(|thing| thing.list() == list).collect()
        };
        let orders = Orders { base: of(self.base), ours: of(self.ours), theirs: of(self.theirs) };
        let here = |thing: &&Thing| thing.list() == list && self.holders.get(*thing).copied() == Some(holder);
        orders.merged(&self.stay.iter().copied().filter(here).collect())
    }

    fn merge_fields(&mut self, at: &Place, sides: &[Object; 3]) -> Object {
        let [base, ours, theirs] = sides;
        let added: BTreeSet<&String> =
            ours.keys().chain(theirs.keys()).filter(|key| !base.contains_key(*key)).collect();
        let mut merged = Map::new();
        for key in base.keys().chain(added) {
            let value = self.merge_value(&at.join(key), [base.get(key), ours.get(key), theirs.get(key)]);
            merged.extend(value.map(|value| (key.clone(), value)));
        }
        merged
    }

    fn merge_value(&mut self, at: &Place, [base, ours, theirs]: [Option<&Value>; 3]) -> Option<Value> {
        if ours == theirs {
            return Some(either(ours?, theirs?).clone());
        }
        if theirs == base {
            return ours.cloned();
        }
        if ours == base {
            return theirs.cloned();
        }
        match (base, ours, theirs) {
            (None | Some(Value::Object(_)), Some(Value::Object(mine)), Some(Value::Object(their)))
                if at.opens() =>
            {
                let base = base.and_then(Value::as_object).cloned().unwrap_or_default();
                Some(Value::Object(self.merge_fields(at, &[base, mine.clone(), their.clone()])))
            }
            _ => self.conflict(at, [base, ours, theirs].map(Option::<&Value>::cloned)),
        }
    }

    /// Reports a conflict, and answers what stands there until it is decided.
    fn conflict(&mut self, at: &Place, [base, ours, theirs]: [Option<Value>; 3]) -> Option<Value> {
        let conflict = Conflict { at: at.to_string(), base, ours, theirs };
        let held = conflict.held().cloned();
        self.conflicts.push(conflict);
        held
    }
}

/// Whether a thing that stayed on one side is not what both started from.
fn changed(base: &Node<'_>, left: &Node<'_>) -> bool {
    base.parent != left.parent || fields_of(base) != fields_of(left)
}

fn fields_of(node: &Node<'_>) -> Object {
    node.fields().map(|(key, value)| (key.to_owned(), value.clone())).collect()
}

/// The merged fields in the order of the file: first as they stood, then what was added, the same whichever side is ours.
fn laid_out(thing: &Thing, mut merged: Object, sides: [Option<&Node<'_>>; 3]) -> Object {
    let [base, ours, theirs] = sides;
    let stood = match (base, ours, theirs) {
        (Some(node), ..) | (None, Some(node), None) | (None, None, Some(node)) => Some(node),
        _ => None,
    };
    let mut object = Object::new();
    for key in stood.into_iter().flat_map(|node| node.object.keys()) {
        let list = thing.lists().contains(&key.as_str()).then(|| Value::Array(Vec::new()));
        object.extend(merged.shift_remove(key).or(list).map(|value| (key.clone(), value)));
    }
    merged.sort_keys();
    for (key, value) in merged {
        put(&mut object, thing, &key, value);
    }
    object
}

/// Whether the result has a list of things although nothing stands in it.
fn has_list(list: &str, sides: [Option<&Node<'_>>; 3]) -> bool {
    let has = sides.map(|node| node.is_some_and(|node| node.object.contains_key(list)));
    match (sides, has) {
        ([_, Some(_), None], [_, one, _]) | ([_, None, Some(_)], [_, _, one]) => one,
        (_, [base, ours, theirs]) => {
            if ours == base {
                theirs
            } else {
                ours
            }
        }
    }
}
