//! What stands in the head of a page for programs: a feed to subscribe to, what messengers show of a shared address
//! (Open Graph), and what the page is about (JSON-LD).

use askama::Template;

use super::document::DocumentView;
use super::layout::{Passage, Site, Wish, in_language};
use super::naming;
use crate::domain::Lang;
use crate::domain::address::Public;
use crate::domain::answer::{Requested, Resolved};
use crate::phrases::say;

/// Width and height of the picture of an edition in pixels: what messengers show without cutting.
pub const CARD_PX: (u32, u32) = (1200, 630);

/// A feed of what the page shows.
#[derive(Debug, Clone)]
pub struct FeedLink {
    href: String,
    title: String,
}

/// What a messenger shows of a shared address.
#[derive(Debug, Clone)]
struct Preview {
    title: String,
    description: String,
    address: String,
    picture: Option<String>,
}

/// The part of a page's head that programs read.
#[derive(Debug, Clone, Template)]
#[template(path = "head.html")]
pub struct Head {
    lang: Lang,
    site_name: String,
    feed: Option<FeedLink>,
    preview: Option<Preview>,
    /// JSON without a `<`, so that it cannot end its element.
    json_ld: Option<String>,
}

impl Head {
    /// The head of a page that has nothing but a feed, at this address.
    pub fn with_feed(site: Site<'_>, wish: Wish, feed: Public, of: &Passage) -> Self {
        let page = wish.lang();
        let feed = FeedLink { href: wish.link(feed), title: of.text.clone() };
        let site_name = naming::name(site.union, page).text;
        Self { lang: page, site_name, feed: Some(feed), preview: None, json_ld: None }
    }

    /// The head of the page of a document. A picture and a preview live long in other people's chats, so they never
    /// say how the text stands.
    pub fn of_document(view: &DocumentView<'_>) -> Self {
        let page = view.wish.lang();
        let code = view.document.code;
        let title = naming::title(view.document, view.owner, page);
        let (at, description, picture) = match (view.resolved, view.requested) {
            (Resolved::Edition { version, .. }, requested) => {
                let edition = Public::Version(code, version.ordinal);
                let card = Public::Card(code, version.ordinal, page);
                let picture = format!("{}{card}", view.site.origin);
                match requested {
                    Requested::Latest => (Public::Code(code), say(page, "card-current"), Some(picture)),
                    Requested::On(_) | Requested::Edition(_) => {
                        (edition, naming::edition(version, page), Some(picture))
                    }
                }
            }
            _ => (Public::Code(code), naming::name(view.owner, page).text, None),
        };
        let concerns =
            naming::best(&view.document.concerns, page).map(|passage| format!("{}. ", passage.text));
        let preview = Preview {
            title: title.text.clone(),
            description: concerns.unwrap_or_default() + &description,
            address: format!("{}{}", view.site.origin, in_language(at, page)),
            picture,
        };
        let feed = Self::with_feed(view.site, view.wish, Public::FeedOf(code), &title);
        Self { preview: Some(preview), json_ld: view.json_ld.map(str::to_owned), ..feed }
    }

    /// The languages in which the page can be had besides its own.
    fn others(&self) -> impl Iterator<Item = Lang> {
        Lang::ALL.into_iter().filter(|lang| *lang != self.lang)
    }

    /// A language as Open Graph names it, with a territory.
    fn locale(&self, lang: &Lang) -> &'static str {
        match lang {
            Lang::Kk => "kk_KZ",
            Lang::Ru => "ru_RU",
            Lang::En => "en_GB",
        }
    }

    fn card_px(&self) -> (u32, u32) {
        CARD_PX
    }
}
