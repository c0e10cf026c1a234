//! Repairs of a published edition: each records a fact, some with a file.

use super::document::{self, find};
use super::fields::Fields;
use super::upload::Upload;
use crate::domain::fact::{FactDetail, FactField, FactKind, FactOrigin, MissingField};
use crate::domain::version::Authenticity;
use crate::domain::{Code, Lang};
use crate::pages::admin::document::Done;
use crate::pages::admin::repairs::form_id;
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::refusals;
use crate::registry::{Error, Field, Refusal, Withdrawal};
use crate::web::access::{Publish, Staff, StaffSession};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// Records a fact about an edition: back to the document's page, at the edition; or the form again with why it was
/// refused.
///
/// # Errors
/// An edition that there is not, a fact that the register notes itself; trouble with the state.
pub fn record(staff: Staff<Publish>, code: Code, ordinal: u32, kind: FactKind, mut upload: Upload) -> Reply {
    staff.read(|view| find(view, code)?.version(ordinal).map(drop).ok_or(Problem::NoSuchPage.into()))?;
    let edition = Edition { code, ordinal };
    let recorded = match (kind, kind.origin()) {
        (_, FactOrigin::Noted) => return Err(Problem::NoSuchPage.into()),
        (FactKind::LateText, _) => edition.add_text(&staff, &mut upload)?,
        (FactKind::LateAttachment, _) => edition.add_attachment(&staff, &mut upload)?,
        _ => edition.state(&staff, kind, &upload.fields)?,
    };
    match recorded {
        Ok(done) => Ok(Rendered::see_other(document::done(code, done).at(&format!("v{ordinal}")))),
        Err(refusals) => {
            let typed = upload.fields.typed(&form_id(kind, ordinal), refusals);
            document::refused(&staff, code, &typed)
        }
    }
}

/// What is done, or the sentences that say why it is not.
type Recorded = Result<Done, Vec<String>>;

/// Which edition is repaired.
#[derive(Clone, Copy)]
struct Edition {
    code: Code,
    ordinal: u32,
}

impl Edition {
    fn add_text(self, staff: &StaffSession, upload: &mut Upload) -> Result<Recorded, WebError> {
        let lang = Lang::parse(upload.fields.get("lang")).ok_or(Problem::BadRequest)?;
        let authenticity =
            Authenticity::parse(upload.fields.get("authenticity")).unwrap_or(Authenticity::Translation);
        let (name, bytes) = match file(staff.lang, upload) {
            Ok(file) => file,
            Err(refusals) => return Ok(Err(refusals)),
        };
        let Self { code, ordinal } = self;
        let text = (lang, authenticity);
        let result = staff.registry().add_late_text(code, ordinal, text, (&name, bytes), staff.actor());
        said(staff.lang, result, Done::Recorded, &name)
    }

    fn add_attachment(self, staff: &StaffSession, upload: &mut Upload) -> Result<Recorded, WebError> {
        let day = match upload.fields.day("date", staff.lang) {
            Ok(day) => day,
            Err(sentence) => return Ok(Err(vec![sentence])),
        };
        let (name, bytes) = match file(staff.lang, upload) {
            Ok(file) => file,
            Err(refusals) => return Ok(Err(refusals)),
        };
        let Self { code, ordinal } = self;
        let of_file = (upload.fields.get("title"), day);
        let result =
            staff.registry().add_late_attachment(code, ordinal, of_file, (&name, bytes), staff.actor());
        said(staff.lang, result, Done::Recorded, &name)
    }

    fn state(self, staff: &StaffSession, kind: FactKind, fields: &Fields) -> Result<Recorded, WebError> {
        let wanted = match wanted(staff.lang, kind, fields) {
            Ok(wanted) => wanted,
            Err(sentence) => return Ok(Err(vec![sentence])),
        };
        let Self { code, ordinal } = self;
        let (registry, actor, done) = (staff.registry(), staff.actor(), wanted.done());
        let result = match wanted {
            Wanted::Fact(what) => registry.record_fact(code, ordinal, what, actor),
            Wanted::Withdrawal(how, reason) => registry.withdraw(code, ordinal, &reason, how, actor),
        };
        said(staff.lang, result, done, "")
    }
}

fn said(lang: Lang, result: Result<(), Error>, done: Done, file: &str) -> Result<Recorded, WebError> {
    match result {
        Ok(()) => Ok(Ok(done)),
        Err(error) => Ok(Err(refusals::sentences(lang, &refusal(error)?, file))),
    }
}

/// The name and the bytes of the one file of a form, or why there are none.
fn file(lang: Lang, upload: &mut Upload) -> Result<(String, Vec<u8>), Vec<String>> {
    let file = upload.take("file").ok_or_else(|| vec![say(lang, "refusal-file-not-chosen")])?;
    let name = file.name.clone();
    match file.into_bytes() {
        Ok(bytes) => Ok((name, bytes)),
        Err(refusal) => Err(refusals::sentences(lang, &refusal, &name)),
    }
}

enum Wanted {
    Fact(FactDetail),
    Withdrawal(Withdrawal, String),
}

impl Wanted {
    const fn done(&self) -> Done {
        match self {
            Self::Fact(_) => Done::Recorded,
            Self::Withdrawal(Withdrawal::Withdraw, _) => Done::Withdrawn,
            Self::Withdrawal(Withdrawal::Erase, _) => Done::Erased,
        }
    }
}

/// What the form asks for, or the sentence that says why it cannot be.
fn wanted(lang: Lang, kind: FactKind, fields: &Fields) -> Result<Wanted, String> {
    let missing = |field: Field| refusals::sentence(lang, &Refusal::Missing(field), "");
    // A day that was typed wrongly is shown again in its sentence.
    fields.day(FactField::On.name(), lang)?;
    match FactDetail::read(kind, |field| fields.get(field.name())) {
        Ok(FactDetail::Withdrawn { reason }) => Ok(Wanted::Withdrawal(Withdrawal::Withdraw, reason)),
        Ok(FactDetail::Erased { reason }) if fields.get("understood") == "yes" => {
            Ok(Wanted::Withdrawal(Withdrawal::Erase, reason))
        }
        Ok(FactDetail::Erased { .. }) => Err(say(lang, "refusal-erase-unconfirmed")),
        Ok(detail) => Ok(Wanted::Fact(detail)),
        Err(MissingField(FactField::On)) => Err(missing(Field::Day)),
        Err(MissingField(_)) => Err(missing(Field::Choice)),
    }
}
