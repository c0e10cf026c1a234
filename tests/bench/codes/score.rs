//! Each code in three figures: the part of the shots in the field that are read, points, and how far it is read.

use std::thread;

use serde_json::json;

use super::camera::{Chance, SHARP_PX, Stain, View, photograph};
use super::readers::Readers;
use super::rows::Row;

/// How many of the pictures each reader read.
pub type Rates = [f64; 3];

/// The part of the pictures that must be read.
pub const LEAST_RATE: f64 = 0.95;

/// Where a person stands who looks at a sheet from the side, or at a dirty one.
pub const NEAR_MM: f64 = 1500.0;

/// Shots in the field.
const SHOTS: u32 = 400;

/// Pictures of each step of a sweep that points are made of.
const SEEDS: u32 = 20;

/// Pictures from each distance at which the reach is looked for.
const REACH_SEEDS: u32 = 60;

/// Values with how often each is met, in hundredths.
type Often = &'static [(f64, u32)];

/// Distances of a sheet in millimetres. It is read by who stands before it; some try from where they see it first.
const DISTANCES_MM: Often =
    &[(500.0, 10), (1000.0, 30), (1500.0, 25), (2000.0, 15), (2500.0, 8), (3000.0, 7), (4000.0, 5)];

/// Degrees from the code's normal.
const TILTS: Often = &[(0.0, 35), (20.0, 30), (40.0, 20), (55.0, 10), (65.0, 5)];

/// Blur in pixels: in focus, almost, and moved.
const BLURS_PX: Often = &[(SHARP_PX, 60), (1.2, 30), (2.0, 10)];

/// Part of the symbol that a stain covers, anywhere on it.
const STAINS: Often = &[(0.0, 75), (0.01, 10), (0.02, 7), (0.05, 5), (0.1, 3)];

/// How light the picture is: a room, a corridor, a corridor in the evening.
const LIGHTS: Often = &[(1.0, 65), (0.5, 25), (0.25, 10)];

/// What a code is worth.
#[derive(Clone, Copy, Default)]
pub struct Score {
    /// Part of the shots in the field that each reader reads.
    pub field: Rates,
    /// From 0 to 100.
    pub points: f64,
    /// Parts of the points: reach, tilt, stain, each from 0 to 1.
    pub parts: [f64; 3],
    /// How far away the first reader reads nearly every picture, in metres.
    pub reach_m: f64,
}

/// Steps from easy to hard, and what they make of the view of a code.
pub struct Sweep {
    pub title: &'static str,
    pub steps: &'static [f64],
    pub view: fn(&Row, f64) -> View,
}

/// The sweeps; distances are those of a sheet.
pub const SWEEPS: [Sweep; 4] = [
    Sweep {
        title: "Distance in metres, seen straight (a sticker: a fifth of it)",
        steps: &[2.0, 2.5, 3.0, 3.25, 3.5, 3.75, 4.0, 4.5, 5.0],
        view: |row, metres| row.seen_from(metres * 1000.0),
    },
    Sweep {
        title: "Tilt in degrees, from 1.5 m",
        steps: &[40.0, 50.0, 55.0, 60.0, 65.0, 70.0, 75.0],
        view: |row, tilt_degrees| View { tilt_degrees, ..row.seen_from(NEAR_MM) },
    },
    Sweep {
        title: "Stain beside the corner patterns in percent of the symbol, from 1.5 m",
        steps: &[2.0, 5.0, 7.5, 10.0, 12.5, 15.0],
        view: |row, percent| View { stained: percent / 100.0, ..row.seen_from(NEAR_MM) },
    },
    Sweep {
        title: "Stain anywhere in percent of the symbol, from 1.5 m",
        steps: &[0.5, 1.0, 2.0, 5.0, 10.0],
        view: |row, percent| View {
            stained: percent / 100.0,
            stain: Stain::Anywhere,
            ..row.seen_from(NEAR_MM)
        },
    },
];

/// What the parts count: reach, tilt, stain.
const WEIGHTS: [f64; 3] = [0.5, 0.25, 0.25];

impl Score {
    pub fn of(row: &Row, readers: &mut [Readers]) -> Self {
        let sweep = |sweep: &Sweep, readers: &mut [Readers]| {
            let rates = sweep
                .steps
                .iter()
                .map(|step| mean(rates(row, &|_| (sweep.view)(row, *step), SEEDS, readers)));
            let rates: Vec<f64> = rates.collect();
            rates.iter().sum::<f64>() / f64::from(u32::try_from(rates.len()).unwrap_or(1))
        };
        let [reach, tilt, beside, anywhere] = SWEEPS.each_ref().map(|each| sweep(each, readers));
        let parts = [reach, tilt, f64::midpoint(beside, anywhere)];
        let points = 100.0 * parts.iter().zip(WEIGHTS).map(|(part, weight)| part * weight).sum::<f64>();
        Self { field: field(row, readers), points, parts, reach_m: reach_m(row, readers) }
    }
}

/// The part of the shots in the field that each reader reads. The shots are the same for all codes of a place.
pub fn field(row: &Row, readers: &mut [Readers]) -> Rates {
    let shot = |chance: &mut Chance| {
        let view = row.seen_from(met(DISTANCES_MM, chance));
        let tilt_degrees = met(TILTS, chance);
        let (blur_px, stained, light) = (met(BLURS_PX, chance), met(STAINS, chance), met(LIGHTS, chance));
        View { tilt_degrees, stained, stain: Stain::Anywhere, blur_px, light, ..view }
    };
    rates(row, &shot, SHOTS, readers)
}

/// One of the values, as often as it is met.
fn met(values: Often, chance: &mut Chance) -> f64 {
    let mut at = chance.unit() * f64::from(values.iter().map(|(_, often)| often).sum::<u32>());
    let found = values.iter().find(|(_, often)| {
        at -= f64::from(*often);
        at < 0.0
    });
    found.or(values.last()).map_or(0.0, |(value, _)| *value)
}

/// How far away it is read, to a hundredth of the range that is looked through.
fn reach_m(row: &Row, readers: &mut [Readers]) -> f64 {
    let (mut near_mm, mut far_mm) = (500.0, 7500.0);
    for _ in 0..7 {
        let middle_mm = f64::midpoint(near_mm, far_mm);
        let is_read = rates(row, &|_| row.seen_from(middle_mm), REACH_SEEDS, readers)[0] >= LEAST_RATE;
        *if is_read { &mut near_mm } else { &mut far_mm } = middle_mm;
    }
    row.place.distance_mm(near_mm) / 1000.0
}

/// The part of so many pictures that each reader reads; a view may be another one for each.
pub fn rates(
    row: &Row,
    view: &(dyn Fn(&mut Chance) -> View + Sync),
    seeds: u32,
    readers: &mut [Readers],
) -> Rates {
    let workers = readers.len();
    let count = |first: usize, readers: &mut Readers| {
        let mut read = Rates::default();
        for seed in (0..seeds).skip(first).step_by(workers) {
            let view = view(&mut Chance::new(seed.wrapping_add(1 << 20)));
            let (width, height, grey) = photograph(&row.code, view, &mut Chance::new(seed));
            let question = json!({ "width": width, "height": height });
            let reading = readers.ask(&question, grey).expect("an answer of the readers");
            for (read, (_, says)) in read.iter_mut().zip(reading.says(&row.code.text)) {
                *read += f64::from(u8::from(says)) / f64::from(seeds);
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

/// The mean of the readers: nobody knows which one a phone has.
pub fn mean(rates: Rates) -> f64 {
    rates.iter().sum::<f64>() / 3.0
}
