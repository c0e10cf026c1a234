//! What can go wrong with state, for the log and for the one who runs the program.

use std::fmt;

/// A failure of the database or the file store.
#[derive(Debug)]
pub enum Error {
    /// The address of the database has a scheme that is not known, or options that are not supported.
    Address(String),
    /// The database cannot be reached or opened.
    Connect(String),
    /// A migration failed.
    Migrate(String),
    /// A query failed.
    Query(diesel::result::Error),
    /// A stored value does not mean anything: the database was changed by hand.
    Corrupt {
        /// The column.
        column: &'static str,
        /// The value.
        value: String,
    },
    /// The file store failed.
    Files(String),
    /// A stored file's bytes are not those that its name promises.
    FileChanged(crate::domain::Checksum),
    /// The folder is served already.
    Locked(std::path::PathBuf),
    /// The folder cannot be made or written.
    Folder(std::path::PathBuf, std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(why) => write!(f, "the database address is not usable: {why}"),
            Self::Connect(why) => write!(f, "the database cannot be reached: {why}"),
            Self::Migrate(why) => write!(f, "the database cannot be brought up to date: {why}"),
            Self::Query(why) => write!(f, "the database refused: {why}"),
            Self::Corrupt { column, value } => write!(f, "the database holds {value:?} in {column}"),
            Self::Files(why) => write!(f, "the file store failed: {why}"),
            Self::FileChanged(checksum) => write!(f, "the stored file {checksum} is not what it was"),
            Self::Locked(folder) => {
                write!(f, "another server already serves {}; stop it first", folder.display())
            }
            Self::Folder(folder, why) => write!(f, "the folder {} cannot be used: {why}", folder.display()),
        }
    }
}

impl std::error::Error for Error {}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        Self::Query(error)
    }
}

/// What storage functions return.
pub type Result<T> = std::result::Result<T, Error>;
