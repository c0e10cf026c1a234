//! How often codes were asked for that nothing has, without people.

use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::connection::Conn;
use super::error::{Error, Result};
use super::schema::stray_codes;
use super::stored;
use crate::domain::stray::{ASKED_MIN, KEPT_A_DAY};
use crate::domain::{Day, TypedCode};

/// What stands for every code of a day that is not kept by itself.
const OTHERS: &str = "";

/// Counts by day and code that are not written down yet; without a code for all those that are not held.
pub type StrayCounts = HashMap<(Day, Option<TypedCode>), u64>;

/// Adds counts. A day keeps so many codes; those that come later are counted together.
///
/// # Errors
/// A database that cannot be written.
pub fn add(conn: &mut Conn, counts: &StrayCounts) -> Result<()> {
    let mut sorted: Vec<(Day, Option<TypedCode>, u64)> =
        counts.iter().map(|((day, code), count)| (*day, *code, *count)).collect();
    // What is asked for most has the first places.
    sorted.sort_by_key(|(day, code, count)| (*day, std::cmp::Reverse(*count), *code));
    let mut room: Option<(Day, usize)> = None;
    for (day, code, count) in sorted {
        let written = day.to_string();
        let mut left = match room {
            Some((of, left)) if of == day => left,
            _ => KEPT_A_DAY.saturating_sub(kept(conn, &written)?),
        };
        let code = match code {
            Some(code) if is_kept(conn, &written, code)? => code.as_str().to_owned(),
            Some(code) if left > 0 => {
                left -= 1;
                code.as_str().to_owned()
            }
            Some(_) | None => OTHERS.to_owned(),
        };
        room = Some((day, left));
        add_one(conn, (written, code), i64::try_from(count).unwrap_or(i64::MAX))?;
    }
    Ok(())
}

/// How many codes of a day are kept by themselves.
fn kept(conn: &mut Conn, day: &str) -> Result<usize> {
    let own = stray_codes::table.filter(stray_codes::day.eq(day)).filter(stray_codes::code.ne(OTHERS));
    let count: i64 = on_engine!(conn, c => own.count().get_result(c)?);
    stored::number("stray_codes", count)
}

fn is_kept(conn: &mut Conn, day: &str, code: TypedCode) -> Result<bool> {
    let own = stray_codes::table.find((day, code.as_str())).count();
    let count: i64 = on_engine!(conn, c => own.get_result(c)?);
    Ok(count > 0)
}

fn add_one(conn: &mut Conn, (day, code): (String, String), count: i64) -> Result<()> {
    let row = (stray_codes::day.eq(day), stray_codes::code.eq(code), stray_codes::count.eq(count));
    on_engine!(conn, c => diesel::insert_into(stray_codes::table)
        .values(row)
        .on_conflict((stray_codes::day, stray_codes::code))
        .do_update()
        .set(stray_codes::count.eq(stray_codes::count + count))
        .execute(c)?);
    Ok(())
}

/// A code that nothing has, and how often it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stray {
    /// The code.
    pub code: TypedCode,
    /// How often.
    pub count: u64,
    /// On which day last.
    pub last: Day,
}

/// The codes that were asked for most since a day, and more than by a slip; at most `most`. With how many there are.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn most_asked(conn: &mut Conn, since: Day, most: usize) -> Result<(Vec<Stray>, usize)> {
    let sum = "CAST(SUM(count) AS BIGINT)";
    let asked = || {
        stray_codes::table
            .filter(stray_codes::day.ge(since.to_string()))
            .filter(stray_codes::code.ne(OTHERS))
            .group_by(stray_codes::code)
            .having(sql::<diesel::sql_types::Bool>(&format!("SUM(count) >= {ASKED_MIN}")))
    };
    // A month of days with at most so many codes each.
    let codes: Vec<String> = on_engine!(conn, c => asked().select(stray_codes::code).load(c)?);
    let rows: Vec<(String, i64, Option<String>)> = on_engine!(conn, c => asked()
        .select((stray_codes::code, sql::<BigInt>(sum), diesel::dsl::max(stray_codes::day)))
        .order((sql::<BigInt>(sum).desc(), stray_codes::code))
        .limit(stored::count(most))
        .load(c)?);
    let read = |(code, count, last): (String, i64, Option<String>)| {
        let wrong = || Error::Corrupt { column: "stray_codes.code", value: code.clone() };
        Ok(Stray {
            code: TypedCode::parse(&code).ok_or_else(wrong)?,
            count: stored::number("stray_codes.count", count)?,
            last: stored::day("stray_codes.day", &last.unwrap_or_default())?,
        })
    };
    Ok((rows.into_iter().map(read).collect::<Result<_>>()?, codes.len()))
}

/// Erases what was counted before a day.
///
/// # Errors
/// A database that cannot be written.
pub fn erase_before(conn: &mut Conn, day: Day) -> Result<usize> {
    let old = stray_codes::table.filter(stray_codes::day.lt(day.to_string()));
    Ok(on_engine!(conn, c => diesel::delete(old).execute(c)?))
}
