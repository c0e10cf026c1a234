//! Kits for tests.

use super::choice::Choice;
use super::display_list;
use super::kit::{Document, Kit, Organization, PrintStatus};
use crate::domain::brand::Accent;
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::domain::{Code, Day};
use crate::print::qr::Base;

pub fn code(number: u8) -> Code {
    Code::from_random([number, 7, 11, 13, 17, 19])
}

/// A file without pages.
pub fn empty(title: &str) -> display_list::Document {
    display_list::Document {
        title: title.to_owned(),
        printed_on: Day::constant(2026, 11, 22),
        accent: Accent::default(),
        pages: Vec::new(),
    }
}

pub fn document(number: u8, kk: &str, ru: &str) -> Document {
    Document {
        code: code(number),
        kind: DocumentKind::CollectiveAgreement,
        titles: Trilingual::new(kk, ru, ""),
        concerns: Trilingual::default(),
        short_titles: Trilingual::default(),
        edition: Some(Day::constant(2025, 9, 1)),
    }
}

pub fn kit(host: &str, kk: &str, ru: &str, documents: Vec<Document>) -> Kit {
    Kit {
        base: Base::parse(&format!("https://{host}")).expect("a base"),
        status: PrintStatus::Permanent,
        choice: Choice::default(),
        emblem: None,
        accent: Accent::default(),
        organization: Organization { code: code(200), names: Trilingual::new(kk, ru, "") },
        union: Trilingual::new("Кәсіподақ", "Профсоюз", ""),
        phone: "+7 7172 00 00 00".to_owned(),
        documents,
        clauses: Vec::new(),
        printed_on: Day::constant(2026, 11, 22),
        revision: 12,
    }
}
