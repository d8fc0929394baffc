//! The looks of the screen: a style for each meaning, from a data file, in as many colours as the terminal shows.

mod colour;

use std::collections::BTreeMap;

use ratatui::style::{Modifier, Style};
use serde::Deserialize;
use thiserror::Error;

pub use colour::Depth;

use crate::text::nearest;

/// Lists the meanings once, for the type and for the names in the files.
macro_rules! theme {
    ($($(#[$meta:meta])* $name:ident,)*) => {
        /// A style for each meaning. Nothing is said by colour alone.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$meta])* pub $name: Style,)*
        }

        /// No colours and no attributes at all.
        pub const PLAIN: Theme = Theme { $($name: Style::new(),)* };

        const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl Theme {
            fn from_styles(style: impl Fn(&str) -> Result<Style, ThemeError>) -> Result<Self, ThemeError> {
                Ok(Self { $($name: style(stringify!($name))?,)* })
            }
        }
    };
}

theme! {
    /// Plain text.
    text,
    /// What stands back.
    faint,
    /// Frames.
    border,
    /// Titles.
    title,
    /// The title of the pane in focus, and what the cursor is.
    accent,
    /// Done.
    done,
    /// Under way.
    doing,
    /// Overdue, failed.
    overdue,
    /// Due soon, refused.
    soon,
    /// Today on the timeline.
    today,
    /// A time that is neither done nor late.
    bar,
    /// The cursor in a text that is typed.
    caret,
    /// A line that says what failed.
    failure,
}

/// Why a text is no theme.
#[derive(Debug, Error)]
pub enum ThemeError {
    /// It is no TOML, or of another shape.
    #[error("{0}")]
    Syntax(#[from] toml::de::Error),
    /// A style that the screen does not have.
    #[error("there is no style \"{name}\"{}", meant(.near))]
    UnknownStyle {
        /// As written.
        name: String,
        /// Styles of a similar name.
        near: Vec<String>,
    },
    /// A word of a style that is neither a colour of the file nor an attribute.
    #[error("style \"{style}\": \"{word}\" is neither one of the colours nor bold, underlined, reversed, on")]
    UnknownWord {
        /// The style's name.
        style: String,
        /// The word.
        word: String,
    },
}

fn meant(names: &[String]) -> String {
    names.first().map_or_else(String::new, |name| format!(", did you mean \"{name}\"?"))
}

/// The themes that come with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// For dark terminals.
    Dark,
    /// For light ones.
    Light,
}

impl Base {
    /// Reads the environment, where `var` looks a variable up: some terminals tell their colours in `COLORFGBG`, the
    /// others are taken for dark.
    pub fn choose(var: impl Fn(&str) -> Option<String>) -> Self {
        let colours = var("COLORFGBG").unwrap_or_default();
        match colours.rsplit(';').next() {
            Some("7" | "15") => Self::Light,
            _ => Self::Dark,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Dark => include_str!("../../../data/themes/dark.toml"),
            Self::Light => include_str!("../../../data/themes/light.toml"),
        }
    }
}

/// A theme as written in a file; any name may be missing where it lies over another.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    colours: BTreeMap<String, colour::Colour>,
    styles: BTreeMap<String, String>,
}

impl Theme {
    /// A theme of the program with a user's own laid over it, name by name; the own one may be empty.
    ///
    /// # Errors
    /// When the user's is no theme, with what is wrong and where.
    pub fn new(base: Base, own: &str, depth: Depth) -> Result<Self, ThemeError> {
        let mut file: File = toml::from_str(base.text())?;
        let own: File = toml::from_str(own)?;
        if let Some(name) = own.styles.keys().find(|name| !NAMES.contains(&name.as_str())) {
            let near = nearest(name, NAMES.iter().copied()).into_iter().map(str::to_owned).collect();
            return Err(ThemeError::UnknownStyle { name: name.clone(), near });
        }
        file.colours.extend(own.colours);
        file.styles.extend(own.styles);
        Self::from_styles(|name| file.style(name, depth))
    }

    /// The theme of the program that fits the environment, where `var` looks a variable up.
    pub fn choose(var: impl Fn(&str) -> Option<String>) -> Self {
        // The themes of the program are right: a test reads them.
        Self::new(Base::choose(&var), "", Depth::choose(&var)).unwrap_or(PLAIN)
    }

    /// What a terminal gets that says nothing of itself: the dark theme in sixteen colours.
    #[must_use]
    pub fn standard() -> Self {
        Self::choose(|_| None)
    }
}

impl File {
    fn style(&self, name: &str, depth: Depth) -> Result<Style, ThemeError> {
        let mut style = Style::new();
        let mut words = self.styles.get(name).map_or("", String::as_str).split_whitespace();
        while let Some(word) = words.next() {
            style = match word {
                "bold" => style.add_modifier(Modifier::BOLD),
                "underlined" => style.add_modifier(Modifier::UNDERLINED),
                "reversed" => style.add_modifier(Modifier::REVERSED),
                "on" => match self.colour(name, words.next().unwrap_or_default())?.at(depth) {
                    Some(colour) => style.bg(colour),
                    // What would stand out by its ground still does.
                    None => style.add_modifier(Modifier::REVERSED),
                },
                word => match self.colour(name, word)?.at(depth) {
                    Some(colour) => style.fg(colour),
                    None => style,
                },
            };
        }
        Ok(style)
    }

    fn colour(&self, style: &str, word: &str) -> Result<colour::Colour, ThemeError> {
        let unknown = || ThemeError::UnknownWord { style: style.to_owned(), word: word.to_owned() };
        self.colours.get(word).copied().ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;

    #[test]
    fn the_themes_of_the_program_are_whole() {
        for base in [Base::Dark, Base::Light] {
            let file: File = toml::from_str(base.text()).unwrap();
            assert_eq!(
                file.styles.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
                NAMES.iter().copied().collect()
            );
            for depth in [Depth::Monochrome, Depth::Sixteen, Depth::Palette, Depth::Full] {
                Theme::new(base, "", depth).unwrap();
            }
        }
    }

    #[test]
    fn each_depth_has_its_colours() {
        let failure = |depth| Theme::new(Base::Dark, "", depth).unwrap().failure;
        let bold = Style::new().add_modifier(Modifier::BOLD);
        assert_eq!(failure(Depth::Full), bold.fg(Color::Rgb(255, 255, 255)).bg(Color::Rgb(175, 0, 0)));
        assert_eq!(failure(Depth::Palette), bold.fg(Color::Indexed(231)).bg(Color::Indexed(124)));
        assert_eq!(failure(Depth::Sixteen), bold.fg(Color::White).bg(Color::Red));
        assert_eq!(failure(Depth::Monochrome), bold.add_modifier(Modifier::REVERSED));
    }

    #[test]
    fn an_own_theme_lies_over_it() {
        let own = "[colours]\ngrey = [\"#000000\", \"blue\"]\n[styles]\ndone = \"bold grey\"";
        let theme = Theme::new(Base::Dark, own, Depth::Sixteen).unwrap();
        assert_eq!(theme.faint, Style::new().fg(Color::Blue));
        assert_eq!(theme.done, Style::new().fg(Color::Blue).add_modifier(Modifier::BOLD));
        assert_eq!(theme.title, Style::new().add_modifier(Modifier::BOLD));
    }

    #[test]
    fn a_mistake_is_named() {
        let check = |own: &str, expected: &str| {
            let error = Theme::new(Base::Dark, own, Depth::Full).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check("[styles]\ndnoe = \"\"", "no style \"dnoe\", did you mean \"done\"?");
        check("[styles]\ndone = \"pink\"", "style \"done\": \"pink\" is neither");
        check("[styles]\ndone = \"red on\"", "style \"done\": \"\" is neither");
        check("[colours]\nred = [\"#zz\", \"red\"]", "\"#zz\" is not a colour");
        check("[color]", "unknown field `color`");
    }

    #[test]
    fn a_light_terminal_that_tells_so_gets_the_light_theme() {
        let base = |colours: &str| Base::choose(|name| (name == "COLORFGBG").then(|| colours.to_owned()));
        assert_eq!(
            [base("0;15"), base("0;default;7"), base("15;0"), base("")],
            [Base::Light, Base::Light, Base::Dark, Base::Dark]
        );
    }
}
