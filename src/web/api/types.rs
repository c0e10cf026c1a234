//! What programs get, as JSON. The names are those of the register's documentation; days are written `2025-09-01`,
//! instants as RFC 3339 in UTC.

mod answer;
mod document;
pub mod doubt;
mod draft;
pub mod input;
mod organization;
mod search;
mod token;
mod version;
mod webhook;

use serde::Serialize;
use utoipa::ToSchema;

pub use answer::{Answer, Chosen, Outcome, Standing};
pub use document::{CodeMeaning, Document, DocumentList, Meaning, ShelfItem, Work};
pub use doubt::{DraftDoubt, TextDoubt};
pub use draft::{Draft, DraftFile, DraftItem, DraftList, DraftProblem, Publication, preview_at, version_at};
pub use organization::{Organization, OrganizationList, Shelf, Union};
pub use search::{FoundPlace, ReadWord, SearchResults};
pub use token::OwnToken;
pub use version::{Event, History, TextBody, Version};
pub use webhook::WebhookMessage;

use crate::domain::Lang;
use crate::domain::lang::Trilingual;
use crate::web::error::WebError;

/// Most items of one answer: a few hundred organizations come in a handful of answers of about 50 KB each.
const ITEMS_MAX: usize = 100;

/// A short text in up to three languages.
#[derive(Serialize, ToSchema)]
pub struct Names {
    /// In Kazakh.
    kk: Option<String>,
    /// In Russian.
    ru: Option<String>,
    /// In English.
    en: Option<String>,
}

impl From<&Trilingual> for Names {
    fn from(text: &Trilingual) -> Self {
        let [kk, ru, en] = Lang::ALL.map(|lang| text.get(lang).map(str::to_owned));
        Self { kk, ru, en }
    }
}

/// A part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Paging {
    offset: usize,
    limit: usize,
}

impl Paging {
    /// Reads the two parameters.
    ///
    /// # Errors
    /// What is no number, or more than an answer holds.
    pub fn parse(offset: Option<&str>, limit: Option<&str>) -> Result<Self, WebError> {
        let number = |name: &'static str, text: Option<&str>, default: usize| match text {
            None => Ok(default),
            Some(text) => text.parse::<usize>().map_err(|_| WebError::Parameter(name)),
        };
        let limit = number("limit", limit, ITEMS_MAX)?;
        if !(1..=ITEMS_MAX).contains(&limit) {
            return Err(WebError::Parameter("limit"));
        }
        Ok(Self { offset: number("offset", offset, 0)?, limit })
    }

    /// How many come before the first one.
    pub const fn offset(self) -> usize {
        self.offset
    }

    /// How many there are at most.
    pub const fn limit(self) -> usize {
        self.limit
    }
}
