//! Drafts: uploading, changing and previewing what may become a version.

use std::collections::HashMap;

use super::Result;
use super::amendments::rejoin;
use super::blobs::Upload;
use super::body::bodies;
use super::doubts::doubts;
use super::drafting::{Basis, draft_file, new_draft, refuse_too_many, state, version};
use super::handle::Registry;
use super::outline::bilingual;
use super::random::random;
use super::recipe::Recipe;
use super::refusal::{Field, Refusal};
use super::transaction::present_document;
use crate::domain::deed::Deed;
use crate::domain::document::Document;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::{AttachmentId, DocumentId, DraftId};
use crate::domain::lang::Lang;
use crate::domain::requisites::{DateProblem, RequisitesInput};
use crate::domain::resolution::candidates;
use crate::domain::typed::clean;
use crate::domain::version::{AttachmentRole, Authenticity, Version};
use crate::domain::{Checksum, Code, Day, Instant};
use crate::storage::Conn;
use crate::storage::{drafts, intakes, looks, proposals, recognition};
use crate::text::body::Body;
use crate::text::language;
use crate::text::review::Doubt;

/// Longest title of an attachment, in characters.
const ATTACHMENT_TITLE_MAX_CHARS: usize = 200;

/// What a member would see after the publication of a draft.
#[derive(Debug)]
pub struct Preview {
    /// The draft.
    pub draft: Draft,
    /// The document as it would be.
    pub document: Document,
    /// The version that the draft would become; it is in the document too.
    pub version: Version,
    /// What is seen here, in short: a publication that carries it is refused where that is another meanwhile.
    pub state: String,
    /// The bodies by language; one without words where the file has none.
    pub bodies: Vec<(Lang, Body)>,
    /// What a person should look at before.
    pub doubts: Vec<Doubt>,
    /// The languages whose file holds the Kazakh and the Russian text side by side.
    pub bilingual: Vec<Lang>,
    /// What would refuse the publication as it stands.
    pub problems: Vec<Refusal>,
}

impl Registry {
    /// Begins a draft of a document's next version. A correction begins with all that the corrected version has.
    ///
    /// # Errors
    /// An unknown document, or a version that cannot be corrected.
    pub fn begin_draft(&self, code: Code, corrects: Option<u32>, actor: &str) -> Result<DraftId> {
        self.begin(code, Basis::correcting(corrects), actor)
    }

    /// Begins a draft of a document's next version, by which something amends the version with this ordinal: the texts
    /// and attachments of that are there already.
    ///
    /// # Errors
    /// An unknown document, or a version that is no possible answer.
    pub fn begin_amendment(&self, code: Code, ordinal: u32, actor: &str) -> Result<DraftId> {
        self.begin(code, Basis::Amends(ordinal), actor)
    }

    fn begin(&self, code: Code, basis: Basis, actor: &str) -> Result<DraftId> {
        let document_id = self.document_id(code)?;
        let amending = self.amending_of(document_id, basis)?;
        let now = self.now();
        let id = DraftId::from_random(random()?);
        self.write(actor, Deed::BeginDraft, code.as_str(), |conn| {
            let document = present_document(conn, document_id)?;
            let draft = new_draft(conn, id, &document, (basis, &amending), now)?;
            // A second press, or a draft that was begun and left, makes no second one.
            let begun = drafts::of_document(conn, document_id)?;
            if let Some(same) = begun.into_iter().find(|begun| begun.is_begun_like(&draft)) {
                return Ok(same.id);
            }
            drafts::save(conn, &draft)?;
            for (file, ordinal) in draft.files.iter().zip(1..) {
                drafts::put_file(conn, id, ordinal, file)?;
            }
            Ok(id)
        })
    }

    /// What amends the version that a draft begins with, read before any transaction.
    pub(super) fn amending_of(
        &self,
        document: DocumentId,
        basis: Basis,
    ) -> Result<HashMap<Checksum, String>> {
        let Some(ordinal) = basis.ordinal() else { return Ok(HashMap::new()) };
        let document = self.inner.database.read(|conn| present_document(conn, document))?;
        self.amending_bodies(correctable(&document, ordinal)?)
    }

    /// The draft with this id.
    ///
    /// # Errors
    /// No such draft.
    pub fn draft(&self, id: DraftId) -> Result<Draft> {
        self.inner.database.read(|conn| find(conn, id))
    }

    /// The drafts of a document, oldest first.
    ///
    /// # Errors
    /// An unknown document.
    pub fn drafts(&self, code: Code) -> Result<Vec<Draft>> {
        let id = self.document_id(code)?;
        Ok(self.inner.database.read(|conn| drafts::of_document(conn, id))?)
    }

    /// How many drafts each document has; none for those without.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn draft_counts(&self) -> Result<HashMap<DocumentId, usize>> {
        Ok(self.inner.database.read(drafts::counts)?)
    }

    /// Sets the dates of a draft as they were entered; they are checked at the preview.
    ///
    /// # Errors
    /// No such draft.
    pub fn set_requisites(&self, id: DraftId, requisites: RequisitesInput) -> Result<()> {
        self.inner.database.write(|conn| {
            let mut draft = find(conn, id)?;
            draft.requisites = requisites;
            save(conn, &mut draft)
        })
    }

    /// Adds a text's main file to a draft, in place of the one in its language.
    ///
    /// # Errors
    /// A file that cannot be read; the draft stays as it was.
    pub fn put_text(
        &self,
        id: DraftId,
        lang: Lang,
        authenticity: Authenticity,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<()> {
        self.put(id, (DraftPart::Text { lang, authenticity }, &Recipe::default()), name, bytes)
    }

    /// Adds a text whose language is told by its words; says which.
    ///
    /// # Errors
    /// As [`Self::put_text`]; words that tell no language, or one in which the draft has a text already.
    pub fn put_dropped(&self, id: DraftId, name: &str, bytes: Vec<u8>) -> Result<Lang> {
        self.draft(id)?;
        let upload = self.upload(name, bytes)?;
        let guessed = language::of(&upload.extracted.body.to_text());
        let guessed = guessed.ok_or_else(|| Refusal::LanguageUnknown.into());
        let lang = self.or_release(upload.file.checksum, guessed)?;
        let part = DraftPart::Text { lang, authenticity: Authenticity::Authentic };
        self.put_upload(id, (part, &Recipe::default()), &upload, |draft| match draft.text(lang) {
            Some(_) => Err(Refusal::LanguageTwice(lang).into()),
            None => Ok(()),
        })?;
        Ok(lang)
    }

    /// Adds an attachment to a draft. Without a title, the file's name stands in. What amends the texts is read with them.
    ///
    /// # Errors
    /// A file that cannot be read, or more attachments than allowed; the draft stays as it was.
    pub fn put_attachment(
        &self,
        id: DraftId,
        (role, title, dated_on): (AttachmentRole, &str, Option<Day>),
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<()> {
        let title = attachment_title(title, name)?;
        self.put(id, (DraftPart::Attachment { role, title, dated_on }, &Recipe::default()), name, bytes)
    }

    /// Adds a file to a draft; its text is made by a recipe.
    pub(super) fn put(
        &self,
        id: DraftId,
        (part, recipe): (DraftPart, &Recipe),
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<()> {
        self.draft(id)?;
        let upload = self.upload_by(name, bytes, recipe)?;
        self.put_upload(id, (part, recipe), &upload, |_| Ok(()))
    }

    /// Adds a file that was read to a draft, where `may` lets it in as the draft is then.
    fn put_upload(
        &self,
        id: DraftId,
        (part, recipe): (DraftPart, &Recipe),
        upload: &Upload,
        may: impl FnOnce(&Draft) -> Result<()>,
    ) -> Result<()> {
        let checksum = upload.file.checksum;
        let file = DraftFile { recipe: recipe.stored(), ..draft_file(part, upload)? };
        let now = self.now();
        let replaced = self.inner.database.write(|conn| {
            let mut draft = find(conn, id)?;
            may(&draft)?;
            refuse_too_many(&draft, &file)?;
            save(conn, &mut draft)?;
            self.take_in(conn, (id, draft.files.len() + 1), (&file, upload), now)?;
            rejoin_stored(conn, id)?;
            Ok(draft.checksums())
        });
        let replaced = self.or_release(checksum, replaced)?;
        self.release(&replaced).map(drop)
    }

    /// Adds a file that was read to a stored draft in the present transaction, and asks for the words of its pictures.
    pub(super) fn take_in(
        &self,
        conn: &mut Conn,
        (draft, ordinal): (DraftId, usize),
        (file, upload): (&DraftFile, &Upload),
        now: Instant,
    ) -> Result<()> {
        self.retain(upload)?;
        drafts::put_file(conn, draft, ordinal, file)?;
        let unrecognised = self.unrecognised(&file.part, &upload.extracted.body);
        Ok(recognition::ask(conn, file.file.checksum, &unrecognised, now)?)
    }

    /// Says of a draft's text whether it was signed or translated, without another upload.
    ///
    /// # Errors
    /// No such draft.
    pub fn set_authenticity(&self, id: DraftId, lang: Lang, authenticity: Authenticity) -> Result<()> {
        self.inner.database.write(|conn| {
            let mut draft = find(conn, id)?;
            save(conn, &mut draft)?;
            Ok(drafts::set_authenticity(conn, id, lang, authenticity)?)
        })
    }

    /// Takes a file out of a draft.
    ///
    /// # Errors
    /// No such draft.
    pub fn remove_draft_file(&self, id: DraftId, file: AttachmentId) -> Result<()> {
        let files = self.inner.database.write(|conn| {
            let mut draft = find(conn, id)?;
            save(conn, &mut draft)?;
            drafts::remove_file(conn, id, file)?;
            rejoin_stored(conn, id)?;
            Ok::<_, super::Error>(draft.checksums())
        })?;
        self.release(&files).map(drop)
    }

    /// Throws a draft away, with its files.
    ///
    /// # Errors
    /// No such draft, or one that a school proposed: that is declined with a reason.
    pub fn discard_draft(&self, id: DraftId, actor: &str) -> Result<()> {
        let files = self.write_about(actor, Deed::DiscardDraft, |conn| {
            let draft = find(conn, id)?;
            let document = present_document(conn, draft.document)?;
            // The school must hear why.
            if proposals::of_draft(conn, id)?.is_some() {
                return Err(Refusal::ProposedBySchool.into());
            }
            drafts::delete(conn, id)?;
            Ok((document.code.to_string(), draft.checksums()))
        })?;
        self.release(&files).map(drop)
    }

    /// What a member would see if the draft were published now. Writes nothing: looking is no decision.
    ///
    /// # Errors
    /// No such draft.
    pub fn preview(&self, id: DraftId) -> Result<Preview> {
        let now = self.now();
        self.inner.database.read_consistently(|conn| {
            let draft = find(conn, id)?;
            let mut document = present_document(conn, draft.document)?;
            let state = state(&draft, &document);
            let problems = super::publish::problems(conn, &draft, &document)?;
            let version = version(&draft, &document, super::publish::after(&document, now))?;
            document.versions.push(version.clone());
            let (bodies, bilingual) = (bodies(&draft)?, bilingual(&draft)?);
            let doubts = doubts(conn, &draft, &document)?;
            Ok(Preview { draft, document, version, state, bodies, doubts, bilingual, problems })
        })
    }

    /// What a person should look at in the texts of a draft.
    ///
    /// # Errors
    /// No such draft.
    pub fn doubts(&self, id: DraftId) -> Result<Vec<Doubt>> {
        self.inner.database.read_consistently(|conn| {
            let draft = find(conn, id)?;
            let document = present_document(conn, draft.document)?;
            doubts(conn, &draft, &document)
        })
    }
}

/// Writes a draft down without its files, with what the document is like now: who saves a draft works on that.
pub(super) fn save(conn: &mut Conn, draft: &mut Draft) -> Result<()> {
    intakes::take_in_hand(conn, draft.id)?;
    save_remade(conn, draft)
}

/// The same where a program makes a text of it again: what a person has to see to is as it was. Who was asked for the look at
/// the draft must be asked anew.
pub(super) fn save_remade(conn: &mut Conn, draft: &mut Draft) -> Result<()> {
    let document = present_document(conn, draft.document)?;
    draft.based_on = Some(document.latest_record());
    looks::forget(conn, draft.id)?;
    intakes::note_changed(conn, draft.id)?;
    Ok(drafts::save(conn, draft)?)
}

pub(super) fn find(conn: &mut Conn, id: DraftId) -> Result<Draft> {
    drafts::find(conn, id)?.ok_or_else(|| Refusal::UnknownDraft.into())
}

/// Joins what amends the texts of a stored draft to each of them.
pub(super) fn rejoin_stored(conn: &mut Conn, id: DraftId) -> Result<()> {
    let mut draft = find(conn, id)?;
    for at in rejoin(&mut draft)? {
        drafts::set_body(conn, id, &draft.files[at])?;
    }
    Ok(())
}

/// The version with this ordinal, if it is a possible answer.
pub(super) fn correctable(document: &Document, ordinal: u32) -> Result<&Version> {
    candidates(document, Instant::MAX)
        .into_iter()
        .find(|version| version.ordinal == ordinal)
        .ok_or_else(|| Refusal::NotCorrectable(ordinal).into())
}

/// What an attachment is called: the title that was entered, else the file's name without its ending.
pub(super) fn attachment_title(title: &str, name: &str) -> Result<String> {
    let entered = clean(title);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = if entered.is_empty() { clean(stem) } else { entered };
    if title.is_empty() {
        return Err(Refusal::Missing(Field::Title).into());
    }
    if title.chars().count() > ATTACHMENT_TITLE_MAX_CHARS {
        return Err(Refusal::TooLong { field: Field::Title, limit: ATTACHMENT_TITLE_MAX_CHARS }.into());
    }
    Ok(title)
}

/// The dates of a draft, checked for its document's kind.
pub(super) fn dates(draft: &Draft, document: &Document) -> std::result::Result<(), DateProblem> {
    document.kind.check(&draft.requisites).map(drop)
}
