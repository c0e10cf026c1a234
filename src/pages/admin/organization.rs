//! One organization: its names, its details, whom to ask, its end, its documents, and what to send to its chair. What
//! can be done to it are forms of [`super::organization_forms`].

use askama::Template;

use super::kept_check;
use super::organization_forms::Forms;
use super::person;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Picture, Public};
use crate::domain::document::Document;
use crate::domain::lang::Trilingual;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::role::Action;
use crate::domain::stand_check::Check;
use crate::domain::{AsOf, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Typed};
use crate::pages::html::{Link, Passage};
use crate::pages::posted::{self, StandState, StandView};
use crate::pages::row::Row;
use crate::pages::{kit_address, naming, snippet, whatsapp};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct OrganizationView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The organization.
    pub organization: &'a Organization,
    /// What it was merged into, if it was.
    pub successor: Option<&'a Organization>,
    /// Its own documents.
    pub documents: &'a [&'a Document],
    /// What hangs on its stand.
    pub stand: StandView<'a>,
    /// The documents on its shelf that wait for their text, each with its owner: their sheets may hang as well.
    pub waiting: &'a [(&'a Document, &'a Organization)],
    /// The checks of its stand that are over, the latest first.
    pub checks: &'a [Check],
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// A name in the history.
struct Past {
    since: String,
    names: Vec<Passage>,
}

/// A message to be sent to the chair.
struct Message {
    lang: Lang,
    text: String,
    whatsapp: String,
}

/// What only those see who manage organizations.
struct Management {
    history: Vec<Past>,
    documents: Vec<Row>,
    new_document: Href,
    messages: Vec<Message>,
    snippets: Vec<(Lang, String)>,
    rename: Form,
    details: Form,
    /// What hands it over to its next chair.
    hand_over: Option<Form>,
    /// What ends it, where it can end.
    end: Option<End>,
}

/// What ends an organization.
struct End {
    merge: Form,
    merges: bool,
    dissolve: Form,
    dissolves: bool,
}

#[derive(Template)]
#[template(path = "admin/organization.html")]
struct OrganizationPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    code: String,
    facts: Vec<(String, String)>,
    links: Vec<Link>,
    merged: Option<Link>,
    confirmed: Option<String>,
    /// Whether it has a stand at all.
    is_active: bool,
    stand: Option<StandState>,
    hung: Form,
    contact: Form,
    erase_contact: Form,
    checks: Vec<Link>,
    refusals: &'a [String],
    done: String,
    management: Option<Management>,
}

/// The complete page.
pub fn render(view: &OrganizationView<'_>) -> String {
    let (organization, lang) = (view.organization, view.staff.lang);
    let contact = organization.contact.as_ref();
    let (forms, stand) = (view.forms(), posted::state(&view.stand, lang));
    finish(&OrganizationPage {
        chrome: view.staff.chrome(naming::name(organization, lang)),
        menu: view.staff.menu(),
        code: organization.code.grouped(),
        facts: view.facts(),
        links: view.links(),
        merged: view.successor.map(|successor| Link {
            href: Admin::Organization(successor.code).to_string(),
            words: Passage::plain(say_with(
                lang,
                "admin-organization-merged-into",
                &[("name", naming::name(successor, lang).text.into())],
            )),
        }),
        confirmed: contact.map(|contact| {
            let date = say_day(lang, contact.confirmed_on, DayForm::Short);
            say_with(lang, "admin-contact-confirmed", &[("date", date.into())])
        }),
        is_active: organization.status == OrganizationStatus::Active,
        hung: forms.hung(&view.stand, stand.as_ref(), view.waiting),
        stand,
        contact: forms.contact(),
        erase_contact: forms.erase_contact(),
        checks: view.checks.iter().map(|one| kept_check::link(organization.code, one, lang)).collect(),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(lang, key)).unwrap_or_default(),
        management: view.staff.may(Action::ManageOrganizations).then(|| view.management()),
    })
}

impl OrganizationView<'_> {
    fn forms(&self) -> Forms<'_> {
        Forms { staff: self.staff, organization: self.organization, typed: self.typed }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (organization, lang) = (self.organization, self.staff.lang);
        let status = match organization.status {
            OrganizationStatus::Active => "admin-organization-active",
            OrganizationStatus::Dissolved => "admin-organization-dissolved",
        };
        let facts = [
            ("admin-organization-number", organization.number.clone()),
            ("admin-organization-kind", naming::organization_kind(&organization.kind, lang)),
            ("admin-organization-district", organization.district.clone()),
            ("admin-organization-status", say(lang, status)),
        ];
        let filled = facts.into_iter().filter(|(_, value)| !value.is_empty());
        filled.map(|(key, value)| (say(lang, key), value)).collect()
    }

    fn links(&self) -> Vec<Link> {
        let (code, lang) = (self.organization.code, self.staff.lang);
        let link = |to: Public, key: &str| Link::new(to, say(lang, key));
        let kit = kit_address::of_stand(self.organization).map(|kit| link(kit, "admin-organization-kit"));
        [
            Some(link(Public::Code(code), "admin-organization-shelf")),
            kit,
            Some(link(Public::Qr(code, Picture::Svg), "admin-organization-qr-svg")),
            Some(link(Public::Qr(code, Picture::Png), "admin-organization-qr-png")),
            Some(Link::new(Admin::StandNumbers(code), say(lang, "numbers-title"))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn management(&self) -> Management {
        let (organization, lang) = (self.organization, self.staff.lang);
        let forms = self.forms();
        let may_end = !organization.is_union && organization.status == OrganizationStatus::Active;
        let row = |document: &&Document| {
            let href = Admin::Document(document.code).to_string();
            Row::of_document(document, organization, href, lang, self.as_of)
        };
        Management {
            history: self.history(),
            documents: self.documents.iter().map(row).collect(),
            new_document: Href::to(Admin::NewDocument).with("owner", organization.code),
            messages: vec![self.message(Lang::Kk), self.message(Lang::Ru)],
            snippets: [Lang::Kk, Lang::Ru]
                .map(|of| (of, snippet::snippet(self.staff.site, organization, of)))
                .into(),
            rename: forms.rename(),
            details: forms.details(),
            hand_over: (may_end && self.staff.may(Action::ManagePeople))
                .then(|| person::hand_over(self.staff, organization)),
            end: may_end.then(|| self.end(&forms)),
        }
    }

    fn end(&self, forms: &Forms<'_>) -> End {
        let (merge, dissolve) = (forms.merge(), forms.dissolve());
        End {
            merges: merge.was_refused(self.typed),
            dissolves: dissolve.was_refused(self.typed),
            merge,
            dissolve,
        }
    }

    /// The names there were before the present ones, latest first.
    fn history(&self) -> Vec<Past> {
        let lang = self.staff.lang;
        let passages = |names: &Trilingual| {
            names.iter().map(|(of, name)| Passage::new(name, of, lang)).collect::<Vec<_>>()
        };
        let past = |dated: &crate::domain::organization::DatedNames| Past {
            since: dated.since.map(|day| say_day(lang, day, DayForm::Short)).unwrap_or_default(),
            names: passages(&dated.names),
        };
        self.organization.names.iter().rev().map(past).collect()
    }

    fn message(&self, lang: Lang) -> Message {
        let shelf = Href::to(Public::Code(self.organization.code)).in_language(lang);
        let link = format!("{}{shelf}", self.staff.site.origin);
        let text = say_with(lang, "message-kit", &[("link", Argument::from(link))]);
        Message { lang, whatsapp: whatsapp::message(&text), text }
    }
}
