//! The row at the top of a poster: the shelf's own code, and the call to read it, in words that are seen from afar.

use super::format::{Format, Span};
use crate::domain::Lang;
use crate::phrases::say;
use crate::stand::canvas::{Block, Canvas};
use crate::stand::entry::Entry;
use crate::stand::kit::LANGUAGES;
use crate::stand::layout::{Measure, Style, wrap};
use crate::stand::sheet::DrawnCode;

/// Least height of the capitals of the call: they are read from 3 m.
const CAPITAL_MM: f32 = 15.2;

/// Space above the capitals of a call, for accents, and below, for tails; as parts of their height.
const ABOVE: f32 = 0.12;
const BELOW: f32 = 0.34;

/// White above and below the words, together.
const BREATH_MM: f32 = 9.0;

/// Sizes of the address under the code.
const ADDRESS_PT: [f32; 4] = [11.0, 10.0, 9.0, 8.0];

/// Sizes of the title beside the code: the largest in which it is one line.
const TITLES_PT: [f32; 4] = [13.0, 12.0, 11.0, 10.0];

/// Between the title and its English form.
const TITLE_GAP_MM: f32 = 0.5;

/// The words of one language beside the code.
struct Words {
    lang: Lang,
    leaf: usize,
    span: Span,
    call: Block,
    title: Option<Block>,
}

/// The row.
pub(super) struct Shelf<'e> {
    entry: &'e Entry,
    /// Side of the code.
    pub side_mm: f32,
    words: [Words; 2],
    english: Option<Block>,
    capital_mm: f32,
    address: Block,
}

impl<'e> Shelf<'e> {
    pub fn set(entry: &'e Entry, side_mm: f32, format: &Format, measure: &dyn Measure) -> Self {
        let quiet_mm = entry.symbol.quiet_mm(side_mm);
        let beside = format.leaves[0].after(side_mm + quiet_mm + 2.0 * format.scale);
        let title = |lang: Lang, width_mm: f32| {
            let title = entry.titles.iter().find(|title| title.lang == lang)?;
            let sizes_pt = TITLES_PT.map(|size_pt| size_pt * format.scale);
            let one_line = |size_pt: &f32| title.lines(*size_pt, width_mm, measure) == Some(1);
            let size_pt = sizes_pt.into_iter().find(one_line).unwrap_or(sizes_pt[sizes_pt.len() - 1]);
            Some(title.block(size_pt, width_mm, measure))
        };
        let places = match format.leaves {
            // One word below the other; the titles beside each other.
            [_] => [(0, beside, beside.column(0, 2, 4.0)), (0, beside, beside.column(1, 2, 4.0))],
            leaves => [(0, beside, beside), (1, leaves[1], leaves[1])],
        };
        let english = title(Lang::En, beside.width_mm());
        let titles = [0, 1].map(|i| title(LANGUAGES[i], places[i].2.width_mm()));
        let titles_mm = titles_mm(&titles, english.as_ref());
        let rows = if format.leaves.len() == 1 { 2.0 } else { 1.0 };
        // As high as the words find room beside the code.
        let free_mm = (entry.symbol.zone_mm(side_mm) - titles_mm - BREATH_MM) / rows / (1.0 + ABOVE + BELOW);
        let fonts = [Style::bold(10.0), Style::regular(10.0)];
        let texts = LANGUAGES.map(|lang| say(lang, "stand-call-word"));
        let capital_mm = (0..2).fold(free_mm, |least_mm, i| {
            let width_mm = measure.width_mm(&texts[i], fonts[i]);
            least_mm.min((places[i].1.width_mm() - 0.1) / width_mm * measure.capital_mm(fonts[i]))
        });
        let capital_mm = capital_mm.max(CAPITAL_MM);
        let mut titles = titles.into_iter();
        let words = std::array::from_fn(|i| {
            let size_pt = 10.0 * capital_mm / measure.capital_mm(fonts[i]);
            let (leaf, wide, span) = places[i];
            let call = Block::new(&texts[i], Style { size_pt, ..fonts[i] }, wide.width_mm(), wrap, measure);
            let title = titles.next().flatten();
            Words { lang: LANGUAGES[i], leaf, span, call: call.in_lang(LANGUAGES[i]), title }
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
        let rows = if self.words[0].leaf == self.words[1].leaf { 2.0 } else { 1.0 };
        rows * self.capital_mm * (1.0 + ABOVE + BELOW) + self.titles_mm()
    }

    fn code_mm(&self) -> f32 {
        self.entry.symbol.zone_mm(self.side_mm) + self.address.height_mm()
    }

    /// How high the row is.
    pub fn height_mm(&self) -> f32 {
        self.code_mm().max(self.words_mm())
    }

    /// Draws it below `top_mm`.
    pub fn draw(&self, leaves: &mut [Canvas<'_>], format: &Format, top_mm: f32) {
        let left_mm = format.leaves[0].left_mm;
        let quiet_mm = self.entry.symbol.quiet_mm(self.side_mm);
        let corner = (left_mm, top_mm + quiet_mm);
        let code = DrawnCode::new(self.entry.name, &self.entry.symbol, corner, self.side_mm);
        leaves[0].code(code.described(self.entry.alternative()));
        leaves[0].block(&self.address, left_mm, top_mm + self.entry.symbol.zone_mm(self.side_mm));
        let mut y_mm = top_mm + (self.height_mm() - self.words_mm()) / 2.0;
        let row_mm = self.capital_mm * (1.0 + ABOVE + BELOW);
        let together = self.words[0].leaf == self.words[1].leaf;
        for words in &self.words {
            let text = words.call.lines.first().map_or("", |line| &*line.text);
            let x_mm = if together { self.words[0].span.left_mm } else { words.span.left_mm };
            let baseline_mm = y_mm + self.capital_mm * (1.0 + ABOVE);
            leaves[words.leaf].text(text, words.lang, words.call.style, (x_mm, baseline_mm));
            if together {
                y_mm += row_mm;
            }
        }
        if !together {
            y_mm += row_mm;
        }
        let mut ends_mm = y_mm;
        for words in &self.words {
            if let Some(title) = &words.title {
                ends_mm = leaves[words.leaf].block(title, words.span.left_mm, y_mm).max(ends_mm);
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
