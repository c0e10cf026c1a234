//! What was published, with messages that are ready to be sent to members.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Public};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::posted::StandCount;
use crate::domain::version::Version;
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::Link;
use crate::pages::posted::stands_in_words;
use crate::pages::{naming, whatsapp};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_of, say_with};

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct PublishedView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The version that was published.
    pub version: &'a Version,
    /// The stands on which the document belongs.
    pub stands: StandCount,
    /// Today.
    pub day: Day,
}

struct Message {
    id: String,
    lang: &'static str,
    language: String,
    text: String,
    whatsapp: String,
}

#[derive(Template)]
#[template(path = "admin/published.html")]
struct PublishedPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    done: String,
    document: Link,
    public: Public,
    stands: String,
    messages: Vec<Message>,
}

/// The complete page.
pub fn render(view: &PublishedView<'_>) -> String {
    let page = view.staff.lang;
    let from = view.version.requisites.effective_from;
    let done = if from > view.day {
        say_of(page, "admin-published-scheduled", "date", &say_day(page, from, Form::From))
    } else {
        say(page, "admin-published")
    };
    let title = naming::title(view.document, view.owner, page);
    finish(&PublishedPage {
        chrome: view.staff.chrome(title.clone()),
        menu: view.staff.menu(),
        done,
        document: Link { href: Admin::Document(view.document.code).to_string(), words: title },
        public: Public::Code(view.document.code),
        stands: stands_in_words(view.stands, page),
        messages: [Lang::Kk, Lang::Ru].map(|lang| view.message(lang)).into(),
    })
}

impl PublishedView<'_> {
    /// The message names the language in its link: such links are counted as shared, not as scanned.
    fn message(&self, lang: Lang) -> Message {
        let from = self.version.requisites.effective_from;
        let title = naming::title(self.document, self.owner, lang).text;
        let present = Href::to(Public::Code(self.document.code)).in_language(lang);
        let link = format!("{}{present}", self.staff.site.origin);
        let arguments: [(&str, Argument<'_>); 3] = [
            ("title", title.into()),
            ("link", link.into()),
            ("date", say_day(lang, from, Form::From).into()),
        ];
        let key = match self.version.corrects {
            _ if from > self.day => "message-scheduled",
            Some(_) => "message-corrected",
            // Who has no sheet yet is not told that it need not be replaced.
            None if self.stands.without_sheet > 0 => "message-new",
            None => "message-published",
        };
        let text = say_with(lang, key, &arguments);
        Message {
            id: format!("message-{lang}"),
            lang: lang.tag(),
            language: say(self.staff.lang, &format!("admin-language-{lang}")),
            whatsapp: whatsapp::message(&text),
            text,
        }
    }
}
