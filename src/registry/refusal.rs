//! Long because every refusal of the register stands in one list.
//!
//! Why the registry says no. Each reason is named, and leaves nothing behind.

use std::fmt;

use super::intake_problem::IntakeProblem;
use crate::domain::four_eyes::NotLooked;
use crate::domain::lang::{Lang, Trilingual};
use crate::domain::printable::missing_letters;
use crate::domain::requisites::DateProblem;
use crate::domain::webhook::BadAddress;
use crate::domain::{Code, Day};
use crate::text::table::TableRefusal;
use crate::{storage, text};

/// A failure: a refusal, which a person can act on, or trouble with the state, which only the log explains.
#[derive(Debug)]
pub enum Error {
    /// The wish was refused.
    Refused(Refusal),
    /// The state could not be read or written.
    Storage(storage::Error),
    /// The worker process could not be run.
    Worker(std::io::Error),
    /// No random numbers.
    Random,
    /// The register moved on in the middle of an answer, which is then made again.
    Moved,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A published version in force, or yet to come into force, already has this file.
    SameBytes {
        /// First day of that version.
        effective_from: Day,
        /// The name under which the file was uploaded.
        file: String,
    },
    /// The file is empty.
    EmptyFile,
    /// The file is larger than the limit.
    FileTooLarge {
        /// The limit in MiB.
        limit_mib: u64,
    },
    /// The file cannot be read.
    Unreadable(text::Refusal),
    /// Reading the file took longer or more memory than allowed.
    ReadingStopped {
        /// The limit in seconds.
        limit_s: u64,
    },
    /// A draft without any text.
    NoText,
    /// The text has nothing to read on a screen: a scan, or a file of a kind that has no reader.
    NoBody,
    /// Something in the texts is seriously doubtful, and nobody said that it was seen.
    DoubtsUnseen,
    /// The file does not hold the Kazakh and the Russian text side by side.
    NotBilingual,
    /// An order of pages that does not name each page once.
    NoOrder {
        /// How many pages there are.
        pages: u32,
    },
    /// The file reads without words now, though it had some before: the body is kept.
    WordsLost,
    /// More attachments than the limit.
    TooManyAttachments {
        /// The limit.
        limit: usize,
    },
    /// Dates that are missing or contradict each other.
    Dates(DateProblem),
    /// The organization has a collective agreement already; its renewal is the next version of that document.
    SecondCollectiveAgreement {
        /// The document to which the new version belongs.
        code: Code,
    },
    /// No such organization.
    UnknownOrganization(String),
    /// No such document.
    UnknownDocument(String),
    /// No such version of the document.
    UnknownVersion(u32),
    /// No such draft: published or thrown away already.
    UnknownDraft,
    /// The document changed since the draft was saved, or either changed since the preview. The draft is kept.
    ChangedSincePreview,
    /// What is to be corrected is no longer a possible answer.
    NotCorrectable(u32),
    /// The version was withdrawn or erased already.
    WithdrawnAlready,
    /// The version has a text in this language; what is wrong in it is corrected by a new version.
    LanguageExists,
    /// A reason, name or other field that must be filled in.
    Missing(Field),
    /// A field longer than its limit.
    TooLong {
        /// The field.
        field: Field,
        /// The limit in characters.
        limit: usize,
    },
    /// A name or title with letters that the fonts on paper do not have.
    NoLetters {
        /// The field.
        field: Field,
        /// The letters.
        letters: String,
    },
    /// The number belongs to another organization.
    NumberTaken(String),
    /// The number looks like that of another organization, and nobody would tell them apart.
    NumberLooksTaken {
        /// The number as it was typed.
        typed: String,
        /// The number of the other organization.
        taken: String,
    },
    /// The day from which a name applies has not come: the register knows one present name.
    NameFromLaterDay,
    /// The organization was dissolved already.
    DissolvedAlready,
    /// An organization cannot follow itself, and the union cannot be dissolved.
    NotPossible,
    /// The document was published, its code stands on paper, or another document names it: it stays.
    NotRemovable,
    /// No document on the shelf has a published text: there is no sheet to hang.
    NothingToHang,
    /// The register has something already, where it must be empty.
    NotEmpty,
    /// The person has no check of this stand open: it ended meanwhile.
    NoCheck,
    /// A telephone number that nobody can call.
    BadPhone(String),
    /// What is no address for mail.
    BadMailAddress(String),
    /// A contact needs the person's consent.
    NoConsent,
    /// A table of organizations that cannot be taken over.
    Table(Vec<ImportProblem>),
    /// Nothing that was sent can be taken in: each file, and why.
    Deliveries(Vec<(String, IntakeProblem)>),
    /// No such delivery of many agreements.
    UnknownIntake,
    /// An agreement among many cannot be published, so none of them was.
    OneOfMany {
        /// The number of the organization.
        number: String,
        /// Why.
        why: Box<Refusal>,
    },
    /// Only a host that is reached over https can be confirmed.
    BadHost(String),
    /// The invitation was used, has expired or never existed.
    BadInvitation,
    /// The login or the password is wrong.
    WrongPassword,
    /// Too many attempts to sign in.
    TooManyAttempts {
        /// Seconds until the next attempt.
        wait_s: u64,
    },
    /// Too many passwords to be looked at at the same time.
    Busy {
        /// Seconds until the next attempt.
        wait_s: u64,
    },
    /// A password that is too short.
    ShortPassword {
        /// The least number of characters.
        least: usize,
    },
    /// The union as an organization of another kind, or the reverse: there is one.
    UnionIsOne,
    /// A document that would take its own place.
    OwnSuccessor,
    /// A delivery whose files are still being read.
    StillReading,
    /// A password that is too long.
    LongPassword {
        /// The most characters.
        most: usize,
    },
    /// A password that would be guessed soon.
    EasyPassword,
    /// The login is taken or empty.
    BadLogin,
    /// The code of a second factor is wrong, or was used before.
    WrongCode,
    /// The passkey is not one of this register, was removed, or did not sign what it was asked to.
    BadPasskey,
    /// What was begun in a browser and is awaited from it took too long, was done already, or was begun in another one.
    AnswerTooLate,
    /// A passkey whose count of uses went back: somebody may have a copy of it.
    PasskeyCopied,
    /// The public address is none that passkeys can belong to.
    NoPasskeysHere,
    /// There is no provider at which people may sign in.
    NoProvider,
    /// The provider does not answer.
    ProviderAway {
        /// What people call it.
        name: String,
    },
    /// What the provider answered is not to what it was asked, or not its own.
    ProviderRefused {
        /// What people call it.
        name: String,
    },
    /// Nobody connected this account at the provider.
    NotConnected {
        /// What people call it.
        name: String,
    },
    /// Another person connected this account at the provider.
    ConnectedElsewhere {
        /// What people call it.
        name: String,
    },
    /// More passkeys than one person may have.
    TooManyPasskeys {
        /// The limit.
        limit: usize,
    },
    /// Without this the person would have no second factor, and must have one.
    LastSecondFactor,
    /// The token of a program is none that works: mistyped, revoked or ended.
    BadToken,
    /// The person has a token of this name.
    TokenNameTaken(String),
    /// More tokens than one person may have.
    TooManyTokens {
        /// The limit.
        limit: usize,
    },
    /// A token that would end in the past, or later than a year from now.
    TokenEnd {
        /// The latest day.
        latest: Day,
    },
    /// A program sent something else under a key that it used before.
    KeyReused,
    /// What a program sent under this key before is being done, or ended without an answer.
    KeyOpen,
    /// There is no such person, or no more.
    UnknownPerson,
    /// Without this person nobody could do everything.
    LastAdministrator,
    /// The session has ended.
    SignedOut,
    /// The clock of the server cannot be right, so that nothing may be dated by it.
    WrongClock,
    /// The words of a file tell no language.
    LanguageUnknown,
    /// Another file of a draft is in the same language, as far as the words tell.
    LanguageTwice(Lang),
    /// A school proposed it: what is not taken is declined with a reason, so that the chair hears why.
    ProposedBySchool,
    /// The proposal was decided already, or there is none.
    NoProposal,
    /// The organization has as many of these open as it may.
    TooManyOpen {
        /// The limit.
        limit: usize,
    },
    /// The letter was answered already, or there is none.
    NoLetter,
    /// Another person must look before this is published.
    NotLooked(NotLooked),
    /// A second look needs at least two people who may publish.
    TooFewPublishers {
        /// The least number.
        least: usize,
    },
    /// Without this person fewer could publish than a second look needs.
    LastPublishers {
        /// The least number.
        least: usize,
    },
    /// Who published an edition cannot take the second look at it; or it waits for none.
    NoSecondLook,
    /// An address that messages are not brought to.
    WebhookAddress(BadAddress),
    /// More webhooks than there may be.
    TooManyWebhooks {
        /// The limit.
        limit: usize,
    },
    /// No such webhook, or one that is told of nothing any more.
    NoWebhook,
    /// The signed-in person may not do this.
    NotAllowed,
}

/// A field that a refusal names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A reason.
    Reason,
    /// A name of an organization.
    Name,
    /// A title of a document or an attachment.
    Title,
    /// What labels call a document.
    ShortTitle,
    /// The union's number of an organization.
    Number,
    /// A kind.
    Kind,
    /// A day.
    Day,
    /// A telephone or WhatsApp number.
    Phone,
    /// One of several possibilities.
    Choice,
    /// The words of a page.
    Words,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "refused: {refusal:?}"),
            Self::Storage(error) => error.fmt(f),
            Self::Worker(error) => write!(f, "the worker process cannot be run: {error}"),
            Self::Random => f.write_str("the system gives no random numbers"),
            Self::Moved => f.write_str("the register moved on in the middle of an answer"),
        }
    }
}

impl std::error::Error for Error {}

/// Refuses what will stand on paper in letters that the fonts do not have.
///
/// # Errors
/// [`Refusal::NoLetters`] with these letters.
pub(super) fn check_letters(field: Field, texts: &Trilingual) -> Result<(), Error> {
    let letters: String = texts.iter().map(|(_, text)| missing_letters(text)).collect();
    if letters.is_empty() { Ok(()) } else { Err(Refusal::NoLetters { field, letters }.into()) }
}

impl From<storage::Error> for Error {
    fn from(error: storage::Error) -> Self {
        Self::Storage(error)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What is wrong with a table, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportProblem {
    /// The file is no table.
    NotATable(TableRefusal),
    /// The file is in an encoding that has no Kazakh letters: save as "CSV UTF-8" or as a workbook.
    NotUtf8,
    /// The file has no rows.
    Empty,
    /// More rows than are taken.
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// A table of agreements has no column of numbers.
    NoNumbers,
    /// A column is missing.
    MissingColumn(&'static str),
    /// A row has more cells than there are columns.
    BadLine {
        /// The row.
        line: u64,
    },
    /// A name holds a question mark: letters were lost when the file was saved. Save as "CSV UTF-8".
    LostLetters {
        /// The row.
        line: u64,
    },
    /// A name has letters that the fonts on paper do not have.
    NoLetters {
        /// The row.
        line: u64,
        /// The letters.
        letters: String,
    },
    /// A field is empty.
    EmptyField {
        /// The row.
        line: u64,
        /// The field.
        field: Field,
    },
    /// A field is longer than the limit.
    TooLong {
        /// The row.
        line: u64,
        /// The field.
        field: Field,
        /// The limit in characters.
        limit: usize,
    },
    /// A kind is no word of Latin letters and hyphens, or the union's own.
    BadKind {
        /// The row.
        line: u64,
    },
    /// A day is not written as DD.MM.YYYY or YYYY-MM-DD.
    BadDay {
        /// The row.
        line: u64,
    },
    /// Excel has made a day of a number.
    NumberIsDay {
        /// The row.
        line: u64,
    },
    /// A number stands twice.
    TwiceTheSame {
        /// The second row.
        line: u64,
        /// The first row.
        first: u64,
    },
    /// Two numbers that nobody would tell apart.
    TwiceAlike {
        /// The second row.
        line: u64,
        /// Its number.
        number: String,
        /// The first row.
        first: u64,
        /// Its number.
        other: String,
    },
    /// A number that may be taken for that of another organization.
    LooksTaken {
        /// The row.
        line: u64,
        /// The number.
        typed: String,
        /// The number of the other organization.
        taken: String,
    },
    /// The number is the union's own: a table has its primary organizations.
    IsUnion {
        /// The row.
        line: u64,
    },
    /// A kind or a district that no organization has yet, and nobody said that it is meant.
    NewWord(NewWord),
}

/// A kind or a district that no organization has yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWord {
    /// Whether it is a kind; otherwise it is a district.
    pub is_kind: bool,
    /// The word.
    pub word: String,
    /// How many rows have it.
    pub rows: usize,
    /// Whether it must be wanted on purpose: the first districts of a register are no surprise.
    pub asks: bool,
}
