//! The lists of the office: what a filter lets through, a page at a time, with how many there are.

use std::collections::HashSet;

use super::{Subject, View};
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::listing::{DocumentsWanted, OrganizationsWanted, StandWanted};
use crate::domain::organization::Organization;
use crate::domain::reminder::{ReminderKind, reminders};
use crate::domain::stand_life::StandLife;
use crate::domain::{Code, Lang};
use crate::registry::Result;
use crate::storage::{documents, organizations};

/// What is looked at where the domain alone can say what fits: a thousand stands or agreements take a moment.
const LOOKED_AT_MAX: usize = 1_000;

/// Documents that are looked at together.
const DOCUMENTS_AT_ONCE: usize = 200;

/// A page of a list.
#[derive(Debug)]
pub struct Listing<'v, T> {
    /// What stands on it.
    pub found: Vec<&'v T>,
    /// What the next page begins after, where there is one: the number of an organization, the code of a document.
    pub next: Option<String>,
    /// How many there are on all pages, as far as anybody looked.
    pub count: usize,
    /// Whether there are no more than those.
    pub is_all: bool,
}

impl<'v, T> Listing<'v, T> {
    /// All that there is.
    fn of(found: Vec<&'v T>) -> Self {
        Self { count: found.len(), found, next: None, is_all: true }
    }
}

impl View {
    /// The organizations that a filter lets through, by number, after this number; where words are looked for, those
    /// that answer best, and no more than the search gives.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations_wanted(
        &self,
        wanted: &OrganizationsWanted,
        after: Option<String>,
        most: usize,
    ) -> Result<Listing<'_, Organization>> {
        let all = self.organization_filter(wanted);
        let is_outdated = wanted.stand == Some(StandWanted::Outdated);
        if !wanted.words.is_empty() {
            return self.organizations_among(&wanted.words, all, is_outdated).map(Listing::of);
        }
        let filter = organizations::Filter { after, ..all.clone() };
        if is_outdated {
            let (mut found, mut next) = self.outdated_stands(&filter, most + 1, LOOKED_AT_MAX)?;
            if found.len() > most {
                found.truncate(most);
                next = found.last().map(|last| last.number.clone());
            }
            if filter.after.is_none() && next.is_none() {
                return Ok(Listing::of(found));
            }
            let (counted, more) = self.outdated_stands(&all, LOOKED_AT_MAX, LOOKED_AT_MAX)?;
            return Ok(Listing { found, next, count: counted.len(), is_all: more.is_none() });
        }
        let mut found = self.organizations(&filter, 0, most + 1)?;
        let is_more = found.len() > most;
        found.truncate(most);
        let next = found.last().filter(|_| is_more).map(|last| last.number.clone());
        Ok(Listing { found, next, count: self.organizations_count(&all)?, is_all: true })
    }

    /// What the database is asked for a filter, but for the words.
    fn organization_filter(&self, wanted: &OrganizationsWanted) -> organizations::Filter {
        let today = self.as_of.day;
        let life = match wanted.stand {
            Some(StandWanted::Live) => Some(StandLife::Live),
            Some(StandWanted::Silent) => Some(StandLife::Silent),
            Some(StandWanted::Never) => Some(StandLife::Never),
            Some(StandWanted::Outdated | StandWanted::Unprinted) | None => None,
        };
        organizations::Filter {
            status: wanted.status,
            kind: wanted.kind.clone(),
            districts: wanted.district.clone().map(|district| vec![district]),
            agreement: wanted.agreement.map(|state| (state, today)),
            life: life.map(|life| (life, today)),
            is_unprinted: wanted.stand == Some(StandWanted::Unprinted),
            ..organizations::Filter::default()
        }
    }

    /// The organization with a code, or those whose number or names hold the words, of those that a filter lets through.
    fn organizations_among(
        &self,
        words: &str,
        filter: organizations::Filter,
        is_outdated: bool,
    ) -> Result<Vec<&Organization>> {
        let coded = Code::parse(words).ok().map(|code| self.find(code)).transpose()?.flatten();
        let mut found = match coded {
            Some(Subject::Organization(organization)) => vec![organization],
            Some(Subject::Document(_)) | None => self.organizations_found(words)?,
        };
        if filter != organizations::Filter::default() {
            let among: Vec<OrganizationId> = found.iter().map(|organization| organization.id).collect();
            let filter = organizations::Filter { among: Some(among), ..filter };
            let fits: HashSet<OrganizationId> =
                self.organizations(&filter, 0, found.len())?.iter().map(|one| one.id).collect();
            found.retain(|organization| fits.contains(&organization.id));
        }
        if !is_outdated {
            return Ok(found);
        }
        let advice = self.advice_for(&found)?;
        let outdated = found.into_iter().zip(advice).filter(|(_, advice)| !advice.is_empty());
        Ok(outdated.map(|(organization, _)| organization).collect())
    }

    /// The documents that a filter lets through, in the order in which they were added, after this one; where words are
    /// looked for, those that answer best. `kind_name` says what a kind of document is called.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents_wanted(
        &self,
        wanted: &DocumentsWanted,
        kind_name: fn(DocumentKind, Lang) -> String,
        after: Option<DocumentId>,
        most: usize,
    ) -> Result<Listing<'_, Document>> {
        let all = self.document_filter(wanted);
        if !wanted.words.is_empty() {
            let found = self.documents_meant(&wanted.words, kind_name)?;
            return self.documents_among(found, wanted.asks, all).map(Listing::of);
        }
        let filter = documents::Filter { after, ..all.clone() };
        if let Some(asks) = wanted.asks {
            let (mut found, mut next) = self.documents_asking(asks, &filter, most + 1, LOOKED_AT_MAX)?;
            if found.len() > most {
                found.truncate(most);
                next = found.last().map(|last| last.code.to_string());
            }
            if filter.after.is_none() && next.is_none() {
                return Ok(Listing::of(found));
            }
            let (counted, more) = self.documents_asking(asks, &all, LOOKED_AT_MAX, LOOKED_AT_MAX)?;
            return Ok(Listing { found, next, count: counted.len(), is_all: more.is_none() });
        }
        let mut found = self.documents_page(&filter, 0, most + 1)?;
        let is_more = found.len() > most;
        found.truncate(most);
        let next = found.last().filter(|_| is_more).map(|last| last.code.to_string());
        Ok(Listing { found, next, count: self.documents_count(&all)?, is_all: true })
    }

    /// What the database is asked for a filter, but for the words.
    fn document_filter(&self, wanted: &DocumentsWanted) -> documents::Filter {
        documents::Filter {
            kind: wanted.kind,
            district: wanted.district.clone(),
            owner_kind: wanted.owner_kind.clone(),
            reading: wanted.reading.map(|reading| (reading, self.as_of.day)),
            dated: wanted.asks.map(|_| self.dated()),
            ..documents::Filter::default()
        }
    }

    /// The document with a code, all documents of the organization with one, or those that have the words.
    fn documents_meant(
        &self,
        words: &str,
        kind_name: fn(DocumentKind, Lang) -> String,
    ) -> Result<Vec<&Document>> {
        let coded = Code::parse(words).ok().map(|code| self.find(code)).transpose()?.flatten();
        match coded {
            Some(Subject::Document(document)) => Ok(vec![document]),
            Some(Subject::Organization(organization)) => self.owned(organization),
            None => self.documents_found(words, kind_name),
        }
    }

    /// Those of these documents that a filter lets through and that ask for something.
    fn documents_among<'v>(
        &'v self,
        mut found: Vec<&'v Document>,
        asks: Option<ReminderKind>,
        filter: documents::Filter,
    ) -> Result<Vec<&'v Document>> {
        if filter != documents::Filter::default() {
            let among: Vec<DocumentId> = found.iter().map(|document| document.id).collect();
            let filter = documents::Filter { among: Some(among), ..filter };
            let fits = self.documents_page(&filter, 0, found.len())?;
            let fits: HashSet<DocumentId> = fits.iter().map(|document| document.id).collect();
            found.retain(|document| fits.contains(&document.id));
        }
        found.retain(|document| asks.is_none_or(|kind| self.is_asked(document, kind)));
        Ok(found)
    }

    fn is_asked(&self, document: &Document, kind: ReminderKind) -> bool {
        reminders(document, self.as_of).iter().any(|reminder| reminder.kind == kind)
    }

    /// The documents that ask for this, of those that a filter lets through; at most `most`, and no more than `looked_at`
    /// are looked at; with the code of the last one that was, where there may be more.
    fn documents_asking(
        &self,
        kind: ReminderKind,
        filter: &documents::Filter,
        most: usize,
        looked_at: usize,
    ) -> Result<(Vec<&Document>, Option<String>)> {
        let (mut asking, mut filter, mut last, mut left) = (Vec::new(), filter.clone(), None, looked_at);
        while left > 0 {
            let wanted = DOCUMENTS_AT_ONCE.min(left);
            let some = self.documents_page(&filter, 0, wanted)?;
            for document in &some {
                last = Some(document.code.to_string());
                if self.is_asked(document, kind) {
                    asking.push(*document);
                }
                if asking.len() == most {
                    return Ok((asking, last));
                }
            }
            if some.len() < wanted {
                return Ok((asking, None));
            }
            filter.after = some.last().map(|document| document.id);
            left -= wanted;
        }
        Ok((asking, last))
    }
}
