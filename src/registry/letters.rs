//! What chairs write to the office, and what it answers.

use super::handle::Registry;
use super::once::Once;
use super::random::random_id;
use super::refusal::{Field, Refusal};
use super::transaction::present_organization;
use super::{Error, Result};
use crate::domain::Code;
use crate::domain::deed::Deed;
use crate::domain::ids::OrganizationId;
use crate::domain::letter::{Answered, LETTER_MAX_CHARS, Letter, UNANSWERED_MAX, erased_before};
use crate::domain::typed::clean_lines;
use crate::storage::{letters, proposals};

/// Letters, and as many proposals, that are erased in one transaction: others wait for it.
const ERASED_AT_ONCE: usize = 200;

/// Words of several lines as they were typed.
pub(super) fn written(words: &str, limit: usize) -> Result<String> {
    let words = clean_lines(words);
    if words.chars().count() > limit {
        return Err(Refusal::TooLong { field: Field::Words, limit }.into());
    }
    Ok(words)
}

fn needed(words: &str) -> Result<String> {
    let words = written(words, LETTER_MAX_CHARS)?;
    if words.is_empty() { Err(Refusal::Missing(Field::Words).into()) } else { Ok(words) }
}

impl Registry {
    /// Writes to the office in the name of an organization, once however often the form is sent.
    ///
    /// # Errors
    /// Nothing that is written, too much, or too many letters that wait for an answer.
    pub fn write_letter(&self, organization: Code, words: &str, once: Once, actor: &str) -> Result<()> {
        let (id, now) = (self.organization_id(organization)?, self.now());
        let letter = Letter {
            id: random_id()?,
            organization: id,
            words: needed(words)?,
            written_by: actor.to_owned(),
            written_at: now,
            answer: None,
        };
        self.write(actor, Deed::WriteLetter, organization.as_str(), |conn| {
            if once.made(conn, now)?.is_some() {
                return Ok(());
            }
            present_organization(conn, id)?;
            let waiting = letters::of_organization(conn, id)?.iter().filter(|of| of.answer.is_none()).count();
            if waiting >= UNANSWERED_MAX {
                return Err(Refusal::TooManyOpen { limit: UNANSWERED_MAX }.into());
            }
            letters::insert(conn, &letter)?;
            once.note(conn, &letter.id, now)
        })
    }

    /// The letters of an organization, the latest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn letters_of(&self, organization: OrganizationId) -> Result<Vec<Letter>> {
        Ok(self.inner.database.read(|conn| letters::of_organization(conn, organization))?)
    }

    /// The letters that wait for an answer, oldest first; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn unanswered_letters(&self, most: usize) -> Result<Vec<Letter>> {
        Ok(self.inner.database.read(|conn| letters::unanswered(conn, most))?)
    }

    /// One letter.
    ///
    /// # Errors
    /// No such letter.
    pub fn letter(&self, id: &str) -> Result<Letter> {
        self.inner.database.read(|conn| letters::find(conn, id)?.ok_or_else(|| Refusal::NoLetter.into()))
    }

    /// Answers a letter, once for all.
    ///
    /// # Errors
    /// No such letter, one that was answered already, nothing that is written or too much.
    pub fn answer_letter(&self, id: &str, words: &str, actor: &str) -> Result<()> {
        let answer = Answered { words: needed(words)?, at: self.now() };
        self.write_about(actor, Deed::AnswerLetter, |conn| {
            let letter = letters::find(conn, id)?.filter(|letter| letter.answer.is_none());
            let letter = letter.ok_or(Refusal::NoLetter)?;
            letters::answer(conn, id, actor, &answer)?;
            let organization = present_organization(conn, letter.organization)?;
            Ok((organization.code.to_string(), ()))
        })
    }

    /// Erases what was settled between schools and the office more than a year ago, some at a time; says how much that was.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn erase_settled(&self) -> Result<usize> {
        let before = erased_before(self.now());
        let mut erased = 0;
        loop {
            let some = self.inner.database.write(|conn| {
                let letters = letters::erase_answered_before(conn, before, ERASED_AT_ONCE)?;
                Ok::<_, Error>(letters + proposals::erase_settled_before(conn, before, ERASED_AT_ONCE)?)
            })?;
            erased += some;
            if some < ERASED_AT_ONCE {
                break;
            }
        }
        if erased > 0 {
            self.inner.database.scrub()?;
        }
        Ok(erased)
    }
}
