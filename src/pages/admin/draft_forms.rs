//! What can be done to a draft as a whole, by one button each.

use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::ids::DraftId;
use crate::pages::form::{Control, Field, Form, Look, button};
use crate::phrases::say;

/// Throws it away.
pub(super) fn discard(page: Lang, id: DraftId) -> Form {
    let discard = button(page, "admin-document-draft-delete", Look::Danger);
    Form::press("discard", Admin::Discard(id), discard)
}

/// Splits the file of a language that holds the Kazakh and the Russian text side by side.
pub(super) fn split(page: Lang, id: DraftId, lang: Lang) -> Form {
    Form::press("split", Admin::SplitDraft(id, lang), button(page, "review-split", Look::First))
}

/// Publishes it as it was seen in this state; what is doubtful may have to be looked at first.
pub(super) fn publish(page: Lang, id: DraftId, state: &str, must_be_seen: bool) -> Form {
    let seen = || Field::new("seen", say(page, "review-seen"), Control::Consent).required();
    let fields = [Field::hidden("seen_state", state)].into_iter().chain(must_be_seen.then(seen));
    Form::new("publish", Admin::Publish(id)).with(fields.collect::<Vec<_>>()).button(button(
        page,
        "admin-publish",
        Look::Big,
    ))
}
