//! What can go wrong with state, for the log and for the one who runs the program.

use std::fmt;

/// A failure of the database or the file store.
#[derive(Debug)]
pub enum Error {
    /// The address of the database has a scheme that is not known, or options that are not supported.
    Address(String),
    /// The database cannot be reached or opened, or does not answer.
    Away(String),
    /// The database stopped answering while it saved: whether the change is kept is not known.
    Unsettled(String),
    /// Somebody else has been writing for too long.
    Busy,
    /// There is no room left for what was to be written.
    Full(String),
    /// Nothing can be written where the state lies.
    ReadOnly(String),
    /// The database was changed by a newer program, whose migration this is.
    Newer(String),
    /// The database is empty, and there are files of a register beside this note.
    Emptied(String),
    /// The database is that of another register than the files, as this note says.
    Foreign(String),
    /// There are files that the database does not know, and no such note says to which register they belong.
    Unknown(String),
    /// The database is an older state of the register than the files.
    Older {
        /// Leaves of the ledger that there were.
        was: u64,
        /// Leaves that there are.
        is: u64,
        /// The note that says how many there were.
        note: String,
    },
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
    /// The settings of a file store outside the data folder cannot be used.
    StoreAddress(String),
    /// The file store outside the data folder does not answer, or refuses.
    StoreAway(String),
    /// A stored file's bytes are not those that its name promises.
    FileChanged(crate::domain::Checksum),
    /// A stored file is not there.
    FileLost(crate::domain::Checksum),
    /// The folder is served already.
    Locked(std::path::PathBuf),
    /// The folder cannot be made or written.
    Folder(std::path::PathBuf, std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(why) => write!(f, "the database address is not usable: {why}"),
            Self::Away(why) => write!(f, "the database cannot be reached: {why}"),
            Self::Unsettled(why) => write!(
                f,
                "the database stopped answering while it saved ({why}): look whether the change is there before you make it again"
            ),
            Self::Busy => {
                f.write_str("another change is under way and takes long; try again in a few seconds")
            }
            Self::Full(why) => write!(f, "the disk is full: {why}"),
            Self::ReadOnly(why) => write!(f, "nothing can be written to the disk: {why}"),
            Self::Newer(migration) => write!(
                f,
                "the database was changed by a newer version of this program (migration {migration}); \
                 run that version, or a later one"
            ),
            Self::Emptied(note) => write!(
                f,
                "the database is empty, but {note} and the files beside it belong to a register: put its database back. \
                 To begin a new register, take another data folder, or another prefix in the file store"
            ),
            Self::Foreign(note) => write!(
                f,
                "the database is not that of the files: {note} names another register. Put the right database back, or, if \
                 these two belong together all the same, run `tizilim adopt`"
            ),
            Self::Unknown(note) => write!(
                f,
                "there are files that the database does not know, and {note} is missing: this may be an incomplete \
                 copy. Copy the whole data folder of a stopped server, or, if the files are to be kept beside this \
                 database, run `tizilim adopt`"
            ),
            Self::Older { was, is, note } => write!(
                f,
                "the database is older than the files: it has {is} public changes, and {note} says that there were \
                 {was}. Put the newer database back, or, if the older one is meant, run `tizilim adopt`"
            ),
            Self::Migrate(why) => write!(f, "the database cannot be brought up to date: {why}"),
            Self::Query(why) => write!(f, "the database refused: {why}"),
            Self::Corrupt { column, value } => write!(f, "the database holds {value:?} in {column}"),
            Self::Files(why) => write!(f, "the file store failed: {why}"),
            Self::StoreAddress(why) => write!(f, "the settings of the file store are not usable: {why}"),
            Self::StoreAway(why) => write!(f, "the file store cannot be used: {why}"),
            Self::FileChanged(checksum) => write!(f, "the stored file {checksum} is not what it was"),
            Self::FileLost(checksum) => write!(f, "the stored file {checksum} is lost"),
            Self::Locked(folder) => {
                write!(f, "another server already serves {}; stop it first", folder.display())
            }
            Self::Folder(folder, why) => write!(f, "the folder {} cannot be used: {why}", folder.display()),
        }
    }
}

impl std::error::Error for Error {}

impl Error {
    /// The error of a connection that could not be opened, by what the engine said.
    pub(super) fn of_connecting(said: &str) -> Self {
        let said = said.strip_prefix("the database cannot be reached: ").unwrap_or(said).to_owned();
        if says_full(&said) {
            Self::Full(said)
        } else if says_read_only(&said) {
            Self::ReadOnly(said)
        } else {
            Self::Away(said)
        }
    }

    /// Whether the database cannot be reached or does not answer.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away(_))
    }

    /// Whether there is no room left.
    pub fn is_full(&self) -> bool {
        matches!(self, Self::Full(_))
    }

    /// Whether nothing can be written where the state lies.
    pub fn is_read_only(&self) -> bool {
        matches!(self, Self::ReadOnly(_))
    }

    /// The same trouble for somebody else.
    pub(super) fn again(&self) -> Self {
        match self {
            Self::Full(why) => Self::Full(why.clone()),
            Self::ReadOnly(why) => Self::ReadOnly(why.clone()),
            other => Self::Away(other.to_string()),
        }
    }

    /// The error of the file system where something was to be written.
    pub(super) fn of_writing(path: &std::path::Path, why: std::io::Error) -> Self {
        match why.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::Full(format!("{}: {why}", path.display()))
            }
            std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(format!("{}: {why}", path.display())),
            _ => Self::Folder(path.to_owned(), why),
        }
    }
}

/// SQLite, the system and PostgreSQL in their own words.
pub(super) fn says_full(said: &str) -> bool {
    ["disk is full", "No space left", "Disk quota exceeded"].iter().any(|words| said.contains(words))
}

/// SQLite opens no file, or calls it an I/O error, where it can make none beside it.
pub(super) fn says_read_only(said: &str) -> bool {
    ["readonly database", "Read-only file system", "unable to open database file", "disk I/O error"]
        .iter()
        .any(|words| said.contains(words))
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::DatabaseErrorKind as Kind;
        let diesel::result::Error::DatabaseError(kind, told) = &error else { return Self::Query(error) };
        let said = told.message();
        match kind {
            Kind::ClosedConnection | Kind::UnableToSendCommand => Self::Away(said.to_owned()),
            Kind::ReadOnlyTransaction => Self::ReadOnly(said.to_owned()),
            Kind::Unknown if said.contains("database is locked") => Self::Busy,
            Kind::Unknown if said.contains("connection closed") => Self::Away(said.to_owned()),
            Kind::Unknown if says_full(said) => Self::Full(said.to_owned()),
            Kind::Unknown if says_read_only(said) => Self::ReadOnly(said.to_owned()),
            _ => Self::Query(error),
        }
    }
}

/// What storage functions return.
pub type Result<T> = std::result::Result<T, Error>;
