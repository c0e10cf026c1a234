//! The picture of an edition that messengers show beside a shared address: what it is, whose, and of which day.
//!
//! A picture lives for years in other people's chats, so it never says how the text stands today.

use crate::print::model::display_list::Text;
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::Block;
use crate::print::typeset::line_break::wrap_evenly;

/// Width of the drawing. A millimetre is five pixels of the picture.
pub const WIDTH_MM: f32 = 240.0;

/// Height of the drawing.
pub const HEIGHT_MM: f32 = 126.0;

/// Width of the coloured band at the left edge.
pub const BAND_MM: f32 = 5.0;

const LEFT_MM: f32 = 18.0;
const TEXT_MM: f32 = WIDTH_MM - LEFT_MM - 14.0;

/// Sizes from which a text is made smaller until it fits. At the smallest one the longest name and title there can be
/// still fit.
const STEP_PT: f32 = 1.0;
const SMALLEST_PT: f32 = 7.0;

/// What stands on the picture, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The union's name.
    pub union: String,
    /// What the document is; empty where the title says it.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Whose it is; empty where it is the union's.
    pub owner: String,
    /// What the edition is called.
    pub edition: String,
    /// The document's code as people read it.
    pub code: String,
}

/// The colour of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// What is read first.
    Strong,
    /// What stands around it.
    Soft,
    /// What the document is.
    Accent,
}

/// A part of the drawing: how high it is, and the largest size of its text.
struct Part {
    top_mm: f32,
    height_mm: f32,
    width_mm: f32,
    font: Font,
    largest_pt: f32,
    ink: Ink,
}

impl Card {
    /// The lines of the drawing, in millimetres from its top left corner.
    pub fn lines(&self, measure: &dyn Measure) -> Vec<(Ink, Text)> {
        let code_mm = measure.width_mm(&self.code, Style::bold(20.0)) + 1.0;
        let part = |top_mm, height_mm, font, largest_pt, ink| Part {
            top_mm,
            height_mm,
            width_mm: TEXT_MM,
            font,
            largest_pt,
            ink,
        };
        let mut edition = part(106.0, 11.0, Font::Regular, 20.0, Ink::Soft);
        edition.width_mm -= code_mm + 8.0;
        let parts = [
            (&self.union, part(8.0, 19.0, Font::Regular, 20.0, Ink::Soft)),
            (&self.kind, part(31.0, 10.0, Font::Bold, 20.0, Ink::Accent)),
            (&self.title, part(42.0, 46.0, Font::Bold, 44.0, Ink::Strong)),
            (&self.owner, part(90.0, 14.0, Font::Regular, 22.0, Ink::Strong)),
            (&self.edition, edition),
        ];
        let mut lines: Vec<(Ink, Text)> =
            parts.into_iter().flat_map(|(text, part)| part.lines(text, LEFT_MM, measure)).collect();
        let mut code = part(106.0, 11.0, Font::Bold, 20.0, Ink::Strong);
        code.width_mm = code_mm;
        lines.extend(code.lines(&self.code, LEFT_MM + TEXT_MM - code_mm, measure));
        lines
    }
}

impl Part {
    fn lines(&self, text: &str, x_mm: f32, measure: &dyn Measure) -> Vec<(Ink, Text)> {
        if text.is_empty() {
            return Vec::new();
        }
        let block = self.fitted(text, measure);
        let style = block.style;
        let (ascent_mm, descent_mm) = (measure.ascent_mm(style), measure.descent_mm(style));
        let mut baseline_mm = self.top_mm + (block.leading_mm - ascent_mm - descent_mm) / 2.0 + ascent_mm;
        let line = |line: crate::print::typeset::line_break::Line| {
            let text = Text { x_mm, baseline_mm, width_mm: line.width_mm, style, text: line.text };
            baseline_mm += block.leading_mm;
            (self.ink, text)
        };
        block.lines.into_iter().map(line).collect()
    }

    /// The text in the largest size in which it fits.
    fn fitted(&self, text: &str, measure: &dyn Measure) -> Block {
        let mut size_pt = self.largest_pt;
        loop {
            let style = Style { font: self.font, size_pt };
            let block = Block::new(text, style, self.width_mm, wrap_evenly, measure);
            let fits = block.height_mm() <= self.height_mm && !block.breaks_a_word();
            if fits || size_pt - STEP_PT < SMALLEST_PT {
                return block;
            }
            size_pt -= STEP_PT;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::model::style::tests::Typewriter;

    #[test]
    fn titles_of_one_to_three_hundred_letters_stay_within_the_picture() {
        for letters in [1, 20, 80, 150, 300] {
            let words =
                |of: usize| "кәсіподақ ".chars().cycle().take(of).collect::<String>().trim().to_owned();
            let card = Card {
                union: words(letters),
                kind: "Еңбек тәртіптемесі қағидалары".to_owned(),
                title: words(letters),
                owner: words(letters),
                edition: "2025 жылғы 1 қыркүйектегі редакция".to_owned(),
                code: "7K3-M9Q3".to_owned(),
            };
            let lines = card.lines(&Typewriter);
            let mut below_mm = 0.0;
            for (_, text) in &lines {
                assert!(text.x_mm + text.width_mm <= WIDTH_MM - 10.0, "{letters}: {text:?}");
                assert!(text.baseline_mm >= below_mm && text.baseline_mm < HEIGHT_MM - 6.0, "{text:?}");
                below_mm = text.baseline_mm;
            }
            let all: String = lines.iter().map(|(_, text)| text.text.as_str()).collect();
            assert!(all.contains(&words(letters)), "no letter is lost");
        }
    }
}
