//! What is told on each day of four years, for each article that sets a time.

use super::histories::{AFTER_ALL, days_later, no_versions, publish, record};
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::fact::FactDetail;
use crate::domain::reminder::{MISSED_DAYS, Reminder, ReminderKind, TOLD_DAYS, Urgency, reminders};
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::{AsOf, Day, Instant};

const SIGNED: Day = Day::constant(2025, 1, 31);
const FROM: Day = Day::constant(2025, 2, 1);
const END: Day = Day::constant(2026, 12, 31);

fn document(kind: DocumentKind, prolongation: Prolongation) -> Document {
    let mut document = no_versions();
    document.kind = kind;
    let requisites =
        Requisites { signed_on: Some(SIGNED), effective_from: FROM, term_end: Some(END), prolongation };
    publish(&mut document, requisites, None, Instant::UNIX_EPOCH);
    document
}

/// Every day of four years, from the day of signing.
fn each_day() -> impl Iterator<Item = Day> {
    (0..4 * 366).map(|days| days_later(SIGNED, days))
}

fn told(document: &Document, day: Day, kind: ReminderKind) -> Option<Reminder> {
    let found = reminders(document, AsOf { day, known: AFTER_ALL });
    assert!(found.is_sorted_by_key(|reminder| reminder.due));
    assert!(found.iter().all(|reminder| reminder.told_on() <= day), "nothing is told before its day");
    found.into_iter().find(|reminder| reminder.kind == kind)
}

fn days_to(day: Day, due: Day) -> i32 {
    (due - day).get_days()
}

/// How much something presses that is due in so many days.
fn urgency(left: i32) -> Urgency {
    match left {
        ..0 => Urgency::Late,
        0..=30 => Urgency::Now,
        31..=90 => Urgency::Soon,
        _ => Urgency::Early,
    }
}

#[test]
fn the_end_of_a_term_is_told_half_a_year_before_and_as_long_as_nothing_follows() {
    let document = document(DocumentKind::CollectiveAgreement, Prolongation::None);
    for day in each_day() {
        let left = days_to(day, END);
        let before = told(&document, day, ReminderKind::TermEnds);
        let is_told = (0..=i32::try_from(TOLD_DAYS).unwrap_or(0)).contains(&left);
        assert_eq!(before.is_some(), is_told, "{day}");
        if let Some(reminder) = before {
            assert_eq!((reminder.due, reminder.urgency), (END, urgency(left)), "{day}");
            assert_eq!(reminder.article, Some("158(2)"));
        }
        let after = told(&document, day, ReminderKind::TermEnded);
        assert_eq!(after.map(|reminder| reminder.urgency), (left < 0).then_some(Urgency::Late), "{day}");
    }
}

#[test]
fn a_proposed_renewal_moves_the_end_by_a_year() {
    let mut document = document(DocumentKind::CollectiveAgreement, Prolongation::None);
    record(&mut document.versions[0], FactDetail::RenewalProposed { on: END }, Instant::UNIX_EPOCH);
    let until = Day::constant(2027, 12, 31);
    for day in each_day() {
        assert_eq!(told(&document, day, ReminderKind::TermEnds), None, "{day}");
        let left = days_to(day, until);
        let is_told = (0..=i32::try_from(TOLD_DAYS).unwrap_or(0)).contains(&left) && day > END;
        let reminder = told(&document, day, ReminderKind::ProlongationEnds);
        assert_eq!(reminder.map(|reminder| reminder.due), is_told.then_some(until), "{day}");
        let ended = told(&document, day, ReminderKind::TermEnded);
        assert_eq!(ended.is_some(), left < 0, "{day}");
    }
}

#[test]
fn what_goes_on_by_itself_or_is_followed_has_no_end_to_tell() {
    let open = document(DocumentKind::SectorAgreement, Prolongation::UntilReplaced);
    let mut followed = document(DocumentKind::CollectiveAgreement, Prolongation::None);
    let next = Requisites {
        signed_on: Some(END),
        effective_from: Day::constant(2027, 1, 1),
        term_end: Some(Day::constant(2035, 1, 1)),
        prolongation: Prolongation::None,
    };
    publish(&mut followed, next, None, Instant::UNIX_EPOCH);
    let charter = document(DocumentKind::Charter, Prolongation::None);
    for day in each_day() {
        for document in [&open, &followed, &charter] {
            for kind in [ReminderKind::TermEnds, ReminderKind::TermEnded, ReminderKind::ProlongationEnds] {
                assert_eq!(told(document, day, kind), None, "{day}");
            }
        }
    }
}

#[test]
fn what_the_law_wants_sent_is_told_until_it_is_known_or_long_ago() {
    let cases = [
        (DocumentKind::CollectiveAgreement, ReminderKind::Monitoring, "156(11)", Day::constant(2025, 2, 28)),
        (DocumentKind::SectorAgreement, ReminderKind::Registration, "151", Day::constant(2025, 2, 10)),
        (DocumentKind::GeneralAgreement, ReminderKind::Registration, "151", Day::constant(2025, 2, 10)),
        (DocumentKind::RegionalAgreement, ReminderKind::Registration, "151", Day::constant(2025, 2, 10)),
    ];
    for (kind, reminder, article, due) in cases {
        let open = document(kind, Prolongation::UntilReplaced);
        let mut sent = open.clone();
        record(&mut sent.versions[0], FactDetail::Submitted { on: SIGNED }, Instant::UNIX_EPOCH);
        for day in each_day() {
            let left = days_to(day, due);
            let found = told(&open, day, reminder);
            assert_eq!(found.is_some(), i64::from(left) >= -MISSED_DAYS, "{kind:?} on {day}");
            if let Some(found) = found {
                let expected =
                    Reminder { kind: reminder, due, urgency: urgency(left), article: Some(article) };
                assert_eq!(found, expected, "{day}");
            }
            assert_eq!(told(&sent, day, reminder), None, "{day}");
        }
    }
}
