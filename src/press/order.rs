//! From the shelf of an organization to the plain values of a kit.

use crate::domain::AsOf;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::print::model::choice::Choice;
use crate::print::model::kit;
use crate::print::model::kit::{Kit, PrintStatus};
use crate::print::model::vector_shape::VectorShape;
use crate::print::qr::Base;
use crate::registry::Snapshot;

/// What the register does not know: where it is served, and when it prints.
#[derive(Debug, Clone)]
pub struct Order {
    /// The public address.
    pub base: Base,
    /// Whether it is confirmed as permanent.
    pub status: PrintStatus,
    /// The day of printing, and what is known then.
    pub as_of: AsOf,
    /// What the chair chose.
    pub choice: Choice,
}

/// Whether prints may hang on walls for ever: the host of this address was confirmed.
pub fn print_status(base: &Base, snapshot: &Snapshot) -> PrintStatus {
    snapshot.permanent_host(&base.origin()).map_or(PrintStatus::Trial, |_| PrintStatus::Permanent)
}

impl Order {
    /// The kit of an organization: everything on its shelf.
    pub fn kit(&self, snapshot: &Snapshot, organization: &Organization) -> Kit {
        let documents = snapshot.shelf(organization, self.as_of);
        self.kit_of(snapshot, organization, &documents)
    }

    /// A kit of these documents for an organization's stand.
    pub fn kit_of(&self, snapshot: &Snapshot, organization: &Organization, documents: &[&Document]) -> Kit {
        Kit {
            base: self.base.clone(),
            status: self.status,
            choice: self.choice.clone(),
            // It was read before it was kept; an emblem that cannot be read any more is left out.
            emblem: VectorShape::parse(&snapshot.brand.emblem).ok(),
            accent: snapshot.brand.accent,
            organization: kit::Organization { code: organization.code, names: organization.name().clone() },
            union: snapshot.union().name().clone(),
            documents: documents.iter().map(|document| self.document(document)).collect(),
            printed_on: self.as_of.day,
            revision: snapshot.revision,
        }
    }

    fn document(&self, document: &Document) -> kit::Document {
        let edition = match resolve(document, self.as_of) {
            Answer::Version { version, .. } => Some(version.requisites.effective_from),
            Answer::NothingPublished | Answer::AllWithdrawn => None,
        };
        kit::Document {
            code: document.code,
            kind: document.kind,
            titles: document.titles.clone(),
            concerns: document.concerns.clone(),
            edition,
        }
    }
}
