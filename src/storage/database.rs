//! The database of one registry: one writer and several readers on SQLite, and who watches for changes.
//!
//! Every wait has an end: for a connection, for a lock, for an answer. The connection of the watcher is its own; where it
//! gets no answer the database is away, and everybody else is told so.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::r2d2::{ManageConnection, Pool, PooledConnection};

use super::connection::{
    Access, Address, Conn, Engine, Health, LOCK_DEADLINE, Manager, READ_DEADLINE, WATCH_DEADLINE,
    WRITE_DEADLINE,
};
use super::error::{Error, Result};
use super::{postgres, sqlite};

/// Readers beside the one writer, and connections to PostgreSQL: more than two cores can use, and some for those that hold
/// one while they ask for another.
const READERS: u32 = 24;

/// How many wait at once for a database that is away; the rest is refused at once.
const WAITING_MAX: usize = 32;

/// How often they look whether it is there again.
const AWAY_TICK: Duration = Duration::from_millis(20);

/// How long one answer may take where the whole register is read.
const LOAD_DEADLINE: Duration = Duration::from_secs(10);

/// How long anything waits for a connection once the program stops.
const STOP_DEADLINE: Duration = Duration::from_secs(1);

/// How long a migration may take: it may rewrite a table of millions of rows.
const MIGRATION_DEADLINE: Duration = Duration::from_secs(3600);

/// Whether a data folder holds a database of SQLite that is not empty.
pub fn has_database(folder: &Path) -> bool {
    sqlite::file(folder).metadata().is_ok_and(|found| found.len() > 0)
}

/// The database of one registry.
#[derive(Clone)]
pub struct Database {
    writer: Pool<Manager>,
    readers: Pool<Manager>,
    /// The watcher's own connection. No pool: after an outage it is opened anew at once.
    watcher: Arc<Mutex<Option<Conn>>>,
    pub(super) address: Address,
    pub(super) health: Arc<Health>,
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
            watcher: Arc::default(),
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
        let mut conn = self.take_writer(MIGRATION_DEADLINE)?;
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
        let mut conn = self.take(&self.readers, self.health.deadline(READ_DEADLINE))?;
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

    /// Begins to read several tables as they are at this moment; they stay so until the reading is dropped.
    ///
    /// # Errors
    /// No connection or no answer within the time limit.
    pub fn reading(&self) -> Result<Reading> {
        let mut conn = self.take(&self.readers, self.health.deadline(READ_DEADLINE))?;
        begin_reading(&mut conn)?;
        Ok(Reading { conn })
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
        self.health.watched.store(true, Ordering::SeqCst);
        let is_there = self.place().map_or(Ok(()), |place| {
            if place.has_moved()? || place.unseal() {
                self.distrust();
            }
            Ok(())
        });
        let is_gone = is_there.is_err();
        let mut own = self.watcher.lock().unwrap_or_else(PoisonError::into_inner);
        let looked =
            is_there.and_then(|()| self.watching(own.take())).map_err(E::from).and_then(|mut conn| {
                conn.patience.set(WATCH_DEADLINE);
                Ok((look(&mut conn)?, conn))
            });
        let is_away = is_gone || (looked.is_err() && self.place().is_none());
        if is_away {
            self.distrust();
        }
        self.health.away.store(is_away, Ordering::SeqCst);
        let (found, mut conn) = looked?;
        let done = match found {
            // No answer may be waited for any longer here: others wait for what is learned.
            Some(found) => consistently(&mut conn, |conn| work(conn, found)).map(Some),
            None => Ok(None),
        };
        conn.patience.set(Duration::ZERO);
        if done.is_ok() {
            *own = Some(conn);
        }
        done
    }

    /// The watcher's connection: the one it had, or a new one where that is over.
    fn watching(&self, own: Option<Conn>) -> Result<Conn> {
        let manager =
            Manager { address: self.address.clone(), access: Access::Read, health: self.health.clone() };
        let generation = self.health.generation.load(Ordering::SeqCst);
        match own.filter(|conn| conn.generation == generation && !conn.patience.is_closed()) {
            Some(conn) => Ok(conn),
            None => manager.connect(),
        }
    }

    fn distrust(&self) {
        self.health.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Runs `work` in one transaction, alone: everything of it is kept, or nothing.
    ///
    /// # Errors
    /// What `work` returns, after which nothing has changed; or a failure of the database, after which nothing has changed
    /// unless it is [`Error::Unsettled`].
    pub fn write<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.take_writer(WRITE_DEADLINE)?;
        conn.begin()?;
        match work(&mut conn) {
            Ok(value) => {
                self.commit(conn)?;
                Ok(value)
            }
            Err(error) => {
                conn.end("ROLLBACK")?;
                Err(error)
            }
        }
    }

    /// Has PostgreSQL look at its tables, as it does by itself some minutes after they grew.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn look_at_tables(&self) -> Result<()> {
        if self.is_local() {
            return Ok(());
        }
        self.take_writer(MIGRATION_DEADLINE)?.execute("ANALYZE")
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
        let mut conn = self.take_writer(WRITE_DEADLINE)?;
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// How often a connection has been asked for: what shows that a warm scan asks for none.
    pub fn uses(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    /// Waits a little for a database that is away: it may only be starting again. No more than a few wait.
    fn wait_while_away(&self, started: Instant) -> Result<()> {
        if !self.is_away() {
            return Ok(());
        }
        let waiting = self.health.waiting.fetch_add(1, Ordering::SeqCst);
        let is_stopping = || self.health.stopping.load(Ordering::SeqCst);
        while waiting < WAITING_MAX && self.is_away() && !is_stopping() && started.elapsed() < READ_DEADLINE {
            std::thread::sleep(AWAY_TICK);
        }
        self.health.waiting.fetch_sub(1, Ordering::SeqCst);
        if self.is_away() { Err(Error::Away("it did not answer the last time".to_owned())) } else { Ok(()) }
    }

    fn connection(&self, pool: &Pool<Manager>, started: Instant) -> Result<PooledConnection<Manager>> {
        let is_stopping = self.health.stopping.load(Ordering::SeqCst);
        let wait = if is_stopping { STOP_DEADLINE } else { self.health.deadline(pool.connection_timeout()) };
        // A pool takes no wait of nothing.
        let left = wait.saturating_sub(started.elapsed()).max(AWAY_TICK);
        pool.get_timeout(left).map_err(|why| match why.to_string().split_once(": ") {
            // The pool says nothing more where all connections are in use; else it gives the reason of the last try.
            None => Error::Busy,
            Some((_, reason)) => Error::of_connecting(reason),
        })
    }

    fn take_writer(&self, deadline: Duration) -> Result<PooledConnection<Manager>> {
        // Known beforehand: nobody has to wait for it.
        if let Some(why) = self.place().and_then(sqlite::Place::refusal) {
            return Err(why);
        }
        self.take(&self.writer, deadline)
    }

    fn take(&self, pool: &Pool<Manager>, deadline: Duration) -> Result<PooledConnection<Manager>> {
        self.queries.fetch_add(1, Ordering::Relaxed);
        let started = Instant::now();
        self.wait_while_away(started)?;
        let conn = self.connection(pool, started)?;
        conn.patience.set(deadline);
        Ok(conn)
    }
}

fn consistently<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    begin_reading(conn)?;
    let result = work(conn);
    conn.end("ROLLBACK")?;
    result
}

fn begin_reading(conn: &mut Conn) -> Result<()> {
    let begin = match conn.engine {
        Engine::Sqlite(_) => "BEGIN DEFERRED",
        Engine::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    conn.in_transaction = true;
    conn.execute(begin)
}

/// A connection that sees the database as it was when the reading began.
pub struct Reading {
    conn: PooledConnection<Manager>,
}

impl Reading {
    /// The connection.
    pub fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        // A connection that cannot end its transaction is thrown away by the pool.
        let _ = self.conn.end("ROLLBACK");
    }
}
