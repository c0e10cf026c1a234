//! A letter of a chair, as the office reads and answers it.

use super::carried;
use super::fields::Fields;
use super::proposal::gone;
use super::session::status_of;
use crate::domain::address::{Admin, Token};
use crate::pages::admin::letter::{ANSWER, LetterView, render};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::registry::View;
use crate::web::access::{HearSchools, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// No such letter; trouble with the state.
pub fn show(staff: &Staff<HearSchools>, view: &View, id: Token) -> Reply {
    drawn(staff, view, id, &carried::typed(&staff.request))
}

fn drawn(staff: &Staff<HearSchools>, view: &View, id: Token, typed: &Typed) -> Reply {
    let letter = staff.registry().letter(id.as_str()).map_err(gone)?;
    let organization = view.organization_by_id(letter.organization)?.ok_or(Problem::NoSuchPage)?;
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        let staff = staff.view(site, Admin::Letter(id));
        render(&LetterView { staff, letter: &letter, organization, typed })
    }))
}

/// Answers it.
///
/// # Errors
/// No such letter; trouble with the state.
pub fn answer(staff: Staff<HearSchools>, id: Token, fields: Fields) -> Reply {
    match staff.registry().answer_letter(id.as_str(), fields.get("words"), staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Admin::Letter(id))),
        Err(error) => {
            let typed = fields.refused(ANSWER, staff.lang, &refusal(error)?);
            staff.read(|view| drawn(&staff, view, id, &typed))
        }
    }
}
