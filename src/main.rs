//! The command line, nothing else.

use std::process::ExitCode;

/// Gives memory back to the system when a rush is over: with the allocator of the C library, each of the many threads that
/// blocking work runs on keeps what it has had at its worst.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tizilim::cli::run()
}
