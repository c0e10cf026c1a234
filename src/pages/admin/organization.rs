//! One organization: its names, its details, whom to ask, its end, its documents, and what to send to its chair.

use askama::Template;

use super::kept_check;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Picture, Public};
use crate::domain::document::Document;
use crate::domain::lang::Trilingual;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::organization_kind::OrganizationKind;
use crate::domain::role::{Action, may};
use crate::domain::stand_check::Check;
use crate::domain::{AsOf, Code, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::{Link, Passage};
use crate::pages::posted::{self, StandState, StandView};
use crate::pages::row::Row;
use crate::pages::{kit_address, naming, snippet, whatsapp};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// What is typed in the forms of the page.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The union's number.
    pub number: String,
    /// The kind.
    pub kind: String,
    /// The district.
    pub district: String,
    /// The new name in Kazakh, Russian and English.
    pub names: [String; 3],
    /// First day of the new names.
    pub since: String,
    /// The person whom members may ask.
    pub name: String,
    /// Telephone number.
    pub phone: String,
    /// WhatsApp number.
    pub whatsapp: String,
    /// Where to find the person.
    pub room: String,
    /// The organization that this one becomes part of.
    pub into: String,
    /// The day of the merger.
    pub on: String,
}

impl Typed {
    /// What the forms hold at first.
    pub fn of(organization: &Organization) -> Self {
        let name = |lang| organization.name().get(lang).unwrap_or_default().to_owned();
        let contact = organization.contact.clone().unwrap_or_default();
        Self {
            number: organization.number.clone(),
            kind: organization.kind.clone(),
            district: organization.district.clone(),
            names: Lang::ALL.map(name),
            name: contact.name,
            phone: contact.phone,
            whatsapp: contact.whatsapp,
            room: contact.room,
            ..Self::default()
        }
    }
}

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
    /// What stands in the forms.
    pub typed: &'a Typed,
    /// Why a form was refused; empty at first.
    pub refusals: &'a [String],
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

/// A kind to choose.
struct Choice {
    value: String,
    words: String,
}

/// A message to be sent to the chair.
struct Message {
    lang: Lang,
    text: String,
    whatsapp: String,
}

/// A sheet that may hang although its text is not published yet.
struct Waiting {
    code: Code,
    title: Passage,
    /// Whether it is known to hang.
    hangs: bool,
}

/// What only those see who manage organizations.
struct Management {
    history: Vec<Past>,
    kinds: Vec<Choice>,
    documents: Vec<Row>,
    new_document: Href,
    messages: Vec<Message>,
    snippets: Vec<(Lang, String)>,
    may_end: bool,
}

#[derive(Template)]
#[template(path = "admin/organization.html")]
struct OrganizationPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    organization: Code,
    code: String,
    facts: Vec<(String, String)>,
    links: Vec<Link>,
    merged: Option<Link>,
    confirmed: Option<String>,
    /// Whether it has a stand at all.
    is_active: bool,
    stand: Option<StandState>,
    waiting: Vec<Waiting>,
    checks: Vec<Link>,
    typed: &'a Typed,
    refusals: &'a [String],
    done: String,
    management: Option<Management>,
}

/// The complete page.
pub fn render(view: &OrganizationView<'_>) -> String {
    let (organization, lang) = (view.organization, view.staff.lang);
    let contact = organization.contact.as_ref();
    finish(&OrganizationPage {
        chrome: view.staff.chrome(naming::name(organization, lang)),
        menu: view.staff.menu(),
        organization: organization.code,
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
            let date = say_day(lang, contact.confirmed_on, Form::Short);
            say_with(lang, "admin-contact-confirmed", &[("date", date.into())])
        }),
        is_active: organization.status == OrganizationStatus::Active,
        stand: posted::state(&view.stand, lang),
        waiting: view.waiting(),
        checks: view.checks.iter().map(|one| kept_check::link(organization.code, one, lang)).collect(),
        typed: view.typed,
        refusals: view.refusals,
        done: view.done.map(|key| say(lang, key)).unwrap_or_default(),
        management: may(view.staff.role, Action::ManageOrganizations).then(|| view.management()),
    })
}

impl OrganizationView<'_> {
    fn waiting(&self) -> Vec<Waiting> {
        let sheet = |(document, owner): &(&Document, &Organization)| Waiting {
            code: document.code,
            title: naming::title(document, owner, self.staff.lang),
            hangs: self.stand.posted.contains_key(&document.code),
        };
        self.waiting.iter().map(sheet).collect()
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
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn management(&self) -> Management {
        let (organization, lang) = (self.organization, self.staff.lang);
        let of_union = organization.is_union.then_some(OrganizationKind::Union);
        let known = of_union.into_iter().chain(OrganizationKind::of_members());
        let mut kinds: Vec<String> = known.map(|kind| kind.name().to_owned()).collect();
        if !kinds.contains(&self.typed.kind) {
            kinds.push(self.typed.kind.clone());
        }
        let row = |document: &&Document| {
            let href = Admin::Document(document.code).to_string();
            Row::of_document(document, organization, href, lang, self.as_of)
        };
        Management {
            history: self.history(),
            kinds: kinds
                .into_iter()
                .map(|value| Choice { words: naming::organization_kind(&value, lang), value })
                .collect(),
            documents: self.documents.iter().map(row).collect(),
            new_document: Href::to(Admin::NewDocument).with("owner", organization.code),
            messages: vec![self.message(Lang::Kk), self.message(Lang::Ru)],
            snippets: [Lang::Kk, Lang::Ru]
                .map(|of| (of, snippet::snippet(self.staff.site, organization, of)))
                .into(),
            may_end: !organization.is_union && organization.status == OrganizationStatus::Active,
        }
    }

    /// The names there were before the present ones, latest first.
    fn history(&self) -> Vec<Past> {
        let lang = self.staff.lang;
        let passages = |names: &Trilingual| {
            names.iter().map(|(of, name)| Passage::new(name, of, lang)).collect::<Vec<_>>()
        };
        let past = |dated: &crate::domain::organization::DatedNames| Past {
            since: dated.since.map(|day| say_day(lang, day, Form::Short)).unwrap_or_default(),
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
