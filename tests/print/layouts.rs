//! Every layout in which a kit is printed.

use tizilim::pdf::Fonts;
use tizilim::stand::kit::Kit;
use tizilim::stand::qr::Level;
use tizilim::stand::sheet::Document;
use tizilim::stand::{self, LayoutError};

/// A way to print a kit.
pub struct Layout {
    /// What it is called in the names of files.
    pub name: &'static str,
    /// Lays out a kit.
    pub lay: fn(&Kit, &Fonts) -> Result<Document, LayoutError>,
}

/// All of them.
pub const ALL: &[Layout] = &[
    Layout { name: "a4", lay: |kit, fonts| stand::whole(kit, fonts) },
    Layout { name: "a4-h", lay: |kit, fonts| stand::whole(&Kit { level: Level::H, ..kit.clone() }, fonts) },
];
