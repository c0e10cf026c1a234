//! Identifiers that never leave the registry: one newtype over [`uuid::Uuid`] for each thing that has one.

use std::fmt;
use std::str::FromStr;

use super::checksum::Checksum;

/// An identifier's text is not a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

/// The identifier that is made from a name: the same name gives the same one for ever (RFC 9562, version 8, from the
/// first half of the name's SHA-256).
pub fn name_based(name: &str) -> impl fmt::Display {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Checksum::of(name.as_bytes()).as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// The id made of 16 random bytes (RFC 9562, version 4).
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                uuid::Uuid::parse_str(text).map(Self).map_err(|_| NotAnId)
            }
        }
    };
}

id!(
    /// An organization.
    OrganizationId
);
id!(
    /// A document.
    DocumentId
);
id!(
    /// A version of a document.
    VersionId
);
id!(
    /// A text of a version in one language.
    TextId
);
id!(
    /// An attachment of a version.
    AttachmentId
);
id!(
    /// A fact about a version.
    FactId
);
id!(
    /// A draft of a version.
    DraftId
);
id!(
    /// A person who signs in.
    UserId
);
