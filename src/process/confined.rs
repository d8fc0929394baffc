//! A process that reads what strangers made: it confines itself before it begins, and may then become another program.

use std::ffi::OsStr;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Lets this process use no more than so many bytes of memory for data and so many seconds of a processor. Whoever goes
/// beyond is ended by the system, so this is for a process of its own. What is shared with other processes, such as the
/// program itself, does not count.
///
/// # Errors
/// When the system refuses.
pub fn confine(bytes: u64, seconds: u64) -> io::Result<()> {
    let limit = |value: u64| Rlimit { current: Some(value), maximum: Some(value) };
    setrlimit(Resource::Data, limit(bytes))?;
    setrlimit(Resource::Cpu, limit(seconds))?;
    // Nobody wants the remains of a process that was ended on purpose.
    setrlimit(Resource::Core, limit(0))?;
    Ok(())
}

/// Makes another program of this process, under the same limits; answers only where there is none.
pub fn become_program(name: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> io::Error {
    Command::new(name).args(arguments).env("LC_ALL", "C").exec()
}
