//! What hangs on stands: told by people, or noticed because its code was opened.

use super::Result;
use super::handle::Registry;
use super::refusal::{Error, Refusal};
use super::relying_party::RelyingParty;
use super::view::View;
use crate::domain::deed::Deed;
use crate::domain::document::Document;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::{NOTICED_DAYS_MIN, NOTICED_TIMES_MIN, NOTICED_WITHIN_DAYS, PostedSheet, Source};
use crate::domain::{Code, calendar};
use crate::storage::journal::{self, Part};
use crate::storage::{Conn, codes, openings, organizations, stands};

/// Stands that are looked at in one state of the register.
const STANDS_AT_ONCE: usize = 200;

/// A sheet that was noticed: the organization, the document, and what is printed on it.
pub(super) type Noticed = (Code, Code, PostedSheet);

impl Registry {
    /// Notes the public address of the server, such as `https://qr.example.kz`: the codes that it prints carry its host, and
    /// passkeys belong to it.
    pub fn serve_at(&self, origin: &str) {
        // The first server of a process stays; there is no second one.
        let _ = self.inner.origin.set(origin.to_owned());
        let _ = self.inner.relying_party.set(RelyingParty::at(origin));
    }

    /// Notes that the stand hangs today as it would be printed now: the sheets of all documents with a published text,
    /// those of the named ones that still wait for theirs, and the poster.
    ///
    /// # Errors
    /// An organization that was dissolved, or no sheet at all.
    pub fn hang(&self, organization: Code, waiting: &[Code], actor: &str) -> Result<()> {
        self.write(actor, Deed::HangStand, organization.as_str(), |conn| {
            let before = stands::of(conn, organization)?;
            let (id, posted) = self.read(|view| {
                let found = view.organization(organization)?.ok_or_else(|| unknown(organization))?;
                if found.status == OrganizationStatus::Dissolved {
                    return Err(Refusal::DissolvedAlready.into());
                }
                Ok::<_, Error>((found.id, view.with_stand(found, |stand| stand.hung(&before, waiting))?))
            })?;
            if posted.keys().all(|code| *code == organization) {
                return Err(Refusal::NothingToHang.into());
            }
            stands::replace(conn, organization, &posted)?;
            // What hangs was printed, whether or not it was this register that saw it being printed.
            codes::keep(conn, &posted.keys().copied().collect::<Vec<_>>())?;
            Ok(journal::note(conn, &[Part::Organization(id)])?)
        })
    }

    /// Writes down which sheets are known to hang because people scanned their codes again and again. Whether anything
    /// of it is new.
    ///
    /// Done once a local day and by nobody's request, so that no stranger changes a page of others at will. Several
    /// instances that do it at the same time write the same once.
    ///
    /// # Errors
    /// A database that cannot be read or written.
    pub fn notice_stands(&self) -> Result<bool> {
        let noticed = self.noticed()?;
        if noticed.is_empty() {
            return Ok(false);
        }
        let is_new = self.inner.database.write(|conn| note(conn, &noticed))?;
        self.refresh()?;
        Ok(is_new)
    }

    /// The sheets whose codes people scanned often enough, and that are not known to hang. Only what is on the shelf
    /// counts: anybody can type an address that joins a document and a stand.
    fn noticed(&self) -> Result<Vec<Noticed>> {
        let (mut noticed, mut last) = (Vec::new(), None);
        loop {
            let (scanned, some) = self.read(|view| {
                let codes = view.ask(|conn| Ok(openings::stands_after(conn, last, STANDS_AT_ONCE)?))?;
                let found = view.ask(|conn| Ok(organizations::by_codes(conn, &codes)?))?;
                let active = view.take_in(found).into_iter();
                let active: Vec<_> = active.filter(|one| one.status == OrganizationStatus::Active).collect();
                Ok::<_, Error>((codes.last().copied(), noticed_at(view, &active)?))
            })?;
            noticed.extend(some);
            last = scanned;
            if last.is_none() {
                return Ok(noticed);
            }
        }
    }
}

fn noticed_at(view: &View, stands: &[&Organization]) -> Result<Vec<Noticed>> {
    let since = calendar::days_before(view.as_of().day, NOTICED_WITHIN_DAYS - 1);
    let codes: Vec<Code> = stands.iter().map(|organization| organization.code).collect();
    let least = (NOTICED_DAYS_MIN, NOTICED_TIMES_MIN);
    let mut opened = view.ask(|conn| Ok(openings::scanned_often(conn, &codes, since, least)?))?;
    opened.sort_unstable();
    let mut noticed = Vec::new();
    // One shelf for each stand, however many addresses somebody made up.
    for of_stand in opened.chunk_by(|a, b| a.0 == b.0) {
        let found = of_stand.first().and_then(|(code, _)| stands.iter().find(|one| one.code == *code));
        let Some(organization) = found else { continue };
        let posted = view.posted(organization)?;
        let is_new = |sheet: &&Document| {
            of_stand.iter().any(|(_, code)| *code == sheet.code) && !posted.contains_key(&sheet.code)
        };
        noticed.extend(view.with_stand(organization, |stand| {
            let sheet = |document: &Document| {
                (organization.code, document.code, stand.sheet(document, Source::Opened))
            };
            stand.may_be_posted().filter(is_new).map(sheet).collect::<Vec<_>>()
        })?);
    }
    Ok(noticed)
}

fn unknown(organization: Code) -> Refusal {
    Refusal::UnknownOrganization(organization.to_string())
}

/// Writes down what was noticed, in the present transaction. Whether anything of it is new.
pub(super) fn note(conn: &mut Conn, noticed: &[Noticed]) -> Result<bool> {
    let mut touched = Vec::new();
    for (organization, document, hung) in noticed {
        if stands::add(conn, *organization, *document, hung)? {
            codes::keep(conn, &[*organization, *document])?;
            let found = organizations::id_of(conn, *organization)?;
            touched.push(Part::Organization(found.ok_or_else(|| unknown(*organization))?));
        }
    }
    if !touched.is_empty() {
        journal::note(conn, &touched)?;
    }
    Ok(!touched.is_empty())
}
