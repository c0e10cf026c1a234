//! Documents: creating them and editing what is not part of a version.

use super::Result;
use super::codes::reserve_code;
use super::handle::Registry;
use super::once::Once;
use super::random::{random, random_id};
use super::refusal::{Field, Refusal, check_letters};
use super::search::name_document;
use super::transaction::present_document;
use super::webhooks::telling::tell_created;
use crate::domain::deed::Deed;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::document_kind::DocumentKind;
use crate::domain::draft::Draft;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::lang::Trilingual;
use crate::domain::resolution::candidates;
use crate::domain::{Checksum, Code, Instant};
use crate::ledger::{Change, leaf};
use crate::storage::journal::Part;
use crate::storage::names::Named;
use crate::storage::{
    Conn, audit, codes, documents, drafts, leaves, names, organizations, proposals, versions,
};

/// Longest title in one language, in characters: longer ones fit no sheet.
pub const TITLE_MAX_CHARS: usize = 300;

/// Longest short title in one language, in characters: every label holds so many beside its code, in both languages.
pub const SHORT_TITLE_MAX_CHARS: usize = 40;

/// What is entered about a document.
#[derive(Debug, Clone, Default)]
pub struct DocumentInput {
    /// Its titles; where all are missing, the kind and the owner's name stand in.
    pub titles: Trilingual,
    /// One line saying whom it concerns.
    pub concerns: Trilingual,
    /// What labels call it, where its title is too long for them.
    pub short_titles: Trilingual,
    /// To whom it applies, if it is city-wide.
    pub applies_to: AppliesTo,
    /// The document that took its place.
    pub successor: Option<Code>,
    /// The sending of the form that adds it.
    pub once: Option<Once>,
}

impl Registry {
    /// Creates a document and gives its code, which may be printed before the first upload.
    ///
    /// # Errors
    /// An unknown owner, or a second collective agreement of one organization.
    pub fn add_document(
        &self,
        owner: Code,
        kind: DocumentKind,
        input: &DocumentInput,
        actor: &str,
    ) -> Result<Code> {
        let owner_id = self.organization_id(owner)?;
        check(input)?;
        let successor = input.successor.map(|code| self.document_id(code)).transpose()?;
        let now = self.now();
        self.write_about(actor, Deed::AddDocument, |conn| {
            if let Some(made) = input.once.map(|once| once.made(conn, now)).transpose()?.flatten() {
                let code = Code::parse(&made).map_err(|_| Refusal::UnknownDocument(made.clone()))?;
                return Ok((made, code));
            }
            let document = enter(conn, (owner_id, kind), (input, successor), now)?;
            if let Some(once) = input.once {
                once.note(conn, document.code.as_str(), now)?;
            }
            Ok((document.code.to_string(), document.code))
        })
    }

    /// Changes titles, whom it concerns, to whom it applies, and the document that took its place.
    ///
    /// # Errors
    /// An unknown document, or a title that is too long.
    pub fn edit_document(&self, code: Code, input: &DocumentInput, actor: &str) -> Result<()> {
        check(input)?;
        let successor = input.successor.map(|code| self.document_id(code)).transpose()?;
        let id = self.document_id(code)?;
        if successor == Some(id) {
            return Err(Refusal::OwnSuccessor.into());
        }
        let now = self.now();
        self.write(actor, Deed::EditDocument, code.as_str(), |conn| {
            let mut document = present_document(conn, id)?;
            // Only then another set of documents hangs on stands.
            let moves = document.applies_to != input.applies_to || document.successor != successor;
            document.titles = input.titles.clone();
            document.concerns = input.concerns.clone();
            document.short_titles = input.short_titles.clone();
            document.applies_to = input.applies_to.clone();
            document.successor = successor;
            documents::update(conn, &document)?;
            name_document(conn, id)?;
            let own = [Part::Document(id), Part::Organization(document.owner)];
            append(conn, &document, now, if moves { &own } else { &own[..1] })
        })
    }

    /// Takes a document back that was added by mistake, with its drafts. Its code is never given out again.
    ///
    /// # Errors
    /// [`Refusal::NotRemovable`] where it ever had a text, its code was printed, or another document names it; a school
    /// proposed what is not decided yet.
    pub fn remove_document(&self, code: Code, actor: &str) -> Result<()> {
        let id = self.document_id(code)?;
        let now = self.now();
        let files =
            self.write(actor, Deed::RemoveDocument, code.as_str(), |conn| take_back(conn, id, now))?;
        self.release(&files).map(drop)
    }

    pub(super) fn document_id(&self, code: Code) -> Result<DocumentId> {
        let found =
            self.read(|view| Ok::<_, super::Error>(view.document(code)?.map(|document| document.id)))?;
        found.ok_or_else(|| Refusal::UnknownDocument(code.to_string()).into())
    }
}

/// Takes a document back in the present transaction; gives the files of its drafts.
pub(super) fn take_back(conn: &mut Conn, id: DocumentId, now: Instant) -> Result<Vec<Checksum>> {
    let document = present_document(conn, id)?;
    let is_printed = !codes::is_any_reserved(conn, &[document.code])?;
    if !document.versions.is_empty() || is_printed || documents::is_successor(conn, id)? {
        return Err(Refusal::NotRemovable.into());
    }
    if proposals::has_open(conn, id)? {
        return Err(Refusal::ProposedBySchool.into());
    }
    let drafts = drafts::of_document(conn, id)?;
    for draft in &drafts {
        drafts::delete(conn, draft.id)?;
    }
    names::remove(conn, Named::Document(id))?;
    documents::delete(conn, id)?;
    let touched = [Part::Codes, Part::Document(id), Part::Organization(document.owner)];
    leaves::append(conn, &leaf(Change::DocumentRemoved(document.code), now), now, &touched)?;
    Ok(drafts.iter().flat_map(Draft::checksums).collect())
}

fn check(input: &DocumentInput) -> Result<()> {
    let parts = input.titles.iter().chain(input.concerns.iter());
    if parts.into_iter().any(|(_, text)| text.chars().count() > TITLE_MAX_CHARS) {
        return Err(Refusal::TooLong { field: Field::Title, limit: TITLE_MAX_CHARS }.into());
    }
    if input.short_titles.iter().any(|(_, text)| text.chars().count() > SHORT_TITLE_MAX_CHARS) {
        return Err(Refusal::TooLong { field: Field::ShortTitle, limit: SHORT_TITLE_MAX_CHARS }.into());
    }
    check_letters(Field::Title, &input.titles)?;
    check_letters(Field::Title, &input.concerns)?;
    check_letters(Field::ShortTitle, &input.short_titles)
}

/// Adds a document in the present transaction, with its leaf.
pub(super) fn enter(
    conn: &mut Conn,
    (owner, kind): (OrganizationId, DocumentKind),
    (input, successor): (&DocumentInput, Option<DocumentId>),
    now: Instant,
) -> Result<Document> {
    if kind.rules().one_per_organization {
        refuse_second(conn, owner, kind, None)?;
    }
    let document = Document {
        id: DocumentId::from_random(random()?),
        code: reserve_code(conn, now)?,
        owner,
        kind,
        titles: input.titles.clone(),
        concerns: input.concerns.clone(),
        short_titles: input.short_titles.clone(),
        applies_to: input.applies_to.clone(),
        successor,
        versions: Vec::new(),
    };
    documents::insert(conn, std::slice::from_ref(&document), now)?;
    name_document(conn, document.id)?;
    let own = [Part::Codes, Part::Document(document.id), Part::Organization(owner)];
    append(conn, &document, now, &own)?;
    tell_created(conn, &document, now)?;
    Ok(document)
}

/// The same where nothing is entered about it, with its line in the audit trail.
pub(super) fn enter_plain(
    conn: &mut Conn,
    owner: (OrganizationId, DocumentKind),
    (actor, now): (&str, Instant),
) -> Result<Document> {
    let document = enter(conn, owner, (&DocumentInput::default(), None), now)?;
    audit::note(conn, &random_id()?, now, (actor, Deed::AddDocument, document.code.as_str()))?;
    Ok(document)
}

/// Refuses a second document of a kind that an organization has only once, unless no version of the first one can answer
/// any more. `own` is the document that asks.
pub(super) fn refuse_second(
    conn: &mut Conn,
    owner: OrganizationId,
    kind: DocumentKind,
    own: Option<DocumentId>,
) -> Result<()> {
    match standing(conn, owner, kind, own)? {
        Some(first) => Err(Refusal::SecondCollectiveAgreement { code: first.code }.into()),
        None => Ok(()),
    }
}

/// The document of a kind that an organization has, with its versions, unless none of them can answer any more; `own` is not
/// looked at.
pub(super) fn standing(
    conn: &mut Conn,
    owner: OrganizationId,
    kind: DocumentKind,
    own: Option<DocumentId>,
) -> Result<Option<Document>> {
    for mut document in documents::of_owner(conn, owner, kind)? {
        if Some(document.id) == own {
            continue;
        }
        document.versions = versions::of_document(conn, document.id)?;
        let is_gone = !document.versions.is_empty() && candidates(&document, Instant::MAX).is_empty();
        if !is_gone {
            return Ok(Some(document));
        }
    }
    Ok(None)
}

fn append(conn: &mut Conn, document: &Document, now: Instant, touched: &[Part]) -> Result<()> {
    let owner = organizations::code_of(conn, document.owner)?;
    let successor = document.successor.map(|id| documents::code_of(conn, id)).transpose()?;
    leaves::append(conn, &leaf(Change::Document { document, owner, successor }, now), now, touched)?;
    Ok(())
}
