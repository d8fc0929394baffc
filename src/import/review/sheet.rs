//! A draft as it stands in a review, and the steps that change it.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::became::Became;
use super::former::Former;
use super::original::Original;
use super::row::{self, Row};
use super::step::{Refusal, Step};
use crate::domain::{Plan, TaskId};
use crate::import::tasks::{Maker, known_of};
use crate::import::times::Years;
use crate::import::{Finding, Spot, Traces};
use crate::locale::Lang;

/// The plan as corrected so far, its doubts, and how far a person has come. Sheets that differ in the last share the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The plan. A section that turned out to hold no tasks keeps them here, in case it does after all.
    pub plan: Arc<Plan>,
    /// What is doubtful.
    pub notes: Vec<Note>,
    /// The spots that a person has looked at.
    pub checked: BTreeSet<Spot>,
    /// The spots in which something was not said in so many words.
    #[serde(default)]
    pub unsure: BTreeSet<Spot>,
    /// What became of the tasks that were read, in the order in which a person said so.
    #[serde(default, rename = "renamed")]
    pub(super) became: Vec<Became>,
    /// What it is a new copy of; kept beside.
    #[serde(skip)]
    pub(super) former: Option<Arc<Former>>,
    /// Where the next new id comes from.
    pub(super) seed: u64,
}

/// A finding on its spot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where.
    pub spot: Spot,
    /// What.
    pub finding: Finding,
}

impl Sheet {
    /// A draft that nobody has looked at; new tasks take their ids from a random seed.
    #[must_use]
    pub fn new(plan: Plan, findings: &[Finding], original: &Original, seed: u64) -> Self {
        let places = original.places(&plan);
        let note =
            |finding: &Finding| Note { spot: row::of_finding(finding, &places), finding: finding.clone() };
        let notes = findings.iter().map(note).collect();
        let rows = row::rows(&plan).into_iter().map(|row| row.spot);
        let unsure = rows.filter(|spot| !original.traces.is_certain(spot)).collect();
        Self {
            plan: Arc::new(plan),
            notes,
            checked: BTreeSet::new(),
            unsure,
            became: Vec::new(),
            former: None,
            seed,
        }
    }

    /// All spots in the order of the text.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        row::rows(&self.plan)
    }

    /// What is doubtful on a spot.
    pub fn notes_on<'s>(&'s self, spot: &'s Spot) -> impl Iterator<Item = &'s Note> {
        self.notes.iter().filter(move |note| note.spot == *spot)
    }

    /// Whether something on a spot is doubtful that nobody has looked at yet.
    #[must_use]
    pub fn is_doubtful(&self, spot: &Spot) -> bool {
        !self.checked.contains(spot) && self.notes_on(spot).next().is_some()
    }

    /// Whether something on a spot is only likely, and nobody has looked at it yet.
    #[must_use]
    pub fn is_unsure(&self, spot: &Spot) -> bool {
        !self.checked.contains(spot) && self.unsure.contains(spot)
    }

    /// The spots in which everything is certain.
    #[must_use]
    pub fn certain(&self) -> Vec<Spot> {
        let spots = self.rows().into_iter().map(|row| row.spot);
        spots.filter(|spot| !self.is_doubtful(spot) && !self.is_unsure(spot)).collect()
    }

    /// The plan as it would be saved.
    #[must_use]
    pub fn finished(&self) -> Plan {
        let mut plan = Plan::clone(&self.plan);
        plan.sections.iter_mut().for_each(super::kind::settle);
        plan
    }

    /// Takes a step; after an error the sheet may be half changed.
    pub(super) fn apply(&mut self, step: &Step) -> Result<(), Refusal> {
        match step {
            Step::Check(spot) => drop(self.checked.insert(spot.clone())),
            Step::CheckAll(spots) => self.checked.extend(spots.iter().cloned()),
            Step::Remedies(code) => self.remedy_all(code),
            Step::Correct(spot, field, text) => {
                let before = Arc::clone(&self.plan);
                // What a field says as it stands may be written shorter than the document has it.
                let stands = [Lang::Vi, Lang::En].map(|lang| self.written(spot, *field, lang));
                if !stands.iter().flatten().any(|stands| stands == text.trim()) {
                    self.correct(spot, *field, text.trim())?;
                }
                if self.plan == before {
                    return Err(Refusal::Unchanged);
                }
                self.checked.insert(spot.clone());
            }
            Step::Add(spot, text) => self.add(spot, text)?,
            Step::Merge(id) => self.merge(id)?,
            Step::Split(id, at) => self.part(id, *at)?,
            Step::Promote(id) => self.edited().promote(id)?,
            Step::Demote(id) => self.edited().demote(id)?,
            Step::Drop(spot) => self.drop(spot)?,
            Step::Same(id, old) => self.same(id, old)?,
            Step::Anew(id) => self.anew(id)?,
            Step::Kind(id, kind) => self.change_kind(id, *kind)?,
        }
        let there: BTreeSet<Spot> = self.rows().into_iter().map(|row| row.spot).collect();
        self.checked.retain(|spot| there.contains(spot));
        Ok(())
    }

    /// Joins a task to the one above; what is doubtful or unsure in it is so there.
    fn merge(&mut self, id: &TaskId) -> Result<(), Refusal> {
        let into = self.edited().join_above(id)?;
        self.became.push(Became::Joined { joined: id.clone(), into: into.clone() });
        let (above, joined) = (Spot::Task(into), Spot::Task(id.clone()));
        self.notes.iter_mut().filter(|note| note.spot == joined).for_each(|note| note.spot = above.clone());
        if self.unsure.remove(&joined) {
            self.unsure.insert(above);
        }
        Ok(())
    }

    fn drop(&mut self, spot: &Spot) -> Result<(), Refusal> {
        match spot {
            Spot::Head(_) => Err(Refusal::IsHead),
            Spot::Task(id) => self.edited().take_out(id).map(drop).ok_or(Refusal::Gone),
            Spot::Section(id) => {
                let count = self.plan.sections.len();
                self.edited().sections.retain(|section| section.id != *id);
                if self.plan.sections.len() == count { Err(Refusal::Gone) } else { Ok(()) }
            }
        }
    }

    /// The plan, to be changed.
    pub(super) fn edited(&mut self) -> &mut Plan {
        Arc::make_mut(&mut self.plan)
    }

    /// The years that times without a year lie in.
    pub(super) fn years(&self) -> Years {
        let year = self.plan.year;
        let issued = self.plan.issued.map(crate::domain::Stretch::year).filter(|issued| issued + 1 == year);
        Years { year, until: self.plan.until, issued }
    }

    /// Lets the recognisers make something, with ids that are free.
    pub(super) fn make<T>(&mut self, make: impl FnOnce(&mut Maker<'_>) -> T) -> T {
        let (years, plan) = (self.years(), &self.plan);
        let mut seed = self.seed;
        let mut next_id = || {
            loop {
                // The step of a well-known generator: the same review makes the same ids.
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let id = TaskId::from_random(seed >> 32);
                if plan.task(&id).is_none() {
                    return id;
                }
            }
        };
        let done = make(&mut Maker {
            years,
            next_id: &mut next_id,
            traces: Traces::default(),
            known: known_of(plan),
        });
        self.seed = seed;
        done
    }
}
