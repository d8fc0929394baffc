//! The merge driver by itself: three files in, one out.

use std::fs;

use serde_json::json;

use super::office::{Office, Town, plan, task};

struct Copies {
    town: Town,
    office: Office,
}

impl Copies {
    fn new(base: &str, ours: &str, theirs: &str) -> Self {
        let town = Town::new();
        for (name, text) in [("O", base), ("A", ours), ("B", theirs)] {
            fs::write(town.path().join(name), text).unwrap();
        }
        let office = town.office("lan");
        Self { town, office }
    }

    /// The status, and what stands in our copy.
    fn merge(&self) -> (i32, String) {
        let path = |name: &str| self.town.path().join(name).display().to_string();
        let (status, _) =
            self.office.call(&["merge-driver", &path("O"), &path("A"), &path("B"), "office/plans/a.json"]);
        (status, fs::read_to_string(path("A")).unwrap())
    }
}

#[test]
fn fields_of_both_sides_and_unknown_ones_come_out() {
    let (base, mut ours, mut theirs) = (plan(2), plan(2), plan(2));
    task(&mut ours, 0)["title"] = json!("Việc của Lan");
    task(&mut theirs, 0)["x-later"] = json!({"kept": [1, 2]});
    task(&mut theirs, 1)["title"] = json!("Việc của Minh");
    let (status, merged) = Copies::new(&base.to_string(), &ours.to_string(), &theirs.to_string()).merge();
    let mut expected = ours.clone();
    task(&mut expected, 0)["x-later"] = json!({"kept": [1, 2]});
    task(&mut expected, 1)["title"] = json!("Việc của Minh");
    assert_eq!((status, serde_json::from_str(&merged).unwrap()), (0, expected));
}

#[test]
fn a_conflict_is_valid_json_and_status_one() {
    let (base, mut ours, mut theirs) = (plan(2), plan(2), plan(2));
    task(&mut ours, 0)["title"] = json!("một");
    task(&mut theirs, 0)["title"] = json!("hai");
    task(&mut theirs, 1)["title"] = json!("ba");
    let (status, merged) = Copies::new(&base.to_string(), &ours.to_string(), &theirs.to_string()).merge();
    let mut expected = base.clone();
    task(&mut expected, 1)["title"] = json!("ba");
    assert_eq!((status, serde_json::from_str(&merged).unwrap()), (1, expected));
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    let sound = plan(1).to_string();
    let doubled = sound.replacen("\"year\":2026", "\"year\":2026,\"year\":2027", 1);
    for damaged in [doubled.as_str(), "{", "\u{feff}{}", "<<<<<<< ours\n{}\n"] {
        for sides in [[damaged, &sound, "{}"], [&sound, damaged, "{}"], [&sound, "{}", damaged]] {
            let (status, left) = Copies::new(sides[0], sides[1], sides[2]).merge();
            assert_eq!((status, left.as_str()), (2, sides[1]), "{sides:?}");
        }
    }
}

#[test]
fn what_would_not_reopen_is_a_conflict_of_the_whole() {
    let (base, mut ours, mut theirs) = (plan(1), plan(1), plan(1));
    ours["title"] = json!("Kế hoạch của Lan");
    theirs["year"] = json!("năm nay");
    let ours = ours.to_string();
    let (status, left) = Copies::new(&base.to_string(), &ours, &theirs.to_string()).merge();
    assert_eq!((status, left), (1, ours));
}

#[test]
fn two_plans_of_one_name_are_not_poured_together() {
    let (ours, mut theirs) = (plan(1), plan(1));
    task(&mut theirs, 0)["id"] = json!("other");
    let ours = ours.to_string();
    let (status, left) = Copies::new("", &ours, &theirs.to_string()).merge();
    assert_eq!((status, left), (1, ours));
}
