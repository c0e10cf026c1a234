//! Connections: SQLite by default, PostgreSQL by address. One writer and several readers on SQLite.
//!
//! Every wait has an end: for a connection, for a lock, for an answer. The connection of the watcher, which looks for
//! changes, is its own; where it gets no answer the database is away, and everybody else is told so at once.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use diesel::SqliteConnection;
use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, Pool, PooledConnection};
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;

use super::error::{Error, Result};
use super::patience::Patience;
use super::{postgres, sqlite};

/// Readers beside the one writer, and connections to PostgreSQL: more than two cores can use.
const READERS: u32 = 8;

/// How long a reader waits for a connection or an answer: a page that is not ready must fail within two seconds.
const READ_DEADLINE: Duration = Duration::from_millis(1500);

/// How long the watcher waits for an answer: what it asks for is one row.
const WATCH_DEADLINE: Duration = Duration::from_millis(1500);

/// How long one answer may take where the whole register is read.
const LOAD_DEADLINE: Duration = Duration::from_secs(10);

/// How long a writer waits for another one to finish: an import of 300 schools takes 1 s, and somebody waits.
pub(super) const LOCK_DEADLINE: Duration = Duration::from_secs(8);

/// How long one answer may take while something is written, waiting for the lock included.
const WRITE_DEADLINE: Duration = Duration::from_secs(10);

/// How long anything waits for a connection once the program stops.
const STOP_DEADLINE: Duration = Duration::from_secs(1);

/// How long a migration may take: it may rewrite a table of millions of rows.
const MIGRATION_DEADLINE: Duration = Duration::from_secs(3600);

/// A connection that was unused for longer is not trusted: what lies in between forgets connections without a word.
const IDLE_MAX: Duration = Duration::from_secs(60);

/// A connection to either engine.
pub struct Conn {
    pub(super) engine: Engine,
    /// Set from the beginning of a transaction to its end; a connection dropped in between is thrown away.
    in_transaction: bool,
    /// It has served its purpose, and is thrown away when it is given back.
    retired: bool,
    patience: Arc<Patience>,
    /// What [`Health::generation`] was when the connection was opened.
    generation: u64,
    used_at: Instant,
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
    Sqlite(Arc<sqlite::Place>),
    Postgres(Box<postgres::Address>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Write,
    Read,
}

/// What is known of the database as a whole.
#[derive(Debug, Default)]
struct Health {
    /// Grows when connections that are open can no longer be trusted.
    generation: AtomicU64,
    /// The watcher got no answer the last time.
    away: AtomicBool,
    stopping: Arc<AtomicBool>,
}

#[derive(Debug)]
pub(super) struct Manager {
    address: Address,
    access: Access,
    health: Arc<Health>,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = Error;

    fn connect(&self) -> Result<Conn> {
        let generation = self.health.generation.load(Ordering::SeqCst);
        let patience = Patience::new(self.health.stopping.clone());
        let engine = match &self.address {
            Address::Sqlite(place) => Engine::Sqlite(Box::new(place.open(self.access)?)),
            Address::Postgres(address) => {
                patience.set(WATCH_DEADLINE);
                let mut connection = postgres::connect(address, &patience)?;
                connection.batch_execute(&postgres::deadlines(LOCK_DEADLINE, WRITE_DEADLINE))?;
                patience.set(Duration::ZERO);
                Engine::Postgres(Box::new(connection))
            }
        };
        Ok(Conn {
            engine,
            in_transaction: false,
            retired: false,
            patience,
            generation,
            used_at: Instant::now(),
        })
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<()> {
        if conn.generation != self.health.generation.load(Ordering::SeqCst) {
            return Err(Error::Away("the connection is from before an outage".to_owned()));
        }
        match conn.engine {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(_) if conn.used_at.elapsed() > IDLE_MAX => {
                Err(Error::Away("the connection was unused for long".to_owned()))
            }
            Engine::Postgres(_) => {
                conn.patience.set(READ_DEADLINE);
                conn.execute("SELECT 1")
            }
        }
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        // It is being given back: nobody asks it any more.
        conn.patience.set(Duration::ZERO);
        conn.used_at = Instant::now();
        conn.in_transaction || conn.retired || conn.patience.is_closed()
    }
}

impl Drop for Conn {
    fn drop(&mut self) {
        // Saying goodbye to a server that does not listen must not take for ever.
        self.patience.set(READ_DEADLINE);
    }
}

impl Conn {
    pub(super) fn execute(&mut self, sql: &str) -> Result<()> {
        on_engine!(self, c => Ok(c.batch_execute(sql)?))
    }

    fn begin(&mut self) -> Result<()> {
        let sql = match self.engine {
            // A transaction that reads first and writes later would fail at once while another one writes.
            Engine::Sqlite(_) => "BEGIN IMMEDIATE",
            // Locking the state row serializes writers: leaves get dense numbers.
            Engine::Postgres(_) => "BEGIN; SELECT id FROM state WHERE id = 1 FOR UPDATE",
        };
        self.in_transaction = true;
        self.execute(sql).map_err(|error| match (&self.engine, error) {
            // Whatever the server's language calls it: the one thing that is waited for here is the other writer.
            (Engine::Postgres(_), error) if !error.is_away() => Error::Busy,
            (_, error) => error,
        })
    }

    fn end(&mut self, sql: &str) -> Result<()> {
        self.execute(sql)?;
        self.in_transaction = false;
        Ok(())
    }
}

/// Whether a data folder holds a database of SQLite that is not empty.
pub fn has_database(folder: &Path) -> bool {
    sqlite::file(folder).metadata().is_ok_and(|found| found.len() > 0)
}

/// The database of one registry.
#[derive(Clone)]
pub struct Database {
    writer: Pool<Manager>,
    readers: Pool<Manager>,
    watcher: Pool<Manager>,
    address: Address,
    health: Arc<Health>,
    queries: Arc<AtomicU64>,
}

impl Database {
    /// Opens the database: `address` is a `postgres://` URL, or none for SQLite in `folder`.
    ///
    /// # Errors
    /// An unknown scheme, or a database that cannot be reached; nothing is created for a mistyped address.
    pub fn open(address: Option<&str>, folder: &Path) -> Result<Self> {
        let address = match address.map(str::trim).filter(|text| !text.is_empty()) {
            None => Address::Sqlite(Arc::new(sqlite::Place::new(folder)?)),
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
        let health = Arc::new(Health::default());
        let manager = |access| Manager { address: address.clone(), access, health: health.clone() };
        // The first connection is made here and now, so that its error is told as it is. It sets WAL once.
        match (manager(Access::Write).connect(), &address) {
            (Err(error), Address::Sqlite(place)) if error.is_full() || error.is_read_only() => {
                place.seal(error)?;
            }
            (connected, _) => drop(connected?),
        }
        let pool = |access, size, wait| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(0))
                .connection_timeout(wait)
                .test_on_check_out(true)
                .build(manager(access))
                .map_err(|why| Error::Away(why.to_string()))
        };
        let writers = if matches!(address, Address::Sqlite(_)) { 1 } else { 2 };
        Ok(Self {
            writer: pool(Access::Write, writers, LOCK_DEADLINE)?,
            readers: pool(Access::Read, READERS, READ_DEADLINE)?,
            watcher: pool(Access::Read, 1, WATCH_DEADLINE)?,
            address: address.clone(),
            health,
            queries: Arc::default(),
        })
    }

    /// Whether the state lies in the data folder, so that only one server may use it.
    pub fn is_local(&self) -> bool {
        matches!(self.address, Address::Sqlite(_))
    }

    /// Why nothing can be written at present; none as a rule. The disk may be full, or mounted for reading only.
    pub fn is_sealed(&self) -> Option<String> {
        match &self.address {
            Address::Sqlite(place) => place.why_sealed(),
            Address::Postgres(_) => None,
        }
    }

    /// Whether the watcher got no answer the last time it asked.
    pub fn is_away(&self) -> bool {
        self.health.away.load(Ordering::SeqCst)
    }

    /// Notes that the program stops: nothing waits for long any more.
    pub fn stop(&self) {
        self.health.stopping.store(true, Ordering::SeqCst);
    }

    /// A connection for work that takes its time; it serves for nothing else afterwards.
    pub(super) fn unhurried(&self) -> Result<PooledConnection<Manager>> {
        let mut conn = self.take(&self.writer, MIGRATION_DEADLINE)?;
        conn.retired = true;
        if self.place().is_none() {
            conn.execute("SET statement_timeout = 0; SET lock_timeout = 0")?;
        }
        Ok(conn)
    }

    /// Where SQLite keeps the register; none on PostgreSQL.
    pub(super) fn place(&self) -> Option<&sqlite::Place> {
        match &self.address {
            Address::Sqlite(place) => Some(place),
            Address::Postgres(_) => None,
        }
    }

    /// Reads in a connection of its own. Each statement sees the newest state; see [`Self::read_consistently`].
    ///
    /// # Errors
    /// No connection or no answer within the time limit, or what `work` returns.
    pub fn read<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take(&self.readers, READ_DEADLINE)?;
        work(&mut conn)
    }

    /// Reads several tables as they were at one moment.
    ///
    /// # Errors
    /// No connection or no answer within the time limit, or what `work` returns.
    pub fn read_consistently<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take(&self.readers, LOAD_DEADLINE)?;
        consistently(&mut conn, work)
    }

    /// Looks at the state in the watcher's own connection, and learns from it whether the database answers at all. Where
    /// `look` gives work to do, that is done in the same connection, as of one moment.
    ///
    /// # Errors
    /// No connection or no answer within the time limit, or what `look` and `work` return.
    pub fn watch<L, T, E: From<Error>>(
        &self,
        look: impl FnOnce(&mut Conn) -> std::result::Result<Option<L>, E>,
        work: impl FnOnce(&mut Conn, L) -> std::result::Result<T, E>,
    ) -> std::result::Result<Option<T>, E> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        let is_there = self.place().map_or(Ok(()), |place| {
            if place.has_moved()? || place.unseal() {
                self.distrust();
            }
            Ok(())
        });
        let is_gone = is_there.is_err();
        let looked =
            is_there.and_then(|()| self.connection(&self.watcher)).map_err(E::from).and_then(|mut conn| {
                conn.patience.set(WATCH_DEADLINE);
                Ok((look(&mut conn)?, conn))
            });
        let is_away = is_gone || (looked.is_err() && self.place().is_none());
        if is_away {
            self.distrust();
        }
        self.health.away.store(is_away, Ordering::SeqCst);
        let (found, mut conn) = looked?;
        let Some(found) = found else { return Ok(None) };
        conn.patience.set(LOAD_DEADLINE);
        consistently(&mut conn, |conn| work(conn, found)).map(Some)
    }

    fn distrust(&self) {
        self.health.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Runs `work` in one transaction, alone: everything of it is kept, or nothing.
    ///
    /// # Errors
    /// What `work` returns, after which nothing has changed; or a failure of the database.
    pub fn write<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take(&self.writer, WRITE_DEADLINE)?;
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

    /// Overwrites what was deleted: on SQLite it stands in the log of changes until that is moved into the file. Gives up
    /// quietly where somebody reads all the time; closing the register does it too.
    ///
    /// # Errors
    /// No connection within the time limit.
    pub fn scrub(&self) -> Result<()> {
        if self.place().is_none() || self.is_sealed().is_some() {
            return Ok(());
        }
        let mut conn = self.take(&self.writer, WRITE_DEADLINE)?;
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// How often a connection has been asked for: what shows that a warm scan asks for none.
    pub fn uses(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    fn connection(&self, pool: &Pool<Manager>) -> Result<PooledConnection<Manager>> {
        let is_stopping = self.health.stopping.load(Ordering::SeqCst);
        let wait = if is_stopping { STOP_DEADLINE } else { pool.connection_timeout() };
        pool.get_timeout(wait).map_err(|why| match why.to_string().split_once(": ") {
            // The pool says nothing more where all connections are in use; else it gives the reason of the last try.
            None => Error::Busy,
            Some((_, reason)) => Error::of_connecting(reason),
        })
    }

    fn take(&self, pool: &Pool<Manager>, deadline: Duration) -> Result<PooledConnection<Manager>> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        if self.is_away() {
            return Err(Error::Away("it did not answer the last time".to_owned()));
        }
        let conn = self.connection(pool)?;
        conn.patience.set(deadline);
        Ok(conn)
    }
}

fn consistently<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    let begin = match conn.engine {
        Engine::Sqlite(_) => "BEGIN DEFERRED",
        Engine::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    conn.in_transaction = true;
    conn.execute(begin)?;
    let result = work(conn);
    conn.end("ROLLBACK")?;
    result
}
