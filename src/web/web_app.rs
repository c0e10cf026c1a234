//! What a browser keeps: the script, the worker for days without a network, the manifest and the icons.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::access::Anyone;
use super::dispatch::Incoming;
use super::error::{Reply, Sent};
use super::http::encoding::Effort;
use super::page::Page;
use super::rendered::{CachePolicy, Rendered};
use crate::domain::address::{Asset, Public, Script, ScriptPart};
use crate::domain::{Day, Lang};
use crate::pages::error::Problem;
use crate::pages::{
    CHECK_SCRIPT, CHECK_SCRIPT_NAME, PASSKEY_SCRIPT, PASSKEY_SCRIPT_NAME, SCRIPT, SCRIPT_NAME, naming,
};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::say;
use crate::registry::View;

/// The colour of the bar: that of the pages.
const THEME: &str = "#00515e";

/// The worker in which the words of the three languages stand.
static WORKER: LazyLock<Page> = LazyLock::new(|| {
    let words: Map<String, Value> =
        Lang::ALL.map(|lang| (lang.tag().to_owned(), words(lang))).into_iter().collect();
    let words = format!("{};", Value::Object(words));
    let source = include_str!("../../assets/worker.js").replace("{words};", &words);
    javascript(&source, CachePolicy::Revalidated)
});

static APP: LazyLock<Page> = LazyLock::new(|| javascript(SCRIPT, CachePolicy::ForAYear));

static CHECK: LazyLock<Page> = LazyLock::new(|| javascript(CHECK_SCRIPT, CachePolicy::ForAYear));

static PASSKEY: LazyLock<Page> = LazyLock::new(|| javascript(PASSKEY_SCRIPT, CachePolicy::ForAYear));

static ICON_SVG: LazyLock<Page> =
    LazyLock::new(|| picture("image/svg+xml", include_bytes!("../../assets/icons/icon.svg")));

static FAVICON: LazyLock<Page> =
    LazyLock::new(|| picture("image/x-icon", include_bytes!("../../assets/icons/favicon.ico")));

static ICON_192: LazyLock<Page> =
    LazyLock::new(|| picture("image/png", include_bytes!("../../assets/icons/icon-192.png")));

static ICON_512: LazyLock<Page> =
    LazyLock::new(|| picture("image/png", include_bytes!("../../assets/icons/icon-512.png")));

static KIT_PICTURE: LazyLock<Page> =
    LazyLock::new(|| picture("image/png", include_bytes!("../../assets/pictures/kit.png")));

fn javascript(source: &str, cache: CachePolicy) -> Page {
    Page::new(Rendered { cache, ..Rendered::document("text/javascript; charset=utf-8", source) })
}

fn picture(media_type: &'static str, bytes: &[u8]) -> Page {
    Page::new(Rendered { cache: CachePolicy::ForADay, ..Rendered::document(media_type, bytes) })
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

/// A script. Its address carries its hash, so a browser asks for it once.
///
/// # Errors
/// A script of another program than this one.
pub fn script(incoming: &Incoming, script: Script) -> Sent {
    let (own, page) = match script.part {
        ScriptPart::App => (*SCRIPT_NAME, &APP),
        ScriptPart::Check => (*CHECK_SCRIPT_NAME, &CHECK),
        ScriptPart::Passkey => (*PASSKEY_SCRIPT_NAME, &PASSKEY),
    };
    if script == own { Ok(page.answer(incoming.http.headers())) } else { Err(Problem::NoSuchPage.into()) }
}

/// The worker.
pub fn worker(incoming: &Incoming) -> Sent {
    Ok(WORKER.answer(incoming.http.headers()))
}

/// The icon as a drawing.
pub fn icon_svg(incoming: &Incoming) -> Sent {
    Ok(ICON_SVG.answer(incoming.http.headers()))
}

/// The icon in two small sizes.
pub fn favicon(incoming: &Incoming) -> Sent {
    Ok(FAVICON.answer(incoming.http.headers()))
}

/// The icon, 192 pixels wide.
pub fn icon_192(incoming: &Incoming) -> Sent {
    Ok(ICON_192.answer(incoming.http.headers()))
}

/// The icon, 512 pixels wide.
pub fn icon_512(incoming: &Incoming) -> Sent {
    Ok(ICON_512.answer(incoming.http.headers()))
}

/// The pages of a kit, for the help.
pub fn kit_picture(incoming: &Incoming) -> Sent {
    Ok(KIT_PICTURE.answer(incoming.http.headers()))
}

/// The manifest (W3C Web Application Manifest) in the reader's language.
pub fn manifest(reader: &Anyone, view: &View) -> Reply {
    let lang = reader.lang();
    let icon = |of: Asset, size: u16| {
        json!({
            "src": of.to_string(), "sizes": format!("{size}x{size}"), "type": "image/png",
            "purpose": "any maskable",
        })
    };
    let start = Public::Start.to_string();
    let manifest = json!({
        "name": naming::name(view.union(), lang).text,
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
    let manifest = Rendered::document("application/manifest+json", manifest.to_string());
    Ok(Rendered { effort: Effort::None, ..manifest }.negotiated_by(reader.wish))
}
