//! The house is as it was drawn: which room may import which, who alone may name a crate, and how files look.
//!
//! The rules read source text and nothing else, so they are fast and need no build. `architecture/proofs.rs` shows
//! that each of them can fail; a rule that cannot is worth nothing.

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/phrases.rs"]
mod phrases;
#[path = "architecture/proofs.rs"]
mod proofs;
#[path = "architecture/source.rs"]
mod source;

use std::collections::BTreeSet;

use source::{Part, Source};

/// A room of the house: a module at the top of the crate, or a part of one with rules of its own (`print::pdf`).
struct Room {
    name: &'static str,
    /// The other rooms that it may import.
    imports: &'static [&'static str],
    /// Crates, modules of `std` and clocks that a room may name only if they stand in its row. What stands in no row
    /// is free for all.
    names: &'static [&'static str],
}

/// The table of the design. Core rooms come first: they do no I/O and have neither clock nor randomness.
const HOUSE: &[Room] = &[
    Room { name: "domain", imports: &[], names: &["uuid", "sha2", "hmac", "jiff", "unicode_normalization"] },
    Room { name: "phrases", imports: &["domain"], names: &["fluent_bundle", "unic_langid"] },
    Room {
        name: "text",
        imports: &["domain"],
        names: &[
            "zip",
            "quick_xml",
            "hayro",
            "hayro_font",
            "hayro_interpret",
            "rxing",
            "image",
            "lopdf",
            "ttf_parser",
            "similar",
            "serde",
            "serde_json",
            "html5gum",
            "encoding_rs",
            "calamine",
            "resvg",
            "visioncortex",
            "kurbo",
        ],
    },
    Room { name: "ledger", imports: &["domain"], names: &["tlog_tiles", "signed_note"] },
    Room { name: "print::qr", imports: &["domain"], names: &["qrcode", "png"] },
    Room { name: "print::model", imports: &["domain", "phrases", "print::qr"], names: &["kurbo"] },
    Room { name: "print::typeset", imports: &["domain", "phrases", "print::qr", "print::model"], names: &[] },
    Room {
        name: "print::layouts",
        imports: &["domain", "phrases", "print::qr", "print::model", "print::typeset"],
        names: &[],
    },
    Room {
        name: "print::pdf",
        imports: &["print::qr", "print::model"],
        names: &["printpdf", "lopdf", "harfrust", "skrifa", "subsetter"],
    },
    // Its parts import each other, not it.
    Room { name: "print", imports: &[], names: &[] },
    Room {
        name: "pages",
        imports: &["domain", "phrases", "text", "print"],
        names: &["askama", "atom_syndication", "icalendar", "rust_xlsxwriter"],
    },
    Room {
        name: "storage",
        imports: &["domain"],
        names: &[
            "diesel",
            "diesel_async",
            "diesel_migrations",
            "libsqlite3_sys",
            "object_store",
            "rustls",
            "rustls_native_certs",
            "std::fs",
            "tempfile",
            "tokio_postgres",
            "tokio_postgres_rustls",
            // For deadlines alone; what time it is comes from outside.
            "Instant::now",
        ],
    },
    Room { name: "courier", imports: &["domain"], names: &["reqwest", "rustls::crypto"] },
    Room {
        name: "registry",
        imports: &["domain", "text", "ledger", "storage", "courier"],
        names: &[
            "argon2",
            "getrandom",
            "landlock",
            "libc",
            "seccompiler",
            "serde",
            "serde_json",
            "std::process",
            "totp_rs",
            "openidconnect",
            "reqwest",
            "webauthn_rs",
            "zxcvbn",
            "Instant::now",
            "SystemTime::now",
            "Timestamp::now",
            "Zoned::now",
        ],
    },
    Room {
        name: "press",
        imports: &["domain", "phrases", "text", "print", "registry"],
        names: &["rxing", "resvg", "image", "png", "zip"],
    },
    Room { name: "refusals", imports: &["domain", "phrases", "text", "print", "registry"], names: &[] },
    Room {
        name: "config",
        imports: &["domain", "phrases", "text", "ledger", "print", "pages", "registry", "press"],
        names: &["std::env"],
    },
    Room {
        name: "web",
        imports: &[
            "domain", "phrases", "text", "ledger", "print", "pages", "registry", "press", "refusals",
            "config",
        ],
        names: &["actix_web", "actix_multipart", "lettre", "serde", "serde_json", "utoipa"],
    },
    Room {
        name: "cli",
        imports: &[
            "domain", "phrases", "text", "ledger", "print", "pages", "registry", "press", "refusals",
            "config",
        ],
        names: &["clap", "serde", "serde_json", "std::fs", "std::process::ExitCode", "rustls::crypto"],
    },
    Room {
        name: "main",
        imports: &["cli", "config", "web"],
        names: &["std::process::ExitCode", "rustls::crypto"],
    },
    Room { name: "lib", imports: &[], names: &[] },
];

/// Longest file in lines that needs no reason.
const LINES_MAX: usize = 400;

/// How the first line of a longer file begins.
const REASON: &str = "//! Long because ";

/// What stands nowhere in the code: silenced warnings, skipped tests, unfinished work, and what the compiler cannot
/// check.
const FORBIDDEN: [&str; 5] = ["#[allow]", "#[ignore]", "todo!", "unimplemented!", "unsafe"];

/// Files of one room that may import each other in a circle: three are read together, more are one tangled file.
const CIRCLE_MAX: usize = 3;

/// Rooms whose functions do not all say which errors they return. The list is to become empty.
const SILENT: &[&str] = &[];

/// Folders of somebody's machine and hosts of package registries: neither belongs in the project.
const FOREIGN: [&str; 8] =
    ["/srv/", "/tmp/", "/home/", "/root/", "crates.io", "pypi.org", "registry.npmjs.org", "proxy.golang.org"];

/// What may stand at the top beside files that begin with a dot.
const TOP_LEVEL: [&str; 20] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "SECURITY.md",
    "askama.toml",
    "assets",
    "build.rs",
    "clippy.toml",
    "deny.toml",
    "fonts",
    "migrations",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "tests",
];

/// The row for a place in the crate: that of a part of a room before that of the room.
fn room(place: &[&str]) -> Option<&'static Room> {
    let row = |depth: usize| {
        let name = place.get(..depth)?.join("::");
        HOUSE.iter().find(|room| room.name == name)
    };
    row(2).or_else(|| row(1))
}

/// Whether a room is another one or a part of it.
fn lies_in(name: &str, room: &str) -> bool {
    name.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Whether a path such as `std::fs::File` names `std::fs`. A type's function, such as `Instant::now`, is named by
/// whatever ends so.
fn names(path: &str, name: &str) -> bool {
    let is_function_of_a_type = name.starts_with(|c: char| c.is_ascii_uppercase());
    let rest = if is_function_of_a_type { path.strip_suffix(name) } else { path.strip_prefix(name) };
    rest.is_some_and(|rest| {
        rest.is_empty() || if is_function_of_a_type { rest.ends_with("::") } else { rest.starts_with("::") }
    })
}

/// Rooms import only what the table allows, tests included.
fn check_imports(source: &Source) -> Vec<String> {
    let Some(own) = room(&source.place()) else {
        return vec![format!("{}: the house has no room for it", source.path)];
    };
    let imported = source.paths.iter().filter_map(|path| {
        let place = source.full_path(path)?;
        let place: Vec<&str> = place.iter().map(String::as_str).collect();
        Some(room(&place).map_or_else(|| place.join("::"), |room| room.name.to_owned()))
    });
    let may = |name: &str| lies_in(name, own.name) || own.imports.iter().any(|room| lies_in(name, room));
    imported
        .filter(|name| !may(name))
        .map(|name| format!("{}: {} may not import {name}", source.path, own.name))
        .collect()
}

/// What stands in a row is named only by the rooms in whose rows it stands. Tests may use any tool.
fn check_names(source: &Source) -> Vec<String> {
    let (own_name, own) = room(&source.place()).map_or(("it", &[][..]), |room| (room.name, room.names));
    let is_named = |path: &str, list: &[&str]| list.iter().any(|name| names(path, name));
    source
        .paths
        .iter()
        .filter(|path| path.part == Part::Product)
        .filter(|path| HOUSE.iter().any(|room| is_named(&path.text, room.names)))
        .filter(|path| !is_named(&path.text, own))
        .map(|path| format!("{}: {} may not name {}", source.path, own_name, path.text))
        .collect()
}

/// A file says on its first line what lives in it.
fn check_head(source: &Source) -> Vec<String> {
    let missing = !source.text.starts_with("//! ");
    missing.then(|| format!("{}: does not open with `//!`", source.path)).into_iter().collect()
}

/// A long file says why.
fn check_length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let too_long = lines > LINES_MAX && !source.text.starts_with(REASON);
    too_long.then(|| format!("{}: {lines} lines without `{REASON}…`", source.path)).into_iter().collect()
}

fn check_forbidden(source: &Source) -> Vec<String> {
    let found = FORBIDDEN.into_iter().filter(|word| source.words.contains(*word));
    found.map(|word| format!("{}: `{word}` is forbidden", source.path)).collect()
}

/// No circle of imports in a room is larger than it may be.
fn check_circles(sources: &[&Source]) -> Vec<String> {
    let rooms: BTreeSet<&str> = sources.iter().map(|source| source.room()).collect();
    let circles = rooms.into_iter().map(|room| (room, circles::largest(sources, room)));
    circles
        .filter(|(_, circle)| circle.len() > CIRCLE_MAX)
        .map(|(room, circle)| {
            format!("{room}: {} files import each other: {}", circle.len(), circle.join(", "))
        })
        .collect()
}

/// A public function that may fail says when. Rooms in the list need not yet, until all of theirs do.
fn check_errors(sources: &[&Source], listed: &[&str]) -> Vec<String> {
    let silent = |source: &&&Source| !source.silent.is_empty();
    let found = sources.iter().filter(silent).filter(|source| !listed.contains(&source.room()));
    let complaint =
        |source: &&Source| format!("{}: no `# Errors`: {}", source.path, source.silent.join(", "));
    let done = listed.iter().filter(|room| !sources.iter().filter(silent).any(|s| s.room() == **room));
    let cut = done.map(|room| format!("{room}: every function says its errors: take it off the list"));
    found.map(complaint).chain(cut).collect()
}

/// An address such as `https://host/srv/` or a folder such as `target/tmp/` is not a path of a machine.
fn check_foreign(path: &str, text: &str) -> Vec<String> {
    let continues = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || "._-}<".contains(c));
    let is_named = |needle: &str| {
        text.match_indices(needle).any(|(at, _)| !needle.starts_with('/') || !continues(&text[..at]))
    };
    let found = FOREIGN.into_iter().filter(|needle| is_named(needle));
    found.map(|needle| format!("{path}: names `{needle}`")).collect()
}

fn check_top_level(entries: &[String]) -> Vec<String> {
    let unknown =
        entries.iter().filter(|entry| !entry.starts_with('.') && !TOP_LEVEL.contains(&entry.as_str()));
    unknown.map(|entry| format!("{entry}: nobody agreed on it at the top")).collect()
}

/// The complaints of a rule about every Rust file below these folders.
fn complaints(folders: &[&str], rule: fn(&Source) -> Vec<String>) -> Vec<String> {
    files::rust(folders).into_iter().flat_map(rule).collect()
}

const NOTHING: [String; 0] = [];

#[test]
fn rooms_import_only_what_the_table_allows() {
    assert_eq!(complaints(&["src"], check_imports), NOTHING);
}

#[test]
fn crates_are_named_only_in_their_rooms() {
    assert_eq!(complaints(&["src"], check_names), NOTHING);
}

#[test]
fn every_file_says_what_lives_in_it() {
    assert_eq!(complaints(&["src", "tests"], check_head), NOTHING);
}

#[test]
fn long_files_say_why() {
    assert_eq!(complaints(&["src", "tests"], check_length), NOTHING);
}

#[test]
fn nothing_forbidden_occurs() {
    assert_eq!(complaints(&["src", "tests"], check_forbidden), NOTHING);
}

#[test]
fn no_circle_of_imports_is_large() {
    assert_eq!(check_circles(&files::rust(&["src"])), NOTHING);
}

#[test]
fn functions_that_may_fail_say_when() {
    assert_eq!(check_errors(&files::rust(&["src"]), SILENT), NOTHING);
}

#[test]
fn no_file_names_a_machine_or_a_package_registry() {
    let files = files::all(&["src", "tests", "assets"]);
    // This test names them to forbid them.
    let others = files.iter().filter(|(path, _)| !path.starts_with("tests/architecture"));
    assert_eq!(others.flat_map(|(path, text)| check_foreign(path, text)).collect::<Vec<_>>(), NOTHING);
}

#[test]
fn every_phrase_is_said_somewhere() {
    assert_eq!(phrases::unsaid(&files::all(&["src", "assets"])), NOTHING);
}

#[test]
fn only_what_was_agreed_stands_at_the_top() {
    assert_eq!(check_top_level(&files::top_level()), NOTHING);
}

#[test]
fn the_table_imports_only_rooms_above() {
    for (index, room) in HOUSE.iter().enumerate() {
        for import in room.imports {
            let above = HOUSE[..index].iter().any(|other| other.name == *import);
            assert!(above, "{} imports {import}, which does not stand above it", room.name);
        }
    }
}
