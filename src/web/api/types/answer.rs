//! The answer of a document.

use serde::Serialize;
use utoipa::ToSchema;

use super::Version;
use crate::domain::resolution::Status;

/// Which text of a document applies on a day, as the register knew it at an instant.
#[derive(Serialize, ToSchema)]
pub struct Answer {
    /// The document's code.
    pub document: String,
    /// The day in Asia/Almaty.
    #[schema(format = Date)]
    pub day: String,
    /// What was recorded later is not looked at.
    #[schema(format = DateTime)]
    pub known: String,
    /// What there is to say.
    pub outcome: Outcome,
    /// How the version stands on the day.
    pub standing: Option<Standing>,
    /// The version.
    pub version: Option<Version>,
    /// Its text for a reader who wishes the language. The language never changes the version.
    pub text: Option<Chosen>,
}

/// What a document answers.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A version.
    Version,
    /// Nothing was ever published.
    NothingPublished,
    /// What was published has been withdrawn, or corrected by what was withdrawn.
    AllWithdrawn,
}

/// The text for a reader.
#[derive(Serialize, ToSchema)]
pub struct Chosen {
    /// Its language.
    pub lang: &'static str,
    /// Whether it is not the language that was wished.
    pub wish_missing: bool,
    /// Its permanent page.
    pub address: String,
    /// The ordinal of the last version that had the wished language, no longer current.
    pub last_in_wished_language: Option<u32>,
}

/// How a version stands on a day. Which fields are set depends on `status`.
#[derive(Serialize, ToSchema)]
pub struct Standing {
    /// `not_yet_in_force`, `in_force`, `prolonged`, `term_ended` or `ended`.
    status: &'static str,
    /// The first day on which it applies or, where it ended, no longer applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    since: Option<String>,
    /// The last day of its term.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    term_end: Option<String>,
    /// The last day of its prolongation, where the law sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    until: Option<String>,
    /// How it ended: `repealed`, `terminated`, `invalidated` or `fulfilled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<&'static str>,
}

impl Standing {
    /// The status of an answer.
    pub fn of(status: Status) -> Self {
        let named = |status| Self { status, since: None, term_end: None, until: None, verb: None };
        match status {
            Status::NotYetInForce { from } => {
                Self { since: Some(from.to_string()), ..named("not_yet_in_force") }
            }
            Status::InForce { since } => Self { since: Some(since.to_string()), ..named("in_force") },
            Status::Prolonged { term_end, until } => Self {
                term_end: Some(term_end.to_string()),
                until: until.map(|day| day.to_string()),
                ..named("prolonged")
            },
            Status::TermEnded { term_end } => {
                Self { term_end: Some(term_end.to_string()), ..named("term_ended") }
            }
            Status::Ended { on, verb } => {
                Self { since: Some(on.to_string()), verb: Some(verb.name()), ..named("ended") }
            }
        }
    }
}
