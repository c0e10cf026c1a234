//! What is printed: kits and sheets as PDF. No sign-in is needed.

use actix_web::http::{Method, StatusCode};

use crate::domain::Code;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::pages::error::Problem;
use crate::pages::kit::{Refused, refused};
use crate::press::{self, Order, PressError};
use crate::print::model::choice::{Choice, Documents, Part, Pending};
use crate::print::model::kit::Kit;
use crate::print::model::options::InvalidOption;
use crate::registry::View;
use crate::web::access::AnyoneToPrint;
use crate::web::error::{Reply, WebError};
use crate::web::rendered::Rendered;
use crate::web::request::Request;
use crate::web::state::App;

/// A request for something to print for a stand. What is refused leads back to what can be printed.
pub(super) struct KitRequest<'a> {
    pub(super) request: &'a Request,
    pub(super) view: &'a View,
    /// The organization for whose stand it is.
    pub(super) code: Code,
}

/// The kit of a stand.
///
/// # Errors
/// An organization without a stand, an option that there is not, a kit that cannot be printed.
pub fn pdf(reader: &AnyoneToPrint, view: &View, code: Code) -> Reply {
    let asked = KitRequest { request: reader, view, code };
    let (organization, kit) = asked.kit(&reader.fields())?;
    let name = press::file_name(organization, &kit.choice);
    Ok(Rendered::file("application/pdf", asked.printed(kit)?, Some(&name)))
}

/// The sheet of one document for a stand, whether or not it has a text.
///
/// # Errors
/// As [`pdf`], and a code that no document has.
pub fn sheet(reader: &AnyoneToPrint, view: &View, document: Code, organization: Code) -> Reply {
    let asked = KitRequest { request: reader, view, code: organization };
    let found = view.document(document)?.ok_or(Problem::UnknownCode(document))?;
    let place = asked.organization()?;
    let fields = reader.fields();
    let mut choice = Choice { pending: Pending::Printed, ..asked.choice(&fields)? };
    if fields.iter().all(|(key, _)| key != "parts") {
        choice.parts = vec![Part::Sheets];
    }
    let kit = order(&reader.app, choice).kit_of(view, place, &[found]);
    view.pause();
    let name = press::of_sheet(place, document, &kit.choice);
    Ok(Rendered::file("application/pdf", asked.printed(kit)?, Some(&name)))
}

/// The choices among the fields of a query.
///
/// # Errors
/// A value that there is not.
pub fn choice(fields: &[(String, String)]) -> Result<Choice, InvalidOption> {
    Choice::read(fields.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

/// What is needed besides the register to print.
pub fn order(app: &App, choice: Choice) -> Order {
    Order { base: app.base.clone(), choice }
}

/// Whether what is made is handed out: only then are its codes kept.
pub(super) fn is_handed_out(request: &Request) -> bool {
    request.method == Method::GET
}

impl<'a> KitRequest<'a> {
    /// The organization for whose stand something is printed. One that does not exist any more has none.
    fn organization(&self) -> Result<&'a Organization, WebError> {
        match self.view.organization(self.code)? {
            Some(found) if found.status == OrganizationStatus::Active => Ok(found),
            None if self.view.find(self.code)?.is_none() => Err(Problem::UnknownCode(self.code).into()),
            _ => Err(Problem::NoSuchPage.into()),
        }
    }

    fn choice(&self, fields: &[(String, String)]) -> Result<Choice, WebError> {
        choice(fields).map_err(|wrong| {
            self.refused(StatusCode::BAD_REQUEST, &press::no_choice(self.request.lang(), &wrong))
        })
    }

    /// The kit that an address asks for.
    pub(super) fn kit(&self, fields: &[(String, String)]) -> Result<(&'a Organization, Kit), WebError> {
        let organization = self.organization()?;
        let order = order(&self.request.app, self.choice(fields)?);
        let mut kit = order.kit(self.view, organization)?;
        // Laying out takes longer than asking the register did.
        self.view.pause();
        // A form names every document that is ticked. All of them are the whole shelf, whatever is added to it later.
        if !kit.documents.is_empty() && kit.documents.iter().all(|document| kit.choice.names(document.code)) {
            let known = |code: &Code| kit.document(*code).is_some();
            if matches!(&kit.choice.documents, Documents::These(codes) if codes.iter().all(known)) {
                kit.choice.documents = Documents::All;
            }
        }
        Ok((organization, kit))
    }

    /// The PDF of a kit. Its codes are kept before anybody gets it.
    fn printed(&self, kit: Kit) -> Result<Vec<u8>, WebError> {
        let made = press::prove(&kit).and_then(|proved| Ok((proved.pdf()?, proved.codes())));
        let (pdf, codes) = made.map_err(|error| self.unprinted(&error, &kit))?;
        if is_handed_out(self.request) {
            self.request.app.registry.keep_codes(&codes)?;
        }
        Ok(pdf)
    }

    /// Why a kit was not printed.
    pub(super) fn unprinted(&self, error: &PressError, kit: &Kit) -> WebError {
        let status = match error {
            PressError::Layout(_)
            | PressError::Nothing
            | PressError::NotInKazakh { .. }
            | PressError::NoLetters { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            PressError::Unreadable { .. } | PressError::Pdf(_) | PressError::Picture => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        tracing::warn!(?error, path = self.request.path, "a kit was not printed");
        self.refused(status, &press::why(self.request.lang(), error, kit))
    }

    /// The page that says why nothing was printed, and leads back to what can be.
    fn refused(&self, status: StatusCode, why: &str) -> WebError {
        let site = self.request.app.site(self.view);
        let html = refused(&Refused { site, wish: self.request.wish, organization: self.code, why });
        WebError::page(Rendered::private(status, html, self.request.lang()))
    }
}
