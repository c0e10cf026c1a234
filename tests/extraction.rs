//! Real and hostile files through the reader: laws come out whole and in order, attacks come out refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tizilim::domain::media::Media;
use tizilim::text::body::{Block, Body};
use tizilim::text::{Refusal, read, sniff};

/// The stack of the process that reads files; hostile ones are tried under the same conditions.
const STACK_BYTES: usize = 8 << 20;

/// How long one file may take in an unoptimised build.
const PATIENCE: Duration = Duration::from_secs(60);

fn samples(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the samples are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|known| known == extension))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no {extension} in {}", folder.display());
    files
}

fn read_law(path: &Path) -> Body {
    read(&fs::read(path).expect("a readable sample")).expect("a law is read").body
}

/// The share of the wanted characters that come out in order, in percent; white space counts as one space.
fn share_percent(wanted: &str, found: &str) -> f64 {
    let characters =
        |text: &str| -> Vec<char> { text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect() };
    let (wanted, found) = (characters(wanted), characters(found));
    let edits = edits(&wanted, &found);
    let common = (wanted.len() + found.len() - edits) / 2;
    common as f64 * 100.0 / wanted.len().max(found.len()) as f64
}

/// The fewest insertions and deletions that turn one text into the other (Myers 1986).
fn edits(a: &[char], b: &[char]) -> usize {
    let most = a.len() + b.len();
    let mut reach = vec![0_usize; 2 * most + 2];
    for edits in 0..=most {
        for diagonal in (most - edits..=most + edits).step_by(2) {
            let down = diagonal == most - edits
                || (diagonal != most + edits && reach[diagonal - 1] < reach[diagonal + 1]);
            let mut x = if down { reach[diagonal + 1] } else { reach[diagonal - 1] + 1 };
            let mut y = x + most - diagonal;
            while x < a.len() && y < b.len() && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reach[diagonal] = x;
            if x >= a.len() && y >= b.len() {
                return edits;
            }
        }
    }
    most
}

fn anchors(body: &Body) -> Vec<String> {
    let anchor = |block: &Block| match block {
        Block::Heading { anchor, .. } | Block::Paragraph { anchor, .. } => anchor.clone(),
        Block::Table { .. } | Block::Picture => None,
    };
    body.blocks.iter().filter_map(anchor).collect()
}

#[test]
fn laws_come_out_whole_and_in_order() {
    for text in samples("law", "txt") {
        let wanted = fs::read_to_string(&text).expect("a readable sample");
        for extension in ["docx", "pdf"] {
            let path = text.with_extension(extension);
            let share = share_percent(&wanted, &read_law(&path).to_text());
            println!("{share:.3} % {}", path.display());
            assert!(share >= 99.5, "{share:.3} % of {}", path.display());
        }
    }
}

#[test]
fn paragraphs_of_a_pdf_are_those_of_its_docx() {
    for docx in samples("law", "docx") {
        let lines =
            |path: &Path| -> Vec<String> { read_law(path).to_text().lines().map(str::to_owned).collect() };
        let (wanted, found) = (lines(&docx), lines(&docx.with_extension("pdf")));
        let missing: Vec<_> = wanted.iter().filter(|line| !found.contains(line)).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", docx.display());
        assert_eq!(wanted.len(), found.len(), "{}", docx.display());
    }
}

#[test]
fn show() {
    for path in samples("law", "docx").into_iter().chain(samples("law", "pdf")) {
        println!("=== {}", path.display());
        for b in read_law(&path).blocks {
            match b {
                Block::Heading { level, anchor, content, .. } => {
                    println!("H{level} {anchor:?} {}", content[0].text.chars().take(60).collect::<String>())
                }
                Block::Paragraph { anchor, content, .. } => {
                    println!("   {anchor:?} {}", content[0].text.chars().take(40).collect::<String>())
                }
                _ => println!("?"),
            }
        }
    }
    for path in samples("hostile", "pdf") {
        let bytes = fs::read(&path).unwrap();
        let start = Instant::now();
        let r =
            std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || read(&bytes)).unwrap().join();
        println!(
            "{:?} {} {:?}",
            start.elapsed(),
            path.file_name().unwrap().display(),
            r.map(|r| r.map(|r| r.body.to_text().chars().take(60).collect::<String>()))
        );
    }
}

#[test]
fn show2() {
    for n in std::env::var("FILES").unwrap().split(' ') {
        let bytes = fs::read(n).unwrap();
        let r = read(&bytes);
        match r {
            Err(e) => println!("{n} {e:?}"),
            Ok(r) => {
                println!("=== {n} {:?}", r.media);
                for b in r.body.blocks {
                    println!("{b:?}");
                }
                for b in r.body.notes {
                    println!("{b:?}");
                }
            }
        }
    }
}
