//! What is said in the languages of a kit: Kazakh and Russian side by side in one size, English smaller below, and one
//! language alone where there is only one.

use super::canvas::{Block, Canvas};
use super::grid::{Columns, Span};
use super::line_break::Words;
use crate::domain::Lang;
use crate::phrases::{say, say_with};
use crate::print::model::choice::LANGUAGES;
use crate::print::model::display_list::{Ink, Role};
use crate::print::model::geometry::count_f32;
use crate::print::model::kit::{Document, Kit};
use crate::print::model::style::{Font, Measure, Style};

/// Size of the English text, as a part of the others' size.
pub const ENGLISH: f32 = 0.75;

/// Least size of the English text.
const ENGLISH_MIN_PT: f32 = 6.5;

/// Space above the English text.
pub const ENGLISH_GAP_MM: f32 = 1.0;

/// A text in the languages of a kit, measured in one font.
pub struct Wording {
    /// Side by side, or the only one.
    sides: Vec<(Lang, Words)>,
    /// Whether both sides are the same: within sight of each other they are said once.
    alike: bool,
    /// Below.
    english: Option<Words>,
    font: Font,
}

/// A wording broken into lines, with a place for each of its blocks.
#[derive(Clone)]
pub struct Spread {
    blocks: Vec<(Block, Span)>,
    english: Option<(Block, Span)>,
}

impl Wording {
    /// A text that there is in every language.
    pub fn of(kit: &Kit, font: Font, measure: &dyn Measure, text: impl Fn(Lang) -> String) -> Self {
        let sides = LANGUAGES.map(|lang| (lang, Words::new(&text(lang), font, measure)));
        let asked = kit.choice.languages.all().contains(&Lang::En);
        let english = asked.then(|| Words::new(&text(Lang::En), font, measure));
        Self { sides: sides.into(), alike: false, english, font }
    }

    /// A phrase.
    pub fn phrase(kit: &Kit, key: &str, font: Font, measure: &dyn Measure) -> Self {
        Self::of(kit, font, measure, |lang| say(lang, key))
    }

    /// A text that may be missing in some languages, but not in all.
    fn partial(
        kit: &Kit,
        font: Font,
        measure: &dyn Measure,
        text: impl Fn(Lang) -> Option<String>,
    ) -> Option<Self> {
        let words = |lang| text(lang).map(|text| (lang, text));
        let mut sides: Vec<(Lang, String)> = LANGUAGES.into_iter().filter_map(words).collect();
        let alike = sides.windows(2).any(|sides| sides[0].1 == sides[1].1);
        let mut english = words(Lang::En);
        if sides.is_empty() {
            sides.extend(english.take());
        }
        if sides.is_empty() {
            return None;
        }
        let asked = kit.choice.languages.all().contains(&Lang::En);
        let measured = |text: &str| Words::new(text, font, measure);
        Some(Self {
            sides: sides.iter().map(|(lang, text)| (*lang, measured(text))).collect(),
            alike,
            english: english.filter(|_| asked).map(|(_, text)| measured(&text)),
            font,
        })
    }

    /// The organization's names.
    pub fn names(kit: &Kit, font: Font, measure: &dyn Measure) -> Self {
        let names = &kit.organization.names;
        Self::partial(kit, font, measure, |lang| names.get(lang).map(str::to_owned))
            .unwrap_or_else(|| Self::of(kit, font, measure, |_| kit.organization.code.grouped()))
    }

    /// The titles of a document; its kind where it has none.
    pub fn titles(kit: &Kit, document: &Document, font: Font, measure: &dyn Measure) -> Self {
        let heading = |lang| document.heading(lang, &kit.organization);
        Self::partial(kit, font, measure, |lang| document.titles.get(lang).map(|_| heading(lang)))
            .unwrap_or_else(|| Self::of(kit, font, measure, heading))
    }

    /// Whom a document concerns, where that is said.
    pub fn concerns(kit: &Kit, document: &Document, measure: &dyn Measure) -> Option<Self> {
        Self::partial(kit, Font::Regular, measure, |lang| {
            let whom = document.concerns.get(lang)?;
            Some(say_with(lang, "stand-concerns", &[("whom", whom.into())]))
        })
    }

    /// In how many languages it is said.
    pub fn languages(&self) -> usize {
        self.said_once().len() + usize::from(self.english.is_some())
    }

    /// Letters of its longer side.
    pub fn letters(&self) -> usize {
        self.sides.iter().map(|(_, words)| words.letters()).max().unwrap_or_default()
    }

    /// The largest size at which every word of its sides fits into a line of this width.
    pub fn whole_pt(&self, width_mm: f32) -> f32 {
        self.sides.iter().map(|(_, words)| words.whole_pt(width_mm)).fold(f32::INFINITY, f32::min)
    }

    /// Lines of its sides one under the other.
    pub fn lines(&self, size_pt: f32, span: Span, measure: &dyn Measure) -> usize {
        self.said_once().iter().map(|(_, words)| words.count(size_pt, span.width_mm(), measure)).sum()
    }

    /// Whether every word fits into its line at a size.
    pub fn stays_whole(&self, size_pt: f32, columns: &Columns) -> bool {
        self.spans(columns).all(|(words, span)| words.stay_whole(size_pt, span.width_mm()))
    }

    /// Its height at a size, without breaking it for good; `leading` as a part of the ordinary one.
    pub fn height_mm(&self, size_pt: f32, columns: &Columns, measure: &dyn Measure, leading: f32) -> f32 {
        let height_mm = |words: &Words, span: Span, size_pt: f32| {
            let style = Style { font: self.font, size_pt };
            count_f32(words.count(size_pt, span.width_mm(), measure)) * style.leading_mm() * leading
        };
        let sides_mm =
            self.spans(columns).map(|(words, span)| height_mm(words, span, size_pt)).fold(0.0, f32::max);
        let english_mm = self
            .english
            .as_ref()
            .map_or(0.0, |words| ENGLISH_GAP_MM + height_mm(words, columns.whole, english_pt(size_pt)));
        sides_mm + english_mm
    }

    /// The text broken into even lines at a size.
    pub fn set(&self, size_pt: f32, columns: &Columns, measure: &dyn Measure) -> Spread {
        let block = |lang: Lang, words: &Words, span: Span, size_pt: f32| {
            let lines = words.even_lines(size_pt, span.width_mm(), measure);
            (Block::of_lines(lines, Style { font: self.font, size_pt }).in_lang(lang), span)
        };
        let sides = self.sides.iter().zip(self.spans(columns));
        Spread {
            blocks: sides.map(|((lang, _), (words, span))| block(*lang, words, span, size_pt)).collect(),
            english: self
                .english
                .as_ref()
                .map(|words| block(Lang::En, words, columns.whole, english_pt(size_pt))),
        }
    }

    /// The height of all languages one under the other in one column, without breaking them for good.
    pub fn stacked_mm(&self, size_pt: f32, span: Span, measure: &dyn Measure) -> f32 {
        let height_mm = |words: &Words, size_pt: f32| {
            let style = Style { font: self.font, size_pt };
            count_f32(words.count(size_pt, span.width_mm(), measure)) * style.leading_mm()
        };
        let sides = self.said_once().iter().map(|(_, words)| height_mm(words, size_pt));
        sides.chain(self.english.iter().map(|words| height_mm(words, english_pt(size_pt)))).sum()
    }

    /// One under the other in one column, in even lines, English last.
    pub fn stacked(&self, size_pt: f32, span: Span, measure: &dyn Measure) -> Vec<Block> {
        let block = |lang: Lang, words: &Words, size_pt: f32| {
            let lines = words.even_lines(size_pt, span.width_mm(), measure);
            Block::of_lines(lines, Style { font: self.font, size_pt }).in_lang(lang)
        };
        let sides = self.said_once().iter().map(|(lang, words)| block(*lang, words, size_pt));
        sides.chain(self.english.iter().map(|words| block(Lang::En, words, english_pt(size_pt)))).collect()
    }

    /// The sides, one of them where both are the same.
    fn said_once(&self) -> &[(Lang, Words)] {
        &self.sides[..if self.alike { 1 } else { self.sides.len() }]
    }

    fn spans(&self, columns: &Columns) -> impl Iterator<Item = (&Words, Span)> {
        let sides = if columns.are_together() { self.said_once() } else { &self.sides };
        let spans = if sides.len() == 1 { [columns.whole; 2] } else { columns.both() };
        sides.iter().map(|(_, words)| words).zip(spans)
    }
}

fn english_pt(size_pt: f32) -> f32 {
    (size_pt * ENGLISH).max(ENGLISH_MIN_PT).min(size_pt)
}

impl Spread {
    fn each(mut self, change: impl Fn(Block) -> Block) -> Self {
        self.blocks = self.blocks.into_iter().map(|(block, span)| (change(block), span)).collect();
        self.english = self.english.map(|(block, span)| (change(block), span));
        self
    }

    /// The text as something else than body text.
    pub fn with_role(self, role: Role) -> Self {
        self.each(|block| block.with_role(role))
    }

    /// The text in another colour than black.
    pub fn inked(self, ink: Ink) -> Self {
        self.each(|block| block.inked(ink))
    }

    /// The text with its lines nearer to each other.
    pub fn tight(self) -> Self {
        self.each(Block::tight)
    }

    /// The text with another English form than its own, or none.
    pub fn with_english(self, english: Option<(Block, Span)>) -> Self {
        Self { english, ..self }
    }

    /// Whether a word of Kazakh or Russian is broken.
    pub fn breaks_a_word(&self) -> bool {
        self.blocks.iter().any(|(block, _)| block.breaks_a_word())
    }

    /// Its height.
    pub fn height_mm(&self) -> f32 {
        let english_mm = self.english.as_ref().map_or(0.0, |(block, _)| ENGLISH_GAP_MM + block.height_mm());
        self.sides_mm() + english_mm
    }

    /// Height of Kazakh and Russian.
    pub fn sides_mm(&self) -> f32 {
        self.blocks.iter().map(|(block, _)| block.height_mm()).fold(0.0, f32::max)
    }

    /// Its blocks with their place, and how far below its beginning they begin.
    pub fn placed(&self) -> impl Iterator<Item = (Span, f32, &Block)> {
        let english_mm = self.sides_mm() + ENGLISH_GAP_MM;
        let sides = self.blocks.iter().map(|(block, span)| (*span, 0.0, block));
        sides.chain(self.english.iter().map(move |(block, span)| (*span, english_mm, block)))
    }

    /// Draws it on a page below `top_mm`. Gives back where it ends.
    pub fn draw(&self, canvas: &mut Canvas<'_>, top_mm: f32) -> f32 {
        self.draw_on(std::slice::from_mut(canvas), top_mm)
    }

    /// Draws it on the leaves of a sheet below `top_mm`. Gives back where it ends.
    pub fn draw_on(&self, leaves: &mut [Canvas<'_>], top_mm: f32) -> f32 {
        for (span, below_mm, block) in self.placed() {
            leaves[span.leaf].block(block, span.left_mm, top_mm + below_mm);
        }
        top_mm + self.height_mm()
    }
}
