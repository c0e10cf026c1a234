//! Publishing a draft.

use super::Result;
use super::document;
use super::doubts::doubts;
use super::draft;
use super::drafting;
use super::handle::Registry;
use super::recipe;
use super::refusal::{Error, Refusal};
use super::transaction::present_document;
use super::unpublished::{Accepts, Unpublished};
use super::webhooks::telling::tell_published;
use crate::domain::deed::Deed;
use crate::domain::document::Document;
use crate::domain::draft::{Draft, DraftFile};
use crate::domain::four_eyes::FourEyes;
use crate::domain::ids::DraftId;
use crate::domain::proposal::Outcome;
use crate::domain::resolution::candidates;
use crate::domain::version::Version;
use crate::domain::{Checksum, Code, Instant};
use crate::ledger::{Change, leaf};
use crate::storage::bodies::StoredBody;
use crate::storage::drafts;
use crate::storage::intakes;
use crate::storage::journal;
use crate::storage::versions;
use crate::storage::{Conn, codes, leaves, looks, proposals, state};
use crate::text::review::Doubt;

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The document.
    pub code: Code,
    /// The version's ordinal.
    pub ordinal: u32,
    /// The registry's revision since then.
    pub revision: u64,
}

impl Published {
    /// What the audit trail names it.
    pub(super) fn subject(&self) -> String {
        format!("{} v{}", self.code, self.ordinal)
    }
}

impl Registry {
    /// Publishes a draft as the next version of its document, in one transaction, as it was last saved.
    ///
    /// # Errors
    /// A document that changed since the draft was saved, or whatever the preview names as a problem. The draft is kept.
    pub fn publish(&self, id: DraftId, actor: &str) -> Result<Published> {
        self.publish_draft(id, actor, |draft, document| draft.based_on == Some(document.latest_record()))
    }

    /// Publishes a draft as it was seen in a preview; `seen` is the [`Preview::state`](super::Preview) of that.
    ///
    /// # Errors
    /// A draft or a document that changed since, or whatever the preview named as a problem. The draft is kept.
    pub fn publish_seen(&self, id: DraftId, seen: &str, actor: &str) -> Result<Published> {
        self.publish_draft(id, actor, |draft, document| drafting::state(draft, document) == seen)
    }

    /// The same, where nothing is seriously doubtful that is not accepted: what a program publishes.
    ///
    /// # Errors
    /// As [`Registry::publish_seen`]; [`Refusal::DoubtsUnseen`], with the doubts.
    pub fn publish_accepting(
        &self,
        id: DraftId,
        seen: &str,
        accepts: &Accepts,
        actor: &str,
    ) -> std::result::Result<(Published, Vec<Doubt>), Unpublished> {
        let mut found = Vec::new();
        let published = self.publish_checked(id, actor, |conn, draft, document| {
            found = doubts(conn, draft, document)?;
            accepts.check(&found)?;
            Ok(drafting::state(draft, document) == seen)
        });
        match published {
            Ok(published) => Ok((published, found)),
            // Whatever else speaks against it, the doubts are no reason of it.
            Err(error @ Error::Refused(Refusal::DoubtsUnseen)) => {
                Err(Unpublished { error, file: String::new(), doubts: found })
            }
            Err(error) => Err(error.into()),
        }
    }

    fn publish_draft(
        &self,
        id: DraftId,
        actor: &str,
        is_as_seen: impl FnOnce(&Draft, &Document) -> bool,
    ) -> Result<Published> {
        self.publish_checked(id, actor, |_, draft, document| Ok(is_as_seen(draft, document)))
    }

    fn publish_checked(
        &self,
        id: DraftId,
        actor: &str,
        is_as_seen: impl FnOnce(&mut Conn, &Draft, &Document) -> Result<bool>,
    ) -> Result<Published> {
        self.require_clock()?;
        let now = self.now();
        self.write_about(actor, Deed::Publish, |conn| {
            let draft = draft::find(conn, id)?;
            let document = present_document(conn, draft.document)?;
            if !is_as_seen(conn, &draft, &document)? {
                return Err(Refusal::ChangedSincePreview.into());
            }
            let published = publish_present(conn, (&draft, &document), (actor, now))?;
            Ok((published.subject(), published))
        })
    }
}

/// Publishes a draft in the present transaction, unless another person has to look first: the draft is gone then, and what
/// a school proposed or a delivery brought is settled.
pub(super) fn publish_present(
    conn: &mut Conn,
    (draft, document): (&Draft, &Document),
    (actor, now): (&str, Instant),
) -> Result<Published> {
    let four_eyes = state::read(conn)?.four_eyes;
    let asked = looks::asked(conn, draft.id)?;
    let state = drafting::state(draft, document);
    four_eyes.allows(asked.as_ref(), &state, actor).map_err(Refusal::NotLooked)?;
    let published = enter(conn, (draft, document), (actor, now))?;
    if let Some(proposal) = proposals::of_draft(conn, draft.id)? {
        proposals::settle(conn, &proposal.id, &Outcome::Published(published.ordinal), now)?;
    }
    drafts::delete(conn, draft.id)?;
    intakes::note_published(conn, draft.id, published.ordinal)?;
    Ok(published)
}

/// Writes what a draft holds as the next version, with its leaf, unless something speaks against it.
///
/// Where the register asks for a second look, the version waits for it.
pub(super) fn enter(
    conn: &mut Conn,
    (draft, document): (&Draft, &Document),
    (actor, now): (&str, Instant),
) -> Result<Published> {
    if let Some(problem) = problems(conn, draft, document)?.into_iter().next() {
        return Err(problem.into());
    }
    let now = after(document, now);
    let version = drafting::version(draft, document, now)?;
    versions::insert(conn, &[(document.id, &version)])?;
    for text in &version.texts {
        versions::add_texts(conn, &[(version.id, text)])?;
        if let Some(file) = draft.text(text.lang).filter(|file| !file.body.is_empty()) {
            let DraftFile { extractor, body, recipe, .. } = file.clone();
            recipe::store(conn, document, (text.id, text.lang), &StoredBody { extractor, body, recipe })?;
        }
    }
    for (attachment, ordinal) in version.attachments.iter().zip(1..) {
        versions::add_attachment(conn, version.id, ordinal, attachment)?;
    }
    codes::keep(conn, &[document.code])?;
    if state::read(conn)?.four_eyes == FourEyes::After {
        looks::await_second(conn, version.id, actor, now)?;
    }
    let revision = leaves::append(
        conn,
        &leaf(Change::Publication(document.code, &version), now),
        now,
        &[journal::Part::Document(document.id)],
    )?;
    tell_published(conn, document, &version, now)?;
    Ok(Published { code: document.code, ordinal: version.ordinal, revision })
}

/// The instant of a new record: now, but always after the document's latest one, whatever the clock does.
pub(super) fn after(document: &Document, now: Instant) -> Instant {
    let latest = document.latest_record().as_microsecond();
    now.max(Instant::from_microsecond(latest + 1).unwrap_or(now))
}

/// Everything that refuses the publication of a draft as it stands.
pub(super) fn problems(conn: &mut Conn, draft: &Draft, document: &Document) -> Result<Vec<Refusal>> {
    let mut problems = Vec::new();
    if draft.texts().next().is_none() {
        problems.push(Refusal::NoText);
    }
    if let Err(problem) = draft::dates(draft, document) {
        problems.push(Refusal::Dates(problem));
    }
    if let Some(ordinal) = draft.corrects
        && draft::correctable(document, ordinal).is_err()
    {
        problems.push(Refusal::NotCorrectable(ordinal));
    }
    problems.extend(same_bytes(draft, document));
    if document.kind.rules().one_per_organization {
        match document::refuse_second(conn, document.owner, document.kind, Some(document.id)) {
            Err(super::Error::Refused(refusal)) => problems.push(refusal),
            other => other?,
        }
    }
    Ok(problems)
}

/// The refusal of a main file that a possible answer has already, unless that one is being corrected, or something new
/// amends it.
fn same_bytes(draft: &Draft, document: &Document) -> Option<Refusal> {
    let living = candidates(document, Instant::MAX);
    let amends = |version: &Version| {
        let before: Vec<Checksum> = version.amendments().collect();
        draft.amendments().any(|(file, ..)| !before.contains(&file.file.checksum))
    };
    let others = living.into_iter().filter(|version| Some(version.ordinal) != draft.corrects);
    others.filter(|version| !amends(version)).find_map(|version| {
        let has = |checksum| version.texts.iter().any(|text| text.file.checksum == checksum);
        let same = draft.texts().find(|file| has(file.file.checksum))?;
        let effective_from = version.requisites.effective_from;
        Some(Refusal::SameBytes { effective_from, file: same.file.name.clone() })
    })
}
