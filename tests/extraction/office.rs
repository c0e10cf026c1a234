//! Documents that LibreOffice makes: the numbers in the body are those that the office program shows.

use std::path::{Path, PathBuf};
use std::process::Command;

use tizilim::text::body::{Block, Body, Emphasis};
use tizilim::text::read;

/// Makes the agreement in this format; `None`, with the reason printed, where LibreOffice is not installed.
fn agreement(folder: &Path, extension: &str, filter: &str) -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction/agreement.fodt");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let made = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .args([folder, &source])
        .output();
    match made {
        Ok(_) => Some(folder.join("agreement").with_extension(extension)),
        Err(error) if std::env::var_os("CI").is_some() => panic!("soffice is needed: {error}"),
        Err(error) => {
            println!("skipped, because soffice cannot be run: {error}");
            None
        }
    }
}

fn read_made(path: &Path) -> Body {
    let bytes = std::fs::read(path).expect("soffice made the file");
    read(&bytes).expect("a readable document").body
}

fn has_bold(body: &Body, word: &str) -> bool {
    body.blocks.iter().any(|block| {
        matches!(block, Block::Paragraph { content, .. }
            if content.iter().any(|span| span.text == word && span.emphasis == Emphasis::Bold))
    })
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_made_document_has_the_numbers_that_are_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(path) = agreement(folder.path(), "docx", "docx") else { return };
    let body = read_made(&path);
    let expected = "Ұжымдық шарт
        1. Жалпы ережелер
        1.1. Шарт жасалды
        a) жұмыс беруші
        b) кәсіподақ
        1.2. Шарт мерзімі
        a) үш жыл
        2. Еңбекақы
        2.1. Төлем күні[1] белгіленеді
        Кестенің алдында
        Лауазым
        мұғалім 120
        1. Қайта бірінші
        2. Қайта екінші
        IV) төртінші
        V) бесінші
        • бір тармақ
        жол үзілді да
        [1] Айына екі рет.";
    assert_eq!(spaced(&body.to_text()), spaced(expected));
    let label = |block: &Block| match block {
        Block::Paragraph { label: Some(label), depth, .. } => Some((label.clone(), *depth)),
        _ => None,
    };
    let labels: Vec<(String, u8)> = body.blocks.iter().filter_map(label).collect();
    let expected = [
        ("1.", 1),
        ("1.1.", 2),
        ("a)", 3),
        ("b)", 3),
        ("1.2.", 2),
        ("a)", 3),
        ("2.", 1),
        ("2.1.", 2),
        ("1.", 1),
        ("2.", 1),
        ("IV)", 1),
        ("V)", 1),
        ("•", 1),
    ];
    assert_eq!(labels, expected.map(|(label, depth)| (label.to_owned(), depth)));
    assert!(matches!(&body.blocks[0], Block::Heading { level: 1, .. }));
    assert!(has_bold(&body, "алдында"), "{body:#?}");
    let table = body.blocks.iter().find_map(|block| match block {
        Block::Table { rows } => {
            Some(rows.iter().map(|row| row.cells.iter().map(|cell| cell.columns).collect()).collect())
        }
        _ => None,
    });
    let columns: Vec<Vec<u16>> = table.expect("a table");
    assert_eq!(columns, [vec![2], vec![1, 1]]);
}

#[test]
fn a_made_pdf_says_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(path) = agreement(folder.path(), "pdf", "pdf") else { return };
    let body = read_made(&path);
    assert!(has_bold(&body, "алдында"), "{body:#?}");
    let text = spaced(&body.to_text());
    for line in
        ["1.1. Шарт жасалды", "b) кәсіподақ", "2.1. Төлем күні1 белгіленеді", "V) бесінші", "мұғалім 120"]
    {
        assert!(text.contains(line), "{line} in {text}");
    }
}
