//! Publishing many agreements in one transaction, and putting a delivery away.

use super::found::IntakeLine;
use super::looking::look;
use crate::domain::deed::Deed;
use crate::domain::ids::DocumentId;
use crate::domain::line_state::LineState;
use crate::domain::{Checksum, Code, Instant};
use crate::registry::Result;
use crate::registry::document::take_back;
use crate::registry::draft;
use crate::registry::handle::Registry;
use crate::registry::publish::{Published, publish_present};
use crate::registry::random::random_id;
use crate::registry::refusal::{Error, Refusal};
use crate::registry::transaction::present_document;
use crate::storage::intakes::{self, IntakeRow};
use crate::storage::{Conn, audit, documents, drafts};
use crate::text::review::Doubt;

/// Which agreements of a delivery are published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// Those in which nothing is doubtful.
    Sound,
    /// All that can be published, also where something is doubtful.
    All,
    /// Those of these organizations.
    These(Vec<Code>),
}

impl Registry {
    /// Publishes agreements of a delivery, all of them or none. Those that are published already stay as they are. `seen` is
    /// [`Intake::changes`](super::Intake) as it was looked at; none where nobody looked.
    ///
    /// # Errors
    /// Drafts that were changed since they were seen; something seriously doubtful that was not accepted; one of the
    /// agreements that cannot be published, by the number of its organization. Nothing has changed then.
    pub fn publish_intake(
        &self,
        id: &str,
        (chosen, accepts_doubts): (&Chosen, bool),
        seen: Option<u64>,
        actor: &str,
    ) -> Result<Vec<Published>> {
        self.require_clock()?;
        let now = self.now();
        // A second press finds nothing left to do.
        if !self.intake(id)?.lines.iter().any(|line| is_wanted(line, chosen)) {
            return Ok(Vec::new());
        }
        self.write_about(actor, Deed::PublishAgreements, |conn| {
            let intake = look(conn, id)?;
            if !intake.is_ready {
                return Err(Refusal::StillReading.into());
            }
            if seen.is_some_and(|seen| seen != intake.changes) {
                return Err(Refusal::ChangedSincePreview.into());
            }
            let wanted: Vec<&IntakeLine> =
                intake.lines.iter().filter(|line| is_wanted(line, chosen)).collect();
            let is_doubtful = |line: &&&IntakeLine| line.state() == LineState::Doubtful;
            if !accepts_doubts && wanted.iter().any(|line| is_doubtful(&line)) {
                return Err(Refusal::DoubtsUnseen.into());
            }
            let mut published = Vec::new();
            for line in wanted {
                let one = publish_one(conn, line, (now, actor), accepts_doubts);
                published.push(one.map_err(|error| of_one(line, error))?);
            }
            Ok((id.to_owned(), published))
        })
    }

    /// Puts a delivery away: drafts that were not published, and documents that were made for them alone.
    ///
    /// # Errors
    /// [`Refusal::UnknownIntake`].
    pub fn discard_intake(&self, id: &str, actor: &str) -> Result<()> {
        let now = self.now();
        let gone = self.write_about(actor, Deed::DiscardAgreements, |conn| {
            intakes::find(conn, id)?.ok_or(Refusal::UnknownIntake)?;
            let mut gone: Vec<Checksum> = Vec::new();
            gone.extend(intakes::files(conn, id)?.into_iter().filter_map(|file| file.checksum));
            for row in intakes::rows(conn, id)? {
                gone.extend(put_away(conn, &row, (actor, now))?);
            }
            intakes::delete(conn, id)?;
            Ok((id.to_owned(), gone))
        })?;
        self.release(&gone).map(drop)
    }
}

/// Puts away what was made of the files of an organization and not published; gives its files.
fn put_away(conn: &mut Conn, row: &IntakeRow, (actor, now): (&str, Instant)) -> Result<Vec<Checksum>> {
    let draft = row.draft.map(|draft| drafts::find(conn, draft)).transpose()?.flatten();
    let mut gone = Vec::new();
    if let Some(draft) = &draft {
        gone.extend(draft.checksums());
        drafts::delete(conn, draft.id)?;
    }
    let Some(document) = documents::find(conn, row.document)? else { return Ok(gone) };
    let is_left = row.is_new_document && drafts::of_document(conn, row.document)?.is_empty();
    let taken = if is_left && row.edition.is_none() { taken_back(conn, row.document, now)? } else { None };
    let deed = match &taken {
        Some(_) => Deed::RemoveDocument,
        None if draft.is_some() => Deed::DiscardDraft,
        None => return Ok(gone),
    };
    audit::note(conn, &random_id()?, now, (actor, deed, document.code.as_str()))?;
    gone.extend(taken.into_iter().flatten());
    Ok(gone)
}

/// Takes a document back that has no text, unless its code stands on paper.
fn taken_back(conn: &mut Conn, id: DocumentId, now: Instant) -> Result<Option<Vec<Checksum>>> {
    match take_back(conn, id, now) {
        Err(Error::Refused(Refusal::NotRemovable)) => Ok(None),
        other => other.map(Some),
    }
}

fn is_wanted(line: &IntakeLine, chosen: &Chosen) -> bool {
    let state = line.state();
    match chosen {
        Chosen::Sound => state == LineState::Sound,
        Chosen::All => matches!(state, LineState::Sound | LineState::Doubtful),
        Chosen::These(codes) => {
            codes.contains(&line.code) && !matches!(state, LineState::Published | LineState::Same)
        }
    }
}

/// Publishes one of many in the present transaction.
fn publish_one(
    conn: &mut Conn,
    line: &IntakeLine,
    (now, actor): (Instant, &str),
    accepts_doubts: bool,
) -> Result<Published> {
    let id = line.draft.ok_or(Refusal::UnknownDraft)?;
    let draft = draft::find(conn, id)?;
    let document = present_document(conn, draft.document)?;
    if draft.based_on != Some(document.latest_record()) {
        return Err(Refusal::ChangedSincePreview.into());
    }
    if !accepts_doubts && line.doubts.iter().any(Doubt::is_serious) {
        return Err(Refusal::DoubtsUnseen.into());
    }
    let published = publish_present(conn, (&draft, &document), (actor, now))?;
    audit::note(conn, &random_id()?, now, (actor, Deed::Publish, &published.subject()))?;
    Ok(published)
}

/// A refusal with the number of the organization.
fn of_one(line: &IntakeLine, error: Error) -> Error {
    match error {
        Error::Refused(why) => Refusal::OneOfMany { number: line.number.clone(), why: Box::new(why) }.into(),
        other => other,
    }
}
