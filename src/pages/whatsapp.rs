//! Addresses that open WhatsApp with a message begun.

use crate::domain::address::encoded;

/// An address that opens WhatsApp with a message to whom the sender chooses.
pub(super) fn message(text: &str) -> String {
    format!("https://wa.me/?text={}", encoded(text))
}

/// An address that opens WhatsApp with a message to one number, which is given in international digits.
pub(super) fn message_to(digits: &str, text: &str) -> String {
    format!("https://wa.me/{digits}?text={}", encoded(text))
}
