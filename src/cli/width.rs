//! How wide a line may be.

use std::os::fd::AsFd;

/// The width where nobody looks, such as in a pipe.
const UNSEEN: usize = 100;

/// The columns of an output: `COLUMNS`, else those of the terminal behind it, else a hundred.
pub fn of(output: &impl AsFd) -> usize {
    let named = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let seen = || rustix::termios::tcgetwinsize(output).ok().map(|size| usize::from(size.ws_col));
    named.filter(|columns| *columns > 0).or_else(seen).filter(|columns| *columns > 0).unwrap_or(UNSEEN)
}
