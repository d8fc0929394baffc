//! Colours, and how many of them a terminal shows.

use ratatui::style::Color;
use serde::Deserialize;

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// None, or none are wanted.
    Monochrome,
    /// The sixteen that the user has chosen for her terminal.
    Sixteen,
    /// The palette of 256.
    Palette,
    /// All of them.
    Full,
}

impl Depth {
    /// Reads the environment, where `var` looks a variable up; the terminal is not asked.
    pub fn choose(var: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name: &str| var(name).unwrap_or_default();
        let (term, colours) = (value("TERM"), value("COLORTERM"));
        if !value("NO_COLOR").is_empty() {
            Self::Monochrome
        } else if matches!(colours.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::Full
        } else if term.contains("256color") {
            Self::Palette
        } else if term.starts_with("vt") {
            Self::Monochrome
        } else {
            Self::Sixteen
        }
    }
}

/// One colour, in full and as one of the sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "(String, String)")]
pub(super) struct Colour(Color, Color);

impl TryFrom<(String, String)> for Colour {
    type Error = String;

    fn try_from((full, plain): (String, String)) -> Result<Self, String> {
        let read = |text: &str| text.parse().map_err(|_| format!("\"{text}\" is not a colour"));
        Ok(Self(read(&full)?, read(&plain)?))
    }
}

impl Colour {
    /// The nearest that a terminal shows, if it shows any.
    pub(super) fn at(self, depth: Depth) -> Option<Color> {
        match (depth, self.0) {
            (Depth::Monochrome, _) => None,
            (Depth::Sixteen, _) => Some(self.1),
            (Depth::Palette, Color::Rgb(red, green, blue)) => {
                Some(Color::Indexed(nearest([red, green, blue])))
            }
            (_, colour) => Some(colour),
        }
    }
}

/// The nearest of the fixed colours of the palette: the cube of six levels, or the ramp of greys.
fn nearest(wanted: [u8; 3]) -> u8 {
    (16..=255).min_by_key(|&index| distance(wanted, fixed(index))).unwrap_or(16)
}

fn fixed(index: u8) -> [u8; 3] {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    if index >= 232 {
        return [8 + 10 * (index - 232); 3];
    }
    let cube = usize::from(index - 16);
    [LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6]]
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(environment: &[(&str, &str)], expected: Depth) {
        let var = |name: &str| {
            environment.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Depth::choose(var), expected, "{environment:?}");
    }

    #[test]
    fn the_environment_says_how_many() {
        check(&[("TERM", "xterm-256color")], Depth::Palette);
        check(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Depth::Full);
        check(
            &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", "1")],
            Depth::Monochrome,
        );
        check(&[("TERM", "screen"), ("NO_COLOR", "")], Depth::Sixteen);
        check(&[("TERM", "linux")], Depth::Sixteen);
        check(&[("TERM", "vt220")], Depth::Monochrome);
    }

    #[test]
    fn the_nearest_colour_of_the_palette() {
        assert_eq!(nearest([0x5f, 0xaf, 0xff]), 75);
        assert_eq!(nearest([0x8a, 0x8a, 0x8a]), 245);
        assert_eq!(nearest([0, 0, 0]), 16);
        assert_eq!(nearest([250, 250, 250]), 231);
    }
}
