//! The table that a run prints: what, the limit, the program, how they compare, and what was aimed at.

use std::time::Duration;

/// A table in the making.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<[String; 5]>,
}

impl Table {
    /// A row of two times, aimed at a ratio.
    pub fn times(&mut self, what: &str, limit: Duration, program: Duration, aim: f64) {
        let ratio = program.as_secs_f64() / limit.as_secs_f64();
        let verdict = format!("{ratio:.2} x{}", missed(ratio > aim));
        self.rows.push([what.into(), millis(limit), millis(program), verdict, format!("at most {aim} x")]);
    }

    /// A row of one figure, aimed at a bound.
    pub fn figure(&mut self, what: &str, figure: f64, unit: &str, most: f64) {
        let verdict = format!("{figure:.1} {unit}");
        self.rows.push([
            what.into(),
            String::new(),
            verdict,
            missed(figure > most).trim().into(),
            format!("at most {most} {unit}"),
        ]);
    }

    /// A row of two sizes, aimed at a ratio.
    pub fn sizes(&mut self, what: &str, limit: f64, program: f64, unit: &str, aim: f64) {
        let ratio = program / limit;
        self.rows.push([
            what.into(),
            format!("{limit:.1} {unit}"),
            format!("{program:.1} {unit}"),
            format!("{ratio:.2} x{}", missed(ratio > aim)),
            format!("at most {aim} x"),
        ]);
    }

    /// Prints it under a heading.
    pub fn print(&self, heading: &str) {
        println!(
            "\n## {heading}\n\n| what | limit | tiendo | ratio | target |\n| --- | --- | --- | --- | --- |"
        );
        for [what, limit, program, ratio, target] in &self.rows {
            println!("| {what} | {limit} | {program} | {ratio} | {target} |");
        }
    }
}

fn missed(is: bool) -> &'static str {
    if is { " (missed)" } else { "" }
}

fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
