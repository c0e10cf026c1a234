//! A page in the making: the grid, blocks of text in two languages, and what every page carries.

use super::density::TIGHT;
use super::line_break::Line;
use super::trial_mark;
use crate::domain::Lang;
use crate::print::model::display_list::{
    DrawnCode, Fill, Ink, Item, Page, Paragraph, PlacedShape, Role, Rule, Text,
};
use crate::print::model::geometry::count_f32;
use crate::print::model::geometry::{Area, Size};
use crate::print::model::kit::{Kit, PrintStatus};
use crate::print::model::style::{Measure, Style};
use crate::print::model::vector_shape::VectorShape;

/// A thin line between parts.
pub const HAIRLINE_MM: f32 = 0.25;

/// A heavy line under a head.
pub const HEAVY_MM: f32 = 0.9;

/// A paragraph broken into lines: a style and the lines set in it.
#[derive(Clone)]
pub struct Block {
    /// Font and size.
    pub style: Style,
    /// The lines.
    pub lines: Vec<Line>,
    /// From one base line to the next.
    pub leading_mm: f32,
    /// What the paragraph is.
    pub role: Role,
    /// Its language.
    pub lang: Lang,
    /// Its colour.
    pub ink: Ink,
    /// The address that it opens on a screen.
    pub link: Option<String>,
}

impl Block {
    /// A text broken into lines of `width_mm`.
    pub fn new(
        text: &str,
        style: Style,
        width_mm: f32,
        break_lines: BreakLines,
        measure: &dyn Measure,
    ) -> Self {
        Self::of_lines(break_lines(measure, text, style, width_mm), style)
    }

    /// Lines that were broken already.
    pub fn of_lines(lines: Vec<Line>, style: Style) -> Self {
        Self {
            style,
            lines,
            leading_mm: style.leading_mm(),
            role: Role::Body,
            lang: Lang::Kk,
            ink: Ink::Black,
            link: None,
        }
    }

    /// The block in another language than Kazakh.
    pub fn in_lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// The block as something else than body text.
    pub fn with_role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// The block in another colour than black.
    pub fn inked(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    /// The block as a link.
    pub fn linked(mut self, address: String) -> Self {
        self.link = Some(address);
        self
    }

    /// The block with its lines as near to each other as accents and tails allow.
    pub fn tight(self) -> Self {
        self.led(TIGHT)
    }

    /// The block with its lines at a part of their ordinary distance.
    pub fn led(mut self, part: f32) -> Self {
        self.leading_mm *= part;
        self
    }

    /// Its height in millimetres.
    pub fn height_mm(&self) -> f32 {
        count_f32(self.lines.len()) * self.leading_mm
    }

    /// Whether a line ends inside a word.
    pub fn breaks_a_word(&self) -> bool {
        self.lines.iter().rev().skip(1).any(|line| !line.text.ends_with([' ', '-']))
    }
}

/// A page in the making.
pub struct Canvas<'m> {
    /// The fonts.
    pub measure: &'m dyn Measure,
    page: Page,
}

impl<'m> Canvas<'m> {
    /// An empty page, called `bookmark` in the file's table of contents.
    pub fn new(size: Size, bookmark: String, measure: &'m dyn Measure) -> Self {
        Self { measure, page: Page { size, slug_mm: 0.0, bookmark, items: Vec::new() } }
    }

    /// A line of text in a language with its left end on a base line.
    pub fn text(&mut self, text: &str, lang: Lang, style: Style, from_mm: (f32, f32)) {
        self.word(text, (lang, Ink::Black), style, from_mm);
    }

    /// The same in a colour.
    pub fn word(&mut self, text: &str, (lang, ink): (Lang, Ink), style: Style, from_mm: (f32, f32)) {
        let (x_mm, baseline_mm) = from_mm;
        let width_mm = self.measure.width_mm(text.trim_end(), style);
        let line = Text { x_mm, baseline_mm, width_mm, style, text: text.to_owned() };
        self.page.items.push(Item::Text(Paragraph {
            role: Role::Body,
            lang,
            ink,
            link: None,
            lines: vec![line],
        }));
    }

    /// A block of text below `top_mm`. Gives back where it ends.
    pub fn block(&mut self, block: &Block, x_mm: f32, top_mm: f32) -> f32 {
        let mut baseline_mm = top_mm + self.to_baseline_mm(block.style, block.leading_mm);
        let place = |line: &Line| {
            let text = Text {
                x_mm,
                baseline_mm,
                width_mm: line.width_mm,
                style: block.style,
                text: line.text.clone(),
            };
            baseline_mm += block.leading_mm;
            text
        };
        self.page.items.push(Item::Text(Paragraph {
            role: block.role,
            lang: block.lang,
            ink: block.ink,
            link: block.link.clone(),
            lines: block.lines.iter().map(place).collect(),
        }));
        top_mm + block.height_mm()
    }

    /// A straight line, level or upright.
    pub fn line(&mut self, from_mm: (f32, f32), to_mm: (f32, f32), thickness_mm: f32) {
        self.page.items.push(Item::Rule(Rule { from_mm, to_mm, thickness_mm }));
    }

    /// A filled rectangle.
    pub fn fill(&mut self, area: Area, ink: Ink) {
        self.page.items.push(Item::Fill(Fill { area, ink }));
    }

    /// The union's emblem, or another picture of one colour, as large as fits into an area.
    pub fn emblem(&mut self, emblem: &VectorShape, area: Area, ink: Ink) {
        self.page.items.push(Item::Shape(PlacedShape { steps: emblem.steps(area), ink }));
    }

    /// Anything else.
    pub fn draw(&mut self, item: Item) {
        self.page.items.push(item);
    }

    /// A code.
    pub fn code(&mut self, code: DrawnCode) {
        self.page.items.push(Item::Code(code));
    }

    /// From the top of a line box to its base line.
    fn to_baseline_mm(&self, style: Style, leading_mm: f32) -> f32 {
        let (ascent_mm, descent_mm) = (self.measure.ascent_mm(style), self.measure.descent_mm(style));
        (leading_mm - ascent_mm - descent_mm) / 2.0 + ascent_mm
    }

    /// The page as it is: for what carries the mark of a trial print of its own.
    pub fn bare(self) -> Page {
        self.page
    }

    /// The finished page: a kit that is only tried out gets its mark, under everything else.
    pub fn finish(self, kit: &Kit) -> Page {
        let Size { width_mm, height_mm } = self.page.size;
        let paper = Area { left_mm: 0.0, top_mm: 0.0, right_mm: width_mm, bottom_mm: height_mm };
        self.finish_cut(kit, &[paper])
    }

    /// The finished page, which will be cut into these places: each gets its mark.
    pub fn finish_cut(mut self, kit: &Kit, places: &[Area]) -> Page {
        if kit.status == PrintStatus::Trial {
            let marks = trial_mark::marks(&self.page, places, self.measure);
            self.page.items.splice(0..0, marks);
        }
        self.page
    }
}

/// How a text is broken into lines: [`super::line_break::wrap`] or [`super::line_break::wrap_evenly`].
pub type BreakLines = fn(&dyn Measure, &str, Style, f32) -> Vec<Line>;
