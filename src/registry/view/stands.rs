//! What hangs on a stand, and what should.

use std::collections::HashMap;
use std::sync::Arc;

use super::View;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::ids::{DocumentId, OrganizationId, UserId};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::{Advice, Posted, Stand, StandCount, lacks_sheet};
use crate::domain::shelf;
use crate::domain::stand_check::Check;
use crate::domain::{AsOf, Code, Day};
use crate::registry::caches::Kept;
use crate::registry::{Error, Result};
use crate::storage::journal::Part;
use crate::storage::{documents, openings, organizations, stands};

/// Stands that are looked at together.
const STANDS_AT_ONCE: usize = 200;

impl View {
    /// The documents on an organization's stand today.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn shelf(&self, organization: &Organization) -> Result<Vec<&Document>> {
        self.shelf_on(organization, self.as_of)
    }

    /// The documents on an organization's stand as of another day.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn shelf_on(&self, organization: &Organization, as_of: AsOf) -> Result<Vec<&Document>> {
        Ok(shelf::shelf(organization, self.union(), self.near(organization)?, as_of))
    }

    /// The documents that hang or ever hung on an organization's stand.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn ever_hung(&self, organization: &Organization) -> Result<Vec<&Document>> {
        let hung = |document: &&Document| shelf::hangs(document, organization, self.union());
        Ok(self.near(organization)?.filter(hung).collect())
    }

    /// The documents that may hang on an organization's stand: the union's and its own.
    fn near(&self, organization: &Organization) -> Result<impl Iterator<Item = &Document>> {
        let own = self.owned(organization)?.into_iter().filter(|one| one.owner != self.held.union.id);
        Ok(self.city_wide().chain(own))
    }

    /// What is known to hang on an organization's stand.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn posted(&self, organization: &Organization) -> Result<&Posted> {
        self.note(Part::Organization(organization.id));
        if let Some(found) = self.posted.get(&organization.id) {
            return Ok(found);
        }
        self.load_hanging(&[organization])?;
        Ok(self.posted.get(&organization.id).unwrap_or(&NOTHING))
    }

    /// What is to be done so that an organization's stand is right.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn advice(&self, organization: &Organization) -> Result<Advice> {
        let posted = self.posted(organization)?;
        if posted.is_empty() {
            return Ok(Advice::default());
        }
        self.with_stand(organization, |stand| stand.advice(posted))
    }

    /// Does something with an organization's stand as it is to be today.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn with_stand<T>(&self, organization: &Organization, work: impl FnOnce(Stand<'_>) -> T) -> Result<T> {
        let (shelf, host) = (self.shelf(organization)?, self.permanent_host());
        Ok(work(Stand { organization, shelf: &shelf, host, as_of: self.as_of }))
    }

    /// What is to be done at each of these stands: a few queries for all of them.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn advice_for(&self, organizations: &[&Organization]) -> Result<Vec<Advice>> {
        let mut advice = Vec::with_capacity(organizations.len());
        for some in organizations.chunks(STANDS_AT_ONCE) {
            self.load_hanging(some)?;
            let known: Vec<&Organization> = some
                .iter()
                .copied()
                .filter(|one| self.posted.get(&one.id).is_some_and(|posted| !posted.is_empty()))
                .collect();
            self.load_owned(&known)?;
            for organization in some {
                advice.push(self.advice(organization)?);
            }
        }
        Ok(advice)
    }

    /// The stands that must be updated, of those that a filter lets through, by number: a sheet is to be printed anew or
    /// taken down. At most `most` of them, and no more than `looked_at` stands are looked at; with the number of the last
    /// one that was, where there may be more.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn outdated_stands(
        &self,
        filter: &organizations::Filter,
        most: usize,
        looked_at: usize,
    ) -> Result<(Vec<&Organization>, Option<String>)> {
        let mut filter = organizations::Filter { hangs: true, ..filter.clone() };
        let (mut outdated, mut left) = (Vec::new(), looked_at);
        while left > 0 {
            let wanted = STANDS_AT_ONCE.min(left);
            let known = self.organizations(&filter, 0, wanted)?;
            for (organization, advice) in known.iter().zip(self.advice_for(&known)?) {
                if !advice.is_empty() {
                    outdated.push(*organization);
                }
                if outdated.len() == most {
                    return Ok((outdated, Some(organization.number.clone())));
                }
            }
            if known.len() < wanted {
                return Ok((outdated, None));
            }
            filter.after = known.last().map(|organization| organization.number.clone());
            left -= wanted;
        }
        Ok((outdated, filter.after))
    }

    /// On how many active organizations' stands a document belongs (see [`shelf::hangs`]), and which of them need a sheet.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn stands_of(&self, document: &Document) -> Result<StandCount> {
        let all = self.stands_counted(document, None)?;
        Ok(StandCount { all, without_sheet: self.stands_counted(document, Some(document.code))? })
    }

    /// The same, of all stands or of those that are known to hang without a sheet of a document.
    fn stands_counted(&self, document: &Document, lacks_sheet_of: Option<Code>) -> Result<usize> {
        let active = || organizations::Filter {
            status: Some(OrganizationStatus::Active),
            lacks_sheet_of,
            ..Default::default()
        };
        let is_counted = |filter: &organizations::Filter| self.organizations_count(filter);
        let union = self.union();
        let one = |organization: &Organization| {
            let lacks = |code| Ok::<_, Error>(lacks_sheet(self.posted(organization)?, code));
            let is_active = organization.status == OrganizationStatus::Active;
            Ok::<_, Error>(usize::from(is_active && lacks_sheet_of.map_or(Ok(true), lacks)?))
        };
        if document.owner != union.id {
            return self.organization_by_id(document.owner)?.map_or(Ok(0), one);
        }
        // On the union's own stand it hangs whatever it applies to.
        let (counted, holds_union) = match &document.applies_to {
            AppliesTo::All => (is_counted(&active())?, true),
            AppliesTo::Kinds(kinds) => {
                let of_kind = |kind: &String| organizations::Filter { kind: Some(kind.clone()), ..active() };
                let counts = kinds.iter().map(|kind| is_counted(&of_kind(kind)));
                (counts.sum::<Result<usize>>()?, kinds.contains(&union.kind))
            }
            AppliesTo::Districts(wanted) => {
                let is_named = |district: &str| wanted.iter().any(|one| shelf::names_district(district, one));
                let (mut districts, _) = self.districts_and_kinds()?;
                districts.retain(|district| is_named(district));
                let filter = organizations::Filter { districts: Some(districts), ..active() };
                (is_counted(&filter)?, is_named(&union.district))
            }
            AppliesTo::Organizations(codes) => {
                let found = codes.iter().map(|code| self.organization(*code));
                let found: Vec<_> = found.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
                let holds_union = found.iter().any(|one| one.id == union.id);
                (found.into_iter().map(one).sum::<Result<usize>>()?, holds_union)
            }
        };
        let own = if holds_union { 0 } else { one(union)? };
        Ok(counted + own)
    }

    /// The last day on which a person scanned a code of each of these stands.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn last_opened(&self, organizations: &[&Organization]) -> Result<HashMap<Code, Day>> {
        let codes: Vec<Code> = organizations.iter().map(|organization| organization.code).collect();
        self.ask(|conn| Ok(openings::last_by_organization(conn, &codes)?))
    }

    /// The check that a person has open. No query.
    pub fn open_check(&self, user: UserId) -> Option<&Check> {
        self.held.checks.iter().find(|check| check.user == Some(user) && check.is_open(self.now))
    }

    /// Loads what hangs on these stands.
    fn load_hanging(&self, organizations: &[&Organization]) -> Result<()> {
        let cache = &self.registry.inner.caches.posted;
        let mut missing: Vec<&Organization> = Vec::new();
        for organization in organizations.iter().filter(|one| self.posted.get(&one.id).is_none()) {
            self.note(Part::Organization(organization.id));
            match self.fitting(cache.get(&organization.id)) {
                Some(found) => drop(self.posted.insert(organization.id, found)),
                None => missing.push(organization),
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let codes: Vec<Code> = missing.iter().map(|organization| organization.code).collect();
        let mut found = self.ask(|conn| Ok(stands::of_some(conn, &codes)?))?;
        for organization in missing {
            let kept = self.kept(found.remove(&organization.code).unwrap_or_default());
            let id = organization.id;
            self.keep(Part::Organization(id), || cache.insert(id, kept.clone()));
            self.posted.insert(id, kept.value);
        }
        Ok(())
    }

    /// Loads the documents that these organizations own.
    fn load_owned(&self, owners: &[&Organization]) -> Result<()> {
        let cache = &self.registry.inner.caches.owned;
        let missing: Vec<OrganizationId> = owners
            .iter()
            .map(|owner| owner.id)
            .filter(|id| *id != self.held.union.id && self.fitting(cache.get(id)).is_none())
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut found = self.ask(|conn| Ok(documents::owned_by(conn, &missing)?))?;
        let mut all: Vec<DocumentId> = Vec::new();
        for id in missing {
            let ids: Arc<[DocumentId]> = found.remove(&id).unwrap_or_default().into();
            all.extend(ids.iter());
            let kept = Kept { seq: self.held.position.seq, value: ids };
            self.keep(Part::Organization(id), || cache.insert(id, kept));
        }
        self.documents(&all).map(drop)
    }
}

static NOTHING: Posted = Posted::new();
