//! Help for members, chairs and administrators. The words are in `help.ftl`, numbered without gaps.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::html::Passage;
use super::site::{LanguagePreference, Site};
use crate::domain::Lang;
use crate::domain::address::{Admin, Asset, Public};
use crate::phrases::say;

/// Most topics of one reader: the numbering ends long before.
const TOPICS_MAX: usize = 40;

/// Whom a part of the help is for, in the order of the page; the names stand in the keys of the phrases.
const READERS: [&str; 3] = ["member", "chair", "admin"];

struct Part {
    id: &'static str,
    title: String,
    /// What the picture above the topics shows, where there is one.
    picture: Option<String>,
    topics: Vec<Topic>,
}

struct Topic {
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage<'a> {
    chrome: Chrome<'a>,
    parts: Vec<Part>,
}

/// The complete page.
pub fn render(site: Site<'_>, wish: LanguagePreference) -> String {
    let page = wish.lang();
    let parts = READERS.map(|reader| Part {
        id: reader,
        title: say(page, &format!("help-for-{reader}")),
        picture: (reader == "chair").then(|| say(page, "help-picture-kit")),
        topics: topics(page, reader),
    });
    finish(&HelpPage {
        chrome: Chrome::new(site, wish, Passage::plain(say(page, "help-title")), Some(Public::Help.into()))
            .described(say(page, "start-help")),
        parts: parts.into_iter().filter(|part| !part.topics.is_empty()).collect(),
    })
}

/// The topics for a reader, until a number is missing.
fn topics(page: Lang, reader: &str) -> Vec<Topic> {
    let phrase = |number: usize, part: &str| {
        let key = format!("help-{reader}-{number}-{part}");
        Some(say(page, &key)).filter(|text| *text != key)
    };
    (1..=TOPICS_MAX)
        .map_while(|number| Some(Topic { title: phrase(number, "title")?, text: phrase(number, "text")? }))
        .collect()
}
