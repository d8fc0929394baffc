//! What a test needs of the machine; where it is missing the test says so loudly and fails, unless that is known.

use std::io::Write;
use std::process::{Command, Stdio};

/// Whether programs are killed and their calls made to fail by `strace`.
pub fn strace() -> bool {
    is_there("STRACE", "strace cannot trace here", runs("strace", &["-qq", "-o", "/dev/null", "true"]))
}

/// Whether this is the superuser, who may become two other users.
pub fn superuser() -> bool {
    is_there("ROOT", "this is not the superuser", rustix::process::geteuid().is_root())
}

/// Whether an image can be mounted; asks for the superuser as well.
pub fn loop_device() -> bool {
    let works = runs("losetup", &["--find"]) && rustix::process::geteuid().is_root();
    is_there("LOOP", "no image can be mounted", works)
}

fn runs(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Written past the capture of the test's output.
fn is_there(tool: &str, lack: &str, works: bool) -> bool {
    if works {
        return true;
    }
    let _ = writeln!(std::io::stderr(), "NOT TESTED: {lack}");
    let known = std::env::var_os(format!("TIENDO_NO_{tool}")).is_some();
    assert!(known, "{lack}; TIENDO_NO_{tool}=1 passes over it");
    false
}
