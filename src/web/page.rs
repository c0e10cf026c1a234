//! A page that is ready to be sent: compressed once, kept until something changes or the day ends.

use std::io::Write;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::security::Audience;
use crate::domain::address::Public;
use crate::domain::{Checksum, Code, Day, Instant, Lang};
use crate::pages::Wish;
use crate::pages::layout::{Banner, announced};

/// Memory for ready pages in bytes: the pages of 300 organizations in two languages take half of it.
const CACHE_BYTES: u64 = 128 << 20;

/// What a ready page takes besides its bytes: its headers and its place in the cache.
const OVERHEAD_BYTES: u64 = 4096;

/// Pages that are expected in it.
const CACHE_PAGES: usize = 4_000;

/// Brotli's quality, of 11: higher ones take ten times as long for 3 % less.
pub const KEPT_QUALITY: i32 = 9;

/// Brotli's quality for a page that one reader gets, who waits while it is compressed.
const PASSING_QUALITY: i32 = 4;

/// What a page was made from: another state of the register or another day is another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What the address asks for.
    pub target: Public,
    /// The reader's language, and how it became known.
    pub lang: (Lang, bool),
    /// The version that `Accept-Datetime` selects, where it is not the one that answers today. A version and not the
    /// instant itself, so that there are no more keys than pages.
    pub selected: Option<u32>,
    /// The state of the register.
    pub generation: u64,
    /// The day in Asia/Almaty.
    pub day: Day,
    /// Up to when the register is known, where the page says so.
    pub stale_since: Option<Instant>,
}

impl Key {
    /// The key of a page.
    pub fn new(target: Public, wish: Wish, generation: u64, day: Day) -> Self {
        let lang = (wish.lang(), matches!(wish, Wish::InPath(_)));
        Self { target, lang, selected: None, generation, day, stale_since: None }
    }
}

/// A ready page.
pub struct Page {
    status: StatusCode,
    keeping: Keeping,
    media_type: &'static str,
    content_language: Option<Lang>,
    content_location: Option<String>,
    vary: &'static str,
    audience: Audience,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// Brotli and gzip, the better one first.
    codings: Vec<Coded>,
    plain: Coded,
    /// What is counted when the page is opened.
    pub counted: Option<Counted>,
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

struct Coded {
    name: Option<&'static str>,
    bytes: Bytes,
    etag: String,
}

impl Coded {
    fn new(name: Option<&'static str>, bytes: Vec<u8>) -> Self {
        let etag = format!("\"{}\"", &Checksum::of(&bytes).to_string()[..32]);
        Self { name, bytes: bytes.into(), etag }
    }
}

/// Whether a browser may keep a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It may, and asks each time whether the page is still good.
    Revalidated,
    /// It may not: the text is gone, or has yet to come.
    NotStored,
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

/// What a page is made of.
pub struct Made {
    /// The status.
    pub status: StatusCode,
    /// Whether a browser may keep it.
    pub keeping: Keeping,
    /// The type of the content.
    pub media_type: &'static str,
    /// The page, or a document for programs.
    pub content: Vec<u8>,
    /// The language of the text, which may not be the reader's.
    pub content_language: Option<Lang>,
    /// The permanent address of what is shown.
    pub content_location: Option<String>,
    /// What was chosen by the headers of the request.
    pub negotiated: Negotiated,
    /// Who may use it besides this site's own pages.
    pub audience: Audience,
    /// Further headers. An answer that says that nothing has changed does not repeat them.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// What is counted.
    pub counted: Option<Counted>,
}

impl Made {
    /// A document for programs, which is the same for every reader.
    pub fn document(media_type: &'static str, content: impl Into<Vec<u8>>) -> Self {
        Self {
            status: StatusCode::OK,
            keeping: Keeping::Revalidated,
            media_type,
            content: content.into(),
            content_language: None,
            content_location: None,
            negotiated: Negotiated::Nothing,
            audience: Audience::Own,
            headers: Vec::new(),
            counted: None,
        }
    }

    /// A page in the reader's language.
    pub fn page(html: String, lang: Lang) -> Self {
        Self {
            content_language: Some(lang),
            negotiated: Negotiated::Language,
            ..Self::document("text/html; charset=utf-8", html)
        }
    }
}

impl Page {
    /// A page to be kept, compressed for everybody.
    pub fn new(made: Made, wish: Wish) -> Self {
        let mut codings = Vec::new();
        // A picture is compressed already.
        if !made.media_type.starts_with("image/") {
            codings.push(Coded::new(Some("br"), brotli(&made.content, KEPT_QUALITY)));
            codings.push(Coded::new(Some("gzip"), gzip(&made.content)));
        }
        Self::coded(made, wish, codings)
    }

    /// A page for one reader: not worth the time of the smallest size.
    pub fn passing(made: Made, wish: Wish) -> Self {
        let codings = vec![Coded::new(Some("br"), brotli(&made.content, PASSING_QUALITY))];
        Self::coded(made, wish, codings)
    }

    fn coded(made: Made, wish: Wish, codings: Vec<Coded>) -> Self {
        let plain = Coded::new(None, made.content);
        let vary = match (wish, made.negotiated) {
            (Wish::InPath(_), _) | (_, Negotiated::Nothing) => "Accept-Encoding",
            (Wish::Accepted(_), Negotiated::Language) => "Accept-Encoding, Accept-Language",
            (Wish::Accepted(_), Negotiated::LanguageAndTime) => {
                "Accept-Encoding, Accept-Language, Accept-Datetime"
            }
        };
        Self {
            status: made.status,
            keeping: made.keeping,
            media_type: made.media_type,
            content_language: made.content_language,
            content_location: made.content_location,
            vary,
            audience: made.audience,
            headers: made.headers,
            codings,
            plain,
            counted: made.counted,
        }
    }

    /// The answer to a request: the page in a coding that the browser takes, or 304 where it has it already.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let coded = self.coding(request);
        let may_store = self.keeping == Keeping::Revalidated;
        let mut response = if may_store && has_already(request, &coded.etag) {
            HttpResponse::NotModified()
        } else {
            HttpResponse::build(self.status)
        };
        response.insert_header((header::VARY, HeaderValue::from_static(self.vary)));
        self.audience.mark(&mut response);
        if let Some(lang) = self.content_language {
            response.insert_header((header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag())));
        }
        if let Some(location) = &self.content_location {
            response.insert_header((header::CONTENT_LOCATION, location.as_str()));
        }
        if may_store {
            response.insert_header((header::CACHE_CONTROL, HeaderValue::from_static("no-cache")));
            response.insert_header((header::ETAG, coded.etag.as_str()));
            if has_already(request, &coded.etag) {
                return response.finish();
            }
        } else {
            response.insert_header((header::CACHE_CONTROL, "no-store"));
        }
        if let Some(name) = coded.name {
            response.insert_header((header::CONTENT_ENCODING, name));
        }
        for (name, value) in &self.headers {
            response.insert_header((name.clone(), value.clone()));
        }
        response.insert_header((header::CONTENT_TYPE, HeaderValue::from_static(self.media_type)));
        response.body(coded.bytes.clone())
    }

    /// The same page with a notice for everybody, which no browser keeps.
    pub fn with_notice(&self, notice: &Banner) -> Self {
        let content = announced(&String::from_utf8_lossy(&self.plain.bytes), notice).into_bytes();
        let codings = vec![Coded::new(Some("br"), brotli(&content, PASSING_QUALITY))];
        Self {
            status: self.status,
            keeping: Keeping::NotStored,
            media_type: self.media_type,
            content_language: self.content_language,
            content_location: self.content_location.clone(),
            vary: self.vary,
            audience: self.audience,
            headers: self.headers.clone(),
            codings,
            plain: Coded::new(None, content),
            counted: self.counted,
        }
    }

    /// Whether people read it.
    pub fn is_for_people(&self) -> bool {
        self.media_type.starts_with("text/html")
    }

    /// The same page with a notice for one reader: nobody keeps it, and nobody else gets it.
    pub fn announcing(&self, notice: &Banner) -> HttpResponse {
        let page = announced(&String::from_utf8_lossy(&self.plain.bytes), notice);
        let mut response = HttpResponse::build(self.status);
        if let Some(lang) = self.content_language {
            response.insert_header((header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag())));
        }
        response
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_TYPE, HeaderValue::from_static(self.media_type)))
            .body(page)
    }

    fn coding(&self, request: &HttpRequest) -> &Coded {
        self.codings
            .iter()
            .find(|coded| coded.name.is_some_and(|name| takes(request, name)))
            .unwrap_or(&self.plain)
    }

    fn weight_bytes(&self) -> u64 {
        self.codings.iter().chain([&self.plain]).map(|coded| coded.bytes.len() as u64).sum::<u64>()
            + OVERHEAD_BYTES
    }
}

/// Whether `Accept-Encoding` takes a coding (RFC 9110, section 12.5.3).
pub fn takes(request: &HttpRequest, coding: &str) -> bool {
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.unwrap_or_default().split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused =
            weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse().is_ok_and(|q: f32| q <= 0.0));
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

/// Whether `If-None-Match` names this tag (RFC 9110, section 13.1.2).
pub fn has_already(request: &HttpRequest, etag: &str) -> bool {
    request.headers().get_all(header::IF_NONE_MATCH).any(|value| {
        value.to_str().is_ok_and(|text| {
            text.split(',').map(str::trim).any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
        })
    })
}

/// Compresses content as browsers take it (RFC 7932).
pub fn brotli(content: &[u8], quality: i32) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams { quality, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    // Reading from and writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &*content, &mut compressed, &params);
    compressed
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Page>> for ByBytes {
    fn weight(&self, _: &Key, page: &Arc<Page>) -> u64 {
        page.weight_bytes()
    }
}

/// Pages that are ready to be sent. Pages of earlier states are pushed out by newer ones.
pub struct PageCache(Cache<Key, Arc<Page>, ByBytes>);

impl Default for PageCache {
    fn default() -> Self {
        Self(Cache::with_weighter(CACHE_PAGES, CACHE_BYTES, ByBytes))
    }
}

impl PageCache {
    /// The page, if it is ready.
    pub fn get(&self, key: &Key) -> Option<Arc<Page>> {
        self.0.get(key)
    }

    /// Keeps a page.
    pub fn insert(&self, key: Key, page: Arc<Page>) {
        self.0.insert(key, page);
    }
}
