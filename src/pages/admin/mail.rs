//! The weekly letter on pages: asking for it on the page of the own account, and what the links in letters open.

use askama::Template;

use super::staff::chrome;
use crate::domain::Lang;
use crate::domain::address::{Admin, Token};
use crate::domain::mail::ADDRESS_MAX_CHARS;
use crate::pages::Site;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Field, Form, LineKind, Look, Typed, button};
use crate::pages::html::Passage;
use crate::phrases::{say, say_of};

/// The form that asks for the letter.
pub const WISH: &str = "wish-mail";

/// What a person wants: the address, and whether it is confirmed; none who wants no letters.
pub type Wished<'a> = Option<(&'a str, bool)>;

/// The part of the page of the own account.
pub(super) struct MailPart {
    /// Whether letters come, in words.
    pub state: String,
    /// Asks for them.
    pub wish: Form,
    /// Ends them.
    pub end: Option<Form>,
}

/// The part of the page of the own account.
pub(super) fn part(page: Lang, wished: Wished<'_>, typed: &Typed) -> MailPart {
    let address = wished.map_or("", |(address, _)| address);
    let line = Field::line(LineKind::Mail, "mail", say(page, "mail-address"), address);
    let wish = Form::new(WISH, Admin::WishMail)
        .with(vec![line.required().at_most(ADDRESS_MAX_CHARS)])
        .button(button(page, "mail-wish", Look::Second))
        .filled(typed);
    let end = || Form::press("end-mail", Admin::EndMail, button(page, "mail-end", Look::Second));
    MailPart {
        state: match wished {
            Some((address, true)) => say_of(page, "mail-on", "address", address),
            Some((address, false)) => say_of(page, "mail-unconfirmed", "address", address),
            None => say(page, "mail-off"),
        },
        wish,
        end: wished.map(|_| end()),
    }
}

/// What a link in a letter asks.
#[derive(Debug, Clone, Copy)]
pub enum Asking {
    /// Whether the address is confirmed.
    Confirm(Token),
    /// Whether the letters end.
    Stop(Token),
}

impl Asking {
    const fn address(self) -> Admin {
        match self {
            Self::Confirm(token) => Admin::ConfirmMail(token),
            Self::Stop(token) => Admin::StopMail(token),
        }
    }

    /// A phrase about it: what is asked, what the button says, what was done.
    fn say(self, page: Lang, part: &str) -> String {
        let what = match self {
            Self::Confirm(_) => "confirm",
            Self::Stop(_) => "stop",
        };
        say(page, &format!("mail-{what}-{part}"))
    }
}

#[derive(Template)]
#[template(path = "admin/mail.html")]
struct MailPage<'a> {
    chrome: Chrome<'a>,
    words: String,
    form: Option<Form>,
}

/// The page that asks.
pub fn render_asking(site: Site<'_>, page: Lang, asking: Asking) -> String {
    let key = match asking {
        Asking::Confirm(_) => "mail-confirm-button",
        Asking::Stop(_) => "mail-stop-button",
    };
    let form = Form::press("answer", asking.address(), button(page, key, Look::First));
    rendered(site, page, asking, asking.say(page, "words"), Some(form))
}

/// The page that says that it is done.
pub fn render_done(site: Site<'_>, page: Lang, asking: Asking) -> String {
    rendered(site, page, asking, asking.say(page, "done"), None)
}

fn rendered(site: Site<'_>, page: Lang, asking: Asking, words: String, form: Option<Form>) -> String {
    let title = Passage::plain(say(page, "mail-title"));
    finish(&MailPage { chrome: chrome(site, page, title, asking.address().into()), words, form })
}
