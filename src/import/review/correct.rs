//! A field written out for a person, and read again as she wrote it.

use super::calendar::no_such_day;
use super::sheet::Sheet;
use super::step::Refusal;
use super::{around, timeline, units, wording};
use crate::domain::when::{YEARS, typed_day, typed_stretch};
use crate::domain::{Plan, Section, Stretch, Task};
use crate::import::plan_id::plan_id;
use crate::import::{Field, Spot};
use crate::locale::Lang;

impl Sheet {
    /// A field as a person would write it; `None` where there is none such.
    #[must_use]
    pub fn written(&self, spot: &Spot, field: Field, lang: Lang) -> Option<String> {
        written(&self.plan, spot, field, lang)
    }

    pub(super) fn correct(&mut self, spot: &Spot, field: Field, text: &str) -> Result<(), Refusal> {
        match spot {
            Spot::Head(_) => self.correct_head(field, text),
            Spot::Section(id) => {
                let section = self.edited().sections.iter_mut().find(|section| section.id == *id);
                correct_section(section.ok_or(Refusal::Gone)?, field, text)
            }
            Spot::Task(id) => {
                let years = self.years();
                let task = self.edited().task_mut(id).ok_or(Refusal::Gone)?;
                if field == Field::Time {
                    if no_such_day(&timeline::new_words(text, &task.timeline)) {
                        return Err(Refusal::NoSuchDay);
                    }
                    task.timeline = timeline::read(text, &task.timeline, years);
                    return Ok(());
                }
                correct_task(task, field, text)
            }
        }
    }

    fn correct_head(&mut self, field: Field, text: &str) -> Result<(), Refusal> {
        let named_after = |plan: &Plan| plan_id(plan.number.as_deref(), &plan.title, plan.year);
        let is_named_after_itself = self.plan.id == named_after(&self.plan);
        let plan = self.edited();
        match field {
            Field::Number => plan.number = given(text),
            Field::Title => plan.title = named(text)?,
            Field::Issuer => text.clone_into(&mut plan.issuer),
            Field::Issued => plan.issued = issued(text)?,
            Field::Year => (plan.year, plan.until) = years(text)?,
            other if around::read(plan, other, text) => {}
            _ => return Err(Refusal::NoField),
        }
        if is_named_after_itself {
            plan.id = named_after(plan);
        }
        Ok(())
    }
}

/// A field of a plan as a person would write it; `None` where there is none such.
pub(super) fn written(plan: &Plan, spot: &Spot, field: Field, lang: Lang) -> Option<String> {
    match spot {
        Spot::Head(_) => match field {
            Field::Number => Some(plan.number.clone().unwrap_or_default()),
            Field::Title => Some(plan.title.clone()),
            Field::Issuer => Some(plan.issuer.clone()),
            Field::Issued => Some(plan.issued.map_or_else(String::new, day)),
            Field::Year => Some(match plan.until {
                Some(until) => format!("{}-{until}", plan.year),
                None => plan.year.to_string(),
            }),
            other => around::written(plan, other, lang),
        },
        Spot::Section(id) => {
            let section = plan.sections.iter().find(|section| section.id == *id)?;
            match field {
                Field::Number => Some(section.number.clone()),
                Field::Title => Some(section.title.clone()),
                _ => None,
            }
        }
        Spot::Task(id) => {
            let task = plan.task(id)?;
            match field {
                Field::Number => Some(task.number.clone()),
                Field::Title => Some(task.title.clone()),
                Field::Time => Some(timeline::written(&task.timeline)),
                Field::Units => Some(units::written(&task.assignments, lang)),
                Field::Deliverable => Some(task.deliverable.clone().unwrap_or_default()),
                Field::Funding => Some(task.funding.clone().unwrap_or_default()),
                Field::ReportsTo => Some(task.reports_to.join("; ")),
                Field::Wording => Some(wording::written(task)),
                _ => None,
            }
        }
    }
}

fn correct_section(section: &mut Section, field: Field, text: &str) -> Result<(), Refusal> {
    match field {
        Field::Number => text.clone_into(&mut section.number),
        Field::Title => section.title = named(text)?,
        _ => return Err(Refusal::NoField),
    }
    Ok(())
}

fn correct_task(task: &mut Task, field: Field, text: &str) -> Result<(), Refusal> {
    match field {
        Field::Number => text.clone_into(&mut task.number),
        Field::Title => task.title = named(text)?,
        Field::Units => task.assignments = units::read(text, &task.assignments),
        Field::Deliverable => task.deliverable = given(text),
        Field::Funding => task.funding = given(text),
        Field::ReportsTo => {
            let desks = text.split(';').map(str::trim).filter(|desk| !desk.is_empty());
            task.reports_to = desks.map(str::to_owned).collect();
        }
        Field::Wording => wording::correct(task, text)?,
        _ => return Err(Refusal::NoField),
    }
    Ok(())
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn named(text: &str) -> Result<String, Refusal> {
    given(text).ok_or(Refusal::NoTitle)
}

/// A day as offices write it, or what stands for it.
fn day(issued: Stretch) -> String {
    match issued {
        Stretch::Day(day) => day.format("%-d/%-m/%Y").to_string(),
        Stretch::Month(year, month) => format!("{month}/{year}"),
        other => other.to_string(),
    }
}

fn issued(text: &str) -> Result<Option<Stretch>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    let month = || typed_stretch(text, None).filter(|stretch| matches!(stretch, Stretch::Month(..)));
    typed_day(text).map(Stretch::Day).or_else(month).map(Some).ok_or(Refusal::NoDay)
}

/// The first year and the last, where there are several.
fn years(text: &str) -> Result<(i32, Option<i32>), Refusal> {
    let year = |text: &str| text.trim().parse().ok().filter(|year| YEARS.contains(year));
    let (first, last) = match text.split_once('-') {
        Some((first, last)) => (first, Some(last)),
        None => (text, None),
    };
    let first = year(first).ok_or(Refusal::NoYear)?;
    let Some(last) = last else { return Ok((first, None)) };
    let fits = |last: &i32| *last >= first && last - first <= Plan::MAX_YEARS_ON;
    let last = year(last).filter(fits).ok_or(Refusal::NoYear)?;
    Ok((first, Some(last).filter(|last| *last > first)))
}
