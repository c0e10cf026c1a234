//! Words that stand on end in the cells of an upright table, as heads of narrow columns do: they are laid down in their
//! cells.

use std::collections::BTreeMap;

use super::glyphs::{Glyph, Page};
use super::line::WORD_GAP;
use super::tables::{self, Grid};

/// How far words stay from the rules of their cell, in points.
const PADDING: f64 = 2.0;

/// Standing characters for each upright one of a table, at most: heads are longer than the numbers below them.
const MAX_STANDING: usize = 4;

/// A cell: which grid, and the place of its first row and column.
type Cell = (usize, usize, usize);

/// Lays down the words of a page that stand on end in ruled cells, where most words of the page are upright.
pub fn lay_down(page: &mut Page) {
    let is_standing = |glyph: &Glyph| glyph.turn % 2 == 1;
    let standing = page.glyphs.iter().filter(|glyph| is_standing(glyph)).count();
    if standing == 0 || standing * 2 > page.glyphs.len() {
        return;
    }
    let mut grids = tables::grids(&page.rules);
    grids.retain(|grid| is_upright(grid, &page.glyphs));
    let mut cells: BTreeMap<Cell, Vec<Glyph>> = BTreeMap::new();
    let mut kept = Vec::with_capacity(page.glyphs.len());
    for glyph in page.glyphs.drain(..) {
        let place = Some(middle(&glyph)).filter(|_| is_standing(&glyph)).and_then(|(x, y)| {
            let found =
                |(at, grid): (usize, &Grid)| grid.cell_at(x, y).map(|(row, column)| (at, row, column));
            grids.iter().enumerate().find_map(found)
        });
        match place {
            Some(cell) => cells.entry(cell).or_default().push(glyph),
            None => kept.push(glyph),
        }
    }
    page.glyphs = kept;
    for ((grid, row, column), glyphs) in cells {
        page.glyphs.extend(laid(glyphs, &grids[grid], row, column));
    }
}

/// Whether a table has so many upright words that it does not lie on its side as a whole.
fn is_upright(grid: &Grid, glyphs: &[Glyph]) -> bool {
    let within = |glyph: &&Glyph| {
        let (x, y) = middle(glyph);
        grid.cell_at(x, y).is_some()
    };
    let (standing, upright): (Vec<&Glyph>, Vec<&Glyph>) =
        glyphs.iter().filter(within).partition(|glyph| glyph.turn % 2 == 1);
    upright.len() * MAX_STANDING >= standing.len()
}

/// The middle of a character on the page.
fn middle(glyph: &Glyph) -> (f64, f64) {
    let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.3);
    match glyph.turn {
        0 => (x, y),
        1 => (-y, x),
        2 => (-x, -y),
        _ => (y, -x),
    }
}

/// The characters of a cell side by side, as narrow as it takes.
fn laid(mut glyphs: Vec<Glyph>, grid: &Grid, row: usize, column: usize) -> Vec<Glyph> {
    let line = |glyph: &Glyph| (-glyph.y / glyph.size.max(1.0)).round();
    glyphs.sort_by(|a, b| line(a).total_cmp(&line(b)).then(a.x.total_cmp(&b.x)));
    let mut words: Vec<Glyph> = Vec::new();
    let mut before: Option<Glyph> = None;
    for glyph in glyphs {
        let is_apart = |before: &Glyph| {
            (before.y - glyph.y).abs() > glyph.size * 0.5
                || glyph.x - before.x - before.width > glyph.size * WORD_GAP
        };
        if before.as_ref().is_some_and(is_apart) && !glyph.text.trim().is_empty() {
            words.push(Glyph { text: " ".to_owned(), ..glyph.clone() });
        }
        words.push(glyph.clone());
        before = Some(glyph);
    }
    let ((left, right), (bottom, top)) = grid.edges_of(row, column);
    let width = (right - left - 2.0 * PADDING).max(1.0) / words.len().max(1) as f64;
    for (at, glyph) in words.iter_mut().enumerate() {
        glyph.x = left + PADDING + width * at as f64;
        glyph.y = (bottom + top) / 2.0 - glyph.size * 0.3;
        glyph.width = width;
        glyph.turn = 0;
    }
    words
}
