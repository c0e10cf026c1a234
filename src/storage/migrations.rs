//! Bringing the database up to date, one program at a time, and never backwards.

use std::collections::HashSet;

use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel::r2d2::PooledConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{Conn, Engine, Manager};
use super::database::Database;
use super::error::{Error, Result};
use super::schema::applied;
use super::state;

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The number of the lock under which programs take turns on PostgreSQL: "tizilim" in ASCII.
const TURN: i64 = 0x0074_697a_696c_696d;

/// The right to bring the database up to date, held by one program at a time.
pub struct Turn {
    _conn: Option<PooledConnection<Manager>>,
    _file: Option<std::fs::File>,
}

impl Database {
    /// Waits until no other program brings the database up to date.
    ///
    /// # Errors
    /// A database that cannot be reached, or a folder in which no lock can be made.
    pub fn take_turn(&self) -> Result<Turn> {
        if let Some(place) = self.place() {
            let path = place.path().with_file_name("migrate.lock");
            let failed = |why| Error::Folder(path.clone(), why);
            let file = std::fs::File::create(&path).map_err(failed)?;
            file.lock().map_err(failed)?;
            return Ok(Turn { _conn: None, _file: Some(file) });
        }
        let mut conn = self.unhurried()?;
        conn.execute(&format!("SELECT pg_advisory_lock({TURN})"))?;
        Ok(Turn { _conn: Some(conn), _file: None })
    }

    /// Runs every migration that has not run yet.
    ///
    /// # Errors
    /// A database that a newer program has changed, or a migration that fails; the ones before it stay.
    pub fn migrate(&self) -> Result<()> {
        if self.is_sealed().is_some() {
            return self.read(|conn| match pending(conn)? {
                0 => Ok(()),
                _ => Err(Error::Migrate("it is older than this program, and cannot be written".to_owned())),
            });
        }
        let mut conn = self.unhurried()?;
        pending(&mut conn)?;
        match &mut conn.engine {
            Engine::Sqlite(c) => c.run_pending_migrations(SQLITE_MIGRATIONS).map(drop),
            Engine::Postgres(c) => c.run_pending_migrations(POSTGRES_MIGRATIONS).map(drop),
        }
        .map_err(|why| Error::Migrate(why.to_string()))
    }

    /// Takes every migration back. All state is lost; only a test of the migrations wants this.
    ///
    /// # Errors
    /// A migration that cannot be taken back.
    #[cfg(test)]
    pub fn revert_all(&self) -> Result<()> {
        let mut conn = self.unhurried()?;
        match &mut conn.engine {
            Engine::Sqlite(c) => c.revert_all_migrations(SQLITE_MIGRATIONS).map(drop),
            Engine::Postgres(c) => c.revert_all_migrations(POSTGRES_MIGRATIONS).map(drop),
        }
        .map_err(|why| Error::Migrate(why.to_string()))
    }
}

/// How many migrations have not run yet. Writes nothing.
fn pending(conn: &mut Conn) -> Result<usize> {
    let known = match conn.engine {
        Engine::Sqlite(_) => versions::<diesel::sqlite::Sqlite>(&SQLITE_MIGRATIONS),
        Engine::Postgres(_) => versions::<diesel::pg::Pg>(&POSTGRES_MIGRATIONS),
    }?;
    let ran: HashSet<String> = if state::has_table(conn, "__diesel_schema_migrations")? {
        on_engine!(conn, c => applied::table.select(applied::version).load::<String>(c)?)
            .into_iter()
            .collect()
    } else {
        HashSet::new()
    };
    match ran.difference(&known).max() {
        Some(newer) => Err(Error::Newer(newer.clone())),
        None => Ok(known.len() - ran.len()),
    }
}

fn versions<DB: diesel::backend::Backend>(migrations: &EmbeddedMigrations) -> Result<HashSet<String>> {
    let all: Vec<Box<dyn Migration<DB>>> =
        migrations.migrations().map_err(|why| Error::Migrate(why.to_string()))?;
    Ok(all.iter().map(|migration| migration.name().version().to_string()).collect())
}
