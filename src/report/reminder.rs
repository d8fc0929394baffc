//! A reminder letter: what a unit is late with or soon to be, in an office's form.

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use crate::text::{one_line, sanitise};

/// The form of the letter where a person has none of her own.
pub const FORM: &str = include_str!("../../data/templates/remind.txt");

/// What is filled into the form, all of it worded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// Who writes, where all plans are of one office.
    pub issuer: Option<String>,
    /// Where, likewise.
    pub place: Option<String>,
    /// The day, as letters word it.
    pub day: String,
    /// Who is reminded.
    pub unit: String,
    /// The plans that it is about, by number or title.
    pub plans: Vec<String>,
    /// What is overdue.
    pub late: Vec<OwedTask>,
    /// What is due soon.
    pub soon: Vec<OwedTask>,
    /// To whom is to be reported, where the plans say so.
    pub report_to: Option<String>,
}

/// A task that is owed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OwedTask {
    /// Plan and number.
    pub address: String,
    /// The title.
    pub title: String,
    /// The unit's part in it.
    pub part: String,
    /// The deadline, as the document words it.
    pub when: String,
    /// How it stands against that.
    pub standing: String,
}

/// Why a form cannot be filled in: where in it, and what.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct FormError {
    /// The line, from 1; 0 where it is none.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

impl Letter {
    /// The letter by a form. What comes from plans is made harmless, and one line each: a paragraph is the form's.
    ///
    /// # Errors
    /// When the form is none, with the line.
    pub fn by(&self, form: &str) -> Result<String, FormError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(1_000_000));
        let written =
            environment.render_str(form, Serde(self.on_one_line_each())).map_err(|error| FormError {
                line: error.line().unwrap_or(0),
                reason: error.detail().map_or_else(|| error.kind().to_string(), str::to_owned),
            })?;
        Ok(format!("{}\n", sanitise(written.trim())))
    }
}

impl Letter {
    fn on_one_line_each(&self) -> Self {
        let line = |text: &String| one_line(text).into_owned();
        let tasks = |owed: &[OwedTask]| owed.iter().map(OwedTask::on_one_line_each).collect();
        Self {
            issuer: self.issuer.as_ref().map(line),
            place: self.place.as_ref().map(line),
            day: line(&self.day),
            unit: line(&self.unit),
            plans: self.plans.iter().map(line).collect(),
            late: tasks(&self.late),
            soon: tasks(&self.soon),
            report_to: self.report_to.as_ref().map(line),
        }
    }
}

impl OwedTask {
    fn on_one_line_each(&self) -> Self {
        let line = |text: &String| one_line(text).into_owned();
        Self {
            address: line(&self.address),
            title: line(&self.title),
            part: line(&self.part),
            when: line(&self.when),
            standing: line(&self.standing),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        let task = |title: &str, standing: &str| OwedTask {
            address: "45/KH-SYT, mục II.4".into(),
            title: title.into(),
            part: "chủ trì".into(),
            when: "trước ngày 15/10/2026".into(),
            standing: standing.into(),
        };
        Letter {
            issuer: Some("SỞ Y TẾ".into()),
            place: None,
            day: "ngày 20 tháng 11 năm 2026".into(),
            unit: "Phòng Tổ chức".into(),
            plans: vec!["Kế hoạch số 45/KH-SYT".into()],
            late: vec![task("Ban hành\nquy chế\u{1b}[31m", "quá hạn 37 ngày")],
            soon: vec![task("Báo cáo quý IV", "còn 3 ngày")],
            report_to: Some("Văn phòng Sở".into()),
        }
    }

    #[test]
    fn the_letter_has_the_form_of_one() {
        insta::assert_snapshot!(letter().by(FORM).unwrap());
    }

    #[test]
    fn what_nothing_is_said_of_leaves_no_heading() {
        let written = Letter { soon: Vec::new(), ..letter() }.by(FORM).unwrap();
        assert!(written.contains("\nNhiệm vụ đã quá hạn\n") && !written.contains("sắp đến hạn"), "{written}");
    }

    #[test]
    fn a_form_that_is_none_says_where() {
        let error = |form: &str| letter().by(form).unwrap_err();
        assert_eq!(error("một\n{{ unti }}").line, 2);
        assert_eq!(error("{% for %}").line, 1);
        assert!(
            letter()
                .by("{% for i in range(100000) %}{% for j in range(100000) %}x{% endfor %}{% endfor %}")
                .is_err()
        );
    }
}
