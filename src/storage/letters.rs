//! What chairs write to the office, with its answers.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::letters;
use super::stored;
use crate::domain::Instant;
use crate::domain::ids::OrganizationId;
use crate::domain::letter::{Answered, Letter};

#[derive(Queryable)]
struct Row {
    id: String,
    organization_id: String,
    words: String,
    written_by: String,
    written_at_us: i64,
    answer: Option<String>,
    _answered_by: Option<String>,
    answered_at_us: Option<i64>,
}

fn letter(row: Row) -> Result<Letter> {
    let at = row.answered_at_us.map(|us| stored::instant("letters.answered_at_us", us)).transpose()?;
    Ok(Letter {
        id: row.id,
        organization: stored::id("letters.organization_id", &row.organization_id)?,
        words: row.words,
        written_by: row.written_by,
        written_at: stored::instant("letters.written_at_us", row.written_at_us)?,
        answer: row.answer.zip(at).map(|(words, at)| Answered { words, at }),
    })
}

/// Keeps a letter that has no answer yet.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, letter: &Letter) -> Result<()> {
    let row = (
        letters::id.eq(&letter.id),
        letters::organization_id.eq(letter.organization.to_string()),
        letters::words.eq(&letter.words),
        letters::written_by.eq(&letter.written_by),
        letters::written_at_us.eq(letter.written_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(letters::table).values(row).execute(c)?);
    Ok(())
}

/// The letter with this identifier.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, id: &str) -> Result<Option<Letter>> {
    let row: Option<Row> = on_engine!(conn, c => letters::table.find(id).first(c).optional()?);
    row.map(letter).transpose()
}

/// The letters of an organization, the latest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_organization(conn: &mut Conn, organization: OrganizationId) -> Result<Vec<Letter>> {
    let own = letters::table.filter(letters::organization_id.eq(organization.to_string()));
    let rows: Vec<Row> =
        on_engine!(conn, c => own.order((letters::written_at_us.desc(), letters::id)).load(c)?);
    rows.into_iter().map(letter).collect()
}

/// The letters that wait for an answer, oldest first; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn unanswered(conn: &mut Conn, most: usize) -> Result<Vec<Letter>> {
    let rows: Vec<Row> = on_engine!(conn, c => letters::table
        .filter(letters::answered_at_us.is_null())
        .order((letters::written_at_us, letters::id))
        .limit(stored::count(most))
        .load(c)?);
    rows.into_iter().map(letter).collect()
}

/// Keeps the answer to a letter.
///
/// # Errors
/// A database that cannot be written.
pub fn answer(conn: &mut Conn, id: &str, by: &str, answer: &Answered) -> Result<()> {
    on_engine!(conn, c => diesel::update(letters::table.find(id))
        .set((
            letters::answer.eq(&answer.words),
            letters::answered_by.eq(by),
            letters::answered_at_us.eq(answer.at.as_microsecond()),
        ))
        .execute(c)?);
    Ok(())
}

/// Erases the letters that were answered before an instant, at most `most` of them; says how many that were.
///
/// # Errors
/// A database that cannot be written.
pub fn erase_answered_before(conn: &mut Conn, before: Instant, most: usize) -> Result<usize> {
    let over: Vec<String> = on_engine!(conn, c => letters::table
        .filter(letters::answered_at_us.lt(before.as_microsecond()))
        .order(letters::answered_at_us)
        .limit(stored::count(most))
        .select(letters::id)
        .load(c)?);
    let gone = letters::table.filter(letters::id.eq_any(&over));
    Ok(on_engine!(conn, c => diesel::delete(gone).execute(c)?))
}
