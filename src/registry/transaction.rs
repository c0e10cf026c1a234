//! One transaction for each change, and what is in the database for it.

use super::Result;
use super::handle::Registry;
use super::random::random_id;
use super::refusal::{Error, Refusal};
use crate::domain::deed::Deed;
use crate::domain::document::Document;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::organization::Organization;
use crate::storage::{self, Conn, audit, documents, leaves, organizations, versions};

/// How a rehearsal ends, so that its transaction is rolled back.
enum Ended<T> {
    Whole(T),
    Failed(Error),
}

impl<T> From<storage::Error> for Ended<T> {
    fn from(error: storage::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl Registry {
    /// One transaction with its line in the audit trail; afterwards what is held is fresh.
    pub(super) fn write<T>(
        &self,
        actor: &str,
        deed: Deed,
        subject: &str,
        work: impl FnOnce(&mut Conn) -> Result<T>,
    ) -> Result<T> {
        self.write_about(actor, deed, |conn| Ok((subject.to_owned(), work(conn)?)))
    }

    /// The same, where only the work tells what the line is about.
    pub(super) fn write_about<T>(
        &self,
        actor: &str,
        deed: Deed,
        work: impl FnOnce(&mut Conn) -> Result<(String, T)>,
    ) -> Result<T> {
        let now = self.now();
        let id = random_id()?;
        let written = self.inner.database.write(|conn| {
            let (subject, value) = work(conn)?;
            audit::note(conn, &id, now, (actor, deed, &subject))?;
            Ok::<_, Error>(value)
        });
        match &written {
            Ok(_) => self.note_written(Ok(())),
            Err(Error::Storage(error)) => self.note_written(Err(error)),
            Err(_) => {}
        }
        let value = written?;
        // What is committed is done: that it could not be read again at once must not look like a refusal.
        if let Err(error) = self.refresh() {
            tracing::warn!(%error, "the change is made, but could not be read again yet");
        }
        Ok(value)
    }

    /// What a transaction would give, of which nothing stays.
    pub(super) fn rehearse<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let ended = self.inner.database.write(|conn| {
            let done = work(conn);
            Err::<(), Ended<T>>(done.map_or_else(Ended::Failed, Ended::Whole))
        });
        match ended {
            Err(Ended::Whole(value)) => Ok(value),
            Err(Ended::Failed(error)) => Err(error),
            // The work above always ends in an error.
            Ok(()) => Err(Error::Moved),
        }
    }

    /// Every leaf of the ledger, in order.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn leaves(&self) -> Result<Vec<(u64, String)>> {
        Ok(self.inner.database.read(leaves::all)?)
    }
}

/// The document as it stands in the database, with its versions, for a change in the present transaction.
pub(super) fn present_document(conn: &mut Conn, id: DocumentId) -> Result<Document> {
    let mut document = documents::find(conn, id)?.ok_or_else(|| Refusal::UnknownDocument(id.to_string()))?;
    document.versions = versions::of_document(conn, id)?;
    Ok(document)
}

/// The organization as it stands in the database, for a change in the present transaction.
pub(super) fn present_organization(conn: &mut Conn, id: OrganizationId) -> Result<Organization> {
    organizations::find(conn, id)?.ok_or_else(|| Refusal::UnknownOrganization(id.to_string()).into())
}
