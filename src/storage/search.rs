//! Passages of texts and the words under which they are found. Derived from the bodies, so they may be made again.
//!
//! Each engine keeps its own index of the words: SQLite in an FTS5 table, PostgreSQL in a `tsvector`. Both hold exactly
//! the words that were given, so both find the same.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::connection::{Conn, Engine};
use super::error::Result;
use super::schema::{indexed_texts, organizations, passages, vocabulary};
use super::stored;
use crate::domain::Code;
use crate::domain::document::Document;
use crate::domain::ids::{OrganizationId, TextId};

/// The first number of a passage of the union's own documents, which are looked at before all others.
const UNION_FIRST: i64 = 1 << 40;

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

/// A condition on the words of a passage. Words are letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The passage has this word.
    Word(String),
    /// All of these hold; never none.
    All(Vec<Self>),
    /// One of these holds; never none.
    Any(Vec<Self>),
}

impl Condition {
    /// The passage belongs to this document.
    pub fn document(code: Code) -> Self {
        Self::Word(code_word(code))
    }

    /// The condition in the language of an engine, with its words for "and" and "or" and its quotation mark.
    fn write(&self, (and, or, quote): (&str, &str, char), text: &mut String) {
        match self {
            Self::Word(word) => {
                text.push(quote);
                text.extend(word.chars().filter(|c| c.is_alphanumeric()));
                text.push(quote);
            }
            Self::All(parts) | Self::Any(parts) => {
                let between = if matches!(self, Self::All(_)) { and } else { or };
                text.push('(');
                for (index, part) in parts.iter().enumerate() {
                    if index > 0 {
                        text.push_str(between);
                    }
                    part.write((and, or, quote), text);
                }
                text.push(')');
            }
        }
    }
}

/// The word that stands for a document among the words of its passages.
fn code_word(code: Code) -> String {
    code.as_str().to_lowercase()
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

#[derive(QueryableByName)]
struct Match {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    text_id: String,
}

/// Stores the passages of a text in place of earlier ones, and notes under which version of the words.
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
    let first = next_number(conn, document.owner)?;
    let document = code_word(document.code);
    let rows: Vec<Row> = found
        .iter()
        .zip(first..)
        .map(|(passage, id)| Row {
            id,
            text_id: text.to_string(),
            words: format!("{document} {}", passage.words),
            anchor: passage.anchor.clone(),
            heading: passage.heading.clone(),
            content: passage.content.clone(),
        })
        .collect();
    match &mut conn.engine {
        // For more than one row diesel would begin a transaction inside of ours.
        Engine::Sqlite(c) => {
            for row in &rows {
                diesel::insert_into(passages::table).values(row).execute(&mut **c)?;
            }
        }
        Engine::Postgres(c) => {
            for rows in rows.chunks(ROWS_AT_ONCE) {
                diesel::insert_into(passages::table).values(rows).execute(&mut **c)?;
            }
        }
    }
    let words: Vec<String> = rows.into_iter().map(|row| row.words).collect();
    count_words(conn, &words, Count::Add)?;
    let row = (indexed_texts::text_id.eq(text.to_string()), indexed_texts::indexer.eq(indexer));
    on_engine!(conn, c => diesel::insert_into(indexed_texts::table).values(row).execute(c)?);
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
    let (first, last) = if is_union == 1 { (UNION_FIRST, i64::MAX - 1) } else { (1, UNION_FIRST - 1) };
    let highest: Option<i64> = on_engine!(conn, c => passages::table
        .filter(passages::id.between(first, last))
        .select(diesel::dsl::max(passages::id))
        .first(c)?);
    Ok(highest.map_or(first, |highest| highest + 1))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Add,
    Subtract,
}

/// Keeps the vocabulary: in how many passages each word stands.
fn count_words(conn: &mut Conn, passages: &[String], count: Count) -> Result<()> {
    let mut all = String::new();
    for words in passages {
        // The first one stands for the document, and a bar is no word.
        let is_word = |word: &&str| word.chars().all(char::is_alphanumeric);
        let words: HashSet<&str> = words.split(' ').skip(1).filter(is_word).collect();
        for word in words {
            if !all.is_empty() {
                all.push(' ');
            }
            all.push_str(word);
        }
    }
    if all.is_empty() {
        return Ok(());
    }
    // The words come as one text, because the engines bind lists differently.
    let (each, own) = match conn.engine {
        Engine::Sqlite(_) => ("json_each('[\"' || replace(?, ' ', '\",\"') || '\"]')", "passages"),
        Engine::Postgres(_) => ("unnest(string_to_array($1, ' ')) AS each (value)", "vocabulary.passages"),
    };
    let counted = format!("SELECT value, count(*) AS having_it FROM {each} WHERE true GROUP BY value");
    let sql = match count {
        Count::Add => format!(
            "INSERT INTO vocabulary (word, passages) {counted} \
             ON CONFLICT (word) DO UPDATE SET passages = {own} + excluded.passages"
        ),
        Count::Subtract => format!(
            "UPDATE vocabulary SET passages = passages - gone.having_it FROM ({counted}) AS gone WHERE word = gone.value"
        ),
    };
    on_engine!(conn, c => diesel::sql_query(sql).bind::<Text, _>(&all).execute(c)?);
    if count == Count::Subtract {
        on_engine!(conn, c => diesel::delete(vocabulary::table.filter(vocabulary::passages.le(0))).execute(c)?);
    }
    Ok(())
}

/// The texts that are indexed under this version of the words.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn indexed(conn: &mut Conn, indexer: &str) -> Result<HashSet<TextId>> {
    let ids: Vec<String> = on_engine!(conn, c => indexed_texts::table
        .filter(indexed_texts::indexer.eq(indexer))
        .select(indexed_texts::text_id)
        .load(c)?);
    ids.iter().map(|id| stored::id("indexed_texts.text_id", id)).collect()
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

/// Every indexed word with the number of passages that have it, and the number of all passages.
///
/// # Errors
/// A database that cannot be read.
pub fn vocabulary(conn: &mut Conn) -> Result<(Vec<(String, u64)>, u64)> {
    let (words, all) = on_engine!(conn, c => (
        vocabulary::table.load::<(String, i64)>(c)?,
        passages::table.count().get_result::<i64>(c)?
    ));
    let counted = |(word, passages)| Ok((word, stored::number("vocabulary.passages", passages)?));
    Ok((words.into_iter().map(counted).collect::<Result<_>>()?, stored::number("passages", all)?))
}

/// The passages that fulfil a condition with their texts, those of the union first, then the newest; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn matching(conn: &mut Conn, condition: &Condition, most: i64) -> Result<Vec<(i64, TextId)>> {
    let mut wanted = String::new();
    let rows: Vec<Match> = match &mut conn.engine {
        Engine::Sqlite(c) => {
            condition.write((" AND ", " OR ", '"'), &mut wanted);
            diesel::sql_query(
                "SELECT passages.id, passages.text_id FROM passage_words JOIN passages ON passages.id = passage_words.rowid \
                 WHERE passage_words MATCH ? ORDER BY passage_words.rowid DESC LIMIT ?",
            )
            .bind::<Text, _>(&wanted)
            .bind::<BigInt, _>(most)
            .load(&mut **c)?
        }
        Engine::Postgres(c) => {
            condition.write((" & ", " | ", '\''), &mut wanted);
            diesel::sql_query(
                "SELECT id, text_id FROM passages WHERE lexemes @@ CAST(CAST($1 AS text) AS tsquery) \
                 ORDER BY id DESC LIMIT $2",
            )
            .bind::<Text, _>(&wanted)
            .bind::<BigInt, _>(most)
            .load(&mut **c)?
        }
    };
    rows.into_iter().map(|row| Ok((row.id, stored::id("passages.text_id", &row.text_id)?))).collect()
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
