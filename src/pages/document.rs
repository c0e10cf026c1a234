//! The page of a document: the text, what it is, since when, for whom, and whom to ask.

use askama::Template;

use super::body::BodyView;
use super::contact::{self, ContactView};
use super::files::{self, FileLink};
use super::layout::{Banner, Chrome, Link, Passage, Site, Tone, Wish, encoded, finish, in_language};
use super::naming;
use super::standing::{self, Standing};
use crate::domain::document::Document;
use crate::domain::fact::What;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, TextChoice, choose_text, last_in_language, resolve};
use crate::domain::version::{Authenticity, Version};
use crate::domain::{Code, Day, Instant, Lang};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say_with};
use crate::text::body::Body;

/// Which text of a document an address asks for.
#[derive(Debug, Clone, Copy)]
pub enum Asked<'a> {
    /// `/{DOC}`: what applies today.
    Latest,
    /// `/{DOC}/at/2025-09-01`: what applied on that day.
    On(Day),
    /// `/{DOC}/v3`: that version, for ever.
    Version(&'a Version),
}

/// What a document has to show.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// A version, with the text for the reader: 200.
    Version {
        /// The version.
        version: &'a Version,
        /// How it stands.
        standing: Standing<'a>,
        /// The text; none where the version has none that is known by then.
        choice: Option<TextChoice<'a>>,
    },
    /// The bytes of the version that was asked for are erased: 410.
    Erased {
        /// The version.
        version: &'a Version,
        /// How it stands.
        standing: Standing<'a>,
    },
    /// Nothing was ever published: 200, and 404 for a day in the past.
    NothingPublished,
    /// Everything is withdrawn: 410.
    AllWithdrawn {
        /// The version that was withdrawn last.
        last: &'a Version,
        /// How it stands.
        standing: Standing<'a>,
    },
}

/// What a document shows to a reader who asks like this, on the day `day`, seeing what was recorded by `known`.
pub fn shown<'a>(
    document: &'a Document,
    asked: Asked<'a>,
    wish: Lang,
    day: Day,
    known: Instant,
) -> Shown<'a> {
    let day = if let Asked::On(asked) = asked { asked } else { day };
    let version = match asked {
        Asked::Version(version) => version,
        Asked::Latest | Asked::On(_) => match resolve(document, day, known) {
            Answer::Version { version, .. } => version,
            Answer::NothingPublished => return Shown::NothingPublished,
            Answer::AllWithdrawn => {
                let published = document.versions.iter().filter(|version| version.published_at <= known);
                return match published
                    .max_by_key(|version| (standing::withdrawn_on(version, known), version.ordinal))
                {
                    Some(last) => {
                        Shown::AllWithdrawn { last, standing: standing::standing(document, last, day, known) }
                    }
                    None => Shown::NothingPublished,
                };
            }
        },
    };
    let standing = standing::standing(document, version, day, known);
    match standing {
        Standing::Erased { .. } => Shown::Erased { version, standing },
        _ => Shown::Version { version, standing, choice: choose_text(version, wish, known) },
    }
}

/// The organization that an address names after the document: whose stand was scanned.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// The address names none.
    Unnamed,
    /// The document hangs on this organization's stand.
    Stand(&'a Organization),
    /// The organization exists, but the document is not on its shelf.
    Elsewhere(&'a Organization),
    /// The organization does not exist any more.
    Dissolved {
        /// The organization.
        organization: &'a Organization,
        /// What it was merged into.
        successor: Option<&'a Organization>,
    },
    /// No organization has this code.
    Unknown(Code),
}

impl<'a> Place<'a> {
    fn organization(self) -> Option<&'a Organization> {
        match self {
            Self::Stand(organization)
            | Self::Elsewhere(organization)
            | Self::Dissolved { organization, .. } => Some(organization),
            Self::Unnamed | Self::Unknown(_) => None,
        }
    }

    fn code(self) -> Option<Code> {
        match self {
            Self::Unknown(code) => Some(code),
            _ => self.organization().map(|organization| organization.code),
        }
    }
}

/// What the page of a document is made from.
#[derive(Debug, Clone, Copy)]
pub struct DocumentView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: Wish,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// Which text the address asks for.
    pub asked: Asked<'a>,
    /// What [`shown`] answers to that.
    pub shown: Shown<'a>,
    /// The organization in the address.
    pub place: Place<'a>,
    /// The document that took this one's place, and its owner.
    pub successor: Option<(&'a Document, &'a Organization)>,
    /// The readable body of the chosen text; none for a scan or a file that cannot be read.
    pub body: Option<&'a Body>,
    /// Today.
    pub day: Day,
    /// Now.
    pub known: Instant,
}

/// The complete page.
pub fn render(view: &DocumentView<'_>) -> String {
    finish(&DocumentPage::new(view))
}

/// A line of what is known of an edition: «Қол қойылған күні: 25 тамыз 2025 ж.»
struct Requisite {
    label: String,
    value: Passage,
}

struct TextView<'a> {
    body: Option<BodyView<'a>>,
    original: FileLink,
}

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    chrome: Chrome<'a>,
    title: Passage,
    place: Option<Passage>,
    banners: Vec<Banner>,
    requisites: Vec<Requisite>,
    text: Option<TextView<'a>>,
    attachments: Vec<FileLink>,
    contact: ContactView,
    sheet: Option<String>,
    share: String,
    address: String,
    links: Vec<Link>,
}

impl<'a> DocumentPage<'a> {
    fn new(view: &DocumentView<'a>) -> Self {
        let page = view.wish.lang();
        let title = naming::title(view.document, view.owner, page);
        let chrome = Chrome::new(view.site, view.wish, title.clone(), Some(&view.path()));
        let address = format!("{}{}", view.site.origin, in_language(&view.stand_path(), page));
        let arguments =
            [("title", Argument::from(title.text.as_str())), ("address", address.as_str().into())];
        let message = say_with(page, "contact-message", &arguments);
        let asked_first = match view.place {
            Place::Stand(organization) => Some(organization),
            Place::Dissolved { successor, .. } => successor,
            Place::Elsewhere(_) | Place::Unnamed | Place::Unknown(_) => None,
        };
        let organizations = asked_first.into_iter().chain([view.owner]);
        Self {
            contact: contact::whom_to_ask(view.site, page, organizations, &message),
            share: format!("https://wa.me/?text={}", encoded(&format!("{}\n{address}", title.text))),
            title,
            place: match view.place {
                Place::Stand(organization) => Some(naming::name(organization, page)),
                _ if view.owner.is_union => None,
                _ => Some(naming::name(view.owner, page)),
            },
            banners: view.banners(),
            requisites: view.requisites(),
            text: view.text(),
            attachments: match view.shown {
                Shown::Version { version, .. } => files::attachments(version, page, view.known),
                _ => Vec::new(),
            },
            sheet: view.sheet(),
            address,
            links: view.links(),
            chrome,
        }
    }
}

impl<'a> DocumentView<'a> {
    /// The address of the page without the language.
    fn path(&self) -> String {
        match self.asked {
            Asked::Latest => self.stand_path(),
            Asked::On(day) => format!("/{}/at/{day}", self.document.code),
            Asked::Version(version) => self.version_path(version),
        }
    }

    fn version_path(&self, version: &Version) -> String {
        format!("/{}/v{}", self.document.code, version.ordinal)
    }

    /// The address of the present text, which names the stand again where it was named.
    fn stand_path(&self) -> String {
        match self.place.code() {
            Some(code) => format!("/{}/{code}", self.document.code),
            None => format!("/{}", self.document.code),
        }
    }

    fn say(&self, key: &str) -> String {
        crate::phrases::say(self.wish.lang(), key)
    }

    /// Everything that a reader should know before reading, what matters most first.
    fn banners(&self) -> Vec<Banner> {
        let page = self.wish.lang();
        let mut banners: Vec<Banner> = Vec::new();
        banners.extend(self.day_banner());
        match self.shown {
            Shown::Version { version, standing, choice } => {
                banners.push(self.standing_banner(standing));
                banners.extend(self.language_banners(version, choice));
            }
            Shown::Erased { standing, .. } => banners.push(self.standing_banner(standing)),
            Shown::NothingPublished => {
                banners.push(Banner::new(Tone::Notice, self.say("status-nothing-yet")))
            }
            Shown::AllWithdrawn { standing, .. } => {
                banners.push(standing::banner(page, self.document, standing));
            }
        }
        if let Some((document, owner)) = self.successor {
            let title = naming::title(document, owner, page);
            let mut banner = Banner::new(Tone::Notice, self.say("document-succeeded"));
            banner.link = Some(Link { href: self.wish.link(&format!("/{}", document.code)), words: title });
            banners.push(banner);
        }
        banners.extend(self.place_banner());
        banners
    }

    fn day_banner(&self) -> Option<Banner> {
        let Asked::On(day) = self.asked else { return None };
        let of = naming::day_of(day, self.wish.lang());
        let text = say_with(self.wish.lang(), "text-of-day", &[("of", of.into())]);
        Some(self.linked_to_present(Banner::new(Tone::Notice, text)))
    }

    fn standing_banner(&self, standing: Standing<'_>) -> Banner {
        let banner = standing::banner(self.wish.lang(), self.document, standing);
        match standing {
            Standing::Answer(_) => banner,
            Standing::Corrected { by } => {
                let href = self.wish.link(&format!("/{}/v{by}", self.document.code));
                banner.with_link(href, self.say("open-correction"))
            }
            _ => self.linked_to_present(banner),
        }
    }

    /// The notice with a link to the text that applies today, where there is one.
    fn linked_to_present(&self, banner: Banner) -> Banner {
        match resolve(self.document, self.day, self.known) {
            Answer::Version { .. } => {
                banner.with_link(self.wish.link(&self.stand_path()), self.say("open-present"))
            }
            Answer::NothingPublished | Answer::AllWithdrawn => banner,
        }
    }

    fn language_banners(&self, version: &Version, choice: Option<TextChoice<'_>>) -> Vec<Banner> {
        let page = self.wish.lang();
        let Some(choice) = choice.filter(|choice| choice.wish_missing) else { return Vec::new() };
        let arguments = [("below", Argument::from(choice.text.lang.tag()))];
        let mut banner = Banner::new(Tone::Notice, say_with(page, "language-missing", &arguments));
        if let Some(last) = last_in_language(self.document, version, page, self.known) {
            let of = naming::day_of(last.requisites.effective_from, page);
            let words = say_with(page, "language-last", &[("of", of.into())]);
            banner = banner.with_link(in_language(&self.version_path(last), page), words);
        }
        vec![banner]
    }

    fn place_banner(&self) -> Option<Banner> {
        let page = self.wish.lang();
        let of = |key: &str, organization: &Organization| {
            say_with(page, key, &[("organization", naming::name(organization, page).text.into())])
        };
        match self.place {
            Place::Unnamed | Place::Stand(_) => None,
            Place::Unknown(code) => {
                let text = say_with(page, "place-unknown", &[("code", code.grouped().into())]);
                Some(Banner::new(Tone::Notice, text))
            }
            Place::Elsewhere(organization) => {
                let banner = Banner::new(Tone::Notice, of("place-elsewhere", organization));
                let href = self.wish.link(&format!("/{}", organization.code));
                Some(banner.with_link(href, self.say("open-shelf")))
            }
            Place::Dissolved { organization, successor: None } => {
                Some(Banner::new(Tone::Notice, of("place-dissolved", organization)))
            }
            Place::Dissolved { organization, successor: Some(successor) } => {
                let mut banner = Banner::new(Tone::Notice, of("place-merged", organization));
                let href = self.wish.link(&format!("/{}", successor.code));
                banner.link = Some(Link { href, words: naming::name(successor, page) });
                Some(banner)
            }
        }
    }

    fn requisites(&self) -> Vec<Requisite> {
        let page = self.wish.lang();
        let mut lines: Vec<Requisite> = Vec::new();
        let mut line = |key: &str, value: Passage| {
            lines.push(Requisite { label: self.say(key), value });
        };
        if let Shown::Version { version, choice, .. } = self.shown {
            let short = |day: Day| say_day(page, day, Form::Short);
            line("requisite-edition", Passage::plain(short(version.requisites.effective_from)));
            if let Some(day) = version.requisites.signed_on {
                line("requisite-signed", Passage::plain(short(day)));
            }
            if let Some(day) = version.requisites.term_end {
                line("requisite-term-end", Passage::plain(short(day)));
            }
            for what in version.known_facts(self.known) {
                if let What::Registered { number, on } = what {
                    let arguments = [("number", Argument::from(number.as_str())), ("on", short(*on).into())];
                    line(
                        "requisite-registered",
                        Passage::plain(say_with(page, "number-and-day", &arguments)),
                    );
                }
            }
            if choice.is_some_and(|choice| choice.text.authenticity == Authenticity::Translation) {
                line("requisite-text", Passage::plain(self.say("text-is-translation")));
            }
        }
        if let Some(concerns) = naming::best(&self.document.concerns, page) {
            line("requisite-concerns", concerns);
        }
        lines
    }

    fn text(&self) -> Option<TextView<'a>> {
        let Shown::Version { choice: Some(TextChoice { text, .. }), .. } = self.shown else { return None };
        let page = self.wish.lang();
        let body = self.body.filter(|body| !body.is_empty());
        Some(TextView {
            body: body.map(|body| BodyView::new(body, text.lang, page)),
            original: files::original(text, page),
        })
    }

    /// The sheet with the code, for the stand that was named or the owner's own.
    fn sheet(&self) -> Option<String> {
        let organization = match self.place {
            Place::Stand(organization) => organization,
            Place::Unnamed => self.owner,
            Place::Elsewhere(_) | Place::Dissolved { .. } | Place::Unknown(_) => return None,
        };
        let hangs = !matches!(self.shown, Shown::AllWithdrawn { .. }) && self.successor.is_none();
        hangs.then(|| format!("/{}/{}/sheet.pdf", self.document.code, organization.code))
    }

    fn links(&self) -> Vec<Link> {
        let history = self.wish.link(&format!("/{}/history", self.document.code));
        let owner = self.place.organization().unwrap_or(self.owner);
        let shelf = self.wish.link(&format!("/{}", owner.code));
        vec![Link::new(history, self.say("open-history")), Link::new(shelf, self.say("open-shelf"))]
    }
}
