//! Every message, in Vietnamese and English; dates and times in words.
//!
//! A message is a function of the language, made by [`words!`] with both wordings side by side, so that none can be
//! missing in one of them. Each part of the program has a file of its own here.

pub mod action;
pub mod agenda;
pub mod chase;
pub mod command;
pub mod date;
pub mod failure;
pub mod field;
pub mod filter;
pub mod finding;
pub mod git;
pub mod help;
pub mod json;
mod language;
pub mod relation;
pub mod review;
pub mod role;
pub mod screen;
pub mod section;
pub mod span;
pub mod status;
pub mod terminal;
pub mod timeliness;
pub mod usage;
pub mod verify;
pub mod when;
pub mod workload;

pub use language::Lang;

/// Makes message functions: `name(args) = "Vietnamese" | "English";`. Without arguments the message is a `&'static str`,
/// with arguments a `String` formatted from them by name. English has a second wording, for other numbers than one of the
/// first argument, where that is counted: `"{count} task" / "{count} tasks"`.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident $(($($arg:ident: $kind:ty),+))? = $vi:literal | $en:literal $(/ $many:literal)?;)*) => {
        $(words!(@one [$(#[$meta])*] $name [$($($arg: $kind),+)?] $vi, $en $(, $many)?);)*
    };
    (@one [$(#[$meta:meta])*] $name:ident [] $vi:literal, $en:literal) => {
        $(#[$meta])*
        #[doc = concat!("\"", $en, "\"")]
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang) -> &'static str {
            match lang {
                $crate::locale::Lang::Vi => $vi,
                $crate::locale::Lang::En => $en,
            }
        }
    };
    (@one [$(#[$meta:meta])*] $name:ident [$count:ident: $number:ty $(, $arg:ident: $kind:ty)*]
     $vi:literal, $en:literal, $many:literal) => {
        $(#[$meta])*
        #[doc = concat!("\"", $many, "\"")]
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang, $count: $number $(, $arg: $kind)*) -> String {
            match lang {
                $crate::locale::Lang::Vi => format!($vi),
                $crate::locale::Lang::En if $count == 1 => format!($en),
                $crate::locale::Lang::En => format!($many),
            }
        }
    };
    (@one [$(#[$meta:meta])*] $name:ident [$($arg:ident: $kind:ty),+] $vi:literal, $en:literal) => {
        $(#[$meta])*
        #[doc = concat!("\"", $en, "\"")]
        #[must_use]
        pub fn $name(lang: $crate::locale::Lang, $($arg: $kind),+) -> String {
            match lang {
                $crate::locale::Lang::Vi => format!($vi),
                $crate::locale::Lang::En => format!($en),
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::Lang;

    words! {
        plans = "Kế hoạch" | "Plans";
        late(count: usize) = "{count} quá hạn" | "{count} overdue";
        tasks(count: usize, of: &str) = "{count} nhiệm vụ của {of}" | "{count} task of {of}" / "{count} tasks of {of}";
    }

    #[test]
    fn a_message_is_worded_in_both_languages() {
        assert_eq!((plans(Lang::Vi), plans(Lang::En)), ("Kế hoạch", "Plans"));
        assert_eq!((late(Lang::Vi, 3), late(Lang::En, 3)), ("3 quá hạn".into(), "3 overdue".into()));
    }

    #[test]
    fn english_knows_one_from_many() {
        assert_eq!(
            (tasks(Lang::En, 1, "a"), tasks(Lang::En, 2, "a")),
            ("1 task of a".into(), "2 tasks of a".into())
        );
        assert_eq!(tasks(Lang::Vi, 1, "a"), "1 nhiệm vụ của a");
    }
}
