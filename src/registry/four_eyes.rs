//! Four eyes: the setting, asking for the look at a draft, and the second look at what was published.

use std::collections::HashMap;

use super::Result;
use super::draft;
use super::drafting;
use super::facts::stated;
use super::handle::Registry;
use super::refusal::Refusal;
use super::transaction::present_document;
use crate::domain::deed::Deed;
use crate::domain::four_eyes::{Asked, FourEyes, LookVerdict, PUBLISHERS_MIN, SecondLook};
use crate::domain::ids::{DocumentId, DraftId, VersionId};
use crate::domain::role::{Action, Role, RoleKind, may};
use crate::domain::{Code, Instant};
use crate::storage::{Conn, accounts, documents, looks, state};

impl Registry {
    /// Whether another person looks at what is published.
    pub fn four_eyes(&self) -> FourEyes {
        self.held().state.four_eyes
    }

    /// Sets whether another person looks at what is published.
    ///
    /// # Errors
    /// Fewer people who may publish than a look needs.
    pub fn set_four_eyes(&self, four_eyes: FourEyes, actor: &str) -> Result<()> {
        self.write(actor, Deed::SetFourEyes, four_eyes.name(), |conn| {
            if four_eyes != FourEyes::Off && publishers(conn)? < PUBLISHERS_MIN {
                return Err(Refusal::TooFewPublishers { least: PUBLISHERS_MIN }.into());
            }
            Ok(state::set_four_eyes(conn, four_eyes)?)
        })
    }

    /// Refuses what would publish without a draft at which another person looks, as a command does: before anything is read.
    ///
    /// # Errors
    /// [`Refusal::NotLooked`] where the look comes before.
    pub fn require_no_look(&self) -> Result<()> {
        Ok(self.four_eyes().allows_at_once().map_err(Refusal::NotLooked)?)
    }

    /// Asks for the look at a draft as it is in a preview; `seen` is the [`Preview::state`](super::Preview) of that.
    ///
    /// # Errors
    /// A draft or a document that changed since, or one that cannot be published as it stands.
    pub fn ask_for_look(&self, id: DraftId, seen: &str, actor: &str) -> Result<()> {
        let now = self.now();
        self.write_about(actor, Deed::AskForLook, |conn| {
            let draft = draft::find(conn, id)?;
            let document = present_document(conn, draft.document)?;
            let state = drafting::state(&draft, &document);
            if state != seen {
                return Err(Refusal::ChangedSincePreview.into());
            }
            if let Some(problem) = super::publish::problems(conn, &draft, &document)?.into_iter().next() {
                return Err(problem.into());
            }
            let at = super::publish::after(&document, now);
            looks::ask(conn, id, &Asked { by: actor.to_owned(), at, state })?;
            Ok((document.code.to_string(), ()))
        })
    }

    /// Who asked for the look at a draft.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn asked_for_look(&self, id: DraftId) -> Result<Option<Asked>> {
        Ok(self.inner.database.read(|conn| looks::asked(conn, id))?)
    }

    /// The drafts that wait for another person, with who asked, oldest first; at most `most`. Those whose document changed
    /// since are not among them, and one that is saved waits no more.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn drafts_to_look_at(&self, most: usize) -> Result<Vec<(DraftId, DocumentId, Asked)>> {
        if self.four_eyes() != FourEyes::Before {
            return Ok(Vec::new());
        }
        self.inner.database.read_consistently(|conn| {
            let mut waiting = looks::all_asked(conn, most)?;
            let ids: Vec<DocumentId> = waiting.iter().map(|(_, document, _)| *document).collect();
            let latest: HashMap<DocumentId, Instant> =
                documents::by_ids(conn, &ids)?.iter().map(|one| (one.id, one.latest_record())).collect();
            waiting.retain(|(_, document, asked)| latest.get(document).is_some_and(|at| *at < asked.at));
            Ok(waiting)
        })
    }

    /// The editions that wait for a second look or in which a doubt stands, those that have waited longest first; at most
    /// `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn second_looks(&self, most: usize) -> Result<Vec<(DocumentId, VersionId, SecondLook)>> {
        Ok(self.inner.database.read(|conn| looks::open(conn, most))?)
    }

    /// The same of one document.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn second_looks_of(&self, document: DocumentId) -> Result<Vec<(VersionId, SecondLook)>> {
        Ok(self.inner.database.read(|conn| looks::open_of(conn, document))?)
    }

    /// Takes the second look at an edition: it is as it should be, or there is a doubt, which is said.
    ///
    /// # Errors
    /// An edition that waits for none, the person who published it, or a doubt without a word.
    pub fn take_second_look(&self, code: Code, ordinal: u32, doubt: Option<&str>, actor: &str) -> Result<()> {
        let id = self.document_id(code)?;
        let (doubt, now) = (doubt.map(stated).transpose()?, self.now());
        let deed = if doubt.is_some() { Deed::DoubtEdition } else { Deed::ConfirmEdition };
        self.write(actor, deed, &format!("{code} v{ordinal}"), |conn| {
            let document = present_document(conn, id)?;
            let version = document.version(ordinal).ok_or(Refusal::UnknownVersion(ordinal))?;
            let look = looks::second_of(conn, version.id)?.filter(|look| look.may_look(actor));
            look.ok_or(Refusal::NoSecondLook)?;
            let verdict = if doubt.is_some() { LookVerdict::Doubted } else { LookVerdict::Confirmed };
            looks::judge(conn, version.id, (actor, now), (verdict, doubt.as_deref().unwrap_or_default()))?;
            Ok(())
        })
    }
}

/// How many people may publish.
fn publishers(conn: &mut Conn) -> Result<usize> {
    let publishes = |kind: &RoleKind| may(&Role::new(*kind, Vec::new()), Action::Publish);
    let roles: Vec<RoleKind> = RoleKind::ALL.into_iter().filter(publishes).collect();
    Ok(accounts::count_of(conn, &roles)?)
}

/// Refuses a change of people that left fewer who may publish than a look needs, where one is asked for.
///
/// # Errors
/// [`Refusal::LastPublishers`].
pub(super) fn keep_publishers(conn: &mut Conn) -> Result<()> {
    if state::read(conn)?.four_eyes != FourEyes::Off && publishers(conn)? < PUBLISHERS_MIN {
        return Err(Refusal::LastPublishers { least: PUBLISHERS_MIN }.into());
    }
    Ok(())
}
