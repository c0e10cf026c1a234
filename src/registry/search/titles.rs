//! Documents and organizations by their titles, names and numbers.

use std::collections::HashMap;

use super::super::snapshot::Snapshot;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::organization::{Organization, Status};
use crate::domain::resolution::{Answer, resolve};
use crate::domain::{AsOf, Lang};
use crate::text::find::Name;

/// Most results of each kind: more do not help on a phone.
const RESULTS_MAX: usize = 50;

/// The words of every title and name of a snapshot, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// In the order of the snapshot's documents.
    documents: Vec<Name>,
    /// In the order of the snapshot's organizations.
    organizations: Vec<Name>,
}

impl Titles {
    /// `kind_name` says what a kind is called. A document is found by its owner's name too.
    pub(super) fn new(snapshot: &Snapshot, kind_name: fn(DocumentKind, Lang) -> String) -> Self {
        let kinds: HashMap<DocumentKind, String> = DocumentKind::ALL
            .map(|kind| (kind, Lang::ALL.map(|lang| kind_name(kind, lang)).join(" ")))
            .into();
        let document = |document: &Document| {
            let titles: Vec<&str> = document.titles.iter().map(|(_, title)| title).collect();
            let kind = &kinds[&document.kind];
            Name::new(&format!("{} {kind} {}", titles.join(" "), names(snapshot.owner(document))))
        };
        Self {
            documents: snapshot.documents().iter().map(document).collect(),
            organizations: snapshot.organizations().iter().map(|one| Name::new(&names(one))).collect(),
        }
    }

    /// The documents whose titles hold every word of the query, with their owners, best first.
    pub(super) fn documents<'s>(
        &self,
        snapshot: &'s Snapshot,
        wanted: &Name,
        as_of: AsOf,
    ) -> Vec<(&'s Document, &'s Organization)> {
        let scored = snapshot.documents().iter().zip(&self.documents).filter_map(|(document, name)| {
            let points = name.points(wanted);
            let is_shown = points > 0 && !matches!(resolve(document, as_of), Answer::AllWithdrawn);
            is_shown.then(|| (points, (document, snapshot.owner(document))))
        });
        best(scored)
    }

    /// The organizations whose names or numbers hold every word of the query, best first.
    pub(super) fn organizations<'s>(&self, snapshot: &'s Snapshot, wanted: &Name) -> Vec<&'s Organization> {
        let scored =
            snapshot.organizations().iter().zip(&self.organizations).filter_map(|(organization, name)| {
                let active = usize::from(organization.status == Status::Active);
                let points = name.points(wanted);
                (points > 0).then_some((2 * points + active, organization))
            });
        best(scored)
    }
}

fn names(organization: &Organization) -> String {
    let names: Vec<&str> = organization.name().iter().map(|(_, name)| name).collect();
    format!("{} {}", names.join(" "), organization.number)
}

/// The results by points; equal ones stay in their order.
fn best<T>(scored: impl Iterator<Item = (usize, T)>) -> Vec<T> {
    let mut scored: Vec<(usize, T)> = scored.collect();
    scored.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    scored.into_iter().take(RESULTS_MAX).map(|(_, result)| result).collect()
}
