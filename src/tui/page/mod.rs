//! Texts laid out for a width: what can be scrolled, so that `update` knows how far, and the views what to draw.

pub mod agenda;
pub mod conflicts;
pub mod detail;
pub mod help;
mod journal;
pub mod palette;
mod plan_detail;
pub mod review;
mod times;
mod units;
pub mod workload;
mod writer;
