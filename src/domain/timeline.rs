//! The editions of a document along the days: what somebody who travels in time moves along.

use super::calendar::Instant;
use super::document::Document;
use super::resolution::candidates;
use super::version::Version;

/// The editions that answer on some day, earliest first, seeing only what was recorded by `known`.
///
/// Of several that apply from the same day only the last one ever answers.
pub fn timeline(document: &Document, known: Instant) -> Vec<&Version> {
    let mut editions = candidates(document, known);
    editions.sort_by_key(|version| version.precedence());
    editions.reverse();
    editions.dedup_by_key(|version| version.requisites.effective_from);
    editions.reverse();
    editions
}

/// The editions about one edition of a timeline.
#[derive(Debug, Clone, Copy)]
pub struct Neighbours<'d> {
    /// The last one before it.
    pub before: Option<&'d Version>,
    /// The first one after it.
    pub after: Option<&'d Version>,
}

/// The neighbours of a version, which may itself stand in no timeline because it was withdrawn or corrected.
pub fn neighbours<'d>(timeline: &[&'d Version], version: &Version) -> Neighbours<'d> {
    let before = timeline.partition_point(|other| other.precedence() < version.precedence());
    let not_after = timeline.partition_point(|other| other.precedence() <= version.precedence());
    Neighbours {
        before: before.checked_sub(1).and_then(|at| timeline.get(at)).copied(),
        after: timeline.get(not_after).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::AppliesTo;
    use crate::domain::document_kind::DocumentKind;
    use crate::domain::fact::{Fact, FactDetail};
    use crate::domain::ids::{DocumentId, FactId, OrganizationId, VersionId};
    use crate::domain::lang::Trilingual;
    use crate::domain::requisites::{Prolongation, Requisites};
    use crate::domain::resolution::{Answer, resolve};
    use crate::domain::{AsOf, Code, Day};

    fn version(ordinal: u8, year: i16) -> Version {
        Version {
            id: VersionId::from_random([ordinal; 16]),
            ordinal: ordinal.into(),
            requisites: Requisites {
                signed_on: None,
                effective_from: Day::constant(year, 1, 1),
                term_end: None,
                prolongation: Prolongation::None,
            },
            corrects: None,
            published_at: Instant::UNIX_EPOCH,
            texts: Vec::new(),
            attachments: Vec::new(),
            facts: Vec::new(),
        }
    }

    fn ordinals(editions: &[&Version]) -> Vec<u32> {
        editions.iter().map(|version| version.ordinal).collect()
    }

    #[test]
    fn every_edition_of_the_timeline_answers_from_its_day_on() {
        let mut versions = vec![version(1, 2024), version(2, 2022), version(3, 2024), version(4, 2026)];
        versions.push(version(5, 2025));
        let detail = FactDetail::Withdrawn { reason: "a mistake".to_owned() };
        versions[4].facts.push(Fact {
            id: FactId::from_random([9; 16]),
            detail,
            recorded_at: Instant::UNIX_EPOCH,
        });
        let document = Document {
            id: DocumentId::from_random([1; 16]),
            code: Code::from_random([1; 6]),
            owner: OrganizationId::from_random([1; 16]),
            kind: DocumentKind::Law,
            titles: Trilingual::default(),
            concerns: Trilingual::default(),
            short_titles: Trilingual::default(),
            applies_to: AppliesTo::All,
            successor: None,
            versions,
        };
        let editions = timeline(&document, Instant::MAX);
        assert_eq!(ordinals(&editions), [2, 3, 4]);
        for edition in &editions {
            let answer =
                resolve(&document, AsOf { day: edition.requisites.effective_from, known: Instant::MAX });
            assert!(matches!(answer, Answer::Version { version, .. } if version.id == edition.id));
        }
        let about = |at: usize| {
            let found = neighbours(&editions, &document.versions[at]);
            (found.before.map(|v| v.ordinal), found.after.map(|v| v.ordinal))
        };
        assert_eq!(about(1), (None, Some(3)));
        assert_eq!(about(2), (Some(2), Some(4)));
        assert_eq!(about(3), (Some(3), None));
        assert_eq!(about(0), (Some(2), Some(3)), "one that never answers");
        assert_eq!(about(4), (Some(3), Some(4)), "a withdrawn one");
    }
}
