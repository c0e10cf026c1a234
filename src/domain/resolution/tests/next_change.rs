//! Until the next change every day tells the same, and on it something else.

use proptest::collection::vec;
use proptest::prelude::*;

use super::histories::{days_later, documents, points};
use super::model::{self, Seen};
use super::{config, seen};
use crate::domain::document::Document;
use crate::domain::edition_status::EditionStatus;
use crate::domain::next_change::{next_change, next_change_of_any};
use crate::domain::{AsOf, Day};

/// Days behind a point that are looked at one by one: the window, and the year for which the law prolongs a term.
const EVERY_DAY: i32 = 420;

/// Everything that is told of a document and may depend on the day.
fn told(document: &Document, as_of: AsOf) -> (Seen, Vec<EditionStatus<'_>>) {
    let editions = document.known_versions(as_of.known);
    let statuses = editions.map(|version| EditionStatus::of(document, version, as_of)).collect();
    (seen(document, as_of.day, as_of.known), statuses)
}

/// Whether nothing that is told changes on the days up to `until`, that day not among them.
fn is_same_until(document: &Document, as_of: AsOf, until: Day) -> bool {
    let today = told(document, as_of);
    let days = (1..=EVERY_DAY).map(|days| days_later(as_of.day, days)).take_while(|day| *day < until);
    days.into_iter().all(|day| told(document, as_of.on(day)) == today)
}

proptest! {
    // Few, because each looks at every day of more than a year.
    #![proptest_config(ProptestConfig { cases: 256, ..config() })]

    #[test]
    fn until_the_next_change_every_day_tells_the_same(
        document in documents(), points in points(), far in vec(EVERY_DAY..4_000, 8),
    ) {
        for (day, known) in points.into_iter().take(4).map(|point| point.of(&document)) {
            let as_of = AsOf { day, known };
            let next = next_change(&document, as_of);
            prop_assert!(is_same_until(&document, as_of, next.unwrap_or(Day::MAX)), "{:?}", next);
            if next.is_none() {
                for days in &far {
                    let later = as_of.on(days_later(day, *days));
                    prop_assert_eq!(told(&document, later), told(&document, as_of));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn on_the_day_of_the_next_change_the_answer_is_another(document in documents(), points in points()) {
        for (day, known) in points.into_iter().map(|point| point.of(&document)) {
            let Some(next) = next_change(&document, AsOf { day, known }) else { continue };
            prop_assert!(next > day);
            let (before, after) = (days_later(next, -1), next);
            prop_assert_eq!(model::answer(&document, before, known), model::answer(&document, day, known));
            prop_assert_ne!(model::answer(&document, after, known), model::answer(&document, day, known));
        }
    }

    #[test]
    fn a_shelf_changes_with_the_first_of_its_documents(
        shelf in vec(documents(), 0..4), points in points(), later in vec(1..1_000_i32, 8),
    ) {
        let Some((day, known)) = points.into_iter().zip(&shelf).map(|(point, one)| point.of(one)).next() else {
            prop_assert_eq!(next_change_of_any(&shelf, AsOf { day: Day::MIN, known: super::AFTER_ALL }), None);
            return Ok(());
        };
        let as_of = AsOf { day, known };
        let next = next_change_of_any(&shelf, as_of);
        for day in later.into_iter().map(|days| days_later(day, days)).filter(|day| next.is_none_or(|next| *day < next)) {
            for document in &shelf {
                prop_assert_eq!(told(document, as_of.on(day)), told(document, as_of));
            }
        }
        if let Some(next) = next {
            prop_assert!(shelf.iter().any(|document| told(document, as_of.on(next)) != told(document, as_of)));
        }
    }
}
