//! Versions with their texts, attachments and facts. All of it is append-only.

use std::collections::{BTreeMap, HashMap};

use diesel::dsl::max;
use diesel::prelude::*;

use super::connection::Conn;
use super::error::{Error, Result};
use super::schema::{attachments, facts, files, texts, versions};
use super::stored;
use crate::domain::fact::{Fact, FactDetail, FactField, FactKind, MissingField};
use crate::domain::ids::{DocumentId, VersionId};
use crate::domain::media::Media;
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::version::{Attachment, AttachmentRole, Authenticity, File, Text, Version};
use crate::domain::{Checksum, Instant, Lang};

/// Rows that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

#[derive(Queryable, Insertable)]
#[diesel(table_name = versions)]
struct Row {
    id: String,
    document_id: String,
    ordinal: i64,
    signed_on: Option<String>,
    effective_from: String,
    term_end: Option<String>,
    prolongation: String,
    corrects: Option<i64>,
    published_at_us: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = texts)]
struct TextRow {
    id: String,
    version_id: String,
    lang: String,
    authenticity: String,
    sha256: String,
    file_name: String,
    recorded_at_us: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = attachments)]
struct AttachmentRow {
    id: String,
    version_id: String,
    ordinal: i64,
    title: String,
    dated_on: Option<String>,
    sha256: String,
    file_name: String,
    recorded_at_us: i64,
    role: String,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = facts)]
struct FactRow {
    id: String,
    version_id: String,
    kind: String,
    on_day: Option<String>,
    detail: String,
    salt: String,
    recorded_at_us: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = files)]
struct FileRow {
    sha256: String,
    size_bytes: i64,
    media_type: String,
}

/// The versions of one document, in the order of ordinals.
///
/// # Errors
/// A database that cannot be read.
pub fn of_document(conn: &mut Conn, document: DocumentId) -> Result<Vec<Version>> {
    Ok(of_documents(conn, &[document])?.remove(&document).unwrap_or_default())
}

/// The versions of some documents, each in the order of ordinals.
///
/// # Errors
/// A database that cannot be read.
pub fn of_documents(conn: &mut Conn, documents: &[DocumentId]) -> Result<HashMap<DocumentId, Vec<Version>>> {
    let mut found = HashMap::new();
    for some in documents.chunks(AT_ONCE) {
        let some: Vec<String> = some.iter().map(ToString::to_string).collect();
        let rows: Vec<Row> = on_engine!(conn, c => versions::table
            .filter(versions::document_id.eq_any(&some))
            .order(versions::ordinal)
            .load(c)?);
        found.extend(with_parts(conn, rows)?);
    }
    Ok(found)
}

/// The latest instant at which a version or a fact was recorded; none where there is none.
///
/// # Errors
/// A database that cannot be read.
pub fn latest_record(conn: &mut Conn) -> Result<Option<Instant>> {
    let (published, recorded): (Option<i64>, Option<i64>) = on_engine!(conn, c => (
        versions::table.select(max(versions::published_at_us)).first(c)?,
        facts::table.select(max(facts::recorded_at_us)).first(c)?
    ));
    let latest = published.max(recorded);
    latest.map(|latest| stored::instant("versions.published_at_us", latest)).transpose()
}

/// Versions with all that belongs to them, by their document.
fn with_parts(conn: &mut Conn, rows: Vec<Row>) -> Result<HashMap<DocumentId, Vec<Version>>> {
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let (mut texts, mut attachments, mut facts, mut files) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for some in ids.chunks(AT_ONCE) {
        texts.extend(on_engine!(conn, c => texts::table
            .filter(texts::version_id.eq_any(some))
            .load::<TextRow>(c)?));
        attachments.extend(on_engine!(conn, c => attachments::table
            .filter(attachments::version_id.eq_any(some))
            .order(attachments::ordinal)
            .load::<AttachmentRow>(c)?));
        facts.extend(on_engine!(conn, c => facts::table
            .filter(facts::version_id.eq_any(some))
            .order((facts::recorded_at_us, facts::id))
            .load::<FactRow>(c)?));
    }
    let of_texts = texts.iter().map(|row: &TextRow| row.sha256.as_str());
    let named: Vec<&str> = of_texts.chain(attachments.iter().map(|row| row.sha256.as_str())).collect();
    for some in named.chunks(AT_ONCE) {
        files.extend(
            on_engine!(conn, c => files::table.filter(files::sha256.eq_any(some)).load::<FileRow>(c)?),
        );
    }
    assemble(rows, texts, attachments, facts, files)
}

fn assemble(
    rows: Vec<Row>,
    texts: Vec<TextRow>,
    attachments: Vec<AttachmentRow>,
    facts: Vec<FactRow>,
    files: Vec<FileRow>,
) -> Result<HashMap<DocumentId, Vec<Version>>> {
    let files: HashMap<String, FileRow> = files.into_iter().map(|row| (row.sha256.clone(), row)).collect();
    let mut texts = texts_by_version(texts, &files)?;
    let mut attachments = attachments_by_version(attachments, &files)?;
    let mut facts = facts_by_version(facts)?;
    let mut by_document: HashMap<DocumentId, Vec<Version>> = HashMap::new();
    for row in rows {
        let version = Version {
            id: stored::id("versions.id", &row.id)?,
            ordinal: stored::number("versions.ordinal", row.ordinal)?,
            requisites: requisites(&row)?,
            corrects: row.corrects.map(|ordinal| stored::number("versions.corrects", ordinal)).transpose()?,
            published_at: stored::instant("versions.published_at_us", row.published_at_us)?,
            texts: texts.remove(&row.id).unwrap_or_default(),
            attachments: attachments.remove(&row.id).unwrap_or_default(),
            facts: facts.remove(&row.id).unwrap_or_default(),
        };
        by_document.entry(stored::id("versions.document_id", &row.document_id)?).or_default().push(version);
    }
    Ok(by_document)
}

fn requisites(row: &Row) -> Result<Requisites> {
    Ok(Requisites {
        signed_on: stored::optional_day("versions.signed_on", row.signed_on.as_deref())?,
        effective_from: stored::day("versions.effective_from", &row.effective_from)?,
        term_end: stored::optional_day("versions.term_end", row.term_end.as_deref())?,
        prolongation: stored::named("versions.prolongation", &row.prolongation, Prolongation::parse)?,
    })
}

fn file(stored_files: &HashMap<String, FileRow>, sha256: &str, name: String) -> Result<File> {
    let row = stored_files
        .get(sha256)
        .ok_or_else(|| Error::Corrupt { column: "files.sha256", value: sha256.to_owned() })?;
    Ok(File {
        checksum: stored::checksum("files.sha256", sha256)?,
        size_bytes: stored::number("files.size_bytes", row.size_bytes)?,
        media: stored::named("files.media_type", &row.media_type, Media::parse)?,
        name,
    })
}

fn texts_by_version(
    rows: Vec<TextRow>,
    stored_files: &HashMap<String, FileRow>,
) -> Result<HashMap<String, Vec<Text>>> {
    let mut by_version: HashMap<String, Vec<Text>> = HashMap::new();
    for row in rows {
        let text = Text {
            id: stored::id("texts.id", &row.id)?,
            lang: stored::named("texts.lang", &row.lang, Lang::parse)?,
            authenticity: stored::named("texts.authenticity", &row.authenticity, Authenticity::parse)?,
            file: file(stored_files, &row.sha256, row.file_name)?,
            recorded_at: stored::instant("texts.recorded_at_us", row.recorded_at_us)?,
        };
        by_version.entry(row.version_id).or_default().push(text);
    }
    by_version.values_mut().for_each(|texts| texts.sort_by_key(|text| text.lang));
    Ok(by_version)
}

fn attachments_by_version(
    rows: Vec<AttachmentRow>,
    stored_files: &HashMap<String, FileRow>,
) -> Result<HashMap<String, Vec<Attachment>>> {
    let mut by_version: HashMap<String, Vec<Attachment>> = HashMap::new();
    for row in rows {
        let attachment = Attachment {
            id: stored::id("attachments.id", &row.id)?,
            role: stored::named("attachments.role", &row.role, AttachmentRole::parse)?,
            title: row.title,
            dated_on: stored::optional_day("attachments.dated_on", row.dated_on.as_deref())?,
            file: file(stored_files, &row.sha256, row.file_name)?,
            recorded_at: stored::instant("attachments.recorded_at_us", row.recorded_at_us)?,
        };
        by_version.entry(row.version_id).or_default().push(attachment);
    }
    Ok(by_version)
}

fn facts_by_version(rows: Vec<FactRow>) -> Result<HashMap<String, Vec<Fact>>> {
    let mut by_version: HashMap<String, Vec<Fact>> = HashMap::new();
    for row in rows {
        let fact = Fact {
            id: stored::id("facts.id", &row.id)?,
            recorded_at: stored::instant("facts.recorded_at_us", row.recorded_at_us)?,
            detail: detail(&row)?,
        };
        by_version.entry(row.version_id).or_default().push(fact);
    }
    Ok(by_version)
}

/// What is known of a fact. Its words stand in one column, in the order of the fields, parted by a space; only the last
/// may hold spaces itself.
fn detail(row: &FactRow) -> Result<FactDetail> {
    let kind = stored::named("facts.kind", &row.kind, FactKind::parse)?;
    let fields = kind.fields().iter().filter(|field| **field != FactField::On);
    let words: Vec<_> = fields.clone().zip(row.detail.splitn(fields.count(), ' ')).collect();
    let value = |wanted| match wanted {
        FactField::On => row.on_day.as_deref().unwrap_or_default(),
        _ => words.iter().find(|(field, _)| **field == wanted).map_or("", |(_, word)| *word),
    };
    FactDetail::read(kind, value).map_err(|MissingField(field)| {
        let column = if field == FactField::On { "facts.on_day" } else { "facts.detail" };
        Error::Corrupt { column, value: value(field).to_owned() }
    })
}

/// Inserts versions of documents without their texts and attachments.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, added: &[(DocumentId, &Version)]) -> Result<()> {
    let row = |(document, version): &(DocumentId, &Version)| Row {
        id: version.id.to_string(),
        document_id: document.to_string(),
        ordinal: i64::from(version.ordinal),
        signed_on: version.requisites.signed_on.map(|day| day.to_string()),
        effective_from: version.requisites.effective_from.to_string(),
        term_end: version.requisites.term_end.map(|day| day.to_string()),
        prolongation: version.requisites.prolongation.name().to_owned(),
        corrects: version.corrects.map(i64::from),
        published_at_us: version.published_at.as_microsecond(),
    };
    let rows: Vec<Row> = added.iter().map(row).collect();
    insert_rows!(conn, versions::table, &rows);
    Ok(())
}

/// Inserts texts of versions and the files they name.
///
/// # Errors
/// A database that cannot be written.
pub fn add_texts(conn: &mut Conn, added: &[(VersionId, &Text)]) -> Result<()> {
    let files: BTreeMap<Checksum, &File> =
        added.iter().map(|(_, text)| (text.file.checksum, &text.file)).collect();
    files.into_values().try_for_each(|file| note_file(conn, file))?;
    let row = |(version, text): &(VersionId, &Text)| TextRow {
        id: text.id.to_string(),
        version_id: version.to_string(),
        lang: text.lang.tag().to_owned(),
        authenticity: text.authenticity.name().to_owned(),
        sha256: text.file.checksum.to_string(),
        file_name: text.file.name.clone(),
        recorded_at_us: text.recorded_at.as_microsecond(),
    };
    let rows: Vec<TextRow> = added.iter().map(row).collect();
    insert_rows!(conn, texts::table, &rows);
    Ok(())
}

/// Inserts an attachment and the file it names; `ordinal` counts from 1.
///
/// # Errors
/// A database that cannot be written.
pub fn add_attachment(
    conn: &mut Conn,
    version: VersionId,
    ordinal: usize,
    attachment: &Attachment,
) -> Result<()> {
    note_file(conn, &attachment.file)?;
    let row = AttachmentRow {
        id: attachment.id.to_string(),
        version_id: version.to_string(),
        ordinal: i64::try_from(ordinal).unwrap_or(i64::MAX),
        title: attachment.title.clone(),
        dated_on: attachment.dated_on.map(|day| day.to_string()),
        sha256: attachment.file.checksum.to_string(),
        file_name: attachment.file.name.clone(),
        recorded_at_us: attachment.recorded_at.as_microsecond(),
        role: attachment.role.name().to_owned(),
    };
    on_engine!(conn, c => diesel::insert_into(attachments::table).values(&row).execute(c)?);
    Ok(())
}

fn note_file(conn: &mut Conn, file: &File) -> Result<()> {
    let row = FileRow {
        sha256: file.checksum.to_string(),
        size_bytes: i64::try_from(file.size_bytes).unwrap_or(i64::MAX),
        media_type: file.media.media_type().to_owned(),
    };
    on_engine!(conn, c => diesel::insert_into(files::table).values(&row).on_conflict_do_nothing().execute(c)?);
    Ok(())
}

/// Inserts a fact. `salt` hides a reason in the ledger.
///
/// # Errors
/// A database that cannot be written.
pub fn add_fact(conn: &mut Conn, version: VersionId, fact: &Fact, salt: &str) -> Result<()> {
    let values = fact.detail.values().into_iter().filter(|(field, _)| *field != FactField::On);
    let row = FactRow {
        id: fact.id.to_string(),
        version_id: version.to_string(),
        kind: fact.detail.kind().name().to_owned(),
        on_day: fact.detail.on().map(|day| day.to_string()),
        detail: values.map(|(_, value)| value).collect::<Vec<_>>().join(" "),
        salt: salt.to_owned(),
        recorded_at_us: fact.recorded_at.as_microsecond(),
    };
    on_engine!(conn, c => diesel::insert_into(facts::table).values(&row).execute(c)?);
    Ok(())
}
