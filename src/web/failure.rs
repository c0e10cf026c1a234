//! The one error of the edge: a complete page in the reader's language.

use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

use super::security::Audience;
use crate::domain::Lang;

/// A refusal that is ready to be sent. What was inside went to the log.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    lang: Lang,
    media_type: &'static str,
    audience: Audience,
    content: String,
    allow: Option<&'static str>,
    retry_after_s: Option<u64>,
}

impl Failure {
    /// A refusal with this page.
    pub fn new(status: StatusCode, lang: Lang, html: String) -> Self {
        Self {
            status,
            lang,
            media_type: "text/html; charset=utf-8",
            audience: Audience::Own,
            content: html,
            allow: None,
            retry_after_s: None,
        }
    }

    /// The refusal with a content of another type, for others than the readers of pages.
    pub fn of_type(mut self, media_type: &'static str, audience: Audience) -> Self {
        self.media_type = media_type;
        self.audience = audience;
        self
    }

    /// Names the methods that the address answers (RFC 9110, section 15.5.6).
    pub fn allowing(mut self, methods: &'static str) -> Self {
        self.allow = Some(methods);
        self
    }

    /// Names the seconds to wait (RFC 9110, section 10.2.3).
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.status.fmt(f)
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::build(self.status);
        response
            .insert_header((header::CONTENT_TYPE, self.media_type))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_LANGUAGE, self.lang.tag()));
        if let Some(methods) = self.allow {
            response.insert_header((header::ALLOW, methods));
        }
        if let Some(seconds) = self.retry_after_s {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        self.audience.mark(&mut response);
        response.body(self.content.clone())
    }
}
