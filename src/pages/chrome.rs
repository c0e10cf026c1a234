//! What every page has around its content, the pages of administrators included.

use askama::Template;

use super::head::Head;
use super::html::{Banner, Passage, Tone};
use super::naming;
use super::site::{LanguagePreference, Site, in_language};
use crate::domain::address::{Asset, Href, Public};
use crate::domain::{Day, Instant, Lang};
use crate::phrases::dates::{Form, day as say_day, moment};
use crate::phrases::{say, say_of, say_with};
use crate::print::model::kit::PrintStatus;

/// One of the three large words that switch the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language that it leads to.
    pub lang: Lang,
    /// The language's own name.
    pub name: String,
    /// This page in that language.
    pub href: String,
}

/// What the layout template needs: the language, the header, the language switch, the footer.
///
/// A page's template begins with `{% extends "layout.html" %}`, and its struct has a field `chrome`.
#[derive(Debug, Clone)]
pub struct Chrome<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The page's language.
    pub wish: LanguagePreference,
    /// The page's own title, without the union's name.
    pub title: Passage,
    /// The language switch; empty on pages that cannot be opened in another language.
    pub languages: Vec<LanguageLink>,
    /// What the page is, in a line, for those who look for it elsewhere; none for pages that nobody looks for.
    pub description: Option<String>,
    /// The address in full under which the page is known where the same is found at several.
    pub canonical: Option<String>,
    /// The first day on which the page will say something else: a copy that was kept is outdated from then.
    pub until: Option<Day>,
    /// What stands in the page's head for programs.
    pub head: Option<Head>,
}

impl<'a> Chrome<'a> {
    /// The surroundings of a page at this address; none for a page without an address of its own, such as the answer to
    /// a form.
    pub fn new(site: Site<'a>, wish: LanguagePreference, title: Passage, at: Option<Href>) -> Self {
        let canonical = at.clone().map(|at| format!("{}{}", site.origin, wish.link(at)));
        let languages = at.map_or_else(Vec::new, |at| {
            Lang::ALL
                .map(|lang| LanguageLink {
                    lang,
                    name: say(lang, "language-own-name"),
                    href: in_language(at.clone(), lang),
                })
                .into()
        });
        Self { site, wish, title, languages, description: None, canonical, until: None, head: None }
    }

    /// Whether what is printed must not hang yet.
    pub fn is_trial(&self) -> bool {
        self.site.standing == PrintStatus::Trial
    }

    /// The surroundings of a page that others may look for, and what it is in a line.
    pub fn described(self, description: impl Into<String>) -> Self {
        Self { description: Some(description.into()), ..self }
    }

    /// The surroundings of a page that is known under this path.
    pub fn known_as(self, path: &str) -> Self {
        Self { canonical: Some(format!("{}{path}", self.site.origin)), ..self }
    }

    /// The surroundings of a page that will say something else from that day.
    pub fn good_until(self, until: Option<Day>) -> Self {
        Self { until, ..self }
    }

    /// What a copy says from the day on which the page says something else; `{on}` is when it was kept.
    pub fn outdated(&self, until: &Day) -> String {
        let until = say_day(self.lang(), *until, Form::From);
        say_with(self.lang(), "saved-copy-outdated", &[("on", "{on}".into()), ("until", until.into())])
    }

    /// The surroundings with something for programs in the head.
    pub fn with_head(mut self, head: Head) -> Self {
        self.head = Some(head);
        self
    }

    /// The page's language.
    pub fn lang(&self) -> Lang {
        self.wish.lang()
    }

    /// A phrase in the page's language.
    pub fn say(&self, key: &str) -> String {
        say(self.lang(), key)
    }

    /// A phrase with one argument in words, in the page's language.
    pub fn say_of(&self, key: &str, name: &str, value: &str) -> String {
        say_of(self.lang(), key, name, value)
    }

    /// The first page, for this reader.
    pub fn start(&self) -> String {
        self.wish.link(Public::Start)
    }

    /// The help, for this reader.
    pub fn help(&self) -> String {
        self.wish.link(Public::Help)
    }

    /// The organizations by their districts, for this reader.
    pub fn organizations(&self) -> String {
        self.wish.link(Public::Organizations)
    }

    /// Where a search is sent, for this reader.
    pub fn search(&self) -> String {
        self.wish.link(Public::Search)
    }

    /// The union's name.
    pub fn union_name(&self) -> Passage {
        naming::name(self.site.union, self.lang())
    }

    /// The script.
    pub fn script(&self) -> Asset {
        Asset::Script(*super::SCRIPT_NAME)
    }

    /// The icon.
    pub fn icon(&self) -> Asset {
        Asset::IconSvg
    }

    /// What makes the site an app.
    pub fn manifest(&self) -> Asset {
        Asset::Manifest
    }

    /// The style sheet, which stands inline.
    pub fn style(&self) -> &'static str {
        super::STYLE
    }
}

/// A page as text. Writing into memory cannot fail, and no template of a page calls anything that can.
pub fn finish(page: &impl Template) -> String {
    page.render().unwrap_or_default()
}

/// A complete page with a notice above its content, for one reader alone: others must never get it.
pub fn announced(page: &str, notice: &Banner) -> String {
    // No attribute of the element holds a `>`: what is put into attributes is escaped.
    let content = page.find("<main").and_then(|main| page[main..].find('>').map(|end| main + end + 1));
    let (before, after) = page.split_at(content.unwrap_or(page.len()));
    format!("{before}{}{after}", finish(&Announcement { notice }))
}

/// The notice that the server has not been able to look for later editions since an instant.
pub fn stale_notice(page: Lang, since: Instant) -> Banner {
    Banner::new(Tone::Warning, say_with(page, "page-stale", &[("time", moment(page, since).into())]))
}

#[derive(Template)]
#[template(path = "announcement.html")]
struct Announcement<'a> {
    notice: &'a Banner,
}
