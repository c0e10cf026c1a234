//! Office files become a readable body: headings, numbered paragraphs, lists, tables, emphasis.

pub mod body;
