//! `tiendo completions` and `tiendo man`.

use super::office::Office;

#[test]
fn there_are_completions_for_the_common_shells() {
    let office = Office::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = office.out(&["completions", shell]);
        assert!(script.contains("tiendo") && script.contains("workload"), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let office = Office::empty();
    assert!(office.out(&["man"]).starts_with(".ie"));
    let page = office.out(&["man", "extend"]);
    assert!(page.contains(".TH tiendo-extend 1"), "{page}");
    let said = office.refusal(&["man", "extnd"]);
    assert!(said.contains("extend"), "{said}");
}
