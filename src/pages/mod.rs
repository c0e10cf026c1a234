//! What people see in a browser: a view model goes in, a complete page comes out.
//!
//! [`html`] holds the small parts of pages, [`form`] whatever is filled in, [`chrome`] what every page has around its
//! content; over them stands one file a page. What two pages share has a file of its own.
//!
//! Pages are pure: no file, no clock, no database. A handler parses the address, asks the registry once and hands
//! over references to what it got. The templates are in `assets/templates`, the look in `assets/style.css`, every
//! phrase in `assets/locales`.

pub mod admin;
pub mod atom;
mod body;
pub mod both;
mod change_marks;
mod chart;
mod choices;
pub mod chrome;
pub mod clause_labels;
pub mod compare;
mod compared_line;
mod contact;
pub mod districts;
pub mod document;
pub mod document_view;
pub mod doubt_sentence;
pub mod edition_status;
pub mod embed;
pub mod error;
mod fact_sentence;
pub mod feed;
mod files;
pub mod form;
mod formula;
pub mod head;
pub mod help;
pub mod history;
pub mod html;
pub mod kit;
mod kit_address;
pub mod naming;
pub mod paper;
mod pictures;
pub mod posted;
mod row;
pub mod search;
mod search_box;
pub mod shelf;
mod site;
mod snippet;
pub mod start;
pub mod table_file;
mod whatsapp;

use std::sync::LazyLock;

use crate::domain::address::{Script, ScriptPart};
pub use pictures::Pictures;
pub use site::{LanguagePreference, Site};

/// The text between `<style>` and `</style>` of every page, exactly: its SHA-256 belongs into the
/// `Content-Security-Policy`.
pub const STYLE: &str = include_str!("../../assets/style.css");

/// The script of every page; no page needs it.
pub const SCRIPT: &str = include_str!("../../assets/app.js");

/// The name of the script: another script has another one.
pub static SCRIPT_NAME: LazyLock<Script> = LazyLock::new(|| Script::of(ScriptPart::App, SCRIPT));

/// The script of the page on which a stand is checked, an ES module; the page works without it.
pub const CHECK_SCRIPT: &str = include_str!("../../assets/check.js");

/// The name of that script.
pub static CHECK_SCRIPT_NAME: LazyLock<Script> =
    LazyLock::new(|| Script::of(ScriptPart::Check, CHECK_SCRIPT));

/// The script of the pages on which passkeys are made and used; all else on them works without it.
pub const PASSKEY_SCRIPT: &str = include_str!("../../assets/passkey.js");

/// The name of that script.
pub static PASSKEY_SCRIPT_NAME: LazyLock<Script> =
    LazyLock::new(|| Script::of(ScriptPart::Passkey, PASSKEY_SCRIPT));

#[cfg(test)]
mod tests;
