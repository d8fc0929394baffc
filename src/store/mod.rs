//! The files of a workspace, and the sample workspace that the program carries with it.

mod samples;

pub use samples::SAMPLES;
