//! The own account: the password, the second factor, passkeys, where one is signed in, and the tokens of programs.

use askama::Template;

use super::mail::{self, MailPart, Wished};
use super::needs_address::{self, AddressPart};
use super::passkeys::{self, ListedPasskey, PasskeyForm, PasskeyLine};
use super::people::counted;
use super::provider::{ProviderAccount, ProviderPart};
use super::role_fields;
use super::staff::{Menu, StaffView};
use super::tokens::{self, ListedToken, NewToken, TokenLine};
use crate::domain::address::{Admin, Token};
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, button};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// An open session.
#[derive(Debug)]
pub struct Session<'a> {
    /// What names it in addresses.
    pub name: &'a str,
    /// In which browser, in words; empty where it is not known.
    pub device: &'a str,
    /// Since when.
    pub since: Day,
    /// When it was last used.
    pub used_on: Option<Day>,
    /// Whether it is the one in which this is seen.
    pub is_this: bool,
}

/// What the page is made from.
#[derive(Debug)]
pub struct Account<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The open sessions.
    pub sessions: &'a [Session<'a>],
    /// How many recovery codes are left; none without a second factor.
    pub recovery_codes: Option<usize>,
    /// On which day the secret address of the calendar was made; none where there is none.
    pub needs_address: Option<Day>,
    /// Which letters the person wants; none where the server sends no mail.
    pub mail: Option<Wished<'a>>,
    /// The passkeys, and the origin at which they work; none where there is no such origin.
    pub passkeys: (&'a [ListedPasskey<'a>], Option<&'a str>),
    /// The account at the provider; none where there is no provider.
    pub provider: Option<ProviderAccount<'a>>,
    /// The tokens that work.
    pub tokens: &'a [ListedToken<'a>],
    /// The form of another one.
    pub new_token: NewToken<'a>,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

struct Line {
    device: String,
    details: Vec<String>,
    end: Option<Form>,
}

#[derive(Template)]
#[template(path = "admin/account.html")]
struct AccountPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    login: String,
    role: String,
    second_factor: String,
    sessions: Vec<Line>,
    end_others: Option<Form>,
    needs: AddressPart,
    mail: Option<MailPart>,
    passkeys: Vec<PasskeyLine>,
    new_passkey: Option<PasskeyForm>,
    no_passkey: String,
    provider: Option<ProviderPart>,
    tokens: Vec<TokenLine>,
    new_token: Option<Form>,
}

/// The complete page.
pub fn render(view: &Account<'_>) -> String {
    let page = view.staff.lang;
    let end_others = button(page, "admin-sessions-end-all", Look::Second);
    let (passkeys, origin) = view.passkeys;
    finish(&AccountPage {
        chrome: view.staff.chrome_of("account-title"),
        menu: view.staff.menu(),
        refusals: &view.new_token.typed.refusals,
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        login: view.staff.login.to_owned(),
        role: role_fields::name(page, view.staff.role.kind()),
        second_factor: match view.recovery_codes {
            Some(left) => counted(page, "second-factor-on", left),
            None => say(page, "second-factor-off"),
        },
        sessions: view.sessions.iter().map(|session| line(page, session)).collect(),
        end_others: (view.sessions.len() > 1)
            .then(|| Form::press("end-others", Admin::EndOtherSessions, end_others)),
        needs: needs_address::part(page, view.needs_address),
        mail: view.mail.map(|wished| mail::part(page, wished, view.new_token.typed)),
        passkeys: passkeys.iter().map(|passkey| passkey.line(page)).collect(),
        new_passkey: origin.and_then(|origin| passkeys::add(view.staff, passkeys.len(), origin)),
        no_passkey: passkeys::why_none(page, passkeys.len()),
        provider: view.provider.map(|account| account.own(view.staff)),
        tokens: view.tokens.iter().map(|token| token.line(page, None)).collect(),
        new_token: tokens::form(view.staff, view.new_token),
    })
}

fn line(page: Lang, session: &Session<'_>) -> Line {
    let dated = |key, day, form| say_of(page, key, "date", &say_day(page, day, form));
    let this = session.is_this.then(|| say(page, "admin-session-this"));
    let since = dated("admin-session-since", session.since, DayForm::From);
    let used = session.used_on.map(|day| dated("account-session-used", day, DayForm::Short));
    let end = button(page, "admin-session-end", Look::Second);
    Line {
        device: match session.device {
            "" => say(page, "account-device-unknown"),
            words => words.to_owned(),
        },
        details: this.into_iter().chain([since]).chain(used).collect(),
        end: (!session.is_this).then(|| {
            Form::press(format!("end-{}", session.name), Admin::EndSession(Token::new(session.name)), end)
        }),
    }
}
