//! On PostgreSQL an index of words gives every match in no order. What is wanted first, the union's and then the newest, is
//! asked for in one window of numbers after the other until there is enough.

use std::ops::RangeInclusive;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

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

/// The passages and their texts.
pub const PASSAGES: Numbered = Numbered { table: "passages", subject: "text_id" };

/// The names and what has them.
pub const NAMES: Numbered = Numbered { table: "names", subject: "subject_id" };

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

/// A row that was found for one of several conditions.
#[derive(QueryableByName)]
struct MatchOf {
    #[diesel(sql_type = BigInt)]
    condition: i64,
    #[diesel(embed)]
    row: Match,
}

/// The highest numbers in a table, of what belongs to the union and of all others; one below the first where there are none.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub struct Highest {
    #[diesel(sql_type = BigInt)]
    of_union: i64,
    #[diesel(sql_type = BigInt)]
    of_others: i64,
}

/// The highest numbers in both tables.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    /// Of passages.
    pub passages: Highest,
    /// Of names.
    pub names: Highest,
}

impl Numbers {
    /// Asks for both at once.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn of(conn: &mut Conn) -> Result<Self> {
        let [passages, names] = [PASSAGES, NAMES].map(Highest::question);
        let query =
            format!("SELECT * FROM ({passages}) AS passages UNION ALL SELECT * FROM ({names}) AS names");
        let both: Vec<Highest> = on_engine!(conn, c => diesel::sql_query(query).load(c)?);
        match both[..] {
            [passages, names] => Ok(Self { passages, names }),
            _ => Err(diesel::result::Error::NotFound.into()),
        }
    }
}

impl Highest {
    /// Asks a table for them.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn of(conn: &mut Conn, table: Numbered) -> Result<Self> {
        Ok(on_engine!(conn, c => diesel::sql_query(Self::question(table)).get_result(c)?))
    }

    fn question(of: Numbered) -> String {
        let highest = |(first, last): (i64, i64)| {
            let (table, none) = (of.table, first - 1);
            format!("coalesce((SELECT max(id) FROM {table} WHERE id BETWEEN {first} AND {last}), {none})")
        };
        let (of_union, of_others) = (highest((UNION_FIRST, i64::MAX)), highest((1, UNION_FIRST - 1)));
        format!("SELECT {of_union} AS of_union, {of_others} AS of_others")
    }

    /// The next number of a row of the union, or of another one.
    pub fn next(self, is_of_union: bool) -> i64 {
        1 + if is_of_union { self.of_union } else { self.of_others }
    }

    /// How many rows there are, as far as their numbers tell: those of removed rows are counted too.
    pub fn count(self) -> u64 {
        u64::try_from(self.of_union - UNION_FIRST + 1 + self.of_others).unwrap_or_default()
    }
}

/// The rows that fulfil each of these conditions in PostgreSQL's language, those of the union first, then the newest; at
/// most `most` of each. It is one question: PostgreSQL looks into a window only where those before it gave too little.
///
/// # Errors
/// A database that cannot be read.
pub fn newest_first(
    conn: &mut Conn,
    (of, highest): (Numbered, Highest),
    wanted: &[String],
    most: i64,
) -> Result<Vec<Vec<Match>>> {
    let mut found: Vec<Vec<Match>> = wanted.iter().map(|_| Vec::new()).collect();
    let windows = windows(highest);
    if windows.is_empty() {
        return Ok(found);
    }
    let of_condition = |at: usize| {
        let windows: Vec<String> = windows.iter().map(|window| window.question(of, at, most)).collect();
        let windows = windows.join(" UNION ALL ");
        format!(
            "(SELECT CAST({at} AS bigint) AS condition, id, subject FROM ({windows}) AS windows LIMIT {most})"
        )
    };
    let all: Vec<String> = (0..wanted.len()).map(of_condition).collect();
    let query = diesel::sql_query(all.join(" UNION ALL ")).bind::<Text, _>(wanted.join(BETWEEN_CONDITIONS));
    let rows: Vec<MatchOf> = on_engine!(conn, c => query.load(c)?);
    for MatchOf { condition, row } in rows {
        if let Some(found) = usize::try_from(condition).ok().and_then(|at| found.get_mut(at)) {
            found.push(row);
        }
    }
    found.iter_mut().for_each(|found| found.sort_by_key(|row| std::cmp::Reverse(row.id)));
    Ok(found)
}

/// What stands between conditions in one text: no condition has it.
const BETWEEN_CONDITIONS: &str = "\n";

/// All numbers from the highest of the union down to the first one of others.
fn windows(highest: Highest) -> Vec<Window> {
    let mut windows = Vec::new();
    for (first, mut end) in [(UNION_FIRST, highest.of_union), (1, highest.of_others)] {
        let mut parts = 1;
        while end >= first {
            let window = Window::of(first, end, parts);
            (end, parts) = (window.numbers.start() - 1, parts * GROWTH);
            windows.push(window);
        }
    }
    windows
}

/// How many times as many parts a window has as the one before it.
const GROWTH: i64 = 4;

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

    /// The question for its rows that fulfil the condition at this place of those that come with it.
    fn question(&self, of: Numbered, condition: usize, most: i64) -> String {
        let (Numbered { table, subject }, start, end) = (of, self.numbers.start(), self.numbers.end());
        let wanted = format!("split_part(CAST($1 AS text), chr(10), {})", condition + 1);
        let wanted = match self.words() {
            Some(words) => format!("'(' || {wanted} || ') & ({})'", words.replace('\'', "''")),
            None => wanted,
        };
        // Materialised, so that nobody walks the numbers downwards in search of a word that is nowhere.
        format!(
            "(WITH found AS MATERIALIZED \
             (SELECT id, {subject} AS subject FROM {table} WHERE lexemes @@ CAST({wanted} AS tsquery)) \
             SELECT id, subject FROM found WHERE id BETWEEN {start} AND {end} ORDER BY id DESC LIMIT {most})"
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn windows_are_all_numbers_from_the_highest_down(
            of_union in 0_i64..100_000,
            of_others in prop_oneof![0_i64..100_000, 1_000_000_i64..100_000_000],
        ) {
            let highest = Highest { of_union: UNION_FIRST - 1 + of_union, of_others };
            let all = windows(highest);
            let (union, others): (Vec<_>, Vec<_>) = all.iter().partition(|one| *one.numbers.start() >= UNION_FIRST);
            prop_assert!(all.iter().take(union.len()).all(|window| *window.numbers.start() >= UNION_FIRST));
            for (first, mut next, windows) in [(UNION_FIRST, highest.of_union, union), (1, of_others, others)] {
                // A word that is nowhere is looked for in few of them.
                prop_assert!(windows.len() <= 6, "{}", windows.len());
                for window in windows {
                    prop_assert_eq!(*window.numbers.end(), next);
                    prop_assert!(!window.numbers.is_empty());
                    // Only the rest is searched without its parts, where it has too many of them; few numbers never are.
                    let is_rest = *window.numbers.start() == first && of_others > 1_000_000;
                    prop_assert!(window.words().is_some() || is_rest);
                    next = window.numbers.start() - 1;
                }
                prop_assert_eq!(next, first - 1);
            }
        }
    }
}
