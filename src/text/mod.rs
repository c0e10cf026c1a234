//! Office files become a readable body: headings, numbered paragraphs, lists, tables, emphasis.
//!
//! Pure functions over bytes. They read hostile files, so the register runs them in a process of its own.

pub mod amendment;
pub mod archive;
pub mod bilingual;
pub mod body;
pub mod clauses;
pub mod compare;
mod docx;
pub mod find;
mod foreign;
mod html;
pub mod language;
pub mod limits;
mod line;
pub mod link;
pub mod measure;
mod message;
mod odt;
pub mod outline;
mod pdf;
pub mod photographed_codes;
pub mod photos;
pub mod picture;
mod reading;
pub mod recognition;
pub mod refusal;
pub mod review;
mod rtf;
pub mod ruling;
pub mod section;
mod sniff;
pub mod table;
#[cfg(test)]
mod tests;
pub mod topic;
pub mod traced;

use std::collections::HashMap;

use body::{Body, Warning};
pub use foreign::is_photo_of_phone;
use recognition::PageWords;
pub use refusal::Refusal;
pub use sniff::sniff;

use crate::domain::media::Media;

/// The version of this reader, stored with each body: a body of another version may be made again.
pub const EXTRACTOR: &str = "tizilim-text/6";

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The type of the file by its content.
    pub media: Media,
    /// Its words; empty for scans, and for the kinds of file that have no reader.
    pub body: Body,
}

/// Reads a file. A scan has no words.
///
/// The walk over a DOCX is as deep as [`limits::MAX_XML_DEPTH`]: give it a stack of at least 2 MB.
///
/// # Errors
/// A [`Refusal`] for each file that the register does not take.
pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    read_with(bytes, &[])
}

/// Reads a file; `known` is what is known of the words of its pages that are pictures.
///
/// # Errors
/// As [`read`].
pub fn read_with(bytes: &[u8], known: &[PageWords]) -> Result<Reading, Refusal> {
    let Some(media) = sniff(bytes) else { return Err(refuse_unknown(bytes)) };
    let mut bookmarks = HashMap::new();
    let mut body = match media {
        Media::Docx if sniff::is_protected(bytes) => return Err(Refusal::Encrypted),
        Media::Docx => {
            let document = docx::read(bytes)?;
            bookmarks = document.bookmarks;
            document.body
        }
        Media::Odt => {
            let document = odt::read(bytes)?;
            bookmarks = document.bookmarks;
            document.body
        }
        Media::Rtf => {
            let document = rtf::read(bytes)?;
            bookmarks = document.bookmarks;
            document.body
        }
        Media::Pdf => pdf::read(bytes, known)?,
        Media::Doc => Body { warnings: vec![Warning::NoReader], ..Body::default() },
        Media::Jpeg | Media::Png => picture::read(bytes, known)?,
    };
    body.for_each_span(compose);
    for joined in outline::join(&mut body.blocks).into_iter().rev() {
        bookmarks.values_mut().filter(|block| **block >= joined).for_each(|block| *block -= 1);
    }
    outline::apply(&mut body.blocks);
    link::settle(&mut body, &bookmarks);
    Ok(Reading { media, body })
}

/// Letters that a file writes as two characters, a letter and what stands above it, as one (й, ё).
fn compose(span: &mut body::Span) {
    const PAIRS: [(&str, &str); 4] =
        [("и\u{306}", "й"), ("И\u{306}", "Й"), ("е\u{308}", "ё"), ("Е\u{308}", "Ё")];
    if span.text.contains(['\u{306}', '\u{308}']) {
        span.text = PAIRS.iter().fold(span.text.clone(), |text, (pair, letter)| text.replace(pair, letter));
    }
}

/// Why a file of no kept type is refused: a ZIP archive that does not open was probably a document once.
fn refuse_unknown(bytes: &[u8]) -> Refusal {
    if bytes.starts_with(sniff::ZIP)
        && let Err(refusal) =
            docx::package::Package::open(bytes).and_then(|mut package| package.is_document())
    {
        return refusal;
    }
    foreign::kind(bytes).map_or(Refusal::UnknownType, |kind| Refusal::Foreign { kind })
}
