//! Two offices, each with a clone: what both write is there in the end, whoever was killed, offline, or faster.
//!
//! Each test runs a share by itself; `TIENDO_WHOLE=1 cargo test --release --test git` runs the whole figures of
//! `durability.md`. Git has to be installed.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod by_hand;
mod decisions;
mod driver;
mod kills;
mod midway;
mod office;
#[path = "../program/mod.rs"]
mod program;
mod refusals;
mod shared;
#[path = "../durability/tool.rs"]
#[allow(dead_code, reason = "what other tests need of the machine")]
mod tool;
mod two_offices;

/// How much is done: a share in every run, the whole figure when asked for.
fn figure(share: usize, whole: usize) -> usize {
    if std::env::var_os("TIENDO_WHOLE").is_some() { whole } else { share }
}
