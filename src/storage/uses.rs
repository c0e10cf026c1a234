//! How published files are served.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{attachments, documents, files, texts, versions};
use super::{erasure, stored};
use crate::domain::ids::OrganizationId;
use crate::domain::media::Media;
use crate::domain::version::AttachmentRole;
use crate::domain::{Checksum, Code, Lang};

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

/// How a file is served to everybody; none where no version ever had it, or only as one that is not given out.
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
            .filter(attachments::role.ne(AttachmentRole::ClosedOriginal.name()))
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

/// A document of another organization one of whose texts is this file, the earliest; none where there is none.
///
/// # Errors
/// A database that cannot be read.
pub fn by_another(conn: &mut Conn, checksum: Checksum, owner: OrganizationId) -> Result<Option<Code>> {
    let (sha256, owner) = (checksum.to_string(), owner.to_string());
    let code: Option<String> = on_engine!(conn, c => texts::table
        .inner_join(versions::table.on(versions::id.eq(texts::version_id)))
        .inner_join(documents::table.on(documents::id.eq(versions::document_id)))
        .filter(texts::sha256.eq(&sha256).and(documents::owner_id.ne(&owner)))
        .order((texts::recorded_at_us, texts::id))
        .select(documents::code)
        .first(c)
        .optional()?);
    code.map(|code| stored::code("documents.code", &code)).transpose()
}

/// The published texts that have this file: the document, the version's ordinal, the language.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn published(conn: &mut Conn, checksum: Checksum) -> Result<Vec<(Code, u32, Lang)>> {
    let rows: Vec<(String, i64, String)> = on_engine!(conn, c => texts::table
        .inner_join(versions::table.on(versions::id.eq(texts::version_id)))
        .inner_join(documents::table.on(documents::id.eq(versions::document_id)))
        .filter(texts::sha256.eq(checksum.to_string()))
        .order((texts::recorded_at_us, texts::id))
        .select((documents::code, versions::ordinal, texts::lang))
        .load(c)?);
    let text = |(code, ordinal, lang): &(String, i64, String)| {
        Ok((
            stored::code("documents.code", code)?,
            stored::number("versions.ordinal", *ordinal)?,
            stored::named("texts.lang", lang, Lang::parse)?,
        ))
    };
    rows.iter().map(text).collect()
}
