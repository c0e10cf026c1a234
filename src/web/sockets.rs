//! How many connections the server takes: no more than it may have files open, so that it always has one for a scan.

use rlimit::Resource;

/// Open files that are asked for; with less, the server takes fewer connections.
const FILES_WANTED: u64 = 16_384;

/// Files beside connections: the database, its pool, uploads on their way to a worker, ports of the workers.
const FILES_OF_ITS_OWN: u64 = 128;

/// Connections at most, whatever the system allows: each may hold 64 KiB of what was read and not looked at yet.
const CONNECTIONS_MAX: u64 = 8_192;

/// The part of the connections whose bodies may be waited for at the same time: the others are left for scans.
const BODIES_PART: usize = 4;

/// Raises the limit of open files as far as it is allowed to and needed: login shells and service managers begin with 1024.
pub fn raise_limit() {
    let raised = Resource::NOFILE.get().and_then(|(soft, hard)| {
        let wanted = FILES_WANTED.min(hard);
        if soft < wanted { Resource::NOFILE.set(wanted, hard) } else { Ok(()) }
    });
    if let Err(error) = raised {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
}

/// Connections that the limit of open files leaves room for.
pub fn connections() -> usize {
    let files = Resource::NOFILE.get().map_or(1024, |(soft, _)| soft);
    let room = files.saturating_sub(FILES_OF_ITS_OWN).max(files / 2);
    usize::try_from(room.min(CONNECTIONS_MAX)).unwrap_or(usize::MAX)
}

/// Bodies that are waited for at the same time.
pub fn bodies() -> usize {
    (connections() / BODIES_PART).max(1)
}
