//! Whom passkeys belong to (W3C Web Authentication, section 4: the relying party).

use webauthn_rs::prelude::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Whom passkeys belong to: the public address of the server.
pub struct RelyingParty(Webauthn);

impl RelyingParty {
    /// The one at this origin. A trial on this machine is one by the name `localhost`, because no passkey belongs to a number
    /// (W3C Web Authentication, section 5.1.3); none at any other number.
    pub fn at(origin: &str) -> Option<Self> {
        let named = ["http://127.0.0.1", "http://[::1]"].iter().find_map(|own| {
            let port = origin.strip_prefix(own)?;
            (port.is_empty() || port.starts_with(':')).then(|| format!("http://localhost{port}"))
        });
        let origin = Url::parse(named.as_deref().unwrap_or(origin)).ok()?;
        let host = origin.domain()?;
        WebauthnBuilder::new(host, &origin).and_then(WebauthnBuilder::build).ok().map(Self)
    }

    /// What passkeys are made and looked at with.
    pub const fn webauthn(&self) -> &Webauthn {
        &self.0
    }

    /// The origin at which its passkeys work.
    pub fn origin(&self) -> Option<String> {
        self.0.get_allowed_origins().first().map(|url| url.origin().ascii_serialization())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_belong_to_a_name_and_on_a_trial_to_localhost() {
        let at = |origin| RelyingParty::at(origin).and_then(|party| party.origin());
        assert_eq!(at("https://qr.example.kz").as_deref(), Some("https://qr.example.kz"));
        for own in ["http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080"] {
            assert_eq!(at(own).as_deref(), Some("http://localhost:8080"), "{own}");
        }
        for number in ["http://192.168.0.2:8080", "https://[2001:db8::1]"] {
            assert_eq!(at(number), None, "{number}");
        }
    }
}
