//! Four eyes: who asked for the look at a draft, and what another person said of an edition.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{drafts, looks, second_looks, versions};
use super::stored;
use crate::domain::Instant;
use crate::domain::four_eyes::{Asked, LookVerdict, SecondLook};
use crate::domain::ids::{DocumentId, DraftId, VersionId};

/// Who asked for the look at a draft.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn asked(conn: &mut Conn, draft: DraftId) -> Result<Option<Asked>> {
    let row: Option<(String, i64, String)> = on_engine!(conn, c => looks::table
        .find(draft.to_string())
        .select((looks::asked_by, looks::asked_at_us, looks::seen_state))
        .first(c)
        .optional()?);
    row.map(|(by, at, state)| Ok(Asked { by, at: stored::instant("looks.asked_at_us", at)?, state }))
        .transpose()
}

/// Keeps that somebody asked for it, in place of who asked before.
///
/// # Errors
/// A database that cannot be written.
pub fn ask(conn: &mut Conn, draft: DraftId, asked: &Asked) -> Result<()> {
    let id = draft.to_string();
    let row = (
        looks::draft_id.eq(&id),
        looks::asked_by.eq(&asked.by),
        looks::asked_at_us.eq(asked.at.as_microsecond()),
        looks::seen_state.eq(&asked.state),
    );
    forget(conn, draft)?;
    on_engine!(conn, c => diesel::insert_into(looks::table).values(row).execute(c)?);
    Ok(())
}

/// Forgets that somebody asked for it.
///
/// # Errors
/// A database that cannot be written.
pub fn forget(conn: &mut Conn, draft: DraftId) -> Result<()> {
    on_engine!(conn, c => diesel::delete(looks::table.find(draft.to_string())).execute(c)?);
    Ok(())
}

/// The drafts for which somebody asked, with their documents, oldest first; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn all_asked(conn: &mut Conn, most: usize) -> Result<Vec<(DraftId, DocumentId, Asked)>> {
    type Row = (String, String, String, i64, String);
    let rows: Vec<Row> = on_engine!(conn, c => looks::table
        .inner_join(drafts::table)
        .order((looks::asked_at_us, looks::draft_id))
        .select((drafts::id, drafts::document_id, looks::asked_by, looks::asked_at_us, looks::seen_state))
        .limit(stored::count(most))
        .load(c)?);
    let read = |(draft, document, by, at, state): Row| {
        let asked = Asked { by, at: stored::instant("looks.asked_at_us", at)?, state };
        Ok((stored::id("drafts.id", &draft)?, stored::id("drafts.document_id", &document)?, asked))
    };
    rows.into_iter().map(read).collect()
}

/// Notes that an edition was published, and waits for another person.
///
/// # Errors
/// A database that cannot be written.
pub fn await_second(conn: &mut Conn, version: VersionId, by: &str, now: Instant) -> Result<()> {
    let row = (
        second_looks::version_id.eq(version.to_string()),
        second_looks::published_by.eq(by),
        second_looks::since_us.eq(now.as_microsecond()),
        second_looks::verdict.eq(LookVerdict::Due.name()),
    );
    on_engine!(conn, c => diesel::insert_into(second_looks::table).values(row).execute(c)?);
    Ok(())
}

type SecondRow = (String, String, i64, String, String);

fn second(row: SecondRow) -> Result<(VersionId, SecondLook)> {
    let (version, published_by, since, verdict, doubt) = row;
    let look = SecondLook {
        published_by,
        since: stored::instant("second_looks.since_us", since)?,
        verdict: stored::named("second_looks.verdict", &verdict, LookVerdict::parse)?,
        doubt,
    };
    Ok((stored::id("second_looks.version_id", &version)?, look))
}

/// The columns of a second look, as they are read.
type Columns = (
    second_looks::version_id,
    second_looks::published_by,
    second_looks::since_us,
    second_looks::verdict,
    second_looks::doubt,
);

const COLUMNS: Columns = (
    second_looks::version_id,
    second_looks::published_by,
    second_looks::since_us,
    second_looks::verdict,
    second_looks::doubt,
);

/// The second look at an edition; none where it needs none.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn second_of(conn: &mut Conn, version: VersionId) -> Result<Option<SecondLook>> {
    let row: Option<SecondRow> = on_engine!(conn, c => second_looks::table
        .find(version.to_string())
        .select(COLUMNS)
        .first(c)
        .optional()?);
    Ok(row.map(second).transpose()?.map(|(_, look)| look))
}

/// The second looks that a document's editions wait for, or in which a doubt was raised.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn open_of(conn: &mut Conn, document: DocumentId) -> Result<Vec<(VersionId, SecondLook)>> {
    let rows: Vec<SecondRow> = on_engine!(conn, c => second_looks::table
        .inner_join(versions::table)
        .filter(versions::document_id.eq(document.to_string()))
        .filter(second_looks::verdict.ne(LookVerdict::Confirmed.name()))
        .select(COLUMNS)
        .load(c)?);
    rows.into_iter().map(second).collect()
}

/// The documents with such editions, those that have waited longest first; at most `most` editions are looked at.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn open(conn: &mut Conn, most: usize) -> Result<Vec<(DocumentId, VersionId, SecondLook)>> {
    let rows: Vec<(String, SecondRow)> = on_engine!(conn, c => second_looks::table
        .inner_join(versions::table)
        .filter(second_looks::verdict.ne(LookVerdict::Confirmed.name()))
        .order((second_looks::since_us, second_looks::version_id))
        .limit(stored::count(most))
        .select((versions::document_id, COLUMNS))
        .load(c)?);
    let read = |(document, row): (String, SecondRow)| {
        let (version, look) = second(row)?;
        Ok((stored::id("versions.document_id", &document)?, version, look))
    };
    rows.into_iter().map(read).collect()
}

/// Keeps what a person said of an edition.
///
/// # Errors
/// A database that cannot be written.
pub fn judge(
    conn: &mut Conn,
    version: VersionId,
    (by, now): (&str, Instant),
    (verdict, doubt): (LookVerdict, &str),
) -> Result<()> {
    on_engine!(conn, c => diesel::update(second_looks::table.find(version.to_string()))
        .set((
            second_looks::verdict.eq(verdict.name()),
            second_looks::looked_by.eq(by),
            second_looks::looked_at_us.eq(now.as_microsecond()),
            second_looks::doubt.eq(doubt),
        ))
        .execute(c)?);
    Ok(())
}
