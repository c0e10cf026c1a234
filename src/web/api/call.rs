//! One request of a program: what it asks about, what it gets, and how it is refused.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::problem;
use crate::domain::code::NotACode;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Lang};
use crate::pages::Wish;
use crate::pages::error::Problem;
use crate::registry::Snapshot;
use crate::web::App;
use crate::web::failure::Failure;
use crate::web::page::{Made, Negotiated, Page};
use crate::web::reader::Reader;
use crate::web::security::Audience;

/// A request with the moment of the register at which it is answered.
pub struct Call {
    request: HttpRequest,
    /// The server's state.
    pub app: web::Data<App>,
    /// The register.
    pub snapshot: Arc<Snapshot>,
    /// Today in Asia/Almaty.
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

impl FromRequest for Call {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
            return ready(Err(actix_web::error::ErrorInternalServerError("no state")));
        };
        let snapshot = app.registry.snapshot();
        let as_of = app.registry.as_of(&snapshot);
        ready(Ok(Self { request: request.clone(), app, snapshot, as_of }))
    }
}

impl Call {
    /// The reader's wish by the parameter `lang`, by `Accept-Language` where it is missing.
    pub fn wish_in(&self, tag: Option<&str>) -> Result<Wish, Failure> {
        let lang = tag.map(|tag| Lang::parse(tag).ok_or_else(|| self.bad_parameter("lang"))).transpose()?;
        Ok(self.wish(lang))
    }

    fn wish(&self, lang: Option<Lang>) -> Wish {
        Reader::new(&self.app, &self.request, lang).wish
    }

    /// A refusal in the reader's language.
    pub fn problem(&self, problem: Problem<'_>) -> Failure {
        problem::refusal(self.wish(None).lang(), problem, None)
    }

    /// The refusal of a parameter that cannot be understood.
    pub fn bad_parameter(&self, name: &str) -> Failure {
        problem::refusal(self.wish(None).lang(), Problem::BadRequest, Some(name))
    }

    /// The parameters of the query. One that is not known is refused, because it would filter nothing.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let query = web::Query::<T>::from_query(self.request.query_string());
        query.map(web::Query::into_inner).map_err(|_| self.problem(Problem::BadRequest))
    }

    /// The code in the address, read as leniently as everywhere.
    pub fn code(&self, text: &str) -> Result<Code, Failure> {
        Code::parse(text).map_err(|why| match why {
            NotACode::Form => self.problem(Problem::NoSuchPage),
            NotACode::Check => self.problem(Problem::MistypedCode(text)),
        })
    }

    /// The document with the code in the address.
    pub fn document(&self, code: &str) -> Result<&Document, Failure> {
        let code = self.code(code)?;
        self.snapshot.document(code).ok_or_else(|| self.problem(Problem::UnknownCode(code)))
    }

    /// The organization with the code in the address.
    pub fn organization(&self, code: &str) -> Result<&Organization, Failure> {
        let code = self.code(code)?;
        self.snapshot.organization(code).ok_or_else(|| self.problem(Problem::UnknownCode(code)))
    }

    /// The published version with the ordinal in the address.
    pub fn version<'d>(&self, document: &'d Document, ordinal: &str) -> Result<&'d Version, Failure> {
        let mut published = document.known_versions(self.as_of.known);
        published
            .find(|version| version.ordinal.to_string() == ordinal)
            .ok_or_else(|| self.problem(Problem::NoSuchPage))
    }

    /// The answer as JSON, which is the same in every language.
    pub async fn json<T: Serialize>(&self, value: &T) -> Result<HttpResponse, Failure> {
        let json = serde_json::to_vec(value).map_err(|_| self.problem(Problem::Internal))?;
        self.send(Made::document("application/json", json), Wish::InPath(Lang::Kk)).await
    }

    /// The answer as JSON, which depends on the language that is wished.
    pub async fn json_in<T: Serialize>(&self, value: &T, wish: Wish) -> Result<HttpResponse, Failure> {
        let json = serde_json::to_vec(value).map_err(|_| self.problem(Problem::Internal))?;
        let made = Made::document("application/json", json);
        self.send(Made { negotiated: Negotiated::Language, ..made }, wish).await
    }

    /// The answer. It is compressed beside the requests of people, not between them.
    pub async fn send(&self, made: Made, wish: Wish) -> Result<HttpResponse, Failure> {
        let made = Made { audience: Audience::Programs, ..made };
        let page = web::block(move || Page::new(made, wish)).await;
        page.map(|page| page.answer(&self.request)).map_err(|_| self.problem(Problem::Internal))
    }
}
