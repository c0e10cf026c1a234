//! Watermarks and stamps are no part of the text: words written aslant, and large pale ones under or over the others.

use super::glyphs::{Glyph, Page};

/// Letters this many times larger than the others may be a watermark.
const LARGE: f64 = 2.0;

/// The share of slanting letters on a page above which the page itself is askew, in percent.
const ASKEW_PERCENT: usize = 50;

/// How far apart the letters of a watermark may stand on two pages, in points.
const SAME_PLACE: f64 = 3.0;

/// Takes them away.
pub fn remove(pages: &mut [Page]) {
    let size = usual_size(pages);
    let is_large =
        |glyph: &Glyph| glyph.is_pale && glyph.size > size * LARGE && !glyph.text.trim().is_empty();
    let repeated: Vec<bool> = (0..pages.len())
        .map(|at| {
            let page = &pages[at];
            let large: Vec<&Glyph> = page.glyphs.iter().filter(|glyph| is_large(glyph)).collect();
            let same = |a: &Glyph, b: &Glyph| {
                a.text == b.text && (a.x - b.x).abs() < SAME_PLACE && (a.y - b.y).abs() < SAME_PLACE
            };
            let on =
                |other: &Page| large.iter().all(|glyph| other.glyphs.iter().any(|other| same(glyph, other)));
            let crossed =
                || large.iter().any(|large| page.glyphs.iter().any(|glyph| stands_on(glyph, large)));
            let others = [at.checked_sub(1), Some(at + 1)];
            let on_others = || others.into_iter().flatten().filter_map(|at| pages.get(at)).any(on);
            (1..=MAX_STAMP).contains(&large.len()) && (on_others() || crossed())
        })
        .collect();
    for (page, repeated) in pages.iter_mut().zip(repeated) {
        let slanting = page.glyphs.iter().filter(|glyph| glyph.is_slanting).count();
        let askew = slanting * 100 > page.glyphs.len() * ASKEW_PERCENT && slanting > MAX_STAMP;
        page.glyphs.retain(|glyph| (!glyph.is_slanting || askew) && !(repeated && is_large(glyph)));
    }
}

/// The most letters of a stamp or watermark.
const MAX_STAMP: usize = 60;

/// Whether a letter stands within a much larger one.
fn stands_on(glyph: &Glyph, large: &Glyph) -> bool {
    let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.3);
    glyph.turn == large.turn
        && glyph.size * LARGE < large.size
        && (large.x..large.x + large.width).contains(&x)
        && (large.y..large.y + large.size * 0.7).contains(&y)
}

/// The size of most letters.
fn usual_size(pages: &[Page]) -> f64 {
    let mut sizes: Vec<f64> = pages.iter().flat_map(|page| &page.glyphs).map(|glyph| glyph.size).collect();
    let middle = sizes.len() / 2;
    if sizes.is_empty() { 0.0 } else { *sizes.select_nth_unstable_by(middle, f64::total_cmp).1 }
}
