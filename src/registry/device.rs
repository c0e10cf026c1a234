//! How a browser is known again in which a person signed in before (OWASP: device cookies).
//!
//! The mark is a random number with a proof that only this register can make: a checksum over the number and the stored
//! hash of the person's password, in which there is a salt that nobody knows. So nothing is remembered of devices, each
//! instance knows the marks of the others and of the time before a restart, and a changed password makes all of them void.

use super::throttle::Source;
use crate::domain::Checksum;

/// Characters of a checksum as it is written.
const DIGITS: usize = 64;

/// A mark for a browser, from random digits of the length of a checksum.
pub fn mark(number: &str, password_hash: &str) -> String {
    format!("{number}{}", proof(number, password_hash))
}

fn proof(number: &str, password_hash: &str) -> Checksum {
    Checksum::of(format!("device {number} {password_hash}").as_bytes())
}

/// Whether a text has the form of a mark: anything else asks the database for nothing.
pub fn is_mark(text: &str) -> bool {
    text.len() == 2 * DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The browser that this mark is of, if it was given to the person who has this password.
pub fn known(mark: &str, password_hash: Option<&str>) -> Option<Source> {
    let (number, shown) = mark.split_at_checked(DIGITS)?;
    let wanted = proof(number, password_hash.unwrap_or("nobody")).to_string();
    // Checksums of both, so that the time of the comparison says nothing of the proof.
    let is_same = Checksum::of(shown.as_bytes()) == Checksum::of(wanted.as_bytes());
    (is_same && password_hash.is_some()).then(|| Source::Known(Checksum::of(number.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_to_the_one_password_it_was_made_with() {
        let number = "0f".repeat(32);
        let made = mark(&number, "$argon2id$one");
        assert!(is_mark(&made));
        assert!(known(&made, Some("$argon2id$one")).is_some());
        assert!(known(&made, Some("$argon2id$another")).is_none());
        let of_nobody = mark(&number, "nobody");
        assert!(known(&of_nobody, None).is_none(), "who does not exist has no browser");
        let forged = format!("{}{}", "0e".repeat(32), &made[DIGITS..]);
        assert!(known(&forged, Some("$argon2id$one")).is_none());
        for text in ["", "0f", &"0g".repeat(64), &"қ".repeat(64)] {
            assert!(!is_mark(text), "{text}");
        }
    }
}
