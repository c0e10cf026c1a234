//! Feeds: of everything, of a document, of the shelf of an organization.

use super::context::PageContext;
use crate::domain::Code;
use crate::domain::document::Document;
use crate::pages::atom::MEDIA_TYPE;
use crate::pages::error::Problem;
use crate::pages::feed::{ENTRIES_MAX, FeedView, Scope, render};
use crate::registry::Subject;
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// The feed of everything that is published.
///
/// # Errors
/// A database that cannot be read.
pub fn everything(context: &PageContext<'_>) -> Reply {
    let feed = feed(context, Scope::Everything, context.view.documents_in_the_news(ENTRIES_MAX)?)?;
    // An edition may take over tomorrow whose document is not among these.
    Ok(Rendered { is_dated: true, ..feed })
}

/// The feed of a document, or of the shelf of an organization. What hung on a stand and was withdrawn since stays in it.
///
/// # Errors
/// A code that nobody has; a database that cannot be read.
pub fn of_code(context: &PageContext<'_>, code: Code) -> Reply {
    match context.view.find(code)? {
        Some(Subject::Document(document)) => feed(context, Scope::Document(document), vec![document]),
        Some(Subject::Organization(organization)) => {
            feed(context, Scope::Shelf(organization), context.view.ever_hung(organization)?)
        }
        None => Err(WebError::Problem(Problem::UnknownCode(code))),
    }
}

fn feed<'a>(context: &PageContext<'a>, scope: Scope<'a>, documents: Vec<&'a Document>) -> Reply {
    let PageContext { as_of, wish, .. } = *context;
    let documents = context.owned(documents)?;
    let content = render(&FeedView { site: context.site(), wish, scope, documents: &documents, as_of });
    Ok(Rendered { media_type: MEDIA_TYPE, audience: Audience::Programs, ..Rendered::page(content, wish) })
}
