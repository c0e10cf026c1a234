//! The row at the top of a poster: the shelf's own code, and the call to read it, in words that are seen from afar.

use super::format::PosterFormat;
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::choice::LANGUAGES;
use crate::print::model::display_list::DrawnCode;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::grid::Span;
use crate::print::typeset::line_break::wrap;
use crate::print::typeset::titled_code::TitledCode;

/// Least height of the capitals of the call: they are read from 3 m.
const CAPITAL_MM: f32 = 15.2;

/// Space above the capitals of a call, for accents, and below, for tails; as parts of their height.
const ABOVE: f32 = 0.12;
const BELOW: f32 = 0.34;

/// White between the words and the line of the address, where they are higher than the code.
const AIR_MM: f32 = 2.0;

/// Sizes of the address under the code.
const ADDRESS_PT: [f32; 4] = [11.0, 10.0, 9.0, 8.0];

/// Sizes of the title beside the code: the largest in which it is one line.
const TITLES_PT: [f32; 4] = [13.0, 12.0, 11.0, 10.0];

/// Between the title and its English form.
const TITLE_GAP_MM: f32 = 0.5;

/// The words of one language beside the code.
struct Words {
    lang: Lang,
    /// Where the call stands.
    wide: Span,
    /// Where the title stands.
    span: Span,
    call: Block,
    title: Option<Block>,
}

/// The row. Where the poster has two leaves, each has the code, with the words of its language.
pub(super) struct Shelf<'e> {
    entry: &'e TitledCode,
    /// Side of the code.
    pub side_mm: f32,
    words: [Words; 2],
    english: Option<Block>,
    capital_mm: f32,
    address: Block,
}

impl<'e> Shelf<'e> {
    pub fn set(entry: &'e TitledCode, side_mm: f32, format: &PosterFormat, measure: &dyn Measure) -> Self {
        let quiet_mm = entry.symbol.quiet_mm(side_mm);
        let beside = |leaf: usize| format.leaves[leaf].after(side_mm + quiet_mm + 2.0 * format.scale);
        let places = match format.leaves {
            // One word below the other; the titles beside each other.
            [_] => [0, 1].map(|number| (beside(0), beside(0).column(number, 2, 4.0))),
            _ => [0, 1].map(|leaf| (beside(leaf), beside(leaf))),
        };
        let find = |lang: Lang| entry.titles.iter().find(|title| title.lang == lang);
        let sizes_pt = TITLES_PT.map(|size_pt| size_pt * format.scale);
        // One size for both languages.
        let sides = [0, 1].map(|i| (find(LANGUAGES[i]), places[i].1.width_mm()));
        let one_line = |size_pt: &f32| {
            let mut titles = sides.iter().filter_map(|(title, width_mm)| Some((title.as_ref()?, width_mm)));
            titles.all(|(title, width_mm)| title.lines(*size_pt, *width_mm, measure) == Some(1))
        };
        let title_pt = sizes_pt.into_iter().find(one_line).unwrap_or(sizes_pt[sizes_pt.len() - 1]);
        let titles =
            sides.map(|(title, width_mm)| title.map(|title| title.block(title_pt, width_mm, measure)));
        let english = find(Lang::En).map(|title| title.block(title_pt, beside(0).width_mm(), measure));
        let titles_mm = titles_mm(&titles, english.as_ref());
        let rows = if format.leaves.len() == 1 { 2.0 } else { 1.0 };
        // As high as the words find room beside the code.
        let free_mm = (side_mm - titles_mm) / rows / (1.0 + ABOVE + BELOW);
        let font = Style::regular(10.0);
        let texts = LANGUAGES.map(|lang| say(lang, "stand-call-word"));
        let capital_mm = (0..2).fold(free_mm, |least_mm, i| {
            let width_mm = measure.width_mm(&texts[i], font);
            least_mm.min((places[i].0.width_mm() - 0.1) / width_mm * measure.capital_mm(font))
        });
        let capital_mm = capital_mm.max(CAPITAL_MM);
        let mut titles = titles.into_iter();
        let words = std::array::from_fn(|i| {
            let size_pt = 10.0 * capital_mm / measure.capital_mm(font);
            let (wide, span) = places[i];
            let call = Block::new(&texts[i], Style { size_pt, ..font }, wide.width_mm(), wrap, measure);
            let title = titles.next().flatten();
            Words { lang: LANGUAGES[i], wide, span, call: call.in_lang(LANGUAGES[i]), title }
        });
        let sizes_pt = ADDRESS_PT.map(|size_pt| size_pt * format.scale);
        let address = entry.address(&sizes_pt, side_mm + quiet_mm, measure);
        Self { entry, side_mm, words, english, capital_mm, address }
    }

    /// Whether each word of the call is one line.
    pub fn is_roomy(&self) -> bool {
        self.words.iter().all(|words| words.call.lines.len() == 1)
    }

    fn titles_mm(&self) -> f32 {
        let title = |i: usize| self.words[i].title.as_ref().map_or(0.0, Block::height_mm);
        title(0).max(title(1)) + self.english.as_ref().map_or(0.0, |block| block.height_mm() + TITLE_GAP_MM)
    }

    fn words_mm(&self) -> f32 {
        let rows = if self.is_together() { 2.0 } else { 1.0 };
        rows * self.capital_mm * (1.0 + ABOVE + BELOW) + self.titles_mm()
    }

    /// Whether both words stand beside one code.
    fn is_together(&self) -> bool {
        self.words[0].span.leaf == self.words[1].span.leaf
    }

    /// Where the words begin: in the middle beside the code, or so high that they end with it.
    fn words_top_mm(&self) -> f32 {
        let quiet_mm = self.entry.symbol.quiet_mm(self.side_mm);
        let left_mm = self.side_mm - self.words_mm();
        (quiet_mm + if left_mm > 0.0 { left_mm / 2.0 } else { left_mm }).max(0.0)
    }

    /// Where the address begins: below the quiet zone and below the words.
    fn address_top_mm(&self) -> f32 {
        let words_mm = self.words_top_mm() + self.words_mm();
        self.entry.symbol.zone_mm(self.side_mm).max(words_mm + AIR_MM)
    }

    /// How high the row is.
    pub fn height_mm(&self) -> f32 {
        self.address_top_mm() + self.address.height_mm()
    }

    /// Draws it below `top_mm`.
    pub fn draw(&self, leaves: &mut [Canvas<'_>], format: &PosterFormat, top_mm: f32) {
        let quiet_mm = self.entry.symbol.quiet_mm(self.side_mm);
        for (canvas, span) in leaves.iter_mut().zip(format.leaves) {
            let corner = (span.left_mm, top_mm + quiet_mm);
            let code = DrawnCode::new(self.entry.name, &self.entry.symbol, corner, self.side_mm);
            canvas.code(code.described(self.entry.alternative()));
            canvas.block(&self.address, span.left_mm, top_mm + self.address_top_mm());
        }
        let mut y_mm = top_mm + self.words_top_mm();
        let row_mm = self.capital_mm * (1.0 + ABOVE + BELOW);
        for words in &self.words {
            let text = words.call.lines.first().map_or("", |line| &*line.text);
            let baseline_mm = y_mm + self.capital_mm * (1.0 + ABOVE);
            leaves[words.span.leaf].text(
                text,
                words.lang,
                words.call.style,
                (words.wide.left_mm, baseline_mm),
            );
            if self.is_together() {
                y_mm += row_mm;
            }
        }
        if !self.is_together() {
            y_mm += row_mm;
        }
        let mut ends_mm = y_mm;
        for words in &self.words {
            if let Some(title) = &words.title {
                ends_mm = leaves[words.span.leaf].block(title, words.span.left_mm, y_mm).max(ends_mm);
            }
        }
        if let Some(english) = &self.english {
            leaves[0].block(english, self.words[0].span.left_mm, ends_mm + TITLE_GAP_MM);
        }
    }
}

fn titles_mm(titles: &[Option<Block>; 2], english: Option<&Block>) -> f32 {
    let both_mm = titles.iter().flatten().map(Block::height_mm).fold(0.0, f32::max);
    both_mm + english.map_or(0.0, |block| block.height_mm() + TITLE_GAP_MM)
}
