//! What is asked of a server by HTTP, and what it answers.

use std::time::Duration;

use ureq::http::{HeaderMap, Request};

/// How soon a change is served and an answer given: a second, and more where CI shares its cores with others, who must
/// not decide what lands.
pub fn prompt() -> Duration {
    Duration::from_secs(if std::env::var_os("CI").is_some() { 5 } else { 1 })
}

/// A client that takes every answer as it is.
pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(60)))
        .build()
        .into()
}

/// What a browser says of a form on this site's own page.
pub const OWN_FORM: (&str, &str) = ("sec-fetch-site", "same-origin");

/// Sends a request without a body. What changes something comes from an own page, unless the headers say otherwise.
pub fn ask(agent: &ureq::Agent, method: &str, url: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let says_where_from = headers.iter().any(|(name, _)| matches!(*name, "sec-fetch-site" | "origin"));
    if !matches!(method, "GET" | "HEAD" | "OPTIONS") && !says_where_from {
        request = request.header(OWN_FORM.0, OWN_FORM.1);
    }
    let mut response = agent.run(request.body(()).expect("a request")).expect("an answer");
    let body = response.body_mut().with_config().limit(1 << 30).read_to_vec().expect("a body");
    Reply { status: response.status().as_u16(), headers: response.headers().clone(), body }
}

/// An answer.
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Reply {
    /// A header; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a readable header"))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }
}
