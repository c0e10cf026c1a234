//! Entity tags: what a browser has already is not sent again.

use actix_web::http::header::{self, HeaderMap};

use crate::domain::Checksum;

/// The strong tag of bytes (RFC 9110, section 8.8.3): 128 bits of their checksum.
pub fn of(bytes: &[u8]) -> String {
    of_checksum(Checksum::of(bytes))
}

/// The strong tag of what has a checksum.
pub fn of_checksum(checksum: Checksum) -> String {
    format!("\"{}\"", &checksum.to_string()[..32])
}

/// Whether `If-None-Match` names this tag (RFC 9110, section 13.1.2).
pub fn has_already(headers: &HeaderMap, etag: &[u8]) -> bool {
    headers.get_all(header::IF_NONE_MATCH).any(|value| {
        value.to_str().is_ok_and(|text| {
            let mut tags = text.split(',').map(str::trim);
            tags.any(|tag| tag == "*" || tag.trim_start_matches("W/").as_bytes() == etag)
        })
    })
}
