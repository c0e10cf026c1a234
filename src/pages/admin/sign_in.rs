//! Signing in, accepting an invitation, changing the password.

use askama::Template;

use super::staff::{Menu, StaffView, chrome};
use crate::domain::Lang;
use crate::domain::address::{Admin, Token};
use crate::domain::role::Role;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::Passage;
use crate::pages::site::Site;
use crate::phrases::{Argument, say, say_with};

/// A page that needs no session.
#[derive(Debug, Clone, Copy)]
pub struct Visitor<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The language of the page.
    pub lang: Lang,
    /// Why the form was refused; empty at first.
    pub refusals: &'a [String],
    /// The login that was typed.
    pub login: &'a str,
}

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
struct SignInPage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
    login: &'a str,
    done: String,
}

/// The form for signing in. `done` is the key of what was just done, if anything was.
pub fn sign_in(visitor: &Visitor<'_>, done: Option<&str>) -> String {
    let title = Passage::plain(say(visitor.lang, "admin-sign-in-title"));
    finish(&SignInPage {
        chrome: chrome(visitor.site, visitor.lang, title, Admin::SignIn.into()),
        refusals: visitor.refusals,
        login: visitor.login,
        done: done.map(|key| say(visitor.lang, key)).unwrap_or_default(),
    })
}

#[derive(Template)]
#[template(path = "admin/invitation.html")]
struct InvitationPage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
    login: &'a str,
    role: String,
    password_hint: String,
    at: Admin,
}

/// An invitation: what it makes of the reader, and the form that accepts it. `organizations` are the names of a chair's
/// organizations; `least` is the least length of a password in characters.
pub fn invitation(
    visitor: &Visitor<'_>,
    token: Token,
    role: &Role,
    organizations: &str,
    least: usize,
) -> String {
    let lang = visitor.lang;
    let at = Admin::Invitation(token);
    let title = Passage::plain(say(lang, "admin-invitation-title"));
    let key = format!("admin-invitation-{}", role.kind().name());
    let role = say_with(lang, &key, &[("organization", Argument::from(organizations))]);
    finish(&InvitationPage {
        chrome: chrome(visitor.site, lang, title, at.into()),
        refusals: visitor.refusals,
        login: visitor.login,
        role,
        password_hint: password_hint(lang, least),
        at,
    })
}

#[derive(Template)]
#[template(path = "admin/bad_invitation.html")]
struct BadInvitationPage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
}

/// An invitation that does not work any more.
pub fn bad_invitation(visitor: &Visitor<'_>) -> String {
    let title = Passage::plain(say(visitor.lang, "admin-invitation-title"));
    let chrome =
        Chrome::new(visitor.site, crate::pages::LanguagePreference::Accepted(visitor.lang), title, None);
    finish(&BadInvitationPage { chrome, refusals: visitor.refusals })
}

#[derive(Template)]
#[template(path = "admin/password.html")]
struct PasswordPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    login: &'a str,
    password_hint: String,
}

/// The form that changes the password.
pub fn password(staff: StaffView<'_>, refusals: &[String], done: Option<&str>, least: usize) -> String {
    finish(&PasswordPage {
        chrome: staff.chrome_of("admin-password-change"),
        menu: staff.menu(),
        refusals,
        done: done.map(|key| say(staff.lang, key)).unwrap_or_default(),
        login: staff.login,
        password_hint: password_hint(staff.lang, least),
    })
}

fn password_hint(lang: Lang, least: usize) -> String {
    let length = i64::try_from(least).unwrap_or(i64::MAX);
    say_with(lang, "admin-password-hint", &[("length", length.into())])
}
