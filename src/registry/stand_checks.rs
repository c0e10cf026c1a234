//! Checking a stand: what a person opens while a check is under way ticks itself.

use std::collections::BTreeSet;

use super::Result;
use super::accounts::SignedIn;
use super::handle::Registry;
use super::random::random_id;
use super::refusal::{Error, Refusal};
use super::stands::{Noticed, note};
use super::view::{Subject, View};
use crate::domain::Code;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::organization::Organization;
use crate::domain::posted::{Posted, Source, Stand};
use crate::domain::stand_check::{Check, Meaning, Sighting, Verdict, expected, judge};
use crate::storage::journal::{self, Part};
use crate::storage::{Conn, checks};

/// Most codes that one check takes: ten times the largest stand. What is opened after that is not noted.
const SIGHTINGS_MAX: usize = 400;

/// Who ends a check that was forgotten, in the audit trail.
const NOBODY: &str = "register";

impl Registry {
    /// Begins a check of a stand. One that the person has open already goes on; one of another stand is ended first.
    ///
    /// # Errors
    /// An organization that does not exist.
    pub fn start_check(&self, organization: Code, who: &SignedIn) -> Result<()> {
        self.organization_id(organization)?;
        let (now, id) = (self.now(), random_id()?);
        self.write(&who.login, Deed::StartCheck, organization.as_str(), |conn| {
            if let Some(open) = checks::open_of(conn, who.user)? {
                if open.organization == organization && open.is_open(now) {
                    return Ok(());
                }
                self.end(conn, &open)?;
            }
            checks::start(conn, &id, organization, who.user, now)?;
            Ok(journal::note(conn, &[Part::Checks])?)
        })
    }

    /// Whose stand a person checks at this moment.
    pub fn open_check_of(&self, user: UserId) -> Option<Code> {
        let now = self.now();
        let is_own = |check: &&Check| check.user == Some(user) && check.is_open(now);
        self.held().checks.iter().find(is_own).map(|check| check.organization)
    }

    /// Whether anybody checks a stand at this moment. No query.
    pub fn has_open_checks(&self) -> bool {
        let now = self.now();
        self.held().checks.iter().any(|check| check.is_open(now))
    }

    /// Ticks a code that a person sees, if that person has a check open. What the code is to the stand; none where
    /// nobody checks.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn tick(&self, user: UserId, seen: Sighting) -> Result<Option<Verdict>> {
        let judged = self.read(|view| {
            let Some(check) = view.open_check(user) else { return Ok::<_, Error>(None) };
            let (own, meaning) = (stand_of(view, check)?, meaning(view, seen.code)?);
            let verdict =
                view.with_stand(own, |stand| judge(seen, meaning, own.code, stand.may_be_posted()))?;
            Ok(Some((check.clone(), verdict)))
        })?;
        let Some((check, verdict)) = judged else { return Ok(None) };
        self.inner.database.write(|conn| {
            let still = checks::open_of(conn, user)?.filter(|open| open.id == check.id);
            if still.is_some() && checks::sightings_of(conn, &check.id)?.len() < SIGHTINGS_MAX {
                checks::see(conn, &check.id, seen, verdict)?;
            }
            Ok::<_, Error>(still.map(|_| verdict))
        })
    }

    /// What the codes on a photo say, each once. The photo is not kept.
    ///
    /// # Errors
    /// A photo that cannot be read.
    pub fn codes_on(&self, photo: &[u8]) -> Result<Vec<String>> {
        if photo.is_empty() {
            return Err(Refusal::EmptyFile.into());
        }
        self.inner.worker.codes(photo)
    }

    /// Ends the check that a person has open of a stand, and keeps it. The sheets that were seen are known to hang from
    /// now on. The identifier of the check; none where nothing was seen, so that there is nothing to keep.
    ///
    /// # Errors
    /// No such check: it was ended meanwhile.
    pub fn finish_check(&self, organization: Code, who: &SignedIn) -> Result<Option<String>> {
        self.write(&who.login, Deed::FinishCheck, organization.as_str(), |conn| {
            let open = checks::open_of(conn, who.user)?.filter(|open| open.organization == organization);
            let open = open.ok_or(Refusal::NoCheck)?;
            Ok(self.end(conn, &open)?.then_some(open.id))
        })
    }

    /// Ends the checks that somebody forgot. Asks the database for nothing where there are none.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub(super) fn end_forgotten_checks(&self) -> Result<()> {
        let now = self.now();
        for check in self.held().checks.iter().filter(|check| check.is_overdue(now)) {
            let Some(user) = check.user else { continue };
            self.write(NOBODY, Deed::EndCheck, check.organization.as_str(), |conn| {
                match checks::open_of(conn, user)?.filter(|open| open.id == check.id) {
                    Some(open) => self.end(conn, &open).map(drop),
                    None => Ok(()),
                }
            })?;
        }
        Ok(())
    }

    /// Ends a check in the present transaction. Whether it is kept.
    fn end(&self, conn: &mut Conn, check: &Check) -> Result<bool> {
        let now = self.now();
        let before = checks::sightings_of(conn, &check.id)?;
        if before.is_empty() {
            checks::discard(conn, &check.id)?;
            journal::note(conn, &[Part::Checks])?;
            return Ok(false);
        }
        let (seen, noticed) = self.read(|view| {
            let (own, mut seen) = (stand_of(view, check)?, before.clone());
            complete(view, own, &mut seen)?;
            let noticed: Vec<Noticed> = view.with_stand(own, |stand| {
                let found = stand.may_be_posted().filter(|document| is_found(&seen, document.code));
                found
                    .map(|document| (own.code, document.code, stand.sheet(document, Source::Opened)))
                    .collect()
            })?;
            Ok::<_, Error>((seen, noticed))
        })?;
        for (sighting, verdict) in &seen {
            checks::see(conn, &check.id, *sighting, *verdict)?;
        }
        let counts = Verdict::ALL.map(|verdict| distinct(&seen, verdict));
        let ended_at = now.min(check.ends_at()).max(check.started_at);
        checks::finish(conn, &check.id, ended_at, counts)?;
        note(conn, &noticed)?;
        journal::note(conn, &[Part::Checks])?;
        Ok(true)
    }
}

impl View {
    /// What was seen in a check, and what is missing so far or was missing at its end, in the order of the shelf.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn seen_in(&self, check: &Check) -> Result<Vec<(Sighting, Verdict)>> {
        let own = stand_of(self, check)?;
        let mut seen = self.ask(|conn| Ok(checks::sightings_of(conn, &check.id)?))?;
        if check.finished_at.is_none() {
            complete(self, own, &mut seen)?;
        }
        let order: Vec<Code> =
            self.with_stand(own, |stand| stand.may_be_posted().map(|sheet| sheet.code).collect())?;
        let place = |code| order.iter().position(|other| *other == code).unwrap_or(usize::MAX);
        seen.sort_by_key(|(sighting, verdict)| {
            (place(sighting.code), sighting.code, *verdict, sighting.stand)
        });
        // A code that was scanned and typed is on the stand once.
        seen.dedup_by_key(|(sighting, verdict)| {
            (sighting.code, *verdict, sighting.stand.filter(|_| *verdict != Verdict::Found))
        });
        Ok(seen)
    }
}

/// The organization whose stand is checked.
fn stand_of<'v>(view: &'v View, check: &Check) -> Result<&'v Organization> {
    let unknown = || Refusal::UnknownOrganization(check.organization.to_string());
    Ok(view.organization(check.organization)?.ok_or_else(unknown)?)
}

/// What a code stands for in the register.
fn meaning(view: &View, code: Code) -> Result<Meaning> {
    Ok(match view.find(code)? {
        Some(Subject::Document(_)) => Meaning::Document,
        Some(Subject::Organization(_)) => Meaning::Organization,
        None => Meaning::Nothing,
    })
}

/// Judges what was seen by what the register says now, for a document may have joined or left the shelf since, and adds
/// what is missing.
fn complete(view: &View, own: &Organization, seen: &mut Vec<(Sighting, Verdict)>) -> Result<()> {
    let meanings =
        seen.iter().map(|(sighting, _)| meaning(view, sighting.code)).collect::<Result<Vec<_>>>()?;
    let posted = view.posted(own)?;
    view.with_stand(own, |stand| {
        for ((sighting, verdict), meaning) in seen.iter_mut().zip(meanings) {
            *verdict = judge(*sighting, meaning, own.code, stand.may_be_posted());
        }
        let missing = missing(stand, posted, seen);
        seen.extend(missing.into_iter().map(|sighting| (sighting, Verdict::Missing)));
    })
}

/// Whether a code was seen that belongs to the stand.
fn is_found(seen: &[(Sighting, Verdict)], code: Code) -> bool {
    seen.iter().any(|(sighting, verdict)| sighting.code == code && *verdict == Verdict::Found)
}

/// What should hang on a stand and was not seen.
fn missing(stand: Stand<'_>, posted: &Posted, seen: &[(Sighting, Verdict)]) -> Vec<Sighting> {
    let own = stand.organization.code;
    expected(stand, posted)
        .filter(|code| !is_found(seen, *code))
        .map(|code| Sighting { code, stand: (code != own).then_some(own) })
        .collect()
}

/// How many codes have a verdict; the same code read in two forms counts once.
fn distinct(sightings: &[(Sighting, Verdict)], verdict: Verdict) -> usize {
    let codes = sightings.iter().filter(|(_, of)| *of == verdict).map(|(seen, _)| seen.code);
    codes.collect::<BTreeSet<Code>>().len()
}
