//! What floats beside the words: text boxes, pictures, and files within the file.

use super::flow::Flow;
use super::measures::points;
use super::xml::{Element, Space};
use crate::text::body::{Block, Span};
use crate::text::refusal::Refusal;

/// English Metric Units of a point (ISO/IEC 29500-1, 20.1.2.1).
const EMU_PER_POINT: f64 = 12_700.0;

impl Flow<'_> {
    /// Reads what floats: the paragraphs of text boxes, and a mark for each picture.
    pub(super) fn float(&mut self, element: &Element, floats: &mut Vec<Block>) -> Result<(), Refusal> {
        for child in &element.children {
            match (child.space, &*child.name) {
                (Space::Word, "txbxContent") => {
                    // A box may have a colour, on which white words are seen.
                    self.coloured += 1;
                    let read = self.apart(child, floats);
                    self.coloured -= 1;
                    read?;
                }
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = child.alternative() {
                        self.float(branch, floats)?;
                    }
                }
                (Space::Other, "relIds")
                    if self.diagrams.contains_key(child.attribute("dm").unwrap_or_default()) =>
                {
                    self.diagram(child.attribute("dm").unwrap_or_default(), floats)?;
                }
                (Space::Other, "blip" | "imagedata" | "chart" | "relIds" | "OLEObject") => {
                    self.noticed.embedded |= child.attribute("Type") == Some("Embed");
                    if floats.last() != Some(&Block::Picture) {
                        self.count_block()?;
                        floats.push(Block::Picture);
                    }
                }
                _ => {
                    self.noticed.pictures += u32::from(self.is_page(child));
                    self.float(child, floats)?;
                }
            }
        }
        Ok(())
    }

    /// Reads the words of a diagram (ISO/IEC 29500-1, 21.4), a paragraph for each of its.
    fn diagram(&mut self, id: &str, floats: &mut Vec<Block>) -> Result<(), Refusal> {
        let diagrams = self.diagrams;
        let mut paragraphs = Vec::new();
        if let Some(diagram) = diagrams.get(id) {
            diagram.find_all("p", &mut paragraphs);
        }
        for words in paragraphs.into_iter().map(Element::words) {
            if !words.trim().is_empty() {
                self.count_block()?;
                let content = vec![Span::plain(words.trim())];
                floats.push(Block::Paragraph { anchor: None, label: None, depth: 0, content });
            }
        }
        Ok(())
    }

    /// Whether this is a picture of at least half the page's width and height.
    fn is_page(&self, element: &Element) -> bool {
        let (page_width, page_height) = self.page;
        let is_picture =
            |part: &Element| part.space == Space::Other && matches!(&*part.name, "blip" | "imagedata");
        size(element).is_some_and(|(width, height)| width * 2.0 >= page_width && height * 2.0 >= page_height)
            && element.any(&is_picture)
    }
}

/// The width and height of a drawing in points: of DrawingML by its extent, of VML by its style.
fn size(element: &Element) -> Option<(f64, f64)> {
    match &*element.name {
        "inline" | "anchor" => {
            let extent = element.child("extent")?;
            let side = |name: &str| Some(extent.attribute(name)?.parse::<f64>().ok()? / EMU_PER_POINT);
            Some((side("cx")?, side("cy")?))
        }
        "shape" | "rect" => {
            let style = element.attribute("style")?;
            let side = |name: &str| {
                let mut properties = style.split(';').filter_map(|property| property.split_once(':'));
                points(properties.find(|(known, _)| known.trim() == name)?.1)
            };
            Some((side("width")?, side("height")?))
        }
        _ => None,
    }
}
