//! What is wrong with the arguments, in one sentence.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::typed::Expected;
use crate::locale::{Lang, usage as words};
use crate::workspace::sentence::with_near;

/// The sentence, with what may have been meant and, by the command that was called, where to read on.
pub fn sentence(lang: Lang, error: &clap::Error, called: &str) -> String {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .flat_map(|kind| several(error, kind))
        .collect::<Vec<_>>();
    words::see_help(lang, &with_near(lang, plain(lang, error), &near), called)
}

fn plain(lang: Lang, error: &clap::Error) -> String {
    let argument = several(error, ContextKind::InvalidArg).join(", ");
    let value = one(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => words::unexpected(lang, &argument),
        ErrorKind::InvalidSubcommand => words::no_command(lang, &one(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words::command_missing(lang).to_owned()
        }
        ErrorKind::MissingRequiredArgument => words::missing(lang, &argument),
        ErrorKind::ArgumentConflict => {
            words::conflict(lang, &argument, &several(error, ContextKind::PriorArg).join(", "))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            let missing = words::value_missing(lang, &argument);
            match several(error, ContextKind::ValidValue).join(", ") {
                possible if possible.is_empty() => missing,
                possible => format!("{missing}: {}", words::one_of(lang, &possible)),
            }
        }
        ErrorKind::InvalidValue => {
            let possible = several(error, ContextKind::ValidValue).join(", ");
            words::wrong_value(lang, &value, &argument, &words::one_of(lang, &possible))
        }
        ErrorKind::ValueValidation => {
            let expected = error.source().and_then(|source| source.downcast_ref::<Expected>());
            let expected = expected.map(|expected| expected.sentence(lang));
            words::wrong_value(lang, &value, &argument, &expected.unwrap_or_default())
        }
        ErrorKind::InvalidUtf8 => words::not_utf8(lang).to_owned(),
        _ => words::wrong_number_of_values(lang, &argument),
    }
}

fn one(error: &clap::Error, kind: ContextKind) -> String {
    several(error, kind).into_iter().next().unwrap_or_default()
}

fn several(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    }
}
