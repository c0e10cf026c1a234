//! What helps to find, keep, share and print a text.

use crate::domain::Lang;
use crate::domain::address::{Picture, Public, TypeSize, View, encoded};
use crate::domain::answer::Resolved;
use crate::pages::body::BodyView;
use crate::pages::contact::Person;
use crate::pages::document_view::DocumentView;
use crate::pages::form::Form;
use crate::pages::html::{Link, Passage};
use crate::pages::search_box;
use crate::pages::site::in_language;
use crate::pages::whatsapp;
use crate::phrases::{Argument, say, say_with};
use crate::text::topic::topics;

/// Stands in an address where the script puts what it knows: the heading that was tapped, and its own address.
const CLAUSE: &str = "{clause}";
const ADDRESS: &str = "{address}";

/// What stands between the title and the text.
pub(super) struct Tools {
    /// The search in this text; none where there is no text to search.
    pub(super) find: Option<Form>,
    /// Places that answer what members ask most.
    pub(super) topics: Vec<Link>,
}

/// How a document is passed on.
pub(super) struct Share {
    /// The address of the present text in the language of the page.
    pub(super) address: String,
    /// The code of the document as a picture, on its stand where there is one.
    pub(super) codes: [Public; 2],
    pub(super) whatsapp: String,
    pub(super) telegram: String,
    /// WhatsApp of the chair, with a place in the document left open.
    pub(super) ask: Option<String>,
}

impl Share {
    /// With the question about one place, where somebody can be asked.
    pub(super) fn asking(self, person: Option<&Person>, view: &DocumentView<'_>, title: &Passage) -> Self {
        let question = view.question("contact-message-clause", title, ADDRESS, Some(CLAUSE));
        let ask = person.and_then(|person| person.write.as_deref()).and_then(|write| {
            let (chat, _) = write.split_once('?')?;
            Some(format!("{chat}?text={}", encoded(&question)))
        });
        Self { ask, ..self }
    }
}

impl DocumentView<'_> {
    pub(super) fn tools(&self, body: Option<&BodyView<'_>>) -> Tools {
        let page = self.wish.lang();
        let typed = self.finding.map_or("", |finding| finding.typed);
        let found = body.map(|body| topics(body.body(), body.lang())).unwrap_or_default();
        Tools {
            find: body.map(|_| search_box::in_text(page, in_language(self.at(), page), typed)),
            topics: found
                .into_iter()
                .map(|(topic, anchor)| {
                    Link::new(format!("#{anchor}"), say(page, &format!("topic-{}", topic.name())))
                })
                .collect(),
        }
    }

    pub(super) fn share(&self, title: &Passage) -> Share {
        let path = in_language(self.present(), self.wish.lang());
        let address = format!("{}{path}", self.site.origin);
        Share {
            whatsapp: whatsapp::message(&format!("{}\n{address}", title.text)),
            telegram: format!(
                "https://t.me/share/url?url={}&text={}",
                encoded(&address),
                encoded(&title.text)
            ),
            ask: None,
            codes: Picture::ALL.map(|picture| match self.stand.organization() {
                Some(organization) => Public::StandQr(self.document.code, organization.code, picture),
                None => Public::Qr(self.document.code, picture),
            }),
            address,
        }
    }

    /// A message to the chair about the document, or about one place in it.
    pub(super) fn question(&self, key: &str, title: &Passage, address: &str, clause: Option<&str>) -> String {
        let mut arguments = vec![("title", Argument::from(title.text.as_str())), ("address", address.into())];
        arguments.extend(clause.map(|clause| ("clause", Argument::from(clause))));
        say_with(self.wish.lang(), key, &arguments)
    }

    /// The text in other views: two languages side by side, and for the printer.
    pub(super) fn other_views(&self) -> Vec<Link> {
        let Resolved::Edition { version, choice, .. } = self.resolved else { return Vec::new() };
        let page = self.wish.lang();
        let view = |view: View, key: &str| {
            Some(Link::new(in_language(self.text_at().viewed(view)?, page), self.say(key)))
        };
        let has = |lang: Lang| version.known_text(lang, self.as_of.known).is_some();
        let mut links = Vec::new();
        if has(Lang::Kk) && has(Lang::Ru) {
            links.extend(view(View::Bilingual, "open-both"));
        }
        if choice.is_some() && self.has_words() {
            links.extend(view(View::Printable(TypeSize::Normal), "print-text"));
            links.extend(view(View::Printable(TypeSize::Large), "print-text-large"));
        }
        links
    }
}
