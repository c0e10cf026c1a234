//! What becomes known of a version after its publication.

use super::calendar::{Day, Instant};
use super::ids::FactId;
use super::lang::Lang;

/// One append-only fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its identifier inside the registry.
    pub id: FactId,
    /// What became known.
    pub what: What,
    /// When the registry learned of it.
    pub recorded_at: Instant,
}

/// What became known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It was registered by a state body.
    Registered {
        /// The registration number.
        number: String,
        /// The day of registration.
        on: Day,
    },
    /// It was handed in for registration.
    Submitted {
        /// The day of submission.
        on: Day,
    },
    /// A party proposed to renew it (Labour Code of Kazakhstan, art. 158(2)).
    RenewalProposed {
        /// The day of the proposal.
        on: Day,
    },
    /// It ended before or apart from its term.
    Ended {
        /// First day on which it no longer applies.
        on: Day,
        /// How it ended.
        verb: EndVerb,
    },
    /// A text in a further language was added.
    LateText {
        /// Its language.
        lang: Lang,
    },
    /// An attachment was added.
    LateAttachment {
        /// Its title.
        title: String,
    },
    /// It was withdrawn.
    Withdrawn {
        /// Why, in the administrator's words.
        reason: String,
    },
    /// Its bytes were erased.
    Erased {
        /// Why, in the administrator's words.
        reason: String,
    },
    /// The readable body of a text was made again by a later extractor.
    BodyRemade {
        /// The text's language.
        lang: Lang,
        /// The extractor's version.
        extractor: String,
    },
}

/// How a version ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndVerb {
    /// It lost its force: күші жойылды · утратило силу.
    Repealed,
    /// The parties terminated it: бұзылды · расторгнуто.
    Terminated,
    /// A court or body declared it invalid: жарамсыз деп танылды · признано недействительным.
    Invalidated,
    /// It was fulfilled: орындалды · исполнено.
    Fulfilled,
}

impl EndVerb {
    /// Every verb.
    pub const ALL: [Self; 4] = [Self::Repealed, Self::Terminated, Self::Invalidated, Self::Fulfilled];

    /// The stable name in tables, forms and the ledger.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Repealed => "repealed",
            Self::Terminated => "terminated",
            Self::Invalidated => "invalidated",
            Self::Fulfilled => "fulfilled",
        }
    }

    /// The verb with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.name() == name)
    }
}
