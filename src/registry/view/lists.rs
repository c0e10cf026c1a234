//! Lists, a page at a time.

use super::View;
use crate::domain::calendar::days_before;
use crate::domain::document::Document;
use crate::domain::draft::drafts_begun_before;
use crate::domain::fact::FactKind;
use crate::domain::ids::{DocumentId, DraftId};
use crate::domain::organization::{Organization, OrganizationStatus, delivery_order, number_order};
use crate::domain::reminder::{MISSED_DAYS, Reminder, TOLD_DAYS, reminders};
use crate::domain::resolution::candidates;
use crate::domain::stand_check::Check;
use crate::domain::version::Version;
use crate::domain::{Code, Instant};
use crate::registry::Result;
use crate::storage::{Conn, audit, checks, documents, drafts, news, organizations};

/// Days back for which an agreement that ended without another one is told: three years, as long as most are made for.
const ENDED_DAYS: i64 = 3 * 366;

/// The longest time that the law gives to send an agreement, in days.
const LONGEST_TERM_DAYS: i64 = 31;

/// A draft that waits, its document, and when it was begun.
type WaitingDraft<'v> = (DraftId, &'v Document, Instant);

impl View {
    /// The organizations that a filter lets through, by number, after the first `skip`; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations(
        &self,
        filter: &organizations::Filter,
        skip: usize,
        most: usize,
    ) -> Result<Vec<&Organization>> {
        let found = self.ask_all(|conn| Ok(organizations::page(conn, filter, skip, most)?))?;
        Ok(self.take_in(found))
    }

    /// The codes of the organizations that a filter lets through, in the order of delivery.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn recipients(&self, filter: &organizations::Filter) -> Result<Vec<Code>> {
        let mut found = self.ask_all(|conn| Ok(organizations::recipients(conn, filter)?))?;
        found.sort_by(|(_, a, of_a), (_, b, of_b)| delivery_order((a, of_a), (b, of_b)));
        Ok(found.into_iter().map(|(code, ..)| code).collect())
    }

    /// The codes of the active primary organizations by their districts, in each by number as people count; those that are
    /// in no district come last, under an empty one.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations_by_district(&self) -> Result<Vec<(String, Vec<Code>)>> {
        let active = organizations::Filter {
            status: Some(OrganizationStatus::Active),
            ..organizations::Filter::default()
        };
        let mut found = self.ask_all(|conn| Ok(organizations::recipients(conn, &active)?))?;
        found.retain(|(code, ..)| *code != self.union().code);
        found.sort_by(|(_, a, of_a), (_, b, of_b)| {
            (a.is_empty(), a).cmp(&(b.is_empty(), b)).then_with(|| number_order(of_a, of_b))
        });
        let mut districts: Vec<(String, Vec<Code>)> = Vec::new();
        for (code, district, _) in found {
            match districts.last_mut() {
                Some((last, codes)) if *last == district => codes.push(code),
                _ => districts.push((district, vec![code])),
            }
        }
        Ok(districts)
    }

    /// The organizations to which these codes belong, in this order.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations_coded(&self, codes: &[Code]) -> Result<Vec<&Organization>> {
        let found = self.ask_all(|conn| Ok(organizations::by_codes(conn, codes)?))?;
        let mut found = self.take_in(found);
        found.sort_by_key(|one| codes.iter().position(|code| *code == one.code));
        Ok(found)
    }

    /// How many organizations a filter lets through, the union included.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations_count(&self, filter: &organizations::Filter) -> Result<usize> {
        self.ask_all(|conn| Ok(organizations::count(conn, filter)?))
    }

    /// The districts and the kinds that active organizations have, each in order.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn districts_and_kinds(&self) -> Result<(Vec<String>, Vec<String>)> {
        self.ask_all(|conn| Ok(organizations::districts_and_kinds(conn)?))
    }

    /// The districts that any organization has or had; an empty one stands for none.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn districts(&self) -> Result<Vec<String>> {
        self.ask_all(|conn| Ok(organizations::districts(conn)?))
    }

    /// The documents that a filter lets through, in the order in which they were added, after the first `skip`; at most
    /// `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents_page(
        &self,
        filter: &documents::Filter,
        skip: usize,
        most: usize,
    ) -> Result<Vec<&Document>> {
        let ids = self.ask_all(|conn| Ok(documents::page(conn, filter, skip, most)?))?;
        self.documents(&ids)
    }

    /// How many documents a filter lets through.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents_count(&self, filter: &documents::Filter) -> Result<usize> {
        self.ask_all(|conn| Ok(documents::count(conn, filter)?))
    }

    /// The documents of the last `most` publications and as many that were added last, the latest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn latest_documents(&self, most: usize) -> Result<(Vec<&Document>, Vec<&Document>)> {
        let (published, added) = self.ask_all(|conn| {
            let added: Vec<DocumentId> = documents::newest(conn, most)?;
            Ok((news::newest(conn, most)?, added))
        })?;
        Ok((self.documents(&published)?, self.documents(&added)?))
    }

    /// The documents with the latest news: enough of them that nothing else belongs to the last `most` events.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents_in_the_news(&self, most: usize) -> Result<Vec<&Document>> {
        let kinds: Vec<FactKind> = FactKind::ALL.iter().copied().filter(|kind| kind.is_news()).collect();
        let day = self.as_of.day;
        let ids = self.ask_all(|conn| Ok(news::in_the_news(conn, day, &kinds, most)?))?;
        self.documents(&ids)
    }

    /// What agreements ask of the office, what is due first before the rest; and whether that is all, where no more than
    /// `looked_at` documents were looked at.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn reminders(&self, looked_at: usize) -> Result<(Vec<(&Document, Reminder)>, bool)> {
        let dated = documents::Filter { dated: Some(self.dated()), ..documents::Filter::default() };
        let ids = self.ask_all(|conn| Ok(documents::page(conn, &dated, 0, looked_at + 1)?))?;
        let is_all = ids.len() <= looked_at;
        let looked = self.documents(&ids[..ids.len().min(looked_at)])?;
        let of = |document| reminders(document, self.as_of).into_iter().map(move |one| (document, one));
        let mut found: Vec<(&Document, Reminder)> = looked.into_iter().flat_map(of).collect();
        found.sort_by_key(|(document, reminder)| (reminder.due, document.code));
        Ok((found, is_all))
    }

    /// The drafts that have waited for some days, oldest first, each with its document and when it was begun; at most `most`.
    /// With how many there are.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn waiting_drafts(&self, most: usize) -> Result<(Vec<WaitingDraft<'_>>, usize)> {
        let before = drafts_begun_before(self.as_of.day);
        let (waiting, count) = self.ask_all(|conn| Ok(drafts::begun_before(conn, before, most)?))?;
        let documents: Vec<DocumentId> = waiting.iter().map(|(_, document, _)| *document).collect();
        self.documents(&documents)?;
        let mut found = Vec::with_capacity(waiting.len());
        for (draft, document, begun) in waiting {
            found.extend(self.document_by_id(document)?.map(|document| (draft, document, begun)));
        }
        Ok((found, count))
    }

    /// The editions that take over on a later day, the nearest first, with who published each as far as the audit trail
    /// knows; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn scheduled(&self, most: usize) -> Result<Vec<(&Document, &Version, Option<String>)>> {
        let as_of = self.as_of;
        let ids = self.ask_all(|conn| Ok(news::scheduled(conn, as_of.day, most)?))?;
        let mut found: Vec<(&Document, &Version)> = Vec::new();
        for document in self.documents(&ids)? {
            let later = candidates(document, as_of.known);
            let later = later.into_iter().filter(|version| version.requisites.effective_from > as_of.day);
            found.extend(later.map(|version| (document, version)));
        }
        found.sort_by_key(|(document, version)| (version.requisites.effective_from, document.code));
        let subject =
            |(document, version): &(&Document, &Version)| format!("{} v{}", document.code, version.ordinal);
        let subjects: Vec<String> = found.iter().map(subject).collect();
        let mut by = self.ask(|conn| Ok(audit::publishers(conn, &subjects)?))?;
        let named = |((document, version), subject)| (document, version, by.remove(&subject));
        Ok(found.into_iter().zip(subjects).map(named).collect())
    }

    /// Which agreements may ask for something today, by their dates.
    pub(super) fn dated(&self) -> documents::Dated {
        let day = self.as_of.day;
        documents::Dated {
            ends: (days_before(day, ENDED_DAYS), days_before(day, -TOLD_DAYS)),
            // What was signed earlier has missed its time long ago.
            signed_since: days_before(day, MISSED_DAYS + LONGEST_TERM_DAYS),
        }
    }

    /// The checks of an organization's stand that are over, the latest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn checks_over(&self, organization: &Organization) -> Result<Vec<Check>> {
        self.ask(|conn| Ok(checks::over(conn, organization.code)?))
    }

    /// Asks for what may be another thing after any change.
    pub(in crate::registry) fn ask_all<T>(&self, question: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.note_all();
        self.ask(question)
    }
}
