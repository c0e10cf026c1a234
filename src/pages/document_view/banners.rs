//! The notices above a text: how it stands, on which day, in which language, on whose stand.

use super::DocumentView;
use crate::domain::address::Public;
use crate::domain::answer::{Requested, Resolved, StandContext};
use crate::domain::answer::{TextChoice, last_in_language};
use crate::domain::edition_status::EditionStatus;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::version::Version;
use crate::pages::doubt_sentence::page_list;
use crate::pages::edition_status;
use crate::pages::files;
use crate::pages::html::{Banner, Link, Tone};
use crate::pages::naming;
use crate::pages::site::in_language;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say_with};
use crate::text::body::{Amendment, Block, Body, Warning};
use crate::text::section;

impl DocumentView<'_> {
    /// Everything that a reader should know before reading, what matters most first.
    pub(in crate::pages) fn banners(&self) -> Vec<Banner> {
        let page = self.wish.lang();
        let mut banners: Vec<Banner> = Vec::new();
        banners.extend(self.day_banner());
        match self.resolved {
            Resolved::Edition { version, status, choice } => {
                banners.push(self.with_last_day(version, status));
                banners.extend(self.language_banners(version, choice));
                banners.extend(self.unread_banners(choice));
                banners.extend(self.amendment_banners(version));
            }
            Resolved::Erased { status, .. } => banners.push(self.status_banner(status)),
            Resolved::NothingPublished => {
                banners.push(Banner::new(Tone::Notice, self.say("status-nothing-yet")))
            }
            Resolved::AllWithdrawn { status, .. } => {
                banners.push(edition_status::banner(page, self.document, status));
            }
        }
        if let Some((document, owner)) = self.successor {
            let title = naming::title(document, owner, page);
            let mut banner = Banner::new(Tone::Notice, self.say("document-succeeded"));
            banner.link = Some(Link { href: self.wish.link(Public::Code(document.code)), words: title });
            banners.push(banner);
        }
        banners.extend(self.clause_banner());
        banners.extend(self.place_banner());
        banners
    }

    /// Says that the text which answers has no such article or point as the address names.
    fn clause_banner(&self) -> Option<Banner> {
        let (clause, body) = (self.clause?, self.body?);
        if section::part(body, &clause.anchor()).is_some() {
            return None;
        }
        let number = [("number", Argument::from(clause.number()))];
        Some(Banner::new(Tone::Warning, say_with(self.wish.lang(), "clause-missing", &number)))
    }

    fn day_banner(&self) -> Option<Banner> {
        let Requested::On(day) = self.requested else { return None };
        let of = naming::day_of(day, self.wish.lang());
        let text = say_with(self.wish.lang(), "text-of-day", &[("of", of.as_str().into())]);
        Some(self.linked_to_present(Banner::new(Tone::Notice, text).naming(day, of), "open-present"))
    }

    /// What of the file is not among the words on the page, with a link to the file: half is never shown as whole.
    fn unread_banners(&self, choice: Option<TextChoice<'_>>) -> Vec<Banner> {
        let (Some(body), Some(TextChoice { text, .. })) = (self.body, choice) else { return Vec::new() };
        let page = self.wish.lang();
        let number = |number: u32| Argument::from(i64::from(number));
        let banner = |warning: &Warning| {
            let words = match warning {
                // Without any words, the place of the text says so itself.
                Warning::PagesWithoutWords { .. } | Warning::PicturesWithoutWords { .. }
                    if body.is_empty() =>
                {
                    return None;
                }
                Warning::PagesWithoutWords { pages, of } => {
                    let arguments = [("pages", page_list(pages).into()), ("of", number(*of))];
                    say_with(page, "unread-pages", &arguments)
                }
                Warning::PicturesWithoutWords { pictures } => {
                    say_with(page, "unread-pictures", &[("count", number(*pictures))])
                }
                Warning::RecognisedWords { pages } => {
                    say_with(page, "unread-recognised", &[("pages", page_list(pages).into())])
                }
                Warning::PoorWords { pages } => {
                    say_with(page, "unread-poor", &[("pages", page_list(pages).into())])
                }
                Warning::UnreadableLetters { .. } | Warning::EmbeddedDocument | Warning::OldFont { .. } => {
                    self.say("unread-parts")
                }
                Warning::FormNotice => self.say("unread-form"),
                // Readers are told that a machine recognised the words; which one it was does not matter to them.
                Warning::OpenChanges
                | Warning::HiddenWords { .. }
                | Warning::NoReader
                | Warning::ReplacedWords { .. } => return None,
            };
            let link = match warning {
                Warning::PagesWithoutWords { pages, .. } => self.picture_of(body, pages),
                _ => None,
            };
            let link = link.unwrap_or_else(|| files::original(text, page).link);
            Some(Banner { link: Some(link), ..Banner::new(Tone::Warning, words) })
        };
        body.warnings.iter().filter_map(banner).collect()
    }

    /// What amends the text, and where it is read: its words say more than the text alone.
    fn amendment_banners(&self, version: &Version) -> Vec<Banner> {
        let page = self.wish.lang();
        let amendments = self.body.map(|body| body.amendments.as_slice()).unwrap_or_default();
        let banner = |amendment: &Amendment| {
            let file = files::amendment(version, amendment.number, self.as_of.known)?;
            let title = match file.dated_on {
                Some(day) => format!("{}, {}", file.title, say_day(page, day, Form::Long)),
                None => file.title.clone(),
            };
            let arguments = [("title", Argument::from(title))];
            if !amendment.is_read {
                let banner = Banner::new(Tone::Warning, say_with(page, "amended-unread", &arguments));
                return Some(banner.with_link(files::address(&file.file), self.say("amended-unread-open")));
            }
            let key = if amendment.changes.is_empty() { "amended-at-the-end" } else { "amended" };
            let anchor = format!("#{}", amendment.anchor());
            Some(
                Banner::new(Tone::Notice, say_with(page, key, &arguments))
                    .with_link(anchor, self.say("amended-open")),
            )
        };
        amendments.iter().filter_map(banner).collect()
    }

    /// Where the first picture of one of these pages stands among the words.
    fn picture_of(&self, body: &Body, pages: &[u32]) -> Option<Link> {
        let first = body.blocks.iter().find_map(|block| match block {
            Block::ScannedPage(page) if pages.contains(&page.number) => Some(page.number),
            _ => None,
        });
        Some(Link::new(format!("#page-{}", first?), self.say("unread-pages-open")))
    }

    /// How the answer stands, with the last day of its term where that has not been said.
    fn with_last_day(&self, version: &Version, status: EditionStatus<'_>) -> Banner {
        use crate::domain::resolution::Status::{InForce, NotYetInForce, Prolonged};
        let mut banner = self.status_banner(status);
        if let (
            EditionStatus::Answer(InForce { .. } | NotYetInForce { .. } | Prolonged { .. }),
            Some(term_end),
        ) = (status, version.requisites.term_end)
        {
            let on = say_day(self.wish.lang(), term_end, Form::Long);
            let last_day = say_with(self.wish.lang(), "status-last-day", &[("on", on.as_str().into())]);
            banner.text = format!("{}. {last_day}", banner.text);
            banner = banner.naming(term_end, on);
        }
        banner
    }

    fn status_banner(&self, status: EditionStatus<'_>) -> Banner {
        let banner = edition_status::banner(self.wish.lang(), self.document, status);
        match status {
            EditionStatus::Answer(_) => banner,
            EditionStatus::Corrected { by } => {
                let href = self.wish.link(Public::Version(self.document.code, by));
                banner.with_link(href, self.say("open-correction"))
            }
            EditionStatus::Superseded => self.linked_to_present(banner, "open-present-edition"),
            _ => self.linked_to_present(banner, "open-present"),
        }
    }

    /// The notice with a link to the text that applies today, where there is one.
    fn linked_to_present(&self, banner: Banner, key: &str) -> Banner {
        match resolve(self.document, self.as_of) {
            Answer::Version { .. } => banner.with_link(self.wish.link(self.present()), self.say(key)),
            Answer::NothingPublished | Answer::AllWithdrawn => banner,
        }
    }

    fn language_banners(&self, version: &Version, choice: Option<TextChoice<'_>>) -> Vec<Banner> {
        let page = self.wish.lang();
        let Some(choice) = choice.filter(|choice| choice.wish_missing) else { return Vec::new() };
        let arguments = [("below", Argument::from(choice.text.lang.tag()))];
        let mut banner = Banner::new(Tone::Notice, say_with(page, "language-missing", &arguments));
        if let Some(last) = last_in_language(self.document, version, page, self.as_of.known) {
            let of = naming::day_of(last.requisites.effective_from, page);
            let words = say_with(page, "language-last", &[("of", of.into())]);
            banner = banner.with_link(in_language(self.edition_at(last), page), words);
        }
        vec![banner]
    }

    fn place_banner(&self) -> Option<Banner> {
        let page = self.wish.lang();
        let of = |key: &str, organization: &Organization| {
            say_with(page, key, &[("organization", naming::name(organization, page).text.into())])
        };
        match self.stand {
            StandContext::Unnamed | StandContext::Stand(_) => None,
            StandContext::Unknown => Some(Banner::new(Tone::Notice, self.say("place-unknown"))),
            StandContext::Elsewhere(organization) => {
                let banner = Banner::new(Tone::Notice, of("place-elsewhere", organization));
                let href = self.wish.link(Public::Code(organization.code));
                Some(banner.with_link(href, self.say("open-shelf")))
            }
            StandContext::Dissolved { organization, successor: None } => {
                Some(Banner::new(Tone::Notice, of("place-dissolved", organization)))
            }
            StandContext::Dissolved { organization, successor: Some(successor) } => {
                let mut banner = Banner::new(Tone::Notice, of("place-merged", organization));
                let href = self.wish.link(Public::Code(successor.code));
                banner.link = Some(Link { href, words: naming::name(successor, page) });
                Some(banner)
            }
        }
    }
}
