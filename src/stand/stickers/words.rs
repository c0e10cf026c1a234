//! The words of a label.

use super::{LEAST_PT, small_pt};
use crate::domain::Lang;
use crate::phrases::say;
use crate::stand::canvas::{Block, Canvas};
use crate::stand::entry::{Entry, Title};
use crate::stand::kit::{Kit, LANGUAGES};
use crate::stand::layout::{Measure, Style, wrap};
use crate::stand::sheet::Area;

/// Sizes of titles; the largest ones are for the large labels.
const TITLES_PT: [f32; 15] =
    [22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5, 6.0];

/// Sizes in which words may be broken, where a title has no place otherwise.
const LAST_PT: [f32; 6] = [6.0, 5.5, 5.0, 4.7, 4.4, LEAST_PT];

/// Sizes of the address, as parts of the small size; below the last it is broken into lines.
const ADDRESS: [f32; 4] = [1.3, 1.15, 1.0, 0.9];

/// A title that is smaller than this is worth more than what stands beside it.
const WORTH_PT: f32 = 7.5;

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

const EXTENTS: [Extent; 4] =
    [Extent::Everything, Extent::WithoutName, Extent::WithoutEnglish, Extent::WithoutCall];

/// The words of a label, broken into lines.
pub(super) struct Words {
    /// Titles and the organization's names, from above.
    upper: Vec<Block>,
    /// The call and the address, from below.
    lower: Vec<Block>,
}

/// The largest size of the titles with so much beside them.
pub(super) fn size_pt(
    kit: &Kit,
    entry: &Entry,
    (text, extent): (Area, Extent),
    measure: &dyn Measure,
) -> Option<f32> {
    Label::new(kit, entry, text, measure).size_pt(extent)
}

impl Words {
    /// The words as large as they fit but no larger than `most_pt`, with no more beside the titles than `extent`; none
    /// where they do not fit.
    pub fn set(
        kit: &Kit,
        entry: &Entry,
        (text, extent, most_pt): (Area, Extent, f32),
        measure: &dyn Measure,
    ) -> Option<Self> {
        let label = Label::new(kit, entry, text, measure);
        let sizes = EXTENTS.iter().filter(|other| **other >= extent);
        let sizes = sizes.filter_map(|extent| Some((*extent, label.size_pt(*extent)?.min(most_pt))));
        let sizes: Vec<(Extent, f32)> = sizes.collect();
        let worth = sizes.iter().find(|(_, size_pt)| *size_pt >= WORTH_PT);
        if let Some((extent, size_pt)) = worth.or_else(|| sizes.last()) {
            return Some(label.words(*extent, *size_pt));
        }
        let mut last = LAST_PT.iter().map(|size_pt| label.words(Extent::WithoutCall, *size_pt));
        last.find(|words| words.height_mm() <= label.height_mm)
    }

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
        let lower_mm: f32 = self.lower.iter().map(Block::height_mm).sum();
        let mut y_mm = text.bottom_mm - lower_mm;
        for block in &self.lower {
            y_mm = canvas.block(block, text.left_mm, y_mm);
        }
    }
}

/// A label of which the sizes are looked for.
struct Label<'l> {
    kit: &'l Kit,
    entry: &'l Entry,
    width_mm: f32,
    height_mm: f32,
    address: Block,
    calls: Vec<Block>,
    names: Vec<Block>,
    measure: &'l dyn Measure,
}

impl<'l> Label<'l> {
    fn new(kit: &'l Kit, entry: &'l Entry, text: Area, measure: &'l dyn Measure) -> Self {
        let (width_mm, height_mm) = (text.right_mm - text.left_mm, text.bottom_mm - text.top_mm);
        let small_pt = small_pt(kit.choice.stock);
        let address = entry.address(&ADDRESS.map(|part| part * small_pt), width_mm, measure);
        let small = |text: &str, lang: Lang| {
            Block::new(text, Style::regular(small_pt), width_mm, wrap, measure).in_lang(lang).tight()
        };
        let calls = LANGUAGES.map(|lang| small(&say(lang, "label-call"), lang));
        let mut names: Vec<(Lang, &str)> =
            LANGUAGES.iter().filter_map(|lang| Some((*lang, kit.organization.names.get(*lang)?))).collect();
        names.dedup_by(|one, other| one.1 == other.1);
        let names = names.into_iter().map(|(lang, name)| small(name, lang)).collect();
        Self { kit, entry, width_mm, height_mm, address, calls: calls.into(), names, measure }
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
    fn size_pt(&self, extent: Extent) -> Option<f32> {
        let free_mm = self.height_mm - self.others_mm(extent);
        let most_pt = 2.2 * small_pt(self.kit.choice.stock);
        TITLES_PT.into_iter().filter(|size_pt| *size_pt <= most_pt).find(|size_pt| {
            let mut titles_mm = 0.0;
            for title in self.titles(extent) {
                let Some(lines) = title.lines(*size_pt, self.width_mm, self.measure) else { return false };
                titles_mm += title.height_mm(lines, *size_pt) + GAP_MM;
            }
            titles_mm <= free_mm
        })
    }

    fn words(&self, extent: Extent, size_pt: f32) -> Words {
        let titles =
            self.titles(extent).map(|title| title.block(size_pt, self.width_mm, self.measure).tight());
        let names = self.names.iter().filter(|_| extent == Extent::Everything).cloned();
        let calls = self.calls.iter().filter(|_| extent < Extent::WithoutCall).cloned();
        Words { upper: titles.chain(names).collect(), lower: calls.chain([self.address.clone()]).collect() }
    }
}
