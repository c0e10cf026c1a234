//! Draws the display list with printpdf.

use std::collections::BTreeMap;

use lopdf::Object;
use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, Line, LinePoint, Mm, Op, PaintMode, PdfDocument,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix,
    TextRenderingMode, WindingOrder,
};

use super::embed::{self, Glyphs};
use super::error::PdfError;
use super::fonts::Fonts;
use super::points::{on_paper, points};
use super::structure::Tag;
use crate::print::model::display_list::{
    Document, DrawnCode, Fill, Ink, Item, Page, Paragraph, PlacedShape, Rule, TrialMark,
};
use crate::print::model::geometry::Area;
use crate::print::model::style::Style;
use crate::print::model::vector_shape::Step;

/// Thickness of the outlines of the word of a trial print: seen across a room, and text on it stays readable.
const TRIAL_MARK_LINE_MM: f32 = 0.25;

/// The content stream of each page. The glyphs that they use are noted.
///
/// printpdf is told of no font, and so leaves the glyphs' numbers as they are; [`embed`] explains why.
pub(super) fn draw(
    document: &Document,
    fonts: &Fonts,
    glyphs: &mut Glyphs,
) -> Result<Vec<Vec<u8>>, PdfError> {
    let mut pdf = PdfDocument::new("");
    for page in &document.pages {
        let mut drawing = Drawing { page, accent: document.accent.rgb(), fonts, glyphs, ops: Vec::new() };
        drawing.items();
        // The page's sizes are set where its content is put into the file.
        pdf.pages.push(PdfPage::new(Mm(0.0), Mm(0.0), drawing.ops));
    }
    let mut drawn = printpdf::serialize::to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new());
    let ids: Vec<_> = drawn.page_iter().collect();
    let mut contents = Vec::with_capacity(ids.len());
    for id in ids {
        let content = drawn.get_dictionary(id)?.get(b"Contents")?.as_reference()?;
        match drawn.objects.remove(&content) {
            Some(Object::Stream(stream)) => contents.push(stream.content),
            _ => return Err(PdfError::Unfinished),
        }
    }
    Ok(contents)
}

/// A page while its operations are written down.
struct Drawing<'a> {
    page: &'a Page,
    /// Red, green and blue.
    accent: [u8; 3],
    fonts: &'a Fonts,
    glyphs: &'a mut Glyphs,
    ops: Vec<Op>,
}

impl Drawing<'_> {
    /// Everything on the page: what is said between marks with its number, ornaments between marks that say so
    /// (ISO 32000-1, 14.6 and 14.8.2.2).
    fn items(&mut self) {
        let mut said = 0..;
        for item in &self.page.items {
            self.ops.push(match Tag::of(item).and_then(|tag| Some((tag, said.next()?))) {
                Some((tag, number)) => Op::BeginMarkedContentWithProperties {
                    tag: tag.name().to_owned(),
                    properties: DictItem::Dict {
                        map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]),
                    },
                },
                None => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            });
            match item {
                Item::Text(paragraph) => self.paragraph(paragraph),
                Item::Rule(rule) => self.rule(rule),
                Item::Fill(fill) => self.fill(fill),
                Item::Shape(shape) => self.shape(shape),
                Item::Code(code) => self.code(code),
                Item::TrialMark(word) => self.trial_mark(word),
            }
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// A place on the page; PDF counts from the lower left corner of the paper.
    fn point(&self, place_mm: (f32, f32)) -> Point {
        let (x_pt, y_pt) = on_paper(self.page, place_mm);
        Point { x: Pt(x_pt), y: Pt(y_pt) }
    }

    fn corner(&self, place_mm: (f32, f32)) -> LinePoint {
        LinePoint { p: self.point(place_mm), bezier: false }
    }

    fn handle(&self, place_mm: (f32, f32)) -> LinePoint {
        LinePoint { p: self.point(place_mm), bezier: true }
    }

    fn set_ink(&mut self, ink: Ink) {
        let grey = |percent| Color::Greyscale(Greyscale { percent, icc_profile: None });
        let col = match ink {
            Ink::Black => grey(0.0),
            Ink::White => grey(1.0),
            Ink::Accent => {
                let [r, g, b] = self.accent.map(|value| f32::from(value) / 255.0);
                Color::Rgb(Rgb { r, g, b, icc_profile: None })
            }
        };
        self.ops.push(Op::SetFillColor { col });
    }

    fn fill_rings(&mut self, rings: Vec<PolygonRing>, winding_order: WindingOrder) {
        self.ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode: PaintMode::Fill, winding_order } });
    }

    fn code(&mut self, code: &DrawnCode) {
        let ring = |outline: &Vec<(f32, f32)>| PolygonRing {
            points: outline.iter().map(|corner| self.corner(*corner)).collect(),
        };
        let rings = code.outlines.iter().map(ring).collect();
        self.set_ink(Ink::Black);
        self.fill_rings(rings, WindingOrder::EvenOdd);
    }

    fn fill(&mut self, fill: &Fill) {
        let Area { left_mm, top_mm, right_mm, bottom_mm } = fill.area;
        let corners = [(left_mm, top_mm), (right_mm, top_mm), (right_mm, bottom_mm), (left_mm, bottom_mm)];
        let ring = PolygonRing { points: corners.map(|corner| self.corner(corner)).to_vec() };
        self.set_ink(fill.ink);
        self.fill_rings(vec![ring], WindingOrder::NonZero);
    }

    fn shape(&mut self, shape: &PlacedShape) {
        let mut rings: Vec<PolygonRing> = Vec::new();
        for step in &shape.steps {
            let points = match *step {
                Step::Move(to) => {
                    rings.push(PolygonRing { points: vec![self.corner(to)] });
                    continue;
                }
                Step::Line(to) => vec![self.corner(to)],
                Step::Curve(first, second, to) => {
                    vec![self.handle(first), self.handle(second), self.corner(to)]
                }
                // Filling closes every outline.
                Step::Close => continue,
            };
            if let Some(ring) = rings.last_mut() {
                ring.points.extend(points);
            }
        }
        self.set_ink(shape.ink);
        self.fill_rings(rings, WindingOrder::NonZero);
    }

    fn rule(&mut self, rule: &Rule) {
        let ends = [rule.from_mm, rule.to_mm].map(|end| self.corner(end)).to_vec();
        self.ops.push(Op::SetOutlineThickness { pt: Pt(points(rule.thickness_mm)) });
        self.ops.push(Op::DrawLine { line: Line { points: ends, is_closed: false } });
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.set_ink(paragraph.ink);
        for line in &paragraph.lines {
            let pos = self.point((line.x_mm, line.baseline_mm));
            let shown = self.show(&line.text, line.style);
            self.ops.extend([
                Op::StartTextSection,
                set_font(line.style),
                Op::SetTextCursor { pos },
                shown,
                Op::EndTextSection,
            ]);
        }
    }

    /// The word of a trial print in outlines.
    fn trial_mark(&mut self, word: &TrialMark) {
        let (sin, cos) = word.angle_degrees.to_radians().sin_cos();
        let from = self.point(word.from_mm);
        let shown = self.show(&word.text, word.style);
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetOutlineThickness { pt: Pt(points(TRIAL_MARK_LINE_MM)) },
            Op::StartTextSection,
            Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke },
            set_font(word.style),
            Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, from.x.0, from.y.0]) },
            shown,
            Op::EndTextSection,
            Op::RestoreGraphicsState,
        ]);
    }

    fn show(&mut self, text: &str, style: Style) -> Op {
        let shaped = self.fonts.shape(style.font, text);
        self.glyphs.note(style.font, &shaped);
        let glyphs = shaped.glyphs.iter().map(|glyph| Codepoint::new(glyph.id, glyph.tightened));
        Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] }
    }
}

fn set_font(style: Style) -> Op {
    let name = FontId(embed::tag(style.font).to_owned());
    Op::SetFont { font: PdfFontHandle::External(name), size: Pt(style.size_pt) }
}
