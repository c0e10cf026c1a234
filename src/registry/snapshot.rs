//! Everything but the bodies, as it was at one revision.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::brand::Brand;
use crate::domain::calendar::local_day;
use crate::domain::check::Check;
use crate::domain::document::Document;
use crate::domain::hanging::{Advice, Hanging, Stand};
use crate::domain::ids::{DocumentId, OrganizationId, UserId};
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Checksum, Code, Instant, shelf};
use crate::storage::state::State;
use crate::storage::uses::FileUse;
use crate::storage::{self, Conn, checks, documents, leaves, organizations, stands, state, versions};

/// The number of the next snapshot.
static GENERATION: AtomicU64 = AtomicU64::new(0);

/// The register in memory, unchanging: every answer made from one snapshot agrees with every other.
#[derive(Debug)]
pub struct Snapshot {
    /// Leaves of the ledger.
    pub revision: u64,
    /// Changes of anything that a page shows.
    pub changes: u64,
    /// Another number for every state of the register that this process has held, also after an earlier one was put
    /// back: the key of every cache.
    pub generation: u64,
    /// The host that may stand on walls.
    pub confirmed_host: Option<String>,
    /// How the union looks in print.
    pub brand: Brand,
    /// Which register this is, from its creation or restoration on.
    pub timeline: String,
    mark: String,
    latest_record: Instant,
    latest_moment: Instant,
    organizations: Vec<Organization>,
    documents: Vec<Document>,
    by_code: HashMap<Code, Place>,
    organization_at: HashMap<OrganizationId, usize>,
    document_at: HashMap<DocumentId, usize>,
    files: HashMap<Checksum, FileUse>,
    hanging: HashMap<Code, Hanging>,
    checks: Vec<Check>,
    union_at: usize,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Document(usize),
    Organization(usize),
}

/// What a code stands for.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'s> {
    /// A document.
    Document(&'s Document),
    /// An organization.
    Organization(&'s Organization),
}

impl Snapshot {
    /// Reads the whole register; the transaction makes it one moment.
    pub(super) fn read(conn: &mut Conn) -> storage::error::Result<Self> {
        let state = state::read(conn)?;
        let organizations = organizations::all(conn)?;
        let mut documents = documents::all(conn)?;
        let mut versions = versions::all(conn)?;
        let hanging = stands::all(conn)?;
        let checks = checks::all(conn)?;
        let latest = leaves::latest(conn, state.ahead)?;
        // Where a clock ran ahead, the moment at which somebody said so is the earliest one that it can be now.
        let latest_moment = latest.max(state.ahead.map(|(after, _)| after));
        for document in &mut documents {
            document.versions = versions.remove(&document.id).unwrap_or_default();
        }
        let mut by_code = HashMap::new();
        by_code.extend(organizations.iter().zip(0..).map(|(o, at)| (o.code, Place::Organization(at))));
        by_code.extend(documents.iter().zip(0..).map(|(d, at)| (d.code, Place::Document(at))));
        Ok(Self {
            revision: state.revision,
            changes: state.changes,
            generation: GENERATION.fetch_add(1, Ordering::Relaxed),
            confirmed_host: state.confirmed_host,
            brand: state.brand,
            timeline: state.timeline,
            mark: state.mark,
            latest_moment: latest_moment.unwrap_or(Instant::UNIX_EPOCH),
            latest_record: documents.iter().map(Document::latest_record).max().unwrap_or(Instant::UNIX_EPOCH),
            by_code,
            organization_at: organizations.iter().zip(0..).map(|(o, at)| (o.id, at)).collect(),
            document_at: documents.iter().zip(0..).map(|(d, at)| (d.id, at)).collect(),
            files: files(&documents),
            hanging,
            checks,
            union_at: organizations.iter().position(|o| o.is_union).unwrap_or_default(),
            organizations,
            documents,
        })
    }

    /// The moment as of which questions are answered at an instant. Where the clock is behind what is known to have
    /// happened, it is wrong: what was published is not hidden, and no earlier edition comes back.
    pub fn as_of(&self, now: Instant) -> AsOf {
        AsOf { day: local_day(now.max(self.latest_moment)), known: now.max(self.latest_record) }
    }

    /// Whether this is what the database holds in this state.
    pub(super) fn is_of(&self, state: &State) -> bool {
        self.timeline == state.timeline && self.mark == state.mark
    }

    /// The union itself.
    pub fn union(&self) -> &Organization {
        &self.organizations[self.union_at]
    }

    /// Every organization, the union included, by number.
    pub fn organizations(&self) -> &[Organization] {
        &self.organizations
    }

    /// Every document, in the order of creation.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// What this code stands for.
    pub fn find(&self, code: Code) -> Option<Subject<'_>> {
        self.by_code.get(&code).map(|place| match place {
            Place::Document(at) => Subject::Document(&self.documents[*at]),
            Place::Organization(at) => Subject::Organization(&self.organizations[*at]),
        })
    }

    /// The document with this code.
    pub fn document(&self, code: Code) -> Option<&Document> {
        match self.find(code)? {
            Subject::Document(document) => Some(document),
            Subject::Organization(_) => None,
        }
    }

    /// The organization with this code.
    pub fn organization(&self, code: Code) -> Option<&Organization> {
        match self.find(code)? {
            Subject::Organization(organization) => Some(organization),
            Subject::Document(_) => None,
        }
    }

    /// The document with this id.
    pub fn document_by_id(&self, id: DocumentId) -> Option<&Document> {
        self.document_at.get(&id).map(|at| &self.documents[*at])
    }

    /// The organization with this id.
    pub fn organization_by_id(&self, id: OrganizationId) -> Option<&Organization> {
        self.organization_at.get(&id).map(|at| &self.organizations[*at])
    }

    /// The organization that a person names: by code, by the union's number, or `union`.
    pub fn organization_named(&self, name: &str) -> Option<&Organization> {
        let name = name.trim();
        if name.eq_ignore_ascii_case("union") {
            return Some(self.union());
        }
        self.organizations
            .iter()
            .find(|organization| organization.number.eq_ignore_ascii_case(name))
            .or_else(|| self.organization(Code::parse(name).ok()?))
    }

    /// The owner of a document; the union where the owner cannot be found.
    pub fn owner(&self, document: &Document) -> &Organization {
        self.organization_by_id(document.owner).unwrap_or_else(|| self.union())
    }

    /// The documents on an organization's stand on a day.
    pub fn shelf(&self, organization: &Organization, as_of: AsOf) -> Vec<&Document> {
        shelf::shelf(organization, self.union(), &self.documents, as_of)
    }

    /// What is known to hang on the stand of the organization with this code.
    pub fn hanging(&self, organization: Code) -> &Hanging {
        static NOTHING: Hanging = Hanging::new();
        self.hanging.get(&organization).unwrap_or(&NOTHING)
    }

    /// What is to be done so that an organization's stand is right; `host` is the one that may stand on walls.
    pub fn advice(&self, organization: &Organization, host: Option<&str>, as_of: AsOf) -> Advice {
        let hanging = self.hanging(organization.code);
        if hanging.is_empty() {
            return Advice::default();
        }
        let shelf = self.shelf(organization, as_of);
        Stand { organization, shelf: &shelf, host, as_of }.advice(hanging)
    }

    /// Every check of a stand, the latest first.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter()
    }

    /// The check that a person has open at this instant.
    pub fn open_check(&self, user: UserId, now: Instant) -> Option<&Check> {
        self.checks.iter().find(|check| check.user == Some(user) && check.is_open(now))
    }

    /// Whether anybody checks a stand at this instant.
    pub fn has_open_checks(&self, now: Instant) -> bool {
        self.checks.iter().any(|check| check.is_open(now))
    }

    /// How a published file is served; none where no version ever had it.
    pub fn file(&self, checksum: Checksum) -> Option<&FileUse> {
        self.files.get(&checksum)
    }
}

fn files(documents: &[Document]) -> HashMap<Checksum, FileUse> {
    let mut files: HashMap<Checksum, FileUse> = HashMap::new();
    for version in documents.iter().flat_map(|document| &document.versions) {
        let erased = version.is_erased(Instant::MAX);
        for file in own_files(version) {
            let entry = files.entry(file.checksum).or_insert_with(|| FileUse {
                name: file.name.clone(),
                media: file.media,
                size_bytes: file.size_bytes,
                erased: true,
            });
            entry.erased &= erased;
        }
    }
    files
}

/// The files of a version: main files, then attachments.
pub(super) fn own_files(version: &Version) -> impl Iterator<Item = &crate::domain::version::File> {
    let texts = version.texts.iter().map(|text| &text.file);
    texts.chain(version.attachments.iter().map(|attachment| &attachment.file))
}
