//! What a page of everybody is made from: one moment of the register, and what the reader wishes.

use crate::domain::answer::StandContext;
use crate::domain::document::Document;
use crate::domain::ids::TextId;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Code};
use crate::pages::error::Problem;
use crate::pages::{Site, Wish};
use crate::registry::Snapshot;
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
    pub snapshot: &'a Snapshot,
    /// Today, and what is known by now.
    pub as_of: AsOf,
    /// The reader's language.
    pub wish: Wish,
    /// The version that the reader's program selected by a time.
    pub selected: Option<u32>,
    /// What was searched for in the text that is shown; empty where nothing was.
    pub typed: &'a str,
}

impl<'a> PageContext<'a> {
    /// What every page says of the registry.
    pub fn site(&self) -> Site<'a> {
        self.app.site(self.snapshot)
    }

    /// The document with a code.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn document(&self, code: Code) -> Result<&'a Document, WebError> {
        self.snapshot.document(code).ok_or(WebError::Problem(Problem::UnknownCode(code)))
    }

    /// The organization with a code.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn organization(&self, code: Code) -> Result<&'a Organization, WebError> {
        self.snapshot.organization(code).ok_or(WebError::Problem(Problem::UnknownCode(code)))
    }

    /// The version of a document with an ordinal.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn version<'d>(&self, document: &'d Document, ordinal: u32) -> Result<&'d Version, WebError> {
        document.version(ordinal).ok_or(WebError::Problem(Problem::NoSuchPage))
    }

    /// The readable body of a text; none where it has none.
    ///
    /// # Errors
    /// A database or a file that cannot be read.
    pub fn body(&self, text: TextId) -> Result<Option<Body>, WebError> {
        Ok(self.app.registry.body(text)?)
    }

    /// What the organization in the address is to the document.
    pub fn stand(&self, document: &Document, code: Code) -> StandContext<'a> {
        self.snapshot.organization(code).map_or(StandContext::Unknown(code), |organization| {
            let successor = self.successor(organization);
            StandContext::of(document, organization, successor, self.snapshot.union())
        })
    }

    /// What an organization was merged into.
    pub fn successor(&self, organization: &Organization) -> Option<&'a Organization> {
        organization.merged_into().and_then(|id| self.snapshot.organization_by_id(id))
    }

    /// What the links of a document are made from, as it stands on its owner's shelf.
    pub fn linked(&self, document: &'a Document) -> Linked<'a> {
        let shelf = self.snapshot.owner(document).code;
        Linked { origin: &self.app.origin, document, shelf, known: self.as_of.known }
    }
}
