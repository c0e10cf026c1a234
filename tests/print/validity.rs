//! Every layout is a sound file with exactly the text that was intended, by other people's tools.

use std::path::PathBuf;

use tizilim::print::model::display_list::{Item, Page};
use tizilim::print::pdf;
use tizilim::print::pdf::Fonts;

use super::{kits, layouts, tools};

/// A file, and the pages that it should show.
pub struct Printed {
    /// Where it is.
    pub path: PathBuf,
    /// What was drawn.
    pub pages: Vec<Page>,
}

/// The whole gallery in every layout.
pub fn all() -> Vec<Printed> {
    let mut files = Vec::new();
    for (kit_name, kit) in kits::gallery() {
        for (name, document) in layouts::of(&kit) {
            let bytes = pdf::write(&document, &Fonts::new()).expect("a file");
            let path = tools::keep(&format!("valid-{name}-{kit_name}.pdf"), &bytes);
            files.push(Printed { path, pages: document.pages });
        }
    }
    files
}

/// The words of a page in the order of its display list.
fn words(page: &Page) -> Vec<&str> {
    let mut words = Vec::new();
    for item in &page.items {
        match item {
            Item::Text(paragraph) => {
                words.extend(paragraph.lines.iter().flat_map(|line| line.text.split_whitespace()));
            }
            Item::TrialMark(word) => words.extend(word.text.split_whitespace()),
            Item::Rule(_) | Item::Fill(_) | Item::Shape(_) | Item::Code(_) => {}
        }
    }
    words
}

#[test]
fn the_text_of_every_page_is_the_intended_text() {
    for file in all() {
        let Some(text) = tools::run("pdftotext", &["-raw", "-enc", "UTF-8", tools::path(&file.path), "-"])
        else {
            return;
        };
        let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
        assert_eq!(pages.len(), file.pages.len(), "{}", file.path.display());
        for (number, (said, page)) in (1..).zip(pages.iter().zip(&file.pages)) {
            let said: Vec<&str> = said.split_whitespace().collect();
            assert_eq!(said, words(page), "{} page {number}", file.path.display());
        }
    }
}

#[test]
fn qpdf_is_silent() {
    for file in all() {
        let Some(report) = tools::run("qpdf", &["--check", tools::path(&file.path)]) else { return };
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
        let warned = report.to_ascii_lowercase().contains("warning");
        assert!(!warned, "{report}");
    }
}
