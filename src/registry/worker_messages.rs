//! What a worker is asked and what it answers, in JSON.

use serde::{Deserialize, Serialize};

use super::confinement::Confinement;
use crate::text;
use crate::text::body::Body;
use crate::text::recognition::PageWords;
use crate::text::ruling::Ruled;
use crate::text::table::{Table, TableRefusal};
use crate::text::traced::Untraced;

/// What a worker is asked for: a line of JSON before the bytes of the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// What the file says, with what is known of the words of its pictures.
    Read(Vec<PageWords>),
    /// The picture of a page.
    Draw { page: u32, size: String },
    /// The lines on the picture of a page.
    Rules { page: u32 },
    /// What the QR codes on a photo say.
    Codes,
    /// The table in a workbook.
    Table,
    /// The outlines of what is dark in a picture, its longer side drawn with so many pixels.
    Trace { side_px: u32 },
    /// A page of a photo, of at most so many bytes.
    Fit(usize),
    /// One file of such pages, which follow each other and have these lengths.
    Join(Vec<usize>),
    /// The pages of such a file in another order.
    Arrange(Vec<u32>),
    /// The files of an archive, one after the other.
    Unpack,
}

/// What a worker writes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Reply {
    /// How far it was confined when it read the file.
    pub confinement: Confinement,
    /// What became of the file.
    pub answer: Answer,
}

/// What became of a file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    Read {
        media_type: String,
        body: Body,
    },
    /// The lines on a picture.
    Ruled(Vec<Ruled>),
    /// What the codes on a photo say.
    Coded(Vec<String>),
    /// The table in a workbook, or why there is none.
    Table(std::result::Result<Table, TableRefusal>),
    /// The outlines of what is dark in a picture, or why there are none.
    Traced(std::result::Result<String, Untraced>),
    /// A picture or a file, in Base64 (RFC 4648).
    Made(String),
    Refused(text::Refusal),
}
