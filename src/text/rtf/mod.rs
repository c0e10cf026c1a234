//! RTF (Rich Text Format 1.9.1) becomes a body: what WordPad and old programs save.

mod flow;
mod reader;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod tokens;

use reader::Reader;

use super::reading::Document;
use super::refusal::Refusal;

/// Reads an RTF.
///
/// # Errors
/// [`Refusal::TooLarge`], [`Refusal::TooDeep`], [`Refusal::Damaged`].
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    Reader::new(bytes).read()
}
