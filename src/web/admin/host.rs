//! The site: its address on walls, and its look.

use super::carried;
use super::fields::{Fields, done};
use super::session::status_of;
use super::upload::{Upload, Uploaded};
use crate::domain::Lang;
use crate::domain::address::{Admin, Href};
use crate::domain::brand::{Accent, Brand};
use crate::domain::four_eyes::FourEyes;
use crate::pages::admin::host::{EMBLEM, FOUR_EYES, LOOK, SiteView, render};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::press::{InvalidEmblem, emblem, print_status};
use crate::refusals::{of_accent, of_emblem, of_untraced};
use crate::registry::{Error, Refusal, View};
use crate::web::access::{ManageSite, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// What the page of the site shows beside the site itself.
#[derive(Default)]
struct Shown<'a> {
    /// What was typed and refused.
    typed: Typed,
    done: Option<&'a str>,
}

fn page(staff: &Staff<ManageSite>, view: &View, shown: &Shown<'_>) -> Rendered {
    staff.page(view, status_of(&shown.typed.refusals), |site| {
        render(&SiteView {
            staff: staff.view(site, Admin::Site),
            host: staff.app().base.host(),
            standing: print_status(&staff.app().base, view),
            typed: &shown.typed,
            done: shown.done,
            brand: view.brand(),
            four_eyes: staff.registry().four_eyes(),
        })
    })
}

/// The page as the register is now, after something was done or refused.
fn said(staff: &Staff<ManageSite>, shown: &Shown<'_>) -> Reply {
    staff.read(|view| Ok(page(staff, view, shown)))
}

fn refused(staff: &Staff<ManageSite>, error: Error, (form, fields): (&str, Fields)) -> Reply {
    let typed = fields.refused(form, staff.lang, &refusal(error)?);
    said(staff, &Shown { typed, ..Shown::default() })
}

fn saved() -> Rendered {
    Rendered::see_other(Href::to(Admin::Site).with("done", "saved"))
}

/// The page.
pub fn show(staff: &Staff<ManageSite>, view: &View) -> Reply {
    let done = done(&staff.request, &[("saved", "admin-saved")]);
    Ok(page(staff, view, &Shown { typed: carried::typed(&staff.request), done }))
}

/// Says that the host may stand on walls for ever.
///
/// # Errors
/// Trouble with the state.
pub fn confirm_host(staff: Staff<ManageSite>, (): ()) -> Reply {
    let host = staff.app().base.host();
    if !staff.app().is_secure() {
        return refused(&staff, Refusal::BadHost(host.to_owned()).into(), Default::default());
    }
    match staff.registry().confirm_host(host, staff.actor()) {
        Ok(()) => Ok(saved()),
        Err(error) => refused(&staff, error, Default::default()),
    }
}

/// Chooses whether another person looks at what is published.
///
/// # Errors
/// Trouble with the state.
pub fn four_eyes(staff: Staff<ManageSite>, fields: Fields) -> Reply {
    let chosen = FourEyes::parse(fields.get("four_eyes")).ok_or(Problem::BadRequest)?;
    match staff.registry().set_four_eyes(chosen, staff.actor()) {
        Ok(()) => Ok(saved()),
        Err(error) => refused(&staff, error, (FOUR_EYES, fields)),
    }
}

/// Keeps the emblem, the colour and the telephone, if all can be printed. Without a file the emblem stays as it is.
///
/// # Errors
/// Trouble with the state.
pub fn look(staff: Staff<ManageSite>, mut upload: Upload) -> Reply {
    let file = upload.take(EMBLEM).map(Uploaded::into_bytes).transpose();
    let fields = upload.fields;
    fields.need(&["accent", "phone"])?;
    let phone = fields.get("phone").to_owned();
    let accent = Accent::parse(fields.get("accent"));
    let drawn = match file {
        Err(refusal) => return refused(&staff, refusal.into(), (LOOK, fields)),
        Ok(Some(file)) => match emblem(staff.registry(), &file) {
            Ok(drawn) => drawn,
            Err(error) => return refused(&staff, error, (LOOK, fields)),
        },
        Ok(None) if !fields.get("no_emblem").is_empty() => Ok(String::new()),
        Ok(None) => Ok(staff.registry().glance().brand().emblem.clone()),
    };
    let brand = match (accent, drawn) {
        (Ok(accent), Ok(emblem)) => Brand { emblem, accent, phone },
        (accent, drawn) => {
            let accent = accent.err().map(|why| ("accent", of_accent(staff.lang, why)));
            let emblem = drawn.err().map(|why| (EMBLEM, no_emblem(staff.lang, why)));
            let (wrong, lines): (Vec<&str>, Vec<String>) = accent.into_iter().chain(emblem).unzip();
            let typed = fields.typed(LOOK, lines).about(&wrong);
            return said(&staff, &Shown { typed, ..Shown::default() });
        }
    };
    match staff.registry().set_brand(&brand, staff.actor()) {
        Ok(()) => Ok(saved()),
        Err(error) => refused(&staff, error, (LOOK, fields)),
    }
}

fn no_emblem(lang: Lang, why: InvalidEmblem) -> String {
    match why {
        InvalidEmblem::Untraced(why) => of_untraced(lang, why),
        InvalidEmblem::Shape(why) => of_emblem(lang, why),
    }
}
