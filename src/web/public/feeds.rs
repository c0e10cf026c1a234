//! Feeds: of everything, of a document, of the shelf of an organization.

use super::context::PageContext;
use crate::domain::Code;
use crate::domain::document::Document;
use crate::domain::shelf::hangs;
use crate::pages::error::Problem;
use crate::pages::feed::{FeedView, MEDIA_TYPE, Scope, render};
use crate::registry::Subject;
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// The feed of everything that is published.
pub fn everything(context: &PageContext<'_>) -> Reply {
    Ok(feed(context, Scope::Everything))
}

/// The feed of a document, or of the shelf of an organization.
///
/// # Errors
/// A code that nobody has.
pub fn of_code(context: &PageContext<'_>, code: Code) -> Reply {
    match context.snapshot.find(code) {
        Some(Subject::Document(document)) => Ok(feed(context, Scope::Document(document))),
        Some(Subject::Organization(organization)) => Ok(feed(context, Scope::Shelf(organization))),
        None => Err(WebError::Problem(Problem::UnknownCode(code))),
    }
}

/// A feed. What hung on a stand and was withdrawn since stays in it.
fn feed(context: &PageContext<'_>, scope: Scope<'_>) -> Rendered {
    let PageContext { snapshot, as_of, wish, .. } = *context;
    let told = |document: &&Document| match scope {
        Scope::Document(only) => only.id == document.id,
        Scope::Shelf(organization) => hangs(document, organization, snapshot.union()),
        Scope::Everything => true,
    };
    let documents: Vec<_> = snapshot.documents().iter().filter(told).collect();
    let documents: Vec<_> = documents.into_iter().map(|one| (one, snapshot.owner(one))).collect();
    let content = render(&FeedView { site: context.site(), wish, scope, documents: &documents, as_of });
    Rendered { media_type: MEDIA_TYPE, audience: Audience::Programs, ..Rendered::page(content, wish) }
}
