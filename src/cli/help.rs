//! The arguments with their help in a language. The doc comments of the commands are the help in English; the same
//! sentences in Vietnamese stand in `locale`.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory};

use super::arguments::Arguments;
use crate::locale::{Lang, help};

/// The program's arguments, ready to read some or to print its help.
pub fn command(lang: Lang) -> Command {
    let mut command = Arguments::command().after_help(help::after(lang));
    // Only now are there the flags for help and version.
    command.build();
    match lang {
        Lang::Vi => in_vietnamese(command),
        Lang::En => in_english(command),
    }
}

/// The command that arguments call, with those that it stands under: "tiendo units alias".
pub fn called(program: &Command, arguments: &[OsString]) -> String {
    let mut names = vec![program.get_name()];
    let mut command = program;
    for argument in arguments.iter().skip(1) {
        if let Some(found) = command.find_subcommand(argument) {
            names.push(found.get_name());
            command = found;
        }
    }
    names.join(" ")
}

/// The language that arguments ask for, before they are read: what is wrong in them is to be said in it.
pub fn asked(arguments: &[OsString]) -> Option<Lang> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    let code = loop {
        let argument = arguments.next()?;
        match argument.strip_prefix("--lang") {
            Some("") => break arguments.next()?,
            Some(rest) if rest.starts_with('=') => break &rest[1..],
            _ => {}
        }
    };
    Lang::from_code(code)
}

fn in_vietnamese(mut command: Command) -> Command {
    if let Some(about) = worded(command.get_about()) {
        command = command.about(about);
    }
    if let Some(about) = worded(command.get_long_about()) {
        command = command.long_about(about);
    }
    // Under a heading of their own they would stand in the order of the alphabet.
    let mut order = 0;
    let command = command
        .help_template(help::TEMPLATE)
        .subcommand_help_heading(help::commands(Lang::Vi))
        .mut_args(|held| {
            order += 1;
            argument(held).display_order(order)
        });
    command.mut_subcommands(in_vietnamese)
}

/// The options under a heading of their own too, so that they stand in one order in both languages.
fn in_english(command: Command) -> Command {
    let mut order = 0;
    let command = command.mut_args(|held| {
        order += 1;
        let is_bare = held.get_help_heading().is_none() && !held.is_positional();
        let held = if is_bare { held.help_heading(help::options(Lang::En)) } else { held };
        held.display_order(order)
    });
    command.mut_subcommands(in_english)
}

fn argument(argument: Arg) -> Arg {
    let takes_value = argument.get_action().takes_values();
    let values: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|_| takes_value)
        .map(|value| value.get_name().to_owned())
        .collect();
    let default = argument.get_default_values().first().filter(|_| takes_value);
    let default = default.map(|value| help::default(Lang::Vi, &value.to_string_lossy()));
    let values = (!values.is_empty()).then(|| help::values(Lang::Vi, &values.join(", ")));
    let sentence = worded(argument.get_help());
    let parts: Vec<String> = sentence.into_iter().chain(values).chain(default).collect();
    let heading = match argument.get_help_heading() {
        Some(_) => help::global_options(Lang::Vi),
        None if argument.is_positional() => help::arguments(Lang::Vi),
        None => help::options(Lang::Vi),
    };
    let argument = argument.help_heading(heading).hide_possible_values(true).hide_default_value(true);
    if parts.is_empty() {
        return argument;
    }
    let help = parts.join(" ");
    argument.help(help.clone()).long_help(help)
}

/// A sentence of the help in Vietnamese; in English where there is none.
fn worded(english: Option<&StyledStr>) -> Option<String> {
    let english = english?.to_string();
    Some(help::in_vietnamese(&english).map_or(english, str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_of_the_help_is_worded_in_vietnamese() {
        let mut missing = Vec::new();
        let mut program = Arguments::command();
        program.build();
        let mut open = vec![&program];
        while let Some(command) = open.pop() {
            open.extend(command.get_subcommands());
            let helps = command.get_arguments().filter_map(Arg::get_help);
            let sentences = helps.chain(command.get_about()).chain(command.get_long_about());
            missing.extend(
                sentences.map(ToString::to_string).filter(|text| help::in_vietnamese(text).is_none()),
            );
        }
        missing.sort();
        missing.dedup();
        assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
    }

    #[test]
    fn the_options_stand_in_one_order_in_both_languages() {
        fn options(mut program: Command, path: &[&str]) -> Vec<String> {
            let mut command = &mut program;
            for name in path {
                command = command.find_subcommand_mut(name).unwrap();
            }
            let text = command.render_help().to_string();
            let of_line = |line: &str| {
                line.split([' ', ',', '=']).find(|word| word.starts_with("--")).map(str::to_owned)
            };
            text.lines().map(str::trim).filter(|line| line.starts_with('-')).filter_map(of_line).collect()
        }
        for path in [&[][..], &["list"], &["import"], &["done"], &["log"], &["note"], &["units", "add"]] {
            let [vietnamese, english] = [Lang::Vi, Lang::En].map(|lang| options(super::command(lang), path));
            assert_eq!(vietnamese, english, "{path:?}");
        }
    }

    #[test]
    fn the_language_is_seen_before_the_arguments_are_read() {
        let asked = |line: &str| asked(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("tiendo list --lang en --oops"), Some(Lang::En));
        assert_eq!(asked("tiendo --lang=vi"), Some(Lang::Vi));
        assert_eq!(
            (asked("tiendo list"), asked("tiendo --lang"), asked("tiendo --lang fr")),
            (None, None, None)
        );
    }
}
