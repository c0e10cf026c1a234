//! One person who signs in, and what an administrator may do about it.

use askama::Template;

use super::people::{Listed, counted};
use super::provider::ProviderAccount;
use super::role_fields;
use super::staff::{Menu, StaffView};
use super::tokens::{ListedToken, TokenLine};
use crate::domain::address::Admin;
use crate::domain::organization::Organization;
use crate::domain::role::RoleKind;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, Typed, button};
use crate::pages::html::{Link, Passage};
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// The form of another role.
pub const ROLE: &str = "other-role";
/// The form that takes access away.
pub const REMOVE: &str = "remove-person";

/// What the page is made from.
#[derive(Debug)]
pub struct PersonView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The person.
    pub person: &'a Listed<'a>,
    /// The tokens of programs that act for the person.
    pub tokens: &'a [ListedToken<'a>],
    /// The account at the provider; none where there is no provider.
    pub provider: Option<ProviderAccount<'a>>,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

/// What hands an organization over.
struct HandOver {
    organization: Passage,
    form: Form,
}

#[derive(Template)]
#[template(path = "admin/person.html")]
struct PersonPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    role: String,
    own: Vec<Link>,
    since: String,
    signed_in: String,
    sessions: String,
    second_factor: String,
    tokens: Vec<TokenLine>,
    password: Form,
    end_sessions: Option<Form>,
    remove_second_factor: Option<Form>,
    remove_passkeys: Option<Form>,
    disconnect_provider: Option<(String, Form)>,
    change_role: Form,
    hand_over: Vec<HandOver>,
    remove: Form,
}

/// The complete page.
pub fn render(view: &PersonView<'_>) -> String {
    let (page, person) = (view.staff.lang, view.person);
    finish(&PersonPage {
        chrome: view.staff.chrome(Passage::plain(person.login)),
        menu: view.staff.menu(),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        role: role_fields::name(page, person.role),
        own: person.own(page),
        since: say_day(page, person.since, DayForm::Short),
        signed_in: person.signed_in(page),
        sessions: counted(page, "people-sessions-open", person.sessions),
        second_factor: person.second_factor(page),
        tokens: view.tokens.iter().map(|token| token.line(page, Some(person.id))).collect(),
        password: view.press("reset", Admin::ResetPassword(person.id), "people-reset"),
        end_sessions: (person.sessions > 0)
            .then(|| view.press("sessions", Admin::EndSessionsOf(person.id), "people-sessions-end")),
        remove_second_factor: person.has_second_factor.then(|| {
            view.press("second-factor", Admin::RemoveSecondFactor(person.id), "people-second-factor-remove")
        }),
        remove_passkeys: (person.passkeys > 0)
            .then(|| view.press("passkeys", Admin::RemovePasskeysOf(person.id), "people-passkeys-remove")),
        disconnect_provider: view.disconnect_provider(),
        change_role: view.change_role(),
        hand_over: view.hand_over(),
        remove: view.remove(),
    })
}

impl PersonView<'_> {
    fn press(&self, id: &str, action: Admin, key: &str) -> Form {
        Form::press(id, action, button(self.staff.lang, key, Look::Second))
    }

    /// What disconnects the account at the provider, and what that means; none where none is connected.
    fn disconnect_provider(&self) -> Option<(String, Form)> {
        let account = self.provider.filter(|account| account.connected.is_some())?;
        let hint = say_of(self.staff.lang, "people-provider-hint", "name", account.name);
        let action = Admin::DisconnectProviderOf(self.person.id);
        Some((hint, self.press("provider", action, "provider-disconnect")))
    }

    fn change_role(&self) -> Form {
        let page = self.staff.lang;
        let numbers: Vec<&str> =
            self.person.organizations.iter().map(|organization| organization.number.as_str()).collect();
        Form::new(ROLE, Admin::ChangeRole(self.person.id))
            .with(role_fields::fields(page, "people-role", (self.person.role, &numbers.join(", "))))
            .button(button(page, "admin-save", Look::Second))
            .filled(self.typed)
    }

    fn hand_over(&self) -> Vec<HandOver> {
        if self.person.role != RoleKind::Chair {
            return Vec::new();
        }
        let one = |organization: &&Organization| HandOver {
            organization: naming::name(organization, self.staff.lang),
            form: hand_over(self.staff, organization),
        };
        self.person.organizations.iter().map(one).collect()
    }

    fn remove(&self) -> Form {
        let page = self.staff.lang;
        let sure = say_of(page, "people-remove-sure", "login", self.person.login);
        Form::new(REMOVE, Admin::RemovePerson(self.person.id))
            .with(Field::new("sure", sure, Control::Consent))
            .button(button(page, "admin-account-close", Look::Danger))
            .filled(self.typed)
    }
}

/// What hands an organization over to its next chair.
pub(super) fn hand_over(staff: StaffView<'_>, organization: &Organization) -> Form {
    let press = button(staff.lang, "people-hand-over", Look::Danger);
    Form::press(format!("hand-over-{}", organization.code), Admin::HandOver(organization.code), press)
}
