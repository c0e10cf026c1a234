//! Letters by mail: who wants them, and what became of each.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{letters_out, mail_wishes};
use super::stored;
use crate::domain::ids::UserId;
use crate::domain::mail::PostState;
use crate::domain::{Day, Instant, Lang};

/// What the letter is called that confirms an address.
const CONFIRM: &str = "confirm";

/// A letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostedLetter {
    /// The one that confirms an address.
    Confirmation,
    /// The one of the week that begins on this Monday.
    Weekly(Day),
}

impl PostedLetter {
    fn name(self) -> String {
        match self {
            Self::Confirmation => CONFIRM.to_owned(),
            Self::Weekly(monday) => monday.to_string(),
        }
    }
}

/// That a person wants letters.
#[derive(Debug, Clone)]
pub struct MailWish {
    /// Where to.
    pub address: String,
    /// In which language.
    pub lang: Lang,
    /// What ends them.
    pub stop_token: String,
    /// When the person asked for them.
    pub asked_at: Instant,
    /// When the address was confirmed.
    pub confirmed_at: Option<Instant>,
}

type WishRow = (String, String, String, i64, Option<i64>);

fn wish((address, lang, stop_token, asked, confirmed): WishRow) -> Result<MailWish> {
    Ok(MailWish {
        address,
        lang: stored::named("mail_wishes.lang", &lang, Lang::parse)?,
        stop_token,
        asked_at: stored::instant("mail_wishes.asked_at_us", asked)?,
        confirmed_at: confirmed.map(|at| stored::instant("mail_wishes.confirmed_at_us", at)).transpose()?,
    })
}

/// What a person wants.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of(conn: &mut Conn, user: UserId) -> Result<Option<MailWish>> {
    let row: Option<WishRow> = on_engine!(conn, c => mail_wishes::table
        .find(user.to_string())
        .select((
            mail_wishes::address,
            mail_wishes::lang,
            mail_wishes::stop_token,
            mail_wishes::asked_at_us,
            mail_wishes::confirmed_at_us,
        ))
        .first(c)
        .optional()?);
    row.map(wish).transpose()
}

/// Keeps what a person wants, in place of what was wanted before; the letter that confirms the address waits.
///
/// # Errors
/// A database that cannot be written.
pub fn put(conn: &mut Conn, user: UserId, wish: &MailWish) -> Result<()> {
    delete(conn, user)?;
    let row = (
        mail_wishes::user_id.eq(user.to_string()),
        mail_wishes::address.eq(&wish.address),
        mail_wishes::lang.eq(wish.lang.tag()),
        mail_wishes::stop_token.eq(&wish.stop_token),
        mail_wishes::asked_at_us.eq(wish.asked_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(mail_wishes::table).values(row).execute(c)?);
    enter(conn, user, PostedLetter::Confirmation)
}

/// Forgets what a person wants.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, user: UserId) -> Result<bool> {
    let (wish, letter) =
        (mail_wishes::table.find(user.to_string()), letters_out::table.find((user.to_string(), CONFIRM)));
    on_engine!(conn, c => diesel::delete(letter).execute(c)?);
    Ok(on_engine!(conn, c => diesel::delete(wish).execute(c)?) > 0)
}

fn enter(conn: &mut Conn, user: UserId, letter: PostedLetter) -> Result<()> {
    let row = (
        letters_out::user_id.eq(user.to_string()),
        letters_out::letter.eq(letter.name()),
        letters_out::state.eq(PostState::Waiting.name()),
        letters_out::tries.eq(0_i64),
        letters_out::due_us.eq(0_i64),
    );
    on_engine!(conn, c => diesel::insert_into(letters_out::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c)?);
    Ok(())
}

/// The people who wanted letters before an instant and have none of a week yet.
///
/// # Errors
/// A database that cannot be read.
pub fn without_letter(conn: &mut Conn, week: Day, before: Instant) -> Result<Vec<UserId>> {
    let entered = letters_out::table
        .filter(letters_out::letter.eq(PostedLetter::Weekly(week).name()))
        .select(letters_out::user_id);
    let ids: Vec<String> = on_engine!(conn, c => mail_wishes::table
        .filter(mail_wishes::confirmed_at_us.lt(before.as_microsecond()))
        .filter(mail_wishes::user_id.ne_all(entered))
        .order(mail_wishes::user_id)
        .select(mail_wishes::user_id)
        .load(c)?);
    ids.iter().map(|id| stored::id("mail_wishes.user_id", id)).collect()
}

/// Enters the letters of a week for these people, where they are not there.
///
/// # Errors
/// A database that cannot be written.
pub fn enter_week(conn: &mut Conn, week: Day, people: &[UserId]) -> Result<()> {
    people.iter().try_for_each(|user| enter(conn, *user, PostedLetter::Weekly(week)))
}

/// A person whose letter is to be sent now.
///
/// # Errors
/// A database that cannot be read.
pub fn due(conn: &mut Conn, letter: PostedLetter, now: Instant) -> Result<Option<UserId>> {
    let id: Option<String> = on_engine!(conn, c => letters_out::table
        .filter(letters_out::state.eq(PostState::Waiting.name()))
        .filter(letters_out::due_us.le(now.as_microsecond()))
        .filter(letters_out::letter.eq(letter.name()))
        .order((letters_out::due_us, letters_out::user_id))
        .select(letters_out::user_id)
        .first(c)
        .optional()?);
    id.map(|id| stored::id("letters_out.user_id", &id)).transpose()
}

/// Takes a letter on to send it, until an instant; how often that was done, none where somebody else has it.
///
/// # Errors
/// A database that cannot be written.
pub fn take(
    conn: &mut Conn,
    (user, letter): (UserId, PostedLetter),
    (now, until): (Instant, Instant),
) -> Result<Option<u32>> {
    let key = (user.to_string(), letter.name());
    let waiting = letters_out::table
        .filter(letters_out::user_id.eq(&key.0))
        .filter(letters_out::letter.eq(&key.1))
        .filter(letters_out::state.eq(PostState::Waiting.name()))
        .filter(letters_out::due_us.le(now.as_microsecond()));
    let taken = on_engine!(conn, c => diesel::update(waiting)
        .set((
            letters_out::state.eq(PostState::Sending.name()),
            letters_out::tries.eq(letters_out::tries + 1),
            letters_out::due_us.eq(until.as_microsecond()),
        ))
        .execute(c)?);
    if taken == 0 {
        return Ok(None);
    }
    let tries: i64 = on_engine!(conn, c => letters_out::table.find(key).select(letters_out::tries).first(c)?);
    Ok(Some(stored::number("letters_out.tries", tries)?))
}

/// Notes what became of a letter, and why; one that waits is tried again at an instant.
///
/// # Errors
/// A database that cannot be written.
pub fn settle(
    conn: &mut Conn,
    (user, letter): (UserId, PostedLetter),
    (state, due): (PostState, Instant),
    problem: &str,
) -> Result<()> {
    let own = letters_out::table.find((user.to_string(), letter.name()));
    on_engine!(conn, c => diesel::update(own)
        .set((
            letters_out::state.eq(state.name()),
            letters_out::due_us.eq(due.as_microsecond()),
            letters_out::problem.eq(problem),
        ))
        .execute(c)?);
    Ok(())
}

/// Keeps the hash of the link that confirms a person's address, and until when it works.
///
/// # Errors
/// A database that cannot be written.
pub fn set_link(conn: &mut Conn, user: UserId, hash: &str, until: Instant) -> Result<()> {
    on_engine!(conn, c => diesel::update(mail_wishes::table.find(user.to_string()))
        .set((
            mail_wishes::confirm_hash.eq(hash),
            mail_wishes::confirm_until_us.eq(until.as_microsecond()),
        ))
        .execute(c)?);
    Ok(())
}

/// Whose address a link confirms.
///
/// # Errors
/// A database that cannot be read.
pub fn of_link(conn: &mut Conn, hash: &str, now: Instant) -> Result<Option<UserId>> {
    let id: Option<String> = on_engine!(conn, c => mail_wishes::table
        .filter(mail_wishes::confirm_hash.eq(hash))
        .filter(mail_wishes::confirm_until_us.gt(now.as_microsecond()))
        .select(mail_wishes::user_id)
        .first(c)
        .optional()?);
    id.map(|id| stored::id("mail_wishes.user_id", &id)).transpose()
}

/// Notes that an address is confirmed; its link works no more.
///
/// # Errors
/// A database that cannot be written.
pub fn confirm(conn: &mut Conn, user: UserId, now: Instant) -> Result<()> {
    on_engine!(conn, c => diesel::update(mail_wishes::table.find(user.to_string()))
        .set((
            mail_wishes::confirmed_at_us.eq(now.as_microsecond()),
            mail_wishes::confirm_hash.eq(None::<String>),
            mail_wishes::confirm_until_us.eq(None::<i64>),
        ))
        .execute(c)?);
    Ok(())
}

/// Whose letters a token ends.
///
/// # Errors
/// A database that cannot be read.
pub fn of_stop(conn: &mut Conn, token: &str) -> Result<Option<UserId>> {
    let own = mail_wishes::table.filter(mail_wishes::stop_token.eq(token)).select(mail_wishes::user_id);
    let id: Option<String> = on_engine!(conn, c => own.first(c).optional()?);
    id.map(|id| stored::id("mail_wishes.user_id", &id)).transpose()
}

/// How many letters since a week could not be sent, or not yet, and what the last of them met.
///
/// # Errors
/// A database that cannot be read.
pub fn troubled(conn: &mut Conn, since: Day, now: Instant) -> Result<(usize, String)> {
    let ended = [PostState::Failed.name(), PostState::Unsettled.name()];
    let retried = letters_out::state.eq(PostState::Waiting.name()).and(letters_out::tries.gt(0));
    let is_left =
        letters_out::state.eq(PostState::Sending.name()).and(letters_out::due_us.lt(now.as_microsecond()));
    // The name of the letter that confirms comes after every day.
    let rows: Vec<String> = on_engine!(conn, c => letters_out::table
        .filter(letters_out::letter.ge(since.to_string()))
        .filter(letters_out::state.eq_any(ended).or(retried).or(is_left))
        .order(letters_out::due_us.desc())
        .select(letters_out::problem)
        .load(c)?);
    Ok((rows.len(), rows.into_iter().next().unwrap_or_default()))
}

/// Erases what is known of letters of weeks before a Monday, and addresses that nobody confirmed since an instant.
///
/// # Errors
/// A database that cannot be written.
pub fn erase_before(conn: &mut Conn, week: Day, asked: Instant) -> Result<usize> {
    let letters = letters_out::table
        .filter(letters_out::letter.ne(CONFIRM))
        .filter(letters_out::letter.lt(week.to_string()));
    let unconfirmed = mail_wishes::table
        .filter(mail_wishes::confirmed_at_us.is_null())
        .filter(mail_wishes::asked_at_us.lt(asked.as_microsecond()));
    let ids: Vec<String> = on_engine!(conn, c => unconfirmed.select(mail_wishes::user_id).load(c)?);
    for id in &ids {
        delete(conn, stored::id("mail_wishes.user_id", id)?)?;
    }
    Ok(ids.len() + on_engine!(conn, c => diesel::delete(letters).execute(c)?))
}
