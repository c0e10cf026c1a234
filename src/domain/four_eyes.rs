//! Four eyes: whether another person looks at what is published, before or after.

use super::calendar::Instant;
use super::deed::person;
use super::names::names;

/// The fewest people with the right to publish of whom one can look at what another one made.
pub const PUBLISHERS_MIN: usize = 2;

names! {
    /// Whether another person looks at what is published: a setting of the register.
    #[derive(Default)]
    pub enum FourEyes {
        /// Nobody has to.
        #[default]
        Off = "off",
        /// Another person publishes than the one who asked for the look.
        Before = "before",
        /// It is published at once, and another person looks at it then.
        After = "after",
    }
}

/// That somebody made a draft ready and asked for the look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who asked, as the audit trail names it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// What the draft was like, in short.
    pub state: String,
}

/// Why a draft is not published yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotLooked {
    /// Nobody asked for the look, or the draft is another one by now.
    NotAsked,
    /// The one who asked cannot be the one who looks.
    SamePerson,
    /// It would be published at once, without a draft at which anybody could look.
    AtOnce,
}

impl FourEyes {
    /// Whether a person may publish a draft that is like `state` now, by hand or by a token.
    ///
    /// # Errors
    /// Why the draft must wait.
    pub fn allows(self, asked: Option<&Asked>, state: &str, publisher: &str) -> Result<(), NotLooked> {
        match (self, asked) {
            (Self::Off | Self::After, _) => Ok(()),
            (Self::Before, Some(asked)) if asked.state == state => {
                if person(&asked.by) == person(publisher) {
                    Err(NotLooked::SamePerson)
                } else {
                    Ok(())
                }
            }
            (Self::Before, _) => Err(NotLooked::NotAsked),
        }
    }

    /// Whether anything may be published without a draft.
    ///
    /// # Errors
    /// [`NotLooked::AtOnce`].
    pub fn allows_at_once(self) -> Result<(), NotLooked> {
        if self == Self::Before { Err(NotLooked::AtOnce) } else { Ok(()) }
    }
}

names! {
    /// What another person said of an edition that was published at once.
    pub enum LookVerdict {
        /// Nobody has looked yet.
        Due = "due",
        /// It is as it should be.
        Confirmed = "confirmed",
        /// Something in it is doubtful.
        Doubted = "doubted",
    }
}

/// The second look at an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondLook {
    /// Who published it, as the audit trail names it.
    pub published_by: String,
    /// When.
    pub since: Instant,
    /// What was said of it.
    pub verdict: LookVerdict,
    /// What is doubtful; empty where nothing is.
    pub doubt: String,
}

impl SecondLook {
    /// Whether it needs the office: nobody looked, or a doubt stands.
    pub const fn is_open(&self) -> bool {
        !matches!(self.verdict, LookVerdict::Confirmed)
    }

    /// Whether somebody may say what the edition is like: not the person who published it, by hand or by a token, and not
    /// once it was confirmed.
    pub fn may_look(&self, actor: &str) -> bool {
        self.is_open() && person(&self.published_by) != person(actor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::deed::by_token;

    fn look(verdict: LookVerdict) -> SecondLook {
        let since = Instant::UNIX_EPOCH;
        SecondLook { published_by: "aigul".to_owned(), since, verdict, doubt: String::new() }
    }

    #[test]
    fn who_published_never_looks_and_what_was_confirmed_is_looked_at_no_more() {
        for verdict in LookVerdict::ALL {
            assert!(!look(verdict).may_look("aigul"), "{verdict:?}");
            assert_eq!(look(verdict).may_look("berik"), verdict != LookVerdict::Confirmed);
        }
    }

    #[test]
    fn a_person_and_a_token_of_that_person_are_no_two_people() {
        let token = by_token("aigul", "Сайт");
        assert!(!look(LookVerdict::Due).may_look(&token));
        let published = SecondLook { published_by: token.clone(), ..look(LookVerdict::Due) };
        assert!(!published.may_look("aigul") && published.may_look(&by_token("berik", "Сайт")));
        let asked = |by: &str| Asked { by: by.to_owned(), at: Instant::UNIX_EPOCH, state: "x".to_owned() };
        for (by, publisher) in
            [("aigul", token.as_str()), (&token, "aigul"), (&token, &by_token("aigul", "b"))]
        {
            let refused = FourEyes::Before.allows(Some(&asked(by)), "x", publisher);
            assert_eq!(refused, Err(NotLooked::SamePerson), "{by} {publisher}");
        }
        assert_eq!(FourEyes::Before.allows(Some(&asked(&token)), "x", "berik"), Ok(()));
    }

    proptest! {
        /// What is published with the look before was made ready by somebody else, and is what that person saw.
        #[test]
        fn what_is_published_was_seen_by_two(
            by in "[a-c]", publisher in "[a-c]", state in "[xy]", seen in "[xy]", is_asked in any::<bool>(),
        ) {
            let asked = Asked { by: by.clone(), at: Instant::UNIX_EPOCH, state: seen.clone() };
            let asked = is_asked.then_some(&asked);
            let allowed = FourEyes::Before.allows(asked, &state, &publisher).is_ok();
            prop_assert_eq!(allowed, is_asked && by != publisher && state == seen);
            prop_assert_eq!(FourEyes::Before.allows_at_once(), Err(NotLooked::AtOnce));
            prop_assert!(FourEyes::Off.allows(asked, &state, &publisher).is_ok());
            prop_assert!(FourEyes::After.allows(asked, &state, &publisher).is_ok());
        }
    }
}
