//! What is said of a document beside its code: its titles, its address, and words for who cannot see the code.

use super::canvas::{Block, BreakLines};
use super::kit::{Document, Kit};
use super::layout::{Font, Line, Measure, Measured, Style};
use super::qr::Symbol;
use super::sheet::Role;
use super::{LayoutError, symbol};
use crate::domain::{Code, Lang};
use crate::phrases::{say, say_with};

/// English stands under the two languages in this part of their size.
pub(super) const ENGLISH: f32 = 0.75;

/// A title in one language.
pub(super) struct Title {
    pub lang: Lang,
    pub text: String,
    /// The languages stand one under the other: the first is bold, so that the weight tells them apart.
    font: Font,
    measured: Measured,
}

impl Title {
    fn new(lang: Lang, text: String, font: Font, measure: &dyn Measure) -> Self {
        let measured = Measured::new(measure, &text, font);
        Self { lang, text, font, measured }
    }

    /// Its font where Kazakh and Russian have this size.
    pub fn style(&self, size_pt: f32) -> Style {
        let part = if self.lang == Lang::En && self.font == Font::Regular { ENGLISH } else { 1.0 };
        Style { font: self.font, size_pt: size_pt * part }
    }

    /// Its lines, where no word must be broken for them.
    pub fn lines(&self, size_pt: f32, width_mm: f32) -> Option<usize> {
        self.measured.lines(self.style(size_pt).size_pt, width_mm)
    }

    /// The title broken into lines.
    pub fn block(&self, size_pt: f32, width_mm: f32, breaks: BreakLines, measure: &dyn Measure) -> Block {
        Block::new(&self.text, self.style(size_pt), width_mm, breaks, measure)
            .in_lang(self.lang)
            .as_role(Role::Heading)
    }
}

/// One code and what stands beside it.
pub(super) struct Entry {
    /// The document, or the organization for the code of the whole shelf.
    pub name: Code,
    /// The code.
    pub symbol: Symbol,
    /// Titles, in the languages that there are.
    pub titles: Vec<Title>,
    /// The address as people read it.
    pub shown: String,
}

impl Entry {
    /// The shelf's own code.
    pub fn shelf(kit: &Kit, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let titles = kit.choice.languages.all().iter().map(|lang| (*lang, say(*lang, "stand-shelf")));
        Self::new(kit, None, titles.collect(), measure)
    }

    /// The code of a document.
    pub fn document(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Self, LayoutError> {
        Self::new(kit, Some(document.code), headings(kit, document), measure)
    }

    fn new(
        kit: &Kit,
        document: Option<Code>,
        titles: Vec<(Lang, String)>,
        measure: &dyn Measure,
    ) -> Result<Self, LayoutError> {
        let name = document.unwrap_or(kit.organization.code);
        let fonts = std::iter::once(Font::Bold).chain(std::iter::repeat(Font::Regular));
        let title = |((lang, text), font)| Title::new(lang, text, font, measure);
        Ok(Self {
            name,
            symbol: symbol(kit, document)?,
            titles: titles.into_iter().zip(fonts).map(title).collect(),
            shown: kit.base.shown(name),
        })
    }

    /// The address in the largest size in which it is one line, and below the last size in several. On a screen it is
    /// a link to what the code opens.
    pub fn address(&self, sizes_pt: &[f32], width_mm: f32, measure: &dyn Measure) -> Block {
        let styles = sizes_pt.iter().copied().map(Style::regular);
        let fitting = styles.clone().find(|style| measure.width_mm(&self.shown, *style) <= width_mm);
        let style = fitting.or_else(|| styles.last()).unwrap_or(Style::regular(7.0));
        Block::new(&self.shown, style, width_mm, wrap_address, measure).linked(self.symbol.payload().to_owned())
    }

    /// The code in words.
    pub fn alternative(&self) -> String {
        let (lang, title) = self.titles.first().map_or((Lang::Kk, ""), |title| (title.lang, &*title.text));
        say_with(lang, "label-code", &[("title", title.into())])
    }
}

/// The titles of a document in the chosen languages; only those that it has, and its kind where it has none.
fn headings(kit: &Kit, document: &Document) -> Vec<(Lang, String)> {
    let chosen = kit.choice.languages.all();
    let titled: Vec<Lang> = chosen.iter().copied().filter(|lang| document.titles.get(*lang).is_some()).collect();
    match (titled.as_slice(), document.titles.get(Lang::En)) {
        ([], Some(only)) => vec![(Lang::En, only.to_owned())],
        ([], None) => with_texts(chosen, |lang| document.heading(lang, &kit.organization)),
        _ => with_texts(&titled, |lang| document.heading(lang, &kit.organization)),
    }
}

fn with_texts(langs: &[Lang], text: impl Fn(Lang) -> String) -> Vec<(Lang, String)> {
    langs.iter().map(|lang| (*lang, text(*lang))).collect()
}

/// Breaks an address: after a slash, else after a dot or hyphen of the host, at worst anywhere. The code at its end
/// stays whole.
pub(super) fn wrap_address(measure: &dyn Measure, text: &str, style: Style, width_mm: f32) -> Vec<Line> {
    let fits = |text: &str| measure.width_mm(text, style) <= width_mm;
    if fits(text) {
        return vec![Line { text: text.to_owned(), width_mm: measure.width_mm(text, style) }];
    }
    let (host, code) = text.rsplit_once('/').map_or((text, ""), |(host, code)| (&text[..=host.len()], code));
    let pieces = host.split_inclusive(['/', '.', '-']).chain([code]).filter(|piece| !piece.is_empty());
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{piece}")) => line.push_str(piece),
            _ => lines.extend(super::layout::wrap(measure, piece, style, width_mm).into_iter().map(|line| line.text)),
        }
    }
    lines.into_iter().map(|text| Line { width_mm: measure.width_mm(&text, style), text }).collect()
}
