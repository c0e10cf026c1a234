//! Many agreements at once: files come in one delivery, each is found its organization, and becomes a draft; the drafts are
//! held together until they are published.
//!
//! A delivery is in the database from the moment at which its files are kept. Whoever has taken it prepares it, and another
//! goes on where that process ends.

pub(super) mod forgetting;
mod found;
mod looking;
mod parcels;
mod preparing;
mod publishing;
mod sorting;
mod table;

use std::collections::HashSet;
use std::time::Duration;

pub use self::found::{IntakeChange, IntakeLine};
pub use self::looking::Intake;
use self::looking::{by_number, line, look, problems, table_of};
pub use self::parcels::Parcels;
use self::parcels::{Gathered, Source};
use self::preparing::{Made, Preparing, until};
pub use self::publishing::Chosen;
use self::sorting::Register;
use self::table::{Dates, StoredTable};
use super::Result;
use super::handle::Registry;
use super::random::random_id;
use super::refusal::Refusal;
use crate::domain::deed::Deed;
use crate::domain::ids::OrganizationId;
use crate::domain::{Checksum, Instant};
use crate::storage::{intakes, organizations};

/// How often deliveries are looked for that wait to be prepared.
const LOOK_EVERY: Duration = Duration::from_millis(500);

impl Registry {
    /// Takes many agreements in: keeps their files, and gives the name of the delivery, which is not prepared yet. The same
    /// files of the same person that were not put away yet are the same delivery.
    ///
    /// # Errors
    /// Nothing that can be taken in: each file with the reason; a table that cannot be read. Nothing is left behind.
    pub fn receive(&self, parcels: Parcels, actor: &str) -> Result<String> {
        Ok(self.receive_for(parcels, actor, false)?.0)
    }

    /// The same, and prepares it, as a command does.
    ///
    /// # Errors
    /// As [`Self::receive`]; trouble with the state, after which the delivery is gone on with by [`Self::keep_fresh`].
    pub fn receive_and_prepare(&self, parcels: Parcels, actor: &str) -> Result<String> {
        let (id, is_new) = self.receive_for(parcels, actor, true)?;
        if is_new {
            self.prepare(&id)?;
        }
        // One that an earlier command began may be in the hands of a server.
        while !self.intake(&id)?.is_ready {
            if self.take(&id)? {
                self.prepare(&id)?;
            } else {
                std::thread::sleep(LOOK_EVERY);
            }
        }
        Ok(id)
    }

    /// The name of the delivery, and whether it is a new one, which this process has taken if it wants to.
    fn receive_for(&self, parcels: Parcels, actor: &str, is_taken: bool) -> Result<(String, bool)> {
        let gathered = self.gather(parcels, false)?;
        let (stored, now) = (gathered.stored(), self.now());
        let key = Checksum::of(format!("{actor}\n{}", gathered.key).as_bytes());
        let received = self.write_about(actor, Deed::ReceiveAgreements, |conn| {
            if let Some(id) = intakes::with_key(conn, key)? {
                return Ok((id.clone(), (id, false)));
            }
            let (mut gathered, register) = (gathered, Register::read(conn)?);
            let dates = gathered.sort(&register)?;
            let intake = intakes::Intake {
                id: random_id()?,
                made_by: actor.to_owned(),
                made_at: now,
                is_ready: false,
                dates: serde_json::to_string(&StoredTable::of(&dates)).unwrap_or_default(),
            };
            let until = if is_taken { until(now) } else { Instant::UNIX_EPOCH };
            intakes::insert(conn, &intake, (key, until), &gathered.files)?;
            Ok((intake.id.clone(), (intake.id, true)))
        });
        // What came twice, and what was refused, is nobody's.
        self.release(&stored)?;
        received
    }

    /// What would become of many agreements: each is prepared and nothing of it stays.
    ///
    /// # Errors
    /// As [`Self::receive`].
    pub fn plan_intake(&self, parcels: Parcels) -> Result<Intake> {
        let mut gathered = self.gather(parcels, true)?;
        let register = self.inner.database.read(Register::read)?;
        let dates = gathered.sort(&register)?;
        let table = StoredTable::of(&dates);
        let preparing = Preparing {
            registry: self,
            register: &register,
            days: &table.requisites(),
            source: &gathered.source,
            keep: None,
            actor: "",
        };
        let (files, made) = preparing.run(gathered.files, &HashSet::new())?;
        let organizations: Vec<OrganizationId> = made.iter().map(|made| made.row.organization).collect();
        let organizations = self.inner.database.read(|conn| organizations::by_ids(conn, &organizations))?;
        let find = |id: OrganizationId| organizations.iter().find(|one| one.id == id);
        let line = |made: Made| {
            let organization = find(made.row.organization)?;
            Some(line(made.row, made.found, organization, Some(&made.document), Some(made.requisites)))
        };
        let lines = by_number(made.into_iter().filter_map(line).collect());
        let problems = problems(&files, &table, &register.numbers);
        let (count, made_at) = (files.len(), self.now());
        Ok(Intake {
            id: String::new(),
            made_by: String::new(),
            made_at,
            is_ready: true,
            files: count,
            looked_at: count,
            lines,
            problems,
            changes: 0,
        })
    }

    /// Prepares a delivery that this process has taken, from where it stands.
    fn prepare(&self, id: &str) -> Result<()> {
        let until = until(self.now());
        let (intake, files, rows, register) = self.inner.database.write(|conn| {
            let intake = intakes::find(conn, id)?.ok_or(Refusal::UnknownIntake)?;
            intakes::hold(conn, id, until)?;
            Ok::<_, super::Error>((
                intake,
                intakes::files(conn, id)?,
                intakes::rows(conn, id)?,
                Register::read(conn)?,
            ))
        })?;
        if intake.is_ready {
            return Ok(());
        }
        let preparing = Preparing {
            registry: self,
            register: &register,
            days: &table_of(&intake).requisites(),
            source: &Source::Store,
            keep: Some(id),
            actor: &intake.made_by,
        };
        let done = rows.iter().map(|row| row.organization).collect();
        preparing.run(files, &done)?;
        self.inner.database.write(|conn| intakes::set_ready(conn, id))?;
        self.refresh()
    }

    /// Prepares what waits, until the register is closed.
    pub(super) fn prepare_in_background(&self) {
        while !self.is_stopping() {
            match self.prepare_next() {
                Ok(true) => continue,
                Ok(false) => {}
                Err(_) if self.is_stopping() => {}
                Err(error) => tracing::warn!(%error, "agreements could not be prepared; another try follows"),
            }
            let mut slept = Duration::ZERO;
            while slept < LOOK_EVERY && !self.is_stopping() {
                std::thread::sleep(self.inner.poll_every);
                slept += self.inner.poll_every;
            }
        }
    }

    fn prepare_next(&self) -> Result<bool> {
        let now = self.now();
        // Looked at without the writer's lock first: mostly nothing waits.
        let Some(id) = self.inner.database.read(|conn| intakes::waiting(conn, now))? else {
            return Ok(false);
        };
        if self.take(&id)? {
            self.prepare(&id)?;
        }
        Ok(true)
    }

    /// Takes a delivery to prepare it, unless another process has it.
    fn take(&self, id: &str) -> Result<bool> {
        let now = self.now();
        Ok(self.inner.database.write(|conn| intakes::take(conn, id, (now, until(now))))?)
    }

    /// A delivery as it stands.
    ///
    /// # Errors
    /// [`Refusal::UnknownIntake`], or a database that cannot be read.
    pub fn intake(&self, id: &str) -> Result<Intake> {
        self.inner.database.read_consistently(|conn| look(conn, id))
    }

    /// Every delivery that was not put away, the newest first: its name, who sent it and when.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn intakes(&self) -> Result<Vec<(String, String, Instant)>> {
        let all = self.inner.database.read(intakes::all)?;
        Ok(all.into_iter().map(|intake| (intake.id, intake.made_by, intake.made_at)).collect())
    }
}

impl Gathered {
    /// Says of each file whose it is as far as names tell; gives what the table says.
    fn sort(&mut self, register: &Register) -> Result<Dates> {
        let mut dates = match &self.table {
            Some(table) => table::read(table, &register.all_numbers())?,
            None => Dates::default(),
        };
        register.by_names(&mut self.files, &mut dates);
        if matches!(self.source, Source::Store) {
            for file in self.files.iter_mut().filter(|file| !file.problem.is_empty()) {
                file.checksum = None;
            }
        }
        Ok(dates)
    }
}
