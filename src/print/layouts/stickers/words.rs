//! The words of a label.

use super::LEAST_PT;
use crate::domain::Lang;
use crate::domain::lang::Trilingual;
use crate::phrases::say;
use crate::print::model::choice::LANGUAGES;
use crate::print::model::geometry::Area;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::line_break::wrap;
use crate::print::typeset::titled_code::{Title, TitledCode};

/// Sizes of titles; the largest ones are for the large labels.
const TITLES_PT: [f32; 15] =
    [22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5, LEAST_PT];

/// Largest title, as a multiple of the small size.
const MOST: f32 = 2.2;

/// Sizes of the address, as parts of the small size; below the last it is broken into lines.
pub(super) const ADDRESS: [f32; 4] = [1.3, 1.15, 1.0, 0.9];

/// Between the parts.
const GAP_MM: f32 = 0.7;

/// What stands beside the titles and the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    Everything,
    WithoutName,
    WithoutEnglish,
    WithoutCall,
}

/// The words of a label, broken into lines.
pub(super) struct Words {
    /// Titles and the organization's names, from above.
    upper: Vec<Block>,
    /// The call and the address, from below.
    lower: Vec<Block>,
}

impl Words {
    /// How high they are with the least space between them.
    pub fn height_mm(&self) -> f32 {
        self.upper.iter().chain(&self.lower).map(|block| block.height_mm() + GAP_MM).sum::<f32>() - GAP_MM
    }

    /// Draws the words in their place: the titles at its head, the address at its foot.
    pub fn draw(&self, canvas: &mut Canvas<'_>, text: Area) {
        let mut y_mm = text.top_mm;
        for block in &self.upper {
            y_mm = canvas.block(block, text.left_mm, y_mm) + GAP_MM;
        }
        let mut y_mm = text.bottom_mm - self.lower_mm();
        for block in &self.lower {
            y_mm = canvas.block(block, text.left_mm, y_mm);
        }
    }

    /// What stays free between them in a place.
    pub fn free(&self, text: Area) -> Option<Area> {
        let upper_mm: f32 = self.upper.iter().map(|block| block.height_mm() + GAP_MM).sum();
        let free = Area {
            top_mm: text.top_mm + upper_mm,
            bottom_mm: text.bottom_mm - self.lower_mm() - GAP_MM,
            ..text
        };
        (free.top_mm < free.bottom_mm).then_some(free)
    }

    fn lower_mm(&self) -> f32 {
        self.lower.iter().map(Block::height_mm).sum()
    }
}

/// A label of which the sizes are looked for.
pub(super) struct Setting<'l> {
    entry: &'l TitledCode,
    width_mm: f32,
    height_mm: f32,
    small_pt: f32,
    address: Block,
    calls: Vec<Block>,
    names: Vec<Block>,
    measure: &'l dyn Measure,
}

impl<'l> Setting<'l> {
    /// A label with what it is of, its place for words, the size of what stands beside the titles and that of the address.
    pub fn new(
        of: &Trilingual,
        entry: &'l TitledCode,
        text: Area,
        (small_pt, address_pt): (f32, f32),
        measure: &'l dyn Measure,
    ) -> Self {
        let (width_mm, height_mm) = (text.right_mm - text.left_mm, text.bottom_mm - text.top_mm);
        let address = entry.address(&[address_pt], width_mm, measure);
        let small = |text: &str, lang: Lang| {
            Block::new(text, Style::regular(small_pt), width_mm, wrap, measure).in_lang(lang).tight()
        };
        let calls = LANGUAGES.map(|lang| small(&say(lang, "label-call"), lang));
        let mut names: Vec<(Lang, &str)> =
            LANGUAGES.iter().filter_map(|lang| Some((*lang, of.get(*lang)?))).collect();
        names.dedup_by(|one, other| one.1 == other.1);
        let names = names.into_iter().map(|(lang, name)| small(name, lang)).collect();
        Self { entry, width_mm, height_mm, small_pt, address, calls: calls.into(), names, measure }
    }

    fn titles(&self, extent: Extent) -> impl Iterator<Item = &'l Title> {
        let alone = self.entry.titles.len() == 1;
        let english = alone || extent < Extent::WithoutEnglish;
        self.entry.titles.iter().filter(move |title| english || title.lang != Lang::En)
    }

    /// What stands there beside the titles, in millimetres with the space before each part.
    fn others_mm(&self, extent: Extent) -> f32 {
        let names = self.names.iter().filter(|_| extent == Extent::Everything);
        let calls = self.calls.iter().filter(|_| extent < Extent::WithoutCall);
        let blocks_mm: f32 = names.chain(calls).map(|block| block.height_mm() + GAP_MM).sum();
        blocks_mm + self.address.height_mm() + GAP_MM
    }

    /// The largest size in which no word of a title is broken.
    pub fn size_pt(&self, extent: Extent) -> Option<f32> {
        let free_mm = self.height_mm - self.others_mm(extent);
        TITLES_PT.into_iter().filter(|size_pt| *size_pt <= MOST * self.small_pt).find(|size_pt| {
            let mut titles_mm = 0.0;
            for title in self.titles(extent) {
                let Some(lines) = title.lines(*size_pt, self.width_mm, self.measure) else { return false };
                titles_mm += title.height_mm(lines, *size_pt) + GAP_MM;
            }
            titles_mm <= free_mm
        })
    }

    /// The words with the titles in a size.
    pub fn words(&self, extent: Extent, size_pt: f32) -> Words {
        let titles =
            self.titles(extent).map(|title| title.block(size_pt, self.width_mm, self.measure).tight());
        let names = self.names.iter().filter(|_| extent == Extent::Everything).cloned();
        let calls = self.calls.iter().filter(|_| extent < Extent::WithoutCall).cloned();
        Words { upper: titles.chain(names).collect(), lower: calls.chain([self.address.clone()]).collect() }
    }
}
