//! What the chair of a school writes to the office.

use super::carried;
use super::fields::{Fields, done};
use super::session::status_of;
use crate::domain::Code;
use crate::domain::address::{Admin, Href};
use crate::pages::admin::letters::{LettersView, WRITE, render};
use crate::pages::form::Typed;
use crate::registry::{View, random_id};
use crate::web::access::{AskOffice, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<AskOffice>, view: &View, _: Code) -> Reply {
    let done = done(&staff.request, &[("sent", "letter-sent")]);
    drawn(staff, view, (&carried::typed(&staff.request), done))
}

fn drawn(staff: &Staff<AskOffice>, view: &View, (typed, done): (&Typed, Option<&str>)) -> Reply {
    let organization = &staff.subject;
    let (letters, key) = (staff.registry().letters_of(organization.id)?, random_id()?);
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        render(&LettersView {
            staff: staff.view(site, Admin::Letters(organization.code)),
            organization,
            letters: &letters,
            key: &key,
            typed,
            done,
        })
    }))
}

/// Writes to the office.
///
/// # Errors
/// Trouble with the state.
pub fn write(staff: Staff<AskOffice>, code: Code, fields: Fields) -> Reply {
    let once = fields.once(&staff, &Admin::Letters(code).to_string());
    match staff.registry().write_letter(code, fields.get("words"), once, staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Letters(code)).with("done", "sent"))),
        Err(error) => {
            let typed = fields.refused(WRITE, staff.lang, &refusal(error)?);
            staff.read(|view| drawn(&staff, view, (&typed, None)))
        }
    }
}
