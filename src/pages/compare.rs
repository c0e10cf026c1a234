//! What changed between two editions: a list of what happened, then only the articles to which it happened.

use askama::Template;

use super::change_marks::{Mark, marks};
use super::chrome::{Chrome, finish};
use super::compared_line::{LineView, title};
use super::edition_status;
use super::html::{Banner, Link, Passage, Tone};
use super::naming;
use super::site::{LanguagePreference, Site, in_language};
use crate::domain::address::{Href, Pair, Public};
use crate::domain::document::Document;
use crate::domain::edition_status::EditionStatus;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Lang};
use crate::phrases::{Argument, say, say_with};
use crate::text::compare::{Comparison, Fate, Kind, Line, LineChange, Place, Section};

/// Unchanged paragraphs that stand open before and after a changed one.
const CONTEXT_LINES: usize = 2;

/// What the comparison of two editions is made from.
#[derive(Debug, Clone)]
pub struct CompareView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language, in which the texts are compared.
    pub wish: LanguagePreference,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The edition that was asked for first.
    pub from: &'a Version,
    /// The edition that was asked for last.
    pub to: &'a Version,
    /// What the comparison found.
    pub outcome: Outcome<'a>,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// What came of a comparison.
#[derive(Debug, Clone)]
pub enum Outcome<'a> {
    /// The difference.
    Compared(&'a Comparison),
    /// Not both editions can be read in the wished language; in these languages they can.
    LanguageMissing(Vec<Lang>),
    /// The files of one of them were erased: 410.
    Erased,
}

/// The two editions from the earlier to the later one, however they were asked for.
pub fn in_order<'v>(one: &'v Version, other: &'v Version) -> (&'v Version, &'v Version) {
    if one.precedence() <= other.precedence() { (one, other) } else { (other, one) }
}

/// The complete page.
pub fn render(view: &CompareView<'_>) -> String {
    let page = view.wish.lang();
    let title = naming::title(view.document, view.owner, page);
    let (old, new) = in_order(view.from, view.to);
    let heading = Passage {
        text: say_with(page, "compare-of", &[("title", title.text.as_str().into())]),
        ..title.clone()
    };
    let (changes, passages) = match &view.outcome {
        Outcome::Compared(comparison) if old.id != new.id => {
            let sections = view.sections(comparison);
            (changes(&sections), passages(sections, page))
        }
        _ => (Vec::new(), Vec::new()),
    };
    finish(&ComparePage {
        present: Link { href: view.wish.link(Public::Code(view.document.code)), words: title },
        old: view.edition(old),
        new: view.edition(new),
        banners: view.banners(old, new),
        others: match &view.outcome {
            Outcome::LanguageMissing(langs) => view.other_languages(langs),
            _ => Vec::new(),
        },
        changes,
        passages,
        history: view.wish.link(Public::History(view.document.code)),
        chrome: Chrome::new(view.site, view.wish, heading, Some(view.at().into())).described(format!(
            "{} – {}",
            naming::edition(old, page),
            naming::edition(new, page)
        )),
    })
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    chrome: Chrome<'a>,
    present: Link,
    old: Link,
    new: Link,
    banners: Vec<Banner>,
    others: Vec<(Lang, Link)>,
    changes: Vec<Change>,
    passages: Vec<Part>,
    history: String,
}

/// A line of the short list.
struct Change {
    id: String,
    title: String,
    marks: Vec<Mark>,
}

/// A part of the comparison in reading order.
enum Part {
    Changed(SectionView),
    /// Sections to which nothing happened.
    Same {
        words: String,
        links: Vec<Link>,
    },
}

struct SectionView {
    id: String,
    title: String,
    marks: Vec<Mark>,
    was: Option<String>,
    unchanged: bool,
    href: Option<String>,
    rows: Vec<Row>,
}

/// Lines of a changed section.
enum Row {
    Open(LineView),
    /// A run of unchanged lines.
    Folded {
        words: String,
        lines: Vec<LineView>,
    },
}

impl CompareView<'_> {
    /// The address of the page.
    fn at(&self) -> Public {
        Public::Compare(self.document.code, Pair(self.from.ordinal, self.to.ordinal))
    }

    fn edition(&self, version: &Version) -> Link {
        let page = self.wish.lang();
        let href = self.wish.link(Public::Version(self.document.code, version.ordinal));
        Link { href, words: naming::dated_edition(version, page) }
    }

    /// What a reader must know of the two editions, and of what came of the comparison.
    fn banners(&self, old: &Version, new: &Version) -> Vec<Banner> {
        let page = self.wish.lang();
        let said = |tone, key: &str| Banner::new(tone, say(page, key));
        let mut banners: Vec<Banner> = Vec::new();
        for version in if old.id == new.id { vec![new] } else { vec![old, new] } {
            let status = EditionStatus::of(self.document, version, self.as_of);
            if matches!(
                status,
                EditionStatus::Withdrawn { .. }
                    | EditionStatus::Erased { .. }
                    | EditionStatus::Corrected { .. }
                    | EditionStatus::CorrectionWithdrawn { .. }
                    | EditionStatus::Scheduled { .. }
            ) {
                let banner = edition_status::banner(page, self.document, status);
                let edition = naming::edition(version, page);
                let arguments = [("edition", Argument::from(edition)), ("notice", banner.text.into())];
                banners.push(Banner::new(banner.tone, say_with(page, "compare-edition-notice", &arguments)));
            }
        }
        banners.extend(match &self.outcome {
            Outcome::Erased => Some(said(Tone::Warning, "compare-erased")),
            _ if old.id == new.id => Some(said(Tone::Notice, "compare-same-edition")),
            Outcome::LanguageMissing(langs) if langs.is_empty() => {
                Some(said(Tone::Notice, "compare-no-pair"))
            }
            Outcome::LanguageMissing(_) => Some(said(Tone::Notice, "compare-language-missing")),
            Outcome::Compared(comparison) if comparison.is_unchanged() => {
                Some(said(Tone::Good, "compare-nothing"))
            }
            Outcome::Compared(_) => None,
        });
        if old.id != self.from.id {
            banners.push(said(Tone::Notice, "compare-in-order"));
        }
        banners
    }

    fn other_languages(&self, langs: &[Lang]) -> Vec<(Lang, Link)> {
        let link =
            |lang: &Lang| (*lang, Link::new(in_language(self.at(), *lang), say(*lang, "language-own-name")));
        langs.iter().map(link).collect()
    }

    fn sections(&self, comparison: &Comparison) -> Vec<SectionView> {
        comparison.sections.iter().enumerate().map(|(index, section)| self.section(section, index)).collect()
    }

    fn section(&self, section: &Section, index: usize) -> SectionView {
        let page = self.wish.lang();
        let (_, new) = in_order(self.from, self.to);
        let anchored = |place: Option<&Place>| place.and_then(|place| place.anchor.clone());
        let anchor = anchored(section.after());
        let was = match (&section.fate, anchored(section.before())) {
            (Fate::Removed(_), Some(anchor)) => Some(format!("was-{anchor}")),
            _ => None,
        };
        let unchanged = section.is_unchanged();
        SectionView {
            id: anchor.clone().or(was).unwrap_or_else(|| format!("part-{index}")),
            title: title(section, section.place(), page),
            marks: marks(section, page),
            was: match &section.fate {
                Fate::Renumbered { old, .. } => {
                    let old = title(section, old, page);
                    Some(say_with(page, "compare-was", &[("title", old.into())]))
                }
                _ => None,
            },
            unchanged,
            href: anchor.map(|anchor| {
                let version = Href::to(Public::Version(self.document.code, new.ordinal));
                version.in_language(page).at(&anchor).to_string()
            }),
            rows: if unchanged { Vec::new() } else { rows(section, page) },
        }
    }
}

fn changes(sections: &[SectionView]) -> Vec<Change> {
    let changed = sections.iter().filter(|section| !section.unchanged);
    let change = |section: &SectionView| Change {
        id: section.id.clone(),
        title: section.title.clone(),
        marks: section.marks.clone(),
    };
    changed.map(change).collect()
}

/// Sections in reading order; runs of unchanged ones are one line.
fn passages(sections: Vec<SectionView>, page: Lang) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut same: Vec<Link> = Vec::new();
    let close = |same: &mut Vec<Link>, parts: &mut Vec<Part>| {
        if !same.is_empty() {
            let words = counted("compare-unchanged", same.len(), page);
            parts.push(Part::Same { words, links: std::mem::take(same) });
        }
    };
    for section in sections {
        match section.href {
            Some(href) if section.unchanged => same.push(Link::new(href, section.title)),
            _ if section.unchanged => {}
            _ => {
                close(&mut same, &mut parts);
                parts.push(Part::Changed(section));
            }
        }
    }
    close(&mut same, &mut parts);
    parts
}

/// The lines of a section. The heading stands above them, unless its words changed; long unchanged runs are folded.
fn rows(section: &Section, page: Lang) -> Vec<Row> {
    let is_same = |line: &&Line| line.change == LineChange::Same;
    let is_whole = |line: &Line| matches!(line.change, LineChange::Added | LineChange::Removed);
    let lines = match section.lines.split_first() {
        Some((heading, rest))
            if heading.kind == Kind::Heading && (is_same(&heading) || is_whole(heading)) =>
        {
            rest
        }
        _ => &section.lines[..],
    };
    let mut rows = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(is_same).count();
        let before = if at == 0 { 0 } else { CONTEXT_LINES };
        let after = if at + run == lines.len() { 0 } else { CONTEXT_LINES };
        let open = |lines: &[Line], rows: &mut Vec<Row>| {
            rows.extend(lines.iter().map(|line| Row::Open(LineView::new(line, page))));
        };
        // One line that is folded takes as much room as one that is not.
        if run > before + after + 1 {
            let folded = at + before..at + run - after;
            open(&lines[at..folded.start], &mut rows);
            let words = counted("compare-unchanged-lines", folded.len(), page);
            let folded_lines = lines[folded.clone()].iter().map(|line| LineView::new(line, page)).collect();
            rows.push(Row::Folded { words, lines: folded_lines });
            open(&lines[folded.end..at + run], &mut rows);
        } else {
            open(&lines[at..at + run], &mut rows);
        }
        at += run;
        let changed = lines[at..].iter().take_while(|line| !is_same(line)).count();
        open(&lines[at..at + changed], &mut rows);
        at += changed;
    }
    rows
}

fn counted(key: &str, count: usize, page: Lang) -> String {
    say_with(page, key, &[("count", Argument::from(i64::try_from(count).unwrap_or(i64::MAX)))])
}
