//! The only door to state: one file a verb.
//!
//! What is read comes from a [`View`]: the register as of one state, of which a process holds in memory what was asked for
//! lately. What is written goes through one function in one transaction, which appends its leaf.

mod accounts;
mod amendments;
mod api_tokens;
mod at_once;
mod audit_trail;
mod background;
mod bench_data;
mod blobs;
mod body;
mod caches;
mod child;
mod clock;
mod codes;
mod confinement;
mod converter;
mod device;
mod document;
mod doubts;
mod draft;
mod drafting;
mod extract;
mod facts;
mod file_store;
mod freshness;
mod handle;
mod health;
mod held;
mod import;
mod invitations;
mod once;
mod open;
mod openings;
mod organization;
mod outline;
mod password;
mod people;
mod photos;
mod present;
mod publish;
mod random;
mod recipe;
mod recognition;
mod recognizer;
mod reextract;
mod refusal;
mod scanned_pages;
mod search;
mod second_factor;
mod sessions;
mod site;
mod stand_checks;
mod stands;
mod throttle;
mod token;
mod transaction;
mod troubles;
mod view;

pub use accounts::{Admitted, Browser, SignedIn};
pub use api_tokens::{
    ApiToken, TOKEN_NAME_MAX_CHARS, TOKEN_PREFIX, TOKENS_MAX, TokenBearer, TokenInput,
};
pub use at_once::{Accepts, EditionInput, FileInput, FilePart, Unpublished};
pub use background::Background;
pub use bench_data::{BenchData, BenchFile};
pub use clock::{Clock, Stopwatch};
pub use confinement::{Confinement, confine, refuse_calls, refuse_files};
pub use converter::Converter;
pub use document::DocumentInput;
pub use draft::Preview;
pub use extract::{Worker, run_worker};
pub use facts::Withdrawal;
pub use handle::Registry;
pub use import::{Import, ImportNote, ImportRow, NewWords, OrganizationInput, RowChange};
pub use invitations::{Invited, NOTE_MAX_CHARS, Offer, OpenInvitation};
pub use once::{Kept, Once};
pub use open::Setup;
pub use organization::ContactInput;
pub use password::PASSWORD_MIN_CHARS;
pub use present::{Listener, Stamp};
pub use publish::Published;
pub use random::random_id;
pub use recognizer::Recognizer;
pub use reextract::{Remade, Stale, Wanted};
pub use refusal::{Error, Field, ImportProblem, NewWord, Refusal};
pub use scanned_pages::ScannedText;
pub use search::{Editions, Found, FoundPassage, PASSAGES_MAX, Reading, Scope, Search};
pub use second_factor::SecondFactorState;
pub use sessions::OwnSession;
pub use troubles::Trouble;
pub use view::{Subject, View};

pub use crate::storage::Error as StorageError;
pub use crate::storage::accounts::{Filter as PeopleFilter, Person};
pub use crate::storage::audit::{Entry as AuditEntry, Filter as AuditFilter};
pub use crate::storage::documents::Filter as DocumentFilter;
pub use crate::storage::files::StoreSettings;
pub use crate::storage::journal::Part as StatePart;
pub use crate::storage::openings::OpeningCount;
pub use crate::storage::organizations::Filter as OrganizationFilter;
pub use crate::storage::uses::FileUse;

/// What registry functions return.
pub type Result<T> = std::result::Result<T, Error>;
