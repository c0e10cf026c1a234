//! Signing in at an OpenID Connect provider (OpenID Connect Core 1.0, section 3.1; PKCE, RFC 7636): an account there that a
//! person connected here signs that person in. No account here comes from there.

use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge};

use super::accounts::{Admitted, Browser, SignedIn};
use super::handle::Registry;
use super::known_provider::{AwaitedReturn, Provider, ProviderAnswer, ProviderSettings};
use super::passkeys::Begun;
use super::{Refusal, Result};
use crate::domain::Checksum;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::storage::provider_accounts::{self, ProviderLink, ProviderSubject};
use crate::storage::{accounts, sessions};

/// Longest answer that a browser brings, in bytes.
const ANSWER_MAX_BYTES: usize = 8 * 1024;

/// What came of an answer.
#[derive(Debug)]
pub enum ProviderOutcome {
    /// Somebody signed in.
    SignedIn(Admitted),
    /// The account was connected with the one that is signed in.
    Connected,
}

impl Registry {
    /// Lets people sign in at a provider.
    pub fn offer_provider(&self, settings: ProviderSettings) {
        // The first server of a process stays; there is no second one.
        let _ = self.inner.provider.set(Provider::new(settings));
    }

    /// What people call the provider at which they may sign in; none where there is none.
    pub fn provider_name(&self) -> Option<&str> {
        self.inner.provider.get().map(|provider| provider.settings.name.as_str())
    }

    fn provider(&self) -> Result<(&Provider, &str)> {
        let origin = self.inner.origin.get().map(String::as_str).unwrap_or_default();
        Ok((self.inner.provider.get().ok_or(Refusal::NoProvider)?, origin))
    }

    /// The account at the provider that a person connected.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn provider_account(&self, of: UserId) -> Result<Option<ProviderLink>> {
        Ok(self.inner.database.read(|conn| provider_accounts::of(conn, of))?)
    }

    /// Begins a sign-in at the provider. What the browser is asked to do is to go to the address that is given.
    ///
    /// # Errors
    /// No provider, or one that is away.
    pub fn begin_at_provider(&self) -> Result<Begun> {
        self.begun_at_provider(None)
    }

    /// Begins to connect an account at the provider with a person.
    ///
    /// # Errors
    /// A wrong password; no provider, or one that is away.
    pub fn begin_connecting(&self, who: &SignedIn, password: &str) -> Result<Begun> {
        self.provider()?;
        self.require_password(who, password)?;
        self.begun_at_provider(Some(who.user.to_string()))
    }

    fn begun_at_provider(&self, user: Option<String>) -> Result<Begun> {
        let (provider, origin) = self.provider()?;
        let client = provider.client(origin, self.now())?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (address, state, nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge)
            .url();
        let (state, nonce) = (state.secret().clone(), nonce.secret().clone());
        let awaited = AwaitedReturn { user, state, nonce, verifier: verifier.secret().clone() };
        Ok(Begun { token: self.begin_ceremony(&awaited)?, options: address.into() })
    }

    /// Takes what a browser brings back from the provider: signs in who connected the account, or connects it with the one
    /// that is signed in and began to.
    ///
    /// # Errors
    /// What was not begun in this browser, took too long or was done already; a provider that is away, or whose answer is not
    /// to what was asked; an account that nobody connected, or somebody else.
    pub fn finish_at_provider(
        &self,
        token: &str,
        answer: &ProviderAnswer,
        browser: &Browser,
    ) -> Result<ProviderOutcome> {
        let (provider, origin) = self.provider()?;
        let awaited: AwaitedReturn = self.take_ceremony(token)?.ok_or(Refusal::AnswerTooLate)?;
        let is_same = |one: &str, other: &str| Checksum::of(one.as_bytes()) == Checksum::of(other.as_bytes());
        if !is_same(&answer.state, &awaited.state) {
            return Err(provider.refused(&"it is not to what was asked"));
        }
        if !answer.issuer.is_empty() && answer.issuer != provider.settings.issuer {
            return Err(provider.refused(&"somebody else answers"));
        }
        if answer.code.is_empty() || answer.code.len() > ANSWER_MAX_BYTES {
            return Err(provider.refused(&"there is no code"));
        }
        let client = provider.client(origin, self.now())?;
        let subject = provider.subject(&client, answer, &awaited)?;
        let of = ProviderSubject { issuer: &provider.settings.issuer, subject: &subject };
        match &awaited.user {
            None => Ok(ProviderOutcome::SignedIn(self.admit_from_provider(provider, of, browser)?)),
            Some(user) => {
                let session = browser.session.as_deref().unwrap_or_default();
                let who = self.session(session)?.filter(|who| who.user.to_string() == *user);
                self.connect(&who.ok_or(Refusal::AnswerTooLate)?, provider, of)?;
                Ok(ProviderOutcome::Connected)
            }
        }
    }

    fn admit_from_provider(
        &self,
        provider: &Provider,
        of: ProviderSubject<'_>,
        browser: &Browser,
    ) -> Result<Admitted> {
        let found = self.inner.database.read(|conn| match provider_accounts::person(conn, of)? {
            Some(user) => accounts::by_id(conn, user),
            None => Ok(None),
        })?;
        let name = &provider.settings.name;
        let user = found.ok_or_else(|| Refusal::NotConnected { name: name.clone() })?;
        let day = self.today();
        self.inner.database.write(|conn| provider_accounts::used(conn, user.id, day))?;
        tracing::info!(login = user.login, "signed in at the provider");
        if provider.settings.is_second_factor {
            return self.admit_wholly(user.id, &user.password_hash, browser);
        }
        self.admit(user.id, &user.password_hash, browser)
    }

    fn connect(&self, who: &SignedIn, provider: &Provider, of: ProviderSubject<'_>) -> Result<()> {
        let day = self.today();
        self.write(&who.login, Deed::ConnectProvider, &who.login, |conn| {
            match provider_accounts::person(conn, of)? {
                Some(other) if other != who.user => {
                    Err(Refusal::ConnectedElsewhere { name: provider.settings.name.clone() }.into())
                }
                _ => Ok(provider_accounts::connect(conn, who.user, of, day)?),
            }
        })
    }

    /// Disconnects the account at the provider of the person.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn disconnect_provider(&self, who: &SignedIn) -> Result<()> {
        self.write(&who.login, Deed::DisconnectProvider, &who.login, |conn| {
            provider_accounts::delete(conn, who.user)?;
            Ok(())
        })
    }

    /// Disconnects the account at the provider of another person, and ends the sessions.
    ///
    /// # Errors
    /// No such person.
    pub fn disconnect_provider_of(&self, id: UserId, actor: &str) -> Result<()> {
        self.about(id, Deed::DisconnectProvider, actor, |conn, _| {
            provider_accounts::delete(conn, id)?;
            Ok(sessions::close_all(conn, id, None)?)
        })
    }
}
