//! Characters make lines.

use super::glyphs::{Glyph, Page, is_unreadable};
use super::order;
use super::tables::{self, Grid, Table};
use crate::text::body::Emphasis;

/// A line of a page, or of one column of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The number of its page, from 1.
    pub page: u32,
    /// Where it starts, in points.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Its base line; up is more.
    pub y: f64,
    /// The size of its font.
    pub size: f64,
    /// Its words.
    pub text: String,
    /// How each of its characters is emphasised.
    pub looks: Vec<Emphasis>,
    /// How wide its first word is.
    pub first_word_width: f64,
    /// Which way it is written, in quarter turns.
    pub turn: u8,
}

/// What a page says: lines of words, and tables between them.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The lines, in reading order.
    pub lines: Vec<Line>,
    /// The tables, each of which knows before which line it stands.
    pub tables: Vec<Table>,
}

/// A gap this wide separates words where no space was drawn, in sizes of the font: kerning stays under 0.1,
/// narrow spaces of justified text above 0.2.
pub const WORD_GAP: f64 = 0.16;

/// Two base lines this near are one, in sizes of the font: raised numbers of notes stand at about 0.4.
pub const SAME_LINE: f64 = 0.5;

/// Lines that may be drawn out of order, in percent: columns and cells jump up once each; a page drawn at random
/// jumps at every second line.
const MAX_JUMPS_PERCENT: usize = 30;

/// A distance from the words before at which a rule may stand between, in points.
const RULE_GAP: f64 = 0.5;

/// The lines and tables of a page, in reading order: the order in which they are drawn, unless that is no order
/// at all.
pub fn read(page: &Page, grids: &[Grid]) -> Sheet {
    let mut lines: Vec<Line> = Vec::new();
    let mut before: Option<&Glyph> = None;
    for glyph in order::read(&page.glyphs) {
        let text: String = glyph.text.chars().filter(|character| !is_unreadable(*character)).collect();
        if before.is_some_and(|before| is_double(before, glyph)) {
            continue;
        }
        before = Some(glyph);
        let joined = lines.last_mut().filter(|line| line.takes(glyph) && !line.is_parted(glyph, grids));
        match joined {
            Some(line) => line.push(glyph, &text),
            None if text.trim().is_empty() => {}
            None => {
                let mut line = Line::start(page.number, glyph);
                line.push(glyph, &text);
                lines.push(line);
            }
        }
    }
    for line in &mut lines {
        line.text.truncate(line.text.trim_end().len());
        line.looks.truncate(line.text.chars().count());
    }
    lines.retain(|line| !line.text.is_empty());
    let mut tables = tables::take(&mut lines, grids);
    let jumps = lines.windows(2).filter(|pair| pair[1].y > pair[0].y + pair[0].size * SAME_LINE).count();
    if jumps > 3 && jumps * 100 > lines.len() * MAX_JUMPS_PERCENT {
        lines = sorted(lines);
        for table in &mut tables {
            table.at = lines.iter().position(|line| line.y < table.top).unwrap_or(lines.len());
        }
        tables.sort_by_key(|table| table.at);
    }
    Sheet { lines, tables }
}

/// Lines from the top down, parts of one line joined.
fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| a.turn.cmp(&b.turn).then(b.y.total_cmp(&a.y)));
    let mut ordered: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match ordered.last_mut() {
            Some(row) if row[0].turn == line.turn && row[0].y - line.y < line.size * SAME_LINE => {
                row.push(line)
            }
            _ => ordered.push(vec![line]),
        }
    }
    let join = |mut row: Vec<Line>| {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        row.into_iter().reduce(|mut joined, next| {
            let apart = next.left - joined.right > joined.size * WORD_GAP;
            if apart && !joined.text.ends_with(' ') {
                joined.write(" ", Emphasis::Plain);
            }
            joined.text.push_str(&next.text);
            joined.looks.extend(next.looks);
            joined.right = next.right.max(joined.right);
            joined
        })
    };
    ordered.into_iter().filter_map(join).collect()
}

/// Whether a character is drawn a second time to look bold.
pub fn is_double(before: &Glyph, glyph: &Glyph) -> bool {
    before.text == glyph.text
        && !glyph.text.trim().is_empty()
        && (before.x - glyph.x).abs() < glyph.width * 0.3
        && (before.y - glyph.y).abs() < glyph.size * 0.1
}

impl Line {
    fn start(page: u32, glyph: &Glyph) -> Self {
        Self {
            page,
            left: glyph.x,
            right: glyph.x,
            y: glyph.y,
            size: glyph.size,
            text: String::new(),
            looks: Vec::new(),
            first_word_width: 0.0,
            turn: glyph.turn,
        }
    }

    fn write(&mut self, text: &str, look: Emphasis) {
        self.text.push_str(text);
        self.looks.extend(text.chars().map(|_| look));
    }

    fn takes(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        self.turn == glyph.turn
            && (self.y - glyph.y).abs() < size * SAME_LINE
            && glyph.x > self.right - size * SAME_LINE
    }

    /// Whether a rule of a table stands between this line and a character that would continue it.
    fn is_parted(&self, glyph: &Glyph, grids: &[Grid]) -> bool {
        let middle = glyph.y + glyph.size * 0.3;
        glyph.x > self.right + RULE_GAP
            && self.turn == 0
            && grids.iter().any(|grid| grid.parts(self.right, glyph.x + RULE_GAP, middle))
    }

    fn push(&mut self, glyph: &Glyph, text: &str) {
        let apart = glyph.x - self.right > self.size.min(glyph.size) * WORD_GAP;
        let blank = text.chars().all(char::is_whitespace);
        if (apart || blank) && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.write(" ", glyph.look);
        }
        if blank {
            // A space at the end of a line may hang over the margin: it is not part of the line's width.
            self.right = self.right.max(glyph.x);
            return;
        }
        self.write(text, glyph.look);
        self.right = self.right.max(glyph.x + glyph.width);
        if glyph.size > self.size {
            (self.size, self.y) = (glyph.size, glyph.y);
        }
        if !self.text.contains(' ') {
            self.first_word_width = self.right - self.left;
        }
    }
}
