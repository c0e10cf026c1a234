//! Many agreements that came at once: the files, whose they are, and the drafts that were made of them.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{intake_files as files, intake_rows as rows, intakes};
use super::stored;
use crate::domain::ids::{DocumentId, DraftId, OrganizationId};
use crate::domain::{Checksum, Instant, Lang};

/// A delivery of many agreements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// Its name in addresses.
    pub id: String,
    /// Who sent it.
    pub made_by: String,
    /// When it came.
    pub made_at: Instant,
    /// Whether every file was looked at.
    pub is_ready: bool,
    /// What its table says, as it is stored.
    pub dates: String,
}

/// A file of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeFile {
    /// Its place in the delivery, from 1.
    pub ordinal: usize,
    /// Its name, with the folders in which it lay.
    pub name: String,
    /// Its bytes in the file store; none where they were not kept.
    pub checksum: Option<Checksum>,
    /// Whose it is, once that is known.
    pub organization: Option<OrganizationId>,
    /// Its language, once that is known.
    pub lang: Option<Lang>,
    /// What is wrong with it, as it is stored; empty where nothing is.
    pub problem: String,
}

/// What became of the files of one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeRow {
    /// Whose they are.
    pub organization: OrganizationId,
    /// The document that they belong to.
    pub document: DocumentId,
    /// Whether it was made for them.
    pub is_new_document: bool,
    /// The draft that was made of them; none where there was nothing to do.
    pub draft: Option<DraftId>,
    /// What was found in them, as it is stored.
    pub found: String,
    /// How often the draft was changed since.
    pub changes: u64,
    /// The ordinal of the edition that they became.
    pub edition: Option<u32>,
    /// Whether a person changed the draft since.
    pub is_in_hand: bool,
}

type Row = (String, String, i64, Option<String>, String, i64, Option<i64>, i64);

/// The columns of a row, as they are read.
type Columns = (
    rows::organization_id,
    rows::document_id,
    rows::is_new_document,
    rows::draft_id,
    rows::found,
    rows::changes,
    rows::edition,
    rows::is_in_hand,
);

const COLUMNS: Columns = (
    rows::organization_id,
    rows::document_id,
    rows::is_new_document,
    rows::draft_id,
    rows::found,
    rows::changes,
    rows::edition,
    rows::is_in_hand,
);

/// Inserts a delivery with its files, which is prepared by whoever inserts it until a moment.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(
    conn: &mut Conn,
    intake: &Intake,
    (key, until): (Checksum, Instant),
    all: &[IntakeFile],
) -> Result<()> {
    let row = (
        intakes::id.eq(&intake.id),
        intakes::key.eq(key.to_string()),
        intakes::made_by.eq(&intake.made_by),
        intakes::made_at_us.eq(intake.made_at.as_microsecond()),
        intakes::dates.eq(&intake.dates),
        intakes::taken_until_us.eq(until.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(intakes::table).values(row).execute(c)?);
    for file in all {
        let row = (
            files::intake_id.eq(&intake.id),
            files::ordinal.eq(stored::count(file.ordinal)),
            files::name.eq(&file.name),
            files::sha256.eq(file.checksum.map(|sum| sum.to_string()).unwrap_or_default()),
            files::organization_id.eq(file.organization.map(|id| id.to_string())),
            files::lang.eq(file.lang.map(Lang::tag).unwrap_or_default()),
            files::problem.eq(&file.problem),
        );
        on_engine!(conn, c => diesel::insert_into(files::table).values(row).execute(c)?);
    }
    Ok(())
}

/// The name of the delivery with this key.
///
/// # Errors
/// A database that cannot be read.
pub fn with_key(conn: &mut Conn, key: Checksum) -> Result<Option<String>> {
    let of_key = intakes::table.filter(intakes::key.eq(key.to_string())).select(intakes::id);
    Ok(on_engine!(conn, c => of_key.first(c).optional()?))
}

/// A delivery.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, id: &str) -> Result<Option<Intake>> {
    Ok(list(conn, Some(id))?.into_iter().next())
}

/// Every delivery, the newest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn all(conn: &mut Conn) -> Result<Vec<Intake>> {
    list(conn, None)
}

fn list(conn: &mut Conn, id: Option<&str>) -> Result<Vec<Intake>> {
    type Found = (String, String, i64, i64, String);
    let columns = (intakes::id, intakes::made_by, intakes::made_at_us, intakes::is_ready, intakes::dates);
    let found: Vec<Found> = on_engine!(conn, c => {
        let all = intakes::table.select(columns).order((intakes::made_at_us.desc(), intakes::id));
        match id {
            Some(id) => all.filter(intakes::id.eq(id)).load(c)?,
            None => all.load(c)?,
        }
    });
    let intake = |(id, made_by, made_at_us, is_ready, dates)| {
        let made_at = stored::instant("intakes.made_at_us", made_at_us)?;
        Ok(Intake { id, made_by, made_at, is_ready: is_ready != 0, dates })
    };
    found.into_iter().map(intake).collect()
}

/// The delivery that has waited longest and that nobody prepares at this moment.
///
/// # Errors
/// A database that cannot be read.
pub fn waiting(conn: &mut Conn, now: Instant) -> Result<Option<String>> {
    let free = intakes::table
        .filter(intakes::is_ready.eq(0))
        .filter(intakes::taken_until_us.lt(now.as_microsecond()))
        .order((intakes::made_at_us, intakes::id))
        .select(intakes::id);
    Ok(on_engine!(conn, c => free.first(c).optional()?))
}

/// Takes a delivery until a moment; says whether it was free.
///
/// # Errors
/// A database that cannot be written.
pub fn take(conn: &mut Conn, id: &str, (now, until): (Instant, Instant)) -> Result<bool> {
    let free = intakes::table
        .filter(intakes::id.eq(id))
        .filter(intakes::is_ready.eq(0))
        .filter(intakes::taken_until_us.lt(now.as_microsecond()));
    let taken = on_engine!(conn, c => diesel::update(free)
        .set(intakes::taken_until_us.eq(until.as_microsecond()))
        .execute(c)?);
    Ok(taken > 0)
}

/// Goes on preparing a delivery until a moment.
///
/// # Errors
/// A database that cannot be written.
pub fn hold(conn: &mut Conn, id: &str, until: Instant) -> Result<()> {
    let own = intakes::table.find(id);
    on_engine!(conn, c => diesel::update(own)
        .set(intakes::taken_until_us.eq(until.as_microsecond()))
        .execute(c)?);
    Ok(())
}

/// Notes that every file was looked at: what is good of them is held by drafts.
///
/// # Errors
/// A database that cannot be written.
pub fn set_ready(conn: &mut Conn, id: &str) -> Result<()> {
    let own = intakes::table.find(id);
    on_engine!(conn, c => diesel::update(own).set(intakes::is_ready.eq(1)).execute(c)?);
    let own = files::table.filter(files::intake_id.eq(id));
    on_engine!(conn, c => diesel::update(own).set(files::sha256.eq("")).execute(c)?);
    Ok(())
}

/// Lets go of a delivery with its files and rows; drafts stay.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, id: &str) -> Result<()> {
    on_engine!(conn, c => diesel::delete(intakes::table.find(id)).execute(c)?);
    Ok(())
}

/// The files of a delivery, in its order.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn files(conn: &mut Conn, id: &str) -> Result<Vec<IntakeFile>> {
    type Found = (i64, String, String, Option<String>, String, String);
    let columns =
        (files::ordinal, files::name, files::sha256, files::organization_id, files::lang, files::problem);
    let found: Vec<Found> = on_engine!(conn, c => files::table
        .filter(files::intake_id.eq(id))
        .order(files::ordinal)
        .select(columns)
        .load(c)?);
    let file = |(ordinal, name, sha256, organization, lang, problem): Found| {
        let checksum = Some(sha256).filter(|sha256| !sha256.is_empty());
        let checksum = checksum.map(|sha256| stored::checksum("intake_files.sha256", &sha256)).transpose()?;
        let organization =
            organization.map(|id| stored::id("intake_files.organization_id", &id)).transpose()?;
        let lang = Lang::parse(&lang);
        let ordinal = stored::number("intake_files.ordinal", ordinal)?;
        Ok(IntakeFile { ordinal, name, checksum, organization, lang, problem })
    };
    found.into_iter().map(file).collect()
}

/// Notes whose a file is, or what is wrong with it, and whether its bytes are still kept for the delivery.
///
/// # Errors
/// A database that cannot be written.
pub fn set_file(conn: &mut Conn, id: &str, file: &IntakeFile) -> Result<()> {
    let own = files::table.find((id, stored::count(file.ordinal)));
    on_engine!(conn, c => diesel::update(own)
        .set((
            files::sha256.eq(file.checksum.map(|sum| sum.to_string()).unwrap_or_default()),
            files::organization_id.eq(file.organization.map(|id| id.to_string())),
            files::lang.eq(file.lang.map(Lang::tag).unwrap_or_default()),
            files::problem.eq(&file.problem),
        ))
        .execute(c)?);
    Ok(())
}

/// The rows of a delivery.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn rows(conn: &mut Conn, id: &str) -> Result<Vec<IntakeRow>> {
    let found: Vec<Row> = on_engine!(conn, c => rows::table
        .filter(rows::intake_id.eq(id))
        .order(rows::organization_id)
        .select(COLUMNS)
        .load(c)?);
    found.into_iter().map(row).collect()
}

/// The rows about a document, and those with one of these drafts, each with the name of its delivery.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn rows_about(
    conn: &mut Conn,
    document: DocumentId,
    drafts: &[DraftId],
) -> Result<Vec<(String, IntakeRow)>> {
    let drafts: Vec<String> = drafts.iter().map(ToString::to_string).collect();
    let found: Vec<(String, Row)> = on_engine!(conn, c => rows::table
        .filter(rows::document_id.eq(document.to_string()).or(rows::draft_id.eq_any(drafts)))
        .order((rows::intake_id, rows::organization_id))
        .select((rows::intake_id, COLUMNS))
        .load(c)?);
    found.into_iter().map(|(intake, found)| Ok((intake, row(found)?))).collect()
}

fn row((organization, document, is_new, draft, found, changes, edition, in_hand): Row) -> Result<IntakeRow> {
    Ok(IntakeRow {
        organization: stored::id("intake_rows.organization_id", &organization)?,
        document: stored::id("intake_rows.document_id", &document)?,
        is_new_document: is_new != 0,
        draft: draft.map(|id| stored::id("intake_rows.draft_id", &id)).transpose()?,
        found,
        changes: stored::number("intake_rows.changes", changes)?,
        edition: edition.map(|ordinal| stored::number("intake_rows.edition", ordinal)).transpose()?,
        is_in_hand: in_hand != 0,
    })
}

/// Adds a row.
///
/// # Errors
/// A database that cannot be written.
pub fn add_row(conn: &mut Conn, id: &str, row: &IntakeRow) -> Result<()> {
    let row = (
        rows::intake_id.eq(id),
        rows::organization_id.eq(row.organization.to_string()),
        rows::document_id.eq(row.document.to_string()),
        rows::is_new_document.eq(i64::from(row.is_new_document)),
        rows::draft_id.eq(row.draft.map(|id| id.to_string())),
        rows::found.eq(&row.found),
        rows::changes.eq(0),
        rows::edition.eq(row.edition.map(i64::from)),
    );
    on_engine!(conn, c => diesel::insert_into(rows::table).values(row).execute(c)?);
    Ok(())
}

/// Notes that a draft was changed, if it belongs to a delivery: what was found in it may be another thing now.
///
/// # Errors
/// A database that cannot be written.
pub fn note_changed(conn: &mut Conn, draft: DraftId) -> Result<()> {
    let own = rows::table.filter(rows::draft_id.eq(draft.to_string()));
    on_engine!(conn, c => diesel::update(own).set(rows::changes.eq(rows::changes + 1)).execute(c)?);
    Ok(())
}

/// Notes that a person changed a draft, if it belongs to a delivery.
///
/// # Errors
/// A database that cannot be written.
pub fn take_in_hand(conn: &mut Conn, draft: DraftId) -> Result<()> {
    let own = rows::table.filter(rows::draft_id.eq(draft.to_string()));
    on_engine!(conn, c => diesel::update(own).set(rows::is_in_hand.eq(1)).execute(c)?);
    Ok(())
}

/// Stores anew what was found in the files of an organization.
///
/// # Errors
/// A database that cannot be written.
pub fn set_found(conn: &mut Conn, id: &str, organization: OrganizationId, found: &str) -> Result<()> {
    let own = rows::table.find((id, organization.to_string()));
    on_engine!(conn, c => diesel::update(own).set(rows::found.eq(found)).execute(c)?);
    Ok(())
}

/// Clears what a file was called, and what was wrong with it.
///
/// # Errors
/// A database that cannot be written.
pub fn clear_name(conn: &mut Conn, id: &str, ordinal: usize) -> Result<()> {
    let own = files::table.find((id, stored::count(ordinal)));
    on_engine!(conn, c => diesel::update(own).set((files::name.eq(""), files::problem.eq(""))).execute(c)?);
    Ok(())
}

/// Notes which edition a draft became, if it belongs to a delivery.
///
/// # Errors
/// A database that cannot be written.
pub fn note_published(conn: &mut Conn, draft: DraftId, edition: u32) -> Result<()> {
    let own = rows::table.filter(rows::draft_id.eq(draft.to_string()));
    on_engine!(conn, c => diesel::update(own).set(rows::edition.eq(i64::from(edition))).execute(c)?);
    Ok(())
}
