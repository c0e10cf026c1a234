//! Real and hostile files through the reader: laws come out whole and in order, attacks come out refused.

#[path = "extraction/fonts.rs"]
mod fonts;
#[path = "extraction/office.rs"]
mod office;
#[path = "program.rs"]
mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tizilim::domain::Lang;
use tizilim::domain::media::Media;
use tizilim::text::body::{Block, Body};
use tizilim::text::language;
use tizilim::text::measure::{Wanted, measure};
use tizilim::text::{Refusal, read, review, sniff};

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

fn anchors(body: &Body) -> Vec<String> {
    let anchor = |block: &Block| match block {
        Block::Heading { anchor, .. } | Block::Paragraph { anchor, .. } => anchor.clone(),
        Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => None,
    };
    body.blocks.iter().filter_map(anchor).collect()
}

#[test]
fn laws_come_out_whole_and_in_order() {
    for text in samples("law", "txt") {
        let wanted = fs::read_to_string(&text).expect("a readable sample");
        for extension in ["docx", "pdf"] {
            let path = text.with_extension(extension);
            let outline = fs::read_to_string(text.with_extension("outline")).expect("an outline");
            let measured = measure(
                &read_law(&path),
                &[],
                Wanted { text: &wanted, outline: Some(&outline), doubts: None },
            );
            println!("{measured:?} {}", path.display());
            let least = if extension == "docx" { 99.9 } else { 99.5 };
            assert!(measured.characters.percent() >= least, "{measured:?} {}", path.display());
            assert_eq!(measured.headings.right, measured.headings.wanted, "{}", path.display());
            assert_eq!(measured.order.right, measured.order.wanted, "{}", path.display());
        }
    }
}

/// Small files of the kinds of which people report that programs read them wrong, each with what must come out.
#[test]
fn cases_come_out_as_they_are_read() {
    let mut paths = Vec::new();
    for extension in ["docx", "odt", "pdf"] {
        paths.extend(samples("cases", extension));
    }
    assert!(paths.len() > 30, "{paths:?}");
    for path in paths {
        let beside = |extension: &str| fs::read_to_string(path.with_extension(extension)).ok();
        let (text, doubts) = (beside("txt").expect("a text"), beside("doubts"));
        let body = read_law(&path);
        let lang = language::of(&body.to_text()).unwrap_or(Lang::Kk);
        let told = review::doubts(&[(lang, &body)], None);
        let measured =
            measure(&body, &told, Wanted { text: &text, outline: None, doubts: doubts.as_deref() });
        for (name, share) in measured.shares() {
            assert_eq!(share.right, share.wanted, "{name} of {}: {}", path.display(), body.to_text());
        }
    }
}

#[test]
fn a_command_measures_and_refuses_what_is_below_the_limits() {
    let measure = |folder: &Path| {
        let mut command = program::program();
        command.arg("measure").arg(folder).current_dir(folder).output().expect("the program runs")
    };
    let law = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/law");
    let good = measure(&law);
    assert!(good.status.success(), "{good:?}");
    let out = String::from_utf8_lossy(&good.stdout).into_owned();
    assert_eq!(out.lines().count(), 1 + 12 + 1, "{out}");
    assert_eq!(
        out.lines().last(),
        Some(" 100.000 %   100.000 %   100.000 %           –           –           –  total"),
        "{out}"
    );
    let folder = tempfile::tempdir().expect("a folder");
    assert!(!measure(folder.path()).status.success(), "nothing was measured");
    let name = "zakon_pedagog_kk_v1";
    let text = fs::read_to_string(law.join(name).with_extension("txt")).expect("a sample");
    fs::copy(law.join(name).with_extension("docx"), folder.path().join("law.docx")).expect("a copy");
    fs::write(folder.path().join("law.txt"), text.replace("педагог", "мұғалім")).expect("a file");
    let bad = measure(folder.path());
    assert!(!bad.status.success() && bad.stderr.starts_with(folder.path().as_os_str().as_encoded_bytes()));
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
fn the_languages_of_a_law_share_anchors() {
    let read = |name: &str, extension: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/law");
        anchors(&read_law(&folder.join(name).with_extension(extension)))
    };
    // The samples are excerpts: articles that both languages have are compared, and points that an excerpt leaves out.
    let pairs: [(&str, &str, &[&str]); 2] = [
        ("zakon_pedagog_kk_v2", "zakon_pedagog_ru_v2", &[]),
        ("zakon_profsoyuz_kk", "zakon_profsoyuz_ru", &["art-1-s-8", "art-1-s-9"]),
    ];
    for (kk, ru, left_out) in pairs {
        for extension in ["docx", "pdf"] {
            let (kk, ru) = (read(kk, extension), read(ru, extension));
            let article =
                |anchor: &String| anchor.split("-p-").next()?.split("-s-").next().map(str::to_owned);
            let of_both = |anchor: &&String| {
                article(anchor).is_some_and(|article| kk.contains(&article) && ru.contains(&article))
            };
            let kk: Vec<_> = kk.iter().filter(of_both).collect();
            let ru: Vec<_> =
                ru.iter().filter(of_both).filter(|anchor| !left_out.contains(&anchor.as_str())).collect();
            assert_eq!(kk, ru);
            assert!(kk.len() > 15, "{kk:?}");
        }
    }
}

#[test]
fn anchors_are_ascii_and_unique() {
    for path in samples("law", "docx").into_iter().chain(samples("law", "pdf")) {
        let mut all = anchors(&read_law(&path));
        assert!(all.iter().all(|anchor| anchor.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "{}", path.display());
    }
}

#[test]
fn hostile_files_are_accepted_or_refused_in_time() {
    for path in samples("hostile", "pdf") {
        let bytes = fs::read(&path).expect("a readable sample");
        let start = Instant::now();
        let outcome = on_a_stack(move || read(&bytes));
        println!("{:?} {:?} {}", start.elapsed(), outcome.as_ref().map(|_| "read"), path.display());
        assert!(start.elapsed() < PATIENCE, "{}", path.display());
        // This one takes a password that nobody gave; the rest are merely broken.
        let protected = path.ends_with("pdfjs_pr6531_1.pdf");
        assert_eq!(outcome.as_ref().err() == Some(&Refusal::Encrypted), protected, "{}", path.display());
        assert_ne!(outcome.err(), Some(Refusal::UnknownType), "{}", path.display());
    }
}

#[test]
fn cut_and_scrambled_laws_never_take_the_reader_down() {
    for path in samples("law", "docx").into_iter().chain(samples("law", "pdf")) {
        let whole = fs::read(&path).expect("a readable sample");
        // A fixed sequence (Knuth's multiplier): the same damage every time.
        let mut state = 1_u64;
        for round in 0..12 {
            let mut bytes = whole.clone();
            for _ in 0..8 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = (state >> 33) as usize % bytes.len();
                bytes[at] = (state >> 24) as u8;
            }
            bytes.truncate(whole.len() * (12 - round) / 12);
            let start = Instant::now();
            let _ = on_a_stack(move || read(&bytes));
            assert!(start.elapsed() < PATIENCE, "{} round {round}", path.display());
        }
    }
}

#[test]
fn the_content_decides_and_not_the_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/law");
    for (extension, media) in [("docx", Some(Media::Docx)), ("pdf", Some(Media::Pdf)), ("txt", None)] {
        let bytes = fs::read(folder.join("zakon_pedagog_kk_v1").with_extension(extension)).expect("a sample");
        assert_eq!(sniff(&bytes), media);
    }
}

fn on_a_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(run);
    thread.expect("a thread").join().expect("the reader does not panic")
}
