//! What printing costs: the first sheet of a fresh process, a batch of a thousand sheets, and the same sheet by Typst,
//! ReportLab and WeasyPrint.
//!
//! `cargo bench --bench print`. All figures are CPU time, of user and system and of all threads, taken inside the
//! process from before the first to after the last byte of the file: starting a process, the interpreter and its
//! imports are not counted. The other programs get their lines broken and placed and the code as finished outlines; ours
//! lays out, makes the code, and reads it again in the print proof.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tizilim::config::Memory;
use tizilim::domain::brand::Accent;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Day, Lang};
use tizilim::press::{self, Batch, Order, Scope, Zip};
use tizilim::print::model::choice::Choice;
use tizilim::print::model::display_list::Item;
use tizilim::print::model::kit::{Document, Kit, Organization, PrintStatus};
use tizilim::print::model::style::Font;
use tizilim::print::qr;
use tizilim::print::qr::{Base, Symbol};
use tizilim::registry::{Clock, DocumentInput, NewWords, Registry, Setup, Worker};

/// Fresh processes of which the median counts.
const RUNS: usize = 7;

/// A sheet is asked for by a tap and must not be felt.
const FIRST_MOST_MS: f64 = 15.0;

/// A union's thousand sheets take seconds.
const LEAST_SHEETS_PER_S: f64 = 300.0;

/// A small server prints for all.
const MOST_MB: f64 = 150.0;

/// From 250 sheets on memory may grow by this much: the state of the allocator, not of the batch.
const FLAT_MB: f64 = 8.0;

/// On a shared machine of CI other work falls on the same cores.
const CI_SLACK: f64 = 2.0;

/// Sheets after which memory is read for the first time.
const EARLY_SHEETS: usize = 250;

/// Documents on every shelf of the batch: with 120 organizations more than a thousand sheets.
const KINDS: [DocumentKind; 9] = [
    DocumentKind::Law,
    DocumentKind::Charter,
    DocumentKind::SectorAgreement,
    DocumentKind::RegionalAgreement,
    DocumentKind::Regulation,
    DocumentKind::WorkPlan,
    DocumentKind::Report,
    DocumentKind::LabourRules,
    DocumentKind::Leaflet,
];

/// What a fresh process measured of itself.
#[derive(Serialize, Deserialize)]
struct Measured {
    sheets: usize,
    cpu_ms: f64,
    /// Greatest memory so far, after [`EARLY_SHEETS`] and at the end.
    early_mb: f64,
    memory_mb: f64,
}

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("child-sheet") => tell(&first_sheet()),
        Some("child-batch") => tell(&batch()),
        _ => return compare(),
    }
    ExitCode::SUCCESS
}

/// CPU time of this process so far.
fn cpu() -> Duration {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(spent.tv_sec.unsigned_abs(), u32::try_from(spent.tv_nsec).unwrap_or_default())
}

fn since_ms(start: Duration) -> f64 {
    (cpu() - start).as_secs_f64() * 1000.0
}

/// Greatest memory of this process so far.
fn memory_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the status of the process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its greatest memory");
    let kib: f64 = line.trim().trim_end_matches(" kB").trim().parse().expect("a number");
    kib / 1024.0
}

fn tell(measured: &Measured) {
    println!("{}", serde_json::to_string(measured).expect("figures"));
}

/// One sheet of an ordinary school.
fn kit() -> Kit {
    let code = |text| Code::parse(text).expect("a code");
    let document = Document {
        code: code("7K3M9Q3"),
        kind: DocumentKind::CollectiveAgreement,
        titles: Trilingual::new(
            "№ 54 мектеп-лицейдің 2025–2028 жылдарға арналған ұжымдық шарты",
            "Коллективный договор школы-лицея № 54 на 2025–2028 годы",
            "",
        ),
        concerns: Trilingual::default(),
        short_titles: Trilingual::default(),
        edition: Some(Day::constant(2025, 9, 1)),
    };
    Kit {
        base: Base::parse("https://kasip.example.kz").expect("a base"),
        status: PrintStatus::Permanent,
        choice: Choice::read([("parts", "sheets")]).expect("a choice"),
        emblem: None,
        accent: Accent::default(),
        organization: Organization {
            code: code("4HD0TWX"),
            names: Trilingual::new("№ 54 мектеп-лицейі", "Школа-лицей № 54", ""),
        },
        union: Trilingual::new(
            "Астана қаласының білім және ғылым қызметкерлері кәсіподағы",
            "Профсоюз работников образования и науки города Астаны",
            "",
        ),
        phone: String::new(),
        documents: vec![document],
        clauses: Vec::new(),
        printed_on: Day::constant(2026, 11, 22),
        revision: 1234,
    }
}

fn first_sheet() -> Measured {
    let kit = kit();
    let start = cpu();
    let bytes = press::kit(&kit).expect("a sheet");
    let cpu_ms = since_ms(start);
    std::fs::write(file("sheet-ours.pdf"), bytes).expect("a file");
    Measured { sheets: 1, cpu_ms, early_mb: memory_mb(), memory_mb: memory_mb() }
}

/// The sheets of all sample organizations in one archive.
fn batch() -> Measured {
    let folder = tempfile::tempdir().expect("a folder");
    let registry = registry(folder.path());
    let order = Order {
        base: Base::parse("https://kasip.example.kz").expect("a base"),
        choice: Choice::read([("parts", "sheets"), ("pending", "yes")]).expect("a choice"),
    };
    let organizations = registry.read(|view| Scope::default().organizations(view)).expect("organizations");
    let batch = Batch { order, organizations, lang: Lang::Kk };
    let (mut sheets, mut early_mb) = (0, None);
    let start = cpu();
    let mut count = |told: press::Told<'_>| {
        assert!(matches!(told, press::Told::Printed(_)), "{told:?}");
        sheets += KINDS.len();
        if sheets >= EARLY_SHEETS && early_mb.is_none() {
            early_mb = Some(memory_mb());
        }
        ControlFlow::Continue(())
    };
    batch.print(&registry, &mut Zip::new(std::io::sink()), &mut count).expect("a batch");
    let cpu_ms = since_ms(start);
    Measured { sheets, cpu_ms, early_mb: early_mb.expect("enough sheets"), memory_mb: memory_mb() }
}

fn registry(folder: &Path) -> Registry {
    let registry = Registry::open(Setup {
        folder: folder.to_owned(),
        database_url: None,
        store: None,
        clock: Clock::Machine,
        worker: Worker {
            program: env!("CARGO_BIN_EXE_tizilim").into(),
            arguments: Vec::new(),
            converter: None,
            photos: None,
        },
        tesseract: None,
        poll_every: Duration::from_secs(3600),
        stale_after: Duration::from_secs(30),
        cache_bytes: Memory::default().register_bytes(),
    })
    .expect("a registry");
    let table = registry.table(include_bytes!("../samples/organizations.csv")).expect("a table");
    registry.import(&table, NewWords::Accepted, "bench").expect("organizations");
    let union = registry.glance().union().code;
    for kind in KINDS {
        let titles = Trilingual::new(
            "Қала мектептері қызметкерлерінің еңбегі туралы",
            "О труде работников школ города",
            "",
        );
        let input = DocumentInput { titles, ..DocumentInput::default() };
        registry.add_document(union, kind, &input, "bench").expect("a document");
    }
    registry
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A fresh process of this program.
fn fresh(work: &str) -> Measured {
    let own = std::env::current_exe().expect("this program");
    let output = Command::new(own).arg(work).output().expect("a process");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("its figures")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The same sheet as the other programs get it: what stands where.
fn description() -> Value {
    let kit = kit();
    let drawn = press::parts(&kit).expect("a sheet").swap_remove(0).1;
    let address = kit.base.address(&[kit.documents[0].code, kit.organization.code]);
    let svg = qr::svg(&Symbol::new(&address, kit.choice.level).expect("a symbol"));
    let (mut texts, mut rules, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    for item in &drawn[0].items {
        match item {
            Item::Text(paragraph) => texts.extend(paragraph.lines.iter().map(|line| {
                json!({
                    "x_mm": line.x_mm, "baseline_mm": line.baseline_mm, "size_pt": line.style.size_pt,
                    "bold": line.style.font != Font::Regular, "text": line.text.trim_end(),
                })
            })),
            Item::Rule(rule) => rules.push(json!({
                "from_mm": rule.from_mm, "to_mm": rule.to_mm, "thickness_mm": rule.thickness_mm,
            })),
            Item::Code(code) => codes.push(json!({
                "zone_mm": [code.zone().left_mm, code.zone().top_mm],
                "width_mm": code.zone().right_mm - code.zone().left_mm,
                "outlines_mm": code.outlines,
                "svg": svg,
            })),
            Item::Fill(_) | Item::Shape(_) | Item::TrialMark(_) => {}
        }
    }
    json!({ "texts": texts, "rules": rules, "codes": codes })
}

/// CPU time of the first sheet by another program, in milliseconds.
fn other(script: &str, sheet: &Path) -> Result<f64, String> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let mut command = Command::new(&python);
        command.arg(root.join("tests/bench").join(script)).arg(sheet).arg(root.join("fonts"));
        let output = command.arg(file(&format!("{script}.pdf"))).output().map_err(|why| why.to_string())?;
        let told = String::from_utf8_lossy(&output.stdout).trim().parse::<f64>();
        runs.push(told.map_err(|_| String::from_utf8_lossy(&output.stderr).into_owned())?);
    }
    Ok(median(runs))
}

/// A figure on a line of its own, and whether it is as promised.
fn promise(what: &str, value: f64, unit: &str, is_kept: bool) -> bool {
    println!("{what:<44}{value:>9.1} {unit}{}", if is_kept { "" } else { "  <- NOT KEPT" });
    is_kept
}

fn compare() -> ExitCode {
    let is_ci = std::env::var_os("CI").is_some();
    let slack = if is_ci { CI_SLACK } else { 1.0 };
    let mut kept = true;
    let first = median((0..RUNS).map(|_| fresh("child-sheet").cpu_ms).collect());
    kept &= promise(
        "first A4 sheet of a process, proof included",
        first,
        "ms CPU (at most 15)",
        first <= FIRST_MOST_MS * slack,
    );
    let many = fresh("child-batch");
    let rate = f64::from(u32::try_from(many.sheets).unwrap_or(u32::MAX)) / many.cpu_ms * 1000.0;
    println!("a batch of {} sheets into an archive, proof and kept codes included", many.sheets);
    kept &= promise("  sheets", rate, "a CPU second (at least 300)", rate >= LEAST_SHEETS_PER_S / slack);
    kept &= promise("  greatest memory", many.memory_mb, "MB (at most 150)", many.memory_mb <= MOST_MB);
    let grown = many.memory_mb - many.early_mb;
    kept &= promise("  of it since the first 250 sheets", grown, "MB (at most 8)", grown <= FLAT_MB);
    let sheet = file("sheet.json");
    std::fs::write(&sheet, description().to_string()).expect("a file");
    println!("the same sheet, first of a process, lines already placed");
    for (name, script) in [
        ("Typst", "sheet_typst.py"),
        ("ReportLab", "sheet_reportlab.py"),
        ("WeasyPrint", "sheet_weasyprint.py"),
    ] {
        match other(script, &sheet) {
            Ok(theirs) => {
                let unit = format!("ms CPU, {:.1} times ours", theirs / first);
                kept &= promise(&format!("  {name}"), theirs, &unit, theirs * slack > first);
            }
            Err(why) => {
                println!("  {name} is not measured: {why}");
                kept &= !is_ci;
            }
        }
    }
    ExitCode::from(u8::from(!kept))
}
