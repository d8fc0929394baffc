//! Hostile data: text that would command the terminal, files that are damaged or no files, documents without end.
//!
//! Each test runs a share by itself; the whole figures of `durability.md` take minutes:
//!
//! ```text
//! TIENDO_WHOLE=1 cargo test --release --test hostile -- --nocapture
//! ```
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test"
)]

mod bytes;
mod commands;
mod corpus;
mod damage;
mod damaged;
mod documents;
mod office;
#[path = "../program/mod.rs"]
mod program;
mod special;
mod strings;

/// How much is done: a share in every run, the whole figure when asked for.
fn figure(share: usize, whole: usize) -> usize {
    if std::env::var_os("TIENDO_WHOLE").is_some() { whole } else { share }
}
