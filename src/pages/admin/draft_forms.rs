//! What can be done to a draft as a whole, by one button each.

use crate::domain::address::Admin;
use crate::domain::document_kind::{DocumentKind, Need};
use crate::domain::ids::DraftId;
use crate::domain::requisites::{Prolongation, RequisitesInput};
use crate::domain::{Day, Lang};
use crate::pages::form::{self, Choice, Control, Field, Form, Look, button, line};
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

/// The fields for the dates of an edition of this kind.
pub(super) fn dates(page: Lang, kind: DocumentKind, requisites: &RequisitesInput) -> Vec<Field> {
    let field = |name: &str, need: Need, value: Option<Day>| {
        let key = format!("admin-upload-{}", name.replace('_', "-"));
        let field = form::day(page, name, &key, value.map(as_typed).unwrap_or_default());
        if need == Need::Optional { field.optional(page) } else { field }
    };
    let prolongation = [
        (Prolongation::None, "admin-upload-prolongation-none"),
        (Prolongation::UntilReplaced, "admin-upload-prolongation-until-replaced"),
    ];
    let choice = |(prolongation, key): (Prolongation, &str)| {
        Choice::new(prolongation.name(), say(page, key), requisites.prolongation.name())
    };
    let prolongation = Control::Radio(prolongation.map(choice).into());
    vec![
        field("signed_on", kind.rules().signed_on, requisites.signed_on),
        field("effective_from", Need::Required, requisites.effective_from),
        field("term_end", kind.rules().term_end, requisites.term_end),
        Field::new("prolongation", say(page, "admin-upload-prolongation"), prolongation),
    ]
}

/// A day as it may be typed.
fn as_typed(day: Day) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
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

/// Puts the pages of a text that was joined of photos into another order.
pub(super) fn order(page: Lang, id: DraftId, lang: Lang, pages: usize) -> Form {
    let present: Vec<String> = (1..=pages).map(|page| page.to_string()).collect();
    let order =
        line(page, "order", "photos-order", present.join(" ")).with_hint(say(page, "photos-order-hint"));
    Form::new(format!("order-{lang}"), Admin::ArrangePhotos(id, lang)).with(vec![order]).button(button(
        page,
        "photos-arrange",
        Look::Second,
    ))
}
