//! Documents whose font lacks letters: the office program took them from another font and drew them out of order.

use std::fs;
use std::path::Path;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object};

use super::{read_law, samples};

/// The text that a sample must give: that of `NAME.txt` for `NAME-FONT.pdf`.
fn wanted(sample: &Path) -> String {
    let name = sample.file_stem().and_then(|name| name.to_str()).expect("a name");
    let text = name.rsplit_once('-').expect("the name of a font").0;
    fs::read_to_string(sample.with_file_name(text).with_extension("txt")).expect("a text")
}

/// A document whose pages draw the letters of other fonts after all else; how many runs of letters were moved.
fn drawn_last(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut document = Document::load_mem(bytes).expect("a sample");
    let mut moved = 0;
    for page in document.get_pages().into_values() {
        let content = document.get_page_content(page);
        let (mut operations, mut last) = (Vec::new(), Vec::new());
        // The office program writes `BT x y Td /F1 12 Tf […] TJ` and then `1 0 0 1 x y Tm /F2 12 Tf […] TJ ET`.
        let mut second = false;
        for operation in Content::decode(&content).expect("content").operations {
            second = match operation.operator.as_str() {
                "Tm" => true,
                "ET" => false,
                _ => second,
            };
            moved += usize::from(operation.operator == "Tm");
            if second { last.push(operation) } else { operations.push(operation) }
        }
        operations.push(Operation::new("BT", Vec::new()));
        operations.append(&mut last);
        operations.push(Operation::new("ET", Vec::new()));
        let content = Content { operations }.encode().expect("content");
        document.change_page_content(page, content).expect("a page");
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory");
    (bytes, moved)
}

#[test]
fn letters_of_another_font_stand_in_their_words() {
    for path in samples("fonts", "pdf") {
        assert_eq!(read_law(&path).to_text(), wanted(&path), "{}", path.display());
    }
}

#[test]
fn letters_that_are_drawn_after_the_whole_page_stand_in_their_words() {
    for path in samples("fonts", "pdf") {
        let (bytes, moved) = drawn_last(&fs::read(&path).expect("a readable sample"));
        assert!(moved > 5, "{moved} moved in {}", path.display());
        let body = tizilim::text::read(&bytes).expect("a readable document").body;
        assert_eq!(body.to_text(), wanted(&path), "{}", path.display());
    }
}

#[test]
fn samples_have_letters_of_two_fonts() {
    for path in samples("fonts", "pdf") {
        let document = Document::load(&path).expect("a sample");
        let name = |object: &Object| -> Option<String> {
            let font = object.as_dict().ok()?.get(b"BaseFont").ok()?.as_name().ok()?;
            Some(String::from_utf8_lossy(font).into_owned())
        };
        let fonts: Vec<String> = document.objects.values().filter_map(name).collect();
        let first = |font: &String| font.contains("Liberation");
        assert!(fonts.iter().any(first) && !fonts.iter().all(first), "{fonts:?} in {}", path.display());
    }
}
