//! The pages for forms that hold too much, or not what they should.

use actix_web::error::UrlencodedError;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::desk::door;
use crate::pages::error::Problem;

/// The largest form without files, in bytes: every field has a limit far below.
const FORM_MAX_BYTES: usize = 64 * 1024;

/// How forms and queries are read below `/admin`.
pub fn reading(config: &mut web::ServiceConfig) {
    let form = web::FormConfig::default().limit(FORM_MAX_BYTES).error_handler(|error, request| {
        let problem = match error {
            UrlencodedError::Overflow { limit, .. } => Problem::TooLarge { limit_bytes: limit as u64 },
            _ => Problem::BadRequest,
        };
        refused(request, problem)
    });
    let query = web::QueryConfig::default().error_handler(|_, request| refused(request, Problem::BadRequest));
    config.app_data(form).app_data(query);
}

fn refused(request: &HttpRequest, problem: Problem<'_>) -> actix_web::Error {
    match door(request) {
        Ok(door) => door.problem(problem).into(),
        Err(error) => error,
    }
}

/// What was done just before this page, as its address says.
#[derive(Deserialize)]
pub struct After {
    #[serde(default)]
    done: String,
}

impl After {
    /// The key of the phrase, if the address names one of these.
    pub fn one_of(&self, known: &[(&str, &'static str)]) -> Option<&'static str> {
        known.iter().find(|(name, _)| *name == self.done).map(|(_, key)| *key)
    }
}
