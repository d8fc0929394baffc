//! Documents in: plain text and Markdown become a draft of a plan, in stages of pure functions.
//!
//! | module | what it recognises |
//! | --- | --- |
//! | [`labels`] | attribute lines and table headers: "Cơ quan chủ trì: ..." |
//! | [`assignments`] | who owes a task, in which role |
//! | [`times`] | when, in the notation of `domain::When` |
//! | [`routes`] | the desks through which reports go |
//! | [`numbers`] | numbers of documents |
//!
//! `words` cuts a text for them, `units` knows how offices are named.

pub mod assignments;
pub mod labels;
pub mod numbers;
pub mod routes;
pub mod times;
mod units;
mod words;
