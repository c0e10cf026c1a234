//! Passkeys: those that a person has, the form of a new one, and the forms in which one is used. What a device answers is
//! put into them by a script; without it the pages say so, and all else on them works.

use super::people::counted;
use super::staff::StaffView;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::{Day, Lang};
use crate::pages::form::{Control, Field, Form, LineKind, Look, button, line};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// The form of a new passkey.
pub const ADD: &str = "new-passkey";
/// The form that signs in with a passkey alone.
pub const SIGN_IN: &str = "sign-in-passkey";
/// The form that asks for a passkey after the password.
pub const CONFIRM: &str = "confirm-passkey";

/// Longest name of a passkey, in characters.
const NAME_MAX_CHARS: usize = 60;

/// Most passkeys of a person.
const PASSKEYS_MAX: usize = 10;

/// A passkey that a person has.
#[derive(Debug)]
pub struct ListedPasskey<'a> {
    /// What names it in addresses.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// The day on which it was made.
    pub made_on: Day,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// A passkey in a list.
pub(super) struct PasskeyLine {
    pub name: String,
    pub details: Vec<String>,
    pub remove: Form,
}

/// A form into which a script puts what a device answers.
pub(super) struct PasskeyForm {
    /// Where the script asks what the device is to do.
    pub begin: Admin,
    /// The origin at which passkeys work.
    pub origin: String,
    /// Says that they work there alone.
    pub elsewhere: String,
    pub form: Form,
}

impl ListedPasskey<'_> {
    /// The passkey in a list.
    pub(super) fn line(&self, page: Lang) -> PasskeyLine {
        let dated = |key, day, form: DayForm| say_of(page, key, "date", &say_day(page, day, form));
        let used = match self.used_on {
            Some(day) => dated("account-session-used", day, DayForm::Short),
            None => say(page, "token-unused"),
        };
        PasskeyLine {
            name: self.name.to_owned(),
            details: vec![dated("passkey-made", self.made_on, DayForm::Short), used],
            remove: Form::press(
                format!("remove-{}", self.id),
                Admin::RemovePasskey(Token::new(self.id)),
                button(page, "passkey-remove", Look::Second),
            ),
        }
    }
}

fn form(page: Lang, begin: Admin, origin: &str, form: Form) -> PasskeyForm {
    PasskeyForm {
        begin,
        origin: origin.to_owned(),
        elsewhere: say_of(page, "passkey-elsewhere", "address", origin),
        form,
    }
}

fn answer() -> Field {
    Field::hidden("credential", "")
}

/// The form of a new passkey; none where there are as many as there may be.
pub(super) fn add(staff: StaffView<'_>, count: usize, origin: &str) -> Option<PasskeyForm> {
    let page = staff.lang;
    let password = Field::line(LineKind::Password, "present", say(page, "admin-password-present"), "");
    let fields = vec![
        answer(),
        line(page, "name", "passkey-name", "")
            .required()
            .at_most(NAME_MAX_CHARS)
            .with_hint(say(page, "passkey-name-hint")),
        Field::new("username", "", Control::Account(staff.login.to_owned())),
        password.required(),
    ];
    let new = Form::new(ADD, Admin::AddPasskey).with(fields).button(button(page, "passkey-add", Look::First));
    (count < PASSKEYS_MAX).then(|| form(page, Admin::BeginPasskey, origin, new))
}

/// Why there is no form of a new passkey.
pub(super) fn why_none(page: Lang, count: usize) -> String {
    if count < PASSKEYS_MAX {
        say(page, "refusal-passkeys-not-here")
    } else {
        counted(page, "passkey-enough", count)
    }
}

/// The form that signs in with a passkey alone.
pub(super) fn sign_in(page: Lang, action: &Href, origin: &str) -> PasskeyForm {
    let press = button(page, "passkey-sign-in", Look::Second);
    let used = Form::new(SIGN_IN, action).with(vec![answer()]).button(press);
    form(page, Admin::BeginSignInPasskey, origin, used)
}

/// The form that asks for a passkey after the password.
pub(super) fn confirm(page: Lang, origin: &str) -> PasskeyForm {
    let press = button(page, "passkey-sign-in", Look::First);
    let used = Form::new(CONFIRM, Admin::SignInCodePasskey).with(vec![answer()]).button(press);
    form(page, Admin::BeginSignInCodePasskey, origin, used)
}
