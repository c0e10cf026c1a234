//! What schools propose, and the files of it until a draft has them.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{proposal_files, proposals};
use super::stored;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::{DocumentId, DraftId, OrganizationId};
use crate::domain::media::Media;
use crate::domain::proposal::{Outcome, Proposal};
use crate::domain::version::File;
use crate::domain::{Instant, Lang};

/// A text of a proposal.
#[derive(Debug, Clone)]
pub struct ProposedText {
    /// The language, as the school says.
    pub lang: Lang,
    /// The file.
    pub file: File,
    /// How the body is made from it, as it is stored.
    pub recipe: String,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = proposals)]
struct Row {
    id: String,
    organization_id: String,
    document_id: Option<String>,
    kind: String,
    effective_from: Option<String>,
    note: String,
    proposed_by: String,
    proposed_at_us: i64,
    draft_id: Option<String>,
    ordinal: Option<i64>,
    reason: Option<String>,
    settled_at_us: Option<i64>,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = proposal_files)]
struct FileRow {
    proposal_id: String,
    lang: String,
    sha256: String,
    size_bytes: i64,
    media_type: String,
    file_name: String,
    recipe: String,
}

fn proposal(row: Row) -> Result<Proposal> {
    let ordinal = row.ordinal.map(|ordinal| stored::number("proposals.ordinal", ordinal)).transpose()?;
    let outcome = ordinal.map(Outcome::Published).or(row.reason.map(Outcome::Declined));
    let id = |column, id: Option<String>| id.map(|id| stored::id(column, &id)).transpose();
    Ok(Proposal {
        id: row.id,
        organization: stored::id("proposals.organization_id", &row.organization_id)?,
        document: id("proposals.document_id", row.document_id)?,
        kind: stored::named("proposals.kind", &row.kind, DocumentKind::parse)?,
        effective_from: stored::optional_day("proposals.effective_from", row.effective_from.as_deref())?,
        note: row.note,
        proposed_by: row.proposed_by,
        proposed_at: stored::instant("proposals.proposed_at_us", row.proposed_at_us)?,
        draft: row.draft_id.map(|id| stored::id("proposals.draft_id", &id)).transpose()?,
        outcome,
    })
}

/// Keeps a proposal that is open.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, proposal: &Proposal) -> Result<()> {
    let row = Row {
        id: proposal.id.clone(),
        organization_id: proposal.organization.to_string(),
        document_id: proposal.document.map(|id| id.to_string()),
        kind: proposal.kind.name().to_owned(),
        effective_from: proposal.effective_from.map(|day| day.to_string()),
        note: proposal.note.clone(),
        proposed_by: proposal.proposed_by.clone(),
        proposed_at_us: proposal.proposed_at.as_microsecond(),
        draft_id: proposal.draft.map(|id| id.to_string()),
        ordinal: None,
        reason: None,
        settled_at_us: None,
    };
    on_engine!(conn, c => diesel::insert_into(proposals::table).values(&row).execute(c)?);
    Ok(())
}

/// Keeps a text of it.
///
/// # Errors
/// A database that cannot be written.
pub fn put_text(conn: &mut Conn, proposal: &str, text: &ProposedText) -> Result<()> {
    let row = FileRow {
        proposal_id: proposal.to_owned(),
        lang: text.lang.tag().to_owned(),
        sha256: text.file.checksum.to_string(),
        size_bytes: i64::try_from(text.file.size_bytes).unwrap_or(i64::MAX),
        media_type: text.file.media.media_type().to_owned(),
        file_name: text.file.name.clone(),
        recipe: text.recipe.clone(),
    };
    on_engine!(conn, c => diesel::insert_into(proposal_files::table).values(&row).execute(c)?);
    Ok(())
}

/// The texts of a proposal that no draft has yet, by language.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn texts(conn: &mut Conn, proposal: &str) -> Result<Vec<ProposedText>> {
    let rows: Vec<FileRow> = on_engine!(conn, c => proposal_files::table
        .filter(proposal_files::proposal_id.eq(proposal))
        .order(proposal_files::lang)
        .load(c)?);
    let text = |row: FileRow| {
        Ok(ProposedText {
            lang: stored::named("proposal_files.lang", &row.lang, Lang::parse)?,
            file: File {
                checksum: stored::checksum("proposal_files.sha256", &row.sha256)?,
                size_bytes: stored::number("proposal_files.size_bytes", row.size_bytes)?,
                media: stored::named("proposal_files.media_type", &row.media_type, Media::parse)?,
                name: row.file_name,
            },
            recipe: row.recipe,
        })
    };
    rows.into_iter().map(text).collect()
}

/// The proposal with this identifier.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, id: &str) -> Result<Option<Proposal>> {
    let row: Option<Row> = on_engine!(conn, c => proposals::table.find(id).first(c).optional()?);
    row.map(proposal).transpose()
}

/// The proposal of which a draft was made.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_draft(conn: &mut Conn, draft: DraftId) -> Result<Option<Proposal>> {
    let of = proposals::table.filter(proposals::draft_id.eq(draft.to_string()));
    let row: Option<Row> = on_engine!(conn, c => of.first(c).optional()?);
    row.map(proposal).transpose()
}

/// The proposals of an organization, the latest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_organization(conn: &mut Conn, organization: OrganizationId) -> Result<Vec<Proposal>> {
    let own = proposals::table.filter(proposals::organization_id.eq(organization.to_string()));
    let rows: Vec<Row> =
        on_engine!(conn, c => own.order((proposals::proposed_at_us.desc(), proposals::id)).load(c)?);
    rows.into_iter().map(proposal).collect()
}

/// Whether a proposal about a document is open.
///
/// # Errors
/// A database that cannot be read.
pub fn has_open(conn: &mut Conn, document: DocumentId) -> Result<bool> {
    let open = proposals::table
        .filter(proposals::document_id.eq(document.to_string()))
        .filter(proposals::settled_at_us.is_null());
    Ok(on_engine!(conn, c => diesel::select(diesel::dsl::exists(open)).get_result(c)?))
}

/// The proposals that are open, oldest first; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn open(conn: &mut Conn, most: usize) -> Result<Vec<Proposal>> {
    let rows: Vec<Row> = on_engine!(conn, c => proposals::table
        .filter(proposals::settled_at_us.is_null())
        .order((proposals::proposed_at_us, proposals::id))
        .limit(stored::count(most))
        .load(c)?);
    rows.into_iter().map(proposal).collect()
}

/// Notes that a draft of a document was made of it, which has its files now.
///
/// # Errors
/// A database that cannot be written.
pub fn set_draft(conn: &mut Conn, id: &str, document: DocumentId, draft: DraftId) -> Result<()> {
    on_engine!(conn, c => diesel::update(proposals::table.find(id))
        .set((
            proposals::document_id.eq(document.to_string()),
            proposals::draft_id.eq(draft.to_string()),
        ))
        .execute(c)?);
    forget_texts(conn, id)
}

/// Notes how it ended.
///
/// # Errors
/// A database that cannot be written.
pub fn settle(conn: &mut Conn, id: &str, outcome: &Outcome, now: Instant) -> Result<()> {
    let (ordinal, reason) = match outcome {
        Outcome::Published(ordinal) => (Some(i64::from(*ordinal)), None),
        Outcome::Declined(reason) => (None, Some(reason)),
    };
    on_engine!(conn, c => diesel::update(proposals::table.find(id))
        .set((
            proposals::ordinal.eq(ordinal),
            proposals::reason.eq(reason),
            proposals::settled_at_us.eq(now.as_microsecond()),
        ))
        .execute(c)?);
    forget_texts(conn, id)
}

fn forget_texts(conn: &mut Conn, id: &str) -> Result<()> {
    let own = proposal_files::table.filter(proposal_files::proposal_id.eq(id));
    on_engine!(conn, c => diesel::delete(own).execute(c)?);
    Ok(())
}

/// Erases the proposals that ended before an instant, at most `most` of them; says how many that were.
///
/// # Errors
/// A database that cannot be written.
pub fn erase_settled_before(conn: &mut Conn, before: Instant, most: usize) -> Result<usize> {
    let over: Vec<String> = on_engine!(conn, c => proposals::table
        .filter(proposals::settled_at_us.lt(before.as_microsecond()))
        .order(proposals::settled_at_us)
        .limit(stored::count(most))
        .select(proposals::id)
        .load(c)?);
    let gone = proposals::table.filter(proposals::id.eq_any(&over));
    Ok(on_engine!(conn, c => diesel::delete(gone).execute(c)?))
}
