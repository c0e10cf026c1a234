//! The program that is measured, and how figures are told.

use std::path::PathBuf;

/// The program of this build, or the one that `TIZILIM_PROGRAM` names, such as that of an earlier version.
pub fn path() -> PathBuf {
    std::env::var_os("TIZILIM_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_tizilim").into(), PathBuf::from)
}

/// The memory that a process takes, in MiB (proc(5)).
pub fn memory_mib(process: u32) -> f64 {
    try_memory_mib(process).expect("a process")
}

/// The same of a process that may be over.
pub fn try_memory_mib(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kib / 1024.0)
}

/// What ninety-nine of a hundred values are not above.
pub fn p99(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() * 99 / 100]
}
