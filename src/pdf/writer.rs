//! Draws the display list with printpdf.

use std::sync::LazyLock;

use printpdf::{
    Codepoint, Color, FontId, Greyscale, Line, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rgb, TextItem,
    TextMatrix, TextRenderingMode, WindingOrder,
};

use super::PdfError;
use super::fonts::{self, Fonts};
use crate::stand::emblem::Step;
use crate::stand::layout::{Font, Style};
use crate::stand::sheet::{
    self, Area, Document, DrawnCode, Fill, Ink, Item, Page, Paragraph, Rule, Specimen,
};

/// Thickness of the outlines of the specimen's word: seen across a room, and text on it stays readable.
const SPECIMEN_LINE_MM: f32 = 0.25;

static REGULAR: LazyLock<Option<ParsedFont>> = LazyLock::new(|| parsed(Font::Regular));
static BOLD: LazyLock<Option<ParsedFont>> = LazyLock::new(|| parsed(Font::Bold));

fn parsed(font: Font) -> Option<ParsedFont> {
    ParsedFont::from_bytes(fonts::bytes(font), 0, &mut Vec::new())
}

/// The name of a font in the file. Six capitals, because it becomes the tag of the subset.
fn font_id(font: Font) -> FontId {
    FontId(match font {
        Font::Regular => "TIZILR".to_owned(),
        Font::Bold => "TIZILB".to_owned(),
    })
}

/// The document as PDF objects, not yet finished.
pub(super) fn draw(document: &Document, fonts: &Fonts) -> Result<lopdf::Document, PdfError> {
    let mut pdf = PdfDocument::new(&document.title);
    for (font, parsed) in [(Font::Regular, &REGULAR), (Font::Bold, &BOLD)] {
        let parsed = parsed.as_ref().ok_or(PdfError::Font)?;
        pdf.resources.fonts.map.insert(font_id(font), PdfFont::new(parsed.clone()));
    }
    let drawn = |page: &Page| {
        let [width, height] =
            [page.size.width_mm, page.size.height_mm].map(|side_mm| Mm(side_mm + 2.0 * page.slug_mm));
        PdfPage::new(width, height, operations(page, document.accent.rgb(), fonts))
    };
    pdf.pages = document.pages.iter().map(drawn).collect();
    Ok(printpdf::serialize::to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new()))
}

fn operations(page: &Page, accent: [u8; 3], fonts: &Fonts) -> Vec<Op> {
    let mut drawing = Drawing { page, accent, fonts, ops: Vec::new() };
    for item in &page.items {
        match item {
            Item::Text(paragraph) => drawing.paragraph(paragraph),
            Item::Rule(rule) => drawing.rule(rule),
            Item::Fill(fill) => drawing.fill(fill),
            Item::Emblem(emblem) => drawing.emblem(emblem),
            Item::Code(code) => drawing.code(code),
            Item::Specimen(word) => drawing.specimen(word),
        }
    }
    drawing.ops
}

/// A page while its operations are written down.
struct Drawing<'a> {
    page: &'a Page,
    /// Red, green and blue.
    accent: [u8; 3],
    fonts: &'a Fonts,
    ops: Vec<Op>,
}

impl Drawing<'_> {
    /// A place on the page; PDF counts from the lower left corner of the paper.
    fn point(&self, (x_mm, y_mm): (f32, f32)) -> Point {
        let slug_mm = self.page.slug_mm;
        Point::new(Mm(slug_mm + x_mm), Mm(slug_mm + self.page.size.height_mm - y_mm))
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

    fn emblem(&mut self, emblem: &sheet::Drawing) {
        let mut rings: Vec<PolygonRing> = Vec::new();
        for step in &emblem.steps {
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
        self.set_ink(emblem.ink);
        self.fill_rings(rings, WindingOrder::NonZero);
    }

    fn rule(&mut self, rule: &Rule) {
        let points = [rule.from_mm, rule.to_mm].map(|end| self.corner(end)).to_vec();
        self.ops.push(Op::SetOutlineThickness { pt: Mm(rule.thickness_mm).into() });
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.set_ink(paragraph.ink);
        for line in &paragraph.lines {
            let pos = self.point((line.x_mm, line.baseline_mm));
            self.ops.extend([
                Op::StartTextSection,
                set_font(line.style),
                Op::SetTextCursor { pos },
                show(&line.text, line.style, self.fonts),
                Op::EndTextSection,
            ]);
        }
    }

    /// A specimen's word in outlines.
    fn specimen(&mut self, word: &Specimen) {
        let (sin, cos) = word.angle_degrees.to_radians().sin_cos();
        let from = self.point(word.from_mm);
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetOutlineThickness { pt: Mm(SPECIMEN_LINE_MM).into() },
            Op::StartTextSection,
            Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke },
            set_font(word.style),
            Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, from.x.0, from.y.0]) },
            show(&word.text, word.style, self.fonts),
            Op::EndTextSection,
            Op::RestoreGraphicsState,
        ]);
    }
}

fn set_font(style: Style) -> Op {
    Op::SetFont { font: PdfFontHandle::External(font_id(style.font)), size: Pt(style.size_pt) }
}

fn show(text: &str, style: Style, fonts: &Fonts) -> Op {
    let shaped = fonts.shape(style.font, text);
    let glyphs =
        shaped.glyphs.iter().map(|glyph| Codepoint::with_cid(glyph.id, glyph.tightened, glyph.text.clone()));
    Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] }
}
