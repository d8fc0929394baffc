//! tiendo (tiến độ, progress): the tasks of Vietnamese administrative plans, tracked in the terminal.
//!
//! # The map
//!
//! A module uses only what stands below it, and neighbours on one row never use each other; `tests/tidy.rs` holds this.
//!
//! | module | what it is | what it keeps true |
//! | --- | --- | --- |
//! | `main` | arguments in, exit status out | decides between the two faces, and nothing else |
//! | [`cli`], [`tui`] | the two faces | never use each other; whatever comes from a document is made harmless before it is shown |
//! | [`workspace`] | the use cases | the only writer; readers hold a [`Snapshot`](workspace::Snapshot) that never changes |
//! | [`store`], [`config`] | the files of a workspace; where a person's files lie | what is acknowledged is on the disk; a file that cannot be read is a row, not an error |
//! | [`process`] | other programs, git among them | called by arguments, never through a shell; nothing waits for ever |
//! | [`import`] | documents in | pure; bad content is a finding with its lines, never an error |
//! | [`report`] | documents out | pure; what a spreadsheet would compute is text |
//! | [`query`] | filter, search, counts, agenda, workload | answers by position in one edition of an index |
//! | [`action`] | the actions and the keys that call them | one table feeds key map, hints, help and README |
//! | [`locale`] | every message, dates and times in words | each message stands in both languages side by side |
//! | [`domain`] | plans, tasks, times, units, journals and the rules between them | pure: no clock, no files, no prose |
//! | [`text`] | folding, spelling, order, width, sanitising | knows nothing of plans |
//!
//! What was planned is a file, replaced whole; what happened is a journal, only ever appended to. How a task stands on a
//! day is a fold of the second over the first ([`domain::TrackedPlan`]), so that history, undo and figures of a past day
//! need no machinery of their own. Identity is never a printed number: tasks have random ids, people type
//! [addresses](domain::Address), and the screen's cursor is an id.
//!
//! # The way of a key press (`d` on a task)
//!
//! 1. A thread reads the terminal and sends [`Event::Key`](tui::events::Event); [`action::KeyMap`] resolves it to an
//!    [`Action`](action::Action) in the scopes that are open.
//! 2. [`tui::update`] is pure: it looks at the snapshot and the cursor's task, refuses with a reason, or opens the prompt
//!    for the document, and on Enter answers [`Effect::Work`](tui::effects::Effect) with a list of
//!    [`Change`](domain::Change)s.
//! 3. The worker's thread hands them to [`Workspace::commit`](workspace::Workspace::commit): lock, look again at what
//!    stands on the disk, append, sync, unlock. Only then the new snapshot comes back as an event.
//! 4. `update` swaps the snapshot, keeps the cursor by id, says what was done and which key takes it back; one draw.
//!
//! # The way of a document
//!
//! 1. What is no text, from a page to a pdf, is converted by a process with limits ([`workspace::convert_confined`]); [`import::draft`] decodes the bytes and splits them to numbered lines; only this step can fail.
//! 2. Lines are normalised, page furniture dropped, hard-wrapped lines rejoined, tables read; the outline is built of
//!    sections and items; recognisers fill units, roles and times, and every doubt becomes a finding.
//! 3. [`Workspace::propose`](workspace::Workspace::propose) recognises a plan that is there already and carries its ids
//!    and progress over; nothing is written.
//! 4. [`Workspace::accept`](workspace::Workspace::accept) commits it as one change, with the units that it names.

pub mod action;
pub mod cli;
pub mod config;
pub mod domain;
pub mod import;
pub mod locale;
pub mod process;
pub mod query;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
pub mod workspace;
