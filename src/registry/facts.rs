//! What becomes known of a version after its publication: ends, withdrawals, late files.

use super::draft::attachment_title;
use super::handle::Registry;
use super::intake::forgetting::forget;
use super::publish::after;
use super::random::random;
use super::refusal::{Field, Refusal};
use super::transaction::present_document;
use super::webhooks::telling::tell_fact;
use super::{Result, search};
use crate::domain::deed::Deed;
use crate::domain::document::Document;
use crate::domain::draft::DraftPart;
use crate::domain::fact::{Fact, FactDetail};
use crate::domain::ids::{AttachmentId, FactId, TextId};
use crate::domain::typed::clean;
use crate::domain::version::{
    ATTACHMENTS_MAX, Attachment, AttachmentRole, Authenticity, File, Text, Version,
};
use crate::domain::{Checksum, Code, Day, Instant, Lang};
use crate::ledger::{Change, leaf};
use crate::storage::journal::Part;
use crate::storage::{Conn, bodies, erasure, leaves, recognition, versions};
use crate::text;

/// Longest reason, in characters: it stands in a banner on a phone.
const REASON_MAX_CHARS: usize = 500;

/// How far a withdrawal goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawal {
    /// The version is no answer any more; its address shows it with a notice.
    Withdraw,
    /// The bytes are removed for ever, because they hold personal data.
    Erase,
}

/// A reason as it was typed.
pub(super) fn stated(reason: &str) -> Result<String> {
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Refusal::Missing(Field::Reason).into());
    }
    if reason.chars().count() > REASON_MAX_CHARS {
        return Err(Refusal::TooLong { field: Field::Reason, limit: REASON_MAX_CHARS }.into());
    }
    Ok(reason)
}

impl Registry {
    /// Withdraws or erases a version. The one before it answers again. Erasing once more takes away what is left.
    ///
    /// # Errors
    /// No reason, or a version that was withdrawn already.
    pub fn withdraw(
        &self,
        code: Code,
        ordinal: u32,
        reason: &str,
        how: Withdrawal,
        actor: &str,
    ) -> Result<()> {
        let reason = stated(reason)?;
        let id = self.document_id(code)?;
        let now = self.now();
        let erased = self.write(actor, Deed::Withdraw, &format!("{code} v{ordinal}"), |conn| {
            let document = present_document(conn, id)?;
            let version = find(&document, ordinal)?;
            match how {
                Withdrawal::Withdraw => {
                    if version.is_withdrawn(Instant::MAX) {
                        return Err(Refusal::WithdrawnAlready.into());
                    }
                    record(conn, &document, version, FactDetail::Withdrawn { reason }, now)?;
                    Ok(Vec::new())
                }
                Withdrawal::Erase => erase(conn, &document, version, reason, now),
            }
        })?;
        // Only after the commit: a crash in between leaves bytes that nothing serves, and the next start removes them.
        self.release(&erased)?;
        if how == Withdrawal::Erase { Ok(self.inner.database.scrub()?) } else { Ok(()) }
    }

    /// Records a fact that is only dates and words: registration, submission, proposed renewal, end.
    ///
    /// # Errors
    /// An unknown version, or one that was withdrawn.
    pub fn record_fact(&self, code: Code, ordinal: u32, detail: FactDetail, actor: &str) -> Result<()> {
        let detail = match detail {
            FactDetail::Registered { number, on } => FactDetail::Registered { number: clean(&number), on },
            other => other,
        };
        if matches!(&detail, FactDetail::Registered { number, .. } if number.is_empty()) {
            return Err(Refusal::Missing(Field::Number).into());
        }
        let id = self.document_id(code)?;
        let now = self.now();
        self.write(actor, Deed::RecordFact, &format!("{code} v{ordinal}"), |conn| {
            let document = present_document(conn, id)?;
            let version = living(&document, ordinal)?;
            record(conn, &document, version, detail, now)
        })
    }

    /// Adds a text in a language that a published version does not have yet.
    ///
    /// # Errors
    /// A file that cannot be read, or a language that is there already.
    pub fn add_late_text(
        &self,
        code: Code,
        ordinal: u32,
        (lang, authenticity): (Lang, Authenticity),
        (name, bytes): (&str, Vec<u8>),
        actor: &str,
    ) -> Result<()> {
        let id = self.document_id(code)?;
        living(&self.inner.database.read(|conn| present_document(conn, id))?, ordinal)?;
        let upload = self.upload(name, bytes)?;
        let (file, checksum) = (upload.file.clone(), upload.file.checksum);
        let unrecognised = self.unrecognised(&DraftPart::Text { lang, authenticity }, &upload.extracted.body);
        let now = self.now();
        let added = self.write(actor, Deed::AddLateText, &format!("{code} v{ordinal}"), |conn| {
            let document = present_document(conn, id)?;
            let version = living(&document, ordinal)?;
            if version.texts.iter().any(|text| text.lang == lang) {
                return Err(Refusal::LanguageExists.into());
            }
            self.retain(&upload)?;
            recognition::ask(conn, checksum, &unrecognised, now)?;
            let now = after(&document, now);
            let text =
                Text { id: TextId::from_random(random()?), lang, authenticity, file, recorded_at: now };
            versions::add_texts(conn, &[(version.id, &text)])?;
            let body = super::body::stored_body(&upload.extracted.body);
            if !body.is_empty() {
                search::store_body(conn, &document, (text.id, lang), text::EXTRACTOR, &body)?;
            }
            let part = format!("text {lang} {}", authenticity.name());
            let change =
                Change::LateFile { document: code, version: ordinal, part: &part, file: text.file.checksum };
            leaves::append(conn, &leaf(change, now), now, &[Part::Document(document.id)])?;
            record(conn, &document, version, FactDetail::LateText { lang }, now)
        });
        self.or_release(checksum, added)
    }

    /// Adds an attachment to a published version.
    ///
    /// # Errors
    /// A file that cannot be read, or more attachments than allowed.
    pub fn add_late_attachment(
        &self,
        code: Code,
        ordinal: u32,
        (title, dated_on): (&str, Option<Day>),
        (name, bytes): (&str, Vec<u8>),
        actor: &str,
    ) -> Result<()> {
        let id = self.document_id(code)?;
        living(&self.inner.database.read(|conn| present_document(conn, id))?, ordinal)?;
        let title = attachment_title(title, name)?;
        let upload = self.upload(name, bytes)?;
        let (file, checksum) = (upload.file.clone(), upload.file.checksum);
        let now = self.now();
        let added = self.write(actor, Deed::AddLateAttachment, &format!("{code} v{ordinal}"), |conn| {
            let document = present_document(conn, id)?;
            let version = living(&document, ordinal)?;
            if version.attachments.len() >= ATTACHMENTS_MAX {
                return Err(Refusal::TooManyAttachments { limit: ATTACHMENTS_MAX }.into());
            }
            self.retain(&upload)?;
            let now = after(&document, now);
            let id = AttachmentId::from_random(random()?);
            let role = AttachmentRole::Annex;
            let attachment = Attachment { id, role, title: title.clone(), dated_on, file, recorded_at: now };
            versions::add_attachment(conn, version.id, version.attachments.len() + 1, &attachment)?;
            let file = attachment.file.checksum;
            let change = Change::LateFile { document: code, version: ordinal, part: "attachment", file };
            leaves::append(conn, &leaf(change, now), now, &[Part::Document(document.id)])?;
            record(conn, &document, version, FactDetail::LateAttachment { title }, now)
        });
        self.or_release(checksum, added)
    }
}

pub(super) fn find(document: &Document, ordinal: u32) -> Result<&Version> {
    let version = document.version(ordinal);
    version.ok_or_else(|| Refusal::UnknownVersion(ordinal).into())
}

pub(super) fn living(document: &Document, ordinal: u32) -> Result<&Version> {
    let version = find(document, ordinal)?;
    if version.is_withdrawn(Instant::MAX) { Err(Refusal::WithdrawnAlready.into()) } else { Ok(version) }
}

pub(super) fn record(
    conn: &mut Conn,
    document: &Document,
    version: &Version,
    detail: FactDetail,
    now: Instant,
) -> Result<()> {
    let now = after(document, now);
    let salt = Checksum::of(&random::<32>()?).to_string();
    let change =
        Change::Fact { document: document.code, version: version.ordinal, detail: &detail, salt: &salt };
    leaves::append(conn, &leaf(change, now), now, &[Part::Document(document.id)])?;
    tell_fact(conn, document, (version, &detail), now)?;
    let fact = Fact { id: FactId::from_random(random()?), detail, recorded_at: now };
    Ok(versions::add_fact(conn, version.id, &fact, &salt)?)
}

/// Erases a version and gives its files. Where it was erased already, what a crash left of it is taken away.
fn erase(
    conn: &mut Conn,
    document: &Document,
    version: &Version,
    reason: String,
    now: Instant,
) -> Result<Vec<Checksum>> {
    for text in &version.texts {
        bodies::delete(conn, text.id)?;
    }
    if !version.is_erased(Instant::MAX) {
        record(conn, document, version, FactDetail::Erased { reason }, now)?;
    }
    erasure::clear_names(conn, version.id)?;
    let files: Vec<Checksum> = own_files(version).map(|file| file.checksum).collect();
    let standing = erasure::standing(conn, &files)?;
    let gone: Vec<Checksum> = files.into_iter().filter(|file| !standing.contains(file)).collect();
    let drafts = erasure::take_out_of_drafts(conn, &gone)?;
    forget(conn, (document.id, version.ordinal), &drafts)?;
    Ok(gone)
}

/// The files of a version: main files, then attachments.
fn own_files(version: &Version) -> impl Iterator<Item = &File> {
    let texts = version.texts.iter().map(|text| &text.file);
    texts.chain(version.attachments.iter().map(|attachment| &attachment.file))
}
