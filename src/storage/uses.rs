//! How published files are served.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{attachments, files, texts};
use super::{erasure, stored};
use crate::domain::Checksum;
use crate::domain::media::Media;

/// How a published file is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileUse {
    /// The name under which it was first uploaded.
    pub name: String,
    /// What it is.
    pub media: Media,
    /// Length in bytes.
    pub size_bytes: u64,
    /// Whether every version that has it was erased.
    pub erased: bool,
}

/// The instant of an upload in microseconds, and the name of its file.
type Named = (i64, String);

/// How a file is served; none where no version ever had it.
///
/// # Errors
/// A database that cannot be read.
pub fn of(conn: &mut Conn, checksum: Checksum) -> Result<Option<FileUse>> {
    let sha256 = checksum.to_string();
    let (of_texts, of_attachments): (Vec<Named>, Vec<Named>) = on_engine!(conn, c => (
        texts::table
            .filter(texts::sha256.eq(&sha256))
            .order((texts::recorded_at_us, texts::id))
            .select((texts::recorded_at_us, texts::file_name))
            .limit(1)
            .load(c)?,
        attachments::table
            .filter(attachments::sha256.eq(&sha256))
            .order((attachments::recorded_at_us, attachments::id))
            .select((attachments::recorded_at_us, attachments::file_name))
            .limit(1)
            .load(c)?
    ));
    let first = of_texts.into_iter().chain(of_attachments).min_by_key(|(recorded_at_us, _)| *recorded_at_us);
    let Some((_, name)) = first else { return Ok(None) };
    let (size, media): (i64, String) = on_engine!(conn, c => files::table
        .find(&sha256)
        .select((files::size_bytes, files::media_type))
        .first(c)?);
    Ok(Some(FileUse {
        name,
        media: stored::named("files.media_type", &media, Media::parse)?,
        size_bytes: stored::number("files.size_bytes", size)?,
        erased: erasure::standing(conn, &[checksum])?.is_empty(),
    }))
}
