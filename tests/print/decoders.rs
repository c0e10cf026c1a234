//! Every code of every sample organization in every layout is read exactly by three readers, at two resolutions.

use std::thread;

use tizilim::pdf::{self, Fonts};
use tizilim::stand::kit::Kit;
use tizilim::stand::sheet::{Area, Document};

use super::layouts::{ALL, Layout};
use super::readers::Readers;
use super::{kits, tools};

/// Resolutions in dots an inch: of a screen shot or a fax, and of an office scanner.
const RESOLUTIONS_DPI: [u16; 2] = [150, 300];

/// A host of 16 characters.
const BASE: &str = "https://kasip.example.kz";

/// Organizations whose kits share a file: the fonts are then subset once for all of them.
const KITS_IN_A_FILE: usize = 20;

/// A code in a file.
struct Place {
    page: usize,
    zone: Area,
    address: String,
}

/// A file with the kits of some organizations in one layout.
struct File {
    path: std::path::PathBuf,
    places: Vec<Place>,
}

fn file(layout: &Layout, part: usize, kits: &[Kit]) -> File {
    let fonts = Fonts::new();
    let mut documents = kits.iter().map(|kit| (layout.lay)(kit, &fonts).expect("a layout"));
    let mut all: Document = documents.next().expect("a kit");
    all.pages.extend(documents.flat_map(|document| document.pages));
    let bytes = pdf::write(&all, &fonts).expect("a file");
    let path = tools::keep(&format!("codes-{}-{part}.pdf", layout.name), &bytes);
    let places = (1..).zip(&all.pages).flat_map(|(page, drawn)| {
        drawn.codes().map(move |code| Place { page, zone: code.zone(), address: code.address.clone() })
    });
    File { path, places: places.collect() }
}

/// What went wrong in one file, and how many pictures were read.
fn check(file: &File, readers: &mut Readers) -> (usize, Vec<String>) {
    let mut faults = Vec::new();
    for place in &file.places {
        for dpi in RESOLUTIONS_DPI {
            let reading = readers
                .part(tools::path(&file.path), place.page, place.zone, dpi)
                .expect("an answer of the readers");
            for (reader, reads) in reading.says(&place.address) {
                if !reads {
                    let where_ = format!("{} page {} at {dpi} dpi", file.path.display(), place.page);
                    faults.push(format!("{reader}, {where_}: {} – {reading:?}", place.address));
                }
            }
        }
    }
    (file.places.len() * RESOLUTIONS_DPI.len(), faults)
}

#[test]
fn three_readers_find_the_exact_address_in_every_code_of_every_layout() {
    let organizations = kits::organizations();
    let kits: Vec<Kit> =
        organizations.iter().enumerate().map(|(number, names)| kits::numbered(number, BASE, names)).collect();
    let jobs: Vec<(&Layout, usize, &[Kit])> = ALL
        .iter()
        .flat_map(|layout| {
            kits.chunks(KITS_IN_A_FILE).enumerate().map(move |(part, kits)| (layout, part, kits))
        })
        .collect();
    if let Err(reason) = Readers::start() {
        tools::skip::<()>(&reason);
        return;
    }
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let work = |worker: usize| {
        let mut readers = Readers::start().expect("readers");
        let (mut pictures, mut faults) = (0, Vec::new());
        for (layout, part, kits) in jobs.iter().skip(worker).step_by(workers) {
            let (read, wrong) = check(&file(layout, *part, kits), &mut readers);
            pictures += read;
            faults.extend(wrong);
        }
        (pictures, faults)
    };
    let work = &work;
    let (pictures, faults) = thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|worker| scope.spawn(move || work(worker))).collect();
        let done = running.into_iter().map(|worker| worker.join().expect("a worker"));
        done.fold((0, Vec::new()), |(pictures, faults), (more, wrong)| {
            (pictures + more, [faults, wrong].concat())
        })
    });
    println!("{pictures} pictures of {} layouts were read", ALL.len());
    assert!(faults.is_empty(), "{} of {pictures}:\n{}", faults.len(), faults.join("\n"));
}
