//! Lists of organizations, a page at a time.

use super::View;
use crate::domain::organization::Organization;
use crate::registry::Result;
use crate::storage::organizations;

impl View {
    /// The organizations that a filter lets through, by number; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub(in crate::registry) fn organizations(
        &self,
        filter: &organizations::Filter,
        most: usize,
    ) -> Result<Vec<&Organization>> {
        let found = self.ask(|conn| Ok(organizations::page(conn, filter, most)?))?;
        Ok(self.take_in(found))
    }
}
