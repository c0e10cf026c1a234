//! Checking a stand: what a person opens while a check is under way ticks itself.

use std::collections::BTreeSet;

use super::Result;
use super::accounts::SignedIn;
use super::open::{Registry, random_id};
use super::refusal::{Error, Refusal};
use super::snapshot::{Snapshot, Subject};
use super::stands::{Noticed, note};
use crate::domain::check::{Check, Meaning, Sighting, Verdict, expected, judge};
use crate::domain::hanging::{Hanging, Source, Stand};
use crate::domain::ids::UserId;
use crate::domain::{Code, Instant};
use crate::storage::{Conn, checks, state};

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
        self.write(&who.login, "start check", organization.as_str(), |conn| {
            if let Some(open) = checks::open_of(conn, who.user)? {
                if open.organization == organization && open.is_open(now) {
                    return Ok(());
                }
                self.end(conn, &open)?;
            }
            checks::start(conn, &id, organization, who.user, now)?;
            Ok(state::count_change(conn)?)
        })
    }

    /// Whose stand a person checks at this moment.
    pub fn open_check_of(&self, user: UserId) -> Option<Code> {
        self.snapshot().open_check(user, self.now()).map(|check| check.organization)
    }

    /// Ticks a code that a person sees, if that person has a check open. What the code is to the stand; none where
    /// nobody checks.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn tick(&self, user: UserId, seen: Sighting) -> Result<Option<Verdict>> {
        let (snapshot, now) = (self.snapshot(), self.now());
        let Some(check) = snapshot.open_check(user, now) else { return Ok(None) };
        let verdict = self.with_stand(&snapshot, check.organization, now, |stand| {
            judge(seen, meaning(&snapshot, seen.code), check.organization, stand.welcome())
        })?;
        self.inner.database.write(|conn| {
            let still = checks::open_of(conn, user)?.filter(|open| open.id == check.id);
            if still.is_some() && checks::sightings_of(conn, &check.id)?.len() < SIGHTINGS_MAX {
                checks::see(conn, &check.id, seen, verdict)?;
            }
            Ok::<_, Error>(still.map(|_| verdict))
        })
    }

    /// Ends the check that a person has open of a stand, and keeps it. The sheets that were seen are known to hang from
    /// now on. The identifier of the check; none where nothing was seen, so that there is nothing to keep.
    ///
    /// # Errors
    /// No such check: it was ended meanwhile.
    pub fn finish_check(&self, organization: Code, who: &SignedIn) -> Result<Option<String>> {
        self.write(&who.login, "finish check", organization.as_str(), |conn| {
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
        let snapshot = self.snapshot();
        for check in snapshot.checks().filter(|check| check.is_overdue(now)) {
            let Some(user) = check.user else { continue };
            self.write(NOBODY, "end check", check.organization.as_str(), |conn| {
                match checks::open_of(conn, user)?.filter(|open| open.id == check.id) {
                    Some(open) => self.end(conn, &open).map(drop),
                    None => Ok(()),
                }
            })?;
        }
        Ok(())
    }

    /// What was seen in a check, and what is missing so far or was missing at its end, in the order of the shelf.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn seen_in(&self, check: &Check) -> Result<Vec<(Sighting, Verdict)>> {
        let (snapshot, own) = (self.snapshot(), check.organization);
        let mut seen = self.inner.database.read(|conn| checks::sightings_of(conn, &check.id))?;
        let order: Vec<Code> = self.with_stand(&snapshot, own, self.now(), |stand| {
            if check.finished_at.is_none() {
                judge_anew(&snapshot, stand, &mut seen);
                let missing = missing(stand, snapshot.hanging(own), &seen);
                seen.extend(missing.into_iter().map(|sighting| (sighting, Verdict::Missing)));
            }
            stand.welcome().map(|document| document.code).collect()
        })?;
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

    /// Ends a check in the present transaction. Whether it is kept.
    fn end(&self, conn: &mut Conn, check: &Check) -> Result<bool> {
        let (snapshot, now) = (self.snapshot(), self.now());
        let mut seen = checks::sightings_of(conn, &check.id)?;
        if seen.is_empty() {
            checks::discard(conn, &check.id)?;
            state::count_change(conn)?;
            return Ok(false);
        }
        let own = check.organization;
        let noticed: Vec<Noticed> = self.with_stand(&snapshot, own, now, |stand| {
            judge_anew(&snapshot, stand, &mut seen);
            let missing = missing(stand, snapshot.hanging(own), &seen);
            seen.extend(missing.into_iter().map(|sighting| (sighting, Verdict::Missing)));
            let found = stand.welcome().filter(|document| is_found(&seen, document.code));
            found.map(|document| (own, document.code, stand.sheet(document, Source::Opened))).collect()
        })?;
        for (sighting, verdict) in &seen {
            checks::see(conn, &check.id, *sighting, *verdict)?;
        }
        let counts = Verdict::ALL.map(|verdict| distinct(&seen, verdict));
        let ended_at = now.min(check.ends_at()).max(check.started_at);
        checks::finish(conn, &check.id, ended_at, counts)?;
        note(conn, &noticed)?;
        state::count_change(conn)?;
        Ok(true)
    }

    fn with_stand<T>(
        &self,
        snapshot: &Snapshot,
        organization: Code,
        now: Instant,
        work: impl FnOnce(Stand<'_>) -> T,
    ) -> Result<T> {
        let organization = snapshot
            .organization(organization)
            .ok_or_else(|| Refusal::UnknownOrganization(organization.to_string()))?;
        let as_of = snapshot.as_of(now);
        let (shelf, host) = (snapshot.shelf(organization, as_of), self.permanent_host(snapshot));
        Ok(work(Stand { organization, shelf: &shelf, host: host.as_deref(), as_of }))
    }
}

/// What a code stands for in the register.
fn meaning(snapshot: &Snapshot, code: Code) -> Meaning {
    match snapshot.find(code) {
        Some(Subject::Document(_)) => Meaning::Document,
        Some(Subject::Organization(_)) => Meaning::Organization,
        None => Meaning::Nothing,
    }
}

/// Judges what was seen by what the register says now: a document may have joined or left the shelf since.
fn judge_anew(snapshot: &Snapshot, stand: Stand<'_>, seen: &mut [(Sighting, Verdict)]) {
    for (sighting, verdict) in seen {
        let meaning = meaning(snapshot, sighting.code);
        *verdict = judge(*sighting, meaning, stand.organization.code, stand.welcome());
    }
}

/// Whether a code was seen that belongs to the stand.
fn is_found(seen: &[(Sighting, Verdict)], code: Code) -> bool {
    seen.iter().any(|(sighting, verdict)| sighting.code == code && *verdict == Verdict::Found)
}

/// What should hang on a stand and was not seen.
fn missing(stand: Stand<'_>, hanging: &Hanging, seen: &[(Sighting, Verdict)]) -> Vec<Sighting> {
    let own = stand.organization.code;
    expected(stand, hanging)
        .filter(|code| !is_found(seen, *code))
        .map(|code| Sighting { code, stand: (code != own).then_some(own) })
        .collect()
}

/// How many codes have a verdict; the same code read in two forms counts once.
fn distinct(sightings: &[(Sighting, Verdict)], verdict: Verdict) -> usize {
    let codes = sightings.iter().filter(|(_, of)| *of == verdict).map(|(seen, _)| seen.code);
    codes.collect::<BTreeSet<Code>>().len()
}
