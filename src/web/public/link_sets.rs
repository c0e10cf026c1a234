//! What links from a document, for programs: its TimeMap (RFC 7089) and its linkset (RFC 9264).

use actix_web::http::StatusCode;

use super::context::PageContext;
use crate::domain::Code;
use crate::domain::document::Document;
use crate::domain::resolution::{Answer, resolve};
use crate::web::error::Reply;
use crate::web::http::memento::{LINK_FORMAT, LINKSET};
use crate::web::rendered::{CachePolicy, Rendered};

/// Every edition with its date.
///
/// # Errors
/// A code that no document has.
pub fn timemap(context: &PageContext<'_>, code: Code) -> Reply {
    let document = context.document(code)?;
    let timemap = context.linked(document)?.timemap();
    Ok(of_document(context, document, Rendered::document(LINK_FORMAT, timemap)))
}

/// What links from the document and from each of its editions.
///
/// # Errors
/// A code that no document has.
pub fn linkset(context: &PageContext<'_>, code: Code) -> Reply {
    let document = context.document(code)?;
    let linkset = context.linked(document)?.linkset();
    Ok(of_document(context, document, Rendered::document(LINKSET, linkset)))
}

/// A document for programs with the status of the page of the document that it is about.
fn of_document(context: &PageContext<'_>, document: &Document, rendered: Rendered) -> Rendered {
    let (status, cache) = match resolve(document, context.as_of) {
        Answer::Version { .. } => (StatusCode::OK, CachePolicy::Revalidated),
        Answer::NothingPublished => (StatusCode::OK, CachePolicy::NotStored),
        Answer::AllWithdrawn => (StatusCode::GONE, CachePolicy::NotStored),
    };
    Rendered { status, cache, ..rendered }
}
