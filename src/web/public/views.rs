//! Alternative views of a text: bilingual, or printable. They are not counted as openings: the reader comes from the page.

use super::context::PageContext;
use crate::domain::address::View;
use crate::domain::answer::{Requested, Resolved, StandContext};
use crate::domain::document::Document;
use crate::domain::{Code, Lang};
use crate::pages::document_view::DocumentView;
use crate::pages::error::Problem;
use crate::pages::{both, paper};
use crate::text::body::Body;
use crate::web::error::{Reply, WebError};
use crate::web::rendered::Rendered;

/// Of the text that answers today.
///
/// # Errors
/// A code that no document has; a document without a text to show; a body that cannot be read.
pub fn of_document(context: &PageContext<'_>, code: Code, view: View) -> Reply {
    page(context, context.document(code)?, (Requested::Latest, StandContext::Unnamed), view)
}

/// Of the text that answers today, on a stand.
///
/// # Errors
/// As [`of_document`].
pub fn on_stand(context: &PageContext<'_>, code: Code, organization: Code, view: View) -> Reply {
    let document = context.document(code)?;
    page(context, document, (Requested::Latest, context.stand(document, organization)?), view)
}

/// Of one edition.
///
/// # Errors
/// As [`of_document`].
pub fn of_version(context: &PageContext<'_>, code: Code, ordinal: u32, view: View) -> Reply {
    let document = context.document(code)?;
    page(
        context,
        document,
        (Requested::Edition(context.version(document, ordinal)?), StandContext::Unnamed),
        view,
    )
}

fn page(
    context: &PageContext<'_>,
    document: &Document,
    (requested, stand): (Requested<'_>, StandContext<'_>),
    view: View,
) -> Reply {
    let PageContext { as_of, wish, .. } = *context;
    let resolved = requested.resolve(document, wish.lang(), as_of);
    let Resolved::Edition { version, choice, .. } = resolved else { return Err(Problem::NoSuchPage.into()) };
    let body_in = |lang: Lang| -> Result<Option<Body>, WebError> {
        let text = version.known_text(lang, as_of.known);
        Ok(text.map(|text| context.reading(text.id)).transpose()?.flatten())
    };
    let mut text = DocumentView {
        site: context.site(),
        wish,
        document,
        owner: context.owner(document)?,
        requested,
        resolved,
        stand,
        successor: None,
        changes: None,
        finding: None,
        json_ld: None,
        body: None,
        draft_file: None,
        clause: None,
        as_of,
    };
    let html = match view {
        View::Bilingual => {
            let words_in = |lang| Ok::<_, WebError>(body_in(lang)?.filter(|body| !body.is_empty()));
            let (kk, ru) = (words_in(Lang::Kk)?, words_in(Lang::Ru)?);
            both::render(&text, kk.as_ref(), ru.as_ref())
        }
        View::Printable(size) => {
            let body = choice.map(|choice| body_in(choice.text.lang)).transpose()?.flatten();
            text.body = body.as_ref();
            paper::render(&text, size)
        }
    };
    // What is printed tells on which day that was.
    let is_dated = matches!(view, View::Printable(_));
    Ok(Rendered { is_dated, ..Rendered::page(html, wish) })
}
