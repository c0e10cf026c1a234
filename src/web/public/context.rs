//! What a page of everybody is made from: one moment of the register, and what the reader wishes.

use crate::domain::answer::StandContext;
use crate::domain::document::Document;
use crate::domain::ids::TextId;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Code};
use crate::pages::error::Problem;
use crate::pages::{LanguagePreference, Site};
use crate::registry::View;
use crate::text::body::Body;
use crate::web::error::WebError;
use crate::web::http::memento::Linked;
use crate::web::state::App;

/// What a page is made from.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    /// The server's state.
    pub app: &'a App,
    /// The register.
    pub view: &'a View,
    /// Today, and what is known by now.
    pub as_of: AsOf,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// The version that the reader's program selected by a time.
    pub selected: Option<u32>,
    /// What was searched for in the text that is shown; empty where nothing was.
    pub typed: &'a str,
}

impl<'a> PageContext<'a> {
    /// What every page says of the registry.
    pub fn site(&self) -> Site<'a> {
        self.app.site(self.view)
    }

    /// The document with a code.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn document(&self, code: Code) -> Result<&'a Document, WebError> {
        self.view.document(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)))
    }

    /// The organization with a code.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn organization(&self, code: Code) -> Result<&'a Organization, WebError> {
        self.view.organization(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)))
    }

    /// The version of a document with an ordinal.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn version<'d>(&self, document: &'d Document, ordinal: u32) -> Result<&'d Version, WebError> {
        document.version(ordinal).ok_or(WebError::Problem(Problem::NoSuchPage))
    }

    /// What was read of a text: its words, or what is known of a file without words.
    ///
    /// # Errors
    /// A database or a file that cannot be read.
    pub fn reading(&self, text: TextId) -> Result<Option<Body>, WebError> {
        Ok(self.view.reading(text)?)
    }

    /// The owner of a document.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn owner(&self, document: &Document) -> Result<&'a Organization, WebError> {
        Ok(self.view.owner(document)?)
    }

    /// Documents, each with its owner.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn owned(
        &self,
        documents: Vec<&'a Document>,
    ) -> Result<Vec<(&'a Document, &'a Organization)>, WebError> {
        documents.into_iter().map(|document| Ok((document, self.owner(document)?))).collect()
    }

    /// The document that took the place of another one, with its owner.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn replacement(
        &self,
        document: &Document,
    ) -> Result<Option<(&'a Document, &'a Organization)>, WebError> {
        let Some(id) = document.successor else { return Ok(None) };
        let found = self.view.document_by_id(id)?;
        found.map(|document| Ok((document, self.owner(document)?))).transpose()
    }

    /// What the organization in the address is to the document.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn stand(&self, document: &Document, code: Code) -> Result<StandContext<'a>, WebError> {
        let Some(organization) = self.view.organization(code)? else { return Ok(StandContext::Unknown) };
        let successor = self.successor(organization)?;
        Ok(StandContext::of(document, organization, successor, self.view.union()))
    }

    /// What an organization was merged into.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn successor(&self, organization: &Organization) -> Result<Option<&'a Organization>, WebError> {
        let Some(id) = organization.merged_into() else { return Ok(None) };
        Ok(self.view.organization_by_id(id)?)
    }

    /// What the links of a document are made from, as it stands on its owner's shelf.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn linked(&self, document: &'a Document) -> Result<Linked<'a>, WebError> {
        let shelf = self.owner(document)?.code;
        Ok(Linked { origin: &self.app.origin, document, shelf, known: self.as_of.known })
    }
}
