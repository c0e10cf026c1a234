//! The words of pages that are pictures, page by page: those that wait for a program, and what it recognised.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::recognised_pages as pages;
use super::stored;
use crate::domain::recognition::Progress;
use crate::domain::{Checksum, Instant};

/// How often a page is tried: a program that fails twice fails again.
const TRIES_MAX: i64 = 2;

/// What stands in the column of the engine while a page waits.
const WAITS: &str = "";

/// Asks for pages of a file; those that were asked for stay as they are.
///
/// # Errors
/// A database that cannot be written.
pub fn ask(conn: &mut Conn, checksum: Checksum, numbers: &[u32], now: Instant) -> Result<()> {
    for number in numbers {
        let row = (
            pages::sha256.eq(checksum.to_string()),
            pages::page.eq(i64::from(*number)),
            pages::asked_at_us.eq(now.as_microsecond()),
        );
        on_engine!(conn, c => diesel::insert_into(pages::table)
            .values(row)
            .on_conflict((pages::sha256, pages::page))
            .do_nothing()
            .execute(c)?);
    }
    Ok(())
}

/// Takes the page that has waited longest and that nobody works on, until a moment.
///
/// # Errors
/// A database that cannot be written, or a stored value that means nothing.
pub fn take(conn: &mut Conn, now: Instant, until: Instant) -> Result<Option<(Checksum, u32)>> {
    let waiting: Option<(String, i64)> = on_engine!(conn, c => pages::table
        .filter(pages::engine.eq(WAITS))
        .filter(pages::tries.lt(TRIES_MAX))
        .filter(pages::taken_until_us.lt(now.as_microsecond()))
        .order((pages::asked_at_us, pages::sha256, pages::page))
        .select((pages::sha256, pages::page))
        .first(c)
        .optional()?);
    let Some((sha256, page)) = waiting else { return Ok(None) };
    let row = pages::table.find((&sha256, page));
    on_engine!(conn, c => diesel::update(row)
        .set((pages::tries.eq(pages::tries + 1), pages::taken_until_us.eq(until.as_microsecond())))
        .execute(c)?);
    let checksum = stored::checksum("recognised_pages.sha256", &sha256)?;
    Ok(Some((checksum, stored::number("recognised_pages.page", page)?)))
}

/// Whether any page waits that may be taken at once or later.
///
/// # Errors
/// A database that cannot be read.
pub fn is_waiting(conn: &mut Conn) -> Result<bool> {
    let waiting = pages::table.filter(pages::engine.eq(WAITS)).filter(pages::tries.lt(TRIES_MAX));
    Ok(on_engine!(conn, c => diesel::select(diesel::dsl::exists(waiting)).get_result(c)?))
}

/// Stores the words of a page, unless the file was let go of meanwhile.
///
/// # Errors
/// A database that cannot be written.
pub fn put(conn: &mut Conn, checksum: Checksum, page: u32, engine: &str, words: &str) -> Result<()> {
    let row = pages::table.find((checksum.to_string(), i64::from(page)));
    on_engine!(conn, c => diesel::update(row)
        .set((pages::engine.eq(engine), pages::words.eq(words)))
        .execute(c)?);
    Ok(())
}

/// A file whose words do not stand in the bodies of its texts yet, though all its pages are done or failed.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn to_be_entered(conn: &mut Conn) -> Result<Option<Checksum>> {
    let files: Vec<String> = on_engine!(conn, c => pages::table
        .filter(pages::engine.ne(WAITS))
        .filter(pages::is_entered.eq(0))
        .select(pages::sha256)
        .distinct()
        .order(pages::sha256)
        .limit(FILES_AT_ONCE)
        .load(c)?);
    for file in files {
        let checksum = stored::checksum("recognised_pages.sha256", &file)?;
        if progress(conn, checksum)?.left() == 0 {
            return Ok(Some(checksum));
        }
    }
    Ok(None)
}

/// Files that are looked at at once: one at a time is under way, and few wait for their last page.
const FILES_AT_ONCE: i64 = 100;

/// Notes that the words of a file stand in the bodies of its texts.
///
/// # Errors
/// A database that cannot be written.
pub fn set_entered(conn: &mut Conn, checksum: Checksum) -> Result<()> {
    let rows = pages::table.filter(pages::sha256.eq(checksum.to_string())).filter(pages::engine.ne(WAITS));
    on_engine!(conn, c => diesel::update(rows).set(pages::is_entered.eq(1)).execute(c)?);
    Ok(())
}

/// The pages of a file whose words are there.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of(conn: &mut Conn, checksum: Checksum) -> Result<Vec<(u32, String)>> {
    let rows: Vec<(i64, String)> = on_engine!(conn, c => pages::table
        .filter(pages::sha256.eq(checksum.to_string()))
        .filter(pages::engine.ne(WAITS))
        .order(pages::page)
        .select((pages::page, pages::words))
        .load(c)?);
    let page = |(page, words)| Ok((stored::number("recognised_pages.page", page)?, words));
    rows.into_iter().map(page).collect()
}

/// Keeps what was recognised of a file's pages for another file that has the same pages in this order.
///
/// # Errors
/// A database that cannot be written.
pub fn arrange(conn: &mut Conn, before: Checksum, after: Checksum, order: &[u32]) -> Result<()> {
    type Row = (i64, String, String, i64, i64);
    let rows: Vec<Row> = on_engine!(conn, c => pages::table
        .filter(pages::sha256.eq(before.to_string()))
        .select((pages::page, pages::engine, pages::words, pages::tries, pages::asked_at_us))
        .load(c)?);
    forget(conn, &[after])?;
    for (page, engine, words, tries, asked_at_us) in rows {
        let Some(place) = order.iter().position(|number| i64::from(*number) == page) else { continue };
        let row = (
            pages::sha256.eq(after.to_string()),
            pages::page.eq(stored::count(place + 1)),
            pages::engine.eq(engine),
            pages::words.eq(words),
            pages::tries.eq(tries),
            pages::asked_at_us.eq(asked_at_us),
        );
        on_engine!(conn, c => diesel::insert_into(pages::table).values(row).execute(c)?);
    }
    Ok(())
}

/// How far the recognition of a file has come.
///
/// # Errors
/// A database that cannot be read.
pub fn progress(conn: &mut Conn, checksum: Checksum) -> Result<Progress> {
    let rows: Vec<(String, i64)> = on_engine!(conn, c => pages::table
        .filter(pages::sha256.eq(checksum.to_string()))
        .select((pages::engine, pages::tries))
        .load(c)?);
    let done = rows.iter().filter(|(engine, _)| engine != WAITS).count();
    // A page that is tried for the last time is on its way until its words come.
    let failed = rows.iter().filter(|(engine, tries)| engine == WAITS && *tries >= TRIES_MAX).count();
    Ok(Progress { asked: rows.len(), done, failed })
}

/// Lets go of the words of files.
///
/// # Errors
/// A database that cannot be written.
pub fn forget(conn: &mut Conn, checksums: &[Checksum]) -> Result<()> {
    for checksum in checksums {
        let rows = pages::table.filter(pages::sha256.eq(checksum.to_string()));
        on_engine!(conn, c => diesel::delete(rows).execute(c)?);
    }
    Ok(())
}
