//! Which passages have the words that are wanted, the union's first, then the newest.

use std::ops::RangeInclusive;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::domain::Code;
use crate::domain::ids::TextId;
use crate::storage::connection::{Conn, Engine};
use crate::storage::error::Result;
use crate::storage::schema::passages;
use crate::storage::stored;

/// The first number of a passage of the union's own documents, which are looked at before all others.
pub(super) const UNION_FIRST: i64 = 1 << 40;

/// How many numbers of passages are one part of the register, as a power of two: the migration that added the word of the
/// part says the same.
const PART_BITS: u32 = 14;

/// Parts in the widest window but the last.
const PARTS_MAX: i64 = 64;

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

#[derive(QueryableByName)]
struct Match {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    text_id: String,
}

/// The passages that fulfil a condition with their texts, those of the union first, then the newest; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn matching(conn: &mut Conn, condition: &Condition, most: i64) -> Result<Vec<(i64, TextId)>> {
    let wanted = condition.written(conn);
    let rows: Vec<Match> = match &mut conn.engine {
        Engine::Sqlite(c) => {
            diesel::sql_query(
                "SELECT passages.id, passages.text_id FROM passage_words JOIN passages ON passages.id = passage_words.rowid \
                 WHERE passage_words MATCH ? ORDER BY passage_words.rowid DESC LIMIT ?",
            )
            .bind::<Text, _>(&wanted)
            .bind::<BigInt, _>(most)
            .load(&mut **c)?
        }
        Engine::Postgres(_) => newest_first(conn, &wanted, most)?,
    };
    rows.into_iter().map(|row| Ok((row.id, stored::id("passages.text_id", &row.text_id)?))).collect()
}

/// The same on PostgreSQL, whose index of words gives every match in no order: it is asked for one window of numbers after
/// the other until there are enough.
fn newest_first(conn: &mut Conn, wanted: &str, most: i64) -> Result<Vec<Match>> {
    let mut found: Vec<Match> = Vec::new();
    for first in [UNION_FIRST, 1] {
        let Some(highest) = highest_number(conn, first)? else { continue };
        for window in windows(first, highest) {
            let wanted = match window.parts() {
                Some(parts) => format!("({wanted}) & ({parts})"),
                None => wanted.to_owned(),
            };
            // Materialised, so that nobody walks the numbers downwards in search of a word that is nowhere.
            let query = diesel::sql_query(
                "WITH found AS MATERIALIZED \
                 (SELECT id, text_id FROM passages WHERE lexemes @@ CAST(CAST($1 AS text) AS tsquery)) \
                 SELECT id, text_id FROM found WHERE id BETWEEN $2 AND $3 ORDER BY id DESC LIMIT $4",
            )
            .bind::<Text, _>(wanted)
            .bind::<BigInt, _>(window.numbers.start())
            .bind::<BigInt, _>(window.numbers.end())
            .bind::<BigInt, _>(most - found.len() as i64);
            let rows: Vec<Match> = on_engine!(conn, c => query.load(c)?);
            found.extend(rows);
            if found.len() as i64 >= most {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

/// Numbers of passages that are searched at once.
#[derive(Debug)]
struct Window {
    numbers: RangeInclusive<i64>,
    is_rest: bool,
}

impl Window {
    /// The words of its parts; none for the last window, which has too many of them.
    fn parts(&self) -> Option<String> {
        let parts = (self.numbers.start() >> PART_BITS)..=(self.numbers.end() >> PART_BITS);
        let words = || parts.map(|part| format!("'#{part}'")).collect::<Vec<_>>().join(" | ");
        (!self.is_rest).then(words)
    }
}

/// All numbers from the highest down to the first, in windows: each has four times as many parts as the one before it, and
/// the last one the rest.
fn windows(first: i64, highest: i64) -> impl Iterator<Item = Window> {
    let mut end = highest;
    let mut parts = 1;
    std::iter::from_fn(move || {
        (end >= first).then(|| {
            let newest = ((end >> PART_BITS) - parts + 1) << PART_BITS;
            let is_rest = parts > PARTS_MAX || newest <= first;
            let start = if is_rest { first } else { newest };
            let window = Window { numbers: start..=end, is_rest };
            (end, parts) = (start - 1, parts * 4);
            window
        })
    })
}

/// The highest number of a passage among those of the union, whose first is [`UNION_FIRST`], or of all others, whose first
/// is 1.
pub(super) fn highest_number(conn: &mut Conn, first: i64) -> Result<Option<i64>> {
    let last = if first == UNION_FIRST { i64::MAX - 1 } else { UNION_FIRST - 1 };
    Ok(on_engine!(conn, c => passages::table
        .filter(passages::id.between(first, last))
        .select(diesel::dsl::max(passages::id))
        .first(c)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn windows_are_all_numbers_from_the_highest_down(
            first in prop::sample::select(vec![1, UNION_FIRST]),
            count in prop_oneof![1_i64..100_000, 1_000_000_i64..100_000_000],
        ) {
            let highest = first + count - 1;
            let mut end = highest;
            let windows: Vec<Window> = windows(first, highest).collect();
            for window in &windows {
                prop_assert_eq!(*window.numbers.end(), end);
                prop_assert!(!window.numbers.is_empty());
                end = window.numbers.start() - 1;
                // A window that names its parts has them whole, but for the newest of all.
                let is_whole = window.numbers.start() & ((1 << PART_BITS) - 1) == 0;
                prop_assert!(window.is_rest || is_whole);
            }
            prop_assert_eq!(end, first - 1);
            prop_assert!(windows.len() <= 5);
        }
    }
}
