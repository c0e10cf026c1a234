//! Tokens with which programs act for a person: those that work, the form of a new one, and the one time it is shown.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Token};
use crate::domain::ids::UserId;
use crate::domain::token_scope::{NAME_MAX_CHARS, TokenScope, scopes_of};
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, LineKind, Look, Typed, button, day, line};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// The form of a new token.
pub const MAKE: &str = "new-token";

/// A token that works.
#[derive(Debug)]
pub struct ListedToken<'a> {
    /// What names it in addresses.
    pub handle: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What it may do.
    pub scopes: &'a [TokenScope],
    /// The last day on which it works.
    pub last_day: Day,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// What the form of a new token is made from.
#[derive(Debug, Clone, Copy)]
pub struct NewToken<'a> {
    /// The key of the form.
    pub key: &'a str,
    /// Until when it is proposed to work.
    pub last_day: Day,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
}

/// A token in a list.
pub(super) struct TokenLine {
    pub name: String,
    pub details: Vec<String>,
    pub revoke: Form,
}

impl ListedToken<'_> {
    /// The token in a list; `of` is the person whose page it is, none on the own page.
    pub(super) fn line(&self, page: Lang, of: Option<UserId>) -> TokenLine {
        let handle = Token::new(self.handle);
        let action = of.map_or(Admin::RevokeToken(handle), |person| Admin::RevokeTokenOf(person, handle));
        let scopes: Vec<String> = self.scopes.iter().map(|scope| scope_name(page, *scope)).collect();
        let dated = |key, day, form: DayForm| say_of(page, key, "date", &say_day(page, day, form));
        let used = match self.used_on {
            Some(day) => dated("token-used", day, DayForm::Short),
            None => say(page, "token-unused"),
        };
        TokenLine {
            name: self.name.to_owned(),
            details: vec![scopes.join("; "), dated("token-until", self.last_day, DayForm::To), used],
            revoke: Form::press(
                format!("revoke-{}", self.handle),
                action,
                button(page, "token-revoke", Look::Second),
            ),
        }
    }
}

fn scope_name(page: Lang, scope: TokenScope) -> String {
    say(page, &format!("token-scope-{}", scope.name()))
}

/// The form of a new token; none for who may do nothing that a program does.
pub(super) fn form(staff: StaffView<'_>, new: NewToken<'_>) -> Option<Form> {
    let page = staff.lang;
    let scopes = scopes_of(staff.role);
    if scopes.is_empty() {
        return None;
    }
    let choices = scopes.iter().map(|scope| Choice::new(scope.name(), scope_name(page, *scope), ""));
    let password = Field::line(LineKind::Password, "present", say(page, "admin-password-present"), "");
    let form = Form::new(MAKE, Admin::MakeToken)
        .with(vec![
            Field::hidden("key", new.key),
            line(page, "name", "token-name", "")
                .required()
                .at_most(NAME_MAX_CHARS)
                .with_hint(say(page, "token-name-hint")),
            Field::new("scope", say(page, "token-scopes"), Control::Checks(choices.collect())),
            day(page, "last_day", "token-last-day", new.last_day.to_string()).required(),
            Field::new("username", "", Control::Account(staff.login.to_owned())),
            password.required(),
        ])
        .button(button(page, "token-make", Look::First))
        .filled(new.typed);
    Some(form)
}

#[derive(Template)]
#[template(path = "admin/token_made.html")]
struct TokenPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    token: &'a str,
    name: &'a str,
}

/// The page of a token that was just made: it is shown this once.
pub fn render_made(staff: StaffView<'_>, name: &str, token: &str) -> String {
    finish(&TokenPage { chrome: staff.chrome_of("token-made-title"), menu: staff.menu(), token, name })
}
