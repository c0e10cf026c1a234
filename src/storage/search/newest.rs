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
        let (first, highest) = first_and_highest(conn, of, is_of_union)?;
        for window in windows(first, highest) {
            let wanted = match window.parts() {
                Some(parts) => format!("({wanted}) & ({parts})"),
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
            found.extend(rows);
            if found.len() as i64 >= most {
                return Ok(found);
            }
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
    /// The words of its parts; none for one that has too many of them.
    fn parts(&self) -> Option<String> {
        let (first, last) = (self.numbers.start() >> PART_BITS, self.numbers.end() >> PART_BITS);
        let words = || (first..=last).map(|part| format!("'#{part}'")).collect::<Vec<_>>().join(" | ");
        (last - first < PARTS_MAX).then(words)
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
            let start = if parts > PARTS_MAX { first } else { newest.max(first) };
            let window = Window { numbers: start..=end };
            (end, parts) = (start - 1, parts * 4);
            window
        })
    })
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
            for (at, window) in windows.iter().enumerate() {
                prop_assert_eq!(*window.numbers.end(), end);
                prop_assert!(!window.numbers.is_empty());
                end = window.numbers.start() - 1;
                // Only the rest is searched without its parts, where it has too many of them; few numbers never are.
                prop_assert!(window.parts().is_some() || (at + 1 == windows.len() && count > 1_000_000));
            }
            prop_assert_eq!(end, first - 1);
            prop_assert!(windows.len() <= 6);
        }
    }
}
