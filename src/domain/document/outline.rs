//! The things of a document: which there are, in which order, and what holds each.

use std::collections::HashMap;

use serde_json::{Map, Value};
use thiserror::Error;

use super::place::{Place, Thing};

/// The fields of a JSON object, in the order of the file.
pub(super) type Object = Map<String, Value>;

/// Why the things of a document cannot be told apart.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unsound {
    /// The document is not an object.
    #[error("the document is not an object")]
    NotAnObject,
    /// A list of things is not a list.
    #[error("{0:?} is not a list")]
    NotAList(String),
    /// An element of a list of things has no identity.
    #[error("an element of {0:?} has no {1:?}")]
    Nameless(String, &'static str),
    /// Two things bear the same id.
    #[error("{0:?} stands there twice")]
    Duplicate(String),
}

/// Whether all things of a document can be told apart, so that edits can name them.
///
/// # Errors
/// When a thing has no identity, or one that is taken.
pub fn check_sound(document: &Value) -> Result<(), Unsound> {
    Outline::of(document).map(drop)
}

/// One thing and where it stands.
pub(super) struct Node<'a> {
    pub thing: Thing,
    /// What holds it; the document holds itself.
    pub parent: Thing,
    /// The id of the sibling before it.
    pub after: Option<String>,
    pub object: &'a Object,
    /// Its JSON pointer.
    pub pointer: String,
}

impl<'a> Node<'a> {
    /// Its fields, without the lists of things.
    pub fn fields(&self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let lists = self.thing.lists();
        let fields = self.object.iter().map(|(key, value)| (key.as_str(), value));
        fields.filter(move |(key, _)| !lists.contains(key))
    }
}

/// All things of a document, each before what it holds.
pub(super) struct Outline<'a> {
    nodes: Vec<Node<'a>>,
    by_thing: HashMap<Thing, usize>,
    children: HashMap<Thing, Vec<Thing>>,
}

impl<'a> Outline<'a> {
    /// Walks the whole document.
    ///
    /// # Errors
    /// When a thing has no identity, or one that is taken.
    pub fn of(document: &'a Value) -> Result<Self, Unsound> {
        let mut outline = Self { nodes: Vec::new(), by_thing: HashMap::new(), children: HashMap::new() };
        let Value::Object(object) = document else { return Err(Unsound::NotAnObject) };
        let (thing, parent) = (Thing::Document, Thing::Document);
        outline.enter(Node { thing, parent, after: None, object, pointer: String::new() })?;
        Ok(outline)
    }

    pub fn get(&self, thing: &Thing) -> Option<&Node<'a>> {
        self.by_thing.get(thing).and_then(|&n| self.nodes.get(n))
    }

    pub fn contains(&self, thing: &Thing) -> bool {
        self.by_thing.contains_key(thing)
    }

    /// All of them, the document first.
    pub fn nodes(&self) -> &[Node<'a>] {
        &self.nodes
    }

    /// What stands in the thing, one list after the other.
    pub fn children(&self, thing: &Thing) -> &[Thing] {
        self.children.get(thing).map_or(&[], Vec::as_slice)
    }

    fn enter(&mut self, node: Node<'a>) -> Result<(), Unsound> {
        let (thing, object, pointer) = (node.thing.clone(), node.object, node.pointer.clone());
        if self.by_thing.insert(thing.clone(), self.nodes.len()).is_some() {
            return Err(Unsound::Duplicate(thing.to_string()));
        }
        self.nodes.push(node);
        thing.lists().iter().try_for_each(|list| self.enter_list(&thing, list, object, &pointer))
    }

    fn enter_list(
        &mut self,
        holder: &Thing,
        list: &str,
        object: &'a Object,
        pointer: &str,
    ) -> Result<(), Unsound> {
        let at = || Place::field(holder, list).to_string();
        let items = match object.get(list) {
            None => return Ok(()),
            Some(Value::Array(items)) => items,
            Some(_) => return Err(Unsound::NotAList(at())),
        };
        let mut after = None;
        for (n, item) in items.iter().enumerate() {
            let key = if list == "units" { "name" } else { "id" };
            let named = named(holder, list, key, item);
            let Some((thing, object)) = named else { return Err(Unsound::Nameless(at(), key)) };
            self.children.entry(holder.clone()).or_default().push(thing.clone());
            let (parent, pointer) = (holder.clone(), format!("{pointer}/{list}/{n}"));
            let before = after.replace(thing.id().to_owned());
            self.enter(Node { thing, parent, after: before, object, pointer })?;
        }
        Ok(())
    }
}

/// The thing that an element of a list is, and its fields.
fn named<'a>(holder: &Thing, list: &str, key: &str, item: &'a Value) -> Option<(Thing, &'a Object)> {
    let object = item.as_object()?;
    let id = object.get(key)?.as_str().filter(|id| !id.is_empty())?;
    Some((holder.child(list, id)?, object))
}
