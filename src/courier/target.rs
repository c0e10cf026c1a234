//! An address that messages may be brought to, as far as it says so itself; where its name leads is looked at later.

use std::net::IpAddr;

use reqwest::Url;

use super::Reach;
use crate::domain::webhook::{ADDRESS_MAX_CHARS, BadAddress, is_loopback};

/// Names that lead into a house, or nowhere (RFC 6761, RFC 6762, RFC 8375; ICANN's `internal`).
const INSIDE: [&str; 5] = ["localhost", "local", "internal", "home.arpa", "onion"];

/// An address of the web. It is read by the same rules by which the client reads it (WHATWG URL), so that no spelling of a
/// host means one thing here and another one there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target(Url);

impl Target {
    /// Reads an address.
    ///
    /// # Errors
    /// One that is no address of the web, not reached over https, with a login in it, or of a network that is not public.
    pub fn parse(text: &str, reach: Reach) -> Result<Self, BadAddress> {
        if text.chars().count() > ADDRESS_MAX_CHARS {
            return Err(BadAddress::TooLong);
        }
        let url = Url::parse(text).map_err(|_| BadAddress::Form)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(BadAddress::Form)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BadAddress::Credentials);
        }
        let place = Place::of(host);
        let is_here = reach == Reach::ThisMachine && place.is_this_machine();
        match url.scheme() {
            "https" => {}
            "http" if is_here => {}
            "http" => return Err(BadAddress::NotHttps),
            _ => return Err(BadAddress::Form),
        }
        let is_public = match &place {
            Place::Number(address) => reach.allows(*address),
            Place::Name(name) => is_here || leads_outside(name),
        };
        if is_public { Ok(Self(url)) } else { Err(BadAddress::Private) }
    }

    /// As it is kept: without what no server is told.
    pub fn into_text(mut self) -> String {
        self.0.set_fragment(None);
        self.0.into()
    }

    /// Whether it is this machine's own and is reached without TLS.
    pub fn is_trial(&self) -> bool {
        self.0.scheme() == "http"
    }

    pub(super) fn into_url(self) -> Url {
        self.0
    }
}

/// What stands in the place of the host.
enum Place {
    Number(IpAddr),
    Name(String),
}

impl Place {
    fn of(host: &str) -> Self {
        // An address of IPv6 stands in brackets; every spelling of one of IPv4 was read to the usual one.
        let plain = host.trim_start_matches('[').trim_end_matches(']');
        plain.parse().map_or_else(|_| Self::Name(host.trim_end_matches('.').to_owned()), Self::Number)
    }

    fn is_this_machine(&self) -> bool {
        match self {
            Self::Number(address) => is_loopback(*address),
            Self::Name(name) => name == "localhost",
        }
    }
}

/// Whether a name may lead to the public internet: it has two parts, and is none of those that never do.
fn leads_outside(name: &str) -> bool {
    let is_below = |of: &str| name == of || name.strip_suffix(of).is_some_and(|rest| rest.ends_with('.'));
    name.contains('.') && !INSIDE.into_iter().any(is_below)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refused(text: &str) -> Option<BadAddress> {
        Target::parse(text, Reach::Public).err()
    }

    #[test]
    fn an_address_of_the_public_web_is_taken() {
        for good in [
            "https://example.kz/in",
            "https://example.kz:8443/in?key=1",
            "https://1.1.1.1/",
            "https://қазақ.қаз/",
        ] {
            assert_eq!(refused(good), None, "{good}");
        }
        let target = Target::parse("https://EXAMPLE.kz/in#part", Reach::Public).expect("an address");
        assert_eq!(target.into_text(), "https://example.kz/in");
    }

    #[test]
    fn every_spelling_of_a_place_inside_is_refused() {
        for inside in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:a00:1]/",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://192.168.0.1:8443/",
            "https://[fd00::1]/",
            "https://[fe80::1]/",
            "https://localhost/",
            "https://LOCALHOST./",
            "https://a.localhost/",
            "https://printer.local/",
            "https://db.internal/",
            "https://intranet/",
            "https://0/",
            "https://0.0.0.0/",
            "https://１２７.0.0.1/",
            "https://127.0.0.1./",
        ] {
            assert_eq!(refused(inside), Some(BadAddress::Private), "{inside}");
        }
        assert_eq!(refused("http://example.kz/"), Some(BadAddress::NotHttps));
        assert_eq!(refused("https://user:secret@example.kz/"), Some(BadAddress::Credentials));
        assert_eq!(refused("https://user@example.kz/"), Some(BadAddress::Credentials));
        for none in ["", "example.kz", "ftp://example.kz/", "https://", "javascript:alert(1)", "https:// /"] {
            assert_eq!(refused(none), Some(BadAddress::Form), "{none}");
        }
        let long = format!("https://example.kz/{}", "a".repeat(ADDRESS_MAX_CHARS));
        assert_eq!(refused(&long), Some(BadAddress::TooLong));
    }

    #[test]
    fn a_trial_reaches_this_machine_without_https_and_nothing_else_of_the_house() {
        let on_trial = |text: &str| Target::parse(text, Reach::ThisMachine).err();
        for here in [
            "http://127.0.0.1:8000/in",
            "http://localhost:8000/",
            "http://[::1]:8000/",
            "https://example.kz/",
        ] {
            assert_eq!(on_trial(here), None, "{here}");
        }
        assert_eq!(on_trial("http://example.kz/"), Some(BadAddress::NotHttps));
        assert_eq!(on_trial("http://192.168.0.1/"), Some(BadAddress::NotHttps));
        assert_eq!(on_trial("https://192.168.0.1/"), Some(BadAddress::Private));
        assert_eq!(on_trial("https://intranet/"), Some(BadAddress::Private));
    }

    proptest! {
        #[test]
        fn no_number_that_is_not_public_is_taken(bits: u32) {
            let address = std::net::Ipv4Addr::from_bits(bits);
            let is_taken = refused(&format!("https://{address}/")).is_none();
            prop_assert_eq!(is_taken, crate::domain::webhook::is_public(address.into()));
            prop_assert_eq!(refused(&format!("https://{bits}/")).is_none(), is_taken);
        }
    }
}
