//! The boxes in which readers type what they look for: in the whole register, in one text.

use super::form::{Field, Form, Look, button, words};
use super::site::LanguagePreference;
use crate::domain::Lang;
use crate::domain::address::Public;
use crate::phrases::say;

/// A search in the register: `typed` is what stands in the box, `within` what else it sends.
pub(super) fn everywhere(
    wish: LanguagePreference,
    typed: &str,
    within: impl IntoIterator<Item = (&'static str, String)>,
) -> Form {
    let page = wish.lang();
    let words = words(page, "search-words-label", typed).with_hint(say(page, "search-words-hint"));
    let within: Vec<Field> = within.into_iter().map(|(name, value)| Field::hidden(name, value)).collect();
    let send = button(page, "search-button", Look::First);
    Form::search("search", wish.link(Public::Search), words, send).with(within)
}

/// A search in one text, which is at this address.
pub(super) fn in_text(page: Lang, action: impl ToString, typed: &str) -> Form {
    let words = words(page, "find-in-text-label", typed).required();
    Form::search("in-text", action, words, button(page, "find-button", Look::First))
}
