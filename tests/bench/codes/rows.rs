//! The codes that are compared: ours as kits really have them, and what others print in the same place.

use std::process::Command;

use tizilim::domain::lang::Trilingual;
use tizilim::print;
use tizilim::print::model::choice::Choice;
use tizilim::print::model::kit::{Document, Kit};
use tizilim::print::pdf::Fonts;
use tizilim::print::qr::{Level, Symbol};

use super::camera::{FOCAL_PX, Printed, SHARP_PX, Stain, View};
use super::kits;

/// A host of 16 characters.
const BASE: &str = "https://kasip.example.kz";

/// A link as services that shorten them give it out: it leads wherever its owner wants.
const SHORT_LINK: &str = "https://qr.example.kz/aB3dE";

/// The quiet zones at both sides, together.
const QUIET_MODULES: f64 = 8.0;

/// What a code is on: it says from where it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A sheet on a wall.
    Sheet,
    /// A sticker, on a door or in a book.
    Sticker,
}

impl Place {
    /// A sticker is looked at from a fifth of the distance: from 30 cm where a sheet is looked at from 1.5 m.
    pub fn distance_mm(self, of_a_sheet_mm: f64) -> f64 {
        match self {
            Self::Sheet => of_a_sheet_mm,
            Self::Sticker => of_a_sheet_mm / 5.0,
        }
    }
}

/// A code under its name.
pub struct Row {
    pub name: &'static str,
    pub place: Place,
    pub code: Printed,
}

/// One of our codes, and others in its place.
pub struct Rows {
    /// What it is on.
    pub title: String,
    /// As the project prints it.
    pub ours: Row,
    /// What `qrencode` makes of the same content without being told anything: of our letters, and with the host as people
    /// write it.
    pub same: Row,
    pub small: Row,
    /// A clean code of a shorter link with the least error correction and the largest modules, as large as ours without
    /// its quiet zone.
    pub clean: Row,
}

impl Row {
    /// The code that `qrencode` makes, so large.
    fn qrencode(name: &'static str, options: &[&str], text: &str, (place, side_mm): (Place, Side)) -> Self {
        let output =
            Command::new("qrencode").args(options).args(["-t", "ASCII", "-m", "0", "-o", "-", text]).output();
        let output = output.expect("qrencode is installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let picture = String::from_utf8(output.stdout).expect("text");
        let modules = picture.lines().count();
        // Each module is two letters wide.
        let dark: Vec<bool> =
            picture.lines().flat_map(|line| line.as_bytes().chunks(2).map(|pair| pair == b"##")).collect();
        assert_eq!(dark.len(), modules * modules, "{picture}");
        let side_mm = match side_mm {
            Side::Own(side_mm) => side_mm,
            Side::WithZone(zone_mm) => zone_mm * number(modules) / (number(modules) + QUIET_MODULES),
        };
        Self { name, place, code: Printed { modules, dark, side_mm, text: text.to_owned() } }
    }

    pub fn module_mm(&self) -> f64 {
        self.code.side_mm / number(self.code.modules)
    }

    /// Clean, seen straight by a still hand in good light, from so far away if it is a sheet.
    pub fn seen_from(&self, distance_mm: f64) -> View {
        View {
            px_per_module: FOCAL_PX * self.module_mm() / self.place.distance_mm(distance_mm),
            tilt_degrees: 0.0,
            stained: 0.0,
            stain: Stain::BesideCorners,
            blur_px: SHARP_PX,
            light: 1.0,
        }
    }
}

/// How large a code of others is.
#[derive(Clone, Copy)]
enum Side {
    /// Without its quiet zone.
    Own(f64),
    /// With it.
    WithZone(f64),
}

impl Rows {
    /// The first code of a kit, at its real size, and the others in its place.
    fn of(what: &str, place: Place, kit: &Kit) -> Self {
        let pages = print::lay_out(kit, &Fonts::new()).expect("a kit").pages;
        let drawn = pages.iter().find_map(|page| page.codes().next()).expect("a code");
        let side_mm = f64::from(drawn.area.right_mm - drawn.area.left_mm);
        let symbol = Symbol::new(&drawn.address, kit.choice.level).expect("a symbol");
        let modules = symbol.side_modules();
        let dark =
            (0..modules * modules).map(|place| symbol.is_dark(place % modules, place / modules)).collect();
        let code = Printed { modules, dark, side_mm, text: drawn.address.clone() };
        let zone_mm = side_mm * (1.0 + QUIET_MODULES / number(modules));
        let typed = drawn.address.replacen(&kit.base.host().to_ascii_uppercase(), kit.base.host(), 1);
        let others =
            |name, options: &[&str], text: &str, side| Row::qrencode(name, options, text, (place, side));
        Self {
            title: format!(
                "{what}: {side_mm:.1} mm, {modules} modules of {:.2} mm",
                side_mm / number(modules)
            ),
            same: others("qrencode, the same letters", &[], &drawn.address, Side::WithZone(zone_mm)),
            small: others("qrencode, host in small letters", &[], &typed, Side::WithZone(zone_mm)),
            clean: others(
                "V2-L of a short link, same side",
                &["-v", "2", "-l", "L"],
                SHORT_LINK,
                Side::Own(side_mm),
            ),
            ours: Row { name: "ours", place, code },
        }
    }

    /// All of them, ours first.
    pub fn all(&self) -> [&Row; 4] {
        [&self.ours, &self.same, &self.small, &self.clean]
    }
}

/// A kit of an ordinary school: a long list of documents, or those of its documents that are named.
fn kit(documents: Vec<Document>, choice: &[(&str, &str)]) -> Kit {
    let names = Trilingual::new(
        "Ахмет Байтұрсынұлы атындағы № 16 мектеп-лицейі",
        "Школа-лицей № 16 имени Ахмета Байтурсынулы",
        "",
    );
    let choice = Choice::read(choice.iter().copied()).expect("choices that there are");
    Kit { choice, ..kits::kit(BASE, names, documents) }
}

/// The sheets: of a whole shelf, of a document with a short title in both languages, of one in a single line, and at the
/// level for doors.
pub fn sheets() -> Vec<Rows> {
    let shelf = kits::shelf();
    let titled = |kk, ru| vec![kits::document(1, shelf[0].kind, kk, ru)];
    let sheets = |what, documents, level: Level| {
        Rows::of(what, Place::Sheet, &kit(documents, &[("parts", "sheets"), ("level", level.name())]))
    };
    vec![
        sheets("a sheet of a shelf", shelf.clone(), Level::Q),
        sheets("a sheet of two lines", titled("Ұжымдық шарт", "Коллективный договор"), Level::Q),
        sheets("a sheet of one line", titled("Еңбек кодексі", ""), Level::Q),
        sheets("a sheet of a shelf, level H", shelf.clone(), Level::H),
    ]
}

/// The stickers of a shelf on each stock.
pub fn stickers() -> Vec<Rows> {
    let sticker = |stock: &'static str| {
        let kit = kit(kits::shelf(), &[("parts", "stickers"), ("stock", stock)]);
        Rows::of(&format!("a sticker {stock}"), Place::Sticker, &kit)
    };
    ["L7160", "70x37", "L7165", "105x74"].into_iter().map(sticker).collect()
}

/// A number of modules as a measure.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
