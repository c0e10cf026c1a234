//! Many agreements at once: taking them in, how far they are, publishing them, putting them away.

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::dev::Payload;
use actix_web::{HttpRequest, web};
use futures_util::TryStreamExt as _;

use super::fields::Fields;
use super::session::status_of;
use crate::domain::Code;
use crate::domain::address::{Admin, Href, Token};
use crate::pages::admin::intake::{Agreement, FORM, IntakeView, TICKED};
use crate::pages::admin::intakes::IntakesView;
use crate::pages::admin::{intake, intakes};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::phrases::say;
use crate::refusals::{AGREEMENT_COLUMNS, intake_problem, sentence, sentences};
use crate::registry::{Chosen, Error, Intake, IntakeChange, IntakeLine, Parcels, Refusal, View};
use crate::text::archive::MAX_FILES;
use crate::web::access::{EditDrafts, Publish, Staff, StaffSession};
use crate::web::dispatch::Body;
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;
use crate::web::state::App;

/// Bytes that are written to the disk together.
const WRITTEN_BYTES: usize = 256 << 10;

/// Parts of a form besides the files: its fields, and those in which nothing was chosen.
const OTHER_PARTS: usize = 8;

/// What was sent, as it lies on the disk.
pub struct Sent(Parcels);

impl Body for Sent {
    /// Reads a form to its end, because browsers show no answer while they are still sending. What comes goes to the disk
    /// piece by piece.
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        let app = http.app_data::<web::Data<App>>().ok_or(Problem::BadRequest)?;
        let mut parcels = app.registry.parcels()?;
        let mut parts = Multipart::new(http.headers(), payload.take());
        let (mut count, mut room) = (0, Parcels::MAX_BYTES);
        let mut is_over = false;
        while let Some(mut part) = parts.try_next().await.map_err(bad)? {
            count += 1;
            if count > MAX_FILES + OTHER_PARTS {
                return Err(Problem::BadRequest.into());
            }
            let name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            // A browser sends a nameless empty file where none was chosen.
            let name = name.filter(|name| !name.is_empty());
            if let Some(name) = &name {
                parcels.begin(name)?;
            }
            let mut is_whole = false;
            while !is_whole {
                let piece;
                (piece, is_whole) = take(&mut part).await.map_err(bad)?;
                let left = room.checked_sub(piece.len() as u64);
                is_over |= left.is_none();
                room = left.unwrap_or(room);
                if name.is_some() && !is_over {
                    parcels = written(parcels, piece).await?;
                }
            }
        }
        if is_over {
            return Err(Problem::TooLarge { limit_bytes: Parcels::MAX_BYTES }.into());
        }
        Ok(Self(parcels))
    }
}

fn bad(_: MultipartError) -> WebError {
    Problem::BadRequest.into()
}

/// The next bytes of a part, and whether they are its last: after that nothing may be asked of it.
async fn take(part: &mut Field) -> Result<(Vec<u8>, bool), MultipartError> {
    let mut piece = Vec::new();
    while piece.len() < WRITTEN_BYTES {
        let Some(bytes) = part.try_next().await? else { return Ok((piece, true)) };
        piece.extend_from_slice(&bytes);
    }
    Ok((piece, false))
}

/// Writes bytes beside the requests of others: the disk may be slow.
async fn written(mut parcels: Parcels, piece: Vec<u8>) -> Result<Parcels, WebError> {
    let write = move || parcels.add(&piece).map(|()| parcels);
    Ok(web::block(write).await.map_err(|_| Problem::BadRequest)??)
}

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: &Staff<EditDrafts>, view: &View) -> Reply {
    drawn(staff, view, &[])
}

fn drawn(staff: &StaffSession, view: &View, refusals: &[String]) -> Reply {
    let sent = staff.registry().intakes()?;
    Ok(staff.page(view, status_of(refusals), |site| {
        intakes::render(&IntakesView {
            staff: staff.view(site, Admin::Intakes),
            sent: &sent,
            columns: AGREEMENT_COLUMNS,
            limits: (MAX_FILES, Parcels::MAX_BYTES >> 20),
            refusals,
        })
    }))
}

/// Takes agreements in. What is sent twice is one delivery.
///
/// # Errors
/// Trouble with the state.
pub fn receive(staff: Staff<EditDrafts>, Sent(parcels): Sent) -> Reply {
    let refusals = if parcels.is_empty() {
        vec![say(staff.lang, "refusal-file-missing")]
    } else {
        match staff.registry().receive(parcels, staff.actor()) {
            Ok(id) => return Ok(Rendered::see_other(Admin::Intake(Token::new(&id)))),
            Err(error) => sentences(staff.lang, &refusal(error)?, ""),
        }
    };
    staff.read(|view| drawn(&staff, view, &refusals))
}

/// How far a delivery is.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<EditDrafts>, view: &View, id: Token) -> Reply {
    let published = Fields::of_query(&staff.request).get("published").parse().ok();
    shown(staff, view, id, (published, &Typed::default()))
}

fn shown(staff: &StaffSession, view: &View, id: Token, (published, typed): (Option<usize>, &Typed)) -> Reply {
    let found = match staff.registry().intake(id.as_str()) {
        Ok(found) => found,
        Err(Error::Refused(_)) => return Err(Problem::NoSuchPage.into()),
        Err(error) => return Err(error.into()),
    };
    let Intake { files, looked_at, is_ready, lines, problems, changes, .. } = found;
    let lang = staff.lang;
    let problems: Vec<String> =
        problems.iter().map(|(file, problem)| intake_problem(lang, file, problem)).collect();
    let agreements: Vec<Agreement> = lines.into_iter().map(|line| agreement(staff, line)).collect();
    let seen = changes.to_string();
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        intake::render(&IntakeView {
            staff: staff.view(site, Admin::Intake(id)),
            id,
            progress: (looked_at, files),
            is_ready,
            agreements: &agreements,
            problems: &problems,
            seen: &seen,
            published,
            typed,
        })
    }))
}

fn agreement(staff: &StaffSession, line: IntakeLine) -> Agreement {
    let (lang, state) = (staff.lang, line.state());
    Agreement {
        organization: line.code,
        number: line.number,
        name: naming::best(&line.names, lang).unwrap_or_else(|| Passage::plain("")),
        document: line.document,
        is_first: line.change == IntakeChange::Document,
        state,
        files: line.files,
        broken: line.broken,
        same: line.same,
        days: line.requisites,
        days_from_text: line.days_from_text,
        problem: line.problem.map(|problem| sentence(lang, &Refusal::Dates(problem), "")),
        doubts: line.doubts,
        draft: line.draft,
        edition: line.edition,
    }
}

/// Publishes all, those that are sound, or those that were ticked.
///
/// # Errors
/// Trouble with the state.
pub fn publish(staff: Staff<Publish>, id: Token, fields: Fields) -> Reply {
    let ticked: Vec<Code> =
        fields.all(TICKED).map(Code::parse).collect::<Result<_, _>>().map_err(|_| Problem::BadRequest)?;
    let again = |typed: &Typed| staff.read(|view| shown(&staff, view, id, (None, typed)));
    let chosen = match (fields.get("what"), ticked.is_empty()) {
        ("sound", true) => Chosen::Sound,
        ("all", true) => Chosen::All,
        (TICKED, false) => Chosen::These(ticked),
        ("sound" | "all" | TICKED, _) => {
            let unclear = vec![say(staff.lang, "refusal-intake-ticks")];
            return again(&fields.typed(FORM, unclear).about(&["what"]));
        }
        _ => return Err(Problem::BadRequest.into()),
    };
    let is_seen = fields.get("seen") == "yes";
    let seen = fields.get("seen_state").parse().map_err(|_| Problem::BadRequest)?;
    match staff.registry().publish_intake(id.as_str(), (&chosen, is_seen), Some(seen), staff.actor()) {
        Ok(published) => Ok(Rendered::see_other(
            Href::to(Admin::Intake(id)).with("published", published.len().to_string()),
        )),
        Err(Error::Refused(Refusal::UnknownIntake)) => Err(Problem::NoSuchPage.into()),
        Err(Error::Refused(Refusal::DoubtsUnseen)) => {
            let unseen = vec![say(staff.lang, "refusal-doubts-unseen")];
            again(&fields.typed(FORM, unseen).about(&["seen"]))
        }
        Err(error) => again(&fields.refused(FORM, staff.lang, &refusal(error)?)),
    }
}

/// Puts a delivery away.
///
/// # Errors
/// Trouble with the state.
pub fn discard(staff: Staff<EditDrafts>, id: Token, (): ()) -> Reply {
    match staff.registry().discard_intake(id.as_str(), staff.actor()) {
        // A second press finds it put away.
        Ok(()) | Err(Error::Refused(Refusal::UnknownIntake)) => Ok(Rendered::see_other(Admin::Intakes)),
        Err(error) => Err(error.into()),
    }
}
