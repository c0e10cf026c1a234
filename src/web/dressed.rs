//! A text in another dress: two languages side by side, or for the printer.

use super::App;
use super::address::{Dress, TextOf};
use super::page::Made;
use super::public::{Moment, Unmade, document, place, read_body, simple, version};
use crate::domain::Lang;
use crate::pages::document::{Asked, DocumentView, Place, Shown, shown};
use crate::pages::error::Problem;
use crate::pages::{self, Site, Wish};
use crate::text::body::Body;

/// A text side by side in two languages, or for the printer. It is no opening: the reader comes from the page.
pub fn make(
    app: &App,
    moment: &Moment,
    (site, wish): (Site<'_>, Wish),
    text: TextOf,
    dress: Dress,
) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let (TextOf::Document(code) | TextOf::Stand(code, _) | TextOf::Version(code, _)) = text;
    let document = document(snapshot, code)?;
    let (asked, place) = match text {
        TextOf::Document(_) => (Asked::Latest, Place::Unnamed),
        TextOf::Stand(_, organization) => (Asked::Latest, place(snapshot, document, organization)),
        TextOf::Version(_, ordinal) => (Asked::Version(version(document, ordinal)?), Place::Unnamed),
    };
    let shown = shown(document, asked, wish.lang(), moment.as_of);
    let Shown::Version { version, choice, .. } = shown else {
        return Err(Unmade::Problem(Problem::NoSuchPage));
    };
    let body_in = |lang: Lang| -> Result<Option<Body>, Unmade> {
        let text = version.known_text(lang, moment.as_of.known);
        Ok(text.map(|text| read_body(&app.registry, text.id)).transpose()?.flatten())
    };
    let mut view = DocumentView {
        site,
        wish,
        document,
        owner: snapshot.owner(document),
        asked,
        shown,
        place,
        successor: None,
        changes: None,
        finding: None,
        json_ld: None,
        body: None,
        as_of: moment.as_of,
    };
    match dress {
        Dress::Both => {
            let (kk, ru) = (body_in(Lang::Kk)?, body_in(Lang::Ru)?);
            Ok(simple(pages::both::render(&view, kk.as_ref(), ru.as_ref()), wish))
        }
        Dress::Print(size) => {
            let body = choice.map(|choice| body_in(choice.text.lang)).transpose()?.flatten();
            view.body = body.as_ref();
            Ok(simple(pages::paper::render(&view, size), wish))
        }
    }
}
