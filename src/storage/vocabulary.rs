//! Every indexed word, and in how many passages each stands.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};

use super::connection::{Conn, Engine};
use super::error::Result;
use super::schema::vocabulary;
use super::stored;

/// Which way words are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// Passages that come.
    Add,
    /// Passages that go.
    Subtract,
}

/// Keeps the vocabulary: in how many passages each word stands.
///
/// # Errors
/// A database that cannot be written.
pub(super) fn count_words(conn: &mut Conn, passages: &[String], count: Count) -> Result<()> {
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

/// The indexed words that begin in one of these ways, with the number of passages that have each; at most so many of
/// each beginning.
///
/// # Errors
/// A database that cannot be read.
pub fn words_beginning(conn: &mut Conn, beginnings: &[String], most: i64) -> Result<Vec<(String, u64)>> {
    let found: Vec<(String, i64)> = match &mut conn.engine {
        Engine::Sqlite(c) => {
            let mut found = Vec::new();
            for beginning in beginnings {
                let begun = vocabulary::word.ge(beginning).and(vocabulary::word.lt(end_of(beginning)));
                let query = vocabulary::table.filter(begun).order(vocabulary::word).limit(most);
                found.extend(query.load::<(String, i64)>(&mut **c)?);
            }
            found
        }
        Engine::Postgres(c) => {
            // One question for all of them.
            let ends: Vec<String> = beginnings.iter().map(|beginning| end_of(beginning)).collect();
            let query = diesel::sql_query(
                "SELECT found.word, found.passages FROM unnest($1, $2) AS begun (first, past) CROSS JOIN LATERAL \
                 (SELECT word, passages FROM vocabulary WHERE word >= first AND word < past ORDER BY word LIMIT $3) AS found",
            );
            let query = query.bind::<Array<Text>, _>(beginnings).bind::<Array<Text>, _>(ends);
            let rows: Vec<Counted> = query.bind::<BigInt, _>(most).load(&mut **c)?;
            rows.into_iter().map(|row| (row.word, row.passages)).collect()
        }
    };
    found
        .into_iter()
        .map(|(word, passages)| Ok((word, stored::number("vocabulary.passages", passages)?)))
        .collect()
}

/// Both engines order words by their bytes, in which this sign comes after every letter.
fn end_of(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    word: String,
    #[diesel(sql_type = BigInt)]
    passages: i64,
}

/// Which of these words are indexed, with the number of passages that have each.
///
/// # Errors
/// A database that cannot be read.
pub fn whole_words(conn: &mut Conn, words: &[String]) -> Result<Vec<(String, u64)>> {
    let found: Vec<(String, i64)> =
        on_engine!(conn, c => vocabulary::table.filter(vocabulary::word.eq_any(words)).load(c)?);
    found
        .into_iter()
        .map(|(word, passages)| Ok((word, stored::number("vocabulary.passages", passages)?)))
        .collect()
}

/// The most usual indexed words, at most `most`, with the number of passages that have each.
///
/// # Errors
/// A database that cannot be read.
pub fn most_usual(conn: &mut Conn, most: i64) -> Result<Vec<(String, u64)>> {
    let words: Vec<(String, i64)> = on_engine!(conn, c => vocabulary::table
        .order((vocabulary::passages.desc(), vocabulary::word))
        .limit(most)
        .load(c)?);
    words
        .into_iter()
        .map(|(word, passages)| Ok((word, stored::number("vocabulary.passages", passages)?)))
        .collect()
}
