//! What is wrong with a file that came with many others. It is kept until the delivery is put away.

use serde::{Deserialize, Serialize};

use super::refusal::{Error, Refusal};
use crate::storage;
use crate::text;
use crate::text::archive::{ArchiveRefusal, PackedRefusal};

/// What is wrong with a file of a delivery, or with a row of its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntakeProblem {
    /// The archive as a whole cannot be taken.
    Archive(ArchiveRefusal),
    /// The file cannot be taken out of its archive.
    Packed(PackedRefusal),
    /// It is larger than a file, or an archive, may be.
    TooLarge {
        /// The limit in MiB.
        limit_mib: u64,
    },
    /// More files than are taken at once.
    TooMany,
    /// It is empty.
    Empty,
    /// It cannot be read.
    Unreadable(text::Refusal),
    /// Reading it took longer or more memory than allowed.
    Stopped {
        /// The limit in seconds.
        limit_s: u64,
    },
    /// Its bytes were lost on the way.
    Lost,
    /// There is a table already.
    SecondTable,
    /// Neither its name nor its text tells whose it is.
    Nobodys,
    /// Several organizations may be meant: these numbers.
    Several(Vec<String>),
    /// The organization is the union itself, which has no agreement with itself.
    OfUnion,
    /// The same file came under another name.
    SameTwice {
        /// That name.
        first: String,
    },
    /// The organization has another file in the same language.
    SecondOfLanguage {
        /// The name of the other file.
        first: String,
    },
    /// Two rows of the table say of the file that it belongs to different organizations.
    OfRows {
        /// The first row.
        first: u64,
        /// The other row.
        line: u64,
    },
    /// A row of the table may mean several files.
    RowOfSeveral {
        /// The row.
        line: u64,
    },
    /// A row of the table names an organization that there is not.
    RowOfNobody {
        /// The row.
        line: u64,
        /// The number.
        number: String,
    },
    /// A row of the table has no number.
    RowWithoutNumber {
        /// The row.
        line: u64,
    },
    /// A row of the table has the organization of an earlier one.
    RowTwice {
        /// The row.
        line: u64,
        /// The earlier row.
        first: u64,
    },
    /// A cell of the table is no day.
    RowWithoutDay {
        /// The row.
        line: u64,
    },
    /// A row of the table is for an organization of which no file came.
    RowWithoutFile {
        /// The row.
        line: u64,
        /// The number of the organization.
        number: String,
    },
}

impl IntakeProblem {
    /// The problem as it is stored.
    pub(super) fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A problem as it was stored; none where nothing was wrong.
    pub(super) fn parse(stored: &str) -> Option<Self> {
        serde_json::from_str(stored).ok()
    }

    /// What a file's refusal is among others; an error that is no fault of the file stays one.
    ///
    /// # Errors
    /// Trouble with the state.
    pub(super) fn of(error: Error) -> Result<Self, Error> {
        Ok(match error {
            Error::Refused(Refusal::EmptyFile) => Self::Empty,
            Error::Refused(Refusal::FileTooLarge { limit_mib }) => Self::TooLarge { limit_mib },
            Error::Refused(Refusal::Unreadable(why)) => Self::Unreadable(why),
            Error::Refused(Refusal::ReadingStopped { limit_s }) => Self::Stopped { limit_s },
            Error::Storage(storage::Error::FileLost(_) | storage::Error::FileChanged(_)) => Self::Lost,
            other => return Err(other),
        })
    }
}
