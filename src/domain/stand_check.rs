//! Checking a stand: what each code that was seen on the wall is.

use std::time::Duration;

use super::calendar::{Day, days_before};
use super::document::Document;
use super::ids::UserId;
use super::names::names;
use super::posted::{Posted, Stand};
use super::{Code, Instant};

/// How long a check may stay open: a walk along a wall takes minutes, and one that was forgotten must not tick what its
/// owner opens at home the next day.
pub const OPEN_MAX: Duration = Duration::from_secs(6 * 3600);

/// Days after which a stand is to be checked again: half a school year.
pub const CHECK_AGAIN_DAYS: i64 = 180;

/// Whether a stand is to be checked as of a day, where the last check was finished on another one, if ever.
pub fn is_check_due(last: Option<Day>, today: Day) -> bool {
    last.is_none_or(|last| last < days_before(today, CHECK_AGAIN_DAYS))
}

/// A code that was seen on a wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    /// What the code opens: a document, or the shelf of an organization.
    pub code: Code,
    /// The organization for whose stand it was printed, where the address names one.
    pub stand: Option<Code>,
}

names! {
    /// What a code is to the stand that is checked.
    pub enum Verdict {
        /// It belongs here.
        Found = "found",
        /// It should hang here, and was not seen.
        Missing = "missing",
        /// It was printed for the stand of another organization.
        Foreign = "foreign",
        /// The document is not on this shelf, or not any more.
        Older = "older",
        /// The register does not know it.
        Unknown = "unknown",
    }
}

/// What a code stands for in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A document.
    Document,
    /// An organization.
    Organization,
    /// Nothing.
    Nothing,
}

/// What a code that was seen is to the stand of the organization with the code `own`, on which `sheets` may hang.
///
/// A code that is typed from below a symbol names no organization: it belongs here as long as its document does.
pub fn judge<'d>(
    seen: Sighting,
    meaning: Meaning,
    own: Code,
    sheets: impl IntoIterator<Item = &'d Document>,
) -> Verdict {
    match meaning {
        Meaning::Nothing => Verdict::Unknown,
        _ if seen.stand.is_some_and(|stand| stand != own) => Verdict::Foreign,
        Meaning::Organization if seen.code == own => Verdict::Found,
        Meaning::Organization => Verdict::Foreign,
        Meaning::Document if sheets.into_iter().any(|document| document.code == seen.code) => Verdict::Found,
        Meaning::Document => Verdict::Older,
    }
}

/// What should be seen on a stand: every sheet that should hang, and the poster by the organization's own code where one
/// is known to hang.
pub fn expected(stand: Stand<'_>, posted: &Posted) -> impl Iterator<Item = Code> {
    let own = stand.organization.code;
    let poster = posted.contains_key(&own).then_some(own);
    stand.must_be_posted(posted).map(|document| document.code).chain(poster)
}

/// A check, under way or kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The identifier.
    pub id: String,
    /// Whose stand is checked.
    pub organization: Code,
    /// Who checks; none once it is over.
    pub user: Option<UserId>,
    /// When it was begun.
    pub started_at: Instant,
    /// When it was finished; none while it is under way.
    pub finished_at: Option<Instant>,
    /// How many codes were found, missing, foreign, older and unknown; all 0 while it is under way.
    pub counts: [usize; 5],
}

impl Check {
    /// Whether it still ticks at this instant.
    pub fn is_open(&self, now: Instant) -> bool {
        self.finished_at.is_none() && !self.is_overdue(now)
    }

    /// Whether it was forgotten.
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.finished_at.is_none() && now >= self.ends_at()
    }

    /// When it ends by itself.
    pub fn ends_at(&self) -> Instant {
        self.started_at + OPEN_MAX
    }

    /// How many codes have a verdict.
    pub const fn count(&self, verdict: Verdict) -> usize {
        self.counts[verdict as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(seed: u8) -> Code {
        Code::from_random([seed; 6])
    }

    #[test]
    fn a_code_is_told_from_those_of_other_stands() {
        let sheet = crate::domain::posted::tests::document(1);
        let (own, other) = (code(2), code(3));
        let verdict = |seen: Code, stand: Option<Code>, meaning| {
            judge(Sighting { code: seen, stand }, meaning, own, [&sheet])
        };
        assert_eq!(verdict(sheet.code, Some(own), Meaning::Document), Verdict::Found);
        assert_eq!(verdict(sheet.code, None, Meaning::Document), Verdict::Found, "typed from the sheet");
        assert_eq!(verdict(own, None, Meaning::Organization), Verdict::Found, "the poster");
        assert_eq!(verdict(sheet.code, Some(other), Meaning::Document), Verdict::Foreign);
        assert_eq!(verdict(other, None, Meaning::Organization), Verdict::Foreign);
        assert_eq!(verdict(code(4), Some(own), Meaning::Document), Verdict::Older);
        assert_eq!(verdict(code(4), Some(own), Meaning::Nothing), Verdict::Unknown);
    }

    #[test]
    fn a_forgotten_check_ends() {
        let check = Check {
            id: String::new(),
            organization: code(1),
            user: None,
            started_at: Instant::UNIX_EPOCH,
            finished_at: None,
            counts: [0; 5],
        };
        let later = |hours: i64| Instant::from_second(hours * 3600).expect("an instant");
        assert!(check.is_open(later(5)) && !check.is_open(check.ends_at()));
        let kept = Check { finished_at: Some(later(1)), ..check };
        assert!(!kept.is_open(later(1)) && !kept.is_overdue(later(100)));
    }

    #[test]
    fn verdicts_read_back() {
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::parse(verdict.name()), Some(verdict));
        }
    }
}
