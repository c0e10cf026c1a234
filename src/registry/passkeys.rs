//! Passkeys (W3C Web Authentication, level 3): adding them, signing in with one, and taking them away.
//!
//! A passkey asks its owner for a finger, a face or a PIN, so that it alone is two factors: what the person has, and what
//! the person is or knows.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::{
    AuthenticationResult, CreationChallengeResponse, DiscoverableAuthentication, Passkey,
    PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Uuid,
    WebauthnError,
};

use super::accounts::{Admitted, Browser, SignedIn};
use super::handle::Registry;
use super::random::random_id;
use super::refusal::Field;
use super::throttle::{Guess, Source};
use super::token::hash_token;
use super::{Error, Refusal, Result, View};
use crate::domain::Day;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::typed::clean;
use crate::storage::passkeys::{self, KeptPasskey, NewPasskey};
use crate::storage::{accounts, second_factors, sessions};

/// Most passkeys of one person: each device, and a key in the safe.
pub const PASSKEYS_MAX: usize = 10;

/// Longest name of a passkey, in characters.
const NAME_MAX_CHARS: usize = 60;

/// Longest answer of a device, in bytes: keys and signatures are far smaller.
const ANSWER_MAX_BYTES: usize = 32 * 1024;

/// Whose passkeys are guessed at. No login has a space, so that nobody's password meets these counts.
const ANYBODYS: &str = "a passkey";

/// What was begun with a browser.
#[derive(Debug)]
pub struct Begun {
    /// The token that the browser keeps until it comes back.
    pub token: String,
    /// What the browser is asked to do, as JSON.
    pub options: String,
}

/// A passkey as its owner sees it.
#[derive(Debug, Clone)]
pub struct OwnPasskey {
    /// What names it in addresses.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The day on which it was made.
    pub made_on: Day,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// What is awaited from a browser.
#[derive(Serialize, Deserialize)]
enum AwaitedAnswer {
    /// A new passkey of a person.
    New { user: String, name: String, registration: PasskeyRegistration },
    /// A passkey of anybody.
    Any(DiscoverableAuthentication),
    /// A passkey of a person who has shown the password.
    Of { user: String, authentication: PasskeyAuthentication },
}

impl Registry {
    /// Whom passkeys belong to.
    fn relying_party(&self) -> Result<&Webauthn> {
        let party = self.inner.relying_party.get().and_then(Option::as_ref);
        Ok(party.ok_or(Refusal::NoPasskeysHere)?.webauthn())
    }

    /// The origin at which passkeys work; none where the public address is a number.
    pub fn passkey_origin(&self) -> Option<String> {
        self.inner.relying_party.get()?.as_ref()?.origin()
    }

    /// The passkeys of a person, by name.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn passkeys(&self, of: UserId) -> Result<Vec<OwnPasskey>> {
        let kept = self.inner.database.read(|conn| passkeys::of(conn, of))?;
        let own = |one: KeptPasskey| OwnPasskey {
            id: one.id,
            name: one.name,
            made_on: one.made_on,
            used_on: one.used_on,
        };
        Ok(kept.into_iter().map(own).collect())
    }

    /// Begins to add a passkey: the browser is to make one that its device finds by itself, and that asks for its owner.
    ///
    /// # Errors
    /// No name, or one that is too long; too many passkeys; a wrong password; a public address without passkeys.
    pub fn begin_passkey(&self, who: &SignedIn, name: &str, password: &str) -> Result<Begun> {
        let (party, name) = (self.relying_party()?, clean(name));
        if name.is_empty() {
            return Err(Refusal::Missing(Field::Name).into());
        }
        if name.chars().count() > NAME_MAX_CHARS {
            return Err(Refusal::TooLong { field: Field::Name, limit: NAME_MAX_CHARS }.into());
        }
        let kept = self.inner.database.read(|conn| passkeys::of(conn, who.user))?;
        if kept.len() >= PASSKEYS_MAX {
            return Err(Refusal::TooManyPasskeys { limit: PASSKEYS_MAX }.into());
        }
        self.require_password(who, password)?;
        let known = kept.iter().filter_map(read).map(|passkey| passkey.cred_id().clone()).collect();
        let begun = party.start_passkey_registration(handle(who.user), &who.login, &who.login, Some(known));
        let (options, registration) = begun.map_err(|why| refused(&why))?;
        let awaited = AwaitedAnswer::New { user: who.user.to_string(), name, registration };
        self.begun(&awaited, &found_by_itself(&options))
    }

    fn begun(&self, awaited: &AwaitedAnswer, options: &impl Serialize) -> Result<Begun> {
        let options = serde_json::to_string(options).map_err(|_| Refusal::AnswerTooLate)?;
        Ok(Begun { token: self.begin_ceremony(awaited)?, options })
    }

    /// Keeps the passkey that a device made. The first second factor of a person ends the other sessions.
    ///
    /// # Errors
    /// An answer that is not to what was asked of this person in this browser, or not from this address; too many passkeys.
    pub fn add_passkey(&self, who: &SignedIn, token: &str, answer: &str, session: &str) -> Result<()> {
        let party = self.relying_party()?;
        let Some(AwaitedAnswer::New { user, name, registration }) = self.take_ceremony(token)? else {
            return Err(Refusal::AnswerTooLate.into());
        };
        if user != who.user.to_string() {
            return Err(Refusal::AnswerTooLate.into());
        }
        let answer: RegisterPublicKeyCredential = parsed(answer)?;
        let made = party.finish_passkey_registration(&answer, &registration).map_err(|why| refused(&why))?;
        let (id, this, day) = (random_id()?, hash_token(session), self.today());
        let (credential_id, credential) = (URL_SAFE_NO_PAD.encode(made.cred_id()), written(&made)?);
        self.write(&who.login, Deed::AddPasskey, &format!("{} [{name}]", who.login), |conn| {
            let count = passkeys::count(conn, who.user)?;
            if count >= PASSKEYS_MAX {
                return Err(Refusal::TooManyPasskeys { limit: PASSKEYS_MAX }.into());
            }
            let (id, credential_id, credential) = (&*id, &*credential_id, &*credential);
            let new = NewPasskey {
                id,
                user: who.user,
                name: &name,
                credential_id,
                credential,
                counter: 0,
                made_on: day,
            };
            if !passkeys::insert(conn, new)? {
                return Err(Refusal::BadPasskey.into());
            }
            if count == 0 && second_factors::find(conn, who.user)?.is_none() {
                sessions::close_all(conn, who.user, Some(&this))?;
            }
            Ok(())
        })
    }

    /// Removes a passkey of the person.
    ///
    /// # Errors
    /// No such passkey; the last second factor of a person who must have one.
    pub fn remove_passkey(&self, view: &View, who: &SignedIn, id: &str) -> Result<()> {
        let is_required = Self::requires_second_factor(view, who);
        self.write_about(&who.login, Deed::RemovePasskey, |conn| {
            let name = passkeys::delete_of(conn, who.user, id)?.ok_or(Refusal::BadPasskey)?;
            if is_required
                && passkeys::count(conn, who.user)? == 0
                && second_factors::find(conn, who.user)?.is_none()
            {
                return Err(Refusal::LastSecondFactor.into());
            }
            Ok((format!("{} [{name}]", who.login), ()))
        })
    }

    /// Begins a sign-in with a passkey alone: the device says whose it is.
    ///
    /// # Errors
    /// A public address without passkeys.
    pub fn begin_passkey_sign_in(&self) -> Result<Begun> {
        let begun = self.relying_party()?.start_discoverable_authentication();
        let (options, authentication) = begun.map_err(|why| refused(&why))?;
        self.begun(&AwaitedAnswer::Any(authentication), &options.public_key)
    }

    /// Signs the owner of a passkey in. It asked for its owner, so nothing else is asked for.
    ///
    /// # Errors
    /// An answer that is not to what was asked in this browser, or not from this address; a passkey that is not known, or
    /// whose count went back; too many attempts.
    pub fn sign_in_by_passkey(&self, token: &str, answer: &str, browser: &Browser) -> Result<Admitted> {
        let party = self.relying_party()?;
        let Some(AwaitedAnswer::Any(authentication)) = self.take_ceremony(token)? else {
            return Err(Refusal::AnswerTooLate.into());
        };
        let answer: PublicKeyCredential = parsed(answer)?;
        let guess = Guess::at(ANYBODYS, Source::Stranger(browser.address));
        let user = self.guess(guess, Refusal::BadPasskey, || {
            self.owner(&answer, |kept, passkey| {
                let (owner, _) = party.identify_discoverable_authentication(&answer)?;
                if owner != handle(kept.user) {
                    return Err(WebauthnError::InvalidUserUniqueId);
                }
                party.finish_discoverable_authentication_v2(&answer, authentication, passkey)
            })
        })?;
        self.admit_owner(user, browser)
    }

    /// Begins to ask a person for a passkey whose password was right.
    ///
    /// # Errors
    /// A session that waits for nothing; a person without a passkey.
    pub fn begin_passkey_after_password(&self, session: &str) -> Result<Begun> {
        let who = self.awaiting_code(session)?.ok_or(Refusal::SignedOut)?;
        let kept = self.inner.database.read(|conn| passkeys::of(conn, who.user))?;
        let own: Vec<Passkey> = kept.iter().filter_map(read).collect();
        if own.is_empty() {
            return Err(Refusal::BadPasskey.into());
        }
        let begun = self.relying_party()?.start_passkey_authentication(&own);
        let (options, authentication) = begun.map_err(|why| refused(&why))?;
        let awaited = AwaitedAnswer::Of { user: who.user.to_string(), authentication };
        self.begun(&awaited, &options.public_key)
    }

    /// Signs a person in whose password was right, with a passkey of the person.
    ///
    /// # Errors
    /// As with [`Self::sign_in_by_passkey`]; a session that waits for nothing.
    pub fn confirm_passkey(&self, token: &str, answer: &str, browser: &Browser) -> Result<Admitted> {
        let session = browser.session.as_deref().unwrap_or_default();
        let who = self.awaiting_code(session)?.ok_or(Refusal::SignedOut)?;
        let party = self.relying_party()?;
        let Some(AwaitedAnswer::Of { user, authentication }) = self.take_ceremony(token)? else {
            return Err(Refusal::AnswerTooLate.into());
        };
        let answer: PublicKeyCredential = parsed(answer)?;
        let owner = self.guess_code(&who, Refusal::BadPasskey, || {
            let owner =
                self.owner(&answer, |_, _| party.finish_passkey_authentication(&answer, &authentication))?;
            Ok(owner.filter(|owner| *owner == who.user && user == owner.to_string()))
        })?;
        self.admit_owner(owner, browser)
    }

    fn admit_owner(&self, user: UserId, browser: &Browser) -> Result<Admitted> {
        let found = self.inner.database.read(|conn| accounts::by_id(conn, user))?;
        let found = found.ok_or(Refusal::BadPasskey)?;
        tracing::info!(login = found.login, "signed in with a passkey");
        self.admit_wholly(user, &found.password_hash, browser)
    }

    /// Whose passkey gave an answer that is right; none where it is not.
    fn owner(
        &self,
        answer: &PublicKeyCredential,
        look: impl FnOnce(&KeptPasskey, &Passkey) -> std::result::Result<AuthenticationResult, WebauthnError>,
    ) -> Result<Option<UserId>> {
        let id = URL_SAFE_NO_PAD.encode(&answer.raw_id);
        let Some(kept) = self.inner.database.read(|conn| passkeys::by_credential(conn, &id))? else {
            tracing::warn!("not signed in: a passkey that is not known");
            return Ok(None);
        };
        let Some(mut passkey) = read(&kept) else { return Ok(None) };
        let result = match look(&kept, &passkey) {
            Ok(result) if result.user_verified() => result,
            Ok(_) => return Ok(None),
            Err(WebauthnError::CredentialPossibleCompromise) => return Err(self.copied(&kept)),
            Err(why) => {
                tracing::warn!(%why, "not signed in: a passkey was refused");
                return Ok(None);
            }
        };
        passkey.update_credential(&result);
        let (credential, day, counter) = (written(&passkey)?, self.today(), result.counter());
        let goes_on =
            self.inner.database.write(|conn| passkeys::used(conn, &kept.id, counter, &credential, day))?;
        if goes_on { Ok(Some(kept.user)) } else { Err(self.copied(&kept)) }
    }

    /// Notes that the count of a passkey went back, so that its owner and the office see it.
    fn copied(&self, kept: &KeptPasskey) -> Error {
        let noted = self.inner.database.read(|conn| accounts::by_id(conn, kept.user)).map_err(Error::from);
        let noted = noted.and_then(|owner| {
            let login = owner.map(|owner| owner.login).unwrap_or_default();
            tracing::warn!(login, "not signed in: the count of a passkey went back");
            self.write(&login, Deed::RefusePasskey, &format!("{login} [{}]", kept.name), |_| Ok(()))
        });
        noted.map_or_else(|error| error, |()| Refusal::PasskeyCopied.into())
    }

    /// Takes all passkeys of a person away, because the device is lost, and ends the sessions.
    ///
    /// # Errors
    /// No such person.
    pub fn remove_passkeys(&self, id: UserId, actor: &str) -> Result<()> {
        self.about(id, Deed::RemovePasskeys, actor, |conn, _| {
            passkeys::delete_all(conn, id)?;
            Ok(sessions::close_all(conn, id, None)?)
        })
    }
}

/// How a device names a person: by the identifier, of which nothing can be read.
fn handle(user: UserId) -> Uuid {
    user.to_string().parse().unwrap_or_default()
}

/// Asks the device to keep the passkey in a way that finds it without being told whose it is.
fn found_by_itself(options: &CreationChallengeResponse) -> Value {
    let mut options = json!(options.public_key);
    let selection = &mut options["authenticatorSelection"];
    selection["residentKey"] = json!("required");
    selection["requireResidentKey"] = json!(true);
    options
}

/// The answer of a device, as the browser gives it.
fn parsed<T: for<'de> Deserialize<'de>>(answer: &str) -> Result<T> {
    let read = (answer.len() <= ANSWER_MAX_BYTES).then(|| serde_json::from_str(answer).ok());
    read.flatten().ok_or_else(|| Refusal::BadPasskey.into())
}

fn read(kept: &KeptPasskey) -> Option<Passkey> {
    serde_json::from_str(&kept.credential).ok()
}

fn written(passkey: &Passkey) -> Result<String> {
    serde_json::to_string(passkey).map_err(|_| Refusal::BadPasskey.into())
}

fn refused(why: &WebauthnError) -> Error {
    tracing::warn!(%why, "a passkey was refused");
    Refusal::BadPasskey.into()
}
