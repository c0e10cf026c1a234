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
use crate::registry::{Result, View};

/// What the register does not know: where it is served, and what is to be printed.
#[derive(Debug, Clone)]
pub struct Order {
    /// The public address.
    pub base: Base,
    /// What the chair chose.
    pub choice: Choice,
}

/// Whether prints may hang on walls for ever: the host of this address was confirmed.
pub fn print_status(base: &Base, view: &View) -> PrintStatus {
    view.permanent_host_at(&base.origin()).map_or(PrintStatus::Trial, |_| PrintStatus::Permanent)
}

impl Order {
    /// The kit of an organization: everything on its shelf.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn kit(&self, view: &View, organization: &Organization) -> Result<Kit> {
        Ok(self.kit_of(view, organization, &view.shelf(organization)?))
    }

    /// A kit of these documents for an organization's stand.
    pub fn kit_of(&self, view: &View, organization: &Organization, documents: &[&Document]) -> Kit {
        let as_of = view.as_of();
        Kit {
            base: self.base.clone(),
            status: print_status(&self.base, view),
            choice: self.choice.clone(),
            // It was read before it was kept; an emblem that cannot be read any more is left out.
            emblem: VectorShape::parse(&view.brand().emblem).ok(),
            accent: view.brand().accent,
            organization: kit::Organization { code: organization.code, names: organization.name().clone() },
            union: view.union().name().clone(),
            phone: view.brand().phone.clone(),
            documents: documents.iter().map(|document| kit_document(document, as_of)).collect(),
            printed_on: as_of.day,
            revision: view.revision(),
        }
    }
}

fn kit_document(document: &Document, as_of: AsOf) -> kit::Document {
    let edition = match resolve(document, as_of) {
        Answer::Version { version, .. } => Some(version.requisites.effective_from),
        Answer::NothingPublished | Answer::AllWithdrawn => None,
    };
    kit::Document {
        code: document.code,
        kind: document.kind,
        titles: document.titles.clone(),
        concerns: document.concerns.clone(),
        short_titles: document.short_titles.clone(),
        edition,
    }
}
