//! Questions to another server: each has an end, in time and in bytes, and follows nobody elsewhere.

use std::fmt;
use std::time::Duration;

use openidconnect::http::Response;
use openidconnect::{HttpRequest, HttpResponse};

use crate::storage::encryption;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(3);

/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(5);

/// Largest answer, in bytes: what a provider says of itself and its keys has some kilobytes.
const ANSWER_MAX_BYTES: usize = 256 * 1024;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum NoAnswer {
    /// It did not come, or not in time.
    Away(reqwest::Error),
    /// It is larger than any that is expected.
    TooLarge,
    /// The question could not be put.
    NotAsked(std::io::Error),
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(why) => why.fmt(f),
            Self::TooLarge => write!(f, "the answer is larger than {ANSWER_MAX_BYTES} bytes"),
            Self::NotAsked(why) => why.fmt(f),
        }
    }
}

impl std::error::Error for NoAnswer {}

impl From<reqwest::Error> for NoAnswer {
    fn from(why: reqwest::Error) -> Self {
        Self::Away(why)
    }
}

/// Asks another server and waits for its answer. Such questions are rare, so that no connection is kept for the next one.
///
/// # Errors
/// No answer in time, or one that is too large.
pub(super) fn ask(request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
    encryption::choose();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(NoAnswer::NotAsked)?.block_on(answer(request))
}

async fn answer(request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
    let client = reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .timeout(ANSWER)
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let mut came = client.execute(request.try_into()?).await?;
    let mut body = Vec::new();
    while let Some(chunk) = came.chunk().await? {
        if body.len() + chunk.len() > ANSWER_MAX_BYTES {
            return Err(NoAnswer::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    let mut response = Response::new(body);
    *response.status_mut() = came.status();
    *response.headers_mut() = came.headers().clone();
    Ok(response)
}
