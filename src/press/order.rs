//! From the shelf of an organization to the plain values of a kit.

use crate::domain::clause::NamedClause;
use crate::domain::document::Document;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::{AsOf, Clause, Code, Lang};
use crate::phrases::clause_name;
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
        let shelf = view.shelf(organization)?;
        let clauses = self.clauses(view, &shelf)?;
        Ok(Kit { clauses, ..self.kit_of(view, organization, &shelf) })
    }

    /// The articles and points that were chosen, where a text has them.
    fn clauses(&self, view: &View, shelf: &[&Document]) -> Result<Vec<kit::LabelledClause>> {
        let mut found = Vec::new();
        for document in shelf {
            let chosen = self.choice.clauses.iter().filter(|(code, _)| *code == document.code);
            let chosen: Vec<Clause> = chosen.map(|(_, clause)| *clause).collect();
            if !chosen.is_empty() {
                let texts = view.clauses(document)?;
                found.extend(chosen.iter().filter_map(|clause| labelled(document.code, *clause, &texts)));
            }
        }
        Ok(found)
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
            clauses: Vec::new(),
            printed_on: as_of.day,
            revision: view.revision(),
        }
    }
}

/// An article or a point with its name in each language of the text.
fn labelled(code: Code, clause: Clause, texts: &[(Lang, Vec<NamedClause>)]) -> Option<kit::LabelledClause> {
    let name = |lang: Lang| {
        let (_, named) = texts.iter().find(|(other, _)| *other == lang)?;
        Some(clause_name(lang, named.iter().find(|named| named.clause == clause)?))
    };
    let [kk, ru, en] = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| name(lang).unwrap_or_default());
    let names = Trilingual::new(&kk, &ru, &en);
    (!names.is_empty()).then_some(kit::LabelledClause { document: code, clause, names })
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
