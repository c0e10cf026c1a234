//! The kit of a stand before it is printed: how its pages look, and what may be chosen.

use askama::Template;

use super::choices;
use super::chrome::{Chrome, finish};
use super::form::{Form, Look, button};
use super::html::{Banner, Link, Passage, Tone};
use super::naming;
use super::site::{LanguagePreference, Site, in_language};
use crate::domain::Code;
use crate::domain::address::{Href, KitPage as PageName, Public};
use crate::domain::organization::Organization;
use crate::phrases::{Argument, say, say_with};
use crate::print::model::choice::{Choice, Documents, Part};
use crate::print::model::display_list::Page;
use crate::print::model::geometry::A4;
use crate::print::model::kit::{Document, Kit, PrintStatus};

/// What tells in an address how many pictures are shown.
pub const SHOWN_KEY: &str = "pages";

/// All of them.
pub const SHOWN_ALL: &str = "all";

/// Pictures that are shown at first: a screen and a half of a phone.
const FIRST: usize = 6;

/// Sheets that are shown side by side as a wall: more than hang together anywhere.
const WALL: usize = 36;

/// How many pictures of pages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The first ones.
    First,
    /// All.
    All,
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct KitView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// Whose stand it is.
    pub organization: &'a Organization,
    /// What would be printed.
    pub kit: &'a Kit,
    /// The pages of each part, in the order of the file.
    pub parts: &'a [(Part, Vec<Page>)],
    /// Width and height of the picture of each page, in pixels.
    pub sizes_px: &'a [(u32, u32)],
    /// How many pictures are shown.
    pub shown: Shown,
    /// Why something that was asked for cannot be chosen.
    pub refusals: &'a [String],
}

struct PartLine {
    name: String,
    pages: String,
    purpose: String,
}

struct Preview {
    src: Href,
    alt: String,
    caption: String,
    width_px: u32,
    height_px: u32,
}

#[derive(Template)]
#[template(path = "kit.html")]
struct KitPage<'a> {
    chrome: Chrome<'a>,
    stand: Link,
    banners: Vec<Banner>,
    download: Href,
    pages: String,
    paper: Vec<String>,
    steps: Vec<String>,
    parts: Vec<PartLine>,
    wall: Vec<Preview>,
    previews: Vec<Preview>,
    all: Option<Link>,
    usual: Option<String>,
    other: Form,
    /// To the labels for articles of each document.
    labels: Vec<Link>,
    address: String,
}

/// The complete page.
pub fn render(view: &KitView<'_>) -> String {
    let page = view.wish.lang();
    let choice = &view.kit.choice;
    let code = view.organization.code;
    let usual = Public::KitPreview(code);
    let own = Href::to(usual).with_all(choice.pairs());
    finish(&KitPage {
        stand: Link {
            href: view.wish.link(Public::Code(code)),
            words: naming::name(view.organization, page),
        },
        banners: view.banners(),
        download: Href::to(Public::Kit(code)).with_all(choice.pairs()),
        pages: count(view, "kit-pages", view.sizes_px.len()),
        paper: view.paper(),
        steps: view.steps(),
        parts: view
            .parts
            .iter()
            .filter(|(_, pages)| !pages.is_empty())
            .map(|(part, pages)| view.part(*part, pages.len()))
            .collect(),
        wall: view.wall(),
        previews: view.previews().take(view.shown()).collect(),
        all: view.all(own.clone()),
        usual: (*choice != Choice::default() || !view.refusals.is_empty()).then(|| view.wish.link(usual)),
        other: Form::in_address("choose", view.wish.link(usual))
            .with_all(choices::of_kit(page, view.kit))
            .button(button(page, "kit-show", Look::Big)),
        labels: view.labels(),
        address: format!("{}{}", view.site.origin, in_language(own.clone(), page)),
        chrome: Chrome::new(view.site, view.wish, Passage::plain(say(page, "kit-title")), Some(own))
            .described(say(page, "shelf-kit-hint"))
            .known_as(&view.wish.link(usual)),
    })
}

fn count(view: &KitView<'_>, key: &str, count: usize) -> String {
    say_with(view.wish.lang(), key, &[("count", number(count))])
}

fn number(count: usize) -> Argument<'static> {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

impl KitView<'_> {
    fn banners(&self) -> Vec<Banner> {
        let page = self.wish.lang();
        let mut banners: Vec<Banner> =
            self.refusals.iter().map(|why| Banner::new(Tone::Warning, why)).collect();
        if self.kit.status == PrintStatus::Trial {
            let host = [("host", Argument::from(self.kit.base.host()))];
            banners.push(Banner::new(Tone::Warning, say_with(page, "kit-specimen", &host)));
        }
        let names = |list: Vec<String>| Argument::from(list.join("; "));
        // Who names a document wants it; of the whole shelf the guide tells what waits.
        let is_named = |document: &&Document| {
            self.kit.choice.documents != Documents::All && self.kit.choice.names(document.code)
        };
        let waiting = self.kit.unprinted().filter(is_named);
        let waiting: Vec<String> =
            waiting.map(|document| choices::shown(document, self.kit, page).text).collect();
        if !waiting.is_empty() {
            let answer = ("answer", Argument::from(say(page, "choice-pending-yes")));
            let text = say_with(page, "kit-left-out", &[("documents", names(waiting)), answer]);
            banners.push(Banner::new(Tone::Notice, text));
        }
        let idle: Vec<String> =
            self.kit.choice.idle().into_iter().map(|key| say(page, &format!("choice-{key}"))).collect();
        if !idle.is_empty() {
            let text = say_with(page, "kit-idle", &[("choices", names(idle))]);
            banners.push(Banner::new(Tone::Notice, text));
        }
        banners
    }

    /// What to do with the file: the steps of what is in it.
    fn steps(&self) -> Vec<String> {
        let has = |part| self.parts.iter().any(|(other, pages)| *other == part && !pages.is_empty());
        let hangs = has(Part::Poster) || has(Part::Sheets);
        let steps = [
            ("kit-step-print", true),
            ("kit-step-stickers", has(Part::Stickers)),
            ("kit-step-hang", hangs),
            ("kit-step-sign", has(Part::SignatureSheet)),
            ("kit-step-check", hangs || has(Part::Stickers)),
        ];
        let needed = steps.into_iter().filter(|(_, needed)| *needed);
        needed.map(|(key, _)| say(self.wish.lang(), key)).collect()
    }

    fn shown(&self) -> usize {
        match self.shown {
            Shown::First => FIRST.min(self.sizes_px.len()),
            Shown::All => self.sizes_px.len(),
        }
    }

    fn part(&self, part: Part, pages: usize) -> PartLine {
        let page = self.wish.lang();
        PartLine {
            name: say(page, &format!("choice-parts-{}", part.name())),
            pages: count(self, "kit-pages", pages),
            purpose: say(page, &format!("kit-purpose-{}", part.name())),
        }
    }

    /// What is put into the printer, sort by sort.
    fn paper(&self) -> Vec<String> {
        let page = self.wish.lang();
        let labels: usize =
            self.parts.iter().filter(|(part, _)| *part == Part::Stickers).map(|(_, pages)| pages.len()).sum();
        let others =
            self.parts.iter().filter(|(part, _)| *part != Part::Stickers).flat_map(|(_, pages)| pages);
        let (a3, a4): (Vec<&Page>, Vec<&Page>) = others.partition(|page| is_larger_than_a4(page));
        let sheets = |size: &str, pages: usize| {
            say_with(page, "kit-paper", &[("size", size.into()), ("count", number(pages))])
        };
        let labelled = || {
            let stock = Argument::from(self.kit.choice.stock.name());
            say_with(page, "kit-labels", &[("stock", stock), ("count", number(labels))])
        };
        let sorts = [
            (!a4.is_empty()).then(|| sheets("A4", a4.len())),
            (!a3.is_empty()).then(|| sheets("A3", a3.len())),
            (labels > 0).then(labelled),
        ];
        sorts.into_iter().flatten().collect()
    }

    /// The sheets as they will hang side by side, seen from far away.
    fn wall(&self) -> Vec<Preview> {
        let parts = self.parts.iter().flat_map(|(part, pages)| pages.iter().map(|_| *part));
        let sheets = parts.zip(self.previews()).filter(|(part, _)| *part == Part::Sheets);
        let sheets: Vec<Preview> = sheets.map(|(_, preview)| preview).take(WALL).collect();
        if sheets.len() > 1 { sheets } else { Vec::new() }
    }

    fn previews(&self) -> impl Iterator<Item = Preview> {
        let captions =
            self.parts.iter().flat_map(|(part, pages)| pages.iter().map(|page| self.caption(*part, page)));
        let preview = move |((caption, (width_px, height_px)), at): ((String, &(u32, u32)), usize)| {
            let named = [("number", number(at)), ("name", Argument::from(caption.as_str()))];
            Preview {
                src: Href::to(Public::KitPicture(self.organization.code, PageName(at)))
                    .with_all(self.kit.choice.pairs()),
                alt: say_with(self.wish.lang(), "kit-page", &named),
                caption,
                width_px: *width_px,
                height_px: *height_px,
            }
        };
        captions.zip(self.sizes_px).zip(1_usize..).map(preview)
    }

    /// What a page is: its part of the kit, or the documents whose page it is.
    fn caption(&self, part: Part, page: &Page) -> String {
        let lang = self.wish.lang();
        let titles = || {
            let documents = page.codes().filter_map(|code| self.kit.document(code.name));
            documents.map(|document| choices::shown(document, self.kit, lang).text).collect::<Vec<_>>()
        };
        let name = say(lang, &format!("choice-parts-{}", part.name()));
        match part {
            Part::Sheets => titles().join("; "),
            Part::SignatureSheet => format!("{name}: {}", titles().join("; ")),
            Part::Guide | Part::Poster | Part::Stickers | Part::Ruler => name,
        }
    }

    fn labels(&self) -> Vec<Link> {
        let link = |document: &Document| Link {
            href: self.wish.link(Public::ClauseLabels(document.code, self.organization.code)),
            words: choices::shown(document, self.kit, self.wish.lang()),
        };
        self.kit.documents.iter().filter(|document| document.edition.is_some()).map(link).collect()
    }

    fn all(&self, own: Href) -> Option<Link> {
        if self.shown() == self.sizes_px.len() {
            return None;
        }
        let all = self.wish.link(own.with(SHOWN_KEY, SHOWN_ALL).at("pages"));
        Some(Link::new(all, count(self, "kit-pages-all", self.sizes_px.len())))
    }
}

/// Whether a page, upright or not, needs larger paper than A4.
fn is_larger_than_a4(page: &Page) -> bool {
    page.size.width_mm.max(page.size.height_mm) > A4.height_mm
}

/// What the page of a refusal is made from.
#[derive(Debug, Clone, Copy)]
pub struct Refused<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// Whose kit was asked for.
    pub organization: Code,
    /// Why it was not printed.
    pub why: &'a str,
}

#[derive(Template)]
#[template(path = "kit_refused.html")]
struct RefusedPage<'a> {
    chrome: Chrome<'a>,
    why: &'a str,
    usual: String,
}

/// The page that says why nothing was printed.
pub fn refused(view: &Refused<'_>) -> String {
    let title = Passage::plain(say(view.wish.lang(), "kit-refused"));
    finish(&RefusedPage {
        chrome: Chrome::new(view.site, view.wish, title, None),
        why: view.why,
        usual: view.wish.link(Public::KitPreview(view.organization)),
    })
}
