//! What hangs on a stand, and what of it must be printed anew.
//!
//! A sheet stays good as long as the names, titles and the host on it are right; the code on it stays good for ever. What
//! is printed in English on request is no reason to print anew.

use std::collections::BTreeMap;

use super::document::Document;
use super::lang::{Lang, Trilingual};
use super::names::names;
use super::organization::{Organization, OrganizationStatus};
use super::resolution::{Answer, resolve};
use super::{AsOf, Code, Day, calendar};

/// On how many days a sheet's code must have been scanned before it is known to hang: one visitor with a link, or one
/// afternoon of somebody's script, is no wall.
pub const NOTICED_DAYS_MIN: u32 = 2;

/// How often a sheet's code must have been scanned before it is known to hang: once a day by the person who printed it
/// is a trial.
pub const NOTICED_TIMES_MIN: u32 = 3;

/// How many days back, today among them, scans are counted for that: two months hold a school's holidays; older scans
/// may be of a sheet that was taken down since.
pub const NOTICED_WITHIN_DAYS: i64 = 60;

/// The languages of everything that is printed without being asked for.
const PRINTED: [Lang; 2] = [Lang::Kk, Lang::Ru];

names! {
    /// How it is known that a sheet hangs.
    pub enum Source {
        /// The chair or an administrator said that the stand was hung.
        Told = "told",
        /// Its code was opened: by a person who checked the stand, or by people on several days.
        Opened = "opened",
    }
}

/// A sheet or poster as it was printed. No persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedSheet {
    /// The organization's names on it.
    pub names: Trilingual,
    /// The document's titles on it; none on a poster.
    pub titles: Trilingual,
    /// The host in its code; none on a specimen, whose host was not confirmed.
    pub host: Option<String>,
    /// Since when it is known to hang.
    pub since: Day,
    /// How that is known.
    pub source: Source,
}

impl PostedSheet {
    /// Whether the same is printed on both.
    fn is_printed_like(&self, other: &Self) -> bool {
        printed(&self.names) == printed(&other.names)
            && printed(&self.titles) == printed(&other.titles)
            && self.host == other.host
    }
}

/// What is printed of a text in three languages: the present part of each language, or what stands in its place.
fn printed(text: &Trilingual) -> [Option<&str>; 2] {
    PRINTED.map(|lang| text.best(lang))
}

/// What is known to hang on one stand: each by the code to which it leads, the poster by the organization's own.
pub type Posted = BTreeMap<Code, PostedSheet>;

/// Whether a stand is known to hang and has no sheet of a document: it needs one once the document has a text.
pub fn lacks_sheet(posted: &Posted, document: Code) -> bool {
    !posted.is_empty() && !posted.contains_key(&document)
}

/// The stands of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StandCount {
    /// On how many it belongs.
    pub all: usize,
    /// On how many of them, which are known to hang, it has no sheet yet.
    pub without_sheet: usize,
}

/// Why a sheet or a poster must be printed anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The organization has another name.
    Renamed,
    /// The document has another title.
    Retitled,
    /// The document has no sheet yet.
    New,
    /// The codes open at another address.
    HostChanged,
    /// It says that it is a specimen; the host has been confirmed since.
    Specimen,
    /// Of a poster: it does not show the documents that are on the shelf.
    ListChanged,
}

/// A sheet that must be printed anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprint {
    /// The document.
    pub document: Code,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// What is to be done with a stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Advice {
    /// The sheets to be printed anew, in the order of the shelf.
    pub sheets: Vec<Reprint>,
    /// Why the poster must be printed anew; empty where it need not, or where none is known to hang.
    pub poster: Vec<Reason>,
    /// The documents whose sheets should be taken down: they left the shelf, or were withdrawn.
    pub take_down: Vec<Code>,
    /// The documents that wait for their text and whose sheets hang: what is printed anew must not leave them out.
    pub waiting: Vec<Code>,
}

impl Advice {
    /// Whether nothing is to be done.
    pub fn is_empty(&self) -> bool {
        self.to_print() == 0 && self.take_down.is_empty()
    }

    /// How many pages are to be printed anew, the poster being one.
    pub fn to_print(&self) -> usize {
        self.sheets.len() + usize::from(!self.poster.is_empty())
    }

    /// Every reason to print anew, each once.
    pub fn reasons(&self) -> Vec<Reason> {
        let mut reasons: Vec<Reason> =
            self.sheets.iter().flat_map(|sheet| &sheet.reasons).chain(&self.poster).copied().collect();
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }
}

/// The stand as it would be printed at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// Whose stand it is.
    pub organization: &'a Organization,
    /// The documents on the shelf, in its order (see [`super::shelf::shelf`]).
    pub shelf: &'a [&'a Document],
    /// The host that may stand on walls; none while prints are specimens.
    pub host: Option<&'a str>,
    /// The day of printing, and what is known then.
    pub as_of: AsOf,
}

impl<'a> Stand<'a> {
    /// The documents that have a sheet: those with a published text.
    pub fn sheets(self) -> impl Iterator<Item = &'a Document> {
        self.those(|answer| matches!(answer, Answer::Version { .. }))
    }

    /// The documents that wait for their first text: a chair may print and hang their sheets before it is there.
    pub fn waiting(self) -> impl Iterator<Item = &'a Document> {
        self.those(|answer| matches!(answer, Answer::NothingPublished))
    }

    /// The documents whose sheets may hang: those with a text, and those that wait for their first.
    pub fn may_be_posted(self) -> impl Iterator<Item = &'a Document> {
        self.those(|answer| !matches!(answer, Answer::AllWithdrawn))
    }

    /// The documents whose sheets should hang: those with a text, and those that wait for it and hang already.
    pub fn must_be_posted(self, posted: &Posted) -> impl Iterator<Item = &'a Document> {
        self.shelf.iter().copied().filter(move |document| match self.answer(document) {
            Answer::Version { .. } => true,
            Answer::NothingPublished => posted.contains_key(&document.code),
            Answer::AllWithdrawn => false,
        })
    }

    fn those(self, wanted: impl Fn(Answer<'_>) -> bool) -> impl Iterator<Item = &'a Document> {
        self.shelf.iter().copied().filter(move |document| wanted(self.answer(document)))
    }

    fn answer(self, document: &Document) -> Answer<'_> {
        resolve(document, self.as_of)
    }

    /// The sheet of a document as it is printed now.
    pub fn sheet(self, document: &Document, source: Source) -> PostedSheet {
        self.print(document.titles.clone(), source)
    }

    fn print(self, titles: Trilingual, source: Source) -> PostedSheet {
        PostedSheet {
            names: self.organization.name().clone(),
            titles,
            host: self.host.map(str::to_owned),
            since: self.as_of.day,
            source,
        }
    }

    /// What hangs after the whole stand was hung as it is printed now, with the sheets of these documents that wait for
    /// their text. What has hung unchanged keeps its day.
    pub fn hung(self, before: &Posted, waiting: &[Code]) -> Posted {
        let poster = (self.organization.code, self.print(Trilingual::default(), Source::Told));
        let waiting = self.waiting().filter(|document| waiting.contains(&document.code));
        let sheets = self.sheets().chain(waiting);
        let sheets = sheets.map(|document| (document.code, self.sheet(document, Source::Told)));
        let since = |(code, mut hung): (Code, PostedSheet)| {
            if let Some(earlier) = before.get(&code).filter(|earlier| earlier.is_printed_like(&hung)) {
                hung.since = earlier.since;
            }
            (code, hung)
        };
        sheets.chain([poster]).map(since).collect()
    }

    /// What is to be done so that the stand is right. Nothing where none is known to hang, or where the organization
    /// does not exist any more.
    pub fn advice(self, posted: &Posted) -> Advice {
        let Some(first) = posted.values().map(|hung| hung.since).min() else { return Advice::default() };
        if self.organization.status == OrganizationStatus::Dissolved {
            return Advice::default();
        }
        let own = self.organization.code;
        let is_told = posted.contains_key(&own);
        let sheets: Vec<Reprint> = self
            .must_be_posted(posted)
            .filter_map(|document| {
                let reasons = match posted.get(&document.code) {
                    Some(hung) => self.reasons(hung, Some(&document.titles)),
                    // Of a stand that is only known by what was opened, another sheet may hang unnoticed.
                    None if lacks_sheet(posted, document.code)
                        && (is_told || first_published(document) > Some(first)) =>
                    {
                        vec![Reason::New]
                    }
                    None => Vec::new(),
                };
                (!reasons.is_empty()).then_some(Reprint { document: document.code, reasons })
            })
            .collect();
        let may_be_posted = |code: Code| self.may_be_posted().any(|document| document.code == code);
        let take_down: Vec<Code> =
            posted.keys().copied().filter(|code| *code != own && !may_be_posted(*code)).collect();
        // The poster was hung with what was told; a sheet that was noticed later is not on it.
        let is_listed = |code| posted.get(&code).is_some_and(|hung| hung.source == Source::Told);
        let retitled = |sheet: &Reprint| sheet.reasons.contains(&Reason::Retitled);
        let list_changed = take_down.iter().any(|code| is_listed(*code))
            || self.sheets().any(|document| !is_listed(document.code))
            || sheets.iter().any(|sheet| is_listed(sheet.document) && retitled(sheet));
        let poster = posted.get(&own).map(|hung| {
            let mut reasons = self.reasons(hung, None);
            reasons.extend(list_changed.then_some(Reason::ListChanged));
            reasons
        });
        let hangs = |code: &Code| posted.contains_key(code);
        let waiting = self.waiting().map(|document| document.code).filter(hangs).collect();
        Advice { sheets, poster: poster.unwrap_or_default(), take_down, waiting }
    }

    /// Why what hangs differs from what would be printed with these titles.
    fn reasons(self, hung: &PostedSheet, titles: Option<&Trilingual>) -> Vec<Reason> {
        let renamed = printed(&hung.names) != printed(self.organization.name());
        let retitled = titles.is_some_and(|titles| printed(&hung.titles) != printed(titles));
        // What is printed while no host is confirmed is a specimen again: that would be no better.
        let host = match (hung.host.as_deref(), self.host) {
            (None, Some(_)) => Some(Reason::Specimen),
            (Some(on_wall), Some(now)) if on_wall != now => Some(Reason::HostChanged),
            _ => None,
        };
        let names = renamed.then_some(Reason::Renamed).into_iter();
        names.chain(retitled.then_some(Reason::Retitled)).chain(host).collect()
    }
}

/// The day on which the first text of a document was published.
fn first_published(document: &Document) -> Option<Day> {
    document.versions.iter().map(|version| calendar::local_day(version.published_at)).min()
}

#[cfg(test)]
pub(in crate::domain) mod tests;
