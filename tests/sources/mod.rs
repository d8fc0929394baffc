//! The source files of the crate, read for the tests that look at them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// The path below the crate's root.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The text without comments and without tests.
    pub code: String,
}

/// The Rust files below a folder of the crate, but for those that are only compiled for tests, whose code is empty.
pub fn sources(folder: &str) -> Vec<Source> {
    let files = files(&root().join(folder));
    let tests: Vec<PathBuf> = files.iter().flat_map(|file| test_modules(file)).collect();
    let rust = files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    rust.map(|file| {
        let only_for_tests =
            tests.iter().any(|test| file.starts_with(test) || *file == test.with_extension("rs"));
        Source::read(file, only_for_tests)
    })
    .collect()
}

/// What else is text in the crate: its data, its manual, its settings.
pub fn texts() -> Vec<Source> {
    let mut paths = files(&root().join("data"));
    let named = ["README.md", "Cargo.toml", ".gitignore", ".rustfmt.toml", ".clippy.toml"];
    paths.extend(named.iter().map(|name| root().join(name)));
    paths.iter().map(|path| Source::read(path, true)).collect()
}

impl Source {
    fn read(path: &Path, only_for_tests: bool) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let code = if only_for_tests { String::new() } else { code(&text) };
        let below = path.strip_prefix(root()).unwrap_or(path);
        Self { path: below.to_string_lossy().replace('\\', "/"), text, code }
    }

    /// The path below a folder.
    pub fn below(&self, folder: &str) -> &str {
        self.path.strip_prefix(folder).map_or(self.path.as_str(), |rest| rest.trim_start_matches('/'))
    }

    /// The top-level module that the file belongs to.
    pub fn module(&self) -> String {
        let below = self.below("src");
        below.split_once('/').map_or(below.trim_end_matches(".rs"), |(module, _)| module).to_owned()
    }

    /// The top-level modules that its code names.
    pub fn uses(&self) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        for prefix in ["crate::", "tiendo::"] {
            for (at, _) in self.code.match_indices(prefix) {
                let rest = &self.code[at + prefix.len()..];
                match rest.strip_prefix('{') {
                    Some(group) => used.extend(heads(group)),
                    None => used.extend(head(rest)),
                }
            }
        }
        used
    }
}

/// The names at the outer level of `a::b, c::{d, e}}`.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = Vec::new();
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                names.extend(head(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

/// The name that a path begins with; none for a macro or a type.
fn head(path: &str) -> Option<String> {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    let name = &path[..end];
    name.starts_with(|c: char| c.is_lowercase()).then(|| name.to_owned())
}

/// The text before the tests at its end, without comments.
fn code(text: &str) -> String {
    let before_tests = text.find("#[cfg(test)]\nmod tests {").map_or(text, |at| &text[..at]);
    let code = |line: &'_ str| line.split("//").next().unwrap_or_default().to_owned() + "\n";
    before_tests.lines().map(code).collect()
}

/// The modules that a file declares for tests alone, as paths without an ending.
fn test_modules(file: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut lines = text.lines().map(str::trim);
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if line != "#[cfg(test)]" {
            continue;
        }
        let declared =
            lines.next().unwrap_or_default().trim_start_matches("pub ").trim_start_matches("pub(crate) ");
        if let Some(name) = declared.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            let own = matches!(file.file_stem().and_then(|stem| stem.to_str()), Some("mod" | "lib" | "main"));
            let folder = if own { file.with_file_name("") } else { file.with_extension("") };
            found.push(folder.join(name));
        }
    }
    found
}

/// All files below a folder, in the order of their paths.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
