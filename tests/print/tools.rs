//! Other people's tools, run on files in the target folder.

use std::path::PathBuf;

/// Writes a file into the target folder and gives back its path.
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("a file in the target folder");
    path
}
