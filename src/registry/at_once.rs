//! Publishing an edition at once, without a draft that somebody could find afterwards.

use super::Result;
use super::amendments::rejoin;
use super::blobs::Upload;
use super::doubts::doubts;
use super::draft::attachment_title;
use super::drafting::{Basis, draft_file, new_draft, refuse_too_many};
use super::handle::Registry;
use super::publish::{Published, enter};
use super::random::random;
use super::refusal::{Error, Refusal};
use super::transaction::present_document;
use super::unpublished::{Accepts, Unpublished};
use crate::domain::deed::Deed;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::DraftId;
use crate::domain::requisites::Prolongation;
use crate::domain::version::{AttachmentRole, Authenticity};
use crate::domain::{Checksum, Code, Day, Lang};
use crate::storage::{recognition, state};
use crate::text::review::Doubt;

/// An edition that is published at once. What is not given is taken over from the version that it corrects, if any.
#[derive(Debug, Clone, Default)]
pub struct EditionInput {
    /// The ordinal of the version that it corrects.
    pub corrects: Option<u32>,
    /// The ordinal of the version whose texts stay, and which something amends.
    pub amends: Option<u32>,
    /// Day of signing or adoption.
    pub signed_on: Option<Day>,
    /// First day on which it applies.
    pub effective_from: Option<Day>,
    /// Last day of its term.
    pub term_end: Option<Day>,
    /// Whether it goes on after its term.
    pub prolongation: Option<Prolongation>,
    /// Its files.
    pub files: Vec<FileInput>,
    /// What it is published with although it is seriously doubtful.
    pub accepts: Accepts,
}

/// A file of an edition.
#[derive(Debug, Clone)]
pub struct FileInput {
    /// What it is for.
    pub part: FilePart,
    /// The name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a file of an edition is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilePart {
    /// The text in a language, signed or translated.
    Text(Lang, Authenticity),
    /// A further file, with its title and the day on it; without a title it is called like the file.
    Attachment(AttachmentRole, String, Option<Day>),
}

impl Registry {
    /// Publishes an edition: first the bytes, then one transaction for everything else. A crash in between leaves bytes
    /// that nothing names, and no draft.
    ///
    /// # Errors
    /// A register in which another person looks first; a file that cannot be read, something seriously doubtful that was not
    /// accepted, or whatever else speaks against the publication. Nothing is left behind. With what is published come the doubts about it.
    pub fn publish_at_once(
        &self,
        code: Code,
        edition: EditionInput,
        actor: &str,
    ) -> std::result::Result<(Published, Vec<Doubt>), Unpublished> {
        self.require_clock()?;
        self.require_no_look()?;
        let id = self.document_id(code)?;
        let now = self.now();
        let EditionInput {
            corrects,
            amends,
            signed_on,
            effective_from,
            term_end,
            prolongation,
            files,
            accepts,
        } = edition;
        let basis = amends.map_or(Basis::correcting(corrects), Basis::Amends);
        let amending = self.amending_of(id, basis)?;
        let mut uploads = Vec::new();
        let mut found = Vec::new();
        let published = self.read_all(files, &mut uploads).and_then(|files| {
            let draft_id = DraftId::from_random(random()?);
            let wanted: Vec<(Checksum, Vec<u32>)> = files
                .iter()
                .zip(&uploads)
                .map(|(file, upload)| {
                    (file.file.checksum, self.unrecognised(&file.part, &upload.extracted.body))
                })
                .collect();
            Ok(self.write_about(actor, Deed::Publish, |conn| {
                let document = present_document(conn, id)?;
                let mut draft = new_draft(conn, draft_id, &document, (basis, &amending), now)?;
                let requisites = &mut draft.requisites;
                requisites.signed_on = signed_on.or(requisites.signed_on);
                requisites.effective_from = effective_from.or(requisites.effective_from);
                requisites.term_end = term_end.or(requisites.term_end);
                requisites.prolongation = prolongation.unwrap_or(requisites.prolongation);
                for file in files {
                    add(&mut draft, file)?;
                }
                rejoin(&mut draft)?;
                found = doubts(conn, &draft, &document)?;
                accepts.check(&found)?;
                uploads.iter().try_for_each(|upload| self.retain(upload))?;
                for (checksum, pages) in &wanted {
                    recognition::ask(conn, *checksum, pages, now)?;
                }
                state::read(conn)?.four_eyes.allows_at_once().map_err(Refusal::NotLooked)?;
                let published = enter(conn, (&draft, &document), (actor, now))?;
                Ok((published.subject(), published))
            })?)
        });
        if published.is_err() {
            let stored: Vec<Checksum> = uploads.iter().map(|upload| upload.file.checksum).collect();
            self.release(&stored)?;
        }
        match published {
            Ok(published) => Ok((published, found)),
            Err(Unpublished { error: error @ Error::Refused(Refusal::DoubtsUnseen), file, .. }) => {
                Err(Unpublished { error, file, doubts: found })
            }
            Err(refused) => Err(refused),
        }
    }

    /// Reads and stores files, one after the other; those that are stored stand in `uploads`, whatever comes of the rest.
    fn read_all(
        &self,
        files: Vec<FileInput>,
        uploads: &mut Vec<Upload>,
    ) -> std::result::Result<Vec<DraftFile>, Unpublished> {
        let mut read = Vec::new();
        for FileInput { part, name, bytes } in files {
            let file = self.read_one(part, &name, bytes, uploads);
            read.push(file.map_err(|error| Unpublished { error, file: name, doubts: Vec::new() })?);
        }
        Ok(read)
    }

    fn read_one(
        &self,
        part: FilePart,
        name: &str,
        bytes: Vec<u8>,
        uploads: &mut Vec<Upload>,
    ) -> Result<DraftFile> {
        let part = match part {
            FilePart::Text(lang, authenticity) => DraftPart::Text { lang, authenticity },
            FilePart::Attachment(role, title, dated_on) => {
                DraftPart::Attachment { role, title: attachment_title(&title, name)?, dated_on }
            }
        };
        let upload = self.upload(name, bytes)?;
        let file = draft_file(part, &upload);
        uploads.push(upload);
        file
    }
}

/// Adds a file to a draft in memory; a text takes the place of the one in its language.
fn add(draft: &mut Draft, file: DraftFile) -> Result<()> {
    refuse_too_many(draft, &file)?;
    if let Some(lang) = file.lang() {
        draft.files.retain(|other| other.lang() != Some(lang));
    }
    draft.files.push(file);
    Ok(())
}
