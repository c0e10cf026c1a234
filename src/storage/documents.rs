//! Documents, without their versions.

use std::collections::HashMap;

use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::connection::Conn;
use super::error::Result;
use super::schema::versions as versions_table;
use super::schema::{documents, drafts, opened_documents, organizations};
use super::{answers, stored, versions};
use crate::domain::document::{AppliesTo, Document};
use crate::domain::document_kind::DocumentKind;
use crate::domain::draft::drafts_begun_before;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::lang::{Lang, Trilingual};
use crate::domain::listing::ReadingWanted;
use crate::domain::{Code, Day, Instant};

/// Documents that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

#[derive(Queryable, Insertable)]
#[diesel(table_name = documents)]
struct Row {
    id: String,
    code: String,
    owner_id: String,
    kind: String,
    title_kk: String,
    title_ru: String,
    title_en: String,
    concerns_kk: String,
    concerns_ru: String,
    concerns_en: String,
    applies_to: String,
    successor_id: Option<String>,
    created_at_us: i64,
    short_kk: String,
    short_ru: String,
    short_en: String,
}

/// Which documents are listed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The kind; none for all.
    pub kind: Option<DocumentKind>,
    /// Whose they are; none for all.
    pub owner: Option<OrganizationId>,
    /// The district of their owner; an empty one stands for none.
    pub district: Option<String>,
    /// The kind of their owner; an empty one stands for none.
    pub owner_kind: Option<String>,
    /// How they are read on a day; none for all.
    pub reading: Option<(ReadingWanted, Day)>,
    /// Only agreements whose dates may ask something.
    pub dated: Option<Dated>,
    /// Only these.
    pub among: Option<Vec<DocumentId>>,
    /// Only those that were added after this one.
    pub after: Option<DocumentId>,
}

/// Agreements with an edition whose term ends within some days, or that was signed since a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The first and the last end.
    pub ends: (Day, Day),
    /// The day.
    pub signed_since: Day,
}

/// The query that a filter stands for.
macro_rules! filtered {
    ($filter:expr, $after:expr) => {{
        let filter: &Filter = $filter;
        let mut query = documents::table.into_boxed();
        if let Some(kind) = filter.kind {
            query = query.filter(documents::kind.eq(kind.name()));
        }
        if let Some(owner) = filter.owner {
            query = query.filter(documents::owner_id.eq(owner.to_string()));
        }
        if filter.district.is_some() || filter.owner_kind.is_some() {
            let mut owners = organizations::table.select(organizations::id).into_boxed();
            if let Some(district) = &filter.district {
                owners = owners.filter(organizations::district.eq(district));
            }
            if let Some(kind) = &filter.owner_kind {
                owners = owners.filter(organizations::kind.eq(kind));
            }
            query = query.filter(documents::owner_id.eq_any(owners));
        }
        match filter.reading {
            None => {}
            Some((ReadingWanted::WithoutText, _)) => {
                let with_text = versions_table::document_id.eq(documents::id);
                query = query.filter(not(exists(versions_table::table.filter(with_text))));
            }
            Some((ReadingWanted::NeverOpened, _)) => {
                let opened = opened_documents::document.eq(documents::code);
                query = query.filter(not(exists(opened_documents::table.filter(opened))));
            }
            Some((ReadingWanted::WithoutKazakh, day)) => {
                query = query.filter(sql::<Bool>(&answers::lacks_text(Lang::Kk, day)));
            }
            Some((ReadingWanted::WithoutRussian, day)) => {
                query = query.filter(sql::<Bool>(&answers::lacks_text(Lang::Ru, day)));
            }
            Some((ReadingWanted::DraftWaits, day)) => {
                let before = drafts_begun_before(day).as_microsecond();
                let waiting = drafts::table.filter(drafts::created_at_us.lt(before));
                query = query.filter(documents::id.eq_any(waiting.select(drafts::document_id)));
            }
        }
        if let Some(Dated { ends: (first, last), signed_since }) = filter.dated {
            let kinds = DocumentKind::ALL.into_iter().filter(|kind| kind.is_agreement());
            let kinds = kinds.map(DocumentKind::name).collect::<Vec<_>>();
            let ends = versions_table::term_end.between(first.to_string(), last.to_string());
            let is_signed = versions_table::signed_on.ge(signed_since.to_string());
            let dated = versions_table::table.filter(ends.or(is_signed)).select(versions_table::document_id);
            query = query.filter(documents::kind.eq_any(kinds)).filter(documents::id.eq_any(dated));
        }
        if let Some(among) = &filter.among {
            let among = among.iter().map(ToString::to_string).collect::<Vec<_>>();
            query = query.filter(documents::id.eq_any(among));
        }
        if let Some((created_at_us, id)) = $after {
            let later = documents::created_at_us.eq(*created_at_us).and(documents::id.gt(id));
            // The first condition is what the index begins with.
            query = query
                .filter(documents::created_at_us.ge(*created_at_us))
                .filter(documents::created_at_us.gt(*created_at_us).or(later));
        }
        query
    }};
}

/// The ids of the documents that a filter lets through, in the order in which they were added, after the first `skip`; at
/// most `most`.
///
/// # Errors
/// A database that cannot be read, or a document to begin after that there is not.
pub fn page(conn: &mut Conn, filter: &Filter, skip: usize, most: usize) -> Result<Vec<DocumentId>> {
    let (skip, most) = (stored::count(skip), stored::count(most));
    let after: Option<(i64, String)> = match filter.after {
        Some(after) => Some(on_engine!(conn, c => documents::table
            .find(after.to_string())
            .select((documents::created_at_us, documents::id))
            .first(c)?)),
        None => None,
    };
    let ids: Vec<String> = on_engine!(conn, c => filtered!(filter, &after)
        .order((documents::created_at_us, documents::id))
        .offset(skip)
        .limit(most)
        .select(documents::id)
        .load(c)?);
    ids.iter().map(|id| stored::id("documents.id", id)).collect()
}

/// How many documents a filter lets through.
///
/// # Errors
/// A database that cannot be read.
pub fn count(conn: &mut Conn, filter: &Filter) -> Result<usize> {
    let nothing: Option<(i64, String)> = None;
    let count: i64 = on_engine!(conn, c => filtered!(filter, &nothing).count().get_result(c)?);
    stored::number("documents", count)
}

/// The ids of the documents that were added last, the latest first; at most `most`.
///
/// # Errors
/// A database that cannot be read.
pub fn newest(conn: &mut Conn, most: usize) -> Result<Vec<DocumentId>> {
    let ids: Vec<String> = on_engine!(conn, c => documents::table
        .order((documents::created_at_us.desc(), documents::id.desc()))
        .limit(stored::count(most))
        .select(documents::id)
        .load(c)?);
    ids.iter().map(|id| stored::id("documents.id", id)).collect()
}

/// The document with this id, without its versions.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, id: DocumentId) -> Result<Option<Document>> {
    let row: Option<Row> = on_engine!(conn, c => documents::table.find(id.to_string()).first(c).optional()?);
    row.map(document).transpose()
}

/// The document to which a code belongs.
///
/// # Errors
/// A database that cannot be read.
pub fn id_of(conn: &mut Conn, code: Code) -> Result<Option<DocumentId>> {
    let own = documents::table.filter(documents::code.eq(code.as_str())).select(documents::id);
    let id: Option<String> = on_engine!(conn, c => own.first(c).optional()?);
    id.map(|id| stored::id("documents.id", &id)).transpose()
}

/// The documents with these ids, with their versions, in the order of creation.
///
/// # Errors
/// A database that cannot be read.
pub fn by_ids(conn: &mut Conn, ids: &[DocumentId]) -> Result<Vec<Document>> {
    let mut rows: Vec<Row> = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let some: Vec<String> = some.iter().map(ToString::to_string).collect();
        rows.extend(
            on_engine!(conn, c => documents::table.filter(documents::id.eq_any(&some)).load::<Row>(c)?),
        );
    }
    rows.sort_by(|a, b| (a.created_at_us, &a.id).cmp(&(b.created_at_us, &b.id)));
    let mut versions = versions::of_documents(conn, ids)?;
    let with_versions = |row| {
        let document = document(row)?;
        let versions = versions.remove(&document.id).unwrap_or_default();
        Ok(Document { versions, ..document })
    };
    rows.into_iter().map(with_versions).collect()
}

/// The ids of the documents that an organization owns, in the order of creation.
///
/// # Errors
/// A database that cannot be read.
pub fn owned(conn: &mut Conn, owner: OrganizationId) -> Result<Vec<DocumentId>> {
    Ok(owned_by(conn, &[owner])?.remove(&owner).unwrap_or_default())
}

/// The ids of the documents that some organizations own, of each in the order of creation.
///
/// # Errors
/// A database that cannot be read.
pub fn owned_by(
    conn: &mut Conn,
    owners: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Vec<DocumentId>>> {
    let mut owned: HashMap<OrganizationId, Vec<DocumentId>> = HashMap::new();
    for some in owners.chunks(AT_ONCE) {
        let some: Vec<String> = some.iter().map(ToString::to_string).collect();
        let rows: Vec<(String, String)> = on_engine!(conn, c => documents::table
            .filter(documents::owner_id.eq_any(&some))
            .order((documents::created_at_us, documents::id))
            .select((documents::owner_id, documents::id))
            .load(c)?);
        for (owner, id) in rows {
            let owner = stored::id("documents.owner_id", &owner)?;
            owned.entry(owner).or_default().push(stored::id("documents.id", &id)?);
        }
    }
    Ok(owned)
}

/// The documents of a kind that an organization has, without their versions, oldest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_owner(conn: &mut Conn, owner: OrganizationId, kind: DocumentKind) -> Result<Vec<Document>> {
    let rows: Vec<Row> = on_engine!(conn, c => documents::table
        .filter(documents::owner_id.eq(owner.to_string()))
        .filter(documents::kind.eq(kind.name()))
        .order(documents::created_at_us)
        .load(c)?);
    rows.into_iter().map(document).collect()
}

fn document(row: Row) -> Result<Document> {
    Ok(Document {
        id: stored::id("documents.id", &row.id)?,
        code: stored::code("documents.code", &row.code)?,
        owner: stored::id("documents.owner_id", &row.owner_id)?,
        kind: stored::named("documents.kind", &row.kind, DocumentKind::parse)?,
        titles: Trilingual::new(&row.title_kk, &row.title_ru, &row.title_en),
        concerns: Trilingual::new(&row.concerns_kk, &row.concerns_ru, &row.concerns_en),
        short_titles: Trilingual::new(&row.short_kk, &row.short_ru, &row.short_en),
        applies_to: stored::named("documents.applies_to", &row.applies_to, AppliesTo::parse)?,
        successor: row.successor_id.map(|id| stored::id("documents.successor_id", &id)).transpose()?,
        versions: Vec::new(),
    })
}

fn part(texts: &Trilingual, lang: Lang) -> String {
    texts.get(lang).unwrap_or_default().to_owned()
}

/// Inserts documents.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, added: &[Document], now: Instant) -> Result<()> {
    let row = |document: &Document| Row {
        id: document.id.to_string(),
        code: document.code.to_string(),
        owner_id: document.owner.to_string(),
        kind: document.kind.name().to_owned(),
        title_kk: part(&document.titles, Lang::Kk),
        title_ru: part(&document.titles, Lang::Ru),
        title_en: part(&document.titles, Lang::En),
        concerns_kk: part(&document.concerns, Lang::Kk),
        concerns_ru: part(&document.concerns, Lang::Ru),
        concerns_en: part(&document.concerns, Lang::En),
        applies_to: document.applies_to.to_text(),
        successor_id: document.successor.map(|id| id.to_string()),
        created_at_us: now.as_microsecond(),
        short_kk: part(&document.short_titles, Lang::Kk),
        short_ru: part(&document.short_titles, Lang::Ru),
        short_en: part(&document.short_titles, Lang::En),
    };
    let rows: Vec<Row> = added.iter().map(row).collect();
    insert_rows!(conn, documents::table, &rows);
    Ok(())
}

/// Whether another document names this one as what took its place.
///
/// # Errors
/// A database that cannot be read.
pub fn is_successor(conn: &mut Conn, id: DocumentId) -> Result<bool> {
    let naming = documents::table.filter(documents::successor_id.eq(id.to_string()));
    let count: i64 = on_engine!(conn, c => naming.count().get_result(c)?);
    Ok(count > 0)
}

/// Deletes a document that has neither versions nor drafts.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, id: DocumentId) -> Result<()> {
    on_engine!(conn, c => diesel::delete(documents::table.find(id.to_string())).execute(c)?);
    Ok(())
}

/// Changes titles, whom it concerns, to whom it applies and the successor.
///
/// # Errors
/// A database that cannot be written.
pub fn update(conn: &mut Conn, document: &Document) -> Result<()> {
    on_engine!(conn, c => diesel::update(documents::table.find(document.id.to_string()))
        .set((
            documents::title_kk.eq(part(&document.titles, Lang::Kk)),
            documents::title_ru.eq(part(&document.titles, Lang::Ru)),
            documents::title_en.eq(part(&document.titles, Lang::En)),
            documents::concerns_kk.eq(part(&document.concerns, Lang::Kk)),
            documents::concerns_ru.eq(part(&document.concerns, Lang::Ru)),
            documents::concerns_en.eq(part(&document.concerns, Lang::En)),
            documents::short_kk.eq(part(&document.short_titles, Lang::Kk)),
            documents::short_ru.eq(part(&document.short_titles, Lang::Ru)),
            documents::short_en.eq(part(&document.short_titles, Lang::En)),
            documents::applies_to.eq(document.applies_to.to_text()),
            documents::successor_id.eq(document.successor.map(|id| id.to_string())),
        ))
        .execute(c)?);
    Ok(())
}

/// The code of a document.
///
/// # Errors
/// No such document, or a database that cannot be read.
pub fn code_of(conn: &mut Conn, id: DocumentId) -> Result<Code> {
    let code: String =
        on_engine!(conn, c => documents::table.find(id.to_string()).select(documents::code).first(c)?);
    stored::code("documents.code", &code)
}
