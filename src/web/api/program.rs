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
use crate::domain::{Code, Lang};
use crate::pages::LanguagePreference;
use crate::pages::error::Problem;
use crate::registry::View;
use crate::web::access::Admission;
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::pool::{Pool, Pools};
use crate::web::rendered::Rendered;
use crate::web::request::Request;

/// Any program.
pub struct Program(Arc<Request>);

impl Admission for Program {
    const NAME: &'static str = "any program";

    fn pool(pools: &Pools) -> &Pool {
        &pools.work
    }

    fn admit(request: &Arc<Request>, _: &View) -> Result<Self, WebError> {
        Ok(Self(request.clone()))
    }
}

impl Program {
    /// Scheme and host of the public address.
    pub fn origin(&self) -> &str {
        &self.0.app.origin
    }

    /// The reader's wish by the parameter `lang`, by `Accept-Language` where it is missing.
    ///
    /// # Errors
    /// A tag of no language.
    pub fn wish_in(&self, tag: Option<&str>) -> Result<LanguagePreference, WebError> {
        let lang = tag.map(|tag| Lang::parse(tag).ok_or(WebError::Parameter("lang"))).transpose()?;
        Ok(lang.map_or(self.0.wish, LanguagePreference::InPath))
    }

    /// The parameters of the query. One that is not known is refused, because it would filter nothing.
    ///
    /// # Errors
    /// A query that cannot be understood.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, WebError> {
        let query = web::Query::<T>::from_query(self.0.query());
        query.map(web::Query::into_inner).map_err(|_| Problem::BadRequest.into())
    }
}

/// The document with a code.
///
/// # Errors
/// 404 where there is none.
pub fn document(view: &View, code: Code) -> Result<&Document, WebError> {
    view.document(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The organization with a code.
///
/// # Errors
/// 404 where there is none.
pub fn organization(view: &View, code: Code) -> Result<&Organization, WebError> {
    view.organization(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The published version with an ordinal.
///
/// # Errors
/// 404 where there is none.
pub fn version<'d>(view: &View, document: &'d Document, ordinal: Number) -> Result<&'d Version, WebError> {
    let version = document.version(ordinal.0).filter(|version| version.is_known(view.as_of().known));
    version.ok_or(WebError::Problem(Problem::NoSuchPage))
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
