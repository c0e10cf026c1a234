//! Every code of every sample organization in every layout is read exactly by three readers, at two resolutions.

use std::collections::BTreeMap;
use std::thread;

use serde_json::json;
use tizilim::print::model::display_list::Document;
use tizilim::print::model::geometry::Area;
use tizilim::print::model::kit::Kit;
use tizilim::print::pdf;
use tizilim::print::pdf::Fonts;

use super::readers::Readers;
use super::{kits, layouts, tools};

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

/// The kits in one layout, in one file.
fn file(name: &str, documents: Vec<Document>) -> File {
    let mut documents = documents.into_iter();
    let mut all = documents.next().expect("a kit");
    all.pages.extend(documents.flat_map(|document| document.pages));
    let bytes = pdf::write(&all, &Fonts::new()).expect("a file");
    let places = (1..).zip(&all.pages).flat_map(|(number, page)| {
        page.codes().map(move |code| Place {
            page: number,
            zone: layouts::zone(page, code),
            address: code.address.clone(),
        })
    });
    File { path: tools::keep(&format!("codes-{name}.pdf"), &bytes), places: places.collect() }
}

/// The kits of some organizations in every layout.
fn files(part: usize, kits: &[Kit]) -> Vec<File> {
    let mut documents = BTreeMap::<_, Vec<_>>::new();
    for kit in kits {
        for (name, document) in layouts::of(kit) {
            documents.entry(name).or_default().push(document);
        }
    }
    let kits = documents.into_iter();
    kits.map(|(name, documents)| file(&format!("{name}-{part}"), documents)).collect()
}

/// What went wrong in one file, and how many pictures were read.
fn check(file: &File, readers: &mut Readers) -> (usize, Vec<String>) {
    let mut faults = Vec::new();
    for place in &file.places {
        for dpi in RESOLUTIONS_DPI {
            let Area { left_mm, top_mm, right_mm, bottom_mm } = place.zone;
            let question = json!({
                "file": tools::path(&file.path),
                "page": place.page,
                "dpi": dpi,
                "box_mm": [left_mm, top_mm, right_mm, bottom_mm],
            });
            let reading = readers.ask(&question, Vec::new()).expect("an answer of the readers");
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
    let parts: Vec<(usize, &[Kit])> = kits.chunks(KITS_IN_A_FILE).enumerate().collect();
    if let Err(reason) = Readers::start() {
        tools::skip::<()>(&reason);
        return;
    }
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let work = |worker: usize| {
        let mut readers = Readers::start().expect("readers");
        let (mut pictures, mut faults) = (0, Vec::new());
        for (part, kits) in parts.iter().skip(worker).step_by(workers) {
            for file in files(*part, kits) {
                let (read, wrong) = check(&file, &mut readers);
                pictures += read;
                faults.extend(wrong);
            }
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
    println!("{pictures} pictures of {} layouts were read", layouts::ALL.len());
    assert!(faults.is_empty(), "{} of {pictures}:\n{}", faults.len(), faults.join("\n"));
}
