//! What a draft is made of, in memory: begun from a version, filled with files, seen in short, turned into a version.

use std::collections::HashMap;

use super::Result;
use super::blobs::Upload;
use super::body::stored_body;
use super::draft::correctable;
use super::random::random;
use super::refusal::Refusal;
use crate::domain::document::Document;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::{AttachmentId, DraftId, TextId, VersionId};
use crate::domain::requisites::RequisitesInput;
use crate::domain::version::{ATTACHMENTS_MAX, Attachment, AttachmentRole, Text, Version};
use crate::domain::{Checksum, Instant};
use crate::storage::Conn;
use crate::storage::bodies::{self, StoredBody};
use crate::text;

/// How much of a fingerprint stands in a form, and beside who asked for a look, in characters of four bits each. It is a
/// guard against what changed unseen; who would make another draft with the same one on purpose has to save it, and a draft
/// that is saved must be looked at anew.
const STATE_CHARS: usize = 16;

/// What a draft begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// Nothing.
    Nothing,
    /// All that the version with this ordinal has, which it corrects.
    Corrects(u32),
    /// The texts and the attachments of the version with this ordinal, which something amends; its day is another one.
    Amends(u32),
}

impl Basis {
    /// A version's ordinal, where it corrects one.
    pub(super) fn correcting(corrects: Option<u32>) -> Self {
        corrects.map_or(Self::Nothing, Self::Corrects)
    }

    /// The ordinal of the version that it begins with.
    pub(super) const fn ordinal(self) -> Option<u32> {
        match self {
            Self::Nothing => None,
            Self::Corrects(ordinal) | Self::Amends(ordinal) => Some(ordinal),
        }
    }
}

/// A draft of a document's next version, not written down yet; `amending` is what amends the version that it begins with.
pub(super) fn new_draft(
    conn: &mut Conn,
    id: DraftId,
    document: &Document,
    (basis, amending): (Basis, &HashMap<Checksum, String>),
    now: Instant,
) -> Result<Draft> {
    let mut draft = Draft {
        id,
        document: document.id,
        requisites: RequisitesInput::default(),
        corrects: if let Basis::Corrects(ordinal) = basis { Some(ordinal) } else { None },
        based_on: Some(document.latest_record()),
        created_at: now,
        files: Vec::new(),
    };
    if let Some(ordinal) = basis.ordinal() {
        let before = correctable(document, ordinal)?;
        draft.requisites = before.requisites.into();
        draft.files = files_of(conn, before, amending)?;
    }
    if let Basis::Amends(_) = basis {
        (draft.requisites.signed_on, draft.requisites.effective_from) = (None, None);
    }
    Ok(draft)
}

/// An upload as the file of a draft.
pub(super) fn draft_file(part: DraftPart, upload: &Upload) -> Result<DraftFile> {
    let (extractor, body) = match part {
        DraftPart::Text { .. } | DraftPart::Attachment { role: AttachmentRole::Amendment, .. } => {
            (text::EXTRACTOR.to_owned(), stored_body(&upload.extracted.body))
        }
        DraftPart::Attachment { .. } => Default::default(),
    };
    let id = AttachmentId::from_random(random()?);
    Ok(DraftFile { id, part, file: upload.file.clone(), extractor, body, recipe: String::new() })
}

/// Refuses an attachment for which a draft has no room any more.
pub(super) fn refuse_too_many(draft: &Draft, file: &DraftFile) -> Result<()> {
    if file.lang().is_none() && draft.attachments().count() >= ATTACHMENTS_MAX {
        return Err(Refusal::TooManyAttachments { limit: ATTACHMENTS_MAX }.into());
    }
    Ok(())
}

/// What is seen of a draft in a preview, in short: its content, and the latest record of its document.
///
/// A publication that carries it is refused where anything of that is another meanwhile.
pub(super) fn state(draft: &Draft, document: &Document) -> String {
    let requisites = &draft.requisites;
    let mut seen = format!(
        "{} {} {:?} {:?} {:?} {} {:?}\n",
        draft.id,
        document.latest_record().as_microsecond(),
        requisites.signed_on,
        requisites.effective_from,
        requisites.term_end,
        requisites.prolongation.name(),
        draft.corrects,
    );
    for file in &draft.files {
        let body = Checksum::of(file.body.as_bytes());
        seen.push_str(&format!("{:?} {} {:?} {body}\n", file.part, file.file.checksum, file.file.name));
    }
    let mut state = Checksum::of(seen.as_bytes()).to_string();
    state.truncate(STATE_CHARS);
    state
}

/// The files of a version, as those of a draft that begins with it.
fn files_of(
    conn: &mut Conn,
    corrected: &Version,
    amending: &HashMap<Checksum, String>,
) -> Result<Vec<DraftFile>> {
    let mut files = Vec::new();
    for text in &corrected.texts {
        let part = DraftPart::Text { lang: text.lang, authenticity: text.authenticity };
        let stored = bodies::stored(conn, text.id)?.unwrap_or_default();
        let StoredBody { extractor, body, recipe } = stored;
        let id = AttachmentId::from_random(random()?);
        files.push(DraftFile { id, part, file: text.file.clone(), extractor, body, recipe });
    }
    for attachment in &corrected.attachments {
        let (role, title, dated_on) = (attachment.role, attachment.title.clone(), attachment.dated_on);
        let part = DraftPart::Attachment { role, title, dated_on };
        let amends = role == AttachmentRole::Amendment;
        let id = AttachmentId::from_random(random()?);
        files.push(DraftFile {
            id,
            part,
            file: attachment.file.clone(),
            extractor: if amends { text::EXTRACTOR.to_owned() } else { String::new() },
            body: amending.get(&attachment.file.checksum).filter(|_| amends).cloned().unwrap_or_default(),
            recipe: String::new(),
        });
    }
    Ok(files)
}

/// The version that a draft would become if it were published at `now`.
///
/// Dates that are missing stand as they would be read: a preview shows the page all the same.
pub(super) fn version(draft: &Draft, document: &Document, now: Instant) -> Result<Version> {
    let mut requisites = draft.requisites;
    requisites.effective_from.get_or_insert(crate::domain::calendar::local_day(now));
    let checked = document.kind.check(&requisites).unwrap_or(crate::domain::requisites::Requisites {
        signed_on: requisites.signed_on,
        effective_from: requisites.effective_from.unwrap_or_default(),
        term_end: None,
        prolongation: requisites.prolongation,
    });
    let mut texts = Vec::new();
    let mut attachments = Vec::new();
    for file in &draft.files {
        match &file.part {
            DraftPart::Text { lang, authenticity } => texts.push(Text {
                id: TextId::from_random(random()?),
                lang: *lang,
                authenticity: *authenticity,
                file: file.file.clone(),
                recorded_at: now,
            }),
            DraftPart::Attachment { role, title, dated_on } => attachments.push(Attachment {
                id: file.id,
                role: *role,
                title: title.clone(),
                dated_on: *dated_on,
                file: file.file.clone(),
                recorded_at: now,
            }),
        }
    }
    texts.sort_by_key(|text| text.lang);
    Ok(Version {
        id: VersionId::from_random(random()?),
        ordinal: document.versions.iter().map(|version| version.ordinal).max().unwrap_or_default() + 1,
        requisites: checked,
        corrects: draft.corrects,
        published_at: now,
        texts,
        attachments,
        facts: Vec::new(),
    })
}
