//! Which passages have the words that are wanted, the union's first, then the newest.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::newest::{Highest, Match, PASSAGES, newest_first};
use crate::domain::Code;
use crate::domain::ids::TextId;
use crate::storage::connection::{Conn, Engine};
use crate::storage::error::Result;
use crate::storage::stored;

/// A condition on the words of a passage. Words are letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The passage has this word.
    Word(String),
    /// The passage has a word that begins so.
    Beginning(String),
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

    /// The condition in the language of the connection's engine.
    pub(in crate::storage) fn written(&self, conn: &Conn) -> String {
        let mut text = String::new();
        match conn.engine {
            Engine::Sqlite(_) => self.write((" AND ", " OR ", '"', "*"), &mut text),
            Engine::Postgres(_) => self.write((" & ", " | ", '\'', ":*"), &mut text),
        }
        text
    }

    /// With the engine's words for "and" and "or", its quotation mark, and what follows the beginning of a word.
    fn write(&self, language: (&str, &str, char, &str), text: &mut String) {
        let (and, or, quote, begun) = language;
        match self {
            Self::Word(word) => {
                text.push(quote);
                text.extend(word.chars().filter(|c| c.is_alphanumeric()));
                text.push(quote);
            }
            Self::Beginning(word) => {
                Self::Word(word.clone()).write(language, text);
                text.push_str(begun);
            }
            Self::All(parts) | Self::Any(parts) => {
                let between = if matches!(self, Self::All(_)) { and } else { or };
                text.push('(');
                for (index, part) in parts.iter().enumerate() {
                    if index > 0 {
                        text.push_str(between);
                    }
                    part.write(language, text);
                }
                text.push(')');
            }
        }
    }
}

/// The word that stands for a document among the words of its passages.
pub(super) fn code_word(code: Code) -> String {
    code.as_str().to_lowercase()
}

/// The passages that fulfil a condition with their texts, those of the union first, then the newest; at most `most`.
/// `highest` are their highest numbers.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn matching(
    conn: &mut Conn,
    highest: Highest,
    condition: &Condition,
    most: i64,
) -> Result<Vec<(i64, TextId)>> {
    let wanted = condition.written(conn);
    let rows: Vec<Match> = match &mut conn.engine {
        Engine::Sqlite(c) => {
            diesel::sql_query(
                "SELECT passages.id, passages.text_id AS subject FROM passage_words JOIN passages ON passages.id = passage_words.rowid \
                 WHERE passage_words MATCH ? ORDER BY passage_words.rowid DESC LIMIT ?",
            )
            .bind::<Text, _>(&wanted)
            .bind::<BigInt, _>(most)
            .load(&mut **c)?
        }
        Engine::Postgres(_) => newest_first(conn, (PASSAGES, highest), &[wanted], most)?.remove(0),
    };
    rows.into_iter().map(|row| Ok((row.id, stored::id("passages.text_id", &row.subject)?))).collect()
}
