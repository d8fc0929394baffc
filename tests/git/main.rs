//! Two offices, each with a clone: what both write is there in the end, whoever was killed, offline, or faster.
//!
//! Each test runs a share by itself; `TIENDO_WHOLE=1 cargo test --release --test git` runs the whole figures of
//! `durability.md`. Git has to be installed.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

mod decisions;
mod driver;
mod office;
