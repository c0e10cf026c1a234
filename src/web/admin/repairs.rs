//! Repairs of a published edition: one small form each.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};

use super::desk::{Desk, see_other};
use super::documents;
use super::fields::Fields;
use super::upload::{self, Upload};
use crate::domain::fact::{FactDetail, FactField, FactKind, FactOrigin, MissingField};
use crate::domain::role::Action;
use crate::domain::version::Authenticity;
use crate::domain::{Code, Lang};
use crate::pages::admin::document::Done;
use crate::pages::admin::repairs::form_id;
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::registry::{Error, Field, Refusal, Withdrawal};
use crate::web::failure::Failure;
use crate::web::refusals;

/// The routes of repairs.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/documents/{code}/v{ordinal}/late-text", web::post().to(add_text))
        .route("/documents/{code}/v{ordinal}/late-attachment", web::post().to(add_attachment))
        .route("/documents/{code}/v{ordinal}/{fact}", web::post().to(record));
}

/// Which edition is repaired.
#[derive(Clone, Copy)]
struct Edition {
    code: Code,
    ordinal: u32,
}

impl Edition {
    fn read(desk: &Desk, code: &str, ordinal: u32) -> Result<Self, Failure> {
        desk.require(Action::ManageDocuments)?;
        let code = documents::code(desk, code)?;
        let snapshot = desk.snapshot();
        let document = documents::find(desk, &snapshot, code)?;
        if document.versions.iter().any(|version| version.ordinal == ordinal) {
            Ok(Self { code, ordinal })
        } else {
            Err(desk.problem(Problem::NoSuchPage))
        }
    }

    /// Back to the document's page, at the edition; or the form again with why it was refused.
    async fn answer(
        self,
        desk: &Desk,
        (kind, fields): (FactKind, Fields),
        result: Result<Done, Vec<String>>,
    ) -> Result<HttpResponse, Failure> {
        match result {
            Ok(done) => {
                let next = documents::done(self.code, done).at(&format!("v{}", self.ordinal));
                Ok(see_other(next).finish())
            }
            Err(refusals) => {
                let typed = fields.typed(&form_id(kind, self.ordinal), refusals);
                documents::page(desk, self.code, &typed, None, StatusCode::UNPROCESSABLE_ENTITY).await
            }
        }
    }
}

/// What is done, or the sentences that say why it is not.
fn said(
    desk: &Desk,
    result: Result<(), Error>,
    done: Done,
    file: &str,
) -> Result<Result<Done, Vec<String>>, Failure> {
    match result {
        Ok(()) => Ok(Ok(done)),
        Err(error) => Ok(Err(refusals::sentences(desk.lang, &desk.refusal(error)?, file))),
    }
}

async fn add_text(
    desk: Desk,
    path: web::Path<(String, u32)>,
    parts: Multipart,
) -> Result<HttpResponse, Failure> {
    let edition = Edition::read(&desk, &path.0, path.1)?;
    let mut upload = upload::read(&desk, parts).await?;
    let lang = Lang::parse(upload.fields.get("lang")).ok_or_else(|| desk.problem(Problem::BadRequest))?;
    let authenticity =
        Authenticity::parse(upload.fields.get("authenticity")).unwrap_or(Authenticity::Translation);
    let (name, file) = file(&desk, &mut upload);
    let result = match file {
        Err(sentences) => Err(sentences),
        Ok(bytes) => {
            let (actor, uploaded) = (desk.actor(), name.clone());
            let result = desk
                .run(move |registry| {
                    let Edition { code, ordinal } = edition;
                    let text = (lang, authenticity);
                    registry.add_late_text(code, ordinal, text, (&uploaded, bytes), &actor)
                })
                .await;
            said(&desk, result, Done::Recorded, &name)?
        }
    };
    edition.answer(&desk, (FactKind::LateText, upload.fields), result).await
}

async fn add_attachment(
    desk: Desk,
    path: web::Path<(String, u32)>,
    parts: Multipart,
) -> Result<HttpResponse, Failure> {
    let edition = Edition::read(&desk, &path.0, path.1)?;
    let mut upload = upload::read(&desk, parts).await?;
    let title = upload.fields.get("title").to_owned();
    let day = upload.fields.day("date", desk.lang);
    let (name, file) = file(&desk, &mut upload);
    let result = match (day, file) {
        (Err(sentence), _) => Err(vec![sentence]),
        (_, Err(sentences)) => Err(sentences),
        (Ok(day), Ok(bytes)) => {
            let (actor, uploaded) = (desk.actor(), name.clone());
            let result = desk
                .run(move |registry| {
                    let Edition { code, ordinal } = edition;
                    let file = (uploaded.as_str(), bytes);
                    registry.add_late_attachment(code, ordinal, (&title, day), file, &actor)
                })
                .await;
            said(&desk, result, Done::Recorded, &name)?
        }
    };
    edition.answer(&desk, (FactKind::LateAttachment, upload.fields), result).await
}

/// The name and the bytes of the one file of a form.
fn file(desk: &Desk, upload: &mut Upload) -> (String, Result<Vec<u8>, Vec<String>>) {
    let Some(file) = upload.take("file") else {
        return (String::new(), Err(vec![say(desk.lang, "refusal-file-not-chosen")]));
    };
    let name = file.name.clone();
    let bytes = file.into_bytes().map_err(|refusal| refusals::sentences(desk.lang, &refusal, &name));
    (name, bytes)
}

async fn record(
    desk: Desk,
    path: web::Path<(String, u32, String)>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (code, ordinal, fact) = path.into_inner();
    let edition = Edition::read(&desk, &code, ordinal)?;
    let kind = FactKind::parse_hyphenated(&fact).filter(|kind| kind.origin() != FactOrigin::Noted);
    let kind = kind.ok_or_else(|| desk.problem(Problem::NoSuchPage))?;
    let fields = Fields::from(form.into_inner());
    let result = match wanted(&desk, kind, &fields) {
        Err(sentence) => Err(vec![sentence]),
        Ok(wanted) => {
            let (actor, done) = (desk.actor(), wanted.done());
            let Edition { code, ordinal } = edition;
            let result = desk
                .run(move |registry| match wanted {
                    Wanted::Fact(what) => registry.record_fact(code, ordinal, what, &actor),
                    Wanted::Withdrawal(how, reason) => registry.withdraw(code, ordinal, &reason, how, &actor),
                })
                .await;
            said(&desk, result, done, "")?
        }
    };
    edition.answer(&desk, (kind, fields), result).await
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
fn wanted(desk: &Desk, kind: FactKind, fields: &Fields) -> Result<Wanted, String> {
    let missing = |field: Field| refusals::sentence(desk.lang, &Refusal::Missing(field), "");
    // A day that was typed wrongly is shown again in its sentence.
    fields.day(FactField::On.name(), desk.lang)?;
    match FactDetail::read(kind, |field| fields.get(field.name())) {
        Ok(FactDetail::Withdrawn { reason }) => Ok(Wanted::Withdrawal(Withdrawal::Withdraw, reason)),
        Ok(FactDetail::Erased { reason }) if fields.get("understood") == "yes" => {
            Ok(Wanted::Withdrawal(Withdrawal::Erase, reason))
        }
        Ok(FactDetail::Erased { .. }) => Err(say(desk.lang, "refusal-erase-unconfirmed")),
        // Forms with files have routes of their own.
        _ if kind.origin() == FactOrigin::Uploaded => Err(say(desk.lang, "refusal-file-not-chosen")),
        Ok(detail) => Ok(Wanted::Fact(detail)),
        Err(MissingField(FactField::On)) => Err(missing(Field::Day)),
        Err(MissingField(_)) => Err(missing(Field::Choice)),
    }
}
