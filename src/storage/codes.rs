//! The codes that were ever given out, of documents and organizations alike.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::codes;
use crate::domain::{Code, Instant};

/// Reserves a code. False where it is taken, which costs another try and nothing else.
///
/// # Errors
/// A database that cannot be written.
pub fn reserve(conn: &mut Conn, code: Code, now: Instant) -> Result<bool> {
    let row = (
        codes::code.eq(code.as_str()),
        codes::status.eq("reserved"),
        codes::created_at_us.eq(now.as_microsecond()),
    );
    let inserted = on_engine!(conn, c => diesel::insert_into(codes::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c)?);
    Ok(inserted == 1)
}

/// Keeps codes for ever. Those that are kept already stay so. Gives how many are new.
///
/// # Errors
/// A database that cannot be written.
pub fn keep(conn: &mut Conn, kept: &[Code]) -> Result<usize> {
    let texts: Vec<&str> = kept.iter().map(Code::as_str).collect();
    Ok(on_engine!(conn, c => diesel::update(
            codes::table.filter(codes::code.eq_any(&texts)).filter(codes::status.eq("reserved")))
        .set(codes::status.eq("kept"))
        .execute(c)?))
}

/// Whether one of these codes is only reserved so far.
///
/// # Errors
/// A database that cannot be read.
pub fn is_any_reserved(conn: &mut Conn, among: &[Code]) -> Result<bool> {
    let among: Vec<&str> = among.iter().map(Code::as_str).collect();
    let reserved = codes::table.filter(codes::code.eq_any(&among)).filter(codes::status.eq("reserved"));
    let count: i64 = on_engine!(conn, c => reserved.count().get_result(c)?);
    Ok(count > 0)
}

/// Enters new codes that are kept from the beginning.
///
/// # Errors
/// A code that is taken; a database that cannot be written.
pub fn insert_kept(conn: &mut Conn, kept: &[Code], now: Instant) -> Result<()> {
    let row = |code: &Code| {
        (
            codes::code.eq(code.to_string()),
            codes::status.eq("kept"),
            codes::created_at_us.eq(now.as_microsecond()),
        )
    };
    let rows: Vec<_> = kept.iter().map(row).collect();
    insert_rows!(conn, codes::table, &rows);
    Ok(())
}
