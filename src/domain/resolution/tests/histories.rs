//! Random histories of one document, in a window so small that days and instants collide.
//!
//! The window holds 29 February 2024 and the change of Almaty's clocks on 1 March 2024.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::domain::calendar::{self, Day, Instant};
use crate::domain::checksum::Checksum;
use crate::domain::code::Code;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::document_kind::DocumentKind;
use crate::domain::fact::{EndVerb, Fact, FactDetail};
use crate::domain::ids::{DocumentId, FactId, OrganizationId, TextId, VersionId};
use crate::domain::lang::{Lang, Trilingual};
use crate::domain::media::Media;
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::version::{Authenticity, File, Text, Version};

const FIRST_DAY: Day = Day::constant(2024, 2, 22);
const WINDOW_DAYS: i32 = 14;
const VERSIONS_MAX: usize = 8;
const NOON_US: i64 = 12 * 3_600_000_000;

/// An instant after everything that a history records.
pub const AFTER_ALL: Instant = Instant::constant(1_900_000_000, 0);

/// The day some days after another.
pub fn days_later(day: Day, days: i32) -> Day {
    day.saturating_add(jiff::Span::new().days(days))
}

/// The instant some microseconds after another.
pub fn microseconds_later(instant: Instant, microseconds: i64) -> Instant {
    Instant::from_microsecond(instant.as_microsecond() + microseconds).expect("an instant of this century")
}

/// A day of the window.
pub fn days() -> impl Strategy<Value = Day> {
    (0..WINDOW_DAYS).prop_map(|offset| days_later(FIRST_DAY, offset))
}

/// An instant of the window: about a local midnight or at noon.
pub fn instants() -> impl Strategy<Value = Instant> {
    (days(), select(vec![-1, 0, 1, NOON_US]))
        .prop_map(|(day, shift_us)| microseconds_later(calendar::local_midnight(day), shift_us))
}

/// What a history says of one version, before it has an ordinal.
#[derive(Debug, Clone)]
struct Plan {
    requisites: Requisites,
    corrects: Option<Index>,
    published_at: Instant,
    texts: Vec<Option<(Authenticity, Option<Instant>)>>,
    facts: Vec<(FactDetail, Instant)>,
}

/// Dates that a version can have.
pub fn requisites() -> impl Strategy<Value = Requisites> {
    (days(), weighted(0.7, 0..WINDOW_DAYS), prolongation()).prop_map(|(from, term_days, prolongation)| {
        Requisites {
            signed_on: None,
            effective_from: from,
            term_end: term_days.map(|days| days_later(from, days)),
            prolongation,
        }
    })
}

fn prolongation() -> impl Strategy<Value = Prolongation> {
    prop_oneof![3 => Just(Prolongation::None), 1 => Just(Prolongation::UntilReplaced)]
}

/// What can become known of a version.
pub fn whats() -> impl Strategy<Value = FactDetail> {
    prop_oneof![
        2 => Just(FactDetail::Withdrawn { reason: "a mistake".to_owned() }),
        1 => Just(FactDetail::Erased { reason: "personal data".to_owned() }),
        2 => ends(),
        3 => days().prop_map(|on| FactDetail::RenewalProposed { on }),
        1 => days().prop_map(|on| FactDetail::Registered { number: "17".to_owned(), on }),
        1 => select(Lang::ALL.to_vec()).prop_map(|lang| FactDetail::LateText { lang }),
    ]
}

/// How a version can end.
pub fn ends() -> impl Strategy<Value = FactDetail> {
    (days(), select(EndVerb::ALL.to_vec())).prop_map(|(on, verb)| FactDetail::Ended { on, verb })
}

fn text() -> impl Strategy<Value = (Authenticity, Option<Instant>)> {
    (select(vec![Authenticity::Authentic, Authenticity::Translation]), weighted(0.3, instants()))
}

fn plan() -> impl Strategy<Value = Plan> {
    (
        requisites(),
        weighted(0.4, any::<Index>()),
        instants(),
        vec(weighted(0.6, text()), Lang::ALL.len()),
        vec((whats(), instants()), 0..4),
    )
        .prop_map(|(requisites, corrects, published_at, texts, facts)| Plan {
            requisites,
            corrects,
            published_at,
            texts,
            facts,
        })
}

/// Whether what is recorded keeps the order of the clock. A clock that was set back must not break the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Recording {
    InOrder,
    OutOfOrder,
}

/// A document with its history.
pub fn documents() -> impl Strategy<Value = Document> {
    (vec(plan(), 0..=VERSIONS_MAX), select(vec![Recording::InOrder, Recording::OutOfOrder])).prop_map(
        |(mut plans, recording)| {
            if recording == Recording::InOrder {
                let mut published: Vec<_> = plans.iter().map(|plan| plan.published_at).collect();
                published.sort_unstable();
                for (plan, published_at) in plans.iter_mut().zip(published) {
                    plan.published_at = published_at;
                    plan.facts.sort_by_key(|(_, recorded_at)| *recorded_at);
                }
            }
            document(&plans)
        },
    )
}

/// A document of which nothing was published.
pub fn no_versions() -> Document {
    Document {
        id: DocumentId::from_random([1; 16]),
        code: Code::parse("7K3M9Q3").expect("a code"),
        owner: OrganizationId::from_random([2; 16]),
        kind: DocumentKind::CollectiveAgreement,
        titles: Trilingual::default(),
        concerns: Trilingual::default(),
        short_titles: Trilingual::default(),
        applies_to: AppliesTo::All,
        successor: None,
        versions: Vec::new(),
    }
}

fn document(plans: &[Plan]) -> Document {
    let mut document = no_versions();
    for plan in plans {
        let earlier = document.versions.len();
        let corrects = plan.corrects.filter(|_| earlier > 0).map(|index| ordinal(index.index(earlier)));
        publish(&mut document, plan.requisites, corrects, plan.published_at);
        let version = document.versions.last_mut().expect("the version just published");
        version.texts = Lang::ALL
            .into_iter()
            .zip(&plan.texts)
            .filter_map(|(lang, text)| text.map(|(authenticity, late)| (lang, authenticity, late)))
            .map(|(lang, authenticity, late)| Text {
                id: TextId::from_random([lang as u8; 16]),
                lang,
                authenticity,
                file: file(lang),
                recorded_at: late.unwrap_or(plan.published_at),
            })
            .collect();
        for (detail, recorded_at) in &plan.facts {
            record(version, detail.clone(), *recorded_at);
        }
    }
    document
}

fn ordinal(index: usize) -> u32 {
    u32::try_from(index).expect("few versions") + 1
}

fn file(lang: Lang) -> File {
    File {
        checksum: Checksum::of(lang.tag().as_bytes()),
        size_bytes: 2,
        media: Media::Pdf,
        name: format!("{lang}.pdf"),
    }
}

/// Publishes a version without texts as the next one, and gives its ordinal.
pub fn publish(document: &mut Document, requisites: Requisites, corrects: Option<u32>, at: Instant) -> u32 {
    let ordinal = ordinal(document.versions.len());
    document.versions.push(Version {
        id: VersionId::from_random([u8::try_from(ordinal).expect("few versions"); 16]),
        ordinal,
        requisites,
        corrects,
        published_at: at,
        texts: Vec::new(),
        attachments: Vec::new(),
        facts: Vec::new(),
    });
    ordinal
}

/// Records a fact about a version.
pub fn record(version: &mut Version, detail: FactDetail, at: Instant) {
    version.facts.push(Fact { id: FactId::from_random([3; 16]), detail, recorded_at: at });
}

/// The version with this ordinal.
pub fn version_mut(document: &mut Document, ordinal: u32) -> &mut Version {
    document
        .versions
        .iter_mut()
        .find(|version| version.ordinal == ordinal)
        .expect("a version of the document")
}

/// A day and an instant at which a history is asked: an edge of it, the step before or the step after.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    day: Index,
    day_shift: i32,
    known: Index,
    known_shift_us: i64,
}

/// Points at which to ask a history.
pub fn points() -> impl Strategy<Value = Vec<Point>> {
    let point = (any::<Index>(), -1..=1, any::<Index>(), -1..=1_i64);
    vec(
        point.prop_map(|(day, day_shift, known, known_shift_us)| Point {
            day,
            day_shift,
            known,
            known_shift_us,
        }),
        16,
    )
}

impl Point {
    /// The point in this history.
    pub fn of(self, document: &Document) -> (Day, Instant) {
        let mut days = vec![FIRST_DAY, days_later(FIRST_DAY, WINDOW_DAYS)];
        let mut instants = vec![AFTER_ALL];
        for version in &document.versions {
            days.push(version.requisites.effective_from);
            if let Some(term_end) = version.requisites.term_end {
                days.extend([term_end, calendar::years_later(term_end, 1)]);
            }
            instants.push(version.published_at);
            instants.extend(version.texts.iter().map(|text| text.recorded_at));
            for fact in &version.facts {
                instants.push(fact.recorded_at);
                if let FactDetail::Ended { on, .. } | FactDetail::RenewalProposed { on } = fact.detail {
                    days.push(on);
                }
            }
        }
        let day = days_later(days[self.day.index(days.len())], self.day_shift);
        let known = instants[self.known.index(instants.len())];
        (day, microseconds_later(known, self.known_shift_us))
    }
}
