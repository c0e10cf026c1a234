//! The invariants of the rule of the latest text, proved on random histories against a slow model.

mod agreements;
mod histories;
mod midnight;
mod model;
mod next_change;
mod reminders;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::answer::{choose_text, last_in_language};
use crate::domain::{Instant, Lang};
use histories::{
    AFTER_ALL, days, documents, ends, instants, microseconds_later, points, publish, record, requisites,
    version_mut,
};
use model::Seen;

/// No files of past failures: a failure prints the history that shows it.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() }
}

fn seen(document: &Document, day: Day, known: Instant) -> Seen {
    resolve(document, AsOf { day, known }).into()
}

/// The document as it was at an instant: whatever was recorded later is cut away.
fn as_recorded_by(document: &Document, known: Instant) -> Document {
    let mut document = document.clone();
    document.versions.retain(|version| version.published_at <= known);
    for version in &mut document.versions {
        version.facts.retain(|fact| fact.recorded_at <= known);
        version.texts.retain(|text| text.recorded_at <= known);
    }
    document
}

fn withdraw(document: &mut Document, ordinal: u32) {
    record(
        version_mut(document, ordinal),
        FactDetail::Withdrawn { reason: "a mistake".to_owned() },
        AFTER_ALL,
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn there_is_one_answer_and_it_is_the_models(document in documents(), points in points()) {
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            prop_assert_eq!(seen(&document, day, known), model::answer(&document, day, known));
            let ordinals = |versions: Vec<&Version>| versions.iter().map(|v| v.ordinal).collect::<Vec<_>>();
            prop_assert_eq!(
                ordinals(candidates(&document, known)),
                ordinals(model::candidates(&document, known))
            );
        }
    }

    #[test]
    fn every_version_has_the_status_of_the_model(document in documents(), points in points()) {
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            for version in &document.versions {
                prop_assert_eq!(status(version, AsOf { day, known }), model::status(version, day, known));
            }
        }
    }

    #[test]
    fn the_order_in_which_versions_are_loaded_does_not_matter(document in documents(), points in points()) {
        let mut reversed = document.clone();
        reversed.versions.reverse();
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            prop_assert_eq!(seen(&reversed, day, known), seen(&document, day, known));
        }
    }

    #[test]
    fn the_text_is_the_answers_and_falls_back_in_order(document in documents(), points in points()) {
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            let Answer::Version { version, .. } = resolve(&document, AsOf { day, known }) else { continue };
            for wish in Lang::ALL {
                let choice = choose_text(version, wish, known);
                prop_assert_eq!(choice.map(|choice| choice.text), model::text(version, wish, known));
                if let Some(choice) = choice {
                    prop_assert_eq!(choice.wish_missing, choice.text.lang != wish);
                    prop_assert!(version.texts.iter().any(|text| std::ptr::eq(text, choice.text)));
                }
                prop_assert_eq!(
                    last_in_language(&document, version, wish, known).map(|version| version.ordinal),
                    model::last_in_language(&document, version, wish, known)
                );
            }
        }
    }

    #[test]
    fn language_never_changes_the_version(document in documents(), points in points(), dropped in 0..3_usize) {
        let mut poorer = document.clone();
        for version in &mut poorer.versions {
            version.texts.retain(|text| text.lang != Lang::ALL[dropped]);
        }
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            prop_assert_eq!(seen(&poorer, day, known), seen(&document, day, known));
        }
    }

    #[test]
    fn withdrawing_answer_after_answer_walks_back_to_the_first(mut document in documents(), day in days()) {
        for version in &mut document.versions {
            version.corrects = None;
        }
        let mut expected = candidates(&document, AFTER_ALL);
        expected.sort_by_key(|version| (version.requisites.effective_from, version.ordinal));
        let (mut walk, later): (Vec<_>, Vec<_>) =
            expected.into_iter().partition(|version| version.requisites.effective_from <= day);
        walk.reverse();
        walk.extend(later);
        let walk: Vec<u32> = walk.iter().map(|version| version.ordinal).collect();
        for ordinal in walk {
            prop_assert_eq!(seen(&document, day, AFTER_ALL).ordinal(), Some(ordinal));
            withdraw(&mut document, ordinal);
        }
        prop_assert_eq!(seen(&document, day, AFTER_ALL).ordinal(), None);
    }

    #[test]
    fn what_was_declared_wrong_stays_out_whatever_is_withdrawn(mut document in documents(), day in days()) {
        let corrected: Vec<u32> = document.versions.iter().filter_map(|version| version.corrects).collect();
        let mut left: Vec<u32> = candidates(&document, AFTER_ALL).iter().map(|version| version.ordinal).collect();
        while let Some(ordinal) = seen(&document, day, AFTER_ALL).ordinal() {
            prop_assert!(!corrected.contains(&ordinal), "version {} was declared wrong", ordinal);
            prop_assert!(left.contains(&ordinal), "version {} answers again", ordinal);
            left.retain(|other| *other != ordinal);
            withdraw(&mut document, ordinal);
        }
        prop_assert_eq!(left, Vec::<u32>::new());
        let is_empty = document.versions.is_empty();
        let expected = if is_empty { Seen::NothingPublished } else { Seen::AllWithdrawn };
        prop_assert_eq!(seen(&document, day, AFTER_ALL), expected);
        // The page that says so names a withdrawal and its reason: there is one.
        prop_assert!(is_empty || document.versions.iter().any(|version| version.is_withdrawn(AFTER_ALL)));
    }

    #[test]
    fn a_withdrawal_does_what_was_foretold_of_it(
        document in documents(), which in any::<Index>(), day in days(),
    ) {
        prop_assume!(!document.versions.is_empty());
        let version = &document.versions[which.index(document.versions.len())];
        let foretold = Seen::from(resolve_without(&document, version, AsOf { day, known: AFTER_ALL }));
        let mut withdrawn = document.clone();
        withdraw(&mut withdrawn, version.ordinal);
        prop_assert_eq!(seen(&withdrawn, day, AFTER_ALL), foretold);
    }

    #[test]
    fn an_end_never_revives_an_older_version(
        document in documents(), points in points(), which in any::<Index>(), end in ends(), at in instants(),
    ) {
        prop_assume!(!document.versions.is_empty());
        let mut ended = document.clone();
        let version = &mut ended.versions[which.index(document.versions.len())];
        record(version, end, at);
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            prop_assert_eq!(seen(&ended, day, known).ordinal(), seen(&document, day, known).ordinal());
        }
    }

    #[test]
    fn an_upload_answers_only_where_its_date_is_greater(
        document in documents(), requisites in requisites(), points in points(),
    ) {
        let mut richer = document.clone();
        let uploaded = publish(&mut richer, requisites, None, Instant::MIN);
        let from = requisites.effective_from;
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            let before = resolve(&document, AsOf { day, known });
            let wins = match before {
                Answer::Version { version, .. } => {
                    let date = version.requisites.effective_from;
                    if date <= day { from >= date && from <= day } else { from < date }
                }
                Answer::NothingPublished | Answer::AllWithdrawn => true,
            };
            let after = seen(&richer, day, known);
            if wins {
                prop_assert_eq!(after.ordinal(), Some(uploaded));
            } else {
                prop_assert_eq!(after, Seen::from(before));
            }
        }
    }

    #[test]
    fn what_was_known_never_changes(document in documents(), points in points()) {
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            let then = as_recorded_by(&document, known);
            prop_assert_eq!(seen(&document, day, known), seen(&then, day, known));
            prop_assert_eq!(seen(&document, day, known), seen(&then, day, AFTER_ALL));
            for version in &then.versions {
                let now = &document.versions.iter().find(|v| v.ordinal == version.ordinal);
                let now = now.expect("nothing published disappears");
                prop_assert_eq!(now.is_withdrawn(known), version.is_withdrawn(AFTER_ALL));
                prop_assert_eq!(now.is_erased(known), version.is_erased(AFTER_ALL));
                prop_assert_eq!(now.withdrawal_reason(known), version.withdrawal_reason(AFTER_ALL));
                for wish in Lang::ALL {
                    prop_assert_eq!(choose_text(now, wish, known), choose_text(version, wish, AFTER_ALL));
                    prop_assert_eq!(
                        last_in_language(&document, now, wish, known).map(|v| v.ordinal),
                        last_in_language(&then, version, wish, AFTER_ALL).map(|v| v.ordinal)
                    );
                }
            }
        }
    }

    #[test]
    fn a_correction_leaves_no_gap(document in documents(), dates in requisites(), at in instants(), day in days()) {
        let Answer::Version { version: wrong, .. } = resolve(&document, AsOf { day, known: at }) else { return Ok(()) };
        let mut repaired = document.clone();
        let correction = publish(&mut repaired, dates, Some(wrong.ordinal), at);
        let moment_before = microseconds_later(at, -1);
        prop_assert_eq!(seen(&repaired, day, moment_before), seen(&document, day, moment_before));
        let after = seen(&repaired, day, at);
        prop_assert!(after.ordinal().is_some_and(|ordinal| ordinal != wrong.ordinal), "{:?}", after);
        let ordinals: Vec<u32> = candidates(&repaired, at).iter().map(|version| version.ordinal).collect();
        prop_assert!(ordinals.contains(&correction) && !ordinals.contains(&wrong.ordinal));
    }

    #[test]
    fn a_correction_with_the_same_dates_takes_exactly_the_place_of_the_wrong_version(
        document in documents(), which in any::<Index>(), points in points(),
    ) {
        let standing = candidates(&document, AFTER_ALL);
        prop_assume!(!standing.is_empty());
        // The newest of its date: a correction is newer than every other version of that date.
        let date = standing[which.index(standing.len())].requisites.effective_from;
        let of_date = standing.iter().filter(|version| version.requisites.effective_from == date);
        let wrong = of_date.max_by_key(|version| version.ordinal).expect("at least the one drawn");
        let mut repaired = document.clone();
        let correction = publish(&mut repaired, wrong.requisites, Some(wrong.ordinal), AFTER_ALL);
        for (day, _) in points.into_iter().map(|point| point.of(&document)) {
            let before = seen(&document, day, AFTER_ALL).ordinal();
            let expected = if before == Some(wrong.ordinal) { Some(correction) } else { before };
            prop_assert_eq!(seen(&repaired, day, AFTER_ALL).ordinal(), expected);
        }
    }
}
