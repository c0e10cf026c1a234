//! What the page of a document and the other views of its text are made from, and the addresses that follow from it.

mod banners;

use super::body::BodyView;
use super::html::Passage;
use super::naming;
use super::pictures::Pictures;
use super::site::{LanguagePreference, Site, in_language};
use crate::domain::address::{Public, View};
use crate::domain::answer::{Requested, Resolved, StandContext, TextChoice};
use crate::domain::document::Document;
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::next_change::next_change;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Clause, Day};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{say, say_with};
use crate::text::body::Body;
use crate::text::compare::Comparison;
use crate::text::find::Found;

/// What changed in a text.
#[derive(Debug, Clone, Copy)]
pub struct Changes<'a> {
    /// The edition before.
    pub since: &'a Version,
    /// The difference between its text and the one that is shown.
    pub comparison: &'a Comparison,
}

/// What was searched for in the text that is shown.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'a> {
    /// The words as they were typed.
    pub typed: &'a str,
    /// What they met.
    pub found: &'a Found,
}

/// What the page of a document is made from.
#[derive(Debug, Clone, Copy)]
pub struct DocumentView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// Which text the address asks for.
    pub requested: Requested<'a>,
    /// What the document has to show to that.
    pub resolved: Resolved<'a>,
    /// What the organization in the address is to the document.
    pub stand: StandContext<'a>,
    /// The article or point that the address names; it is shown first.
    pub clause: Option<Clause>,
    /// The document that took this one's place, and its owner.
    pub successor: Option<(&'a Document, &'a Organization)>,
    /// What the page is about as JSON-LD without a `<`; none where no version is shown.
    pub json_ld: Option<&'a str>,
    /// The readable body of the chosen text; none for a file that cannot be read.
    pub body: Option<&'a Body>,
    /// The file of the chosen text, where it is a draft's.
    pub draft_file: Option<(DraftId, AttachmentId)>,
    /// What was searched for in the text.
    pub finding: Option<Finding<'a>>,
    /// What changed since the edition before, where both can be read in one language.
    pub changes: Option<Changes<'a>>,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

impl<'a> DocumentView<'a> {
    /// The address of the page.
    pub(super) fn at(&self) -> Public {
        match self.requested {
            Requested::Latest => match self.clause {
                Some(clause) => Public::clause(self.document.code, self.stand.code(), clause),
                None => self.present(),
            },
            Requested::On(day) => Public::On(self.document.code, day),
            Requested::Edition(version) => self.edition_at(version),
        }
    }

    pub(super) fn edition_at(&self, version: &Version) -> Public {
        Public::Version(self.document.code, version.ordinal)
    }

    /// The address of the present text, which names the stand again where it was named.
    pub(super) fn present(&self) -> Public {
        Public::document(self.document.code, self.stand.code())
    }

    pub(super) fn say(&self, key: &str) -> String {
        say(self.wish.lang(), key)
    }

    /// The address of another view of the text, without a stand.
    pub(super) fn canonical_of(&self, view: View) -> String {
        let text = match self.text_at() {
            Public::Stand(document, _) => Public::Code(document),
            other => other,
        };
        text.viewed(view).map(|at| self.wish.link(at)).unwrap_or_default()
    }

    /// The address of the text, of which there are other views.
    pub(super) fn text_at(&self) -> Public {
        match (self.requested, self.resolved) {
            (Requested::On(_), Resolved::Edition { version, .. }) | (Requested::Edition(version), _) => {
                self.edition_at(version)
            }
            _ => self.present(),
        }
    }

    /// The organization whose stand was scanned, else the owner.
    pub(super) fn named_place(&self) -> Option<Passage> {
        match self.stand {
            StandContext::Stand(organization) => Some(naming::name(organization, self.wish.lang())),
            _ if self.owner.is_union => None,
            _ => Some(naming::name(self.owner, self.wish.lang())),
        }
    }

    /// What can be read or looked at of the chosen text: words, pictures of pages.
    pub(super) fn body_view(&self) -> Option<BodyView<'a>> {
        let Resolved::Edition { version, choice: Some(TextChoice { text, .. }), .. } = self.resolved else {
            return None;
        };
        let body = self.body.filter(|body| !body.blocks.is_empty())?;
        let marks = self.finding.map(|finding| &finding.found.query);
        let pictures = match self.draft_file {
            Some((draft, file)) => Pictures::Draft(draft, file),
            None => Pictures::Published(self.document.code, version.ordinal, text.lang),
        };
        Some(BodyView::new(body, text.lang, self.wish.lang()).marking(marks).pictured(pictures))
    }

    /// Whether the chosen text has words that can be read on the page.
    pub(super) fn has_words(&self) -> bool {
        self.body.is_some_and(|body| !body.is_empty())
    }

    /// What the page is, in a line.
    pub(super) fn description(&self) -> String {
        let page = self.wish.lang();
        let description = match (self.resolved, self.requested) {
            (Resolved::Edition { .. }, Requested::Latest) => say(page, "card-current"),
            (Resolved::Edition { version, .. }, Requested::On(_) | Requested::Edition(_)) => {
                naming::edition(version, page)
            }
            _ => naming::name(self.owner, page).text,
        };
        let concerns =
            naming::best(&self.document.concerns, page).map(|passage| format!("{}. ", passage.text));
        concerns.unwrap_or_default() + &description
    }

    /// The first day on which the page will say something else.
    pub(super) fn good_until(&self) -> Option<Day> {
        match self.requested {
            Requested::Latest | Requested::Edition(_) => next_change(self.document, self.as_of),
            Requested::On(_) => None,
        }
    }

    /// The edition that is shown, by its date.
    pub(super) fn edition(&self) -> Option<Passage> {
        let Resolved::Edition { version, .. } = self.resolved else { return None };
        let (page, day) = (self.wish.lang(), version.requisites.effective_from);
        let on = say_day(page, day, Form::Short);
        let words = say_with(page, "edition-date", &[("on", on.as_str().into())]);
        Some(Passage::plain(words).naming(day, on))
    }

    /// The address under which the page is known where the same is found at several: that of the document for all
    /// stands, or of the edition.
    pub(super) fn canonical(&self) -> String {
        match (self.requested, self.resolved) {
            (Requested::On(_) | Requested::Edition(_), Resolved::Edition { version, choice, .. }) => {
                let lang = choice.map_or(self.wish.lang(), |choice| choice.text.lang);
                in_language(self.edition_at(version), lang)
            }
            (Requested::Edition(version), _) => self.wish.link(self.edition_at(version)),
            _ => self.wish.link(Public::Code(self.document.code)),
        }
    }
}
