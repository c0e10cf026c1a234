//! Lists of organizations and documents, a page at a time.

use super::View;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::registry::Result;
use crate::storage::{documents, organizations};

impl View {
    /// The organizations that a filter lets through, by number, without the first `skip`; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations(
        &self,
        filter: &organizations::Filter,
        skip: usize,
        most: usize,
    ) -> Result<Vec<&Organization>> {
        let found = self.ask(|conn| Ok(organizations::page(conn, filter, skip, most)?))?;
        Ok(self.take_in(found))
    }

    /// How many organizations a filter lets through.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organization_count(&self, filter: &organizations::Filter) -> Result<usize> {
        self.ask(|conn| Ok(organizations::count(conn, filter)?))
    }

    /// The districts and the kinds of the active organizations, in order.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn districts_and_kinds(&self) -> Result<(Vec<String>, Vec<String>)> {
        self.ask(|conn| Ok((organizations::districts(conn)?, organizations::kinds(conn)?)))
    }

    /// The documents that a filter lets through in the order of creation, without the first `skip`; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents_page(
        &self,
        filter: &documents::Filter,
        skip: usize,
        most: usize,
    ) -> Result<Vec<&Document>> {
        let ids = self.ask(|conn| Ok(documents::page(conn, filter, skip, most)?))?;
        self.documents(&ids)
    }

    /// How many documents a filter lets through.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn document_count(&self, filter: &documents::Filter) -> Result<usize> {
        self.ask(|conn| Ok(documents::count(conn, filter)?))
    }
}
