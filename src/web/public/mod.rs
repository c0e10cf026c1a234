//! What everybody may open: one file a page, named like the page in `pages`.

pub mod card;
pub mod clause_labels;
pub mod compare;
pub mod context;
pub mod districts;
pub mod document;
pub mod embed;
pub mod feeds;
pub mod file;
pub mod help;
pub mod history;
mod json_ld;
pub mod kit;
pub mod kit_preview;
pub mod laid_out;
pub mod link_sets;
pub mod qr;
pub mod scan;
pub mod search;
pub mod shelf;
pub mod start;
pub mod views;
