//! The words by which documents and organizations themselves are found. Derived from their titles and names, so they may
//! be made again.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::connection::{Conn, Engine};
use super::error::Result;
use super::schema::names;
use super::search::Condition;
use super::search::newest::{Highest, Match, NAMES, newest_first};
use super::stored;
use crate::domain::ids::{DocumentId, OrganizationId};

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
    remove(conn, named)?;
    insert(conn, is_of_union, &[(named, words.to_owned())])
}

/// Forgets the words of what is gone.
///
/// # Errors
/// A database that cannot be written.
pub fn remove(conn: &mut Conn, named: Named) -> Result<()> {
    let (id, _) = named.row();
    on_engine!(conn, c => diesel::delete(names::table.filter(names::subject_id.eq(&id))).execute(c)?);
    Ok(())
}

/// Keeps the words of documents and organizations that have none yet, all of them of the union or none.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, are_of_union: bool, added: &[(Named, String)]) -> Result<()> {
    let next = Highest::of(conn, NAMES)?.next(are_of_union);
    let row = |((named, words), number): (&(Named, String), i64)| {
        let (id, is_document) = named.row();
        (
            names::id.eq(number),
            names::subject_id.eq(id),
            names::is_document.eq(is_document),
            names::words.eq(words.clone()),
        )
    };
    let rows: Vec<_> = added.iter().zip(next..).map(row).collect();
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

/// What is looked for among names.
#[derive(Debug)]
pub enum Sought {
    /// Documents whose words fulfil a condition.
    Documents(Condition),
    /// Organizations whose words fulfil a condition.
    Organizations(Condition),
}

/// What was found among names, in the order of the union first, then the newest.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Found {
    /// Documents.
    pub documents: Vec<DocumentId>,
    /// Organizations.
    pub organizations: Vec<OrganizationId>,
}

/// What each of these finds, at most `most`; one question on PostgreSQL. `highest` are the highest numbers of names.
///
/// # Errors
/// A database that cannot be read.
pub fn matching(conn: &mut Conn, highest: Highest, sought: &[Sought], most: i64) -> Result<Vec<Found>> {
    let rows = rows(conn, highest, sought, most)?;
    let found = |(sought, rows): (&Sought, Vec<Match>)| {
        let mut found = Found::default();
        for row in rows {
            match sought {
                Sought::Documents(_) => found.documents.push(stored::id("names.subject_id", &row.subject)?),
                Sought::Organizations(_) => {
                    found.organizations.push(stored::id("names.subject_id", &row.subject)?)
                }
            }
        }
        Ok(found)
    };
    sought.iter().zip(rows).map(found).collect()
}

fn rows(conn: &mut Conn, highest: Highest, sought: &[Sought], most: i64) -> Result<Vec<Vec<Match>>> {
    let written = |sought: &Sought| match sought {
        Sought::Documents(condition) => (condition.written(conn), 1, "document"),
        Sought::Organizations(condition) => (condition.written(conn), 0, "organization"),
    };
    let wanted: Vec<(String, i64, &str)> = sought.iter().map(written).collect();
    match &mut conn.engine {
        Engine::Sqlite(c) => {
            let of_one = |(wanted, is_document, _): &(String, i64, &str)| {
                let query = diesel::sql_query(
                    "SELECT names.id, names.subject_id AS subject FROM name_words JOIN names ON names.id = name_words.rowid \
                     WHERE name_words MATCH ? AND names.is_document = ? ORDER BY name_words.rowid DESC LIMIT ?",
                );
                let query =
                    query.bind::<Text, _>(wanted).bind::<BigInt, _>(is_document).bind::<BigInt, _>(most);
                Ok(query.load(&mut **c)?)
            };
            wanted.iter().map(of_one).collect()
        }
        Engine::Postgres(_) => {
            let wanted: Vec<String> =
                wanted.iter().map(|(wanted, _, kind)| format!("({wanted}) & '#{kind}'")).collect();
            newest_first(conn, (NAMES, highest), &wanted, most)
        }
    }
}
