//! What a handler answers, and the answer as it is sent: compressed once, with a tag by which a browser knows it again.

use std::ops::Range;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;

use super::http::csp::Audience;
use super::http::disposition::named;
use super::http::encoding::{Effort, GZIP, takes, unpacked};
use super::http::etag;
use super::http::pieces::{Parts, Piece};
use crate::domain::address::Href;
use crate::domain::{Checksum, Code, Lang};
use crate::pages::LanguagePreference;
use crate::pages::chrome::announced;
use crate::pages::html::Banner;

/// The media type of pages.
const HTML: &str = "text/html; charset=utf-8";

/// Whether a browser may keep an answer (RFC 9111).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// It may, and asks each time whether the answer is still good.
    Revalidated,
    /// It may not: the text is gone or has yet to come, or the page is for one person.
    NotStored,
    /// It may for a day.
    ForADay,
    /// It may for a year: another content has another address.
    ForAYear,
}

impl CachePolicy {
    const fn header(self) -> &'static str {
        match self {
            Self::Revalidated => "no-cache",
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

    /// A file that was made for a reader, with the name under which it is kept where it is one to be kept.
    pub fn file(media_type: &'static str, content: Vec<u8>, name: Option<&str>) -> Self {
        let file = Self { effort: Effort::None, ..Self::document(media_type, content) };
        match name {
            Some(name) => file.with(header::CONTENT_DISPOSITION, named(DispositionType::Inline, name)),
            None => file,
        }
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

    /// The same for others than this site's own pages.
    pub fn for_audience(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }
}

/// An answer that is ready to be sent.
#[derive(Debug)]
pub struct Page {
    status: StatusCode,
    cache: CachePolicy,
    media_type: &'static str,
    audience: Audience,
    /// What also an answer says that nothing has changed.
    lasting: Headers,
    /// What the content is.
    headers: Headers,
    /// The better one first.
    codings: Vec<Coded>,
    plain: Coded,
    /// The part of the content that other pages have too: whoever sends the page has to bring it.
    pub shared: Option<Checksum>,
    /// What is counted when the page is opened.
    pub counted: Option<Counted>,
}

/// Headers as they are sent.
type Headers = Vec<(HeaderName, HeaderValue)>;

/// The content in a coding, or as it is.
#[derive(Debug, Clone)]
struct Coded {
    name: Option<&'static str>,
    content: Content,
    /// None for what no header can hold: a tag is ASCII.
    etag: Option<HeaderValue>,
}

impl Coded {
    fn new(name: Option<&'static str>, bytes: Vec<u8>) -> Self {
        Self { name, etag: tag(&etag::of(&bytes)), content: Content::Whole(exactly(bytes)) }
    }

    fn around(name: &'static str, around: [Vec<u8>; 2], piece: &Piece) -> Self {
        let [before, after] = around;
        let etag = etag::of(&[&before[..], piece.checksum.as_bytes(), &after].concat());
        Self {
            name: Some(name),
            etag: tag(&etag),
            content: Content::Around([exactly(before), exactly(after)]),
        }
    }
}

/// What is kept of the content in a coding.
#[derive(Debug, Clone)]
enum Content {
    /// Nothing: it is made of another coding, because few browsers get it.
    Elsewhere,
    /// All of it.
    Whole(Bytes),
    /// What stands before and after the part that other pages have too.
    Around([Bytes; 2]),
}

impl Content {
    fn len(&self) -> usize {
        match self {
            Self::Elsewhere => 0,
            Self::Whole(bytes) => bytes.len(),
            Self::Around([before, after]) => before.len() + after.len(),
        }
    }
}

fn tag(etag: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(etag).ok()
}

/// The bytes without the room behind them into which they grew.
fn exactly(bytes: Vec<u8>) -> Bytes {
    Bytes::from(bytes.into_boxed_slice())
}

/// What chose this answer among those of its address (RFC 9110, section 12.5.5).
const fn vary(rendered: &Rendered) -> Option<&'static str> {
    match (rendered.negotiated, rendered.effort) {
        (Negotiated::Nothing, Effort::None) => None,
        (Negotiated::Nothing, _) => Some("Accept-Encoding"),
        (Negotiated::Language, Effort::None) => Some("Accept-Language"),
        (Negotiated::Language, _) => Some("Accept-Encoding, Accept-Language"),
        (Negotiated::LanguageAndTime, _) => Some("Accept-Encoding, Accept-Language, Accept-Datetime"),
    }
}

impl Page {
    /// The answer that a handler gave.
    pub fn new(rendered: Rendered) -> Self {
        let codings = rendered.effort.codings(&rendered.content).into_iter();
        let codings = codings.map(|(name, bytes)| Coded::new(Some(name), bytes)).collect();
        Self::of(rendered, codings, None)
    }

    /// The answer that a handler gave, to be kept, without the part that other pages have too.
    pub fn around(rendered: Rendered, shared: &Range<usize>, piece: &Piece) -> Self {
        let (before, after) = (&rendered.content[..shared.start], &rendered.content[shared.end..]);
        let codings = piece.around(before, after).into_iter();
        let codings = codings.map(|(name, around)| Coded::around(name, around, piece)).collect();
        Self::of(rendered, codings, Some(piece.checksum))
    }

    fn of(rendered: Rendered, codings: Vec<Coded>, shared: Option<Checksum>) -> Self {
        let fixed = |value| HeaderValue::from_static(value);
        let mut lasting = vec![(header::CACHE_CONTROL, fixed(rendered.cache.header()))];
        lasting.extend(vary(&rendered).map(|vary| (header::VARY, fixed(vary))));
        lasting.extend(rendered.content_language.map(|lang| (header::CONTENT_LANGUAGE, fixed(lang.tag()))));
        let location = rendered.content_location.and_then(|location| HeaderValue::try_from(location).ok());
        lasting.extend(location.map(|location| (header::CONTENT_LOCATION, location)));
        let mut headers = rendered.headers;
        if !rendered.media_type.is_empty() {
            headers.push((header::CONTENT_TYPE, fixed(rendered.media_type)));
        }
        Self {
            status: rendered.status,
            cache: rendered.cache,
            media_type: rendered.media_type,
            audience: rendered.audience,
            lasting,
            headers,
            codings,
            plain: Coded {
                name: None,
                etag: tag(&rendered.etag.unwrap_or_else(|| etag::of(&rendered.content))),
                content: match rendered.effort {
                    Effort::Kept => Content::Elsewhere,
                    Effort::Quick | Effort::None => Content::Whole(exactly(rendered.content)),
                },
            },
            shared,
            counted: rendered.counted,
        }
    }

    /// The answer to a request with these headers: the content in a coding that the browser takes, or 304 where it has it
    /// already.
    pub fn answer(&self, asked: &HeaderMap) -> HttpResponse {
        self.answer_with(asked, None)
    }

    /// The same with the part that other pages have too.
    pub fn answer_with(&self, asked: &HeaderMap, piece: Option<&Piece>) -> HttpResponse {
        let coded = self.coding(asked);
        let etag = coded.etag.as_ref().filter(|_| self.cache != CachePolicy::NotStored);
        let is_there = etag.is_some_and(|etag| etag::has_already(asked, etag.as_bytes()));
        let mut response =
            if is_there { HttpResponse::NotModified() } else { HttpResponse::build(self.status) };
        self.audience.mark(&mut response);
        for (name, value) in &self.lasting {
            response.insert_header((name.clone(), value.clone()));
        }
        if let Some(etag) = etag {
            response.insert_header((header::ETAG, etag.clone()));
        }
        if is_there {
            return response.finish();
        }
        if let Some(name) = coded.name {
            response.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static(name)));
        }
        for (name, value) in &self.headers {
            response.append_header((name.clone(), value.clone()));
        }
        match (&coded.content, coded.name.zip(piece)) {
            (Content::Whole(bytes), _) => response.body(bytes.clone()),
            (Content::Around([before, after]), Some((coding, piece))) => {
                let parts = vec![before.clone(), piece.coded(coding), after.clone()];
                response.body(Parts(parts.into_iter()))
            }
            _ => response.body(self.content(piece)),
        }
    }

    /// The content as it is.
    fn content(&self, piece: Option<&Piece>) -> Bytes {
        if let Content::Whole(bytes) = &self.plain.content {
            return bytes.clone();
        }
        let packed = self.codings.iter().find(|coded| coded.name == Some(GZIP)).map(|coded| &coded.content);
        match (packed, piece) {
            (Some(Content::Whole(bytes)), _) => unpacked(bytes).into(),
            (Some(Content::Around([before, after])), Some(piece)) => {
                unpacked(&[&before[..], &piece.coded(GZIP), after].concat()).into()
            }
            _ => Bytes::new(),
        }
    }

    /// The same page with a notice for everybody, which no browser keeps.
    pub fn with_notice(&self, notice: &Banner, piece: Option<&Piece>) -> Self {
        let content = announced(&String::from_utf8_lossy(&self.content(piece)), notice).into_bytes();
        let codings = Effort::Quick.codings(&content).into_iter();
        Self {
            status: self.status,
            cache: CachePolicy::NotStored,
            media_type: self.media_type,
            audience: self.audience,
            lasting: self.unstored(),
            headers: self.headers.clone(),
            codings: codings.map(|(name, bytes)| Coded::new(Some(name), bytes)).collect(),
            plain: Coded::new(None, content),
            shared: None,
            counted: self.counted,
        }
    }

    /// Whether people read it.
    pub fn is_for_people(&self) -> bool {
        self.media_type == HTML
    }

    /// The same page with a notice for one reader: nobody keeps it, and nobody else gets it.
    pub fn announcing(&self, notice: &Banner, piece: Option<&Piece>) -> HttpResponse {
        let page = announced(&String::from_utf8_lossy(&self.content(piece)), notice);
        let mut response = HttpResponse::build(self.status);
        let is_told = |(name, _): &&(HeaderName, HeaderValue)| {
            [header::CONTENT_LANGUAGE, header::CACHE_CONTROL].contains(name)
        };
        for (name, value) in self.unstored().iter().filter(is_told) {
            response.insert_header((name.clone(), value.clone()));
        }
        response.insert_header((header::CONTENT_TYPE, HeaderValue::from_static(self.media_type))).body(page)
    }

    /// What every answer says, for one that nobody keeps.
    fn unstored(&self) -> Headers {
        let policy = HeaderValue::from_static(CachePolicy::NotStored.header());
        let kept = self.lasting.iter().filter(|(name, _)| *name != header::CACHE_CONTROL).cloned();
        kept.chain([(header::CACHE_CONTROL, policy)]).collect()
    }

    fn coding(&self, asked: &HeaderMap) -> &Coded {
        self.codings
            .iter()
            .find(|coded| coded.name.is_some_and(|name| takes(asked, name)))
            .unwrap_or(&self.plain)
    }

    /// The bytes that are kept of it.
    pub fn weight_bytes(&self) -> u64 {
        self.codings.iter().chain([&self.plain]).map(|coded| coded.content.len() as u64).sum()
    }
}
