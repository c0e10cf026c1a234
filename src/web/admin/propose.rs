//! What a school proposes to the office.

use super::carried;
use super::fields::done;
use super::proposal::proposed;
use super::session::status_of;
use super::upload::{Upload, Uploaded};
use crate::domain::address::{Admin, Href};
use crate::domain::document_kind::DocumentKind;
use crate::domain::{Code, Lang};
use crate::pages::admin::propose::{NEW, PROPOSE, ProposeView, render};
use crate::pages::admin::proposed::Proposed;
use crate::pages::form::Typed;
use crate::refusals::sentences;
use crate::registry::{Error, Field, ProposalInput, ProposedAbout, Refusal, View, random_id};
use crate::web::access::{AskOffice, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<AskOffice>, view: &View, _: Code) -> Reply {
    let done = done(&staff.request, &[("proposed", "propose-done")]);
    drawn(staff, view, (&carried::typed(&staff.request), done))
}

fn drawn(staff: &Staff<AskOffice>, view: &View, (typed, done): (&Typed, Option<&str>)) -> Reply {
    let organization = &staff.subject;
    let (documents, key) = (view.owned(organization)?, random_id()?);
    let proposals = staff.registry().proposals_of(organization.id)?;
    let all: Vec<Proposed<'_>> = proposals
        .iter()
        .filter_map(|proposal| proposed(view, proposal).transpose())
        .collect::<Result<_, Error>>()?;
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        render(&ProposeView {
            staff: staff.view(site, Admin::Propose(organization.code)),
            organization,
            documents: &documents,
            proposals: &all,
            key: &key,
            typed,
            done,
        })
    }))
}

/// Proposes something.
///
/// # Errors
/// Trouble with the state.
pub fn propose(staff: Staff<AskOffice>, code: Code, mut upload: Upload) -> Reply {
    let mut names = Vec::new();
    let input = input(&staff, code, &mut upload, &mut names);
    let proposed = match input {
        Ok(input) => staff.registry().propose(code, input, staff.actor()),
        Err(Unread::Sentence(line)) => {
            let typed = upload.fields.typed(PROPOSE, vec![line]).about(&["effective_from"]);
            return staff.read(|view| drawn(&staff, view, (&typed, None)));
        }
        Err(Unread::Refused(refusal)) => Err(refusal.into()),
    };
    match proposed {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Propose(code)).with("done", "proposed"))),
        Err(error) => {
            let refusal = refusal(error)?;
            let wrong = upload.fields.wrong(&refusal);
            let lines = sentences(staff.lang, &refusal, &names.join(", "));
            let typed = upload.fields.typed(PROPOSE, lines).about(&wrong);
            staff.read(|view| drawn(&staff, view, (&typed, None)))
        }
    }
}

/// Why a form cannot be read.
enum Unread {
    /// What was typed is no day, in a sentence.
    Sentence(String),
    /// Anything else.
    Refused(Refusal),
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

fn input(
    staff: &Staff<AskOffice>,
    code: Code,
    upload: &mut Upload,
    names: &mut Vec<String>,
) -> Result<ProposalInput, Unread> {
    let once = upload.once(staff, &Admin::Propose(code).to_string());
    let effective_from = upload.fields.day("effective_from", staff.lang).map_err(Unread::Sentence)?;
    let what = upload.fields.get("what");
    let about = match what.strip_prefix(NEW) {
        Some(kind) => DocumentKind::parse(kind).map(ProposedAbout::Document),
        None => Code::parse(what).ok().map(ProposedAbout::Edition),
    };
    let mut texts = Vec::new();
    for lang in Lang::ALL {
        let files = upload.take_all(&format!("text_{lang}"));
        if files.is_empty() {
            continue;
        }
        names.extend(files.iter().map(|file| file.name.clone()));
        let bytes = |file: Uploaded| Ok((file.name.clone(), file.into_bytes()?));
        texts.push((lang, files.into_iter().map(bytes).collect::<Result<Vec<_>, Refusal>>()?));
    }
    Ok(ProposalInput {
        about: about.ok_or(Refusal::Missing(Field::Kind))?,
        effective_from,
        note: upload.fields.get("words").to_owned(),
        texts,
        once,
    })
}
