//! Wordings of responsibility and what they are read as.

mod labels;
mod names;
mod others;
mod sentences;

use super::*;

fn printed(assignments: &[Assignment]) -> Vec<String> {
    let role = |role| match role {
        Role::Direct => "direct",
        Role::Lead => "lead",
        Role::Coordinate => "with",
        Role::Monitor => "monitor",
    };
    assignments.iter().map(|a| format!("{} {}", role(a.role), a.unit)).collect()
}

fn check(value: &str, expected: &[&str]) {
    assert_eq!(printed(&of_label(Role::Lead, "Cơ quan thực hiện", value)), expected, "{value}");
}

fn heading(text: &str, expected: Option<&[&str]>) {
    let read = of_heading(text).map(|(read, _)| printed(&read));
    assert_eq!(read, expected.map(|e| e.iter().map(|s| (*s).to_owned()).collect()), "{text}");
}

fn sentence(text: &str, expected: &[&str]) {
    assert_eq!(
        printed(&of_sentence(text).into_iter().map(|(read, _)| read).collect::<Vec<_>>()),
        expected,
        "{text}"
    );
}
