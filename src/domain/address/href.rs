//! An address as a link has it: with a language, a query, and a place on the page.

use std::fmt::{self, Write as _};

use super::{Address, Located};
use crate::domain::Lang;

/// What stands in the `href` of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Href {
    at: Located,
    query: String,
    place: String,
}

impl From<Address> for Href {
    fn from(address: Address) -> Self {
        Self { at: Located { address, lang: None }, query: String::new(), place: String::new() }
    }
}

impl Href {
    /// A link to an address as it is.
    pub fn to(address: impl Into<Self>) -> Self {
        address.into()
    }

    /// The same in a language.
    pub fn in_language(mut self, lang: Lang) -> Self {
        self.at.lang = Some(lang);
        self
    }

    /// The same with another field in its query.
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        let joint = if self.query.is_empty() { '?' } else { '&' };
        // Writing into memory cannot fail.
        let _ = write!(self.query, "{joint}{name}={}", encoded(&value.to_string()));
        self
    }

    /// The same with these fields in its query.
    pub fn with_all<N: AsRef<str>, V: fmt::Display>(self, fields: impl IntoIterator<Item = (N, V)>) -> Self {
        fields.into_iter().fold(self, |href, (name, value)| href.with(name.as_ref(), value))
    }

    /// The same at a place on the page, which is named by its `id`.
    pub fn at(mut self, id: &str) -> Self {
        id.clone_into(&mut self.place);
        self
    }
}

impl fmt::Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.at, self.query)?;
        if self.place.is_empty() { Ok(()) } else { write!(f, "#{}", self.place) }
    }
}

/// Text for a query of an address: everything is percent-encoded but unreserved characters (RFC 3986, section 2.3).
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing into memory cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
