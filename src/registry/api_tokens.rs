//! Tokens with which programs act for a person: making, finding, using, revoking.

use std::net::IpAddr;

use super::accounts::SignedIn;
use super::handle::Registry;
use super::once::Once;
use super::refusal::{Field, Refusal};
use super::throttle::{Guess, Source};
use super::token::{beginning, hash_token, is_beginning, token};
use super::{Error, Result};
use crate::domain::calendar::{day_after, local_day, local_midnight, years_later};
use crate::domain::deed::{self, Deed};
use crate::domain::ids::UserId;
use crate::domain::token_scope::{NAME_MAX_CHARS, TokenScope, scopes_of};
use crate::domain::typed::clean;
use crate::domain::{Day, Instant};
use crate::storage::api_tokens::{self, Found, NewToken};
use crate::storage::{Conn, accounts};

/// What each token begins with: programs that look for secrets in places where none belong find it by this. Then come 64
/// hexadecimal digits.
pub const TOKEN_PREFIX: &str = "tizilim_";

/// Most tokens of one person: one a program.
pub const TOKENS_MAX: usize = 20;

/// Whom wrong tokens are guesses at. No login has a space, so that they close nobody's login; with the passwords that are
/// guessed from the same address they share one count.
const NOBODYS: &str = "a token";

/// A token that a person wants.
#[derive(Debug, Clone)]
pub struct TokenInput {
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<TokenScope>,
    /// The last day on which it works.
    pub last_day: Day,
    /// The person's password: who finds an open browser makes no token.
    pub password: String,
    /// The sending of the form.
    pub once: Once,
}

/// A token as pages and commands show it.
#[derive(Debug, Clone)]
pub struct ApiToken {
    /// What names it in addresses.
    pub handle: String,
    /// Whose it is.
    pub login: String,
    /// What it is called.
    pub name: String,
    /// What it may do, as far as the person may.
    pub scopes: Vec<TokenScope>,
    /// The last day on which it works.
    pub last_day: Day,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// A program that showed a token.
#[derive(Debug, Clone)]
pub struct TokenBearer {
    /// For whom it acts.
    pub who: SignedIn,
    /// What the token is called.
    pub name: String,
    /// What the token may do, as far as the person may.
    pub scopes: Vec<TokenScope>,
    /// The last day on which it works.
    pub last_day: Day,
}

impl TokenBearer {
    /// Who acts, as the audit trail names them.
    pub fn actor(&self) -> String {
        deed::by_token(&self.who.login, &self.name)
    }
}

impl Registry {
    /// Makes a token for a program. It is given out this once.
    ///
    /// # Errors
    /// No name, one that is too long or that another token has; no scope, or one that the role does not have; an end that has
    /// passed, or is more than a year away; too many tokens; a wrong password.
    pub fn make_token(&self, who: &SignedIn, input: &TokenInput) -> Result<String> {
        let name = clean(&input.name);
        let today = self.today();
        check(who, &name, input, today)?;
        self.require_password(who, &input.password)?;
        let token = format!("{TOKEN_PREFIX}{}", token()?);
        let (token_hash, now) = (hash_token(&token), self.now());
        let expires_at = local_midnight(day_after(input.last_day));
        self.write(&who.login, Deed::MakeToken, &format!("{} [{name}]", who.login), |conn| {
            api_tokens::delete_ended(conn, now)?;
            // The form was sent twice: only the answer to the second sending is seen, so that only its token is known.
            if let Some(same) = api_tokens::by_name(conn, who.user, &name)? {
                if input.once.made(conn, now)?.is_none() {
                    return Err(Refusal::TokenNameTaken(name.clone()).into());
                }
                api_tokens::delete(conn, &same)?;
            }
            if api_tokens::count(conn, who.user)? >= TOKENS_MAX {
                return Err(Refusal::TooManyTokens { limit: TOKENS_MAX }.into());
            }
            input.once.note(conn, &name, now)?;
            let (token_hash, name, scopes) = (&*token_hash, &*name, &*input.scopes);
            Ok(api_tokens::insert(
                conn,
                NewToken { token_hash, user: who.user, name, scopes, now, expires_at },
            )?)
        })?;
        Ok(token)
    }

    /// The program that shows a token. What is looked at costs the same whether there is such a token or not; one that is
    /// right is let in however often others guessed.
    ///
    /// # Errors
    /// [`Refusal::BadToken`] where there is none, or where it was revoked or has ended; too many wrong ones.
    pub fn token_bearer(&self, token: &str, address: Option<IpAddr>) -> Result<TokenBearer> {
        let (hash, now) = (hash_token(token), self.now());
        let found = self.inner.database.read(|conn| api_tokens::find(conn, &hash, now))?;
        let Some(found) = found else {
            return self.guess(Guess::at(NOBODYS, Source::Stranger(address)), Refusal::BadToken, || Ok(None));
        };
        let today = self.today();
        if found.used_on != Some(today) {
            // Where nothing can be written, programs may read all the same.
            if let Err(error) = self.inner.database.write(|conn| api_tokens::used(conn, &hash, today)) {
                tracing::debug!(%error, "the day on which a token is used could not be noted");
            }
        }
        let Found { user, name, scopes, expires_at, .. } = found;
        Ok(TokenBearer { who: SignedIn::of(user), name, scopes, last_day: last_day(expires_at) })
    }

    /// The tokens that work, of a person or of everybody, by login and name.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn tokens(&self, of: Option<UserId>) -> Result<Vec<ApiToken>> {
        let now = self.now();
        let listed = self.inner.database.read(|conn| api_tokens::list(conn, of, now))?;
        let shown = |one: api_tokens::Listed| ApiToken {
            handle: beginning(&one.token_hash),
            login: one.login,
            name: one.name,
            scopes: one.scopes,
            last_day: last_day(one.expires_at),
            used_on: one.used_on,
        };
        Ok(listed.into_iter().map(shown).collect())
    }

    /// Revokes a token of a person: it opens nothing from now on.
    ///
    /// # Errors
    /// No such person, or no such token.
    pub fn revoke_token(&self, of: UserId, handle: &str, actor: &str) -> Result<()> {
        self.revoke(of, actor, |conn| match is_beginning(handle) {
            true => Ok(api_tokens::delete_of(conn, of, handle)?),
            false => Ok(None),
        })
    }

    /// The same by the name of the token.
    ///
    /// # Errors
    /// No such person, or no such token.
    pub fn revoke_token_named(&self, of: UserId, name: &str, actor: &str) -> Result<()> {
        self.revoke(of, actor, |conn| {
            let Some(hash) = api_tokens::by_name(conn, of, name)? else { return Ok(None) };
            api_tokens::delete(conn, &hash)?;
            Ok(Some(name.to_owned()))
        })
    }

    fn revoke(
        &self,
        of: UserId,
        actor: &str,
        delete: impl FnOnce(&mut Conn) -> Result<Option<String>>,
    ) -> Result<()> {
        self.write_about(actor, Deed::RevokeToken, |conn| {
            let person = accounts::by_id(conn, of)?.ok_or(Refusal::UnknownPerson)?;
            let name = delete(conn)?.ok_or(Refusal::BadToken)?;
            Ok((format!("{} [{name}]", person.login), ()))
        })
    }

    /// Notes that a draft of a document was changed by a program: what people do on its page is noted when it is published.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn note_draft_edit(&self, document: &str, actor: &str) -> Result<()> {
        self.write(actor, Deed::EditDraft, document, |_| Ok(()))
    }
}

fn last_day(expires_at: Instant) -> Day {
    crate::domain::calendar::day_before(local_day(expires_at))
}

fn check(who: &SignedIn, name: &str, input: &TokenInput, today: Day) -> Result<()> {
    let refused = |refusal: Refusal| Err(Error::from(refusal));
    if name.is_empty() {
        return refused(Refusal::Missing(Field::Name));
    }
    if name.chars().count() > NAME_MAX_CHARS {
        return refused(Refusal::TooLong { field: Field::Name, limit: NAME_MAX_CHARS });
    }
    if input.scopes.is_empty() {
        return refused(Refusal::Missing(Field::Choice));
    }
    let own = scopes_of(&who.role);
    if input.scopes.iter().any(|scope| !own.contains(scope)) {
        return refused(Refusal::NotAllowed);
    }
    let latest = years_later(today, 1);
    if input.last_day < today || input.last_day > latest {
        return refused(Refusal::TokenEnd { latest });
    }
    Ok(())
}
