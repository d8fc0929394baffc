//! A draft in the hands of a person: looked through, corrected, and only then a plan.
//!
//! A [`Review`] is a [`Sheet`] and the sheets before it. The sheet holds the plan as corrected, what is doubtful in it
//! and where ([`Note`] on a [`Spot`]), and which spots a person has looked at. Every correction is a [`Step`], which
//! either makes a new sheet or says in a [`Refusal`] why not; taking back is the sheet before. Nothing here writes.

mod around;
mod became;
mod calendar;
mod correct;
mod former;
mod kind;
pub(in crate::import) mod last_year;
mod original;
mod part;
#[cfg(test)]
mod properties;
mod remedy;
mod row;
mod same;
mod sheet;
mod step;
#[cfg(test)]
mod tests;
mod timeline;
mod typed_task;
mod units;
mod upon;
mod wording;

pub use former::Former;
pub use last_year::LastYear;
pub use original::{Forerunner, Original};
pub use part::places;
pub use remedy::Remedy;
pub use row::Row;
pub use sheet::{Note, Sheet};
pub use step::{Refusal, Step};

pub use super::spot::{Field, Spot};

/// A sheet, and the steps that led to it, each with the sheet that it was taken on.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    sheet: Sheet,
    past: Vec<(Sheet, Step)>,
}

impl Review {
    /// Begins with a sheet.
    #[must_use]
    pub fn new(sheet: Sheet) -> Self {
        Self { sheet, past: Vec::new() }
    }

    /// What stands now.
    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Comes to a sheet again by the steps that led there; where they lead elsewhere in this version of the program, it is
    /// the sheet that counts.
    #[must_use]
    pub fn again(began: Sheet, steps: &[Step], sheet: Sheet) -> Self {
        let mut review = Self::new(began);
        let taken = steps.iter().all(|step| review.take(step).is_ok());
        if taken && review.sheet == sheet { review } else { Self::new(sheet) }
    }

    /// What it began with.
    #[must_use]
    pub fn began(&self) -> &Sheet {
        self.past.first().map_or(&self.sheet, |(sheet, _)| sheet)
    }

    /// The steps that were taken since, but for those taken back.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.past.iter().map(|(_, step)| step)
    }

    /// Whether anything can be taken back.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.past.is_empty()
    }

    /// Takes a step.
    ///
    /// # Errors
    /// When it cannot be taken, or changes nothing; then all stays as it was.
    pub fn take(&mut self, step: &Step) -> Result<(), Refusal> {
        let mut next = self.sheet.clone();
        next.apply(step)?;
        if next == self.sheet {
            return Err(Refusal::Unchanged);
        }
        self.past.push((std::mem::replace(&mut self.sheet, next), step.clone()));
        Ok(())
    }

    /// Takes the last step back; answers whether there was one.
    pub fn take_back(&mut self) -> bool {
        let before = self.past.pop();
        let was = before.is_some();
        if let Some((sheet, _)) = before {
            self.sheet = sheet;
        }
        was
    }
}
