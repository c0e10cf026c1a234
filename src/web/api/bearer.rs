//! A program that shows a token: for whom it acts, and what it may do.

use std::marker::PhantomData;
use std::sync::Arc;

use actix_web::http::header;

use crate::domain::Lang;
use crate::domain::token_scope::{TokenScope, opens};
use crate::pages::error::Problem;
use crate::registry::{Error, Refusal, Registry, TokenBearer, View};
use crate::web::access::Admission;
use crate::web::admin::browser;
use crate::web::error::WebError;
use crate::web::pool::{Pool, Pools};
use crate::web::request::Request;

/// Longest token that is looked at, in bytes: ours has 72.
const TOKEN_MAX_BYTES: usize = 200;

/// A program with a token that opens what asks for a scope. Cookies are not looked at: what a browser sends by itself opens
/// nothing here.
pub struct Bearer<S: Scoped> {
    /// The request.
    pub request: Arc<Request>,
    /// For whom the program acts.
    pub bearer: TokenBearer,
    /// Who acts, as the audit trail names them.
    pub actor: String,
    scope: PhantomData<S>,
}

/// What an address asks of a token.
pub trait Scoped: Send + 'static {
    /// What the table of routes calls it.
    const NAME: &'static str;

    /// The scope; none where any token will do.
    const SCOPE: Option<TokenScope>;
}

macro_rules! scopes {
    ($( $(#[$doc:meta])* $name:ident = $text:literal asks $scope:expr; )+) => {
        $(
            $(#[$doc])*
            pub enum $name {}

            impl Scoped for $name {
                const NAME: &'static str = $text;
                const SCOPE: Option<TokenScope> = $scope;
            }
        )+
    };
}

scopes! {
    /// Any token.
    AnyToken = "any token" asks None;
    /// A token that looks at drafts.
    Read = "token: read" asks Some(TokenScope::Read);
    /// A token that prepares drafts.
    Drafts = "token: drafts" asks Some(TokenScope::Drafts);
    /// A token that publishes.
    Publish = "token: publish" asks Some(TokenScope::Publish);
    /// A token that changes organizations.
    Organizations = "token: organizations" asks Some(TokenScope::Organizations);
}

impl<S: Scoped> Admission for Bearer<S> {
    const NAME: &'static str = S::NAME;

    fn pool(pools: &Pools) -> &Pool {
        &pools.staff
    }

    fn admit(request: &Arc<Request>, _: &View) -> Result<Self, WebError> {
        let token = shown(request).ok_or(Problem::NoToken)?;
        let bearer =
            request.app.registry.token_bearer(token, browser::of(request).address).map_err(|error| {
                match error {
                    Error::Refused(Refusal::BadToken) => Problem::NoToken.into(),
                    Error::Refused(Refusal::TooManyAttempts { wait_s }) => Problem::TooMany { wait_s }.into(),
                    error => WebError::from(error),
                }
            })?;
        // The role is that of this moment: what the person lost, the token has lost.
        if let Some(scope) = S::SCOPE.filter(|scope| !opens(&bearer.scopes, &bearer.who.role, *scope)) {
            return Err(Problem::ScopeMissing(scope).into());
        }
        let actor = bearer.actor();
        Ok(Self { request: request.clone(), bearer, actor, scope: PhantomData })
    }
}

/// The token in `Authorization` (RFC 6750, section 2.1).
fn shown(request: &Request) -> Option<&str> {
    let value = request.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.len() <= TOKEN_MAX_BYTES)
        .then_some(token)
}

impl<S: Scoped> Bearer<S> {
    /// The register.
    pub fn registry(&self) -> &Registry {
        &self.request.app.registry
    }

    /// Scheme and host of the public address.
    pub fn origin(&self) -> &str {
        &self.request.app.origin
    }

    /// The language in which it is told what is refused.
    pub fn lang(&self) -> Lang {
        self.request.lang()
    }
}
