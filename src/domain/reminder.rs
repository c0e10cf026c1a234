//! What an edition asks of the office, and by when: a pure function of its dates and facts.

use super::as_of::AsOf;
use super::calendar::{self, Day};
use super::document::Document;
use super::document_kind::DocumentKind;
use super::fact::{FactDetail, FactKind};
use super::law::{LegalTerm, LegalTermKind};
use super::names::names;
use super::requisites::Prolongation;
use super::resolution::{Answer, Status, candidates, resolve};
use super::version::Version;

/// Days before the end of a term from which it is told: six months to negotiate the next agreement.
pub const TOLD_DAYS: i64 = 180;

/// Days before an end from which it presses more, and most.
const PRESSING_DAYS: [i64; 2] = [90, 30];

/// Days for which something that was not done in time is still told: what was missed long ago is history.
pub const MISSED_DAYS: i64 = 365;

names! {
    /// What is to be done.
    pub enum ReminderKind {
        /// The term of an agreement ends: a renewal is proposed before, or the next one is made.
        TermEnds = "term-ends",
        /// A renewal was proposed; the year for which the law prolongs the agreement ends.
        ProlongationEnds = "prolongation-ends",
        /// The term of an agreement is over, and nothing follows it.
        TermEnded = "term-ended",
        /// A collective agreement is handed to the labour inspection.
        Monitoring = "monitoring",
        /// A general, sector or regional agreement is sent for registration.
        Registration = "registration",
    }
}

names! {
    /// How much it presses.
    pub enum Urgency {
        /// There is time.
        Early = "early",
        /// Within 90 days.
        Soon = "soon",
        /// Within 30 days.
        Now = "now",
        /// The day is over.
        Late = "late",
    }
}

impl ReminderKind {
    /// Whether it is about the end of an agreement, which its parties must know as well; what is sent is the office's.
    pub const fn is_of_term(self) -> bool {
        matches!(self, Self::TermEnds | Self::ProlongationEnds | Self::TermEnded)
    }
}

/// Something that an edition asks of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// What.
    pub kind: ReminderKind,
    /// The last day for it.
    pub due: Day,
    /// How much it presses.
    pub urgency: Urgency,
    /// The article of the Labour Code that sets the time, where one does.
    pub article: Option<&'static str>,
}

impl Reminder {
    /// The day since which it presses as much as it does.
    pub fn told_on(self) -> Day {
        let [soon, now] = PRESSING_DAYS;
        match self.urgency {
            Urgency::Early => calendar::days_before(self.due, TOLD_DAYS),
            Urgency::Soon => calendar::days_before(self.due, soon),
            Urgency::Now => calendar::days_before(self.due, now),
            Urgency::Late => calendar::day_after(self.due),
        }
    }
}

/// What a document asks for as of a moment, what is due first before the rest.
pub fn reminders(document: &Document, as_of: AsOf) -> Vec<Reminder> {
    let Answer::Version { version, status } = resolve(document, as_of) else { return Vec::new() };
    let mut found = Vec::new();
    if document.kind.is_agreement() && !is_followed(document, version, as_of) {
        found.extend(end_of_term(version, status, as_of));
    }
    found.extend(not_handed_in(document.kind, version, status, as_of));
    found.sort_by_key(|reminder| reminder.due);
    found
}

/// Whether an edition that was published already takes over later.
fn is_followed(document: &Document, answer: &Version, as_of: AsOf) -> bool {
    let mut may_answer = candidates(document, as_of.known).into_iter();
    may_answer.any(|version| version.precedence() > answer.precedence())
}

fn end_of_term(version: &Version, status: Status, as_of: AsOf) -> Option<Reminder> {
    let day = as_of.day;
    let renewal = |on: Day| LegalTerm::of(LegalTermKind::Renewal, on).map(|term| term.article);
    let (kind, due, article) = match status {
        Status::InForce { .. } | Status::NotYetInForce { .. } => {
            let end = version.requisites.term_end?;
            // It goes on by itself, or a renewal was proposed already: then the year after it counts.
            let is_proposed = |detail: &FactDetail| detail.kind() == FactKind::RenewalProposed;
            let goes_on = version.requisites.prolongation == Prolongation::UntilReplaced
                || version.known_details(as_of.known).any(is_proposed);
            if goes_on {
                return None;
            }
            (ReminderKind::TermEnds, end, renewal(end))
        }
        Status::Prolonged { until: Some(until), .. } => {
            (ReminderKind::ProlongationEnds, until, renewal(until))
        }
        Status::TermEnded { term_end } => (ReminderKind::TermEnded, term_end, None),
        Status::Prolonged { until: None, .. } | Status::Ended { .. } => return None,
    };
    let is_near = due <= calendar::days_before(day, -TOLD_DAYS);
    is_near.then(|| Reminder { kind, due, urgency: urgency(due, day), article })
}

/// What the law wants to be sent after signing, and of which nothing is known.
fn not_handed_in(kind: DocumentKind, version: &Version, status: Status, as_of: AsOf) -> Option<Reminder> {
    let (reminder, term, done): (_, _, &[FactKind]) = match kind {
        DocumentKind::CollectiveAgreement => (
            ReminderKind::Monitoring,
            LegalTermKind::Monitoring,
            &[FactKind::Submitted, FactKind::Registered],
        ),
        DocumentKind::GeneralAgreement | DocumentKind::SectorAgreement | DocumentKind::RegionalAgreement => (
            ReminderKind::Registration,
            LegalTermKind::Registration,
            &[FactKind::Submitted, FactKind::Registered],
        ),
        DocumentKind::Law
        | DocumentKind::Charter
        | DocumentKind::Regulation
        | DocumentKind::LabourRules
        | DocumentKind::WorkPlan
        | DocumentKind::Report
        | DocumentKind::Resolution
        | DocumentKind::Instruction
        | DocumentKind::Form
        | DocumentKind::Collection
        | DocumentKind::Leaflet => return None,
    };
    if matches!(status, Status::Ended { .. } | Status::TermEnded { .. }) {
        return None;
    }
    let signed_on = version.requisites.signed_on?;
    let term = LegalTerm::of(term, signed_on)?;
    let due = term.last_day(signed_on);
    let is_done = version.known_details(as_of.known).any(|detail| done.contains(&detail.kind()));
    let is_history = due < calendar::days_before(as_of.day, MISSED_DAYS);
    let urgency = urgency(due, as_of.day);
    (!is_done && !is_history).then_some(Reminder {
        kind: reminder,
        due,
        urgency,
        article: Some(term.article),
    })
}

fn urgency(due: Day, day: Day) -> Urgency {
    let within = |days: i64| due <= calendar::days_before(day, -days);
    let [soon, now] = PRESSING_DAYS;
    if due < day {
        Urgency::Late
    } else if within(now) {
        Urgency::Now
    } else if within(soon) {
        Urgency::Soon
    } else {
        Urgency::Early
    }
}
