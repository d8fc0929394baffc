//! Nothing acknowledged is lost: writers killed, steps that fail, full disks, power cuts, crowds of writers.
//!
//! Each test runs a share by itself. The whole figures of `durability.md` take minutes:
//!
//! ```text
//! TIENDO_WHOLE=1 cargo test --release --test durability -- --nocapture
//! ```
//!
//! What needs strace, a loop device, or the superuser fails where that is missing, unless `TIENDO_NO_STRACE=1`,
//! `TIENDO_NO_LOOP=1` or `TIENDO_NO_ROOT=1` says that it is known.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test"
)]

mod clock;
mod crowd;
mod editor;
mod faults;
mod full;
mod kills;
mod office;
mod power;
#[path = "../program/mod.rs"]
mod program;
mod saves;
mod syncs;
mod tool;
mod trace;
mod users;
mod writer;

/// How much is done: a share in every run, the whole figure when asked for.
fn figure(share: usize, whole: usize) -> usize {
    if is_whole() { whole } else { share }
}

/// Whether the whole figures are asked for.
fn is_whole() -> bool {
    std::env::var_os("TIENDO_WHOLE").is_some()
}
