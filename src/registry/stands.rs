//! What hangs on stands: told by people, or noticed because its code was opened.

use std::collections::HashMap;

use super::Result;
use super::open::Registry;
use super::refusal::Refusal;
use super::snapshot::Snapshot;
use crate::domain::document::Document;
use crate::domain::hanging::{Hung, NOTICED_DAYS_MIN, NOTICED_TIMES_MIN, NOTICED_WITHIN_DAYS, Source, Stand};
use crate::domain::organization::Status;
use crate::domain::{Code, Day, calendar};
use crate::storage::{Conn, codes, openings, stands, state};

/// A sheet that was noticed: the organization, the document, and what is printed on it.
pub(super) type Noticed = (Code, Code, Hung);

impl Registry {
    /// Notes the public address of the server, such as `https://qr.example.kz`: the codes that it prints carry its host.
    pub fn serve_at(&self, origin: &str) {
        // The first server of a process stays; there is no second one.
        let _ = self.inner.origin.set(origin.to_owned());
    }

    /// The host that may stand on walls; none while prints are specimens.
    pub fn permanent_host(&self, snapshot: &Snapshot) -> Option<String> {
        snapshot.permanent_host(self.inner.origin.get()?).map(str::to_owned)
    }

    /// Notes that the stand hangs today as it would be printed now: the sheets of all documents with a published text,
    /// those of the named ones that still wait for theirs, and the poster.
    ///
    /// # Errors
    /// An organization that was dissolved, or no sheet at all.
    pub fn hang(&self, organization: Code, waiting: &[Code], actor: &str) -> Result<()> {
        let snapshot = self.snapshot();
        let found = snapshot
            .organization(organization)
            .ok_or_else(|| Refusal::UnknownOrganization(organization.to_string()))?;
        if found.status == Status::Dissolved {
            return Err(Refusal::DissolvedAlready.into());
        }
        let as_of = self.as_of(&snapshot);
        let (shelf, host) = (snapshot.shelf(found, as_of), self.permanent_host(&snapshot));
        let stand = Stand { organization: found, shelf: &shelf, host: host.as_deref(), as_of };
        self.write(actor, "hang stand", organization.as_str(), |conn| {
            let hanging = stand.hung(&stands::of(conn, organization)?, waiting);
            if hanging.keys().all(|code| *code == organization) {
                return Err(Refusal::NothingToHang.into());
            }
            stands::replace(conn, organization, &hanging)?;
            // What hangs was printed, whether or not it was this register that saw it being printed.
            codes::keep(conn, &hanging.keys().copied().collect::<Vec<_>>())?;
            Ok(state::count_change(conn)?)
        })
    }

    /// When a person last opened a code of each stand.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn last_openings(&self) -> Result<HashMap<Code, Day>> {
        Ok(self.inner.database.read(openings::last_by_organization)?)
    }

    /// Writes down which sheets are known to hang because people scanned their codes again and again. Whether anything
    /// of it is new.
    ///
    /// Done once a local day, when finished pages turn over anyway: no request changes a page of others. Several
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
        let snapshot = self.snapshot();
        let as_of = self.as_of(&snapshot);
        let since = calendar::days_before(as_of.day, NOTICED_WITHIN_DAYS - 1);
        let active = snapshot.organizations().iter().filter(|found| found.status == Status::Active);
        let stands: Vec<Code> = active.map(|organization| organization.code).collect();
        let least = (NOTICED_DAYS_MIN, NOTICED_TIMES_MIN);
        let mut opened =
            self.inner.database.read(|conn| openings::scanned_often(conn, &stands, since, least))?;
        opened.retain(|(stand, document)| !snapshot.hanging(*stand).contains_key(document));
        opened.sort_unstable();
        let host = self.permanent_host(&snapshot);
        let mut noticed = Vec::new();
        // One shelf for each stand, however many addresses somebody made up.
        for of_stand in opened.chunk_by(|a, b| a.0 == b.0) {
            let found = of_stand.first().and_then(|(code, _)| snapshot.organization(*code));
            let Some(organization) = found else { continue };
            let shelf = snapshot.shelf(organization, as_of);
            let stand = Stand { organization, shelf: &shelf, host: host.as_deref(), as_of };
            let is_opened = |sheet: &&Document| of_stand.iter().any(|(_, code)| *code == sheet.code);
            noticed.extend(
                stand.welcome().filter(is_opened).map(|document| {
                    (organization.code, document.code, stand.sheet(document, Source::Opened))
                }),
            );
        }
        Ok(noticed)
    }
}

impl Snapshot {
    /// The host that may stand on walls where the register is served at `origin`: the confirmed one, served over https.
    pub fn permanent_host(&self, origin: &str) -> Option<&str> {
        let served = origin.strip_prefix("https://")?;
        self.confirmed_host.as_deref().filter(|confirmed| *confirmed == served)
    }
}

/// Writes down what was noticed, in the present transaction. Whether anything of it is new.
pub(super) fn note(conn: &mut Conn, noticed: &[Noticed]) -> Result<bool> {
    let mut is_new = false;
    for (organization, document, hung) in noticed {
        if stands::add(conn, *organization, *document, hung)? {
            codes::keep(conn, &[*organization, *document])?;
            is_new = true;
        }
    }
    if is_new {
        state::count_change(conn)?;
    }
    Ok(is_new)
}
