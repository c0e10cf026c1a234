//! The papers of a poster: where text may stand, and how large things are.

use crate::print::model::choice::{Edge, Paper};
use crate::print::model::display_list::{Fill, Ink, Item, Rule};
use crate::print::model::geometry::{A3, A4, Area, EDGE_MM, Size};
use crate::print::typeset::grid::{Columns, GUTTER_MM, Span};
use crate::print::typeset::masthead::band;

/// Where the text of an A4 ends.
const BOTTOM_MM: f32 = A4.height_mm - 11.0;

/// From the left edge of the right half to where it is cut: what a printer leaves white anyway.
pub(super) const CUT_MM: f32 = 10.0;

/// Where on the left half the cut edge of the right half comes to lie. The paper behind it, 12 mm, takes the glue.
pub(super) const SEAM_MM: f32 = 198.0;

/// RowSpace for the number of a page at its foot, on A4.
pub(super) const NUMBER_MM: f32 = 20.0;

/// Length of the marks that show both.
const MARK_MM: f32 = 8.0;

/// Thickness of the marks.
const LINE_MM: f32 = 0.25;

/// A paper with the measures that fit it. A poster on two sheets has two leaves, which are glued side by side.
#[derive(Debug)]
pub(super) struct PosterFormat {
    /// Size of a leaf.
    pub size: Size,
    /// Where text stands on each leaf.
    pub leaves: &'static [Span],
    /// What is seen of each leaf once they are glued: quiet zones stay within it.
    pub seen: &'static [Span],
    /// White above the text of a leaf.
    pub top_mm: f32,
    /// Where the text of a leaf ends.
    pub bottom_mm: f32,
    /// Everything that is not tried in sizes grows by this much from A4.
    pub scale: f32,
    /// The small print at the foot grows less: it is read from near on any paper.
    pub small_print: f32,
    /// Sides of the shelf's own code that are tried.
    pub shelf_mm: &'static [f32],
    /// Least and largest side of a document's code.
    pub code_mm: (f32, f32),
    /// Sizes of titles that are tried.
    pub titles_pt: &'static [f32],
    /// Most columns of codes on a leaf.
    pub columns_max: usize,
}

static ON_A4: PosterFormat = PosterFormat {
    size: A4,
    leaves: &[Span::new(12.0, 198.0)],
    seen: &[Span::new(0.0, A4.width_mm)],
    top_mm: 11.0,
    bottom_mm: BOTTOM_MM,
    scale: 1.0,
    small_print: 1.0,
    shelf_mm: &[60.0, 54.0, 48.0, 44.0, 40.0],
    code_mm: (40.0, 76.0),
    titles_pt: &[24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0],
    columns_max: 3,
};

static ON_A3: PosterFormat = PosterFormat {
    size: A3,
    leaves: &[Span::new(14.0, 283.0)],
    seen: &[Span::new(0.0, A3.width_mm)],
    top_mm: 13.0,
    bottom_mm: A3.height_mm - 13.0,
    scale: 1.35,
    small_print: 1.25,
    shelf_mm: &[92.0, 84.0, 76.0, 68.0, 60.0, 54.0, 48.0],
    code_mm: (48.0, 104.0),
    titles_pt: &[34.0, 31.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0],
    columns_max: 4,
};

static ON_TWO_A4: PosterFormat = PosterFormat {
    size: A4,
    leaves: &[Span::new(12.0, 190.0), Span { leaf: 1, left_mm: 20.0, right_mm: 198.0 }],
    seen: &[Span::new(0.0, SEAM_MM), Span { leaf: 1, left_mm: CUT_MM, right_mm: A4.width_mm }],
    top_mm: 11.0,
    bottom_mm: BOTTOM_MM,
    scale: 1.0,
    small_print: 1.0,
    shelf_mm: &[76.0, 70.0, 64.0, 58.0, 52.0, 46.0, 40.0],
    code_mm: (40.0, 88.0),
    titles_pt: &[26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0],
    columns_max: 3,
};

impl PosterFormat {
    /// The measures of a paper; the poster of a kit on A5 is A4.
    pub fn of(paper: Paper) -> &'static Self {
        match paper {
            Paper::A4 | Paper::A5 => &ON_A4,
            Paper::A3 => &ON_A3,
            Paper::A4x2 => &ON_TWO_A4,
        }
    }

    /// Whether a code at the left end of a place has its quiet zone on the part of the leaf that is seen.
    pub fn holds(&self, place: Span, (side_mm, quiet_mm): (f32, f32)) -> bool {
        let seen = self.seen[place.leaf];
        place.left_mm - quiet_mm >= seen.left_mm && place.left_mm + side_mm + quiet_mm <= seen.right_mm
    }

    /// Sides of codes that are tried, the smallest first.
    pub fn codes_mm(&self) -> impl Iterator<Item = f32> + use<> {
        const STEPS: u8 = 12;
        let (least_mm, most_mm) = self.code_mm;
        (0..=STEPS).map(move |step| least_mm + (most_mm - least_mm) * f32::from(step) / f32::from(STEPS))
    }

    /// Between columns.
    pub fn gutter_mm(&self) -> f32 {
        GUTTER_MM * self.scale
    }

    /// Where Kazakh and Russian stand beside each other: two columns, or the two leaves.
    pub fn columns(&self) -> Columns {
        self.columns_within(0.0, 0.0)
    }

    /// The same with white at both edges of a leaf, before something at the right end.
    pub fn columns_within(&self, inset_mm: f32, taken_mm: f32) -> Columns {
        let inner = |span: Span| span.after(inset_mm).before(inset_mm);
        match self.leaves {
            [left, right] => {
                Columns { left: inner(*left), right: inner(*right).before(taken_mm), whole: inner(*left) }
            }
            _ => Columns::of(inner(self.leaves[0]).before(taken_mm), self.gutter_mm()),
        }
    }

    /// The last leaf: the right one where there are two.
    pub fn last(&self) -> Span {
        self.leaves[self.leaves.len() - 1]
    }

    /// How far a band at the head reaches on each leaf. Where two leaves are glued it runs on below the upper one.
    pub fn bands(&self, edge: Edge) -> Vec<Span> {
        let whole = band(Span::new(0.0, self.size.width_mm), edge);
        match self.leaves {
            [_, _] => vec![
                Span { right_mm: SEAM_MM + 2.0, ..whole },
                Span { leaf: 1, left_mm: CUT_MM, right_mm: whole.right_mm },
            ],
            _ => vec![whole],
        }
    }

    /// The marks of a leaf that is glued to another one: short lines where the right half is cut, and on the left half
    /// where its cut edge comes to lie. A band of colour, from where to where, has its line in white.
    pub fn marks(&self, leaf: usize, band_mm: Option<(f32, f32)>) -> Vec<Item> {
        if self.leaves.len() == 1 {
            return Vec::new();
        }
        let x_mm = if leaf == 0 { SEAM_MM } else { CUT_MM };
        let mark = |top_mm: f32| {
            let (from_mm, to_mm) = ((x_mm, top_mm), (x_mm, top_mm + MARK_MM));
            Item::Rule(Rule { from_mm, to_mm, thickness_mm: LINE_MM })
        };
        let upper = match band_mm {
            None => mark(EDGE_MM),
            Some((top_mm, bottom_mm)) if leaf == 0 => {
                let area = Area {
                    left_mm: x_mm - LINE_MM / 2.0,
                    top_mm: top_mm.max(EDGE_MM),
                    right_mm: x_mm + LINE_MM / 2.0,
                    bottom_mm,
                };
                Item::Fill(Fill { area, ink: Ink::White })
            }
            // The band begins where it is cut.
            Some((_, bottom_mm)) => mark(bottom_mm),
        };
        vec![upper, mark(self.size.height_mm - EDGE_MM - MARK_MM)]
    }
}
