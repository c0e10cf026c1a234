//! What a handler answers.

use std::ops::Range;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType, HeaderName, HeaderValue};

use super::http::csp::Audience;
use super::http::disposition::named;
use super::http::encoding::Effort;
use crate::domain::address::Href;
use crate::domain::{Code, Lang};
use crate::pages::LanguagePreference;

/// The media type of pages.
pub const HTML: &str = "text/html; charset=utf-8";

/// The media type of workbooks of Excel (ECMA-376).
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Whether a browser may keep an answer (RFC 9111).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// It may, and asks each time whether the answer is still good.
    Revalidated,
    /// The same, but nobody on the way may keep it.
    Private,
    /// It may not: the text is gone or has yet to come, or the page is for one person.
    NotStored,
    /// It may for a day.
    ForADay,
    /// It may for a year: another content has another address.
    ForAYear,
}

impl CachePolicy {
    /// As the header says it.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Revalidated => "no-cache",
            Self::Private => "private, no-cache",
            Self::NotStored => "no-store",
            Self::ForADay => "public, max-age=86400",
            Self::ForAYear => "public, max-age=31536000, immutable",
        }
    }
}

/// What besides the coding is chosen by the headers of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Negotiated {
    /// Nothing: the address names everything.
    Nothing,
    /// The language, where the path names none.
    Language,
    /// The language and the time, where the path names neither.
    LanguageAndTime,
}

/// What is counted when a page is opened.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// The document.
    pub document: Code,
    /// The organization in the address, if it is one.
    pub organization: Option<Code>,
    /// The language of the text.
    pub lang: Lang,
}

/// What a handler answers.
#[derive(Debug)]
pub struct Rendered {
    /// The status.
    pub status: StatusCode,
    /// Whether a browser may keep it.
    pub cache: CachePolicy,
    /// The type of the content; empty where there is none.
    pub media_type: &'static str,
    /// The page, or a document for programs.
    pub content: Vec<u8>,
    /// How it is compressed.
    pub effort: Effort,
    /// The part of the content that other answers have too.
    pub shared: Option<Range<usize>>,
    /// The language of the text, which may not be the reader's.
    pub content_language: Option<Lang>,
    /// The permanent address of what is shown.
    pub content_location: Option<String>,
    /// What was chosen by the headers of the request.
    pub negotiated: Negotiated,
    /// The tag of the content, where it is not that of its bytes.
    pub etag: Option<String>,
    /// Who may use it besides this site's own pages.
    pub audience: Audience,
    /// Further headers. An answer that says that nothing has changed does not repeat them.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// Whether it tells the day on which it was made, and so is another one tomorrow.
    pub is_dated: bool,
    /// What is counted.
    pub counted: Option<Counted>,
}

impl Rendered {
    /// A document for programs, which is the same for every reader.
    pub fn document(media_type: &'static str, content: impl Into<Vec<u8>>) -> Self {
        Self {
            status: StatusCode::OK,
            cache: CachePolicy::Revalidated,
            media_type,
            content: content.into(),
            // A picture is compressed already.
            effort: if media_type.starts_with("image/") { Effort::None } else { Effort::Kept },
            shared: None,
            content_language: None,
            content_location: None,
            negotiated: Negotiated::Nothing,
            etag: None,
            audience: Audience::Own,
            headers: Vec::new(),
            is_dated: false,
            counted: None,
        }
    }

    /// A page in the reader's language.
    pub fn page(html: String, wish: LanguagePreference) -> Self {
        Self { content_language: Some(wish.lang()), ..Self::document(HTML, html).negotiated_by(wish) }
    }

    /// The same answer, whose language was chosen like this.
    pub fn negotiated_by(self, wish: LanguagePreference) -> Self {
        let negotiated = match wish {
            LanguagePreference::InPath(_) => Negotiated::Nothing,
            LanguagePreference::Accepted(_) => Negotiated::Language,
        };
        Self { negotiated, ..self }
    }

    /// The same for one reader: not worth the time of the smallest size.
    pub fn uncached(self) -> Self {
        let effort = if self.effort == Effort::Kept { Effort::Quick } else { self.effort };
        Self { effort, ..self }
    }

    /// A page for one person, or one that says why something was refused: nobody keeps it. It is not compressed, because
    /// what others typed may stand beside secrets on it (CRIME, BREACH).
    pub fn private(status: StatusCode, html: String, lang: Lang) -> Self {
        Self {
            status,
            cache: CachePolicy::NotStored,
            effort: Effort::None,
            ..Self::page(html, LanguagePreference::InPath(lang))
        }
    }

    /// What a script of one of our own pages asked for one person: nobody keeps it.
    pub fn for_script(status: StatusCode, json: String) -> Self {
        let document = Self::document("application/json", json);
        Self { status, cache: CachePolicy::NotStored, effort: Effort::None, ..document }
    }

    /// A file that was made for a reader, with the name under which it is kept where it is one to be kept.
    pub fn file(media_type: &'static str, content: Vec<u8>, name: Option<&str>) -> Self {
        let file = Self { effort: Effort::None, ..Self::document(media_type, content) };
        match name {
            Some(name) => file.with(header::CONTENT_DISPOSITION, named(DispositionType::Inline, name)),
            None => file,
        }
    }

    /// A table for spreadsheets, which is kept under the name of `disposition` and by nobody in between.
    pub fn table(csv: String, disposition: HeaderValue) -> Self {
        let table = Self::document("text/csv; charset=utf-8", csv);
        let table = Self { cache: CachePolicy::NotStored, effort: Effort::None, ..table };
        table.with(header::CONTENT_DISPOSITION, disposition)
    }

    /// A workbook of Excel, kept in the same way.
    pub fn workbook(bytes: Vec<u8>, disposition: HeaderValue) -> Self {
        let book = Self::document(XLSX, bytes);
        let book = Self { cache: CachePolicy::NotStored, effort: Effort::None, ..book };
        book.with(header::CONTENT_DISPOSITION, disposition)
    }

    /// 304: the browser has what carries this tag.
    pub fn not_modified(etag: String) -> Self {
        let status = StatusCode::NOT_MODIFIED;
        Self { status, effort: Effort::None, ..Self::document("", Vec::new()) }.tagged(etag)
    }

    /// The same under a tag that was known before its bytes were.
    pub fn tagged(self, etag: String) -> Self {
        Self { etag: Some(etag), ..self }
    }

    /// 303: after a form was taken, the browser fetches the next page.
    pub fn see_other(to: impl Into<Href>) -> Self {
        let location = HeaderValue::from_str(&to.into().to_string());
        let empty = Self {
            status: StatusCode::SEE_OTHER,
            cache: CachePolicy::NotStored,
            effort: Effort::None,
            ..Self::document("", Vec::new())
        };
        match location {
            Ok(location) => empty.with(header::LOCATION, location),
            // An address is ASCII.
            Err(_) => Self { status: StatusCode::INTERNAL_SERVER_ERROR, ..empty },
        }
    }

    /// The same with another header.
    pub fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same for one reader, who may ask whether it is still good: nobody in between keeps it.
    pub fn privately(self) -> Self {
        Self { cache: CachePolicy::Private, ..self }
    }

    /// The same for others than this site's own pages.
    pub fn for_audience(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }
}
