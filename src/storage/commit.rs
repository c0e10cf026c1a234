//! How a transaction ends: kept, or not, and which of both where the database's answer was lost.
//!
//! PostgreSQL remembers what became of a transaction by its number (PostgreSQL documentation, "Transaction ID and Snapshot
//! Information Functions"), so that who is cut off in the moment of saving need not guess.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, PooledConnection};
use diesel::sql_types::{BigInt, Nullable, Text};

use super::connection::{Access, Conn, Engine, LOCK_DEADLINE, Manager};
use super::database::Database;
use super::error::{Error, Result};

/// How long before it is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(50);

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct Fate {
    #[diesel(sql_type = Nullable<Text>)]
    fate: Option<String>,
}

impl Database {
    /// Keeps what was done in the transaction of this connection.
    ///
    /// # Errors
    /// Nothing was kept; or it is not known whether it was ([`Error::Unsettled`]).
    pub(super) fn commit(&self, mut conn: PooledConnection<Manager>) -> Result<()> {
        let number = number(&mut conn)?;
        let Err(error) = conn.end("COMMIT") else { return Ok(()) };
        let Some(number) = number.filter(|_| error.is_away()) else { return Err(error) };
        drop(conn);
        match self.is_committed(number) {
            Some(true) => {
                tracing::warn!(%error, "a change was saved, though the answer to that was lost");
                Ok(())
            }
            Some(false) => Err(error),
            None => Err(Error::Unsettled(error.to_string())),
        }
    }

    /// Whether a transaction was kept, as soon as the database tells; none where it does not in time.
    fn is_committed(&self, number: i64) -> Option<bool> {
        let started = Instant::now();
        let mut way = None;
        while started.elapsed() < LOCK_DEADLINE && !self.health.stopping.load(Ordering::SeqCst) {
            let manager = || Manager {
                address: self.address.clone(),
                access: Access::Read,
                health: self.health.clone(),
            };
            way = way.filter(|conn: &Conn| !conn.patience.is_closed()).or_else(|| manager().connect().ok());
            // Until it is over, it may still become either.
            match way.as_mut().and_then(|conn| fate(conn, number).ok()).as_deref() {
                Some("committed") => return Some(true),
                Some("aborted") => return Some(false),
                _ => std::thread::sleep(ASK_AGAIN),
            }
        }
        None
    }
}

/// The number by which the present transaction is remembered; none where no answer can be lost.
fn number(conn: &mut Conn) -> Result<Option<i64>> {
    match &mut conn.engine {
        Engine::Sqlite(_) => Ok(None),
        Engine::Postgres(c) => {
            let found: Number = diesel::sql_query("SELECT txid_current() AS number").get_result(&mut **c)?;
            Ok(Some(found.number))
        }
    }
}

fn fate(conn: &mut Conn, number: i64) -> Result<String> {
    conn.patience.set(super::connection::READ_DEADLINE);
    let query = diesel::sql_query("SELECT txid_status($1) AS fate").bind::<BigInt, _>(number);
    let found: Fate = on_engine!(conn, c => query.get_result(c)?);
    Ok(found.fate.unwrap_or_default())
}
