//! Where a paragraph begins by its first sign, or by how loud it is.

use super::glyphs::Look;
use super::line::Line;
use crate::text::body::Emphasis;
use crate::text::outline::{begins_part, begins_point};

/// Signs before the items of a list.
const ITEM_SIGNS: [char; 9] = ['•', '▪', '➢', '✓', '❖', '☐', '☑', '☒', '→'];
const DASHES: [char; 4] = ['–', '—', '-', '−'];

/// Letters of a line from which they say how loud it is.
const MIN_VOICE_LETTERS: usize = 5;

/// The share of capitals from which a line is loud, and up to which it is quiet, in percent: "Глава 2. ПРАВА СТОРОН".
const LOUD_PERCENT: usize = 60;
const QUIET_PERCENT: usize = 40;

/// Whether a line begins with the sign of a list item; a dash is one where a sentence may begin.
pub fn is_item(text: &str, begins: bool) -> bool {
    let mut characters = text.chars();
    let Some(sign) = characters.next().filter(|_| characters.next() == Some(' ')) else { return false };
    ITEM_SIGNS.contains(&sign) || (begins && DASHES.contains(&sign))
}

/// Whether a heading ends between two lines: one is loud and the other is not, or both are and the next has a number.
pub fn changes_voice(before: &Line, line: &Line) -> bool {
    let (Some(from), Some(to)) = (Voice::of(before), Voice::of(line)) else { return false };
    from != to || ((from.capitals || from.bold) && (begins_part(&line.text) || begins_point(&line.text)))
}

/// How loud a line is.
#[derive(PartialEq)]
struct Voice {
    capitals: bool,
    bold: bool,
}

impl Voice {
    /// The voice of a line; none where it has too few letters to say.
    fn of(line: &Line) -> Option<Self> {
        let letters = || line.text.chars().filter(|character| character.is_alphabetic());
        let looks = || line.text.chars().zip(&line.looks).filter(|(character, _)| character.is_alphabetic());
        let is_bold = |look: &Look| matches!(look.emphasis, Emphasis::Bold | Emphasis::BoldItalic);
        let bold = looks().filter(|(_, look)| is_bold(look)).count();
        let count = letters().count();
        // A line of both is no heading, and no end of one.
        let is_clear = count >= MIN_VOICE_LETTERS && (bold == 0 || bold == count);
        let upper = letters().filter(|letter| letter.is_uppercase()).count() * 100 / count.max(1);
        let is_mixed = QUIET_PERCENT < upper && upper < LOUD_PERCENT;
        (is_clear && !is_mixed).then_some(Self { capitals: upper >= LOUD_PERCENT, bold: bold > 0 })
    }
}
