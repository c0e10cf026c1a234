//! What a browser keeps: the script, the worker for days without a network, the manifest and the icons.

use std::sync::LazyLock;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Map, Value, json};

use super::App;
use super::page::{KEPT_QUALITY, brotli, has_already, takes};
use super::reader::Reader;
use crate::domain::address::{Asset, Public};
use crate::domain::{Checksum, Day, Lang};
use crate::pages::{self, naming};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::say;

/// The colour of the bar: that of the pages.
const THEME: &str = "#00515e";

/// The worker in which the words of the three languages stand.
static WORKER: LazyLock<Script> = LazyLock::new(|| {
    let words: Map<String, Value> =
        Lang::ALL.map(|lang| (lang.tag().to_owned(), words(lang))).into_iter().collect();
    let words = format!("{};", Value::Object(words));
    Script::new(&include_str!("../../assets/worker.js").replace("{words};", &words))
});

static SCRIPT: LazyLock<Script> = LazyLock::new(|| Script::new(pages::SCRIPT));

static CHECK_SCRIPT: LazyLock<Script> = LazyLock::new(|| Script::new(pages::CHECK_SCRIPT));

/// How long a browser keeps a script whose address carries its hash: a year.
const YEAR: &str = "public, max-age=31536000, immutable";

/// A script, ready to be sent.
struct Script {
    plain: Vec<u8>,
    brotli: Vec<u8>,
}

impl Script {
    fn new(source: &str) -> Self {
        Self { plain: source.as_bytes().to_vec(), brotli: brotli(source.as_bytes(), KEPT_QUALITY) }
    }

    fn answer(&self, request: &HttpRequest, caching: &'static str) -> HttpResponse {
        let compressed = takes(request, "br");
        let bytes = if compressed { &self.brotli } else { &self.plain };
        let mut response = sent(request, "text/javascript; charset=utf-8", caching, bytes);
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if compressed && headers.contains_key(header::CONTENT_TYPE) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        response
    }
}

fn words(lang: Lang) -> Value {
    // The worker puts its own day and year in the place of these.
    let months: Vec<String> =
        (1..=12).map(|month| say_day(lang, Day::constant(2025, month, 28), Form::Short)).collect();
    json!({
        "title": say(lang, "offline-title"),
        "lead": say(lang, "offline-lead"),
        "saved": say(lang, "offline-saved"),
        "again": say(lang, "offline-again"),
        "months": months,
    })
}

/// The script. Its address carries its hash, so a browser asks for it once.
pub async fn script(request: HttpRequest) -> HttpResponse {
    SCRIPT.answer(&request, YEAR)
}

/// The script of the page on which a stand is checked.
pub async fn check_script(request: HttpRequest) -> HttpResponse {
    CHECK_SCRIPT.answer(&request, YEAR)
}

/// The worker.
pub async fn worker(request: HttpRequest) -> HttpResponse {
    WORKER.answer(&request, "no-cache")
}

/// The manifest (W3C Web Application Manifest) in the reader's language.
pub async fn manifest(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let lang = Reader::new(&app, &request, None).wish.lang();
    let snapshot = app.registry.snapshot();
    let icon = |of: Asset, size: u16| {
        json!({
            "src": of.to_string(), "sizes": format!("{size}x{size}"), "type": "image/png",
            "purpose": "any maskable",
        })
    };
    let start = Public::Start.to_string();
    let manifest = json!({
        "name": naming::name(snapshot.union(), lang).text,
        "short_name": say(lang, "install-name"),
        "lang": lang.tag(),
        "id": start,
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "background_color": "#fdfcf9",
        "theme_color": THEME,
        "icons": [icon(Asset::Icon192, 192), icon(Asset::Icon512, 512)],
    });
    let mut response =
        sent(&request, "application/manifest+json", "no-cache", manifest.to_string().as_bytes());
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}

/// The icon as a drawing.
pub async fn icon_svg(request: HttpRequest) -> HttpResponse {
    picture(&request, "image/svg+xml", include_bytes!("../../assets/icons/icon.svg"))
}

/// The icon, 192 pixels wide.
pub async fn icon_192(request: HttpRequest) -> HttpResponse {
    picture(&request, "image/png", include_bytes!("../../assets/icons/icon-192.png"))
}

/// The icon, 512 pixels wide.
pub async fn icon_512(request: HttpRequest) -> HttpResponse {
    picture(&request, "image/png", include_bytes!("../../assets/icons/icon-512.png"))
}

/// The pages of a kit, for the help.
pub async fn kit_picture(request: HttpRequest) -> HttpResponse {
    picture(&request, "image/png", include_bytes!("../../assets/pictures/kit.png"))
}

fn picture(request: &HttpRequest, media: &'static str, bytes: &[u8]) -> HttpResponse {
    const DAY: &str = "public, max-age=86400";
    sent(request, media, DAY, bytes)
}

fn sent(request: &HttpRequest, media: &'static str, caching: &'static str, bytes: &[u8]) -> HttpResponse {
    let etag = format!("\"{}\"", &Checksum::of(bytes).to_string()[..32]);
    let has = has_already(request, &etag);
    let mut response = if has { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::CACHE_CONTROL, caching)).insert_header((header::ETAG, etag));
    if has {
        return response.finish();
    }
    response.insert_header((header::CONTENT_TYPE, media)).body(bytes.to_vec())
}
