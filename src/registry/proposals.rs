//! What schools propose: the office makes a draft of it and publishes that, or declines it with a reason.
//!
//! For a document that is there the draft is made at once. A document that is yet to be added waits for the office: adding
//! one is a public change, which no school makes by itself.

use std::collections::HashMap;

use super::Result;
use super::blobs::Upload;
use super::document;
use super::drafting::{Basis, draft_file, new_draft};
use super::facts::stated;
use super::handle::Registry;
use super::letters::written;
use super::once::Once;
use super::photos::NamedFiles;
use super::random::{random, random_id};
use super::recipe::Recipe;
use super::refusal::{Field, Refusal};
use super::transaction::{present_document, present_organization};
use crate::domain::deed::Deed;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::{DraftId, OrganizationId};
use crate::domain::organization::OrganizationStatus;
use crate::domain::proposal::{NOTE_MAX_CHARS, OPEN_MAX, Outcome, Proposal, ProposalState, is_proposable};
use crate::domain::version::{Authenticity, File};
use crate::domain::{Checksum, Code, Day, Instant, Lang};
use crate::storage::proposals::{self, ProposedText};
use crate::storage::{Conn, drafts};

/// What a proposal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposedAbout {
    /// The next edition of a document of the school.
    Edition(Code),
    /// A document of this kind that is yet to be added.
    Document(DocumentKind),
}

/// What a school proposes.
#[derive(Debug)]
pub struct ProposalInput {
    /// The document, or its kind.
    pub about: ProposedAbout,
    /// The first day; none where the school does not know.
    pub effective_from: Option<Day>,
    /// What the school says of it.
    pub note: String,
    /// By language the file, or the photos of its pages, with their names.
    pub texts: Vec<(Lang, NamedFiles)>,
    /// The sending of the form.
    pub once: Once,
}

/// A text that was read, with its language and how a body is made of it.
type Read = (Lang, Recipe, Upload);

impl Registry {
    /// Proposes a document or an edition in the name of an organization, once however often the form is sent.
    ///
    /// # Errors
    /// No file, one that cannot be read, a document of somebody else, too many proposals that wait: nothing is kept.
    pub fn propose(&self, organization: Code, input: ProposalInput, actor: &str) -> Result<()> {
        let owner = self.organization_id(organization)?;
        let note = written(&input.note, NOTE_MAX_CHARS)?;
        let document = match input.about {
            ProposedAbout::Edition(code) => Some(self.document_id(code)?),
            ProposedAbout::Document(_) => None,
        };
        if input.texts.is_empty() {
            return Err(Refusal::NoText.into());
        }
        let (id, now) = (random_id()?, self.now());
        self.with_uploads(|registry, read| {
            for (lang, files) in input.texts {
                let one = registry.read_proposed(files)?;
                read.push((lang, one.0, one.1));
            }
            registry.write(actor, Deed::Propose, organization.as_str(), |conn| {
                if input.once.made(conn, now)?.is_some() {
                    return Ok(());
                }
                may_propose(conn, owner)?;
                let of = document.map(|id| present_document(conn, id)).transpose()?;
                let kind = match (&of, input.about) {
                    (Some(document), _) if document.owner == owner => document.kind,
                    (None, ProposedAbout::Document(kind)) if is_proposable(kind) => {
                        if kind.rules().one_per_organization {
                            document::refuse_second(conn, owner, kind, None)?;
                        }
                        kind
                    }
                    _ => return Err(Refusal::Missing(Field::Kind).into()),
                };
                let mut proposal = Proposal {
                    id: id.clone(),
                    organization: owner,
                    document,
                    kind,
                    effective_from: input.effective_from,
                    note,
                    proposed_by: actor.to_owned(),
                    proposed_at: now,
                    draft: None,
                    outcome: None,
                };
                match &of {
                    Some(document) => {
                        proposal.draft = Some(registry.draft_of(conn, (&proposal, document), read, now)?);
                        proposals::insert(conn, &proposal)?;
                    }
                    None => registry.keep(conn, &proposal, read)?,
                }
                input.once.note(conn, &id, now)
            })
        })
    }

    /// Keeps a proposal with its files until the office makes a draft of it.
    fn keep(&self, conn: &mut Conn, proposal: &Proposal, read: &[Read]) -> Result<()> {
        proposals::insert(conn, proposal)?;
        for (lang, recipe, upload) in read {
            self.retain(upload)?;
            let text = ProposedText { lang: *lang, file: upload.file.clone(), recipe: recipe.stored() };
            proposals::put_text(conn, &proposal.id, &text)?;
        }
        Ok(())
    }

    /// One file, or photos of its pages, read in the worker.
    fn read_proposed(&self, files: NamedFiles) -> Result<(Recipe, Upload)> {
        let (name, bytes, recipe) = self.one_of(files)?;
        let upload = self.upload_by(&name, bytes, &recipe)?;
        Ok((recipe, upload))
    }

    /// Runs what reads uploads and refers to them; where it is refused, their bytes are let go of.
    fn with_uploads<T>(&self, work: impl FnOnce(&Self, &mut Vec<Read>) -> Result<T>) -> Result<T> {
        let mut read = Vec::new();
        let outcome = work(self, &mut read);
        // A form that was sent twice refers to nothing new either: what is referred to stays.
        let checksums: Vec<Checksum> = read.iter().map(|(.., upload)| upload.file.checksum).collect();
        self.release(&checksums)?;
        outcome
    }

    /// A draft of a document's next version, made of what a school proposed.
    fn draft_of(
        &self,
        conn: &mut Conn,
        (proposal, document): (&Proposal, &Document),
        read: &[Read],
        now: Instant,
    ) -> Result<DraftId> {
        let id = DraftId::from_random(random()?);
        let mut draft = new_draft(conn, id, document, (Basis::Nothing, &HashMap::new()), now)?;
        draft.requisites.effective_from = proposal.effective_from;
        drafts::save(conn, &draft)?;
        for ((lang, recipe, upload), ordinal) in read.iter().zip(1..) {
            let part = DraftPart::Text { lang: *lang, authenticity: Authenticity::Authentic };
            let file = DraftFile { recipe: recipe.stored(), ..draft_file(part, upload)? };
            self.take_in(conn, (id, ordinal), (&file, upload), now)?;
        }
        Ok(id)
    }

    /// The proposals of an organization, the latest first.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn proposals_of(&self, organization: OrganizationId) -> Result<Vec<Proposal>> {
        Ok(self.inner.database.read(|conn| proposals::of_organization(conn, organization))?)
    }

    /// The proposals that the office has yet to decide, oldest first; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn open_proposals(&self, most: usize) -> Result<Vec<Proposal>> {
        Ok(self.inner.database.read(|conn| proposals::open(conn, most))?)
    }

    /// One proposal, with the texts that no draft has yet.
    ///
    /// # Errors
    /// No such proposal.
    pub fn proposal(&self, id: &str) -> Result<(Proposal, Vec<ProposedText>)> {
        self.inner.database.read_consistently(|conn| {
            let proposal = proposals::find(conn, id)?.ok_or(Refusal::NoProposal)?;
            Ok((proposal, proposals::texts(conn, id)?))
        })
    }

    /// The proposal of which a draft was made; none where a school proposed nothing.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn proposal_of(&self, draft: DraftId) -> Result<Option<Proposal>> {
        Ok(self.inner.database.read(|conn| proposals::of_draft(conn, draft))?)
    }

    /// The bytes of a text of a proposal that no draft has yet.
    ///
    /// # Errors
    /// No such proposal or text; a store that cannot be read.
    pub fn proposed_file(&self, id: &str, lang: Lang) -> Result<(File, Vec<u8>)> {
        let (_, texts) = self.proposal(id)?;
        let text = texts.into_iter().find(|text| text.lang == lang).ok_or(Refusal::NoProposal)?;
        let bytes = self.inner.files.get(text.file.checksum)?;
        Ok((text.file, bytes))
    }

    /// Makes a draft of what a school proposed; a document that is not there yet is added with it. One that is a draft
    /// already stays it.
    ///
    /// # Errors
    /// No such proposal, or one that was decided; whatever refuses the document.
    pub fn take_proposal(&self, id: &str, actor: &str) -> Result<DraftId> {
        let (proposal, texts) = self.proposal(id)?;
        if let (ProposalState::Draft, Some(draft)) = (proposal.state(), proposal.draft) {
            return Ok(draft);
        }
        let now = self.now();
        self.with_uploads(|registry, read| {
            for text in texts {
                let recipe = Recipe::parse(&text.recipe)?;
                let bytes = registry.inner.files.get(text.file.checksum)?;
                let upload = registry.upload_by(&text.file.name, bytes, &recipe)?;
                read.push((text.lang, recipe, upload));
            }
            registry.write_about(actor, Deed::TakeProposal, |conn| {
                let proposal = proposals::find(conn, id)?.ok_or(Refusal::NoProposal)?;
                if proposal.state() != ProposalState::Waiting {
                    return Err(Refusal::NoProposal.into());
                }
                let organization = present_organization(conn, proposal.organization)?;
                let document = match proposal.document {
                    Some(document) => present_document(conn, document)?,
                    None => {
                        let owner = (proposal.organization, proposal.kind);
                        document::enter_plain(conn, owner, (actor, now))?
                    }
                };
                let draft = registry.draft_of(conn, (&proposal, &document), read, now)?;
                proposals::set_draft(conn, id, document.id, draft)?;
                Ok((organization.code.to_string(), draft))
            })
        })
    }

    /// Declines what a school proposed; its files and its draft are let go of. The chair reads the reason.
    ///
    /// # Errors
    /// No such proposal, one that was decided, or no reason.
    pub fn decline_proposal(&self, id: &str, reason: &str, actor: &str) -> Result<()> {
        let (reason, now) = (stated(reason)?, self.now());
        let files = self.write_about(actor, Deed::DeclineProposal, |conn| {
            let open = proposals::find(conn, id)?.filter(|proposal| proposal.state().is_open());
            let proposal = open.ok_or(Refusal::NoProposal)?;
            let mut files: Vec<Checksum> =
                proposals::texts(conn, id)?.into_iter().map(|text| text.file.checksum).collect();
            if let Some(draft) = proposal.draft {
                files.extend(drafts::find(conn, draft)?.iter().flat_map(Draft::checksums));
                drafts::delete(conn, draft)?;
            }
            proposals::settle(conn, id, &Outcome::Declined(reason), now)?;
            let organization = present_organization(conn, proposal.organization)?;
            Ok((organization.code.to_string(), files))
        })?;
        self.release(&files).map(drop)
    }
}

/// Whether an organization may propose something more.
fn may_propose(conn: &mut Conn, organization: OrganizationId) -> Result<()> {
    if present_organization(conn, organization)?.status == OrganizationStatus::Dissolved {
        return Err(Refusal::DissolvedAlready.into());
    }
    let own = proposals::of_organization(conn, organization)?;
    if own.iter().filter(|proposal| proposal.state().is_open()).count() >= OPEN_MAX {
        return Err(Refusal::TooManyOpen { limit: OPEN_MAX }.into());
    }
    Ok(())
}
