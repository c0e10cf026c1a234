//! Asking another program: what goes in, what comes out, and how long it may take.

use std::io::{Read, Write};
use std::process::Child;
use std::sync::mpsc::channel;
use std::time::Duration;

/// Where a system keeps programs: nothing else of the environment is handed on.
pub(super) const PATH: &str = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

/// The nice value of a program that works in the background.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 15;

/// Hands a child its input, takes its answer up to the end of its output, and ends it; none where the time or the answer's
/// size went beyond its limit. The child has to be waited for afterwards.
pub(super) fn exchange(
    child: &mut Child,
    input: &[&[u8]],
    longest: Duration,
    most_bytes: u64,
) -> Option<Vec<u8>> {
    let mut stdin = child.stdin.take()?;
    let stdout = child.stdout.take()?;
    std::thread::scope(|scope| {
        let (sender, receiver) = channel();
        // A child that dies early closes the pipe: the write fails and the answer is missing. What it gets ends with the pipe.
        scope.spawn(move || {
            input.iter().try_for_each(|part| stdin.write_all(part)).and_then(|()| stdin.flush())
        });
        scope.spawn(move || {
            let mut answer = Vec::new();
            let read = stdout.take(most_bytes + 1).read_to_end(&mut answer);
            let whole = read.is_ok() && answer.len() as u64 <= most_bytes;
            sender.send(whole.then_some(answer))
        });
        let answer = receiver.recv_timeout(longest).ok().flatten();
        // Ends both threads, whatever the child still does: their pipes break.
        let _ = child.kill();
        answer
    })
}

/// What a program that was found on the machine may take: a hostile file may make it take what it can get.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most {
    /// Memory in bytes: such programs reserve far more than they use.
    pub memory_bytes: u64,
    /// Processor time in seconds.
    pub cpu_s: u64,
    /// The largest file that it may write, in bytes.
    pub written_bytes: u64,
}

/// Lowers the limits of a program that was just started.
pub(super) fn limit(child: &Child, most: Most) {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Pid, Resource, Rlimit, prlimit};
        let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else { return };
        let limits = [
            (Resource::As, most.memory_bytes),
            (Resource::Cpu, most.cpu_s),
            (Resource::Fsize, most.written_bytes),
            (Resource::Core, 0),
        ];
        for (resource, most) in limits {
            let limit = Rlimit { current: Some(most), maximum: Some(most) };
            if let Err(error) = prlimit(Some(pid), resource, limit) {
                tracing::warn!(%error, "a program that reads files has no limit of its own");
            }
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (child, most);
}

/// Lets everything else go first.
pub(super) fn work_behind(child: &Child) {
    #[cfg(target_os = "linux")]
    if let Some(pid) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw)
        && let Err(error) = rustix::process::setpriority_process(Some(pid), BEHIND)
    {
        tracing::debug!(%error, "a program in the background stays as important as everything else");
    }
    #[cfg(not(target_os = "linux"))]
    let _ = child;
}
