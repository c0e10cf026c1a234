//! What is published although it is doubtful, and why something was not published.

use super::Result;
use super::refusal::{Error, Refusal};
use crate::text::review::Doubt;

/// What is accepted although it is seriously doubtful.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Accepts {
    /// Nothing.
    #[default]
    Nothing,
    /// Doubts of these kinds, by their names for programs: what else there is was not seen.
    Named(Vec<String>),
    /// Whatever there is.
    Everything,
}

impl Accepts {
    /// Refuses what is seriously doubtful and not accepted.
    pub(super) fn check(&self, doubts: &[Doubt]) -> Result<()> {
        let accepted = |doubt: &Doubt| match self {
            Self::Nothing => false,
            Self::Named(names) => names.iter().any(|name| name == doubt.kind.name()),
            Self::Everything => true,
        };
        match doubts.iter().filter(|doubt| doubt.is_serious()).all(accepted) {
            true => Ok(()),
            false => Err(Refusal::DoubtsUnseen.into()),
        }
    }
}

/// Why an edition was not published.
#[derive(Debug)]
pub struct Unpublished {
    /// The reason.
    pub error: Error,
    /// The name of the file that is the reason; empty where none is.
    pub file: String,
    /// What is doubtful in the texts, where that is the reason.
    pub doubts: Vec<Doubt>,
}

impl From<Error> for Unpublished {
    fn from(error: Error) -> Self {
        Self { error, file: String::new(), doubts: Vec::new() }
    }
}
