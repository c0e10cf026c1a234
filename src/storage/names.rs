//! The words by which documents and organizations themselves are found. Derived from their titles and names, so they may
//! be made again.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::connection::{Conn, Engine};
use super::error::Result;
use super::schema::names;
use super::search::Condition;
use super::search::newest::{Match, Numbered, first_and_highest, newest_first};
use super::stored;
use crate::domain::ids::{DocumentId, OrganizationId};

/// The names and what has them.
const NAMES: Numbered = Numbered { table: "names", subject: "subject_id" };

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A document.
    Document(DocumentId),
    /// An organization.
    Organization(OrganizationId),
}

impl Named {
    fn row(self) -> (String, i64) {
        match self {
            Self::Document(id) => (id.to_string(), 1),
            Self::Organization(id) => (id.to_string(), 0),
        }
    }
}

/// Keeps the words of a document or organization in place of earlier ones; words are separated by single spaces.
///
/// # Errors
/// A database that cannot be written.
pub fn set(conn: &mut Conn, named: Named, is_of_union: bool, words: &str) -> Result<()> {
    let (id, _) = named.row();
    on_engine!(conn, c => diesel::delete(names::table.filter(names::subject_id.eq(&id))).execute(c)?);
    insert(conn, is_of_union, &[(named, words.to_owned())])
}

/// Keeps the words of documents and organizations that have none yet, all of them of the union or none.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, are_of_union: bool, added: &[(Named, String)]) -> Result<()> {
    let (_, highest) = first_and_highest(conn, NAMES, are_of_union)?;
    let row = |((named, words), number): (&(Named, String), i64)| {
        let (id, is_document) = named.row();
        (
            names::id.eq(number),
            names::subject_id.eq(id),
            names::is_document.eq(is_document),
            names::words.eq(words.clone()),
        )
    };
    let rows: Vec<_> = added.iter().zip(highest + 1..).map(row).collect();
    insert_rows!(conn, names::table, &rows);
    Ok(())
}

/// How many documents and organizations have words.
///
/// # Errors
/// A database that cannot be read.
pub fn count(conn: &mut Conn) -> Result<usize> {
    let count: i64 = on_engine!(conn, c => names::table.count().get_result(c)?);
    stored::number("names", count)
}

/// Which of these have no words yet.
///
/// # Errors
/// A database that cannot be read.
pub fn missing(conn: &mut Conn, among: &[Named]) -> Result<Vec<Named>> {
    let ids: Vec<String> = among.iter().map(|named| named.row().0).collect();
    let there: Vec<String> = on_engine!(conn, c => names::table
        .filter(names::subject_id.eq_any(&ids))
        .select(names::subject_id)
        .load(c)?);
    Ok(among.iter().zip(ids).filter(|(_, id)| !there.contains(id)).map(|(named, _)| *named).collect())
}

/// The documents whose words fulfil a condition, the union's first, then the newest; at most `most`.
///
/// # Errors
/// A database that cannot be read.
pub fn documents(conn: &mut Conn, condition: &Condition, most: i64) -> Result<Vec<DocumentId>> {
    let rows = matching(conn, condition, 1, most)?;
    rows.iter().map(|row| stored::id("names.subject_id", &row.subject)).collect()
}

/// The organizations whose words fulfil a condition, the newest first; at most `most`.
///
/// # Errors
/// A database that cannot be read.
pub fn organizations(conn: &mut Conn, condition: &Condition, most: i64) -> Result<Vec<OrganizationId>> {
    let rows = matching(conn, condition, 0, most)?;
    rows.iter().map(|row| stored::id("names.subject_id", &row.subject)).collect()
}

fn matching(conn: &mut Conn, condition: &Condition, is_document: i64, most: i64) -> Result<Vec<Match>> {
    let wanted = condition.written(conn);
    Ok(match &mut conn.engine {
        Engine::Sqlite(c) => diesel::sql_query(
            "SELECT names.id, names.subject_id AS subject FROM name_words JOIN names ON names.id = name_words.rowid \
             WHERE name_words MATCH ? AND names.is_document = ? ORDER BY name_words.rowid DESC LIMIT ?",
        )
        .bind::<Text, _>(&wanted)
        .bind::<BigInt, _>(is_document)
        .bind::<BigInt, _>(most)
        .load(&mut **c)?,
        Engine::Postgres(_) => {
            let kind = if is_document == 1 { "document" } else { "organization" };
            newest_first(conn, NAMES, &format!("({wanted}) & '#{kind}'"), most)?
        }
    })
}
