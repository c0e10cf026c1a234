//! Other people's tools, run on files in the target folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Writes a file into the target folder and gives back its path.
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("a file in the target folder");
    path
}

/// What a tool wrote when it ran with success; none, with the reason printed, when it is not installed.
pub fn run(tool: &str, arguments: &[&str]) -> Option<String> {
    let output = match Command::new(tool).args(arguments).stdin(Stdio::null()).output() {
        Ok(output) => output,
        Err(error) => return skip(&format!("{tool}: {error}")),
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{tool} {arguments:?}: {complaint}");
    Some(String::from_utf8(output.stdout).expect("text in UTF-8"))
}

/// Says why a check is skipped; on a continuous integration server every tool must be there.
pub fn skip<T>(reason: &str) -> Option<T> {
    assert!(std::env::var_os("CI").is_none(), "not skipped in CI: {reason}");
    println!("skipped: {reason}");
    None
}

/// The text of a file in the order in which it was written, without white space.
pub fn text_of(pdf: &Path) -> Option<String> {
    let text = run("pdftotext", &["-raw", "-enc", "UTF-8", path(pdf), "-"])?;
    Some(squeezed(&text))
}

/// A text without white space.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A path as text.
pub fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
