//! The languages of the interface, and which of them an environment asks for.

/// The language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language that the values of `LC_ALL`, `LC_MESSAGES` and `LANG` ask for, the first that says something
    /// deciding. Nothing, and `C.UTF-8`, say nothing: Vietnamese. A plain `C` or `POSIX` has no Vietnamese letters: English,
    /// as is the answer to any other language.
    #[must_use]
    pub fn from_environment(all: Option<&str>, messages: Option<&str>, lang: Option<&str>) -> Self {
        let locale = [all, messages, lang].into_iter().flatten().find(|value| !value.is_empty());
        let name = locale.unwrap_or_default().split(['_', '.', '@', '-']).next().unwrap_or_default();
        match name {
            "C" | "POSIX" if locale.is_some_and(|locale| locale == name) => Self::En,
            "" | "C" | "POSIX" => Self::default(),
            name => Self::from_code(name).unwrap_or(Self::En),
        }
    }

    /// The language with a code, `vi` or `en`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Vi, Self::En].into_iter().find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// Its code, as settings and `--lang` have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_that_says_something_decides() {
        for (values, expected) in [
            ([None, None, None], Lang::Vi),
            ([None, None, Some("en_US.UTF-8")], Lang::En),
            ([None, Some("vi_VN.UTF-8"), Some("en_US.UTF-8")], Lang::Vi),
            ([Some("en_GB"), Some("vi_VN"), Some("vi_VN")], Lang::En),
            ([Some(""), None, Some("en")], Lang::En),
            ([None, None, Some("C.UTF-8")], Lang::Vi),
            ([None, None, Some("C")], Lang::En),
            ([Some("POSIX"), None, Some("vi_VN.UTF-8")], Lang::En),
            ([None, None, Some("de_DE@euro")], Lang::En),
        ] {
            assert_eq!(Lang::from_environment(values[0], values[1], values[2]), expected, "{values:?}");
        }
    }
}
