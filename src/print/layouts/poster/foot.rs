//! The foot of each page of a poster: how a code is read, that it is safe, and when the page was printed.

use super::format::{NUMBER_MM, PosterFormat};
use super::overlap::Overlap;
use crate::domain::Lang;
use crate::phrases::dates::{self, Form};
use crate::phrases::{say, say_with};
use crate::print::model::choice::{LANGUAGES, Languages};
use crate::print::model::kit::Kit;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas, HAIRLINE_MM, check_line};
use crate::print::typeset::line_break::{wrap, wrap_evenly};

/// Between the line above it and its text.
const ABOVE_MM: f32 = 2.2;

/// Between its paragraphs.
const GAP_MM: f32 = 0.8;

/// Sizes of its text on A4: the second one only where it saves a page.
pub(super) const SIZES_PT: [f32; 2] = [8.0, 7.0];

/// What stands at the foot.
pub(super) struct Foot {
    /// Kazakh and Russian, each in its half.
    halves: [Vec<Block>; 2],
    /// English under both, on the first leaf.
    english: Option<Block>,
    check: Block,
    /// How two leaves are put together.
    overlap: Option<Overlap>,
    height_mm: f32,
}

impl Foot {
    pub fn set(kit: &Kit, format: &PosterFormat, size_pt: f32, measure: &dyn Measure) -> Self {
        let small = Style::regular(size_pt * format.small_print);
        let call = Style::bold((size_pt + 1.0) * format.small_print);
        let halves = std::array::from_fn(|i| {
            let (lang, width_mm) = (LANGUAGES[i], format.halves()[i].1.width_mm());
            let set =
                |text: &str, style| Block::new(text, style, width_mm, wrap_evenly, measure).in_lang(lang);
            vec![
                set(&say(lang, "stand-call"), call),
                set(&assurance(kit, lang), small).tight(),
                set(&printed(kit, lang), small).tight(),
            ]
        });
        let leaf = |number: usize| format.leaves[number].width_mm();
        let english = (kit.choice.languages == Languages::KkRuEn).then(|| {
            let text = format!(
                "{}. {} {}",
                say(Lang::En, "stand-call"),
                assurance(kit, Lang::En),
                printed(kit, Lang::En)
            );
            Block::new(&text, small, leaf(0), wrap, measure).in_lang(Lang::En).tight()
        });
        let overlap = (format.leaves.len() > 1).then(|| Overlap::set(format, small, measure));
        let taken_mm = overlap.as_ref().map_or(NUMBER_MM * format.scale, |overlap| overlap.paste_mm());
        let check = Block::new(&check_line(kit), small, leaf(0) - taken_mm, wrap, measure);
        let mut foot = Self { halves, english, check, overlap, height_mm: 0.0 };
        foot.height_mm = ABOVE_MM + foot.halves_mm() + foot.english_mm() + foot.last_mm();
        foot
    }

    fn halves_mm(&self) -> f32 {
        let half_mm = |half: &Vec<Block>| half.iter().map(|block| block.height_mm() + GAP_MM).sum();
        self.halves.iter().map(half_mm).fold(0.0, f32::max)
    }

    fn english_mm(&self) -> f32 {
        self.english.as_ref().map_or(0.0, |block| block.height_mm() + GAP_MM)
    }

    fn last_mm(&self) -> f32 {
        self.overlap.as_ref().map_or(0.0, Overlap::height_mm).max(self.check.height_mm())
    }

    /// From the line above it to the end of the text.
    pub const fn height_mm(&self) -> f32 {
        self.height_mm
    }

    /// Draws it on the leaves of one sheet, the page with this number.
    pub fn draw(&self, leaves: &mut [Canvas<'_>], format: &PosterFormat, (number, count): (usize, usize)) {
        let top_mm = format.bottom_mm - self.height_mm;
        for (canvas, span) in leaves.iter_mut().zip(format.leaves) {
            let (from_mm, to_mm) = ((span.left_mm, top_mm), (span.right_mm, top_mm));
            canvas.line(from_mm, to_mm, HAIRLINE_MM);
        }
        for (half, (leaf, span)) in self.halves.iter().zip(format.halves()) {
            let mut y_mm = top_mm + ABOVE_MM;
            for block in half {
                y_mm = leaves[leaf].block(block, span.left_mm, y_mm) + GAP_MM;
            }
        }
        let y_mm = top_mm + ABOVE_MM + self.halves_mm();
        if let Some(english) = &self.english {
            leaves[0].block(english, format.leaves[0].left_mm, y_mm);
        }
        let y_mm = y_mm + self.english_mm();
        leaves[0].block(&self.check, format.leaves[0].left_mm, y_mm);
        if let Some(overlap) = &self.overlap {
            overlap.draw(leaves, y_mm);
        }
        if count > 1 {
            let text = format!("{number} / {count}");
            let (canvas, span) =
                (&mut leaves[format.leaves.len() - 1], format.leaves[format.leaves.len() - 1]);
            let width_mm = canvas.measure.width_mm(&text, self.check.style);
            let page = Block::new(&text, self.check.style, span.width_mm(), wrap, canvas.measure);
            canvas.block(&page, span.right_mm - width_mm, y_mm);
        }
    }
}

/// What a code opens, that it asks for nothing, and where the page opens.
fn assurance(kit: &Kit, lang: Lang) -> String {
    let opens = say_with(lang, "stand-opens-at", &[("host", kit.base.host().into())]);
    format!("{}. {}. {opens}.", say(lang, "stand-current"), say(lang, "stand-safe"))
}

fn printed(kit: &Kit, lang: Lang) -> String {
    let day = dates::day(lang, kit.printed_on, Form::Long);
    format!("{}.", say_with(lang, "stand-printed", &[("day", day.into())]))
}
