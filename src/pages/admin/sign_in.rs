//! Signing in, accepting an invitation, changing the password.

use askama::Template;

use super::invitation_links::valid;
use super::passkeys::{self, PasskeyForm};
use super::provider;
use super::staff::{Menu, StaffView, chrome};
use crate::domain::address::{Admin, Href, Token};
use crate::domain::role::Role;
use crate::domain::{Instant, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Group, LineKind, Look, Typed, button};
use crate::pages::html::Passage;
use crate::pages::site::Site;
use crate::phrases::{Argument, say, say_of, say_with};

/// A page that needs no session.
#[derive(Debug, Clone, Copy)]
pub struct Visitor<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The language of the page.
    pub lang: Lang,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
}

/// The form for signing in.
pub const SIGN_IN: &str = "sign-in";
/// The form that accepts an invitation.
pub const INVITATION: &str = "accept";
/// The form of another password.
pub const PASSWORD: &str = "other-password";

/// Longest login, in characters.
const LOGIN_MAX_CHARS: usize = 100;

fn login(page: Lang) -> Field {
    let login = Field::line(LineKind::Login, "login", say(page, "admin-login"), "");
    login.required().at_most(LOGIN_MAX_CHARS)
}

/// A field for a password; `key` is what it is called.
fn password_field(page: Lang, kind: LineKind, name: &str, key: &str) -> Field {
    Field::line(kind, name, say(page, key), "").required()
}

/// A new password in a field with this name, once more in another one. `least` is its least length in characters.
fn new_password(page: Lang, name: &str, least: usize) -> [Field; 2] {
    let length = i64::try_from(least).unwrap_or(i64::MAX);
    let hint = say_with(page, "admin-password-hint", &[("length", length.into())]);
    let field = |name: &str, key: &str| password_field(page, LineKind::NewPassword, name, key);
    [field(name, "admin-password-new").with_hint(hint), field("again", "admin-password-again")]
}

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
struct SignInPage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
    form: Form,
    passkey: Option<PasskeyForm>,
    provider: Option<Form>,
    done: String,
    ended: String,
}

/// By which ways one signs in: where each of the forms is sent.
#[derive(Debug)]
pub struct Ways<'a> {
    /// With the password.
    pub password: Href,
    /// With a passkey, and the origin at which passkeys work; none where they do not.
    pub passkey: Option<(&'a Href, &'a str)>,
    /// What people call the provider at which they sign in; none where there is none.
    pub provider: Option<&'a str>,
}

/// The form for signing in. `done` is the key of what was just done, if anything was; `ended` that of what became of a form
/// whose session had ended.
pub fn sign_in(visitor: &Visitor<'_>, ways: &Ways<'_>, done: Option<&str>, ended: Option<&str>) -> String {
    let lang = visitor.lang;
    let title = Passage::plain(say(lang, "admin-sign-in-title"));
    let password = password_field(lang, LineKind::Password, "password", "admin-password");
    let form = Form::new(SIGN_IN, &ways.password).with(vec![login(lang), password]).button(button(
        lang,
        "admin-sign-in",
        Look::First,
    ));
    finish(&SignInPage {
        chrome: chrome(visitor.site, lang, title, Admin::SignIn.into()),
        refusals: &visitor.typed.refusals,
        form: form.filled(visitor.typed),
        passkey: ways.passkey.map(|(action, origin)| passkeys::sign_in(lang, action, origin)),
        provider: ways.provider.map(|name| provider::begin(lang, name)),
        done: done.map(|key| say(lang, key)).unwrap_or_default(),
        ended: ended.map(|key| say(lang, key)).unwrap_or_default(),
    })
}

#[derive(Template)]
#[template(path = "admin/invitation.html")]
struct InvitationPage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
    role: String,
    valid: String,
    form: Form,
}

/// What an invitation offers to the reader.
#[derive(Debug, Clone, Copy)]
pub struct Offered<'a> {
    /// The secret part of its link.
    pub token: Token,
    /// What it makes of the reader.
    pub role: &'a Role,
    /// The names of a chair's organizations.
    pub organizations: &'a str,
    /// The login of the reader, who sets a new password with it; none where it makes a new person.
    pub login: Option<&'a str>,
    /// When it stops working.
    pub expires_at: Instant,
}

/// An invitation: what it makes of the reader, and the form that accepts it. `least` is the least length of a password in
/// characters.
pub fn invitation(visitor: &Visitor<'_>, offered: &Offered<'_>, least: usize) -> String {
    let lang = visitor.lang;
    let at = Admin::Invitation(offered.token);
    let (title, role, hint, own) = match offered.login {
        Some(known) => {
            let account = Field::new("login", "", Control::Account(known.to_owned()));
            let role = say_of(lang, "admin-invitation-password", "login", known);
            ("admin-password-new", role, "admin-invitation-password-hint", account)
        }
        None => {
            let key = format!("admin-invitation-{}", offered.role.kind().name());
            let role = say_with(lang, &key, &[("organization", Argument::from(offered.organizations))]);
            ("admin-invitation-title", role, "admin-invitation-accept", login(lang))
        }
    };
    let fields = [own].into_iter().chain(new_password(lang, "password", least)).collect();
    let form = Form::new(INVITATION, at)
        .with(Group { hint: Some(say(lang, hint)), fields, ..Group::default() })
        .button(button(lang, "admin-sign-in", Look::First));
    finish(&InvitationPage {
        chrome: chrome(visitor.site, lang, Passage::plain(say(lang, title)), at.into()),
        refusals: &visitor.typed.refusals,
        role,
        valid: valid(lang, offered.expires_at),
        form: form.filled(visitor.typed),
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
    finish(&BadInvitationPage { chrome, refusals: &visitor.typed.refusals })
}

#[derive(Template)]
#[template(path = "admin/password.html")]
struct PasswordPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    form: Form,
}

/// The form that changes the password.
pub fn password(staff: StaffView<'_>, typed: &Typed, done: Option<&str>, least: usize) -> String {
    let lang = staff.lang;
    let account = Field::new("username", "", Control::Account(staff.login.to_owned()));
    let present = password_field(lang, LineKind::Password, "present", "admin-password-present");
    let fields: Vec<Field> = [account, present].into_iter().chain(new_password(lang, "new", least)).collect();
    let form = Form::new(PASSWORD, Admin::Password).with(fields).button(button(
        lang,
        "admin-password-change",
        Look::First,
    ));
    finish(&PasswordPage {
        chrome: staff.chrome_of("admin-password-change"),
        menu: staff.menu(),
        refusals: &typed.refusals,
        done: done.map(|key| say(lang, key)).unwrap_or_default(),
        form: form.filled(typed),
    })
}
