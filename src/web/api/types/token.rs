//! The token with which a program asks.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::token_scope::opens;
use crate::registry::TokenBearer;

/// The token with which is asked.
#[derive(Serialize, ToSchema)]
pub struct OwnToken {
    /// What it is called.
    name: String,
    /// The login of the person for whom the program acts.
    login: String,
    /// What the person is: `chair`, `editor`, `publisher` or `admin`.
    role: &'static str,
    /// What may be done with it now: its scopes, as far as the role allows them. `read`, `drafts`, `publish` and
    /// `organizations`.
    scopes: Vec<&'static str>,
    /// The last day on which it works.
    #[schema(format = Date)]
    last_day: String,
}

impl From<&TokenBearer> for OwnToken {
    fn from(bearer: &TokenBearer) -> Self {
        let role = &bearer.who.role;
        let scopes = bearer.scopes.iter().filter(|scope| opens(&bearer.scopes, role, **scope));
        Self {
            name: bearer.name.clone(),
            login: bearer.who.login.clone(),
            role: role.kind().name(),
            scopes: scopes.map(|scope| scope.name()).collect(),
            last_day: bearer.last_day.to_string(),
        }
    }
}
