//! What every feed is written with (Atom, RFC 4287).

use atom_syndication::FixedDateTime;

use crate::domain::{Instant, ids};

/// The media type of a feed.
pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// The identifier of what has a name for ever.
pub(super) fn urn(name: &str) -> String {
    format!("urn:uuid:{}", ids::name_based(name))
}

/// An instant as feeds write it.
pub(super) fn date(instant: Instant) -> FixedDateTime {
    // Both sides write and read RFC 3339.
    instant.to_string().parse().unwrap_or_default()
}
