//! The files of the project, as they lie on the disk or in git.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use super::source::Source;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Every file below these folders: its path from the root with `/`, and its text as far as it is text.
pub fn all(folders: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), &mut found);
    }
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).expect("a file that can be read");
            let relative = path.strip_prefix(root()).expect("a file of the project");
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            (parts.join("/"), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

/// Every Rust file of the project, read once.
static RUST: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let files = all(&["src", "tests"]).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, text)| Source::new(&path, &text)).collect()
});

/// Every Rust file below these folders.
pub fn rust(folders: &[&str]) -> Vec<&'static Source> {
    let is_below = |source: &&Source| folders.iter().any(|folder| source.path.starts_with(folder));
    let sources: Vec<_> = RUST.iter().filter(is_below).collect();
    assert!(!sources.is_empty(), "no Rust file below {folders:?}");
    sources
}

/// What stands at the top: what git keeps or, in an unpacked archive, what lies there.
pub fn top_level() -> Vec<String> {
    let listed = Command::new("git").arg("ls-files").current_dir(root()).output();
    let listed =
        listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let entries: BTreeSet<String> = if listed.is_empty() {
        let entries = fs::read_dir(root()).expect("the root of the project");
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| name != "target").collect()
    } else {
        // Git quotes a path with unusual letters.
        let first = |line: &str| line.trim_matches('"').split('/').next().unwrap_or_default().to_owned();
        listed.lines().map(first).collect()
    };
    entries.into_iter().collect()
}
