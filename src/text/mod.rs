//! Vietnamese text for a terminal: search without accents, one spelling, order, width, sanitising; knows nothing of plans.
//!
//! What is stored is never changed by these: they make keys to compare by, and pictures to show.

mod abbreviation;
mod ascii;
mod collation;
mod fold;
mod letter;
mod nearest;
mod sanitise;
mod spelling;
mod width;
mod wrap;

pub use ascii::ascii;
pub use collation::{CollationKey, collation_key};
pub use fold::{Folded, fold};
pub use nearest::nearest;
pub use sanitise::{escape_json, one_line, sanitise};
pub use spelling::spelling;
pub use width::{cut, cut_at_word, is_plain, width};
pub use wrap::wrap;
