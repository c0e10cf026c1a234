//! The lines that are drawn on the picture of a page: a table is one by them, whatever its words are.

use image::GrayImage;

/// A line from one end to the other, in pixels from the left upper corner: `[left, top, right, bottom]`. One that goes across
/// runs from left to right, an upright one downwards.
pub type Ruled = [u32; 4];

/// What is darker is ink.
const INK: u8 = 150;

/// Pale spots within a line that do not part it, in pixels.
const GAP: u32 = 4;

/// The shortest straight piece of a line, as a share of the page's width: letters have shorter ones.
const PIECE_SHARE: u32 = 30;

/// The shortest line, as a share of the page's width, across and upright: a row of a table is lower than wide.
const ACROSS_SHARE: u32 = 12;
const UPRIGHT_SHARE: u32 = 30;

/// The thickest line, as a share of the page's width: what is thicker is a picture.
const THICK_SHARE: u32 = 150;

/// Most lines that a page is taken to have: more are a pattern.
const RULES_MAX: usize = 600;

/// A line that is being followed from row to row.
struct Followed {
    /// The rows and the ends of its first and last piece.
    first: Piece,
    last: Piece,
    /// Its leftmost and its rightmost piece.
    left: Piece,
    right: Piece,
    /// Its ink in pixels.
    ink: u32,
}

/// A straight piece within one row of pixels.
#[derive(Debug, Clone, Copy)]
struct Piece {
    row: u32,
    from: u32,
    to: u32,
}

/// The lines of a page, those across first; none where it has a pattern instead.
pub fn find(picture: &GrayImage) -> Vec<Ruled> {
    let (ink, width, height) = halved(picture);
    let is_ink = |x: u32, y: u32| ink[(y * width + x) as usize];
    let across = follow(height, width, width / PIECE_SHARE, width, |y, x| is_ink(x, y));
    let upright = follow(width, height, width / PIECE_SHARE, width, is_ink);
    let across = across.into_iter().filter(|line| line.length() >= width / ACROSS_SHARE);
    let upright = upright.into_iter().filter(|line| line.length() >= width / UPRIGHT_SHARE);
    let across = across.map(|line| [line.left.from, line.left.row, line.right.to, line.right.row]);
    let upright = upright.map(|line| [line.left.row, line.left.from, line.right.row, line.right.to]);
    let rules: Vec<Ruled> = across.chain(upright).map(|line| line.map(|at| at * 2)).collect();
    if rules.len() > RULES_MAX { Vec::new() } else { rules }
}

/// Where there is ink on a picture of half its size: the thinnest line is seen there as well, in a quarter of the time.
fn halved(picture: &GrayImage) -> (Vec<bool>, u32, u32) {
    let (width, height) = (picture.width() / 2, picture.height() / 2);
    let (pixels, row) = (picture.as_raw(), picture.width() as usize);
    let mut ink = Vec::with_capacity((width * height) as usize);
    for y in 0..height as usize {
        for x in 0..width as usize {
            let at = 2 * y * row + 2 * x;
            let darkest = pixels[at].min(pixels[at + 1]).min(pixels[at + row]).min(pixels[at + row + 1]);
            ink.push(darkest < INK);
        }
    }
    (ink, width, height)
}

impl Followed {
    fn new(piece: Piece) -> Self {
        let ink = piece.to - piece.from;
        Self { first: piece, last: piece, left: piece, right: piece, ink }
    }

    fn length(&self) -> u32 {
        self.right.to - self.left.from
    }

    /// Whether a piece of the next rows goes on with it.
    fn meets(&self, piece: Piece) -> bool {
        piece.row <= self.last.row + 2 && piece.from <= self.last.to + GAP && self.last.from <= piece.to + GAP
    }

    fn take(&mut self, piece: Piece) {
        self.ink += piece.to - piece.from;
        self.last = piece;
        if piece.from < self.left.from {
            self.left = piece;
        }
        if piece.to > self.right.to {
            self.right = piece;
        }
    }

    /// Whether it is as thin as a line is, and straight.
    fn is_line(&self, page: u32) -> bool {
        let thick = (page / THICK_SHARE).max(3);
        let rise = self.last.row - self.first.row;
        self.ink <= self.length() * thick && rise <= thick + self.length() / 20
    }
}

/// Follows the lines that run along `rows`, each of `length` pixels; `page` is the page's width.
fn follow(
    rows: u32,
    length: u32,
    shortest: u32,
    page: u32,
    is_ink: impl Fn(u32, u32) -> bool,
) -> Vec<Followed> {
    let (mut open, mut done): (Vec<Followed>, Vec<Followed>) = (Vec::new(), Vec::new());
    for row in 0..rows {
        for piece in pieces(row, length, shortest, |at| is_ink(row, at)) {
            match open.iter_mut().find(|line| line.meets(piece)) {
                Some(line) => line.take(piece),
                None => open.push(Followed::new(piece)),
            }
        }
        let (still, over): (Vec<_>, Vec<_>) = open.into_iter().partition(|line| line.last.row + 2 >= row);
        open = still;
        done.extend(over);
    }
    done.extend(open);
    done.retain(|line| line.is_line(page));
    done
}

/// The pieces of ink of one row of pixels that are long enough.
fn pieces(row: u32, length: u32, shortest: u32, is_ink: impl Fn(u32) -> bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Option<Piece> = None;
    for at in 0..length {
        if is_ink(at) {
            match &mut open {
                Some(piece) => piece.to = at + 1,
                None => open = Some(Piece { row, from: at, to: at + 1 }),
            }
        } else if let Some(piece) = open.take_if(|piece| at > piece.to + GAP) {
            pieces.push(piece);
        }
    }
    pieces.extend(open);
    pieces.retain(|piece| piece.to - piece.from >= shortest.max(1));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with a table of two columns, turned by some pixels from side to side, and words in it.
    fn page(skew: u32) -> GrayImage {
        let mut page = GrayImage::from_pixel(1_200, 1_600, image::Luma([240]));
        let mut ink = |x: u32, y: u32| page.put_pixel(x, y, image::Luma([30]));
        for y in [200, 300, 400] {
            for x in 100..1_100 {
                let down = skew * (x - 100) / 1_000;
                (0..3).for_each(|thick| ink(x, y + down + thick));
            }
        }
        for x in [100, 600, 1_097] {
            for y in 200..400 {
                (0..3).for_each(|thick| ink(x + thick, y));
            }
        }
        // Letters, and a picture.
        for (x, y) in [(150, 240), (180, 240), (650, 340)] {
            (0..20).for_each(|down| (0..4).for_each(|thick| ink(x + thick, y + down)));
        }
        (900..1_100).for_each(|x| (800..1_000).for_each(|y| ink(x, y)));
        page
    }

    #[test]
    fn lines_are_found_and_nothing_else() {
        for skew in [0, 8] {
            let found = find(&page(skew));
            let across = found.iter().filter(|[left, _, right, _]| right - left > 900).count();
            let upright =
                found.iter().filter(|[left, top, right, bottom]| bottom - top > 150 && right - left < 20);
            assert_eq!((across, upright.count(), found.len()), (3, 3, 6), "{skew}: {found:?}");
        }
    }

    #[test]
    fn a_pattern_is_no_table() {
        let pattern = GrayImage::from_fn(1_200, 1_600, |_, y| image::Luma([if y % 4 < 2 { 0 } else { 255 }]));
        assert!(find(&pattern).is_empty());
        assert!(find(&GrayImage::from_pixel(0, 0, image::Luma([0]))).is_empty());
    }
}
