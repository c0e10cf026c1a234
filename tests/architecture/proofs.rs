//! Every rule fails on a small source that breaks it, and passes over what only looks so.

use super::*;

fn fake(path: &str, text: &str) -> Source {
    Source::new(path, text)
}

#[track_caller]
fn refused(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) {
    assert_ne!(rule(&fake(path, text)), NOTHING, "{path}: {text}");
}

#[track_caller]
fn accepted(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) {
    assert_eq!(rule(&fake(path, text)), NOTHING, "{path}: {text}");
}

#[test]
fn a_forbidden_import_is_seen_however_it_is_written() {
    for text in [
        "use crate::storage::Connection;",
        "use crate::{domain::Lang, storage};",
        "use crate::{\n    domain::{Day, Lang},\n    storage::{self as rows, files::{put, get}},\n};",
        "fn f() { crate::storage::open() }",
        "use super::super::storage::open;",
        "use super::super::{storage as s};",
        "fn f() { super::super::storage::open() }",
        "mod inner { use super::super::super::storage::open; }",
        "use tizilim::storage::open;",
        "use crate::*;",
        "#[cfg(test)]\nmod tests { use crate::storage::open; }",
        "pub fn f() -> Vec<crate::storage::Row> { Vec::new() }",
    ] {
        refused(check_imports, "src/web/scan.rs", text);
    }
    refused(check_imports, "src/domain/mod.rs", "use super::phrases::say;");
    refused(check_imports, "src/domain/code/tests.rs", "use crate::phrases::say;");
    refused(check_imports, "src/main.rs", "use tizilim::registry::Registry;");
    for text in [
        "use crate::print::pdf::Fonts;",
        "use crate::print::{model::kit::Kit, pdf::Fonts};",
        "use super::super::pdf::Fonts;",
        "use super::super::{model, pdf};",
        "fn f() { super::super::pdf::write() }",
        "use crate::print::Fonts;",
        "use super::super::*;",
        "#[cfg(test)]\nmod tests { use super::super::super::pdf::Fonts; }",
    ] {
        refused(check_imports, "src/print/layouts/sheet.rs", text);
    }
    refused(check_imports, "src/print/layouts/mod.rs", "use super::pdf::Fonts;");
    refused(check_imports, "src/print/pdf/mod.rs", "use crate::domain::Code;");
    refused(check_imports, "src/print/pdf/mod.rs", "use crate::pages::Page;");
    refused(check_imports, "src/attic/mod.rs", "");
    refused(check_imports, "src/attic.rs", "");
}

#[test]
fn an_allowed_import_is_left_alone() {
    for text in [
        "use crate::registry::Registry;",
        "use crate::{domain::Lang, web::error::Error};",
        "use super::storage::open; // the sibling module of this name",
        "mod inner { use super::super::storage::open; }",
        "// use crate::storage::open;",
        "/* use crate::storage::open; /* nested */ crate::storage::open */",
        "/// See [`crate::storage::open`].\nfn f() {}",
        "const HINT: &str = \"use crate::storage::open;\";",
        "const HINT: &str = r#\"use \"crate::storage::open;\"#;",
        "const QUOTE: char = '\"'; const SLASH: char = '\\''; // crate::storage::open",
        "fn f<'a>(x: &'a str) -> impl Iterator<Item = &'a str> + use<'a> { x.lines() }",
    ] {
        accepted(check_imports, "src/web/scan.rs", text);
    }
    accepted(check_imports, "src/main.rs", "fn main() { tizilim::cli::run() }");
    accepted(check_imports, "src/press/mod.rs", "use crate::print::{self, pdf::Fonts};");
    accepted(check_imports, "src/print/mod.rs", "pub use self::layouts::lay_out;");
    for text in
        ["use super::sheet::Sheets;", "use super::super::model::kit::Kit;", "use crate::print::typeset;"]
    {
        accepted(check_imports, "src/print/layouts/pocket_sheet.rs", text);
    }
}

#[test]
fn a_crate_outside_its_room_is_seen_however_it_is_written() {
    for text in [
        "use uuid::Uuid;",
        "use {uuid::Uuid};",
        "use ::uuid::Uuid;",
        "use uuid as identifiers;",
        "fn f() { ::uuid::Uuid::nil() }",
        "#[derive(serde::Serialize)]\nstruct Row;",
        "use std::{env, io};",
        "use std::fs::{self, File};",
        "fn f() { std::process::id() }",
        "use std::process::ExitCode;",
        "fn f() { Instant::now() }",
        "fn f() { std::time::Instant::now() }",
        "fn f() { crate::domain::Instant::now() }",
        "fn f() { jiff::Timestamp::now() }",
        "#[cfg(test)]\nfn f() {}\nuse rxing::Reader;",
        "fn f() { serde_json::json!({}) }",
    ] {
        refused(check_names, "src/ledger/leaf.rs", text);
    }
    refused(check_names, "src/cli/serve.rs", "use std::process::Command;");
    refused(check_names, "src/web/scan.rs", "use rustls::crypto::ring;");
    refused(check_names, "src/print/layouts/sheet.rs", "use lopdf::Object;");
    refused(check_names, "src/registry/read.rs", "use diesel::prelude::*;");
}

#[test]
fn a_crate_in_its_room_and_in_tests_is_left_alone() {
    for text in [
        "use crate::domain::Instant;\nfn f(now: Instant) {}",
        "fn f() { Instant::now_or_never(); MyInstant::now(); Instant::nowhere::else_() }",
        "fn f() { let png = a.zip(b); super::png::encode(); std::iter::zip(a, b) }",
        "fn f() { Vec::<u8>::new(); <T as Code>::clap::x() }",
        "use uuidish::Uuid;",
        "const VERSION: &str = env!(\"CARGO_PKG_VERSION\");",
        "#[cfg(test)]\nmod tests {\n    use std::fs;\n    fn f() { if true { uuid::Uuid::nil() } }\n}",
        "#[cfg(test)]\nuse serde_json::json;\nfn f() {}",
    ] {
        accepted(check_names, "src/ledger/leaf.rs", text);
    }
    accepted(check_names, "src/print/layouts/tests.rs", "use rxing::Reader;");
    accepted(check_names, "src/print/qr/tests/reading.rs", "use rxing::Reader;");
    accepted(check_names, "src/cli/serve.rs", "use std::process::ExitCode;");
    accepted(check_names, "src/main.rs", "fn main() { rustls::crypto::ring::default_provider(); }");
    accepted(check_names, "src/registry/clock.rs", "fn f() -> Instant { Instant::now() }");
    accepted(check_names, "src/config.rs", "use std::env;");
}

#[test]
fn a_file_without_a_head_is_seen() {
    refused(check_head, "src/domain/code.rs", "// A note.\n//! Too late.");
    refused(check_head, "src/domain/code.rs", "");
    accepted(check_head, "src/domain/code.rs", "//! Codes.");
}

#[test]
fn a_long_file_without_a_reason_is_seen() {
    let body = "fn f() {}\n".repeat(LINES_MAX);
    refused(check_length, "src/web/mod.rs", &format!("//! Everything.\n{body}"));
    accepted(check_length, "src/web/mod.rs", &body);
    accepted(check_length, "src/web/mod.rs", &format!("//! Long because a table is read whole.\n{body}"));
}

#[test]
fn every_forbidden_word_is_seen() {
    for code in [
        "#[allow(dead_code)] fn f() {}",
        "#![allow(dead_code)]",
        "#[cfg_attr(unix, allow(dead_code))] fn f() {}",
        "#[ignore] fn f() {}",
        "#[ignore = \"slow\"] fn f() {}",
        "fn f() { todo!() }",
        "fn f() { vec![todo!(\"later\")]; }",
        "fn f() { unimplemented!() }",
        "fn f() { unsafe { g() } }",
        "unsafe fn f() {}",
        "fn f() { call!(unsafe { g() }) }",
    ] {
        refused(check_forbidden, "src/web/mod.rs", code);
        refused(
            check_forbidden,
            "src/web/mod.rs",
            &format!("#[cfg(test)]\nmod tests {{ mod inner {{ {code} }} }}"),
        );
        accepted(
            check_forbidden,
            "src/web/mod.rs",
            &format!("// {code}\nconst WORD: &str = r##\"{code}\"##;"),
        );
    }
    for word in FORBIDDEN {
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        accepted(check_forbidden, "src/web/mod.rs", &format!("fn my_{bare}() {{ let {bare}s = 1; }}"));
    }
    accepted(check_forbidden, "src/web/mod.rs", "#![forbid(unsafe_code)]");
    accepted(check_forbidden, "src/web/mod.rs", "fn f(todo: u8) -> bool { todo != 1 }");
}

/// A room of four files that import each other in a circle, as long as the last one imports the first.
fn circle(last: &str) -> Vec<Source> {
    vec![
        fake("src/web/mod.rs", "mod a; mod b; mod c; mod d; pub use d::Last; pub const ROOT: u8 = 1;"),
        fake("src/web/a.rs", "use super::b::B;"),
        fake("src/web/b.rs", "use crate::web::{c::{self, C}, ROOT};"),
        fake("src/web/c.rs", "use super::Last;"),
        fake("src/web/d.rs", last),
        fake("src/web/e.rs", "use super::a::A; use crate::domain::Lang;"),
        fake("src/domain/mod.rs", "pub use crate::web::a::A as Lang;"),
    ]
}

#[test]
fn a_large_circle_of_imports_is_seen() {
    for last in [
        "use super::a::A;",
        "use crate::web::a;",
        "mod inner { use super::super::a::A; }",
        "use super::a::*;",
        "fn f() { super::a::f() }",
    ] {
        let files = circle(last);
        let files: Vec<&Source> = files.iter().collect();
        let found = check_circles(&files);
        assert!(found.len() == 1 && found[0].contains("web: 4 files"), "{last}: {found:?}");
    }
    for last in [
        "",
        "use super::c::C;",
        "use super::ROOT;",
        "use super::Last;",
        "#[cfg(test)] mod tests { use super::super::a::A; }",
        "mod a { pub struct A; } mod inner { use super::a::A; }",
        "pub use super::a::A;",
        "fn f(a: u8) { a::f() }",
    ] {
        let files = circle(last);
        let files: Vec<&Source> = files.iter().collect();
        assert_eq!(check_circles(&files), NOTHING, "{last}");
    }
}

#[test]
fn a_function_that_keeps_silent_about_its_errors_is_seen() {
    let check = |text: &str, listed: &[&str]| check_errors(&[&fake("src/web/mod.rs", text)], listed);
    for text in [
        "pub fn f() -> Result<()> { Ok(()) }",
        "pub const fn f() -> std::io::Result<u8> { Ok(1) }",
        "/// Does it.\npub async fn f() -> Result<u8, String> { Ok(1) }",
        "/// Errors are rare.\npub fn f() -> Result<()> { Ok(()) }",
        "impl A { pub fn f(&self) -> Result<()> { Ok(()) } }",
    ] {
        assert_ne!(check(text, &[]), NOTHING, "{text}");
        assert_eq!(check(text, &["web"]), NOTHING, "{text}");
    }
    for text in [
        "/// Does it.\n///\n/// # Errors\n/// Never.\npub fn f() -> Result<()> { Ok(()) }",
        "fn f() -> Result<()> { Ok(()) }",
        "pub(super) fn f() -> Result<()> { Ok(()) }",
        "pub fn f() -> Option<Result<()>> { None }",
        "impl T for A { fn f(&self) -> Result<()> { Ok(()) } }",
        "#[cfg(test)] pub fn f() -> Result<()> { Ok(()) }",
    ] {
        assert_eq!(check(text, &[]), NOTHING, "{text}");
        assert_ne!(check(text, &["web"]), NOTHING, "{text}: it got better");
    }
}

#[test]
fn every_foreign_name_is_seen() {
    for needle in FOREIGN {
        assert_ne!(check_foreign("assets/note.txt", &format!("see {needle}x")), NOTHING);
        assert_ne!(check_foreign("src/web/mod.rs", &format!("// \"{needle}\"")), NOTHING);
    }
    assert_ne!(check_foreign("src/web/mod.rs", "file:///tmp/x"), NOTHING);
    assert_ne!(check_foreign("assets/note.txt", "https://index.crates.io/x"), NOTHING);
    assert_eq!(check_foreign("src/web/mod.rs", "https://example.kz/srv/ target/tmp/x </home/>"), NOTHING);
}

#[test]
fn an_unknown_entry_at_the_top_is_seen() {
    let entries = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_ne!(check_top_level(&entries(&["src", "notes"])), NOTHING);
    assert_ne!(check_top_level(&entries(&["benches"])), NOTHING);
    assert_eq!(check_top_level(&entries(&[".gitignore", "Cargo.toml", "src", "tests"])), NOTHING);
}

#[test]
fn a_phrase_that_nobody_says_is_seen() {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let phrases = file(
        "assets/locales/kk/a.ftl",
        "a-b = Иә\na-c-d = Жоқ\n    a-z = { a-e }\na-e = Е\na-f = Ф\na-g = Ж\n",
    );
    let code = file("src/pages/a.rs", r#"say(lang, "a-b"); say(lang, &format!("a-{x}-d"));"#);
    let template = file("assets/templates/a.html", r#"{{ chrome.say("a-f") }}"#);
    let tests = file("src/pages/tests.rs", r#"say(lang, "a-g")"#);
    let found = phrases::unsaid(&[phrases, code, template, tests]);
    assert_eq!(found, ["assets/locales/kk/a.ftl: nobody says a-g"]);
}
