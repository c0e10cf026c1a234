//! Connections: SQLite by default, PostgreSQL by address. One writer and several readers on SQLite.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, Pool, PooledConnection};
use diesel::{Connection, SqliteConnection};
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::error::{Error, Result};
use super::postgres;

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Readers beside the one writer, and connections to PostgreSQL: more than two cores can use.
const READERS: u32 = 8;

/// How long a command waits for the server's writer before it gives up: an import of 300 schools takes 1 s.
const BUSY_TIMEOUT: Duration = Duration::from_secs(15);

/// A connection to either engine.
pub struct Conn {
    pub(super) engine: Engine,
    /// Set from the beginning of a transaction to its end; a connection dropped in between is thrown away.
    in_transaction: bool,
}

pub(super) enum Engine {
    Sqlite(Box<SqliteConnection>),
    Postgres(Box<AsyncConnectionWrapper<AsyncPgConnection>>),
}

/// Compiles a body once for each engine; `$c` is the engine's own connection.
macro_rules! on_engine {
    ($conn:expr, $c:ident => $body:expr) => {
        match &mut $conn.engine {
            $crate::storage::connection::Engine::Sqlite($c) => {
                let $c = &mut **$c;
                $body
            }
            $crate::storage::connection::Engine::Postgres($c) => {
                let $c = &mut **$c;
                $body
            }
        }
    };
}

/// Where a database is.
#[derive(Debug, Clone)]
enum Address {
    Sqlite(PathBuf),
    Postgres(Box<postgres::Address>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Write,
    Read,
}

#[derive(Debug)]
struct Manager {
    address: Address,
    access: Access,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = Error;

    fn connect(&self) -> Result<Conn> {
        let engine = match &self.address {
            Address::Sqlite(path) => Engine::Sqlite(Box::new(open_sqlite(path, self.access)?)),
            Address::Postgres(address) => Engine::Postgres(Box::new(postgres::connect(address)?)),
        };
        Ok(Conn { engine, in_transaction: false })
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<()> {
        conn.execute("SELECT 1")
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        conn.in_transaction
    }
}

fn open_sqlite(path: &Path, access: Access) -> Result<SqliteConnection> {
    let failed = |why: String| Error::Connect(format!("{}: {why}", path.display()));
    let mut conn =
        SqliteConnection::establish(&path.to_string_lossy()).map_err(|why| failed(why.to_string()))?;
    let pragmas = match access {
        // FULL: what was answered as published survives a power cut.
        Access::Write => "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
        // A search reads thousands of pages: out of mapped memory without a call of the system for each.
        Access::Read => "PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824;",
    };
    conn.batch_execute(&format!(
        "PRAGMA busy_timeout = {}; PRAGMA foreign_keys = ON; {pragmas}",
        BUSY_TIMEOUT.as_millis()
    ))
    .map_err(|why| failed(why.to_string()))?;
    Ok(conn)
}

impl Conn {
    fn execute(&mut self, sql: &str) -> Result<()> {
        on_engine!(self, c => Ok(c.batch_execute(sql)?))
    }

    fn begin(&mut self) -> Result<()> {
        let sql = match self.engine {
            // A transaction that reads first and writes later would fail at once while another one writes.
            Engine::Sqlite(_) => "BEGIN IMMEDIATE",
            // The state row is the one writer's seat: leaves get dense numbers.
            Engine::Postgres(_) => "BEGIN; SELECT id FROM state WHERE id = 1 FOR UPDATE",
        };
        self.execute(sql)?;
        self.in_transaction = true;
        Ok(())
    }

    fn end(&mut self, sql: &str) -> Result<()> {
        self.execute(sql)?;
        self.in_transaction = false;
        Ok(())
    }
}

/// The database of one registry.
#[derive(Clone)]
pub struct Database {
    writer: Pool<Manager>,
    readers: Pool<Manager>,
    address: Address,
    queries: Arc<AtomicU64>,
}

impl Database {
    /// Opens the database: `address` is a `postgres://` URL, or none for SQLite in `folder`.
    ///
    /// # Errors
    /// An unknown scheme, or a database that cannot be reached; nothing is created for a mistyped address.
    pub fn open(address: Option<&str>, folder: &Path) -> Result<Self> {
        let address = match address.map(str::trim).filter(|text| !text.is_empty()) {
            None => Address::Sqlite(folder.join("tizilim.sqlite")),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Address::Postgres(Box::new(postgres::Address::parse(url)?))
            }
            Some(url) => {
                let scheme = url.split(':').next().unwrap_or_default();
                return Err(Error::Address(format!(
                    "{scheme:?} is no known scheme; give postgres://… or leave it out for SQLite"
                )));
            }
        };
        // The first connection is made here and now, so that its error is told as it is. It sets WAL once.
        drop(Manager { address: address.clone(), access: Access::Write }.connect()?);
        let pool = |access, size| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(0))
                .connection_timeout(BUSY_TIMEOUT)
                .test_on_check_out(matches!(address, Address::Postgres(_)))
                .build(Manager { address: address.clone(), access })
                .map_err(|why| Error::Connect(why.to_string()))
        };
        let (writers, read_access) = match address {
            Address::Sqlite(_) => (1, Access::Read),
            Address::Postgres(_) => (2, Access::Read),
        };
        Ok(Self {
            writer: pool(Access::Write, writers)?,
            readers: pool(read_access, READERS)?,
            address: address.clone(),
            queries: Arc::default(),
        })
    }

    /// Whether the state lies in the data folder, so that only one server may use it.
    pub fn is_local(&self) -> bool {
        matches!(self.address, Address::Sqlite(_))
    }

    /// Runs every migration that has not run yet.
    ///
    /// # Errors
    /// A migration that fails; the ones before it stay.
    pub fn migrate(&self) -> Result<()> {
        let mut conn = self.take(&self.writer)?;
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
        let mut conn = self.take(&self.writer)?;
        match &mut conn.engine {
            Engine::Sqlite(c) => c.revert_all_migrations(SQLITE_MIGRATIONS).map(drop),
            Engine::Postgres(c) => c.revert_all_migrations(POSTGRES_MIGRATIONS).map(drop),
        }
        .map_err(|why| Error::Migrate(why.to_string()))
    }

    /// Reads in a connection of its own. Each statement sees the newest state; see [`Self::read_consistently`].
    ///
    /// # Errors
    /// No connection within the time limit, or what `work` returns.
    pub fn read<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take(&self.readers)?;
        work(&mut conn)
    }

    /// Reads several tables as they were at one moment.
    ///
    /// # Errors
    /// No connection within the time limit, or what `work` returns.
    pub fn read_consistently<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take(&self.readers)?;
        let begin = match conn.engine {
            Engine::Sqlite(_) => "BEGIN DEFERRED",
            Engine::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        conn.execute(begin)?;
        conn.in_transaction = true;
        let result = work(&mut conn);
        conn.end("ROLLBACK")?;
        result
    }

    /// Runs `work` in one transaction, alone: everything of it is kept, or nothing.
    ///
    /// # Errors
    /// What `work` returns, after which nothing has changed; or a failure of the database.
    pub fn write<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take(&self.writer)?;
        conn.begin()?;
        match work(&mut conn) {
            Ok(value) => {
                conn.end("COMMIT")?;
                Ok(value)
            }
            Err(error) => {
                conn.end("ROLLBACK")?;
                Err(error)
            }
        }
    }

    /// How often a connection has been asked for: what shows that a warm scan asks for none.
    pub fn uses(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    fn take(&self, pool: &Pool<Manager>) -> Result<PooledConnection<Manager>> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        pool.get().map_err(|why| Error::Connect(why.to_string()))
    }
}
