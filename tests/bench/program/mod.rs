//! The program that is measured.

use std::path::PathBuf;

/// The program of this build, or the one that `TIZILIM_PROGRAM` names, such as that of an earlier version.
pub fn path() -> PathBuf {
    std::env::var_os("TIZILIM_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_tizilim").into(), PathBuf::from)
}
