//! A text in another dress: two languages side by side, or for the printer.

use super::App;
use super::page::Made;
use super::public::{Moment, Unmade, document, read_body, simple, stand, version};
use crate::domain::Lang;
use crate::domain::address::{Public, View};
use crate::domain::answer::{Requested, Resolved, StandContext};
use crate::pages::document::DocumentView;
use crate::pages::error::Problem;
use crate::pages::{self, Site, Wish};
use crate::text::body::Body;

/// A text side by side in two languages, or for the printer. It is no opening: the reader comes from the page.
pub fn make(
    app: &App,
    moment: &Moment,
    (site, wish): (Site<'_>, Wish),
    text: Public,
    view: View,
) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let (document, requested, stand) = match text {
        Public::Code(code) => (document(snapshot, code)?, Requested::Latest, StandContext::Unnamed),
        Public::Stand(code, organization) => {
            let document = document(snapshot, code)?;
            (document, Requested::Latest, stand(snapshot, document, organization))
        }
        Public::Version(code, ordinal) => {
            let document = document(snapshot, code)?;
            (document, Requested::Edition(version(document, ordinal)?), StandContext::Unnamed)
        }
        _ => return Err(Unmade::Problem(Problem::NoSuchPage)),
    };
    let resolved = requested.resolve(document, wish.lang(), moment.as_of);
    let Resolved::Edition { version, choice, .. } = resolved else {
        return Err(Unmade::Problem(Problem::NoSuchPage));
    };
    let body_in = |lang: Lang| -> Result<Option<Body>, Unmade> {
        let text = version.known_text(lang, moment.as_of.known);
        Ok(text.map(|text| read_body(&app.registry, text.id)).transpose()?.flatten())
    };
    let mut shown = DocumentView {
        site,
        wish,
        document,
        owner: snapshot.owner(document),
        requested,
        resolved,
        stand,
        successor: None,
        changes: None,
        finding: None,
        json_ld: None,
        body: None,
        as_of: moment.as_of,
    };
    match view {
        View::Bilingual => {
            let (kk, ru) = (body_in(Lang::Kk)?, body_in(Lang::Ru)?);
            Ok(simple(pages::both::render(&shown, kk.as_ref(), ru.as_ref()), wish))
        }
        View::Printable(size) => {
            let body = choice.map(|choice| body_in(choice.text.lang)).transpose()?.flatten();
            shown.body = body.as_ref();
            Ok(simple(pages::paper::render(&shown, size), wish))
        }
    }
}
