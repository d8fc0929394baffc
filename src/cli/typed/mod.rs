//! What people type on a command line, understood or answered with what is near: days, addresses, units, periods,
//! times.

mod conflict;
mod day;
mod expected;
mod id;
mod number;
mod period;
mod place;
mod time;
mod unit;

pub use conflict::conflicts;
pub use day::{day, days};
pub use expected::Expected;
pub use id::plan_id;
pub use number::{count, percent, year};
pub use period::{closed_last, named as period, period_or_current, standing_or_current};
pub use place::{Found, place};
pub use time::{stretch, time};
pub use unit::{unit, unit_of};
