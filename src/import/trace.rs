//! Where a field was read, and how sure that reading is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::called::Called;
use super::spot::{Field, Spot};

/// The first and last line of a stretch of the document, counted from 1.
pub type Lines = (u32, u32);

/// How sure a reading is, by the way in which it was found; the less sure comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    /// Something was assumed or chosen that the words do not say: always a finding, too.
    Guessed,
    /// By what words usually mean where they stand.
    Likely,
    /// The document says so: by a label, the header of a table, a mark, a form that all documents have.
    Certain,
}

/// Where something was read, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// Its lines; `None` where no line says it.
    pub lines: Option<Lines>,
    /// How sure it is.
    pub sureness: Sureness,
}

impl Trace {
    /// Something that the document says in these lines.
    #[must_use]
    pub fn certain(lines: Lines) -> Self {
        Self { lines: Some(lines), sureness: Sureness::Certain }
    }

    /// What no line says.
    pub(super) const ASSUMED: Self = Self { lines: None, sureness: Sureness::Guessed };

    /// The same place, no surer than this.
    #[must_use]
    pub fn at_most(self, sureness: Sureness) -> Self {
        Self { sureness: self.sureness.min(sureness), ..self }
    }

    /// From the first line of either to the last, as sure as the less sure; both are parts of one value.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let lines = match (self.lines, other.lines) {
            (Some(own), Some(other)) => Some((own.0.min(other.0), own.1.max(other.1))),
            (own, other) => own.or(other),
        };
        Self { lines, sureness: self.sureness.min(other.sureness) }
    }
}

/// Something together with where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Traced<T> {
    pub said: T,
    pub trace: Trace,
}

/// Words of the document: a paragraph of an item, a cell, what stands behind a label.
pub(super) type Clause = Traced<String>;

impl<T> Traced<T> {
    /// Something that these lines say.
    pub(super) fn certain(said: T, lines: Lines) -> Self {
        Self { said, trace: Trace::certain(lines) }
    }

    /// The same, no surer than this.
    pub(super) fn at_most(self, sureness: Sureness) -> Self {
        Self { trace: self.trace.at_most(sureness), ..self }
    }
}

/// Where each field of a draft was read: a trace for each of its values, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Told>", into = "Vec<Told>")]
pub struct Traces {
    held: BTreeMap<(Spot, Field), Vec<Trace>>,
}

/// The traces of one field, as they are written down.
type Told = (Spot, Field, Vec<Trace>);

impl From<Vec<Told>> for Traces {
    fn from(told: Vec<Told>) -> Self {
        let held = told.into_iter().map(|(spot, field, traces)| ((spot, field), traces)).collect();
        Self { held }
    }
}

impl From<Traces> for Vec<Told> {
    fn from(traces: Traces) -> Self {
        traces.held.into_iter().map(|((spot, field), traces)| (spot, field, traces)).collect()
    }
}

impl Traces {
    /// Tells where a field's values were read; a field without values has no trace.
    pub(super) fn tell(&mut self, spot: Spot, field: Field, traces: impl IntoIterator<Item = Trace>) {
        let traces: Vec<Trace> = traces.into_iter().collect();
        if !traces.is_empty() {
            self.held.insert((spot, field), traces);
        }
    }

    /// The same for a field of the plan itself.
    pub(super) fn tell_head(&mut self, field: Field, traces: impl IntoIterator<Item = Trace>) {
        self.tell(Spot::Head(field), field, traces);
    }

    /// The traces of a field's values. The number of a section or a task and its wording stand with its title.
    #[must_use]
    pub fn of(&self, spot: &Spot, field: Field) -> &[Trace] {
        let held = |field| self.held.get(&(spot.clone(), field)).map(Vec::as_slice);
        let is_beside = matches!(field, Field::Number | Field::Wording) && !matches!(spot, Spot::Head(_));
        let beside = || held(Field::Title).filter(|_| is_beside);
        held(field).or_else(beside).unwrap_or_default()
    }

    /// The stretches of lines that a field was read from, in the order of its values.
    #[must_use]
    pub fn lines(&self, spot: &Spot, field: Field) -> Vec<Lines> {
        self.of(spot, field).iter().filter_map(|trace| trace.lines).collect()
    }

    /// How sure the least sure value of a field is; `None` where nothing tells.
    #[must_use]
    pub fn sureness(&self, spot: &Spot, field: Field) -> Option<Sureness> {
        self.of(spot, field).iter().map(|trace| trace.sureness).min()
    }

    /// Whether all that was read at a spot is certain.
    #[must_use]
    pub fn is_certain(&self, spot: &Spot) -> bool {
        let from = (spot.clone(), Field::Number);
        let own = self.held.range(from..).take_while(|((held, _), _)| held == spot);
        own.flat_map(|(_, traces)| traces).all(|trace| trace.sureness == Sureness::Certain)
    }

    /// All of them: the spot, the field, the place of the value in the field, and the trace.
    pub fn all(&self) -> impl Iterator<Item = (&Spot, Field, usize, Trace)> {
        self.held.iter().flat_map(|((spot, field), traces)| {
            traces.iter().enumerate().map(move |(at, trace)| (spot, *field, at, *trace))
        })
    }

    /// Makes nothing surer than this.
    pub(super) fn limit(&mut self, sureness: Sureness) {
        self.held.values_mut().flatten().for_each(|trace| *trace = trace.at_most(sureness));
    }

    /// The same traces under the ids of another reading of the same document.
    pub(super) fn call(&mut self, called: &Called<'_>) {
        let held = std::mem::take(&mut self.held).into_iter();
        self.held =
            held.filter_map(|((spot, field), traces)| Some(((called.spot(&spot)?, field), traces))).collect();
    }
}
