//! On PostgreSQL an index of words gives every match in no order. What is wanted first, the union's and then the newest, is
//! asked for in one window of numbers after the other until there is enough.

use std::ops::RangeInclusive;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use crate::storage::connection::Conn;
use crate::storage::error::Result;

/// The first number of what belongs to the union, which is looked at before all others.
const UNION_FIRST: i64 = 1 << 40;

/// How many numbers are one part of the register, as a power of two: the migration that added the words of the parts says
/// the same.
const PART_BITS: u32 = 12;

/// Most parts that are named in one question.
const PARTS_MAX: i64 = 256;

/// A table whose rows are numbered and found by their words.
#[derive(Debug, Clone, Copy)]
pub struct Numbered {
    /// Its name.
    pub table: &'static str,
    /// The column that says whose row it is.
    pub subject: &'static str,
}

/// A row that was found.
#[derive(QueryableByName)]
pub struct Match {
    /// Its number.
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    /// Whose it is.
    #[diesel(sql_type = Text)]
    pub subject: String,
}

#[derive(QueryableByName)]
struct Highest {
    #[diesel(sql_type = Nullable<BigInt>)]
    id: Option<i64>,
}

/// The first and the last number that rows of the union, or all others, may have.
const fn range(is_of_union: bool) -> (i64, i64) {
    if is_of_union { (UNION_FIRST, i64::MAX - 1) } else { (1, UNION_FIRST - 1) }
}

/// The first number that rows of the union, or all others, may have, and the highest that one of them has; one below the
/// first where there are none.
///
/// # Errors
/// A database that cannot be read.
pub fn first_and_highest(conn: &mut Conn, of: Numbered, is_of_union: bool) -> Result<(i64, i64)> {
    let (first, last) = range(is_of_union);
    let query = format!("SELECT max(id) AS id FROM {} WHERE id BETWEEN {first} AND {last}", of.table);
    let highest: Highest = on_engine!(conn, c => diesel::sql_query(query).get_result(c)?);
    Ok((first, highest.id.unwrap_or(first - 1)))
}

/// The rows that fulfil a condition in PostgreSQL's language, those of the union first, then the newest; at most `most`.
///
/// # Errors
/// A database that cannot be read.
pub fn newest_first(conn: &mut Conn, of: Numbered, wanted: &str, most: i64) -> Result<Vec<Match>> {
    let Numbered { table, subject } = of;
    let mut found: Vec<Match> = Vec::new();
    for is_of_union in [true, false] {
        let (first, mut end) = first_and_highest(conn, of, is_of_union)?;
        let mut parts = 1;
        while end >= first {
            let window = Window::of(first, end, parts);
            let wanted = match window.words() {
                Some(words) => format!("({wanted}) & ({words})"),
                None => wanted.to_owned(),
            };
            // Materialised, so that nobody walks the numbers downwards in search of a word that is nowhere.
            let query = diesel::sql_query(format!(
                "WITH found AS MATERIALIZED \
                 (SELECT id, {subject} FROM {table} WHERE lexemes @@ CAST(CAST($1 AS text) AS tsquery)) \
                 SELECT id, {subject} AS subject FROM found WHERE id BETWEEN $2 AND $3 ORDER BY id DESC LIMIT $4"
            ))
            .bind::<Text, _>(wanted)
            .bind::<BigInt, _>(window.numbers.start())
            .bind::<BigInt, _>(window.numbers.end())
            .bind::<BigInt, _>(most - found.len() as i64);
            let rows: Vec<Match> = on_engine!(conn, c => query.load(c)?);
            let in_window = rows.len() as i64;
            found.extend(rows);
            let missing = most - found.len() as i64;
            if missing <= 0 {
                return Ok(found);
            }
            (end, parts) = (window.numbers.start() - 1, next_parts(parts, &window, in_window, missing));
        }
    }
    Ok(found)
}

/// Numbers that are searched at once.
#[derive(Debug)]
struct Window {
    numbers: RangeInclusive<i64>,
}

impl Window {
    /// The newest parts, so many, down from a number; all that there are where these are too many to be named.
    fn of(first: i64, end: i64, parts: i64) -> Self {
        let newest = ((end >> PART_BITS) - parts + 1) << PART_BITS;
        let start = if parts > PARTS_MAX { first } else { newest.max(first) };
        Self { numbers: start..=end }
    }

    /// The words of its parts; none for one that has too many of them.
    fn words(&self) -> Option<String> {
        let (first, last) = (self.numbers.start() >> PART_BITS, self.numbers.end() >> PART_BITS);
        let words = || (first..=last).map(|part| format!("'#{part}'")).collect::<Vec<_>>().join(" | ");
        (last - first < PARTS_MAX).then(words)
    }
}

/// How many parts come next, after a window in which so many rows were found, to find as many as are missing: a few more
/// than it takes if all are like it, and no more than four times as many.
fn next_parts(parts: i64, window: &Window, found: i64, missing: i64) -> i64 {
    let numbers = window.numbers.end() - window.numbers.start() + 1;
    let wanted = if found == 0 { i64::MAX } else { numbers.saturating_mul(missing) / found };
    (wanted.saturating_add(wanted / 4) >> PART_BITS).saturating_add(1).min(parts * GROWTH)
}

/// How many times as many parts a window has as the one before it, at most.
const GROWTH: i64 = 4;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn windows_are_all_numbers_from_the_highest_down(
            first in prop::sample::select(vec![1, UNION_FIRST]),
            count in prop_oneof![1_i64..100_000, 1_000_000_i64..100_000_000],
            found in prop::collection::vec(0_i64..1_000, 1..8),
        ) {
            let mut end = first + count - 1;
            let (mut parts, mut at) = (1, 0);
            while end >= first {
                let window = Window::of(first, end, parts);
                prop_assert_eq!(*window.numbers.end(), end);
                prop_assert!(!window.numbers.is_empty() && *window.numbers.start() >= first);
                // Only the rest is searched without its parts, where it has too many of them; few numbers never are.
                let is_rest = *window.numbers.start() == first && count > 1_000_000;
                prop_assert!(window.words().is_some() || is_rest);
                let next = next_parts(parts, &window, found[at % found.len()], 1_000);
                prop_assert!((1..=parts * GROWTH).contains(&next));
                (end, parts, at) = (window.numbers.start() - 1, next, at + 1);
            }
            prop_assert_eq!(end, first - 1);
        }

        #[test]
        fn a_word_that_is_nowhere_is_asked_for_few_times(count in 1_i64..100_000_000) {
            let (mut end, mut parts, mut asked) = (count, 1, 0);
            while end >= 1 {
                let window = Window::of(1, end, parts);
                (end, parts) = (window.numbers.start() - 1, next_parts(parts, &window, 0, 1_000));
                asked += 1;
            }
            prop_assert!(asked <= 6, "{}", asked);
        }
    }
}
