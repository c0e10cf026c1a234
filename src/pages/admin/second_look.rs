//! The second look at an edition that was published at once: that it is due, and what to say in it.

use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::calendar::local_day;
use crate::domain::four_eyes::{LookVerdict, SecondLook};
use crate::pages::form::{Form, Look, Typed, button, line};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_with};

/// The id of the form.
pub fn look_form(ordinal: u32) -> String {
    format!("v{ordinal}-look")
}

/// A second look on the page of a document.
pub(super) struct LookForm {
    pub(super) words: String,
    /// For those who may take it.
    pub(super) form: Option<Form>,
}

/// That a second look is due, or which doubt stands, in one sentence.
pub(super) fn sentence(look: &SecondLook, page: Lang) -> String {
    match look.verdict {
        LookVerdict::Doubted => {
            say_with(page, "second-look-doubted", &[("doubt", look.doubt.as_str().into())])
        }
        LookVerdict::Due | LookVerdict::Confirmed => {
            let date = say_day(page, local_day(look.since), DayForm::Short);
            let by = look.published_by.as_str().into();
            say_with(page, "second-look-due", &[("login", by), ("date", date.into())])
        }
    }
}

impl LookForm {
    /// The look, with its form where it is sent to an address about the version with an ordinal.
    pub(super) fn new(page: Lang, look: &SecondLook, to: Option<(Admin, u32)>, typed: &Typed) -> Self {
        let form = to.map(|(address, ordinal)| {
            let reason = line(page, "reason", "second-look-reason", "");
            Form::new(look_form(ordinal), address)
                .with(vec![reason.optional(page).with_hint(say(page, "second-look-reason-hint"))])
                .button(button(page, "second-look-confirm", Look::First).sending("verdict", "confirmed"))
                .button(button(page, "second-look-doubt", Look::Second).sending("verdict", "doubted"))
                .filled(typed)
        });
        Self { words: sentence(look, page), form }
    }
}
