//! The table of keys as the README prints it.

use std::fmt::Write;

use super::{Binding, KeyMap, Scope};
use crate::locale::{Lang, action as words};

/// All keys as Markdown: for each scope a heading and a table.
#[must_use]
pub fn key_table(keys: &KeyMap, lang: Lang) -> String {
    let mut page = String::new();
    for scope in Scope::ALL {
        let mut here = keys.bindings().iter().filter(|binding| binding.scope == scope).peekable();
        if here.peek().is_none() {
            continue;
        }
        let gap = if page.is_empty() { "" } else { "\n" };
        // Writing to a string does not fail.
        let _ = writeln!(page, "{gap}**{}**\n", scope.title(lang));
        let _ = writeln!(page, "| {} | {} |\n| --- | --- |", words::key(lang), words::does(lang));
        for binding in here {
            let _ = writeln!(page, "| {} | {} |", chords(binding), binding.action.title(lang));
        }
    }
    page
}

fn chords(binding: &Binding) -> String {
    binding.chords.iter().map(|chord| format!("`{}`", chord.label())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_has_its_table() {
        let page = key_table(&KeyMap::standard(), Lang::En);
        assert!(page.starts_with(
            "**In the list of tasks**\n\n| Key | What it does |\n| --- | --- |\n| `Enter` | Open |\n"
        ));
        assert!(page.contains("| `j` `Down` | Down |\n"));
        assert!(page.ends_with("| `Ctrl-L` | Draw the screen again |\n"));
    }
}
