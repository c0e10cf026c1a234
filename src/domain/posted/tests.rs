//! Advice is given for a difference between the wall and the shelf, for every such difference, and for nothing else.

use proptest::prelude::*;

use super::*;
use crate::domain::Instant;
use crate::domain::document::AppliesTo;
use crate::domain::document_kind::DocumentKind;
use crate::domain::fact::{Fact, FactDetail};
use crate::domain::ids::{DocumentId, FactId, OrganizationId, VersionId};
use crate::domain::organization::DatedNames;
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::shelf::shelf;
use crate::domain::version::Version;

const DAY: Day = Day::constant(2026, 9, 1);
const LATER: Day = Day::constant(2026, 10, 1);

/// A document without a text.
pub fn document(seed: u8) -> Document {
    Document {
        id: DocumentId::from_random([seed; 16]),
        code: Code::from_random([seed; 6]),
        owner: OrganizationId::from_random([9; 16]),
        kind: DocumentKind::Regulation,
        titles: Trilingual::new("Ереже", "Положение", ""),
        concerns: Trilingual::default(),
        short_titles: Trilingual::default(),
        applies_to: AppliesTo::All,
        successor: None,
        versions: Vec::new(),
    }
}

/// A document with a text since a day.
fn published(seed: u8, on: Day) -> Document {
    let version = Version {
        id: VersionId::from_random([seed; 16]),
        ordinal: 1,
        requisites: Requisites {
            signed_on: None,
            effective_from: on,
            term_end: None,
            prolongation: Prolongation::None,
        },
        corrects: None,
        published_at: calendar::local_midnight(on),
        texts: Vec::new(),
        attachments: Vec::new(),
        facts: Vec::new(),
    };
    Document { versions: vec![version], ..document(seed) }
}

fn organization(kk: &str, ru: &str, en: &str) -> Organization {
    Organization {
        id: OrganizationId::from_random([9; 16]),
        code: Code::from_random([200; 6]),
        number: "S001".to_owned(),
        is_union: false,
        names: vec![DatedNames {
            names: Trilingual::new(kk, ru, en),
            since: None,
            recorded_at: Instant::UNIX_EPOCH,
        }],
        kind: "school".to_owned(),
        district: String::new(),
        status: OrganizationStatus::Active,
        successions: Vec::new(),
        contact: None,
    }
}

/// A stand with everything that it is made from.
#[derive(Debug, Clone)]
struct World {
    organization: Organization,
    documents: Vec<Document>,
    host: Option<&'static str>,
    day: Day,
}

impl World {
    fn of(documents: Vec<Document>) -> Self {
        Self {
            organization: organization("1 мектеп", "Школа 1", ""),
            documents,
            host: Some("qr.a.kz"),
            day: DAY,
        }
    }

    fn with<T>(&self, work: impl FnOnce(Stand<'_>) -> T) -> T {
        let as_of = AsOf { day: self.day, known: Instant::MAX };
        let documents = shelf(&self.organization, &self.organization, &self.documents, as_of);
        work(Stand { organization: &self.organization, shelf: &documents, host: self.host, as_of })
    }

    fn hung(&self, before: &Posted) -> Posted {
        self.hung_with(before, &[])
    }

    /// What hangs where the sheets of these documents hang too, though their text is not there yet.
    fn hung_with(&self, before: &Posted, waiting: &[Code]) -> Posted {
        self.with(|stand| stand.hung(before, waiting))
    }

    /// What is known where only these codes were opened.
    fn opened(&self, codes: &[Code]) -> Posted {
        self.with(|stand| {
            let opened = stand.may_be_posted().filter(|document| codes.contains(&document.code));
            opened.map(|document| (document.code, stand.sheet(document, Source::Opened))).collect()
        })
    }

    fn advice(&self, posted: &Posted) -> Advice {
        self.with(|stand| stand.advice(posted))
    }

    fn later(&self) -> Self {
        Self { day: LATER, ..self.clone() }
    }
}

fn reprint(document: &Document, reason: Reason) -> Reprint {
    Reprint { document: document.code, reasons: vec![reason] }
}

#[test]
fn each_change_has_its_reason() {
    let world = World::of(vec![published(1, DAY), published(2, DAY), document(3)]);
    let (first, second) = (&world.documents[0], &world.documents[1]);
    let posted = world.hung(&Posted::new());
    assert_eq!(posted.len(), 3, "two sheets and the poster; what has no text is not printed");

    let mut renamed = world.later();
    renamed.organization = organization("1 лицей", "Лицей 1", "");
    let advice = renamed.advice(&posted);
    assert_eq!(advice.sheets, [reprint(first, Reason::Renamed), reprint(second, Reason::Renamed)]);
    assert_eq!(advice.poster, [Reason::Renamed]);

    let mut retitled = world.later();
    retitled.documents[1].titles = Trilingual::new("Ереже", "Новое положение", "");
    let advice = retitled.advice(&posted);
    assert_eq!(advice.sheets, [reprint(second, Reason::Retitled)]);
    assert_eq!(advice.poster, [Reason::ListChanged]);

    let mut new = world.later();
    new.documents[2] = published(3, LATER);
    let advice = new.advice(&posted);
    assert_eq!(advice.sheets, [reprint(&new.documents[2], Reason::New)]);
    assert_eq!((advice.poster, advice.take_down.len()), (vec![Reason::ListChanged], 0));

    let moved = World { host: Some("qr.b.kz"), ..world.later() };
    assert_eq!(moved.advice(&posted).reasons(), [Reason::HostChanged]);
    let unconfirmed = World { host: None, ..world.later() };
    assert!(unconfirmed.advice(&posted).is_empty(), "a specimen would be no better");
    assert_eq!(world.later().advice(&unconfirmed.hung(&Posted::new())).reasons(), [Reason::Specimen]);

    let mut withdrawn = world.later();
    let detail = FactDetail::Withdrawn { reason: String::new() };
    let id = FactId::from_random([1; 16]);
    let fact = Fact { id, detail, recorded_at: Instant::UNIX_EPOCH };
    withdrawn.documents[0].versions[0].facts.push(fact);
    let advice = withdrawn.advice(&posted);
    assert_eq!((&advice.sheets[..], &advice.take_down[..]), (&[][..], &[first.code][..]));
    assert_eq!(advice.poster, [Reason::ListChanged]);

    let mut dissolved = renamed;
    dissolved.organization.status = OrganizationStatus::Dissolved;
    assert!(dissolved.advice(&posted).is_empty(), "it has no stand");
}

#[test]
fn what_nobody_was_told_of_may_hang_unnoticed() {
    let world = World::of(vec![published(1, DAY), published(2, DAY)]);
    let posted = world.opened(&[world.documents[0].code]);
    assert!(world.later().advice(&posted).is_empty(), "the other sheet was there before the stand was known");
    let mut new = world.later();
    new.documents.push(published(3, LATER));
    let advice = new.advice(&posted);
    assert_eq!(advice.sheets, [reprint(&new.documents[2], Reason::New)]);
    assert!(advice.poster.is_empty(), "no poster is known to hang");
    assert!(new.advice(&Posted::new()).is_empty(), "nothing hangs");
}

#[test]
fn a_sheet_that_was_hung_before_its_text_is_not_new() {
    let world = World::of(vec![published(1, DAY), document(2), document(3)]);
    let [_, ticked, other] = &world.documents[..] else { panic!("three documents") };
    let posted = world.hung_with(&Posted::new(), &[ticked.code]);
    assert!(posted.contains_key(&ticked.code) && !posted.contains_key(&other.code));
    assert_eq!(world.advice(&posted), Advice { waiting: vec![ticked.code], ..Advice::default() });

    let mut later = world.later();
    later.documents[1] = published(2, LATER);
    assert!(later.advice(&posted).is_empty(), "the very sheet hangs and works");
    later.documents[2] = published(3, LATER);
    assert_eq!(later.advice(&posted).sheets, [reprint(&later.documents[2], Reason::New)]);

    let mut retitled = world.later();
    retitled.documents[1].titles = Trilingual::new("Ереже", "Новое положение", "");
    let advice = retitled.advice(&posted);
    assert_eq!(advice.sheets, [reprint(ticked, Reason::Retitled)], "it is outdated as any other");
    assert_eq!((advice.poster, advice.waiting), (vec![Reason::ListChanged], vec![ticked.code]));
}

#[test]
fn a_poster_shows_what_was_told_and_not_what_was_noticed_later() {
    let world = World::of(vec![published(1, DAY), document(2)]);
    let waiting = world.documents[1].code;
    let mut posted = world.hung(&Posted::new());
    posted.extend(world.opened(&[waiting]));
    assert!(world.advice(&posted).is_empty(), "without a text no poster need show it");
    let mut later = world.later();
    later.documents[1] = published(2, LATER);
    let advice = later.advice(&posted);
    assert_eq!((advice.sheets, advice.poster), (vec![], vec![Reason::ListChanged]));
}

#[test]
fn english_on_request_is_no_reason_and_a_second_language_is() {
    let world = World::of(vec![published(1, DAY)]);
    let mut english = world.later();
    english.organization = organization("1 мектеп", "Школа 1", "School 1");
    assert!(english.advice(&world.hung(&Posted::new())).is_empty());
    let mut kazakh = world.clone();
    kazakh.organization = organization("1 мектеп", "", "");
    assert_eq!(world.later().advice(&kazakh.hung(&Posted::new())).reasons(), [Reason::Renamed]);
}

fn title() -> impl Strategy<Value = Trilingual> {
    let part = prop_oneof![Just(""), Just("а"), Just("б")];
    (part.clone(), part.clone(), part).prop_map(|(kk, ru, en)| Trilingual::new(kk, ru, en))
}

fn world() -> impl Strategy<Value = World> {
    let host = prop_oneof![Just(None), Just(Some("qr.a.kz")), Just(Some("qr.b.kz"))];
    let documents = proptest::collection::vec((title(), 0..3_u8), 0..6);
    (title(), documents, host).prop_map(|(name, documents, host)| {
        let mut world = World { host, ..World::of(Vec::new()) };
        world.organization.names[0].names = name;
        world.documents = documents
            .into_iter()
            .zip(1..)
            .map(|((titles, state), seed)| {
                let made = match state {
                    0 => document(seed),
                    1 => published(seed, DAY),
                    _ => published(seed, LATER),
                };
                Document { titles, ..made }
            })
            .collect();
        world
    })
}

/// The documents of a world whose bit is set.
fn ticked(world: &World, bits: u8) -> Vec<Code> {
    let numbered = world.documents.iter().enumerate();
    numbered.filter(|(at, _)| bits >> at & 1 == 1).map(|(_, document)| document.code).collect()
}

proptest! {
    #[test]
    fn a_stand_that_was_hung_today_is_right(before in world(), after in world(), bits: (u8, u8)) {
        let after = after.later();
        let (earlier, now) = (ticked(&before, bits.0), ticked(&after, bits.1));
        let hung = after.hung_with(&before.hung_with(&Posted::new(), &earlier), &now);
        prop_assert!(after.advice(&hung).is_empty());
        prop_assert_eq!(after.hung_with(&hung, &now), hung, "to say it once more changes nothing");
    }

    #[test]
    fn what_was_ticked_is_right_when_its_text_comes(world in world(), bits: u8) {
        let ticked = ticked(&world, bits);
        let posted = world.hung_with(&Posted::new(), &ticked);
        prop_assert!(world.advice(&posted).is_empty());
        let mut later = world.later();
        for (document, seed) in later.documents.iter_mut().zip(1..) {
            if document.versions.is_empty() {
                document.versions = published(seed, LATER).versions;
            }
        }
        let advice = later.advice(&posted);
        let expected = later.with(|stand| {
            let new = stand.sheets().filter(|document| !posted.contains_key(&document.code));
            new.map(|document| reprint(document, Reason::New)).collect::<Vec<_>>()
        });
        prop_assert!(expected.iter().all(|sheet| !ticked.contains(&sheet.document)));
        prop_assert_eq!(advice.poster.is_empty(), expected.is_empty());
        prop_assert_eq!(advice.sheets, expected);
        prop_assert!(advice.take_down.is_empty() && advice.waiting.is_empty());
    }

    #[test]
    fn advice_names_every_difference_and_nothing_else(before in world(), after in world()) {
        let (after, posted) = (after.later(), before.hung(&Posted::new()));
        let advice = after.advice(&posted);
        // What waits for its first text may hang: its code opens the text once there is one.
        let on_wall: Vec<Code> = posted.keys().copied().collect();
        let fresh = after.hung_with(&Posted::new(), &on_wall);
        let own = after.organization.code;
        let like = |a: &PostedSheet, b: &PostedSheet| {
            printed(&a.names) == printed(&b.names) && printed(&a.titles) == printed(&b.titles)
                && (b.host.is_none() || a.host == b.host)
        };
        for (code, hung) in fresh.iter().filter(|(code, _)| **code != own) {
            let right = posted.get(code).is_some_and(|earlier| like(earlier, hung));
            let named = advice.sheets.iter().filter(|sheet| sheet.document == *code).count();
            prop_assert_eq!(named, usize::from(!right));
        }
        let printed_now =
            advice.sheets.iter().all(|sheet| fresh.contains_key(&sheet.document) && !sheet.reasons.is_empty());
        prop_assert!(printed_now);
        let gone: Vec<Code> = on_wall.into_iter().filter(|code| !fresh.contains_key(code)).collect();
        prop_assert_eq!(&advice.take_down, &gone);
        if advice.is_empty() {
            prop_assert!(advice.reasons().is_empty());
        }
    }

    #[test]
    fn what_hangs_unchanged_keeps_its_day(before in world(), after in world()) {
        let (earlier, later) = (before.hung(&Posted::new()), after.later());
        for (code, hung) in later.hung(&earlier) {
            let same = earlier.get(&code).is_some_and(|on_wall| on_wall.is_printed_like(&hung));
            prop_assert_eq!(hung.since, if same { DAY } else { LATER });
        }
    }
}
