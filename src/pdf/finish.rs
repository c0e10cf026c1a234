//! What printpdf leaves out or makes up: title, language, dates and identifiers that depend on nothing but the content.

use lopdf::{Dictionary, Object, StringFormat, dictionary};

use super::PdfError;
use crate::stand::layout::MM_PER_PT;
use crate::stand::sheet::{BLEED_MM, Document};

/// The finished file.
pub(super) fn finish(mut pdf: lopdf::Document, document: &Document) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut pdf.version);
    let info = pdf.add_object(info(document));
    // The made-up entries are dropped together with the object that nothing refers to any more.
    pdf.trailer.set("Info", info);
    let name = Object::String(document.fingerprint().to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![name.clone(), name]);
    let catalog = pdf.catalog_mut()?;
    catalog.set("Lang", Object::string_literal("kk"));
    // Codes keep their size only when the printing dialogue does not scale.
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true, "PrintScaling" => "None" });
    catalog.set("PageLayout", "SinglePage");
    boxes(&mut pdf, document)?;
    pdf.prune_objects();
    pdf.renumber_objects();
    pdf.compress();
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).map_err(PdfError::Write)?;
    Ok(bytes)
}

/// Where the page is cut in a print shop, and how far its colours reach beyond.
fn boxes(pdf: &mut lopdf::Document, document: &Document) -> Result<(), PdfError> {
    let ids: Vec<_> = pdf.page_iter().collect();
    for (id, page) in ids.into_iter().zip(&document.pages).filter(|(_, page)| page.slug_mm > 0.0) {
        let inset = |inset_mm: f32| {
            let (width_mm, height_mm) = (page.size.width_mm, page.size.height_mm);
            let sides_mm = [
                inset_mm,
                inset_mm,
                2.0 * page.slug_mm + width_mm - inset_mm,
                2.0 * page.slug_mm + height_mm - inset_mm,
            ];
            Object::Array(sides_mm.map(|side_mm| Object::Real(side_mm / MM_PER_PT)).to_vec())
        };
        let entry = pdf.get_object_mut(id)?.as_dict_mut()?;
        entry.set("TrimBox", inset(page.slug_mm));
        entry.set("BleedBox", inset(page.slug_mm - BLEED_MM));
    }
    Ok(())
}

fn info(document: &Document) -> Dictionary {
    let day = document.printed_on;
    // A day, not a moment: noon UTC is that day in Kazakhstan and wherever else the file is read.
    let date = format!("D:{:04}{:02}{:02}120000Z", day.year(), day.month(), day.day());
    dictionary! {
        "Title" => lopdf::text_string(&document.title),
        "Creator" => Object::string_literal("Tizilim"),
        "Producer" => Object::string_literal("Tizilim"),
        "CreationDate" => Object::string_literal(date.as_str()),
        "ModDate" => Object::string_literal(date.as_str()),
    }
}
