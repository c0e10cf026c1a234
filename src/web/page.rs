//! An answer as it is sent: compressed once, with a tag by which a browser knows it again.

use std::ops::Range;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;

use super::http::csp::Audience;
use super::http::encoding::{Effort, GZIP, takes, unpacked};
use super::http::etag;
use super::http::pieces::{Parts, Piece};
use super::rendered::{CachePolicy, Counted, HTML, Negotiated, Rendered};
use crate::domain::Checksum;
use crate::pages::chrome::announced;
use crate::pages::html::Banner;

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
        self.answer_with(asked, None, None)
    }

    /// The same with the part that other pages have too, and with the content as it is where that was made already.
    pub fn answer_with(
        &self,
        asked: &HeaderMap,
        piece: Option<&Piece>,
        unpacked: Option<Bytes>,
    ) -> HttpResponse {
        let coded = self.coding(asked);
        let (etag, is_there) = self.tag(asked, coded);
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
            _ => response.body(unpacked.unwrap_or_else(|| self.content(piece))),
        }
    }

    /// The tag of the content in a coding, and whether the browser has it already.
    fn tag<'p>(&'p self, asked: &HeaderMap, coded: &'p Coded) -> (Option<&'p HeaderValue>, bool) {
        let etag = coded.etag.as_ref().filter(|_| self.cache != CachePolicy::NotStored);
        (etag, etag.is_some_and(|etag| etag::has_already(asked, etag.as_bytes())))
    }

    /// Whether the answer has to be unpacked first, because the browser takes no coding: that takes a while.
    pub fn is_unpacked_for(&self, asked: &HeaderMap) -> bool {
        let coded = self.coding(asked);
        matches!(coded.content, Content::Elsewhere) && !self.tag(asked, coded).1
    }

    /// The content as it is.
    pub fn content(&self, piece: Option<&Piece>) -> Bytes {
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
