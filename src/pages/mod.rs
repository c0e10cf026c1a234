//! What people see in a browser: a view model goes in, a complete page comes out.
//!
//! Pages are pure: no file, no clock, no database. A handler parses the address, asks the registry once and hands
//! over references to what it got. The templates are in `assets/templates`, the look in `assets/style.css`, every
//! phrase in `assets/locales`.

pub mod admin;
mod body;
mod contact;
pub mod document;
pub mod embed;
pub mod error;
pub mod feed;
mod files;
pub mod head;
pub mod help;
pub mod history;
pub mod layout;
pub mod naming;
pub mod search;
pub mod shelf;
pub mod standing;
pub mod start;

pub use layout::{Chrome, Site, Wish};

/// The text between `<style>` and `</style>` of every page, exactly: its SHA-256 belongs into the
/// `Content-Security-Policy`.
pub const STYLE: &str = include_str!("../../assets/style.css");

#[cfg(test)]
mod tests;
