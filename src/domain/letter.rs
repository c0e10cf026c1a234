//! What a chair writes to the office of the union, and its answer.

use std::time::Duration;

use super::calendar::Instant;
use super::ids::OrganizationId;

/// Longest letter and longest answer, in characters: a page.
pub const LETTER_MAX_CHARS: usize = 2_000;

/// Letters of one organization that may wait for an answer at a time.
pub const UNANSWERED_MAX: usize = 10;

/// How long what was settled between a school and the office is kept: a letter after its answer, a proposal after the
/// decision. The names of people may stand in it, and after a year nobody asks for it any more.
const KEPT_AFTERWARDS: Duration = Duration::from_secs(365 * 24 * 3600);

/// Something that a chair writes to the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its identifier.
    pub id: String,
    /// The school.
    pub organization: OrganizationId,
    /// What is written.
    pub words: String,
    /// The login of who wrote it.
    pub written_by: String,
    /// When.
    pub written_at: Instant,
    /// The answer; none before it is given.
    pub answer: Option<Answered>,
}

/// An answer of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// What it says.
    pub words: String,
    /// When it was given.
    pub at: Instant,
}

/// What was settled before this instant is erased at `now`.
pub fn erased_before(now: Instant) -> Instant {
    now.checked_sub(KEPT_AFTERWARDS).unwrap_or(Instant::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_settled_is_kept_for_a_year_and_no_day_longer() {
        let at = |text: &str| text.parse::<Instant>().expect("an instant");
        let answered = at("2026-01-10T08:00:00Z");
        assert!(answered >= erased_before(at("2027-01-10T07:59:59Z")));
        assert!(answered < erased_before(at("2027-01-10T08:00:01Z")));
        assert_eq!(erased_before(Instant::MIN), Instant::MIN);
    }
}
