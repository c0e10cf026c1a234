//! How far, at which angle and how dirty our codes are still read, beside the same content as `qrencode` makes it and a
//! clean code of a shorter link.
//!
//! `cargo bench --bench codes`. A simulated camera ([`camera`]) looks at the codes of sheets and stickers at the sizes
//! that kits really have ([`rows`]); three readers look at its pictures. Each code gets three figures ([`score`]):
//!
//! - **field**: the part of 400 shots that are read, as the mean of the three readers. Distance, tilt, blur, stain and light
//!   of each are drawn on their own, as often as people meet them; the tables say how often. A sticker is looked at from a
//!   fifth of a sheet's distance. The shots are the same for all codes. In brackets what each reader reads alone. A shot is
//!   one picture of a video that has 30 a second.
//! - **points**: 100 × (½ reach + ¼ tilt + ¼ stain). Each is the mean over the steps of its sweep of what the three readers
//!   read of 20 pictures; the stain is the mean of both sweeps. 100 would be a code that is read at 5 m, at 75° and with a
//!   tenth of it gone, corners included: no code is.
//! - **reach**: how far away zxing-cpp, the engine of many phones, reads 95 % of 60 pictures, seen straight.
//!
//! What the project promises must be read by zxing-cpp in nearly every single picture; a phone tries many a second.
//! `-- --promises` measures that alone; `-- --sweeps` prints every step of the sweeps as well.

#[path = "codes/camera.rs"]
mod camera;
#[expect(dead_code, reason = "the tests ask for more")]
#[path = "../print/kits.rs"]
mod kits;
#[path = "../print/readers.rs"]
mod readers;
#[path = "codes/rows.rs"]
mod rows;
#[path = "codes/score.rs"]
mod score;

use std::process::ExitCode;
use std::thread;

use camera::{FOCAL_PX, View};
use readers::Readers;
use rows::{Row, Rows};
use score::{LEAST_RATE, NEAR_MM, SWEEPS, Score, mean};

/// Pictures of each code in each view.
const SEEDS: u32 = 60;

/// The names of the readers, in the order of their answers.
const READERS: [&str; 3] = ["zxing-cpp", "zbar", "rxing"];

fn main() -> ExitCode {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut readers: Vec<Readers> = match (0..workers).map(|_| Readers::start()).collect() {
        Ok(readers) => readers,
        Err(missing) => {
            println!("not measured: {missing}");
            return ExitCode::from(u8::from(std::env::var_os("CI").is_some()));
        }
    };
    let is_asked = |name: &str| std::env::args().any(|argument| argument == name);
    let (sheets, stickers) = (rows::sheets(), rows::stickers());
    if !is_asked("--promises") {
        println!("{:<34} field ({})  points (reach, tilt, stain)  read from", "", READERS.join(", "));
        for rows in sheets.iter().chain(&stickers) {
            compare(rows, &mut readers);
            if is_asked("--sweeps") {
                sweep(rows, &mut readers);
            }
        }
    }
    let is_kept = promises(&sheets, &mut readers) & leads(&[&sheets[0], &stickers[0]], &mut readers);
    ExitCode::from(u8::from(!is_kept))
}

/// A code and the others in its place, in figures and as ratios.
fn compare(rows: &Rows, readers: &mut [Readers]) {
    println!("\n{}", rows.title);
    let ours = Score::of(&rows.ours, readers);
    for row in rows.all() {
        let score = if row.name == rows.ours.name { ours } else { Score::of(row, readers) };
        let ([reach, tilt, stain], [zxing, zbar, rxing]) = (score.parts, score.field);
        let field = mean(score.field);
        println!(
            "  {:<32} {field:.3} ({zxing:.2}, {zbar:.2}, {rxing:.2})  {:>6.1} ({reach:.2}, {tilt:.2}, {stain:.2})     {:>5.2} m   ours: field × {:.2}, points × \
             {:.2}, reach × {:.2}   {} modules of {:.2} mm",
            row.name,
            score.points,
            score.reach_m,
            mean(ours.field) / field,
            ours.points / score.points,
            ours.reach_m / score.reach_m,
            row.code.modules,
            row.module_mm(),
        );
    }
}

/// Every step of the sweeps, and for each reader how hard it may be.
fn sweep(rows: &Rows, readers: &mut [Readers]) {
    for sweep in SWEEPS {
        println!("  {}: percent of {SEEDS} pictures read by {}", sweep.title, READERS[0]);
        let steps: String = sweep.steps.iter().map(|step| format!("{step:>6}")).collect();
        println!("  {:<32}{steps}   limit by {}", "", READERS.join(", "));
        for row in rows.all() {
            let rates: Vec<_> = sweep
                .steps
                .iter()
                .map(|step| score::rates(row, &|_| (sweep.view)(row, *step), SEEDS, readers))
                .collect();
            let shown: String = rates.iter().map(|rates| format!("{:>6.0}", rates[0] * 100.0)).collect();
            let limits = [0, 1, 2].map(|reader| {
                let held = rates.iter().take_while(|rates| rates[reader] >= LEAST_RATE).count();
                held.checked_sub(1).map_or("–".to_owned(), |last| sweep.steps[last].to_string())
            });
            println!("  {:<32}{shown}   {}", row.name, limits.join(", "));
        }
    }
}

/// In the field ours are read at least as often as the others in their place. Whether that is so.
fn leads(places: &[&Rows], readers: &mut [Readers]) -> bool {
    println!("\nNo code is read more often in the field than ours");
    let mut kept = true;
    for rows in places {
        let fields = rows.all().map(|row| mean(score::field(row, readers)));
        for (row, field) in rows.all().iter().zip(fields) {
            println!("{:<40} {:<32} {field:.3}", rows.title, row.name);
        }
        kept &= fields.iter().all(|field| *field <= fields[0]);
    }
    kept
}

/// What the project promises of sheets, each beside the same content by `qrencode`. Whether all is kept.
fn promises(sheets: &[Rows], readers: &mut [Readers]) -> bool {
    type Seen = fn(&Row, &Row) -> View;
    let (level_q, level_h) = (&sheets[0], &sheets[sheets.len() - 1]);
    fn near(row: &Row) -> View {
        row.seen_from(NEAR_MM)
    }
    let promises: [(&str, &Rows, Seen); 4] = [
        ("2 px a module of ours, straight", level_q, |row, ours| {
            row.seen_from(FOCAL_PX * ours.module_mm() / 2.0)
        }),
        ("a tilt of 55°, from 1.5 m", level_q, |row, _| View { tilt_degrees: 55.0, ..near(row) }),
        ("5 % stained beside the corner patterns", level_q, |row, _| View { stained: 0.05, ..near(row) }),
        ("10 % stained beside the corner patterns", level_h, |row, _| View { stained: 0.1, ..near(row) }),
    ];
    println!("\nAt least {:.0} % of {SEEDS} pictures must be read by {}", LEAST_RATE * 100.0, READERS[0]);
    let mut kept = true;
    for (promise, rows, view) in promises {
        for row in [&rows.ours, &rows.same] {
            let rates = score::rates(row, &|_| view(row, &rows.ours), SEEDS, readers);
            let shown =
                [0, 1, 2].map(|reader| format!("{} {:>3.0} %", READERS[reader], rates[reader] * 100.0));
            println!("{promise:<40} {:<28} {}", row.name, shown.join("  "));
            kept &= row.name == rows.same.name || rates[0] >= LEAST_RATE;
        }
    }
    kept
}
