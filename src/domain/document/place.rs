//! The notation by which an edit names a place: `title`, `sections/s2/title`, `tasks/k7qf/timeline/a/when`.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// A thing of a document, by its identity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// The plan or the directory itself.
    Document,
    /// A section, by its id.
    Section(String),
    /// A task at any depth, by its id.
    Task(String),
    /// A line of a task's timeline.
    Entry {
        /// The task's id.
        task: String,
        /// The entry's id, unique in the task.
        id: String,
    },
    /// A unit of the directory, by its name.
    Unit(String),
}

impl Thing {
    /// The keys under which things of their own stand in this one.
    #[must_use]
    pub fn lists(&self) -> &'static [&'static str] {
        match self {
            Self::Document => &["sections", "units"],
            Self::Section(_) => &["tasks"],
            Self::Task(_) => &["timeline", "tasks"],
            Self::Entry { .. } | Self::Unit(_) => &[],
        }
    }

    /// The thing that `id` names in the list `list` of this one, `None` where there is no such list.
    #[must_use]
    pub fn child(&self, list: &str, id: &str) -> Option<Self> {
        let id = id.to_owned();
        match (self, list) {
            (Self::Document, "sections") => Some(Self::Section(id)),
            (Self::Document, "units") => Some(Self::Unit(id)),
            (Self::Section(_) | Self::Task(_), "tasks") => Some(Self::Task(id)),
            (Self::Task(task), "timeline") => Some(Self::Entry { task: task.clone(), id }),
            _ => None,
        }
    }

    /// What its holder calls the list that it stands in; empty for the document.
    #[must_use]
    pub fn list(&self) -> &'static str {
        match self {
            Self::Document => "",
            Self::Section(_) => "sections",
            Self::Task(_) => "tasks",
            Self::Entry { .. } => "timeline",
            Self::Unit(_) => "units",
        }
    }

    /// Its id or name; empty for the document.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Document => "",
            Self::Section(id) | Self::Task(id) | Self::Unit(id) | Self::Entry { id, .. } => id,
        }
    }

    /// The field that holds its identity; empty for the document.
    #[must_use]
    pub fn identity(&self) -> &'static str {
        match self {
            Self::Document => "",
            Self::Unit(_) => "name",
            _ => "id",
        }
    }

    /// The same kind of thing under another identity.
    #[must_use]
    pub fn renamed(&self, id: &str) -> Self {
        let id = id.to_owned();
        match self {
            Self::Document => Self::Document,
            Self::Section(_) => Self::Section(id),
            Self::Task(_) => Self::Task(id),
            Self::Entry { task, .. } => Self::Entry { task: task.clone(), id },
            Self::Unit(_) => Self::Unit(id),
        }
    }
}

/// A thing, or a field of one.
///
/// ```text
/// place = "" | thing | [ thing "/" ] key { "/" key }      "" is the whole document; further keys lead into plain objects
/// thing = "sections/" ID | "tasks/" ID | "tasks/" ID "/timeline/" ID | "units/" NAME
/// ```
///
/// A task is named from the top at whatever depth it stands, since its id is unique in the plan. Within a step `~` is
/// written `~0` and `/` is written `~1`; an empty step is `~`. Every text is a place; whether something stands there
/// is for the document to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The thing.
    pub thing: Thing,
    /// The keys that lead to the field; empty for the thing itself.
    pub field: Vec<String>,
}

impl Place {
    /// The place of the thing itself.
    #[must_use]
    pub fn of(thing: Thing) -> Self {
        Self { thing, field: Vec::new() }
    }

    /// The place of a field of a thing.
    #[must_use]
    pub fn field(thing: &Thing, key: &str) -> Self {
        Self { thing: thing.clone(), field: vec![key.to_owned()] }
    }

    /// The place one key further down.
    #[must_use]
    pub fn join(&self, key: &str) -> Self {
        let field = self.field.iter().cloned().chain([key.to_owned()]).collect();
        Self { thing: self.thing.clone(), field }
    }

    /// Whether a plain object here may be named field by field: not where the notation would read as a thing.
    pub(super) fn opens(&self) -> bool {
        let reads_as_thing =
            matches!(self.field.as_slice(), [key] if matches!(key.as_str(), "sections" | "tasks" | "units"));
        !(self.thing == Thing::Document && reads_as_thing)
    }
}

impl FromStr for Place {
    type Err = Infallible;

    fn from_str(at: &str) -> Result<Self, Infallible> {
        if at.is_empty() {
            return Ok(Self::of(Thing::Document));
        }
        let steps: Vec<String> = at.split('/').map(unescape).collect();
        let words: Vec<&str> = steps.iter().map(String::as_str).collect();
        let (thing, taken) = match words.as_slice() {
            ["sections", id, ..] => (Thing::Section((*id).to_owned()), 2),
            ["tasks", task, "timeline", id, ..] => {
                (Thing::Entry { task: (*task).to_owned(), id: (*id).to_owned() }, 4)
            }
            ["tasks", id, ..] => (Thing::Task((*id).to_owned()), 2),
            ["units", name, ..] => (Thing::Unit((*name).to_owned()), 2),
            _ => (Thing::Document, 0),
        };
        Ok(Self { thing, field: steps.into_iter().skip(taken).collect() })
    }
}

impl From<&str> for Place {
    fn from(at: &str) -> Self {
        let Ok(place) = at.parse();
        place
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => Ok(()),
            Self::Entry { task, id } => write!(f, "tasks/{}/timeline/{}", escape(task), escape(id)),
            _ => write!(f, "{}/{}", self.list(), escape(self.id())),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.thing)?;
        let keys = self.field.iter().map(|key| escape(key)).collect::<Vec<_>>().join("/");
        let slash = if self.thing == Thing::Document || keys.is_empty() { "" } else { "/" };
        write!(f, "{slash}{keys}")
    }
}

/// Writes a step so that it holds no slash and is not empty.
fn escape(step: &str) -> String {
    if step.is_empty() { "~".to_owned() } else { step.replace('~', "~0").replace('/', "~1") }
}

/// Reads a step.
fn unescape(step: &str) -> String {
    if step == "~" { String::new() } else { step.replace("~1", "/").replace("~0", "~") }
}
