//! Every layout in which a kit is printed.

use tizilim::print;
use tizilim::print::LayoutError;
use tizilim::print::model::choice::Choice;
use tizilim::print::model::display_list::{Document, DrawnCode, Page};
use tizilim::print::model::geometry::Area;
use tizilim::print::model::kit::Kit;
use tizilim::print::pdf::Fonts;

/// Articles and points of the first document of a kit.
const ARTICLES: &str = "107CFK1-P5.2,107CFK1-A19";

/// Every layout: what it is called in the names of files, and the choices as they stand in an address.
pub const ALL: &[(&str, &[(&str, &str)])] = &[
    ("a4", &[]),
    ("a4-h", &[("level", "h")]),
    ("a4-en", &[("languages", "kk,ru,en")]),
    ("a4-banner", &[("look", "banner"), ("parts", "guide.poster.sheets")]),
    ("a4-gallery", &[("look", "gallery"), ("parts", "sheets")]),
    ("a4-bleed", &[("edge", "bleed"), ("look", "banner"), ("parts", "poster.sheets")]),
    ("a3", &[("paper", "a3"), ("parts", "poster")]),
    ("a3-bleed", &[("paper", "a3"), ("parts", "poster"), ("edge", "bleed"), ("look", "banner")]),
    ("a4x2", &[("paper", "a4x2"), ("parts", "poster")]),
    ("a5", &[("paper", "a5"), ("parts", "sheets")]),
    ("L7160", &[("parts", "stickers"), ("start", "20")]),
    ("L7165", &[("parts", "stickers"), ("stock", "L7165")]),
    ("70x37", &[("parts", "stickers"), ("stock", "70x37"), ("level", "h")]),
    ("105x74", &[("parts", "stickers"), ("stock", "105x74"), ("start", "8")]),
    ("acquaintance", &[("parts", "acquaintance")]),
    ("articles", &[("parts", "stickers"), ("stock", "L7165"), ("clauses", ARTICLES)]),
    ("articles-small", &[("parts", "stickers"), ("clauses", ARTICLES)]),
    ("ruler", &[("parts", "stickers.ruler"), ("right", "1.5"), ("down", "-2")]),
    ("a5-en", &[("paper", "a5"), ("parts", "sheets"), ("languages", "kk,ru,en"), ("look", "banner")]),
];

/// A kit in every layout. A host that is too long for a level has no kit at it.
pub fn of(kit: &Kit) -> impl Iterator<Item = (&'static str, Document)> {
    let fonts = Fonts::new();
    ALL.iter().filter_map(move |(name, pairs)| {
        let choice = Choice::read(pairs.iter().copied()).expect("choices that there are");
        let kit = Kit { choice, ..kit.clone() };
        match print::lay_out(&kit, &fonts) {
            Ok(document) => {
                assert!(!document.pages.is_empty(), "{name} has pages");
                Some((*name, document))
            }
            Err(LayoutError::HostTooLong { .. }) => None,
            Err(other) => panic!("{name}: {other:?}"),
        }
    })
}

/// Where a code and its quiet zone stand in the file, from the upper left corner of what is printed.
pub fn zone(page: &Page, code: &DrawnCode) -> Area {
    let zone = code.zone();
    Area {
        left_mm: zone.left_mm + page.slug_mm,
        top_mm: zone.top_mm + page.slug_mm,
        right_mm: zone.right_mm + page.slug_mm,
        bottom_mm: zone.bottom_mm + page.slug_mm,
    }
}
