//! What stands in the head of a page for programs: a feed to subscribe to, what messengers show of a shared address
//! (Open Graph), and what the page is about (JSON-LD).

use askama::Template;

use super::html::Passage;
use super::naming;
use super::site::{LanguagePreference, Site};
use crate::domain::Lang;
use crate::domain::address::Public;

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
pub struct Preview {
    /// What it is called.
    pub title: String,
    /// What it is, in a line.
    pub description: String,
    /// The address in full.
    pub address: String,
    /// The address of a picture in full, of [`CARD_PX`].
    pub picture: Option<String>,
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
    pub fn with_feed(site: Site<'_>, wish: LanguagePreference, feed: Public, of: &Passage) -> Self {
        let page = wish.lang();
        let feed = FeedLink { href: wish.link(feed), title: of.text.clone() };
        let site_name = naming::name(site.union, page).text;
        Self { lang: page, site_name, feed: Some(feed), preview: None, json_ld: None }
    }

    /// The head with what messengers show of the page, and what it is about as JSON-LD without a `<`.
    pub fn about(self, preview: Preview, json_ld: Option<&str>) -> Self {
        Self { preview: Some(preview), json_ld: json_ld.map(str::to_owned), ..self }
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
