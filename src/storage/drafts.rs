//! Drafts: what was uploaded and not yet published. The only rows about texts that may change.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{draft_files, drafts};
use super::stored;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::{AttachmentId, DocumentId, DraftId};
use crate::domain::media::Media;
use crate::domain::requisites::Prolongation;
use crate::domain::requisites::RequisitesInput;
use crate::domain::version::{AttachmentRole, Authenticity, File};
use crate::domain::{Checksum, Instant, Lang};

/// Drafts that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

#[derive(Queryable, Insertable)]
#[diesel(table_name = drafts)]
struct Row {
    id: String,
    document_id: String,
    signed_on: Option<String>,
    effective_from: Option<String>,
    term_end: Option<String>,
    prolongation: String,
    corrects: Option<i64>,
    previewed_us: Option<i64>,
    created_at_us: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = draft_files)]
struct FileRow {
    id: String,
    draft_id: String,
    lang: String,
    authenticity: String,
    ordinal: i64,
    title: String,
    dated_on: Option<String>,
    sha256: String,
    size_bytes: i64,
    media_type: String,
    file_name: String,
    extractor: String,
    body: String,
    recipe: String,
    role: String,
}

/// Inserts or replaces a draft without its files.
///
/// # Errors
/// A database that cannot be written.
pub fn save(conn: &mut Conn, draft: &Draft) -> Result<()> {
    let row = Row {
        id: draft.id.to_string(),
        document_id: draft.document.to_string(),
        signed_on: draft.requisites.signed_on.map(|day| day.to_string()),
        effective_from: draft.requisites.effective_from.map(|day| day.to_string()),
        term_end: draft.requisites.term_end.map(|day| day.to_string()),
        prolongation: draft.requisites.prolongation.name().to_owned(),
        corrects: draft.corrects.map(i64::from),
        previewed_us: draft.based_on.map(Instant::as_microsecond),
        created_at_us: draft.created_at.as_microsecond(),
    };
    let changed = on_engine!(conn, c => diesel::update(drafts::table.find(&row.id))
        .set((
            drafts::signed_on.eq(&row.signed_on),
            drafts::effective_from.eq(&row.effective_from),
            drafts::term_end.eq(&row.term_end),
            drafts::prolongation.eq(&row.prolongation),
            drafts::corrects.eq(row.corrects),
            drafts::previewed_us.eq(row.previewed_us),
        ))
        .execute(c)?);
    if changed == 0 {
        on_engine!(conn, c => diesel::insert_into(drafts::table).values(&row).execute(c)?);
    }
    Ok(())
}

/// The draft with this id.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, id: DraftId) -> Result<Option<Draft>> {
    let row: Option<Row> = on_engine!(conn, c => drafts::table.find(id.to_string()).first(c).optional()?);
    row.map(|row| draft(conn, row)).transpose()
}

/// The drafts of a document, oldest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_document(conn: &mut Conn, document: DocumentId) -> Result<Vec<Draft>> {
    let rows: Vec<Row> = on_engine!(conn, c => drafts::table
        .filter(drafts::document_id.eq(document.to_string()))
        .order(drafts::created_at_us)
        .load(c)?);
    rows.into_iter().map(|row| draft(conn, row)).collect()
}

/// A draft that waits, without its files: its document, and when it was begun.
pub type WaitingDraft = (DraftId, DocumentId, Instant);

/// The drafts that were begun before an instant, oldest first; at most `most`. With how many there are.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn begun_before(conn: &mut Conn, before: Instant, most: usize) -> Result<(Vec<WaitingDraft>, usize)> {
    let waiting = || drafts::table.filter(drafts::created_at_us.lt(before.as_microsecond()));
    let count: i64 = on_engine!(conn, c => waiting().count().get_result(c)?);
    let rows: Vec<(String, String, i64)> = on_engine!(conn, c => waiting()
        .order((drafts::created_at_us, drafts::id))
        .limit(stored::count(most))
        .select((drafts::id, drafts::document_id, drafts::created_at_us))
        .load(c)?);
    let read = |(id, document, created): (String, String, i64)| {
        let document = stored::id("drafts.document_id", &document)?;
        Ok((stored::id("drafts.id", &id)?, document, stored::instant("drafts.created_at_us", created)?))
    };
    Ok((rows.into_iter().map(read).collect::<Result<_>>()?, stored::number("drafts", count)?))
}

/// How many drafts each document has; none for those without.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn counts(conn: &mut Conn) -> Result<HashMap<DocumentId, usize>> {
    let owners: Vec<String> = on_engine!(conn, c => drafts::table.select(drafts::document_id).load(c)?);
    let mut counts = HashMap::new();
    for owner in owners {
        *counts.entry(stored::id("drafts.document_id", &owner)?).or_default() += 1;
    }
    Ok(counts)
}

/// The dates of those of these drafts that are there.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn requisites(conn: &mut Conn, ids: &[DraftId]) -> Result<HashMap<DraftId, RequisitesInput>> {
    let mut found = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let ids: Vec<String> = some.iter().map(ToString::to_string).collect();
        let rows: Vec<Row> = on_engine!(conn, c => drafts::table.filter(drafts::id.eq_any(ids)).load(c)?);
        for row in rows {
            found.insert(stored::id("drafts.id", &row.id)?, dates(&row)?);
        }
    }
    Ok(found)
}

/// The dates of a draft.
fn dates(row: &Row) -> Result<RequisitesInput> {
    let day = |column, text: &Option<String>| stored::optional_day(column, text.as_deref());
    Ok(RequisitesInput {
        signed_on: day("drafts.signed_on", &row.signed_on)?,
        effective_from: day("drafts.effective_from", &row.effective_from)?,
        term_end: day("drafts.term_end", &row.term_end)?,
        prolongation: stored::named("drafts.prolongation", &row.prolongation, Prolongation::parse)?,
    })
}

fn draft(conn: &mut Conn, row: Row) -> Result<Draft> {
    let rows: Vec<FileRow> = on_engine!(conn, c => draft_files::table
        .filter(draft_files::draft_id.eq(&row.id))
        .order(draft_files::ordinal)
        .load(c)?);
    Ok(Draft {
        id: stored::id("drafts.id", &row.id)?,
        document: stored::id("drafts.document_id", &row.document_id)?,
        requisites: dates(&row)?,
        corrects: row.corrects.map(|ordinal| stored::number("drafts.corrects", ordinal)).transpose()?,
        based_on: row.previewed_us.map(|us| stored::instant("drafts.previewed_us", us)).transpose()?,
        created_at: stored::instant("drafts.created_at_us", row.created_at_us)?,
        files: rows.into_iter().map(draft_file).collect::<Result<_>>()?,
    })
}

fn draft_file(row: FileRow) -> Result<DraftFile> {
    let part = if row.lang.is_empty() {
        let dated_on = stored::optional_day("draft_files.dated_on", row.dated_on.as_deref())?;
        let role = stored::named("draft_files.role", &row.role, AttachmentRole::parse)?;
        DraftPart::Attachment { role, title: row.title, dated_on }
    } else {
        DraftPart::Text {
            lang: stored::named("draft_files.lang", &row.lang, Lang::parse)?,
            authenticity: stored::named("draft_files.authenticity", &row.authenticity, Authenticity::parse)?,
        }
    };
    Ok(DraftFile {
        id: stored::id("draft_files.id", &row.id)?,
        part,
        file: File {
            checksum: stored::checksum("draft_files.sha256", &row.sha256)?,
            size_bytes: stored::number("draft_files.size_bytes", row.size_bytes)?,
            media: stored::named("draft_files.media_type", &row.media_type, Media::parse)?,
            name: row.file_name,
        },
        extractor: row.extractor,
        body: row.body,
        recipe: row.recipe,
    })
}

/// Adds a file to a draft; a text takes the place of the one in its language. `ordinal` orders attachments.
///
/// # Errors
/// A database that cannot be written.
pub fn put_file(conn: &mut Conn, draft: DraftId, ordinal: usize, file: &DraftFile) -> Result<()> {
    let (lang, authenticity, role, title, dated_on) = match &file.part {
        DraftPart::Text { lang, authenticity } => {
            let of_lang = draft_files::table
                .filter(draft_files::draft_id.eq(draft.to_string()))
                .filter(draft_files::lang.eq(lang.tag()));
            on_engine!(conn, c => diesel::delete(of_lang).execute(c)?);
            (lang.tag(), authenticity.name(), AttachmentRole::default(), String::new(), None)
        }
        DraftPart::Attachment { role, title, dated_on } => ("", "", *role, title.clone(), *dated_on),
    };
    let row = FileRow {
        id: file.id.to_string(),
        draft_id: draft.to_string(),
        lang: lang.to_owned(),
        authenticity: authenticity.to_owned(),
        ordinal: i64::try_from(ordinal).unwrap_or(i64::MAX),
        title,
        dated_on: dated_on.map(|day| day.to_string()),
        sha256: file.file.checksum.to_string(),
        size_bytes: i64::try_from(file.file.size_bytes).unwrap_or(i64::MAX),
        media_type: file.file.media.media_type().to_owned(),
        file_name: file.file.name.clone(),
        extractor: file.extractor.clone(),
        body: file.body.clone(),
        recipe: file.recipe.clone(),
        role: role.name().to_owned(),
    };
    on_engine!(conn, c => diesel::insert_into(draft_files::table).values(&row).execute(c)?);
    Ok(())
}

/// Says of a draft's text whether it was signed or translated; nothing happens where it has none in the language.
///
/// # Errors
/// A database that cannot be written.
pub fn set_authenticity(
    conn: &mut Conn,
    draft: DraftId,
    lang: Lang,
    authenticity: Authenticity,
) -> Result<()> {
    let row = draft_files::table
        .filter(draft_files::draft_id.eq(draft.to_string()))
        .filter(draft_files::lang.eq(lang.tag()));
    on_engine!(conn, c => diesel::update(row)
        .set(draft_files::authenticity.eq(authenticity.name()))
        .execute(c)?);
    Ok(())
}

/// Stores the readable body of a draft's file anew, and how it is made.
///
/// # Errors
/// A database that cannot be written.
pub fn set_body(conn: &mut Conn, draft: DraftId, file: &DraftFile) -> Result<()> {
    let row = draft_files::table
        .filter(draft_files::draft_id.eq(draft.to_string()))
        .filter(draft_files::id.eq(file.id.to_string()));
    on_engine!(conn, c => diesel::update(row)
        .set((draft_files::body.eq(&file.body), draft_files::recipe.eq(&file.recipe)))
        .execute(c)?);
    Ok(())
}

/// Where a file stands in drafts.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn with_file(conn: &mut Conn, checksum: Checksum) -> Result<Vec<(DraftId, AttachmentId)>> {
    let rows: Vec<(String, String)> = on_engine!(conn, c => draft_files::table
        .filter(draft_files::sha256.eq(checksum.to_string()))
        .order((draft_files::draft_id, draft_files::id))
        .select((draft_files::draft_id, draft_files::id))
        .load(c)?);
    let place = |(draft, file): &(String, String)| {
        Ok((stored::id("draft_files.draft_id", draft)?, stored::id("draft_files.id", file)?))
    };
    rows.iter().map(place).collect()
}

/// Takes a file out of a draft.
///
/// # Errors
/// A database that cannot be written.
pub fn remove_file(conn: &mut Conn, draft: DraftId, file: AttachmentId) -> Result<()> {
    let row = draft_files::table
        .filter(draft_files::draft_id.eq(draft.to_string()))
        .filter(draft_files::id.eq(file.to_string()));
    on_engine!(conn, c => diesel::delete(row).execute(c)?);
    Ok(())
}

/// Deletes a draft with its files' rows; the bytes stay in the store.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, id: DraftId) -> Result<()> {
    on_engine!(conn, c => diesel::delete(drafts::table.find(id.to_string())).execute(c)?);
    Ok(())
}
