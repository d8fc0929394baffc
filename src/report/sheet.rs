//! A table of text, as comma-separated values or in Markdown.

use std::path::Path;

use csv::Writer;

use crate::text::one_line;

/// Rows of cells under a head; the first column is text, the others figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The names of the columns.
    pub head: Vec<String>,
    /// As many cells each as the head has.
    pub rows: Vec<Vec<String>>,
}

/// As what a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A table of pipes.
    Markdown,
}

impl Format {
    /// What the end of a file's name asks for; `None` where it asks for neither.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        match Path::new(path).extension()?.to_str()?.to_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}

impl Sheet {
    /// The sheet as a text.
    ///
    /// # Errors
    /// When the rows cannot be written, which a memory never refuses.
    pub fn written(&self, format: Format) -> csv::Result<String> {
        match format {
            Format::Csv => self.csv(),
            Format::Markdown => Ok(self.markdown()),
        }
    }

    fn csv(&self) -> csv::Result<String> {
        let mut writer = Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.head).chain(&self.rows) {
            writer.write_record(row.iter().map(|cell| inert(cell)))?;
        }
        let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn markdown(&self) -> String {
        let line = |cells: &[String]| {
            let cells: Vec<String> =
                cells.iter().map(|cell| one_line(cell).replace('\\', "\\\\").replace('|', "\\|")).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let rule: Vec<String> =
            (0..self.head.len()).map(|index| if index == 0 { "---" } else { "---:" }.to_owned()).collect();
        let rows = self.rows.iter().map(|row| line(row));
        [line(&self.head), line(&rule)].into_iter().chain(rows).collect()
    }
}

/// One harmless line that no spreadsheet computes. Some look behind space, and some take full-width signs for theirs.
fn inert(field: &str) -> String {
    let line = one_line(field);
    let is_formula = field.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula || field.starts_with(['\t', '\r']) { format!("'{line}") } else { line.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert("- Sở\x1b[31m"), "'- Sở\\x1b[31m");
        assert_eq!(inert("\t=1+1"), "' =1+1");
        assert_eq!(inert("\rSở"), "'\\x0dSở");
        assert_eq!(inert("＝1"), "'＝1");
        assert_eq!(inert("Sở Nội vụ"), "Sở Nội vụ");
    }

    #[test]
    fn a_sheet_is_written_by_the_name_of_its_file() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let sheet = Sheet { head: words(&["Đơn vị", "I"]), rows: vec![words(&["Sở A, B|C", "1/2"])] };
        let written = |path| Format::of(path).map(|format| sheet.written(format).unwrap());
        assert_eq!(written("a.CSV").unwrap(), "Đơn vị,I\n\"Sở A, B|C\",1/2\n");
        assert_eq!(written("a.md").unwrap(), "| Đơn vị | I |\n| --- | ---: |\n| Sở A, B\\|C | 1/2 |\n");
        assert_eq!(written("a.xlsx"), None);
    }
}
