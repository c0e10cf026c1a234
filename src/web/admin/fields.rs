//! The fields of a form as they came, and how days in them are read.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::dev::{Payload, UrlEncoded};
use actix_web::error::UrlencodedError;
use serde::de::DeserializeOwned;

use crate::domain::{Day, Lang, calendar};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::refusals;
use crate::registry::Once;
use crate::web::access::StaffSession;
use crate::web::dispatch::Body;
use crate::web::error::WebError;
use crate::web::request::Request;

/// The largest form without files, in bytes: every field has a limit far below.
const FORM_MAX_BYTES: usize = 64 * 1024;

/// Within this time the same form is the same wish: a page that is loaded anew has another key in its form.
const SENT_AGAIN: Duration = Duration::from_secs(3600);

/// Names and values, in the order of the form.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl From<Vec<(String, String)>> for Fields {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }
}

impl Fields {
    /// The fields of an address.
    pub fn of_query(request: &Request) -> Self {
        Self(request.fields())
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every name with its value, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The first value with this name, without white space around it; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// The form has all of these fields, also where nothing was typed in them: one that is missing is no wish to empty it.
    ///
    /// # Errors
    /// A request that no form of ours sends.
    pub fn need(&self, names: &[&str]) -> Result<(), Problem> {
        let is_there = |name: &&str| self.all(name).next().is_some();
        if names.iter().all(is_there) { Ok(()) } else { Err(Problem::BadRequest) }
    }

    /// Every value with this name.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let name = name.to_owned();
        self.0.iter().filter(move |(of, _)| *of == name).map(|(_, value)| value.trim())
    }

    /// The day with this name; none where nothing was typed.
    ///
    /// # Errors
    /// The sentence that says that it is no day.
    pub fn day(&self, name: &str, lang: Lang) -> Result<Option<Day>, String> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        calendar::parse_day(typed).map(Some).ok_or_else(|| refusals::not_a_day(lang, typed))
    }

    /// The sending of these fields to an address by one who is signed in.
    pub fn once(&self, staff: &StaffSession, address: &str) -> Once {
        Once::new(staff.actor(), address, &self.0, SENT_AGAIN)
    }

    /// Forgets the fields with this name, because they were taken.
    pub fn forget(&mut self, name: &str) {
        self.0.retain(|(of, _)| of != name);
    }

    /// Adds a field.
    pub fn push(&mut self, name: String, value: String) {
        self.0.push((name, value));
    }

    /// What a form shows again after a refusal.
    pub fn typed(self, form: &str, refusals: Vec<String>) -> Typed {
        Typed { form: form.to_owned(), fields: self.0, refusals, ..Typed::default() }
    }
}

impl Body for Fields {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        urlencoded(http, payload).await.map(Self)
    }
}

/// The fields of a form of which each has its place.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned + Send + 'static> Body for Form<T> {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        urlencoded(http, payload).await.map(Self)
    }
}

async fn urlencoded<T: DeserializeOwned + 'static>(
    http: &HttpRequest,
    payload: &mut Payload,
) -> Result<T, WebError> {
    UrlEncoded::new(http, payload).limit(FORM_MAX_BYTES).await.map_err(|error| match error {
        UrlencodedError::Overflow { limit, .. } => Problem::TooLarge { limit_bytes: limit as u64 }.into(),
        _ => Problem::BadRequest.into(),
    })
}

/// The key of the phrase for what was done just before a page, if its address names one of these.
pub fn done(request: &Request, known: &[(&str, &'static str)]) -> Option<&'static str> {
    let fields = Fields::of_query(request);
    known.iter().find(|(name, _)| *name == fields.get("done")).map(|(_, key)| *key)
}
