//! The page of a document: what a code opens.

use actix_web::http::StatusCode;

use super::context::PageContext;
use super::json_ld::Described;
use super::{compare, shelf};
use crate::domain::address::{Href, Public};
use crate::domain::answer::{Requested, Resolved, StandContext};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::{Clause, Code, Day};
use crate::pages::document::render_in_parts;
use crate::pages::document_view::{Changes, DocumentView, Finding};
use crate::pages::error::Problem;
use crate::registry::Subject;
use crate::text::find::within;
use crate::web::error::{Reply, WebError};
use crate::web::http::memento::Linking;
use crate::web::rendered::{CachePolicy, Counted, Negotiated, Rendered};

/// What a code opens: a document, or the shelf of an organization.
///
/// # Errors
/// A code that nobody has; a body that cannot be read.
pub fn of_code(context: &PageContext<'_>, code: Code) -> Reply {
    match context.view.find(code)? {
        Some(Subject::Document(document)) => {
            let asked = Asked::of(requested(document, context.selected));
            Ok(in_time(text(context, document, asked)?))
        }
        Some(Subject::Organization(organization)) => shelf::page(context, organization),
        None => Err(WebError::Problem(Problem::UnknownCode(code))),
    }
}

/// A document on the stand of an organization.
///
/// # Errors
/// A code that no document has; a body that cannot be read.
pub fn on_stand(context: &PageContext<'_>, code: Code, organization: Code) -> Reply {
    let document = context.document(code)?;
    let asked = Asked::of(requested(document, context.selected));
    let stand = context.stand(document, organization)?;
    Ok(in_time(text(context, document, Asked { stand, ..asked })?))
}

/// An article or a point of the text that answers today, and the whole text below it.
///
/// # Errors
/// A code that no document has; a body that cannot be read.
pub fn clause(context: &PageContext<'_>, code: Code, clause: Clause) -> Reply {
    let asked = Asked { clause: Some(clause), ..Asked::of(Requested::Latest) };
    text(context, context.document(code)?, asked)
}

/// The same on the stand of an organization.
///
/// # Errors
/// As [`clause`].
pub fn stand_clause(context: &PageContext<'_>, code: Code, organization: Code, clause: Clause) -> Reply {
    let document = context.document(code)?;
    let stand = context.stand(document, organization)?;
    text(context, document, Asked { requested: Requested::Latest, stand, clause: Some(clause) })
}

/// What answered on a day.
///
/// # Errors
/// A code that no document has, a document of which nothing was ever published; a body that cannot be read.
pub fn on_day(context: &PageContext<'_>, code: Code, day: Day) -> Reply {
    text(context, context.document(code)?, Asked::of(Requested::On(day)))
}

/// One edition.
///
/// # Errors
/// An edition that there is not; a body that cannot be read.
pub fn version(context: &PageContext<'_>, code: Code, ordinal: u32) -> Reply {
    let document = context.document(code)?;
    text(context, document, Asked::of(Requested::Edition(context.version(document, ordinal)?)))
}

/// What an address asks for.
#[derive(Clone, Copy)]
struct Asked<'a> {
    requested: Requested<'a>,
    stand: StandContext<'a>,
    clause: Option<Clause>,
}

impl<'a> Asked<'a> {
    /// A text, without a stand.
    const fn of(requested: Requested<'a>) -> Self {
        Self { requested, stand: StandContext::Unnamed, clause: None }
    }
}

/// What a program that may have asked for another time gets.
fn requested(document: &Document, selected: Option<u32>) -> Requested<'_> {
    let version = selected.and_then(|ordinal| document.version(ordinal));
    version.map_or(Requested::Latest, Requested::Edition)
}

/// The page, whose time may be chosen as well where its language is.
fn in_time(page: Rendered) -> Rendered {
    let negotiated = match page.negotiated {
        Negotiated::Language => Negotiated::LanguageAndTime,
        other => other,
    };
    Rendered { negotiated, ..page }
}

/// The page of a document.
fn text<'a>(
    context: &PageContext<'a>,
    document: &'a Document,
    Asked { requested, stand, clause }: Asked<'_>,
) -> Reply {
    let PageContext { view, as_of, wish, typed, .. } = *context;
    let resolved = requested.resolve(document, wish.lang(), as_of);
    let is_shown = matches!(resolved, Resolved::Edition { .. });
    let cache = if is_shown { CachePolicy::Revalidated } else { CachePolicy::NotStored };
    let (status, body, lang, location) = match resolved {
        Resolved::Edition { version, choice, .. } => {
            let body = choice.map(|choice| context.reading(choice.text.id)).transpose()?.flatten();
            let lang = choice.map_or(wish.lang(), |choice| choice.text.lang);
            let edition = Public::Version(document.code, version.ordinal);
            let location = Href::to(edition).in_language(lang).to_string();
            (StatusCode::OK, body, lang, Some(location))
        }
        Resolved::Erased { .. } | Resolved::AllWithdrawn { .. } => {
            (StatusCode::GONE, None, wish.lang(), None)
        }
        Resolved::NothingPublished if matches!(requested, Requested::On(_)) => {
            return Err(Problem::NoSuchPage.into());
        }
        Resolved::NothingPublished => (StatusCode::OK, None, wish.lang(), None),
    };
    let found = body.as_ref().filter(|_| !typed.is_empty()).map(|body| within(typed, body, lang));
    let changes = match (requested, resolved, &body) {
        (Requested::Latest, Resolved::Edition { version, choice: Some(choice), .. }, Some(body)) => {
            compare::since_before(view, document, version, (choice.text, body), as_of.known)?
        }
        _ => None,
    };
    let (owner, successor) = (context.owner(document)?, context.replacement(document)?);
    let json_ld = described(context, (document, owner), resolved);
    let (html, shared) = render_in_parts(&DocumentView {
        site: context.site(),
        wish,
        document,
        owner,
        requested,
        resolved,
        stand,
        successor,
        json_ld: json_ld.as_deref(),
        body: body.as_ref(),
        draft_file: None,
        finding: found.as_ref().map(|found| Finding { typed, found }),
        changes: changes.as_ref().map(|(since, comparison)| Changes { since, comparison }),
        clause,
        as_of,
    });
    let organization = stand.organization().map(|organization| organization.code);
    let headers = match resolved {
        Resolved::Edition { version, .. } => {
            let linking =
                if matches!(requested, Requested::Latest) { Linking::Work } else { Linking::Edition };
            let mut linked = context.linked(document)?;
            linked.shelf = organization.unwrap_or(linked.shelf);
            linked.headers(version, linking, (wish, lang))
        }
        Resolved::Erased { .. } | Resolved::NothingPublished | Resolved::AllWithdrawn { .. } => Vec::new(),
    };
    let counted = (matches!(requested, Requested::Latest) && status == StatusCode::OK && typed.is_empty())
        .then_some(Counted { document: document.code, organization, lang });
    let page = Rendered::page(html, wish);
    Ok(Rendered {
        status,
        cache,
        content_language: Some(lang),
        content_location: location,
        headers,
        counted,
        shared,
        ..page
    })
}

/// What the page is about, for programs; none where no version is shown.
fn described(
    context: &PageContext<'_>,
    (document, owner): (&Document, &Organization),
    resolved: Resolved<'_>,
) -> Option<String> {
    let Resolved::Edition { version, status, choice } = resolved else { return None };
    let described = Described {
        origin: &context.app.origin,
        document,
        owner,
        version,
        status,
        choice,
        page: context.wish.lang(),
        known: context.as_of.known,
    };
    Some(described.json())
}
