//! One connection to either engine: how it is opened, whether it can still be trusted, and when it is given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::SqliteConnection;
use diesel::connection::SimpleConnection;
use diesel::r2d2::ManageConnection;
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;

use super::error::{Error, Result};
use super::patience::Patience;
use super::{postgres, sqlite};

/// How long a reader waits for a connection or an answer: a page that is not ready must fail within two seconds.
pub(super) const READ_DEADLINE: Duration = Duration::from_millis(1500);

/// How long a command waits for the same, and a server before it begins: nobody waits for a page.
const COMMAND_DEADLINE: Duration = Duration::from_secs(10);

/// How long the watcher waits for an answer: what it asks for is one row.
pub(super) const WATCH_DEADLINE: Duration = Duration::from_millis(1500);

/// How long a writer waits for another one to finish: an import of 300 schools takes 1 s, and somebody waits.
pub(super) const LOCK_DEADLINE: Duration = Duration::from_secs(8);

/// How long one answer may take while something is written, waiting for the lock included.
pub(super) const WRITE_DEADLINE: Duration = Duration::from_secs(10);

/// A connection that was unused for longer is not trusted: what lies in between forgets connections without a word.
const IDLE_MAX: Duration = Duration::from_secs(60);

/// A connection to either engine.
pub struct Conn {
    pub(super) engine: Engine,
    /// Set from the beginning of a transaction to its end; a connection dropped in between is thrown away.
    pub(super) in_transaction: bool,
    /// It has served its purpose, and is thrown away when it is given back.
    pub(super) retired: bool,
    pub(super) patience: Arc<Patience>,
    /// What [`Health::generation`] was when the connection was opened.
    pub(super) generation: u64,
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

/// Rows that are written in one statement: an engine takes some thousands of values.
pub(super) const ROWS_AT_ONCE: usize = 1_000;

/// Inserts rows into a table, many in a statement where the engine gains by that. For more than one row of SQLite diesel
/// would begin a transaction inside of ours.
macro_rules! insert_rows {
    ($conn:expr, $table:expr, $rows:expr) => {
        match &mut $conn.engine {
            $crate::storage::connection::Engine::Sqlite(c) => {
                for row in $rows {
                    diesel::insert_into($table).values(row).execute(&mut **c)?;
                }
            }
            $crate::storage::connection::Engine::Postgres(c) => {
                for rows in $rows.chunks($crate::storage::connection::ROWS_AT_ONCE) {
                    diesel::insert_into($table).values(rows).execute(&mut **c)?;
                }
            }
        }
    };
}

/// Where a database is.
#[derive(Debug, Clone)]
pub(super) enum Address {
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
pub(super) struct Health {
    /// Grows when connections that are open can no longer be trusted.
    pub generation: AtomicU64,
    /// The watcher got no answer the last time.
    pub away: AtomicBool,
    pub stopping: Arc<AtomicBool>,
    /// How many wait for a database that is away.
    pub waiting: AtomicUsize,
    /// Somebody watches: a server, whose readers must not wait for long. A command may.
    pub watched: AtomicBool,
}

impl Health {
    /// How long something is waited for that a server waits for no longer than this.
    pub fn deadline(&self, of_server: Duration) -> Duration {
        if self.watched.load(Ordering::SeqCst) { of_server } else { of_server.max(COMMAND_DEADLINE) }
    }
}

#[derive(Debug)]
pub(super) struct Manager {
    pub address: Address,
    pub access: Access,
    pub health: Arc<Health>,
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
                let deadline = self.health.deadline(READ_DEADLINE);
                patience.set(deadline);
                let mut connection = postgres::connect(address, &patience, deadline)?;
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
                conn.patience.set(self.health.deadline(READ_DEADLINE));
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
    /// Does something else for a while, such as waiting for a lock: that nothing comes meanwhile is no silence.
    pub fn resting<T>(&self, work: impl FnOnce() -> T) -> T {
        let limit = self.patience.rest();
        let done = work();
        self.patience.set(limit);
        done
    }

    pub(super) fn execute(&mut self, sql: &str) -> Result<()> {
        on_engine!(self, c => Ok(c.batch_execute(sql)?))
    }

    pub(super) fn begin(&mut self) -> Result<()> {
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

    pub(super) fn end(&mut self, sql: &str) -> Result<()> {
        self.execute(sql)?;
        self.in_transaction = false;
        Ok(())
    }
}
