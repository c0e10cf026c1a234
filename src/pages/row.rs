//! A line of a list of documents and organizations.

use super::edition_status;
use super::html::{Banner, Passage, Tone};
use super::naming;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::{AsOf, Lang};
use crate::phrases::say;

/// A line of a list: a document or an organization.
pub(super) struct Row {
    pub(super) href: String,
    pub(super) title: Passage,
    pub(super) lines: Vec<Passage>,
    pub(super) status: Option<Banner>,
}

impl Row {
    /// A document with its status, without further lines.
    pub(super) fn of_document(
        document: &Document,
        owner: &Organization,
        href: String,
        page: Lang,
        as_of: AsOf,
    ) -> Self {
        let status = match resolve(document, as_of) {
            Answer::Version { status, .. } => edition_status::status(page, status),
            Answer::NothingPublished => Banner::new(Tone::Notice, say(page, "status-nothing-yet-short")),
            Answer::AllWithdrawn => Banner::new(Tone::Warning, say(page, "status-withdrawn-short")),
        };
        Self { href, title: naming::title(document, owner, page), lines: Vec::new(), status: Some(status) }
    }
}
