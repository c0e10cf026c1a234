//! Secrets that are given out once, as links and cookies; what is stored is their checksum.

use std::fmt::Write as _;

use super::Result;
use super::random::random;
use crate::domain::Checksum;

/// How much of a stored checksum names a session or an invitation on a page: nobody finds the secret by it.
const BEGINNING_DIGITS: usize = 32;

/// 32 random bytes as hexadecimal digits.
pub(super) fn token() -> Result<String> {
    let mut token = String::new();
    for byte in random::<32>()? {
        // Writing to a string cannot fail.
        let _ = write!(token, "{byte:02x}");
    }
    Ok(token)
}

pub(super) fn hash_token(token: &str) -> String {
    Checksum::of(token.as_bytes()).to_string()
}

/// The name on a page of what has this checksum.
pub(super) fn beginning(hash: &str) -> String {
    hash.chars().take(BEGINNING_DIGITS).collect()
}

/// Whether a text can be such a name.
pub(super) fn is_beginning(text: &str) -> bool {
    text.len() == BEGINNING_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
