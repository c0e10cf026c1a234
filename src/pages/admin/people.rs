//! The list of people who sign in.

use askama::Template;

use super::role_fields;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href};
use crate::domain::ids::UserId;
use crate::domain::organization::Organization;
use crate::domain::role::RoleKind;
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, Look, button};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_with};

/// A person, as an administrator sees one.
#[derive(Debug)]
pub struct Listed<'a> {
    /// The identifier.
    pub id: UserId,
    /// The login.
    pub login: &'a str,
    /// What the person is.
    pub role: RoleKind,
    /// The organizations of a chair.
    pub organizations: Vec<&'a Organization>,
    /// Since when.
    pub since: Day,
    /// When the person last signed in; none where it is not known.
    pub signed_in_on: Option<Day>,
    /// How many sessions are open.
    pub sessions: usize,
    /// Whether there is an app for codes.
    pub has_second_factor: bool,
    /// How many passkeys there are.
    pub passkeys: usize,
}

impl Listed<'_> {
    /// When the person last signed in, in words.
    pub(super) fn signed_in(&self, page: Lang) -> String {
        match self.signed_in_on {
            Some(day) => say_day(page, day, DayForm::Short),
            None => say(page, "people-never"),
        }
    }

    /// Whether there is a second factor, in words.
    pub(super) fn second_factor(&self, page: Lang) -> String {
        let app = self.has_second_factor.then(|| say(page, "people-app"));
        let passkeys = (self.passkeys > 0).then(|| counted(page, "people-passkeys", self.passkeys));
        let all: Vec<String> = app.into_iter().chain(passkeys).collect();
        if all.is_empty() { say(page, "people-no") } else { all.join("; ") }
    }

    /// The organizations of a chair, as links.
    pub(super) fn own(&self, page: Lang) -> Vec<Link> {
        let link = |organization: &&Organization| Link {
            href: Admin::Organization(organization.code).to_string(),
            words: naming::name(organization, page),
        };
        self.organizations.iter().map(link).collect()
    }
}

/// What the list is made from.
#[derive(Debug)]
pub struct People<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Who was found.
    pub found: &'a [Listed<'a>],
    /// Which role is listed; none for all.
    pub role: Option<RoleKind>,
    /// The next page, where there is one.
    pub next: Option<Href>,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

struct Line {
    href: Admin,
    login: String,
    role: String,
    own: Vec<Link>,
    since: String,
    signed_in: String,
    sessions: usize,
    second_factor: String,
}

#[derive(Template)]
#[template(path = "admin/people.html")]
struct PeoplePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    done: String,
    filter: Form,
    lines: Vec<Line>,
    next: Option<&'a Href>,
}

/// The complete page.
pub fn render(view: &People<'_>) -> String {
    let page = view.staff.lang;
    let line = |one: &Listed<'_>| Line {
        href: Admin::Person(one.id),
        login: one.login.to_owned(),
        role: role_fields::name(page, one.role),
        own: one.own(page),
        since: say_day(page, one.since, DayForm::Short),
        signed_in: one.signed_in(page),
        sessions: one.sessions,
        second_factor: one.second_factor(page),
    };
    finish(&PeoplePage {
        chrome: view.staff.chrome_of("people-title"),
        menu: view.staff.menu(),
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        filter: view.filter(),
        lines: view.found.iter().map(line).collect(),
        next: view.next.as_ref(),
    })
}

impl People<'_> {
    fn filter(&self) -> Form {
        let page = self.staff.lang;
        let chosen = self.role.map(RoleKind::name).unwrap_or_default();
        let all = Choice::new("", say(page, "people-all"), chosen);
        let role = |role: RoleKind| Choice::new(role.name(), role_fields::name(page, role), chosen);
        let roles = std::iter::once(all).chain(RoleKind::ALL.map(role)).collect();
        let role = Field::new("role", say(page, "people-role"), Control::Select(roles));
        let show = button(page, "people-show", Look::Second);
        Form::in_address("filter", Admin::People).with(role.beside(show))
    }
}

/// How many there are, in words.
pub(super) fn counted(page: Lang, key: &str, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    say_with(page, key, &[("count", count.into())])
}
