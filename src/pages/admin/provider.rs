//! Signing in at an OpenID Connect provider: the way there, the way back, and the account that is connected.

use askama::Template;

use super::staff::{StaffView, chrome};
use crate::domain::Day;
use crate::domain::Lang;
use crate::domain::address::{Admin, Asset};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Button, Control, Field, Form, LineKind, Look, button};
use crate::pages::html::Passage;
use crate::pages::site::Site;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// The form that begins a sign-in at the provider.
pub const BEGIN: &str = "sign-in-provider";
/// The form that connects an account.
pub const CONNECT: &str = "connect-provider";

/// The account of a person at the provider.
#[derive(Debug, Clone, Copy)]
pub struct ProviderAccount<'a> {
    /// What people call the provider.
    pub name: &'a str,
    /// Since when the account is connected, and on which day it was last used; none where it is not.
    pub connected: Option<(Day, Option<Day>)>,
}

/// What is said of it, and what may be done about it.
pub(super) struct ProviderPart {
    pub title: String,
    pub hint: String,
    pub details: Vec<String>,
    pub form: Form,
}

impl ProviderAccount<'_> {
    fn details(&self, page: Lang) -> Vec<String> {
        let dated = |key, day| say_of(page, key, "date", &say_day(page, day, DayForm::Short));
        let Some((since, used_on)) = self.connected else { return Vec::new() };
        let used = used_on.map(|day| dated("account-session-used", day));
        [dated("provider-connected-on", since)].into_iter().chain(used).collect()
    }

    /// The part of the own account.
    pub(super) fn own(&self, staff: StaffView<'_>) -> ProviderPart {
        let page = staff.lang;
        let named = |key| say_of(page, key, "name", self.name);
        let form = if self.connected.is_some() {
            let press = button(page, "provider-disconnect", Look::Second);
            Form::press("disconnect-provider", Admin::DisconnectProvider, press)
        } else {
            let password =
                Field::line(LineKind::Password, "present", say(page, "admin-password-present"), "");
            let account = Field::new("username", "", Control::Account(staff.login.to_owned()));
            let words = named("provider-connect");
            Form::new(CONNECT, Admin::ConnectProvider)
                .with(vec![account, password.required()])
                .button(Button { words, sends: None, look: Look::First })
        };
        let (title, hint) = (named("provider-title"), named("provider-hint"));
        ProviderPart { title, hint, details: self.details(page), form }
    }
}

/// The form that begins a sign-in at the provider of this name.
pub(super) fn begin(page: Lang, name: &str) -> Form {
    let words = say_of(page, "provider-sign-in", "name", name);
    Form::press(BEGIN, Admin::BeginSignInProvider, Button { words, sends: None, look: Look::Second })
}

#[derive(Template)]
#[template(path = "admin/provider_leading.html")]
struct LeadingPage<'a> {
    chrome: Chrome<'a>,
    address: &'a str,
    on: String,
}

/// The page that leads to the provider.
pub fn leading(site: Site<'_>, lang: Lang, name: &str, address: &str) -> String {
    let title = say_of(lang, "provider-leading", "name", name);
    finish(&LeadingPage {
        chrome: chrome(site, lang, Passage::plain(title), Admin::SignIn.into()),
        address,
        on: say(lang, "provider-go-on"),
    })
}

/// What the provider sent along with the browser.
#[derive(Debug, Clone, Copy, Default)]
pub struct Returned<'a> {
    /// What it gives for a token; empty where it gives nothing.
    pub code: &'a str,
    /// What was sent to it.
    pub state: &'a str,
    /// Who it is; empty where it does not say.
    pub issuer: &'a str,
}

#[derive(Template)]
#[template(path = "admin/provider_returned.html")]
struct ReturnedPage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
    script: Asset,
    form: Option<Form>,
}

/// The page on which a browser comes back: it goes on with what the provider gave, or says why it does not.
pub fn returned(site: Site<'_>, lang: Lang, returned: &Returned<'_>, refusals: &[String]) -> String {
    let fields = vec![
        Field::hidden("code", returned.code),
        Field::hidden("state", returned.state),
        Field::hidden("iss", returned.issuer),
    ];
    let form = || {
        let press = button(lang, "provider-go-on", Look::First);
        Form::new("provider-returned", Admin::SignInProvider).with(fields).button(press)
    };
    finish(&ReturnedPage {
        chrome: chrome(site, lang, Passage::plain(say(lang, "admin-sign-in-title")), Admin::SignIn.into()),
        refusals,
        script: Asset::Script(*crate::pages::PASSKEY_SCRIPT_NAME),
        form: refusals.is_empty().then(form),
    })
}
