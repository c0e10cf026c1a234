//! The command line, nothing else.

use std::process::ExitCode;

/// Gives memory back to the system some seconds after a rush: with the allocator of the C library, each of the many threads
/// that blocking work runs on keeps what it has had at its worst.
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    tizilim::cli::run(tizilim::web::serve)
}
