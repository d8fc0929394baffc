//! What was changed of a plan or of the directory: edits, and the list of them that a line of a journal holds.

use serde::de::{Error, IgnoredAny};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// One changed place of a plan or of the directory.
///
/// Places are named by ids: `title`, `sections/s2/title`, `tasks/k7qf/timeline/a/when`; the notation is that of
/// [`Place`](super::document::Place). A thing added has no `old`, one removed no `new`; both have a `parent` and an
/// `after`. One moved has neither `old` nor `new`, but the new `parent` and `after`, and `from`. A field that was not
/// there has no `old`, which is not the same as `null`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Edit {
    /// The place.
    pub at: String,
    /// What stood there.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub old: Option<Value>,
    /// What stands there now.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub new: Option<Value>,
    /// The place of the task or section that holds a task added, removed or moved: `sections/s2`, `tasks/k7qf`. The
    /// place of every other thing says what holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The id of the sibling that it follows; `None` means it comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Where a thing stood before it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Position>,
}

/// Where a thing stands among others, in the words of an [`Edit`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// The place of the task or section that holds a task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The id of the sibling before it; `None` means it comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Reads a value that is there, `null` included, which serde's own reading of an `Option` takes for absent.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// The edits of one line of a journal, kept as they are written: the line of an import holds its whole plan, and only
/// who takes it back or imports again reads that.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Edits {
    edits: Box<RawValue>,
    /// Stands beside the edits in the line.
    #[serde(skip)]
    reading: Option<Box<RawValue>>,
}

impl Edits {
    /// Writes edits down.
    ///
    /// # Errors
    /// When one cannot be written as JSON.
    pub fn of(edits: &[Edit]) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(edits).map(|edits| Self { edits, reading: None })
    }

    /// The same as they are written when a plan's document is read again: with what it says now.
    #[must_use]
    pub fn with_reading(self, reading: Option<Box<RawValue>>) -> Self {
        Self { reading, ..self }
    }

    /// What a document that was read again said, a whole plan under the ids that it has; `None` in any other line.
    #[must_use]
    pub fn reading(&self) -> Option<&RawValue> {
        self.reading.as_deref()
    }

    /// Reads them again.
    ///
    /// # Errors
    /// When a value is nested too deep, or a number in it is too large.
    pub fn read(&self) -> Result<Vec<Edit>, serde_json::Error> {
        serde_json::from_str(self.edits.get())
    }

    /// The places that they change.
    #[must_use]
    pub fn places(&self) -> Vec<String> {
        let shapes = serde_json::from_str::<Vec<Shape>>(self.edits.get()).unwrap_or_default();
        shapes.into_iter().map(|shape| shape.at).collect()
    }
}

/// The same edits are written the same.
impl PartialEq for Edits {
    fn eq(&self, other: &Self) -> bool {
        let reading = |edits: &Self| edits.reading.as_ref().map(|reading| reading.get().to_owned());
        self.edits.get() == other.edits.get() && reading(self) == reading(other)
    }
}

impl<'de> Deserialize<'de> for Edits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        let shapes = serde_json::from_str::<Vec<Shape>>(text.get());
        shapes
            .map(|_| Self { edits: text, reading: None })
            .map_err(|error| D::Error::custom(format_args!("in the edits, {error}")))
    }
}

/// An [`Edit`] without its values.
#[derive(Deserialize)]
#[allow(dead_code, reason = "their shape is looked at, not what they say")]
struct Shape {
    at: String,
    #[serde(default)]
    old: IgnoredAny,
    #[serde(default)]
    new: IgnoredAny,
    #[serde(default)]
    parent: Option<String>,
    #[serde(default)]
    after: Option<String>,
    #[serde(default)]
    from: Option<Position>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn edits_are_read_as_they_were_written() {
        let added = Edit { at: "tasks/k".into(), new: Some(json!({"id": "k"})), ..Edit::default() };
        let cleared =
            Edit { at: "place".into(), old: Some("Huế".into()), new: Some(Value::Null), ..Edit::default() };
        let edits = Edits::of(&[added.clone(), cleared.clone()]).unwrap();
        assert_eq!(edits.places(), ["tasks/k", "place"]);
        assert_eq!(edits.read().unwrap(), [added, cleared]);
    }

    #[test]
    fn what_is_no_list_of_edits_is_refused() {
        for text in ["{}", "[{}]", r#"[{"at": 1}]"#, r#"[{"at": "title", "parent": []}]"#] {
            assert!(serde_json::from_str::<Edits>(text).is_err(), "{text}");
        }
    }
}
