//! The articles and points of a document for which labels may be printed.

use super::context::PageContext;
use crate::domain::Code;
use crate::domain::answer::StandContext;
use crate::pages::clause_labels::{ClauseLabelsView, render};
use crate::pages::error::Problem;
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// A code that no document has, an organization on whose stand it does not hang.
pub fn page(context: &PageContext<'_>, code: Code, organization: Code) -> Reply {
    let document = context.document(code)?;
    let StandContext::Stand(organization) = context.stand(document, organization)? else {
        return Err(Problem::NoSuchPage.into());
    };
    let html = render(&ClauseLabelsView {
        site: context.site(),
        wish: context.wish,
        document,
        owner: context.owner(document)?,
        organization,
        clauses: &context.view.clauses(document)?,
    });
    Ok(Rendered::page(html, context.wish))
}
