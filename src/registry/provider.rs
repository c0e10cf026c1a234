//! Signing in at an OpenID Connect provider (OpenID Connect Core 1.0, section 3.1; PKCE, RFC 7636): an account there that a
//! person connected here signs that person in. No account here comes from there.
//!
//! The provider is asked outside of transactions, and each question has an end.

use std::sync::{Mutex, PoisonError};

use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdTokenClaims, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, TokenResponse as _,
};
use serde::{Deserialize, Serialize};

use super::accounts::{Admitted, Browser, SignedIn};
use super::handle::Registry;
use super::outside;
use super::passkeys::Begun;
use super::{Error, Refusal, Result};
use crate::domain::address::Admin;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::{Checksum, Instant};
use crate::storage::provider_accounts::{self, Connected, Subject};
use crate::storage::{accounts, sessions};

/// How long what a provider says of itself is believed, in microseconds. Its keys change now and then, and stay known for
/// longer than that (OpenID Connect Core, section 10.1.1).
const BELIEVED_US: i64 = 3600 * 1_000_000;

/// Longest name of a person at a provider, in bytes (OpenID Connect Core, section 2).
const SUBJECT_MAX_BYTES: usize = 255;

/// Longest answer that a browser brings, in bytes.
const ANSWER_MAX_BYTES: usize = 8 * 1024;

/// Signatures that only the provider can make. One with the secret of the client could be ours.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The provider at which people may sign in.
#[derive(Clone)]
pub struct ProviderSettings {
    /// Its address, as its tokens name it.
    pub issuer: String,
    /// How it names this register.
    pub client_id: String,
    /// What this register proves itself with; none where it is not asked for it.
    pub client_secret: Option<String>,
    /// What people call it.
    pub name: String,
    /// Whether a sign-in there stands for the second factor as well.
    pub is_second_factor: bool,
}

/// The provider, and what it said of itself lately.
pub struct Provider {
    settings: ProviderSettings,
    said: Mutex<Option<(CoreProviderMetadata, Instant)>>,
}

/// What a browser brings back from a provider.
#[derive(Debug, Clone, Default)]
pub struct ProviderAnswer {
    /// What the provider gives for a token.
    pub code: String,
    /// What was sent along.
    pub state: String,
    /// Who answers, where the provider says so (RFC 9207); empty where it does not.
    pub issuer: String,
}

/// What came of an answer.
#[derive(Debug)]
pub enum ProviderOutcome {
    /// Somebody signed in.
    SignedIn(Admitted),
    /// The account was connected with the one that is signed in.
    Connected,
}

/// What is awaited from a browser.
#[derive(Serialize, Deserialize)]
struct Awaited {
    /// Who connects an account; none where somebody signs in.
    user: Option<String>,
    state: String,
    nonce: String,
    verifier: String,
}

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

impl Provider {
    fn new(settings: ProviderSettings) -> Self {
        Self { settings, said: Mutex::new(None) }
    }

    fn away(&self) -> Error {
        Refusal::ProviderAway { name: self.settings.name.clone() }.into()
    }

    fn refused(&self, why: &dyn std::fmt::Display) -> Error {
        tracing::warn!(%why, "the answer of the provider was refused");
        Refusal::ProviderRefused { name: self.settings.name.clone() }.into()
    }

    /// What the provider says of itself: what it said lately, or asked anew.
    fn said(&self, now: Instant) -> Result<CoreProviderMetadata> {
        let lately = self.said.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((said, at)) = lately
            && (now.as_microsecond() - at.as_microsecond()).abs() < BELIEVED_US
        {
            return Ok(said);
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(|why| self.refused(&why))?;
        let said = CoreProviderMetadata::discover(&issuer, &outside::ask).map_err(|why| {
            tracing::warn!(%why, "the provider does not say what it is");
            match why {
                DiscoveryError::Request(_) | DiscoveryError::Response(..) => self.away(),
                why => self.refused(&why),
            }
        })?;
        *self.said.lock().unwrap_or_else(PoisonError::into_inner) = Some((said.clone(), now));
        Ok(said)
    }

    /// Forgets what it said, because a key is not among those that were known.
    fn forget(&self) {
        *self.said.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// How this register speaks with it.
    fn client(&self, origin: &str, now: Instant) -> Result<Client> {
        let said = self.said(now)?;
        let takes =
            |method| said.token_endpoint_auth_methods_supported().is_none_or(|known| known.contains(&method));
        let by_header = takes(CoreClientAuthMethod::ClientSecretBasic);
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        let back = RedirectUrl::new(format!("{origin}{}", Admin::SignInProvider));
        let back = back.map_err(|why| self.refused(&why))?;
        let client =
            CoreClient::from_provider_metadata(said, ClientId::new(self.settings.client_id.clone()), secret);
        let auth = if by_header { AuthType::BasicAuth } else { AuthType::RequestBody };
        Ok(client.set_redirect_uri(back).set_auth_type(auth))
    }

    /// Who signed in there: the code is changed for a token, which says so.
    fn subject(&self, client: &Client, answer: &ProviderAnswer, awaited: &Awaited) -> Result<String> {
        let request = client.exchange_code(AuthorizationCode::new(answer.code.clone()));
        let request = request.map_err(|why| self.refused(&why))?;
        let verifier = PkceCodeVerifier::new(awaited.verifier.clone());
        let token = request.set_pkce_verifier(verifier).request(&outside::ask).map_err(|why| match why {
            RequestTokenError::Request(why) => {
                tracing::warn!(%why, "the provider is away");
                self.away()
            }
            why => self.refused(&why),
        })?;
        let token = token.id_token().ok_or_else(|| self.refused(&"no token says who signed in"))?;
        let nonce = Nonce::new(awaited.nonce.clone());
        let claims: &CoreIdTokenClaims = token
            .claims(&client.id_token_verifier().set_allowed_algs(ALGORITHMS), &nonce)
            .map_err(|why| {
                if matches!(why, ClaimsVerificationError::SignatureVerification(_)) {
                    self.forget();
                }
                self.refused(&why)
            })?;
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.len() > SUBJECT_MAX_BYTES {
            return Err(self.refused(&"the name of the person is empty or too long"));
        }
        Ok(subject.to_owned())
    }
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
    pub fn provider_account(&self, of: UserId) -> Result<Option<Connected>> {
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
        let awaited = Awaited { user, state, nonce, verifier: verifier.secret().clone() };
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
        let awaited: Awaited = self.take_ceremony(token)?.ok_or(Refusal::AnswerTooLate)?;
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
        let of = Subject { issuer: &provider.settings.issuer, subject: &subject };
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
        of: Subject<'_>,
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

    fn connect(&self, who: &SignedIn, provider: &Provider, of: Subject<'_>) -> Result<()> {
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
