//! Reading the audit trail.

use super::Result;
use super::handle::Registry;
use crate::storage::audit::{self, Entry, Filter};

impl Registry {
    /// The lines of the audit trail that a filter lets through, the newest first; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn audit_trail(&self, filter: &Filter, most: usize) -> Result<Vec<Entry>> {
        Ok(self.inner.database.read(|conn| audit::list(conn, filter, most))?)
    }
}
