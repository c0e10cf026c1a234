//! A text in Kazakh and Russian side by side; one above the other on a phone.

use askama::Template;

use super::body::{Ids, Part};
use super::chrome::{Chrome, finish};
use super::document_view::DocumentView;
use super::html::{Banner, Link, Passage, Tone};
use super::naming;
use crate::domain::Lang;
use crate::domain::address::{Href, View};
use crate::phrases::{say, say_with};
use crate::text::body::Body;
use crate::text::section::{Section, sections};

#[derive(Template)]
#[template(path = "both.html")]
struct BothPage<'a> {
    chrome: Chrome<'a>,
    title: Passage,
    place: Option<Passage>,
    banners: Vec<Banner>,
    rows: Vec<Row<'a>>,
    back: Link,
}

/// What has the same anchor in both languages, or stands in one alone.
struct Row<'a> {
    anchor: Option<&'a str>,
    kk: Option<Part<'a>>,
    ru: Option<Part<'a>>,
}

/// The complete page; `kk` and `ru` are the bodies of the version that is shown, where it has them.
pub fn render(view: &DocumentView<'_>, kk: Option<&Body>, ru: Option<&Body>) -> String {
    let page = view.wish.lang();
    let title = naming::title(view.document, view.owner, page);
    let heading =
        Passage { text: say_with(page, "both-title", &[("title", title.text.as_str().into())]), ..title };
    let rows = match (kk, ru) {
        (Some(kk), Some(ru)) => rows(kk, ru),
        _ => Vec::new(),
    };
    let mut banners = view.banners();
    if rows.is_empty() {
        banners.push(Banner::new(Tone::Notice, say(page, "both-missing")));
    }
    let text = view.text_at();
    finish(&BothPage {
        chrome: Chrome::new(
            view.site,
            view.wish,
            heading.clone(),
            text.viewed(View::Bilingual).map(Href::to),
        )
        .described(format!("{}. {}", heading.text, view.description()))
        .known_as(&view.canonical_of(View::Bilingual))
        .good_until(view.good_until()),
        title: heading,
        place: view.named_place(),
        banners,
        rows,
        back: Link::new(view.wish.link(text), say(page, "find-back")),
    })
}

/// The sections of both bodies in one order; those with the same anchor stand in one row.
fn rows<'a>(kk: &'a Body, ru: &'a Body) -> Vec<Row<'a>> {
    let (left, right) = (sections(kk), sections(ru));
    let mut rows = Vec::new();
    let mut next = 0;
    for section in &left {
        let same = right.iter().skip(next).position(|other| other.anchor == section.anchor);
        let matched = same.map(|offset| next + offset);
        if let Some(at) = matched {
            rows.extend(right[next..at].iter().map(|alone| row(None, Some(alone))));
            next = at + 1;
        }
        rows.push(row(Some(section), matched.map(|at| &right[at])));
    }
    rows.extend(right[next..].iter().map(|alone| row(None, Some(alone))));
    rows
}

fn row<'a>(kk: Option<&Section<'a>>, ru: Option<&Section<'a>>) -> Row<'a> {
    let part = |section: Option<&Section<'a>>, lang| {
        section.map(|section| Part::new(section.blocks, lang, Ids::Left))
    };
    Row {
        anchor: kk.or(ru).and_then(|section| section.anchor),
        kk: part(kk, Lang::Kk),
        ru: part(ru, Lang::Ru),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::body::{Block, Span};

    fn body(anchors: &[&str]) -> Body {
        let heading = |anchor: &&str| Block::Heading {
            level: 2,
            anchor: Some((*anchor).to_owned()),
            label: None,
            content: vec![Span::plain(*anchor)],
        };
        Body { blocks: anchors.iter().map(heading).collect(), ..Body::default() }
    }

    #[test]
    fn nothing_is_lost_where_one_language_has_more() {
        let kk = body(&["art-1", "art-2", "art-3"]);
        let ru = body(&["art-1", "art-1-1", "art-3", "art-4"]);
        let seen: Vec<_> = rows(&kk, &ru)
            .into_iter()
            .map(|row| (row.anchor.unwrap_or_default(), row.kk.is_some(), row.ru.is_some()))
            .collect();
        assert_eq!(
            seen,
            [
                ("art-1", true, true),
                ("art-2", true, false),
                ("art-1-1", false, true),
                ("art-3", true, true),
                ("art-4", false, true),
            ]
        );
    }
}
