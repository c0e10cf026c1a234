//! The foot of each page of a poster: how a code is read, that it is safe, and when the page was printed.

use super::format::{NUMBER_MM, PosterFormat};
use super::overlap::Overlap;
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::choice::{LANGUAGES, Languages};
use crate::print::model::kit::Kit;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::footer::{self, Footer, check_line, opens, printed};
use crate::print::typeset::line_break::{wrap, wrap_evenly};

/// Between its paragraphs.
const GAP_MM: f32 = 0.8;

/// Sizes of its text on A4: the second one only where it saves a page.
pub(super) const SIZES_PT: [f32; 2] = [8.0, 7.0];

/// What stands at the foot.
pub(super) struct Foot {
    /// Everything but how two leaves are put together, and the number of the page.
    footer: Footer,
    /// The font of the small print.
    small: Style,
    overlap: Option<Overlap>,
    /// Where the last line begins, below the line above the foot; and where it ends.
    last_mm: (f32, f32),
}

impl Foot {
    pub fn set(kit: &Kit, format: &PosterFormat, size_pt: f32, measure: &dyn Measure) -> Self {
        let small = Style::regular(size_pt * format.small_print);
        let call = Style::bold((size_pt + 1.0) * format.small_print);
        let columns = format.columns();
        let column = |i: usize| {
            let (lang, span) = (LANGUAGES[i], columns.both()[i]);
            let set = |text: &str, style| {
                Block::new(text, style, span.width_mm(), wrap_evenly, measure).in_lang(lang)
            };
            let paragraphs = vec![
                set(&say(lang, "stand-call"), call),
                set(&assurance(kit, lang), small).tight(),
                set(&printed(kit, lang), small).tight(),
            ];
            (span, paragraphs)
        };
        let mut footer = Footer::below_a_line(format.leaves, footer::ON_A_POSTER_MM);
        footer.columns([column(0), column(1)], GAP_MM);
        let first = format.leaves[0];
        if kit.choice.languages == Languages::KkRuEn {
            let call = say(Lang::En, "stand-call");
            let text = format!("{call}. {} {}", assurance(kit, Lang::En), printed(kit, Lang::En));
            let block = Block::new(&text, small, first.width_mm(), wrap, measure);
            footer.paragraph(first, block.in_lang(Lang::En).tight(), GAP_MM);
        }
        let last_mm = footer.height_mm();
        let overlap = (format.leaves.len() > 1).then(|| Overlap::set(format, small, measure));
        let taken_mm = overlap.as_ref().map_or(NUMBER_MM * format.scale, Overlap::paste_mm);
        let check = Block::new(&check_line(kit), small, first.width_mm() - taken_mm, wrap, measure);
        footer.paragraph(first, check, 0.0);
        let overlap_mm = overlap.as_ref().map_or(0.0, Overlap::height_mm);
        let ends_mm = footer.height_mm().max(last_mm + overlap_mm);
        Self { footer, small, overlap, last_mm: (last_mm, ends_mm) }
    }

    /// From the line above it to the end of the text.
    pub const fn height_mm(&self) -> f32 {
        self.last_mm.1
    }

    /// Draws it on the leaves of one sheet, the page with this number.
    pub fn draw(&self, leaves: &mut [Canvas<'_>], format: &PosterFormat, (number, count): (usize, usize)) {
        let top_mm = format.bottom_mm - self.height_mm();
        self.footer.draw_on(leaves, top_mm);
        let y_mm = top_mm + self.last_mm.0;
        if let Some(overlap) = &self.overlap {
            overlap.draw(leaves, y_mm);
        }
        if count > 1 {
            let text = format!("{number} / {count}");
            let span = format.last();
            let canvas = &mut leaves[span.leaf];
            let width_mm = canvas.measure.width_mm(&text, self.small);
            let page = Block::new(&text, self.small, span.width_mm(), wrap, canvas.measure);
            canvas.block(&page, span.right_mm - width_mm, y_mm);
        }
    }
}

/// What a code opens, that it asks for nothing, and where the page opens.
fn assurance(kit: &Kit, lang: Lang) -> String {
    format!("{}. {}. {}", say(lang, "stand-current"), say(lang, "stand-safe"), opens(kit, lang))
}
