//! The page of what changed.

use super::samples::{agreement, as_of, body_kk, school, union};
use super::{LanguagePreference, ORIGIN, Site};
use crate::domain::Lang;
use crate::pages::compare::{CompareView, Outcome, render};
use crate::print::model::kit::PrintStatus;
use crate::text::body::{Block, Body, Span};
use crate::text::compare::compare;

/// The page of the agreement's two editions with these texts.
pub(super) fn page(lang: Lang, old: &Body, new: &Body) -> String {
    let (union, school, document) = (union(), school(), agreement());
    let comparison = compare(old, new);
    render(&CompareView {
        site: Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        wish: LanguagePreference::InPath(lang),
        document: &document,
        owner: &school,
        from: &document.versions[0],
        to: &document.versions[1],
        outcome: Outcome::Compared(&comparison),
        as_of: as_of(),
    })
}

/// A text with a change of every kind.
pub(super) fn changed(lang: Lang) -> String {
    let old = body_kk();
    let mut new = old.clone();
    new.blocks.reverse();
    new.blocks.push(paragraph("Қосылған абзац"));
    page(lang, &old, &new)
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { anchor: None, label: None, depth: 0, content: vec![Span::plain(words)] }
}

#[test]
fn a_long_run_of_unchanged_paragraphs_is_folded_between_its_ends() {
    let text = |changed: &str| {
        let words = (1..=9).map(|n| if n == 5 { changed.to_owned() } else { format!("{n}-абзац") });
        Body { blocks: words.map(|words| paragraph(&words)).collect(), ..Body::default() }
    };
    let html = page(Lang::Kk, &text("жиырма күн"), &text("отыз күн")).replace('\n', "");
    // Three and four paragraphs around the change, two of each in the open.
    let (before, after) = html.split_once("<del>").expect("a change");
    assert!(before.contains("<details><summary>Өзгермеген абзацтар: 2</summary><p>1-абзац</p>"), "{before}");
    assert!(before.contains("</details><p>3-абзац</p><p>4-абзац</p>"), "{before}");
    assert!(after.contains("<p>6-абзац</p><p>7-абзац</p><details>"), "{after}");
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "<script>alert(1)</script>";
    let body = |words: &str| Body { blocks: vec![paragraph(words), paragraph(hostile)], ..Body::default() };
    let html = page(Lang::Ru, &body("было"), &body(hostile));
    assert!(!html.contains("<script>"), "{html}");
    assert!(html.contains("&#60;script&#62;"));
}
