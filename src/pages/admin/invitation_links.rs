//! Links that were just made, with messages that are ready to be sent. They are shown this once.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Token};
use crate::domain::calendar::local_day;
use crate::domain::organization::Organization;
use crate::domain::{Instant, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::Passage;
use crate::pages::{naming, table_file, whatsapp};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say_of, say_with};

/// The languages in which messages are ready.
const LANGS: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// What a link is for.
#[derive(Debug, Clone, Copy)]
pub enum Purpose<'a> {
    /// A person works for the union.
    Staff,
    /// A person becomes the chair of an organization.
    Chair(&'a Organization),
    /// A person sets a new password.
    NewPassword,
}

/// A link that was made.
#[derive(Debug, Clone, Copy)]
pub struct MadeLink<'a> {
    /// What it is for.
    pub purpose: Purpose<'a>,
    /// The secret part.
    pub token: &'a str,
    /// When it stops working.
    pub expires_at: Instant,
}

struct Message {
    lang: Lang,
    text: String,
    whatsapp: String,
}

#[derive(Template)]
#[template(path = "admin/link_made.html")]
struct LinkPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    about: Option<Passage>,
    valid: String,
    link: String,
    messages: Vec<Message>,
    back: Admin,
}

/// The page of one link.
pub fn render_one(staff: StaffView<'_>, made: &MadeLink<'_>) -> String {
    finish(&LinkPage {
        chrome: staff.chrome_of("admin-invite-link"),
        menu: staff.menu(),
        about: match made.purpose {
            Purpose::Chair(organization) => Some(naming::name(organization, staff.lang)),
            Purpose::Staff | Purpose::NewPassword => None,
        },
        valid: valid(staff.lang, made.expires_at),
        link: made.link(staff),
        messages: made.messages(staff),
        back: staff.at,
    })
}

struct ChairLine {
    id: String,
    number: String,
    name: Passage,
    messages: Vec<Message>,
}

#[derive(Template)]
#[template(path = "admin/links_made.html")]
struct LinksPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    valid: String,
    lines: Vec<ChairLine>,
    /// The same as a file.
    table: String,
}

/// The page of links for many chairs.
pub fn render_chairs(staff: StaffView<'_>, made: &[(&Organization, MadeLink<'_>)]) -> String {
    let line = |(organization, link): &(&Organization, MadeLink<'_>)| ChairLine {
        id: format!("message-{}", organization.code),
        number: organization.number.clone(),
        name: naming::name(organization, staff.lang),
        messages: link.messages(staff),
    };
    finish(&LinksPage {
        chrome: staff.chrome_of("invitations-chairs"),
        menu: staff.menu(),
        valid: made.first().map(|(_, link)| valid(staff.lang, link.expires_at)).unwrap_or_default(),
        lines: made.iter().map(line).collect(),
        table: table_file::in_address(&table(staff, made)),
    })
}

/// The links of chairs as a file, with columns that programs for sending find.
fn table(staff: StaffView<'_>, made: &[(&Organization, MadeLink<'_>)]) -> String {
    let head = ["number", "name_kk", "name_ru", "link", "valid_until", "message_kk", "message_ru"];
    let row = |(organization, link): &(&Organization, MadeLink<'_>)| {
        let messages = LANGS.map(|lang| link.message(staff, lang));
        let name = |lang: Lang| naming::name(organization, lang).text;
        let until = local_day(link.expires_at).to_string();
        let own = [organization.number.clone(), name(Lang::Kk), name(Lang::Ru), link.link(staff), until];
        own.into_iter().chain(messages).collect::<Vec<_>>()
    };
    let head = head.map(str::to_owned).to_vec();
    table_file::csv(std::iter::once(head).chain(made.iter().map(row)))
}

/// Until when a link works.
pub(super) fn valid(page: Lang, expires_at: Instant) -> String {
    say_of(page, "admin-invitation-valid", "date", &say_day(page, local_day(expires_at), DayForm::To))
}

impl MadeLink<'_> {
    fn link(&self, staff: StaffView<'_>) -> String {
        format!("{}{}", staff.site.origin, Admin::Invitation(Token::new(self.token)))
    }

    fn messages(&self, staff: StaffView<'_>) -> Vec<Message> {
        let message = |lang: Lang| {
            let text = self.message(staff, lang);
            Message { lang, whatsapp: whatsapp::message(&text), text }
        };
        LANGS.map(message).into()
    }

    fn message(&self, staff: StaffView<'_>, lang: Lang) -> String {
        let (key, organization) = match self.purpose {
            Purpose::Staff => ("message-invitation", String::new()),
            Purpose::Chair(organization) => {
                ("message-invitation-chair", naming::name(organization, lang).text)
            }
            Purpose::NewPassword => ("message-new-password", String::new()),
        };
        let until = say_day(lang, local_day(self.expires_at), DayForm::To);
        let arguments = [
            ("link", self.link(staff).into()),
            ("date", until.into()),
            ("organization", organization.into()),
        ];
        say_with(lang, key, &arguments)
    }
}
