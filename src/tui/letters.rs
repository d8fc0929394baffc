//! Which letters a terminal shows.

/// The letters of the terminal, as its locale says: nobody asks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// All: the locale is of UTF-8.
    All,
    /// Those of ASCII. What was read and typed keeps its accents; on the screen alone they are left out.
    Ascii,
}

impl Letters {
    /// Reads the environment, where `var` looks a variable up.
    pub fn choose(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).filter(|value| !value.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).unwrap_or_default();
        let (name, charset) = locale.split_once('.').unwrap_or((&locale, ""));
        // The Vietnamese locale without a charset is one of UTF-8; those of older languages are not.
        let is_vietnamese = charset.is_empty() && matches!(name, "vi_VN" | "vi");
        let names_utf8 = charset.to_ascii_lowercase().replace('-', "").starts_with("utf8");
        if is_vietnamese || names_utf8 || name.eq_ignore_ascii_case("utf-8") {
            Self::All
        } else {
            Self::Ascii
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn check(environment: &[(&str, &str)], expected: Letters) {
        let var = |name: &str| {
            environment.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Letters::choose(var), expected, "{environment:?}");
    }

    #[test]
    fn the_locale_decides_in_its_order() {
        check(&[("LANG", "vi_VN.UTF-8")], Letters::All);
        check(&[("LANG", "C.utf8")], Letters::All);
        check(&[("LANG", "vi_VN")], Letters::All);
        check(&[("LC_CTYPE", "UTF-8")], Letters::All);
        check(&[("LANG", "vi_VN.UTF-8"), ("LC_ALL", "C")], Letters::Ascii);
        check(&[("LANG", "C"), ("LC_CTYPE", "en_US.UTF-8"), ("LC_ALL", "")], Letters::All);
        check(&[("LANG", "vi_VN.TCVN5712-1")], Letters::Ascii);
        check(&[("LANG", "en_US")], Letters::Ascii);
        check(&[("LANG", "POSIX")], Letters::Ascii);
        check(&[], Letters::Ascii);
    }
}
