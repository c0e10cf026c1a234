//! Draws the display list with printpdf.

use std::sync::LazyLock;

use printpdf::{
    Codepoint, FontId, Line, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, TextItem, TextMatrix, TextRenderingMode,
    WindingOrder,
};

use super::PdfError;
use super::fonts::{self, Fonts};
use crate::stand::layout::{Font, Style};
use crate::stand::sheet::{A4, Document, DrawnCode, Item, Page, Rule, Specimen, Text};

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
    pdf.pages = document
        .pages
        .iter()
        .map(|page| PdfPage::new(Mm(page.size.width_mm), Mm(page.size.height_mm), operations(page, fonts)))
        .collect();
    Ok(printpdf::serialize::to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new()))
}

fn operations(page: &Page, fonts: &Fonts) -> Vec<Op> {
    let mut ops = Vec::new();
    for item in &page.items {
        match item {
            Item::Text(paragraph) => paragraph.lines.iter().for_each(|line| text(&mut ops, line, fonts)),
            Item::Rule(line) => rule(&mut ops, line),
            Item::Code(code) => ops.push(Op::DrawPolygon { polygon: code_polygon(code) }),
            Item::Specimen(word) => specimen(&mut ops, word, fonts),
            Item::Fill(_) | Item::Emblem(_) => {}
        }
    }
    ops
}

/// A place on the page; PDF counts from the lower left corner.
fn point(x_mm: f32, y_mm: f32) -> Point {
    Point::new(Mm(x_mm), Mm(A4.height_mm - y_mm))
}

fn ring(corners: impl IntoIterator<Item = (f32, f32)>) -> PolygonRing {
    let points = corners.into_iter().map(|(x, y)| LinePoint { p: point(x, y), bezier: false }).collect();
    PolygonRing { points }
}

fn code_polygon(code: &DrawnCode) -> Polygon {
    Polygon {
        rings: code.outlines.iter().map(|outline| ring(outline.iter().copied())).collect(),
        mode: PaintMode::Fill,
        winding_order: WindingOrder::EvenOdd,
    }
}

fn rule(ops: &mut Vec<Op>, rule: &Rule) {
    let ends = [rule.from_mm, rule.to_mm];
    let points = ends.map(|(x, y)| LinePoint { p: point(x, y), bezier: false }).to_vec();
    ops.push(Op::SetOutlineThickness { pt: Mm(rule.thickness_mm).into() });
    ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
}

fn text(ops: &mut Vec<Op>, line: &Text, fonts: &Fonts) {
    let pos = point(line.x_mm, line.baseline_mm);
    ops.push(Op::StartTextSection);
    ops.push(set_font(line.style));
    ops.push(Op::SetTextCursor { pos });
    ops.push(show(&line.text, line.style, fonts));
    ops.push(Op::EndTextSection);
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

/// A specimen's word in outlines.
fn specimen(ops: &mut Vec<Op>, word: &Specimen, fonts: &Fonts) {
    let (sin, cos) = word.angle_degrees.to_radians().sin_cos();
    let from = point(word.from_mm.0, word.from_mm.1);
    ops.extend([
        Op::SaveGraphicsState,
        Op::SetOutlineThickness { pt: Mm(SPECIMEN_LINE_MM).into() },
        Op::StartTextSection,
        Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke },
        set_font(word.style),
        Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, from.x.0, from.y.0]) },
        show(&word.text, word.style, fonts),
        Op::EndTextSection,
        Op::RestoreGraphicsState,
    ]);
}
