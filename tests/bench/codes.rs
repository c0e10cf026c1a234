//! How far, at which angle and how dirty a printed code is still read, beside the same content as `qrencode` makes it.
//!
//! `cargo bench --bench codes`. A simulated camera ([`camera`]) looks at the code of a sheet; three readers look at its
//! pictures. Each row is a rate over the same seeds. What the project promises must be read by zxing-cpp, the engine of
//! many phones, in nearly every single picture; a phone tries many a second.

mod camera;
#[path = "../print/readers.rs"]
mod readers;

use std::process::{Command, ExitCode};
use std::thread;

use camera::{Chance, FOCAL_PX, Printed, Stain, View, photograph};
use readers::Readers;
use serde_json::json;
use tizilim::domain::Code;
use tizilim::print::qr::{Base, Level, Symbol};

/// Pictures of each code in each view.
const SEEDS: u32 = 60;

/// The part of the pictures that must be read.
const LEAST_RATE: f64 = 0.95;

/// A host of 16 characters.
const BASE: &str = "https://kasip.example.kz";

/// A sheet's code is so large, or has modules so large.
const SIDE_MM: f64 = 130.0;
const MODULE_MM: f64 = 4.4;

/// The quiet zones at both sides, together.
const QUIET_MODULES: f64 = 8.0;

/// Where a person stands who looks at a code from the side, or at a dirty one.
const NEAR_MM: f64 = 1500.0;

/// From here the modules of a sheet's code of level Q (130 mm, 29 modules) are 2 px wide.
const TWO_PX_MM: f64 = FOCAL_PX * SIDE_MM / 29.0 / 2.0;

/// The names of the readers, in the order of their answers.
const READERS: [&str; 3] = ["zxing-cpp", "zbar", "rxing"];

/// How many of the pictures each reader read.
type Rates = [f64; 3];

/// A code under its name.
struct Row {
    name: &'static str,
    code: Printed,
}

impl Row {
    /// The code as the project prints it on a sheet.
    fn ours(name: &'static str, text: &str, level: Level) -> Self {
        let symbol = Symbol::new(text, level).expect("a symbol");
        let modules = symbol.side_modules();
        let dark =
            (0..modules * modules).map(|place| symbol.is_dark(place % modules, place / modules)).collect();
        let side_mm = SIDE_MM.max(MODULE_MM * number(modules));
        Self { name, code: Printed { modules, dark, side_mm, text: text.to_owned() } }
    }

    /// The code that `qrencode` makes with no option but its output, printed in the same place: with its quiet zone it
    /// is as wide as ours with its own.
    fn qrencode(name: &'static str, text: &str, ours: &Self) -> Self {
        let output = Command::new("qrencode").args(["-t", "ASCII", "-m", "0", "-o", "-", text]).output();
        let output = output.expect("qrencode is installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let picture = String::from_utf8(output.stdout).expect("text");
        let modules = picture.lines().count();
        // Each module is two letters wide.
        let dark: Vec<bool> =
            picture.lines().flat_map(|line| line.as_bytes().chunks(2).map(|pair| pair == b"##")).collect();
        assert_eq!(dark.len(), modules * modules, "{picture}");
        let side_mm = ours.place_mm() * number(modules) / (number(modules) + QUIET_MODULES);
        Self { name, code: Printed { modules, dark, side_mm, text: text.to_owned() } }
    }

    /// Width with the quiet zone.
    fn place_mm(&self) -> f64 {
        self.code.side_mm + self.module_mm() * QUIET_MODULES
    }

    fn module_mm(&self) -> f64 {
        self.code.side_mm / number(self.code.modules)
    }

    /// Pixels of a module from a distance.
    fn px_from(&self, distance_mm: f64) -> f64 {
        FOCAL_PX * self.module_mm() / distance_mm
    }

    /// The part of the pictures that each reader reads.
    fn rates(&self, view: View, readers: &mut [Readers]) -> Rates {
        let workers = readers.len();
        let count = |first: usize, readers: &mut Readers| {
            let mut read = Rates::default();
            for seed in (0..SEEDS).skip(first).step_by(workers) {
                let (width, height, grey) = photograph(&self.code, view, &mut Chance::new(seed));
                let question = json!({ "width": width, "height": height });
                let reading = readers.ask(&question, grey).expect("an answer of the readers");
                for (read, (_, says)) in read.iter_mut().zip(reading.says(&self.code.text)) {
                    *read += f64::from(u8::from(says)) / f64::from(SEEDS);
                }
            }
            read
        };
        let count = &count;
        let counts: Vec<Rates> = thread::scope(|scope| {
            let readers = readers.iter_mut().enumerate();
            let running: Vec<_> =
                readers.map(|(first, readers)| scope.spawn(move || count(first, readers))).collect();
            running.into_iter().map(|worker| worker.join().expect("a worker")).collect()
        });
        std::array::from_fn(|reader| counts.iter().map(|read| read[reader]).sum())
    }
}

/// A number of modules as a measure.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Seen straight and clean.
fn straight(px_per_module: f64) -> View {
    View { px_per_module, tilt_degrees: 0.0, stained: 0.0, stain: Stain::BesideCorners }
}

/// A table of rates from easy to hard, and for each reader how hard it may be.
struct Sweep {
    title: &'static str,
    unit: &'static str,
    steps: &'static [f64],
    view: fn(&Row, f64) -> View,
}

const SWEEPS: [Sweep; 4] = [
    Sweep {
        title: "Distance in metres, seen straight",
        unit: "m",
        steps: &[2.0, 2.5, 3.0, 3.25, 3.5, 3.75, 4.0, 4.5, 5.0],
        view: |row, metres| straight(row.px_from(metres * 1000.0)),
    },
    Sweep {
        title: "Tilt in degrees, from 1.5 m",
        unit: "°",
        steps: &[40.0, 50.0, 55.0, 60.0, 65.0, 70.0, 75.0],
        view: |row, tilt_degrees| View { tilt_degrees, ..near(row) },
    },
    Sweep {
        title: "Stain beside the corner patterns in percent of the symbol, from 1.5 m",
        unit: "%",
        steps: &[2.0, 5.0, 7.5, 10.0, 12.5, 15.0],
        view: |row, percent| View { stained: percent / 100.0, ..near(row) },
    },
    Sweep {
        title: "Stain anywhere in percent of the symbol, from 1.5 m",
        unit: "%",
        steps: &[0.5, 1.0, 2.0, 5.0, 10.0],
        view: |row, percent| View { stained: percent / 100.0, stain: Stain::Anywhere, ..near(row) },
    },
];

impl Sweep {
    fn print(&self, rows: &[Row], readers: &mut [Readers]) {
        println!("\n{}: percent of {SEEDS} pictures read by {}", self.title, READERS[0]);
        let steps: String = self.steps.iter().map(|step| format!("{step:>6}")).collect();
        println!("{:<38}{steps}   limit by {}", "", READERS.join(", "));
        for row in rows {
            let rates: Vec<Rates> =
                self.steps.iter().map(|step| row.rates((self.view)(row, *step), readers)).collect();
            let shown: String = rates.iter().map(|rates| format!("{:>6.0}", rates[0] * 100.0)).collect();
            let limits = [0, 1, 2].map(|reader| {
                let held = rates.iter().take_while(|rates| rates[reader] >= LEAST_RATE).count();
                held.checked_sub(1)
                    .map_or("–".to_owned(), |last| format!("{}{}", self.steps[last], self.unit))
            });
            println!("{:<38}{shown}   {}", row.name, limits.join(", "));
        }
    }
}

fn main() -> ExitCode {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut readers: Vec<Readers> = match (0..workers).map(|_| Readers::start()).collect() {
        Ok(readers) => readers,
        Err(missing) => {
            println!("not measured: {missing}");
            return ExitCode::from(u8::from(std::env::var_os("CI").is_some()));
        }
    };
    let rows = rows();
    if !std::env::args().any(|argument| argument == "--promises") {
        for sweep in SWEEPS {
            sweep.print(&rows, &mut readers);
        }
    }
    ExitCode::from(u8::from(!promises(&rows, &mut readers)))
}

/// The codes that are compared, each described on a line.
fn rows() -> [Row; 4] {
    let base = Base::parse(BASE).expect("a base");
    let codes = ["7K3M9Q3", "4HD0TWX"].map(|code| Code::parse(code).expect("a code"));
    let address = base.address(&codes);
    let typed = format!("{BASE}/{}/{}", codes[0], codes[1]);
    let ours = Row::ours("ours, level Q", &address, Level::Q);
    let same = Row::qrencode("qrencode, the same letters", &address, &ours);
    let small = Row::qrencode("qrencode, host in small letters", &typed, &ours);
    let rows = [ours, Row::ours("ours, level H", &address, Level::H), same, small];
    for row in &rows {
        println!(
            "{:<32} {} modules, {:.1} mm a side, {:.1} mm with its quiet zone, {:.2} mm a module: {}",
            row.name,
            row.code.modules,
            row.code.side_mm,
            row.place_mm(),
            row.module_mm(),
            row.code.text
        );
    }
    rows
}

/// What the project promises, each beside the same content by `qrencode`. Whether all is kept.
fn promises(rows: &[Row; 4], readers: &mut [Readers]) -> bool {
    let [level_q, level_h, same, _] = rows;
    type Seen = fn(&Row) -> View;
    let two_px: Seen = |row| straight(row.px_from(TWO_PX_MM));
    let promises: [(&str, &Row, Seen); 4] = [
        ("2 px a module of ours, straight", level_q, two_px),
        ("a tilt of 55°, from 1.5 m", level_q, |row| View { tilt_degrees: 55.0, ..near(row) }),
        ("5 % stained beside the corner patterns", level_q, |row| View { stained: 0.05, ..near(row) }),
        ("10 % stained beside the corner patterns", level_h, |row| View { stained: 0.1, ..near(row) }),
    ];
    println!("\nAt least {:.0} % of {SEEDS} pictures must be read by {}", LEAST_RATE * 100.0, READERS[0]);
    let mut kept = true;
    for (promise, ours, view) in promises {
        for row in [ours, same] {
            let rates = row.rates(view(row), readers);
            let shown =
                [0, 1, 2].map(|reader| format!("{} {:>3.0} %", READERS[reader], rates[reader] * 100.0));
            println!("{promise:<40} {:<28} {}", row.name, shown.join("  "));
            kept &= row.name == same.name || rates[0] >= LEAST_RATE;
        }
    }
    kept
}

/// Clean, seen straight by somebody who stands near.
fn near(row: &Row) -> View {
    straight(row.px_from(NEAR_MM))
}
