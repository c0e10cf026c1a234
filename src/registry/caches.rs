//! Parts of the register that were loaded, kept until they change or others need the room.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::domain::document::Document;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::posted::Posted;
use crate::domain::{Code, Instant};
use crate::storage::journal::Part;
use crate::text::find::Lexicon;

/// The part of the memory that documents get; organizations, what each owns, what is posted on its stand, and what codes
/// stand for get one such part each. All in eighths.
const DOCUMENTS_PART: u64 = 4;

/// What it takes to remember what a code stands for, in bytes.
const CODE_BYTES: u64 = 100;

/// What a small value takes with its place in a cache, in bytes.
const SMALL_BYTES: usize = 300;

/// What one edition of a document takes with its texts and facts, in bytes.
const EDITION_BYTES: usize = 1_200;

/// A value as it was at a number of the journal.
#[derive(Debug)]
pub(super) struct Kept<T: ?Sized> {
    /// The number at which it was read. An answer as of an earlier one must not use it.
    pub seq: u64,
    /// The value.
    pub value: Arc<T>,
}

impl<T: ?Sized> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self { seq: self.seq, value: self.value.clone() }
    }
}

/// What a code stands for. It never stands for anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A document.
    Document(DocumentId),
    /// An organization.
    Organization(OrganizationId),
}

/// The length of a value in memory, roughly.
pub(super) trait Bytes {
    /// The length in bytes.
    fn bytes(&self) -> usize;
}

impl Bytes for Document {
    fn bytes(&self) -> usize {
        SMALL_BYTES * 3 + self.versions.len() * EDITION_BYTES
    }
}

impl Bytes for Organization {
    fn bytes(&self) -> usize {
        SMALL_BYTES * (3 + self.names.len() + self.successions.len())
    }
}

impl Bytes for Posted {
    fn bytes(&self) -> usize {
        SMALL_BYTES * (1 + 2 * self.len())
    }
}

impl Bytes for [DocumentId] {
    fn bytes(&self) -> usize {
        SMALL_BYTES + size_of_val(self)
    }
}

/// Weighs values by their length in memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct ByBytes;

impl<K, T: Bytes + ?Sized> Weighter<K, Kept<T>> for ByBytes {
    fn weight(&self, _: &K, kept: &Kept<T>) -> u64 {
        kept.value.bytes() as u64
    }
}

type EntityCache<K, T> = Cache<K, Kept<T>, ByBytes>;

fn keeping<K: Eq + std::hash::Hash, T: Bytes + ?Sized>(bytes: u64, each: u64) -> EntityCache<K, T> {
    let count = usize::try_from(bytes / each).unwrap_or(1);
    Cache::with_weighter(count, bytes, ByBytes)
}

/// What one process has loaded.
#[derive(Debug)]
pub(super) struct Caches {
    /// Documents with their versions.
    pub documents: EntityCache<DocumentId, Document>,
    /// Organizations.
    pub organizations: EntityCache<OrganizationId, Organization>,
    /// The documents that an organization owns, in the order of creation.
    pub owned: EntityCache<OrganizationId, [DocumentId]>,
    /// What is posted on an organization's stand.
    pub posted: EntityCache<OrganizationId, Posted>,
    /// What codes stand for.
    pub named: Cache<Code, Named>,
}

impl Caches {
    /// Caches that take so much memory together.
    pub fn new(bytes: u64) -> Self {
        let part = bytes / 8;
        Self {
            documents: keeping(DOCUMENTS_PART * part, 4_000),
            organizations: keeping(part, 1_200),
            owned: keeping(part, 400),
            posted: keeping(part, 2_000),
            named: Cache::new(usize::try_from(part / CODE_BYTES).unwrap_or(1)),
        }
    }

    /// Lets go of what a change touched.
    pub fn forget(&self, part: Part) {
        match part {
            Part::Document(id) => drop(self.documents.remove(&id)),
            Part::Organization(id) => {
                self.organizations.remove(&id);
                self.owned.remove(&id);
                self.posted.remove(&id);
            }
            Part::Union | Part::Codes | Part::Checks | Part::Texts => {}
        }
    }

    /// Lets go of everything: it belongs to another history.
    pub fn clear(&self) {
        self.documents.clear();
        self.organizations.clear();
        self.owned.clear();
        self.posted.clear();
        self.named.clear();
    }
}

/// The words of all texts, as they were a while ago: what misspelt words may be meant to be.
#[derive(Debug)]
pub(super) struct AllWords {
    /// The words.
    pub lexicon: Lexicon,
    /// The number of the journal's latest change when they were read.
    pub seq: u64,
    /// When that was.
    pub read_at: Instant,
}
