//! What can be done to one organization: a form for each.

use super::staff::StaffView;
use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::organization_kind::OrganizationKind;
use crate::pages::form::{self, Choice, Control, Field, Form, Group, LineKind, Look, Typed, button, line};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::pages::posted::{StandState, StandView};
use crate::phrases::say;

/// The form that says that the stand was hung.
pub const HUNG: &str = "hung";
/// The form of whom members ask.
pub const CONTACT: &str = "whom-to-ask";
/// The form that erases whom members ask.
pub const ERASE_CONTACT: &str = "erase-contact";
/// The form of other names.
pub const RENAME: &str = "other-names";
/// The form of number, kind and district.
pub const DETAILS: &str = "other-details";
/// The form that makes it part of another organization.
pub const MERGE: &str = "merge";
/// The field of the merger that says which organization was named; none yet where it is empty.
pub const NAMED: &str = "named";
/// The field that says what is asked, with both names.
pub const QUESTION: &str = "question";
/// The form that dissolves it.
pub const DISSOLVE: &str = "dissolve";

/// Longest name of a person or a place in a building, in characters.
const PERSON_MAX_CHARS: usize = 120;
/// Longest number of any kind, in characters.
const NUMBER_MAX_CHARS: usize = 40;
/// Longest name of an organization, in characters.
const NAME_MAX_CHARS: usize = 300;
/// Longest name of a district in two languages, in characters.
const DISTRICT_MAX_CHARS: usize = 200;

/// Whose forms they are, and what was typed in them.
#[derive(Clone, Copy)]
pub(super) struct Forms<'a> {
    pub(super) staff: StaffView<'a>,
    pub(super) organization: &'a Organization,
    pub(super) typed: &'a Typed,
}

impl Forms<'_> {
    fn say(&self, key: &str) -> String {
        say(self.staff.lang, key)
    }

    fn save(&self) -> form::Button {
        button(self.staff.lang, "admin-save", Look::First)
    }

    /// That the stand was hung: that what is outdated was replaced, and which sheets hang before their text is there.
    pub(super) fn hung(
        &self,
        view: &StandView<'_>,
        state: Option<&StandState>,
        waiting: &[(&Document, &Organization)],
    ) -> Form {
        let (page, code) = (self.staff.lang, self.organization.code);
        let sheet = |(document, owner): &(&Document, &Organization)| Choice {
            value: document.code.to_string(),
            words: naming::title(document, owner, page),
            chosen: view.posted.contains_key(&document.code),
        };
        let replaced = || Field::new("replaced", self.say("hang-replaced"), Control::Consent).required();
        let is_outdated = state.is_some_and(|state| !state.lines.is_empty());
        let sheets = Control::Checks(waiting.iter().map(sheet).collect());
        let mut fields: Vec<Field> = is_outdated.then(replaced).into_iter().collect();
        fields.push(Field::new("waiting", self.say("hang-waiting"), sheets));
        Form::new(HUNG, Admin::Posted(code))
            .with(Group { hint: Some(self.say("hang-say-hint")), fields, ..Group::default() })
            .button(button(page, "hang-say", Look::Second))
            .link(Link::new(Admin::StandCheck(code), self.say("check-title")))
            .filled(self.typed)
    }

    /// Whom members ask.
    pub(super) fn contact(&self) -> Form {
        let page = self.staff.lang;
        let contact = self.organization.contact.clone().unwrap_or_default();
        let phone = |name: &str, key: &str, value: String| {
            Field::line(LineKind::Phone, name, self.say(key), value).at_most(NUMBER_MAX_CHARS)
        };
        let fields = vec![
            line(page, "name", "admin-contact-name", contact.name).required().at_most(PERSON_MAX_CHARS),
            phone("phone", "admin-contact-phone", contact.phone),
            phone("whatsapp", "admin-contact-whatsapp", contact.whatsapp),
            line(page, "room", "admin-contact-room", contact.room).at_most(PERSON_MAX_CHARS),
            Field::new("consent", self.say("admin-contact-consent"), Control::Consent),
        ];
        let action = Admin::Contact(self.organization.code);
        Form::new(CONTACT, action).with(fields).button(self.save()).filled(self.typed)
    }

    /// Erases whom members ask.
    pub(super) fn erase_contact(&self) -> Form {
        let erase = button(self.staff.lang, "admin-contact-erase", Look::Second);
        Form::press(ERASE_CONTACT, Admin::EraseContact(self.organization.code), erase)
    }

    /// Other names.
    pub(super) fn rename(&self) -> Form {
        let page = self.staff.lang;
        let name = |lang: Lang| {
            let (key, present) =
                (format!("admin-organization-name-{lang}"), self.organization.name().get(lang));
            let name = line(page, format!("name_{lang}"), &key, present.unwrap_or_default());
            name.at_most(NAME_MAX_CHARS).in_language(lang)
        };
        let since = form::day(page, "since", "admin-organization-renamed-since", "");
        Form::new(RENAME, Admin::Rename(self.organization.code))
            .with(Vec::from(Lang::ALL.map(name)))
            .with(since)
            .button(button(page, "admin-organization-rename", Look::First))
            .filled(self.typed)
    }

    /// Number, kind and district.
    pub(super) fn details(&self) -> Form {
        let (page, organization) = (self.staff.lang, self.organization);
        let of_members = OrganizationKind::of_members().filter(|_| !organization.is_union);
        let mut kinds: Vec<&str> = of_members.map(OrganizationKind::name).collect();
        if !kinds.contains(&organization.kind.as_str()) {
            kinds.push(&organization.kind);
        }
        let kind =
            |kind: &&str| Choice::new(*kind, naming::organization_kind(kind, page), &organization.kind);
        let fields = vec![
            line(page, "number", "admin-organization-number", &organization.number)
                .required()
                .at_most(NUMBER_MAX_CHARS),
            Field::new(
                "kind",
                self.say("admin-organization-kind"),
                Control::Select(kinds.iter().map(kind).collect()),
            ),
            line(page, "district", "admin-organization-district", &organization.district)
                .at_most(DISTRICT_MAX_CHARS)
                .with_hint(self.say("admin-organization-district-hint")),
        ];
        let action = Admin::Details(organization.code);
        Form::new(DETAILS, action).with(fields).button(self.save()).filled(self.typed)
    }

    /// Makes it part of another organization.
    pub(super) fn merge(&self) -> Form {
        let page = self.staff.lang;
        let into = line(page, "into", "admin-organization-merge-into", "");
        let on = form::day(page, "on", "admin-organization-merged-on", "");
        Form::new(MERGE, Admin::Merge(self.organization.code))
            .with(vec![into.required().at_most(NUMBER_MAX_CHARS), on.required()])
            .with(self.merge_question())
            .button(button(page, "admin-organization-merge", Look::Danger))
            .filled(self.typed)
    }

    /// That the form asks before it does anything, and what it asks once both are known: the tick under both names.
    fn merge_question(&self) -> Vec<Field> {
        let typed = |name: &str| {
            let mut fields = self.typed.fields.iter().filter(|_| self.typed.form == MERGE);
            fields.find(|(of, _)| of == name).map(|(_, value)| value.clone())
        };
        let (Some(named), Some(question)) = (typed(NAMED), typed(QUESTION)) else {
            return vec![Field::hidden(NAMED, "")];
        };
        vec![Field::hidden(NAMED, named), Field::new("sure", question, Control::Consent).required()]
    }

    /// Dissolves it.
    pub(super) fn dissolve(&self) -> Form {
        let sure = Field::new("sure", self.say("admin-organization-dissolve-sure"), Control::Consent);
        Form::new(DISSOLVE, Admin::Dissolve(self.organization.code))
            .with(sure.required())
            .button(button(self.staff.lang, "admin-organization-dissolve", Look::Danger))
            .filled(self.typed)
    }
}
