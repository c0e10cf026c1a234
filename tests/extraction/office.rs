//! Documents that LibreOffice makes: the numbers in the body are those that the office program shows.

use std::path::{Path, PathBuf};
use std::process::Command;

use tizilim::text::bilingual::{Bilingual, split};
use tizilim::text::body::{Block, Body, Emphasis};
use tizilim::text::read;

/// Makes a document in this format; `None`, with the reason printed, where LibreOffice is not installed.
fn made(folder: &Path, name: &str, extension: &str) -> Option<PathBuf> {
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction").join(name).with_extension("fodt");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let made = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", extension, "--outdir"])
        .args([folder, &source])
        .output();
    match made {
        Ok(_) => Some(folder.join(name).with_extension(extension)),
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
    let Some(path) = made(folder.path(), "agreement", "docx") else { return };
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
        – бір тармақ
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
        ("–", 1),
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
fn other_office_formats_say_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["agreement", "layout"] {
        let Some(docx) = made(folder.path(), name, "docx") else { return };
        let expected = read_made(&docx).to_text();
        for extension in ["odt", "rtf"] {
            let path = made(folder.path(), name, extension).expect("what makes a DOCX");
            assert_eq!(read_made(&path).to_text(), expected, "{name}.{extension}");
        }
    }
}

#[test]
fn a_made_pdf_says_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(path) = made(folder.path(), "agreement", "pdf") else { return };
    let body = read_made(&path);
    assert!(has_bold(&body, "алдында"), "{body:#?}");
    let text = spaced(&body.to_text());
    for line in
        ["1.1. Шарт жасалды", "b) кәсіподақ", "2.1. Төлем күні[1] белгіленеді", "V) бесінші", "мұғалім 120"]
    {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn a_made_pdf_is_read_right_in_whichever_fonts_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(path) = made(folder.path(), "clauses", "pdf") else { return };
    assert_eq!(read_made(&path).to_text(), include_str!("../samples/fonts/clauses.txt"));
}

#[test]
fn columns_tables_and_running_heads_are_the_same_in_both_formats() {
    let folder = tempfile::tempdir().expect("a folder");
    let read = |extension: &str| made(folder.path(), "layout", extension).map(|path| read_made(&path));
    let (Some(docx), Some(pdf)) = (read("docx"), read("pdf")) else { return };
    assert_eq!(pdf.to_text(), docx.to_text());
    let text = pdf.to_text();
    let orders: Vec<_> = (1..=6).map(|number| text.find(&format!("{number}-абзац"))).collect();
    assert!(orders.is_sorted() && orders[0].is_some(), "{orders:?}");
    assert!(
        !text.contains("ұжымдық шарты") && !text.contains('–'),
        "a running head or a page number in {text}"
    );
    let shape = |body: &Body| -> Vec<Vec<usize>> {
        let rows = |block: &Block| match block {
            Block::Table { rows } => Some(rows.iter().map(|row| row.cells.len()).collect()),
            _ => None,
        };
        body.blocks.iter().filter_map(rows).collect()
    };
    assert_eq!(shape(&pdf), [vec![3; 4], vec![2; 5]]);
    assert_eq!(shape(&docx), shape(&pdf));
    assert!(matches!(&pdf.blocks[0], Block::Heading { level: 1, .. }), "{:?}", pdf.blocks[0]);
    let Block::Paragraph { content, .. } = &docx.blocks[1] else { panic!("a paragraph") };
    assert_eq!(content[1].link.as_deref(), Some("https://example.kz/shart"));
    assert_eq!(split(&pdf), None, "one bilingual table does not make a bilingual document");
    for mut body in [docx, pdf] {
        // The second page alone is one.
        let second =
            body.blocks.iter().position(|block| block.to_text().starts_with("Екі тілдегі")).expect("it");
        body.blocks.drain(..second);
        let Bilingual { kk, ru } = split(&body).expect("a bilingual document");
        let anchors = |body: &Body| -> Vec<String> {
            body.blocks.iter().filter_map(|block| Some(block.anchor()?.to_owned())).collect()
        };
        assert_eq!(anchors(&kk), ["art-1", "art-1-p-1", "art-2", "art-2-p-1"]);
        assert_eq!(anchors(&ru), anchors(&kk));
        assert_eq!(kk.blocks.last().map(Block::to_text).as_deref(), Some("Соңғы жол осы құжатта."));
        assert!(
            ru.to_text().starts_with("Статья 1. Общие положения\n1. Настоящий договор"),
            "{}",
            ru.to_text()
        );
    }
}
