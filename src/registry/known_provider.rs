//! The OpenID Connect provider at which people may sign in: what it says of itself, and whose sign-in it vouches for. It is
//! asked outside of transactions, and each question has an end.

use std::sync::{Mutex, PoisonError};

use openidconnect::core::{
    CoreClient, CoreClientAuthMethod, CoreIdTokenClaims, CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, DiscoveryError,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce, PkceCodeVerifier, RedirectUrl,
    RequestTokenError, TokenResponse as _,
};
use serde::{Deserialize, Serialize};

use super::outside;
use super::{Error, Refusal, Result};
use crate::domain::Instant;
use crate::domain::address::Admin;

/// How long what a provider says of itself is believed, in microseconds. Its keys change now and then, and stay known for
/// longer than that (OpenID Connect Core, section 10.1.1).
const BELIEVED_US: i64 = 3600 * 1_000_000;

/// Longest name of a person at a provider, in bytes (OpenID Connect Core, section 2).
const SUBJECT_MAX_BYTES: usize = 255;

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
    pub settings: ProviderSettings,
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

/// What is awaited from a browser.
#[derive(Serialize, Deserialize)]
pub(super) struct AwaitedReturn {
    /// Who connects an account; none where somebody signs in.
    pub user: Option<String>,
    /// What was sent along.
    pub state: String,
    /// What the token has to say.
    pub nonce: String,
    /// What proves that we began.
    pub verifier: String,
}

/// How this register speaks with a provider.
pub(super) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

impl Provider {
    /// The provider with these settings, which has said nothing yet.
    pub fn new(settings: ProviderSettings) -> Self {
        Self { settings, said: Mutex::new(None) }
    }

    fn away(&self) -> Error {
        Refusal::ProviderAway { name: self.settings.name.clone() }.into()
    }

    /// Why nothing comes of what it answered; the log says more.
    pub fn refused(&self, why: &dyn std::fmt::Display) -> Error {
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
    ///
    /// # Errors
    /// A provider that is away, or that says what makes no sense.
    pub fn client(&self, origin: &str, now: Instant) -> Result<Client> {
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
    ///
    /// # Errors
    /// A provider that is away, or a token that is not to what was asked.
    pub fn subject(
        &self,
        client: &Client,
        answer: &ProviderAnswer,
        awaited: &AwaitedReturn,
    ) -> Result<String> {
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
