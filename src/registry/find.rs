//! Finding documents and organizations by what people type.

use super::snapshot::Snapshot;
use crate::domain::document::Document;
use crate::domain::organization::{Organization, Status};
use crate::domain::resolution::{Answer, resolve};
use crate::domain::{Day, Instant};
use crate::text::find::{score, words};

/// Most results of each kind: more do not help on a phone.
const RESULTS_MAX: usize = 50;

/// What was found.
#[derive(Debug, Default)]
pub struct Found<'s> {
    /// Documents with their owners, best first.
    pub documents: Vec<(&'s Document, &'s Organization)>,
    /// Organizations, best first.
    pub organizations: Vec<&'s Organization>,
}

impl Snapshot {
    /// The documents and organizations whose titles, names or numbers hold every word of the query.
    ///
    /// A document is found by its owner's name too; `kind_names` gives the words for its kind in all languages.
    pub fn search(
        &self,
        query: &str,
        day: Day,
        known: Instant,
        kind_names: impl Fn(&Document) -> String,
    ) -> Found<'_> {
        let wanted = words(query);
        if wanted.is_empty() {
            return Found::default();
        }
        let names = |organization: &Organization| {
            let names: Vec<&str> = organization.name().iter().map(|(_, name)| name).collect();
            format!("{} {}", names.join(" "), organization.number)
        };
        let documents = self.documents().iter().filter_map(|document| {
            let owner = self.owner(document);
            let titles: Vec<&str> = document.titles.iter().map(|(_, title)| title).collect();
            let all = format!("{} {} {}", titles.join(" "), kind_names(document), names(owner));
            let shown = !matches!(resolve(document, day, known), Answer::AllWithdrawn);
            Some((score(&wanted, &all), (document, owner))).filter(|(points, _)| *points > 0 && shown)
        });
        let organizations = self.organizations().iter().filter_map(|organization| {
            let active = usize::from(organization.status == Status::Active);
            let points = score(&wanted, &names(organization));
            (points > 0).then_some((2 * points + active, organization))
        });
        Found { documents: best(documents), organizations: best(organizations) }
    }
}

/// The results by points; equal ones stay in their order.
fn best<T>(scored: impl Iterator<Item = (usize, T)>) -> Vec<T> {
    let mut scored: Vec<(usize, T)> = scored.collect();
    scored.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    scored.into_iter().take(RESULTS_MAX).map(|(_, result)| result).collect()
}
