//! Letters by mail: wanting them, confirming the address, ending them, and taking one on to send it. What is written in them
//! and how they are sent is not known here.

use super::Result;
use super::accounts::SignedIn;
use super::handle::Registry;
use super::refusal::Refusal;
use super::token::{hash_token, token};
use crate::domain::Instant;
use crate::domain::calendar::{days_before, monday_of};
use crate::domain::deed::{BY_LETTER, Deed};
use crate::domain::ids::UserId;
use crate::domain::lang::Lang;
use crate::domain::mail::{
    ASK_PAUSE, CONFIRM_LIFE, MailAddress, PostState, SENDING_LIFE, UNCONFIRMED_LIFE, letters_erased_before,
    next_try, week_due,
};
use crate::storage::mail::{self, MailWish, PostedLetter};
use crate::storage::{Conn, accounts};

/// Longest words of a mail server that are kept, in characters.
const PROBLEM_MAX_CHARS: usize = 200;

/// A letter that a process has taken on to send it.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// To whom, with the role as it is now.
    pub who: SignedIn,
    /// Where to.
    pub address: String,
    /// In which language.
    pub lang: Lang,
    /// Which letter.
    pub letter: PostedLetter,
    /// What confirms the address, in the letter that asks for it.
    pub link: Option<String>,
    /// What ends the letters.
    pub stop_token: String,
    tries: u32,
}

/// What a mail server said to a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostOutcome {
    /// It took it.
    Sent,
    /// There was nothing to tell, so nothing was sent.
    Empty,
    /// It did not take it, for this reason; it may later.
    Refused(String),
    /// It never will.
    Impossible(String),
    /// Nobody knows whether it took it.
    Unknown(String),
}

impl Registry {
    /// What letters a person wants.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn mail_wish(&self, who: &SignedIn) -> Result<Option<MailWish>> {
        Ok(self.inner.database.read(|conn| mail::of(conn, who.user))?)
    }

    /// Wants the weekly letter at an address, which a link in a letter must confirm first.
    ///
    /// # Errors
    /// What is no address; one that was asked for a moment ago.
    pub fn wish_mail(&self, who: &SignedIn, address: &str, lang: Lang) -> Result<()> {
        let address =
            MailAddress::parse(address).ok_or_else(|| Refusal::BadMailAddress(address.trim().to_owned()))?;
        let wish = MailWish {
            address: address.as_str().to_owned(),
            lang,
            stop_token: token()?,
            asked_at: self.now(),
            confirmed_at: None,
        };
        self.write(&who.login, Deed::WishLetters, &who.login, |conn| {
            let before = mail::of(conn, who.user)?.filter(|before| before.confirmed_at.is_none());
            let until =
                before.map(|before| before.asked_at + ASK_PAUSE).filter(|until| *until > wish.asked_at);
            if let Some(until) = until {
                let wait_s = until.duration_since(wish.asked_at).as_secs();
                return Err(
                    Refusal::TooManyAttempts { wait_s: u64::try_from(wait_s).unwrap_or(1).max(1) }.into()
                );
            }
            Ok(mail::put(conn, who.user, &wish)?)
        })
    }

    /// Wants no more letters; the address is forgotten.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn end_mail(&self, who: &SignedIn) -> Result<()> {
        self.write(&who.login, Deed::EndLetters, &who.login, |conn| {
            Ok(mail::delete(conn, who.user).map(drop)?)
        })
    }

    /// Confirms an address by the link that was sent there.
    ///
    /// # Errors
    /// A link that is none, or that has ended.
    pub fn confirm_mail(&self, link: &str) -> Result<()> {
        let (hash, now) = (hash_token(link), self.now());
        self.by_letter(Deed::ConfirmLetters, |conn| {
            let user = mail::of_link(conn, &hash, now)?.ok_or(Refusal::BadToken)?;
            mail::confirm(conn, user, now)?;
            Ok(user)
        })
    }

    /// Ends letters by the token that stands in each; the address is forgotten.
    ///
    /// # Errors
    /// A token that is none.
    pub fn stop_mail(&self, token: &str) -> Result<()> {
        self.by_letter(Deed::EndLetters, |conn| {
            let user = mail::of_stop(conn, token)?.ok_or(Refusal::BadToken)?;
            mail::delete(conn, user)?;
            Ok(user)
        })
    }

    /// Whether a link confirms an address now.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn is_mail_link(&self, link: &str) -> Result<bool> {
        let (hash, now) = (hash_token(link), self.now());
        Ok(self.inner.database.read(|conn| mail::of_link(conn, &hash, now))?.is_some())
    }

    /// Whether a token ends somebody's letters.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn is_mail_stop(&self, token: &str) -> Result<bool> {
        Ok(self.inner.database.read(|conn| mail::of_stop(conn, token))?.is_some())
    }

    fn by_letter(&self, deed: Deed, work: impl FnOnce(&mut Conn) -> Result<UserId>) -> Result<()> {
        // Whose letters they are is known only inside of the transaction: the line is about that person.
        self.write_about(BY_LETTER, deed, |conn| {
            let user = work(conn)?;
            Ok((accounts::by_id(conn, user)?.ok_or(Refusal::BadToken)?.login, ()))
        })
    }

    /// Takes on the next letter that is due; none where there is none, or others have them.
    ///
    /// # Errors
    /// A database that cannot be read or written.
    pub fn take_letter(&self) -> Result<Option<Outgoing>> {
        let now = self.now();
        let week = week_due(now);
        if let Some((monday, begins)) = week {
            let people = self.inner.database.read(|conn| mail::without_letter(conn, monday, begins))?;
            if !people.is_empty() {
                self.inner.database.write(|conn| mail::enter_week(conn, monday, &people))?;
            }
        }
        let letters =
            [Some(PostedLetter::Confirmation), week.map(|(monday, _)| PostedLetter::Weekly(monday))];
        for letter in letters.into_iter().flatten() {
            while let Some(user) = self.inner.database.read(|conn| mail::due(conn, letter, now))? {
                if let Some(outgoing) = self.taken(user, letter, now)? {
                    return Ok(Some(outgoing));
                }
            }
        }
        Ok(None)
    }

    /// Takes on a letter; none where somebody else has it, or nobody wants it any more.
    fn taken(&self, user: UserId, letter: PostedLetter, now: Instant) -> Result<Option<Outgoing>> {
        let link = if letter == PostedLetter::Confirmation { Some(token()?) } else { None };
        self.inner.database.write(|conn| {
            let key = (user, letter);
            let Some(tries) = mail::take(conn, key, (now, now + SENDING_LIFE))? else { return Ok(None) };
            let is_wanted = |wish: &MailWish| wish.confirmed_at.is_none() == link.is_some();
            let (wish, person) = (mail::of(conn, user)?.filter(is_wanted), accounts::by_id(conn, user)?);
            let Some((wish, person)) = wish.zip(person) else {
                mail::settle(conn, key, (PostState::Empty, now), "")?;
                return Ok(None);
            };
            if let Some(link) = &link {
                mail::set_link(conn, user, &hash_token(link), now + CONFIRM_LIFE)?;
            }
            let MailWish { address, lang, stop_token, .. } = wish;
            let who = SignedIn::of(person);
            Ok(Some(Outgoing { who, address, lang, letter, link: link.clone(), stop_token, tries }))
        })
    }

    /// Notes what became of a letter that was taken on.
    ///
    /// # Errors
    /// A database that cannot be written. The letter is then not sent again.
    pub fn settle_letter(&self, letter: &Outgoing, outcome: &PostOutcome) -> Result<()> {
        let now = self.now();
        let (settled, problem) = match outcome {
            PostOutcome::Sent => ((PostState::Sent, now), ""),
            PostOutcome::Empty => ((PostState::Empty, now), ""),
            PostOutcome::Refused(why) => match next_try(letter.tries, now) {
                Some(then) => ((PostState::Waiting, then), why.as_str()),
                None => ((PostState::Failed, now), why.as_str()),
            },
            PostOutcome::Impossible(why) => ((PostState::Failed, now), why.as_str()),
            PostOutcome::Unknown(why) => ((PostState::Unsettled, now), why.as_str()),
        };
        let problem: String = problem.chars().take(PROBLEM_MAX_CHARS).collect();
        let key = (letter.who.user, letter.letter);
        Ok(self.inner.database.write(|conn| mail::settle(conn, key, settled, &problem))?)
    }

    /// How many letters of the last two weeks could not be sent, or not yet, and what the last of them met.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn letter_trouble(&self) -> Result<Option<(usize, String)>> {
        let now = self.now();
        let since = days_before(monday_of(self.today()), 7);
        let (count, problem) = self.inner.database.read(|conn| mail::troubled(conn, since, now))?;
        Ok((count > 0).then_some((count, problem)))
    }

    /// Erases what was kept of letters of some weeks ago, and addresses that nobody confirmed.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn erase_old_letters(&self) -> Result<usize> {
        let (week, asked) = (letters_erased_before(self.today()), self.now() - UNCONFIRMED_LIFE);
        Ok(self.inner.database.write(|conn| mail::erase_before(conn, week, asked))?)
    }
}
