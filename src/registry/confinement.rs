//! What a process that reads hostile files may do: compute, and speak with the one that started it. Limits of memory and
//! time alone would leave it the files and the networks of the machine.
//!
//! Linux has two such limits, and either of them suffices: Landlock refuses each file, seccomp each call that would ask for
//! one. What a system has not is told, and the file is read all the same.

#[cfg(target_os = "linux")]
mod linux;

use std::process::{Child, Command};

use serde::{Deserialize, Serialize};

/// How far a process is confined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confinement {
    /// Whether every file, every port and every foreign process is refused (Landlock).
    pub files: bool,
    /// Whether every call is refused that computing and answering do not take (seccomp).
    pub calls: bool,
}

impl Confinement {
    /// All that there is.
    pub const WHOLE: Self = Self { files: true, calls: true };
}

/// Confines this process for the rest of its life: what is open stays open, and nothing else is opened or started. Says how
/// far that went.
pub fn confine() -> Confinement {
    // Files first: afterwards there is no call left with which to refuse them.
    let files = refuse_files();
    let calls = refuse_calls();
    Confinement { files, calls }
}

/// Refuses every file, port and foreign process to this thread and to those that it starts; says whether the system can.
pub fn refuse_files() -> bool {
    #[cfg(target_os = "linux")]
    return linux::refuse_files().is_some();
    #[cfg(not(target_os = "linux"))]
    false
}

/// Refuses every call to this process that computing and answering do not take; says whether the system can.
pub fn refuse_calls() -> bool {
    #[cfg(target_os = "linux")]
    return linux::refuse_calls().is_some();
    #[cfg(not(target_os = "linux"))]
    false
}

/// Starts a program that reaches no network, where the system can see to that. It keeps its files.
pub(super) fn spawn_offline(command: &mut Command) -> std::io::Result<Child> {
    #[cfg(target_os = "linux")]
    {
        // A thread hands on what is refused to it, and takes it to its end: this one has nothing else to do.
        let starts = || {
            if linux::refuse_networks().is_none() {
                tracing::debug!("a program that reads files keeps the network");
            }
            command.spawn()
        };
        std::thread::scope(|scope| scope.spawn(starts).join())
            .unwrap_or_else(|_| Err(std::io::Error::other("a program could not be started")))
    }
    #[cfg(not(target_os = "linux"))]
    command.spawn()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn a_program_that_is_started_offline_reaches_no_network_and_reads_its_files() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let shell = |words: &str| {
            let mut command = Command::new("bash");
            command.args(["-c", words]).stderr(std::process::Stdio::null());
            command
        };
        let ends_well =
            |child: std::io::Result<Child>| child.expect("bash").wait().expect("an end").success();
        let connects = format!("exec 3<>/dev/tcp/127.0.0.1/{port}");
        assert!(ends_well(shell(&connects).spawn()), "it could");
        assert!(!ends_well(spawn_offline(&mut shell(&connects))), "and cannot");
        let reads = "read -r line < /proc/self/status";
        assert!(ends_well(spawn_offline(&mut shell(reads))), "files are its work");
        assert!(ends_well(shell(&connects).spawn()), "this process gave nothing up");
    }
}
