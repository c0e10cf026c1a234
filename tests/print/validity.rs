//! Every layout is a valid PDF/A-1b with exactly the text that was intended, by other people's tools.

use std::collections::BTreeMap;
use std::path::PathBuf;

use tizilim::pdf::{self, Fonts};
use tizilim::stand::sheet::{Item, Page};

use super::{kits, layouts, tools};

/// Where Debian keeps Apache PDFBox and what it needs.
const JARS: [&str; 8] = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "commons-io",
    "javax.activation",
    "jaxb-api",
];

/// A file, and the pages that it should show.
struct Printed {
    path: PathBuf,
    pages: Vec<Page>,
}

/// The whole gallery in every layout.
fn all() -> Vec<Printed> {
    let gallery = kits::gallery();
    let each = gallery.iter().flat_map(|kit| layouts::ALL.iter().map(move |layout| (kit, layout)));
    each.map(|((name, kit), layout)| {
        let fonts = Fonts::new();
        let document =
            (layout.lay)(kit, &fonts).unwrap_or_else(|why| panic!("{name}, {}: {why:?}", layout.name));
        let bytes = pdf::write(&document, &fonts).expect("a file");
        Printed {
            path: tools::keep(&format!("valid-{}-{name}.pdf", layout.name), &bytes),
            pages: document.pages,
        }
    })
    .collect()
}

/// The words of a page in the order of its display list.
fn words(page: &Page) -> Vec<&str> {
    let texts = page.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.text.as_str()),
        Item::Specimen(word) => Some(word.text.as_str()),
        Item::Rule(_) | Item::Code(_) => None,
    });
    texts.flat_map(str::split_whitespace).collect()
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

#[test]
fn preflight_says_valid_pdf_a_1b() {
    let class_path = JARS.map(|jar| format!("/usr/share/java/{jar}.jar")).join(":");
    let files = all();
    let list: String = files.iter().map(|file| format!("{}\n", tools::path(&file.path))).collect();
    let list = tools::keep("preflight.txt", list.as_bytes());
    let report = list.with_extension("txt.preflight.xml");
    // An older report must not be taken for the new one; there may be none.
    let _ = std::fs::remove_file(&report);
    let class = "org.apache.pdfbox.preflight.Validator_A1b";
    let arguments = ["-cp", &class_path, class, "xml", "group", tools::path(&list)];
    if tools::run("java", &arguments).is_none() {
        return;
    }
    let report = std::fs::read_to_string(report).expect("the report of Preflight");
    let mut faults: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let verdicts: Vec<&str> = report.split("<preflight name=\"").skip(1).collect();
    assert_eq!(verdicts.len(), files.len(), "a verdict on each file");
    for verdict in verdicts {
        let name = verdict.split('"').next().unwrap_or_default();
        if verdict.contains("<isValid type=\"PDF/A1-b\">true</isValid>") {
            continue;
        }
        let details = verdict.split("<details>").skip(1).filter_map(|rest| rest.split("</details>").next());
        for detail in details {
            let files = faults.entry(detail.to_owned()).or_default();
            if files.last() != Some(&name) {
                files.push(name);
            }
        }
        faults.entry("not valid".to_owned()).or_default().push(name);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
