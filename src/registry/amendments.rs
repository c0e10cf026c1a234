//! What amends a text: read once when it is uploaded, and joined to each text of its draft.

use std::collections::HashMap;

use super::Result;
use super::body::{parse_body, stored_body};
use super::handle::Registry;
use super::recipe::Recipe;
use crate::domain::draft::Draft;
use crate::domain::version::{AttachmentRole, Version};
use crate::domain::{Checksum, Day};
use crate::text::amendment::{Amending, join};
use crate::text::body::Body;

/// A file that amends the texts of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AmendingFile {
    checksum: Checksum,
    title: String,
    dated_on: Option<Day>,
}

/// The files that amend the texts of a version, in order.
pub(super) fn amending_files(version: &Version) -> Vec<AmendingFile> {
    let amends = version.attachments.iter().filter(|one| one.role == AttachmentRole::Amendment);
    let file = |one: &crate::domain::version::Attachment| AmendingFile {
        checksum: one.file.checksum,
        title: one.title.clone(),
        dated_on: one.dated_on,
    };
    amends.map(file).collect()
}

impl Registry {
    /// What files that amend a text say, read again. A text never loses what amends it because a reading was stopped.
    ///
    /// # Errors
    /// A file that is lost or cannot be read any more, or a database that cannot be read.
    pub(super) fn read_amending(&self, files: &[AmendingFile]) -> Result<Vec<Amending>> {
        let read = |file: &AmendingFile| {
            let bytes = self.noted(file.checksum, self.inner.files.get(file.checksum))?;
            let known = self.known_words(file.checksum, &Recipe::default())?;
            let body = self.inner.worker.read(&bytes, known)?.body;
            Ok(Amending { title: file.title.clone(), dated_on: file.dated_on, body })
        };
        files.iter().map(read).collect()
    }

    /// What amends the texts of a version says, as the bodies of a draft's files are stored, by checksum.
    ///
    /// # Errors
    /// As [`Self::read_amending`].
    pub(super) fn amending_bodies(&self, version: &Version) -> Result<HashMap<Checksum, String>> {
        let files = amending_files(version);
        let read = self.read_amending(&files)?;
        Ok(files.iter().zip(read).map(|(file, read)| (file.checksum, stored_body(&read.body))).collect())
    }
}

/// What amends the texts of a draft.
pub(super) fn amending(draft: &Draft) -> Result<Vec<Amending>> {
    let one = |(file, title, dated_on): (&crate::domain::draft::DraftFile, &str, Option<Day>)| {
        let body = if file.body.is_empty() { Body::default() } else { parse_body(&file.body)? };
        Ok(Amending { title: title.to_owned(), dated_on, body })
    };
    draft.amendments().map(one).collect()
}

/// Joins what amends the texts of a draft to each of them, in memory; says which of its files changed.
pub(super) fn rejoin(draft: &mut Draft) -> Result<Vec<usize>> {
    let amending = amending(draft)?;
    let mut changed = Vec::new();
    for (at, file) in draft.files.iter_mut().enumerate() {
        let Some(lang) = file.lang() else { continue };
        let mut body = if file.body.is_empty() { Body::default() } else { parse_body(&file.body)? };
        if amending.is_empty() && body.amendments.is_empty() {
            continue;
        }
        join(&mut body, lang, &amending);
        let joined = stored_body(&body);
        if joined != file.body {
            file.body = joined;
            changed.push(at);
        }
    }
    Ok(changed)
}
