//! A program that asks: what it asks about, and how its parameters are read.

use std::sync::Arc;

use actix_web::web;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::address::Number;
use crate::domain::code::NotACode;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Lang};
use crate::pages::Wish;
use crate::pages::error::Problem;
use crate::registry::Snapshot;
use crate::web::access::Admission;
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;
use crate::web::request::Request;
use crate::web::state::App;

/// Any program, with the moment of the register at which it is answered.
pub struct Program {
    request: Arc<Request>,
    /// The register.
    pub snapshot: Arc<Snapshot>,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

impl Admission for Program {
    const NAME: &'static str = "any program";

    fn admit(request: &Arc<Request>) -> Result<Self, WebError> {
        let snapshot = request.app.registry.snapshot();
        let as_of = request.app.registry.as_of(&snapshot);
        Ok(Self { request: request.clone(), snapshot, as_of })
    }
}

impl Program {
    /// The server's state.
    pub fn app(&self) -> &App {
        &self.request.app
    }

    /// Scheme and host of the public address.
    pub fn origin(&self) -> &str {
        &self.app().origin
    }

    /// The reader's wish by the parameter `lang`, by `Accept-Language` where it is missing.
    ///
    /// # Errors
    /// A tag of no language.
    pub fn wish_in(&self, tag: Option<&str>) -> Result<Wish, WebError> {
        let lang = tag.map(|tag| Lang::parse(tag).ok_or(WebError::Parameter("lang"))).transpose()?;
        Ok(lang.map_or(self.request.wish, Wish::InPath))
    }

    /// The parameters of the query. One that is not known is refused, because it would filter nothing.
    ///
    /// # Errors
    /// A query that cannot be understood.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, WebError> {
        let query = web::Query::<T>::from_query(self.request.query());
        query.map(web::Query::into_inner).map_err(|_| Problem::BadRequest.into())
    }

    /// The document with a code.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn document(&self, code: Code) -> Result<&Document, WebError> {
        self.snapshot.document(code).ok_or(WebError::Problem(Problem::UnknownCode(code)))
    }

    /// The organization with a code.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn organization(&self, code: Code) -> Result<&Organization, WebError> {
        self.snapshot.organization(code).ok_or(WebError::Problem(Problem::UnknownCode(code)))
    }

    /// The published version with an ordinal.
    ///
    /// # Errors
    /// 404 where there is none.
    pub fn version<'d>(&self, document: &'d Document, ordinal: Number) -> Result<&'d Version, WebError> {
        let version = document.version(ordinal.0).filter(|version| version.is_known(self.as_of.known));
        version.ok_or(WebError::Problem(Problem::NoSuchPage))
    }
}

/// A code in a parameter, read as leniently as everywhere.
///
/// # Errors
/// What is no code.
pub fn code(text: &str) -> Result<Code, WebError> {
    Code::parse(text).map_err(|why| match why {
        NotACode::Form => Problem::NoSuchPage.into(),
        NotACode::Check => Problem::MistypedCode(text.to_owned()).into(),
    })
}

/// An answer as JSON, which is the same in every language.
///
/// # Errors
/// A value that cannot be written.
pub fn json<T: Serialize>(value: &T) -> Reply {
    let json = serde_json::to_vec(value).map_err(|_| Problem::Internal)?;
    Ok(Rendered::document("application/json", json).for_audience(Audience::Programs))
}
