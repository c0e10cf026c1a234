//! Passages of texts and the words under which they are found. Derived from the bodies, so they may be made again.
//!
//! Each engine keeps its own index of the words: SQLite in an FTS5 table, PostgreSQL in a `tsvector`. Both hold exactly
//! the words that were given, so both find the same.

mod matching;
pub(super) mod newest;

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{indexed_texts, organizations, passages, texts, versions};
use super::stored;
use super::vocabulary::{Count, count_words};
use crate::domain::document::Document;
use crate::domain::ids::{DocumentId, OrganizationId, TextId, VersionId};
use crate::domain::{Code, Lang};
use matching::code_word;
pub use matching::{Condition, matching};
use newest::PASSAGES;
pub use newest::{Highest, Numbers};

/// A text that may be searched.
#[derive(Debug, Clone)]
pub struct Indexable {
    /// The text.
    pub text: TextId,
    /// Its language.
    pub lang: Lang,
    /// Its document.
    pub document: DocumentId,
    /// Whether it is indexed.
    pub is_indexed: bool,
}

/// Rows in one statement: PostgreSQL takes 65,535 parameters, and a row has six.
const ROWS_AT_ONCE: usize = 500;

/// A passage to be stored.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Where a link leads.
    pub anchor: String,
    /// The heading.
    pub heading: String,
    /// The content.
    pub content: String,
    /// The words under which it is found, separated by single spaces; a bar stands between heading and content.
    pub words: String,
}

#[derive(Insertable)]
#[diesel(table_name = passages)]
struct Row {
    id: i64,
    text_id: String,
    words: String,
    anchor: String,
    heading: String,
    content: String,
}

/// The words of a text, to be indexed.
#[derive(Debug, Clone, Copy)]
pub struct IndexedText<'a> {
    /// The document that it belongs to, by its code.
    pub document: Code,
    /// The text.
    pub text: TextId,
    /// Its passages.
    pub passages: &'a [Passage],
}

/// Indexes the passages of a text in place of earlier ones, in the present transaction.
///
/// # Errors
/// A database that cannot be written.
pub fn index(
    conn: &mut Conn,
    document: &Document,
    text: TextId,
    indexer: &str,
    found: &[Passage],
) -> Result<()> {
    remove(conn, text)?;
    let new = IndexedText { document: document.code, text, passages: found };
    insert(conn, document.owner, indexer, &[new])
}

/// Indexes the passages of texts of one owner that are not indexed yet, in the present transaction.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(
    conn: &mut Conn,
    owner: OrganizationId,
    indexer: &str,
    added: &[IndexedText<'_>],
) -> Result<()> {
    let first = next_number(conn, owner)?;
    let of_text = |new: &IndexedText<'_>| {
        let (document, text_id) = (code_word(new.document), new.text.to_string());
        let row = move |passage: &Passage| Row {
            id: 0,
            text_id: text_id.clone(),
            words: format!("{document} {}", passage.words),
            anchor: passage.anchor.clone(),
            heading: passage.heading.clone(),
            content: passage.content.clone(),
        };
        new.passages.iter().map(row).collect::<Vec<Row>>()
    };
    let rows = added.iter().flat_map(of_text).zip(first..);
    let rows: Vec<Row> = rows.map(|(row, id)| Row { id, ..row }).collect();
    insert_rows!(conn, passages::table, &rows);
    let words: Vec<String> = rows.into_iter().map(|row| row.words).collect();
    count_words(conn, &words, Count::Add)?;
    let row = |new: &IndexedText<'_>| {
        (indexed_texts::text_id.eq(new.text.to_string()), indexed_texts::indexer.eq(indexer.to_owned()))
    };
    let rows: Vec<_> = added.iter().map(row).collect();
    insert_rows!(conn, indexed_texts::table, &rows);
    Ok(())
}

/// Removes the passages of a text and every word that only they had.
///
/// # Errors
/// A database that cannot be written.
pub fn remove(conn: &mut Conn, text: TextId) -> Result<()> {
    let id = text.to_string();
    let words: Vec<String> = on_engine!(conn, c => passages::table
        .filter(passages::text_id.eq(&id))
        .select(passages::words)
        .load(c)?);
    count_words(conn, &words, Count::Subtract)?;
    on_engine!(conn, c => {
        diesel::delete(passages::table.filter(passages::text_id.eq(&id))).execute(c)?;
        diesel::delete(indexed_texts::table.find(&id)).execute(c)?
    });
    Ok(())
}

/// The number of the next passage of a document of this organization.
fn next_number(conn: &mut Conn, owner: OrganizationId) -> Result<i64> {
    let is_union: i64 = on_engine!(conn, c => organizations::table
        .find(owner.to_string())
        .select(organizations::is_union)
        .first(c)?);
    Ok(Highest::of(conn, PASSAGES)?.next(is_union == 1))
}

/// The texts that come after this one in the order of ids, at most `most`, each with its document and language, and
/// whether it is indexed under this version of the words. To go through all of them.
///
/// # Errors
/// A database that cannot be read.
pub fn texts_after(
    conn: &mut Conn,
    last: Option<TextId>,
    indexer: &str,
    most: i64,
) -> Result<Vec<Indexable>> {
    let last = last.map(|id| id.to_string()).unwrap_or_default();
    let rows: Vec<(String, String, String)> = on_engine!(conn, c => texts::table
        .inner_join(versions::table.on(versions::id.eq(texts::version_id)))
        .filter(texts::id.gt(last))
        .order(texts::id)
        .limit(most)
        .select((texts::id, texts::lang, versions::document_id))
        .load(c)?);
    let ids: Vec<&str> = rows.iter().map(|(id, ..)| id.as_str()).collect();
    let indexed: Vec<String> = on_engine!(conn, c => indexed_texts::table
        .filter(indexed_texts::text_id.eq_any(&ids))
        .filter(indexed_texts::indexer.eq(indexer))
        .select(indexed_texts::text_id)
        .load(c)?);
    let read = |(id, lang, document): &(String, String, String)| {
        Ok(Indexable {
            text: stored::id("texts.id", id)?,
            lang: stored::named("texts.lang", lang, Lang::parse)?,
            document: stored::id("versions.document_id", document)?,
            is_indexed: indexed.contains(id),
        })
    };
    rows.iter().map(read).collect()
}

/// Whether every text is indexed under this version of the words: two counts, however many there are.
///
/// # Errors
/// A database that cannot be read.
pub fn is_complete(conn: &mut Conn, indexer: &str) -> Result<bool> {
    let (all, indexed): (i64, i64) = on_engine!(conn, c => (
        texts::table.count().get_result(c)?,
        indexed_texts::table.filter(indexed_texts::indexer.eq(indexer)).count().get_result(c)?
    ));
    Ok(all == indexed)
}

/// Whether a text is indexed under this version of the words.
///
/// # Errors
/// A database that cannot be read.
pub fn is_indexed(conn: &mut Conn, text: TextId, indexer: &str) -> Result<bool> {
    let found: Option<String> = on_engine!(conn, c => indexed_texts::table
        .find(text.to_string())
        .select(indexed_texts::indexer)
        .first(c)
        .optional()?);
    Ok(found.as_deref() == Some(indexer))
}

/// The documents and versions to which these texts belong.
///
/// # Errors
/// A database that cannot be read.
pub fn places(conn: &mut Conn, of: &[TextId]) -> Result<HashMap<TextId, (DocumentId, VersionId)>> {
    let mut places = HashMap::new();
    for some in of.chunks(ROWS_AT_ONCE) {
        let ids: Vec<String> = some.iter().map(ToString::to_string).collect();
        let rows: Vec<(String, String, String)> = on_engine!(conn, c => texts::table
            .inner_join(versions::table.on(versions::id.eq(texts::version_id)))
            .filter(texts::id.eq_any(&ids))
            .select((texts::id, versions::document_id, versions::id))
            .load(c)?);
        for (text, document, version) in rows {
            let place =
                (stored::id("versions.document_id", &document)?, stored::id("versions.id", &version)?);
            places.insert(stored::id("texts.id", &text)?, place);
        }
    }
    Ok(places)
}

/// Anchors and indexed words of passages, without the word that stands for the document.
///
/// # Errors
/// A database that cannot be read.
pub fn words(conn: &mut Conn, ids: &[i64]) -> Result<Vec<(i64, String, String)>> {
    let mut rows: Vec<(i64, String, String)> = on_engine!(conn, c => passages::table
        .filter(passages::id.eq_any(ids))
        .select((passages::id, passages::anchor, passages::words))
        .load(c)?);
    for (_, _, words) in &mut rows {
        let start = words.find(' ').map_or(0, |space| space + 1);
        words.drain(..start);
    }
    Ok(rows)
}

/// Heading and content of passages.
///
/// # Errors
/// A database that cannot be read.
pub fn contents(conn: &mut Conn, ids: &[i64]) -> Result<Vec<(i64, String, String)>> {
    Ok(on_engine!(conn, c => passages::table
        .filter(passages::id.eq_any(ids))
        .select((passages::id, passages::heading, passages::content))
        .load(c)?))
}
