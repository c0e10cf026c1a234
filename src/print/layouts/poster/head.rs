//! The head of a poster: whose stand it is, in lines or on a band of the union's colour.

use super::format::{CUT_MM, PosterFormat, SEAM_MM, Span};
use crate::domain::Lang;
use crate::print::model::choice::{Edge, LANGUAGES, Languages, Look};
use crate::print::model::display_list::{Ink, Role};
use crate::print::model::geometry::{Area, BLEED_MM, EDGE_MM};
use crate::print::model::kit::Kit;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas, HEAVY_MM};
use crate::print::typeset::line_break::wrap_evenly;

/// Sizes of the names on the first page. The last ones are for names of more than 100 characters.
const NAMES_PT: [f32; 8] = [24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0];

/// Sizes of the names on the pages after it.
const NAMES_AGAIN_PT: [f32; 3] = [13.0, 12.0, 11.0];

/// White between the edge of the band and its text.
const PADDING_MM: f32 = 3.6;

/// Between the emblem and the names.
const EMBLEM_GAP_MM: f32 = 5.0;

/// Between the names and their English form.
const ENGLISH_GAP_MM: f32 = 1.0;

/// Between the names and the line under them.
const ABOVE_LINE_MM: f32 = 3.0;

/// Below the line or the band: the codes there have a white zone of their own.
const BELOW_MM: f32 = 0.8;

/// Which page of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagePosition {
    First,
    Following,
}

impl PagePosition {
    const fn sizes_pt(self) -> &'static [f32] {
        match self {
            Self::First => &NAMES_PT,
            Self::Following => &NAMES_AGAIN_PT,
        }
    }

    /// How high the names and the emblem may be.
    const fn most_mm(self) -> f32 {
        match self {
            Self::First => 18.0,
            Self::Following => 11.2,
        }
    }
}

/// The head of a page.
pub(super) struct Head {
    /// The names, and where they stand.
    names: Vec<(usize, Span, Block)>,
    english: Option<Block>,
    emblem: Option<Area>,
    text_top_mm: f32,
    text_mm: f32,
    /// The band's upper edge; none where there is a line.
    band_top_mm: Option<f32>,
}

impl Head {
    pub fn set(kit: &Kit, format: &PosterFormat, position: PagePosition, measure: &dyn Measure) -> Self {
        let banner = kit.choice.look == Look::Banner;
        let band_top_mm = banner.then(|| if kit.choice.edge == Edge::Office { EDGE_MM } else { -BLEED_MM });
        let text_top_mm =
            band_top_mm.map_or(format.top_mm, |band_mm| (band_mm + PADDING_MM).max(format.top_mm));
        let emblem_mm = position.most_mm() * format.scale * 0.85;
        let inset_mm = if banner { PADDING_MM } else { 0.0 };
        let emblem_width_mm =
            kit.emblem.as_ref().map(|emblem| emblem.width_mm(emblem_mm).min(2.0 * emblem_mm));
        let taken_mm = emblem_width_mm.map_or(0.0, |width_mm| width_mm + EMBLEM_GAP_MM);
        let halves = halves(format, inset_mm, taken_mm);
        let ink = if banner { Ink::White } else { Ink::Black };
        let names = names(kit, position, (format.scale, halves), measure);
        let names: Vec<_> =
            names.into_iter().map(|(leaf, span, name)| (leaf, span, name.inked(ink))).collect();
        let english = kit
            .organization
            .names
            .get(Lang::En)
            .filter(|_| position == PagePosition::First && kit.choice.languages == Languages::KkRuEn);
        let english = english.map(|name| {
            let (left, right) = (halves[0], halves[1]);
            let right_mm = if left.0 == right.0 { right.1.right_mm } else { left.1.right_mm };
            let style = Style::regular(10.0 * format.scale);
            let block = Block::new(name, style, right_mm - left.1.left_mm, wrap_evenly, measure);
            block.in_lang(Lang::En).inked(ink)
        });
        let english_mm = english.as_ref().map_or(0.0, |english| ENGLISH_GAP_MM + english.height_mm());
        let names_mm = highest_mm(&names);
        let text_mm = (names_mm + english_mm).max(emblem_width_mm.map_or(0.0, |_| emblem_mm));
        let emblem = emblem_width_mm.map(|width_mm| {
            let right_mm = format.leaves[format.leaves.len() - 1].right_mm - inset_mm;
            let top_mm = text_top_mm + (text_mm - emblem_mm) / 2.0;
            Area { left_mm: right_mm - width_mm, top_mm, right_mm, bottom_mm: top_mm + emblem_mm }
        });
        Self { names, english, emblem, text_top_mm, text_mm, band_top_mm }
    }

    /// Where the line or the band ends.
    fn bottom_mm(&self) -> f32 {
        let text_mm = self.text_top_mm + self.text_mm;
        text_mm + if self.band_top_mm.is_some() { PADDING_MM } else { ABOVE_LINE_MM }
    }

    /// Where what stands below may begin.
    pub fn ends_mm(&self) -> f32 {
        self.bottom_mm() + BELOW_MM
    }

    /// From where to where the band reaches, in the look that has one.
    pub fn band_mm(&self) -> Option<(f32, f32)> {
        self.band_top_mm.map(|top_mm| (top_mm, self.bottom_mm()))
    }

    /// Draws it on the leaves of a page.
    pub fn draw(&self, leaves: &mut [Canvas<'_>], kit: &Kit, format: &PosterFormat) {
        for (leaf, canvas) in leaves.iter_mut().enumerate() {
            let bottom_mm = self.bottom_mm();
            if let Some(top_mm) = self.band_top_mm {
                let span = band(format, leaf, kit.choice.edge);
                let area = Area { left_mm: span.left_mm, top_mm, right_mm: span.right_mm, bottom_mm };
                canvas.fill(area, Ink::Accent);
            } else {
                let span = format.leaves[leaf];
                let (from_mm, to_mm) = ((span.left_mm, bottom_mm), (span.right_mm, bottom_mm));
                canvas.line(from_mm, to_mm, HEAVY_MM * format.scale);
            }
        }
        let ink = if self.band_top_mm.is_some() { Ink::White } else { Ink::Black };
        if let (Some(emblem), Some(area)) = (&kit.emblem, self.emblem) {
            leaves[format.leaves.len() - 1].emblem(emblem, area, ink);
        }
        let english_mm = self.english.as_ref().map_or(0.0, |english| ENGLISH_GAP_MM + english.height_mm());
        // Short names stand in the middle of the band, beside the emblem.
        let tallest_mm = highest_mm(&self.names) + english_mm;
        let top_mm = self.text_top_mm + (self.text_mm - tallest_mm) / 2.0;
        let mut ends_mm = top_mm;
        for (leaf, span, name) in &self.names {
            ends_mm = leaves[*leaf].block(name, span.left_mm, top_mm).max(ends_mm);
        }
        if let Some(english) = &self.english {
            let left_mm = self.names.first().map_or(0.0, |(_, span, _)| span.left_mm);
            leaves[0].block(english, left_mm, ends_mm + ENGLISH_GAP_MM);
        }
    }
}

fn highest_mm(names: &[(usize, Span, Block)]) -> f32 {
    names.iter().map(|(_, _, name)| name.height_mm()).fold(0.0, f32::max)
}

/// Where the names stand: beside each other, before the emblem.
fn halves(format: &PosterFormat, inset_mm: f32, taken_mm: f32) -> [(usize, Span); 2] {
    let inner = |span: Span| Span { left_mm: span.left_mm + inset_mm, right_mm: span.right_mm - inset_mm };
    match format.leaves {
        [left, right] => [(0, inner(*left)), (1, inner(*right).before(taken_mm))],
        _ => {
            let span = inner(format.leaves[0]).before(taken_mm);
            [0, 1].map(|number| (0, span.column(number, 2, 8.0 * format.scale)))
        }
    }
}

/// The names in the largest size in which they are low enough. A name that is the same in both
/// languages, or that there is in one only, stands once over both halves.
fn names(
    kit: &Kit,
    position: PagePosition,
    (scale, halves): (f32, [(usize, Span); 2]),
    measure: &dyn Measure,
) -> Vec<(usize, Span, Block)> {
    let names = &kit.organization.names;
    let name = |i: usize| {
        let (leaf, span) = halves[i];
        names.get(LANGUAGES[i]).map(|name| (LANGUAGES[i], name, leaf, span))
    };
    let mut places: Vec<(Lang, &str, usize, Span)> = [0, 1].into_iter().filter_map(name).collect();
    if halves[0].0 == halves[1].0 {
        places.dedup_by(|one, other| one.1 == other.1);
        if let [only] = &mut places[..] {
            only.3 = Span { left_mm: halves[0].1.left_mm, right_mm: halves[1].1.right_mm };
        }
    }
    let set = |size_pt: f32| -> Vec<(usize, Span, Block)> {
        let style = Style::bold(size_pt * scale);
        let block = |(lang, name, leaf, span): &(Lang, &str, usize, Span)| {
            let block = Block::new(name, style, span.width_mm(), wrap_evenly, measure).in_lang(*lang);
            (*leaf, *span, if position == PagePosition::First { block.with_role(Role::Title) } else { block })
        };
        places.iter().map(block).collect()
    };
    let low = |names: &Vec<(usize, Span, Block)>| {
        names
            .iter()
            .all(|(_, _, name)| name.height_mm() <= position.most_mm() * scale && !name.breaks_a_word())
    };
    let sizes_pt = position.sizes_pt();
    let fitting = sizes_pt.iter().map(|size_pt| set(*size_pt)).find(low);
    fitting.unwrap_or_else(|| set(sizes_pt[sizes_pt.len() - 1]))
}

/// From where to where the band reaches on a leaf. Where two leaves are glued it runs on below the upper one.
fn band(format: &PosterFormat, leaf: usize, edge: Edge) -> Span {
    let outer_mm = if edge == Edge::Office { EDGE_MM } else { -BLEED_MM };
    let right_mm = format.size.width_mm - outer_mm;
    match (format.leaves.len(), leaf) {
        (1, _) => Span { left_mm: outer_mm, right_mm },
        (_, 0) => Span { left_mm: outer_mm, right_mm: SEAM_MM + 2.0 },
        _ => Span { left_mm: CUT_MM, right_mm },
    }
}
