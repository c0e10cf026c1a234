//! What goes on beside the answers: looking for changes, and keeping the register in order.
//!
//! The watcher does nothing but look, on a connection of its own, so that nothing else makes its view old. Everything
//! that writes is done by the keeper, but for the words that are recognised on scans, for agreements that came many at once, and
//! for what webhooks are told, which take long. A file store that is not in the data folder has a thread of its own.

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;

use super::Result;
use super::handle::Registry;
use super::troubles::Trouble;
use crate::domain::Checksum;
use crate::storage::{erasure, state};

/// How often openings are written down: at most this much is lost in a power cut.
const FLUSH_EVERY: Duration = Duration::from_secs(5);

/// How long a process runs before it looks for what is to be erased.
const ERASED_AFTER: Duration = Duration::from_secs(60);

/// The threads that work in the background.
pub struct Background(Vec<JoinHandle<()>>);

impl Background {
    /// Waits until they have ended, which [`Registry::close`] makes them do.
    pub fn join(self) {
        for thread in self.0 {
            // A thread that panicked has said so.
            let _ = thread.join();
        }
    }
}

impl Registry {
    /// Starts looking for changes and keeping the register in order, until [`Self::close`].
    pub fn keep_fresh(&self) -> Background {
        let (watching, keeping) = (self.clone(), self.clone());
        let mut threads = vec![
            std::thread::spawn(move || watching.watch()),
            std::thread::spawn(move || keeping.keep_in_order()),
        ];
        let recognising = self.clone();
        threads.push(std::thread::spawn(move || recognising.recognise_in_background()));
        let preparing = self.clone();
        threads.push(std::thread::spawn(move || preparing.prepare_in_background()));
        let sending = self.clone();
        threads.push(std::thread::spawn(move || sending.send_in_background()));
        threads.extend(self.keep_in_touch());
        Background(threads)
    }

    /// Whether the process is about to end.
    pub fn is_stopping(&self) -> bool {
        self.inner.stopping.load(Ordering::SeqCst)
    }

    fn watch(&self) {
        let mut told: Vec<Trouble> = Vec::new();
        while !self.is_stopping() {
            if let Err(error) = self.look() {
                tracing::debug!(%error, "looking for changes failed");
            }
            self.tell(&mut told);
            std::thread::sleep(self.inner.poll_every);
        }
    }

    /// Looks for changes once, in the watcher's connection.
    fn look(&self) -> Result<()> {
        let held = self.held();
        let mut there = None;
        self.inner.database.watch(
            |conn| {
                let state = state::read(conn)?;
                there = state::clock(conn)?;
                Ok::<_, super::Error>((!held.is_of(&state)).then_some(()))
            },
            |conn, ()| self.catch_up(conn).map(drop),
        )?;
        self.inner.health.confirm(self.now(), there);
        Ok(())
    }

    /// Logs each trouble once when it begins, and when it is over.
    fn tell(&self, told: &mut Vec<Trouble>) {
        let is_same = |a: &Trouble, b: &Trouble| {
            std::mem::discriminant(a) == std::mem::discriminant(b)
                && !matches!((a, b), (Trouble::Damaged(a), Trouble::Damaged(b)) if a != b)
        };
        let now = self.troubles();
        for trouble in now.iter().filter(|new| !told.iter().any(|old| is_same(old, new))) {
            tracing::error!(%trouble, "something needs attention");
        }
        for trouble in told.iter().filter(|old| !now.iter().any(|new| is_same(old, new))) {
            tracing::info!(%trouble, "no longer so");
        }
        *told = now;
    }

    /// Removes what a crash left, then indexes what is not indexed yet, writes openings down, ends forgotten checks, and
    /// once a local day notices which stands hang and erases what was kept long enough.
    fn keep_in_order(&self) {
        if let Err(error) = self.sweep() {
            tracing::warn!(%error, "what an earlier run left could not be removed; the next start tries again");
        }
        let mut since_flush = Duration::ZERO;
        let (mut looked_at, mut indexed_in) = (None, None);
        let (mut noticed_on, mut erased_on) = (None, None);
        let (started_on, mut running) = (self.today(), Duration::ZERO);
        let mut gone = HashSet::new();
        while !self.is_stopping() {
            std::thread::sleep(self.inner.poll_every);
            let held = self.held();
            if looked_at != Some(held.position.seq) {
                looked_at = Some(held.position.seq);
                if let Err(error) = self.finish_erasures(&mut gone) {
                    tracing::warn!(%error, "erased bytes could not be removed; the next start tries again");
                }
            }
            // Whoever publishes indexes too: something is missing only after a start, or in another history.
            if indexed_in != Some(held.epoch) {
                match self.index_missing() {
                    Ok(_) => indexed_in = Some(held.epoch),
                    Err(error) => {
                        tracing::warn!(%error, "indexing failed; the rest is found after the next try");
                    }
                }
            }
            let today = self.today();
            // What was printed carries the host: until it is known, nothing is noticed.
            if noticed_on != Some(today) && self.inner.origin.get().is_some() {
                self.flush_or_warn();
                match self.notice_stands() {
                    Ok(_) => noticed_on = Some(today),
                    Err(error) => tracing::warn!(%error, "which stands hang is noticed after the next try"),
                }
            }
            // Writing keeps others waiting, for long where the network fails in the middle: not while a process starts.
            running += self.inner.poll_every;
            let is_time = running >= ERASED_AFTER || today != started_on;
            if is_time && erased_on != Some(today) {
                match self.erase_old() {
                    Ok(()) => erased_on = Some(today),
                    Err(error) => tracing::warn!(%error, "what is old is erased after the next try"),
                }
            }
            since_flush += self.inner.poll_every;
            if since_flush >= FLUSH_EVERY {
                since_flush = Duration::ZERO;
                self.flush_or_warn();
                if let Err(error) = self.end_forgotten_checks() {
                    tracing::warn!(%error, "a forgotten check could not be ended yet");
                }
            }
        }
    }

    /// Erases what was kept long enough.
    fn erase_old(&self) -> Result<()> {
        self.erase_settled()?;
        self.erase_old_strays()?;
        self.erase_deliveries()?;
        self.erase_old_letters().map(drop)
    }

    /// From now on nothing waits long for the database or the file store: the program is about to stop.
    pub fn hurry(&self) {
        self.inner.database.stop();
        self.inner.files.stop();
    }

    /// Removes the bytes of erased versions that a command which was killed in between left; `gone` are those that were
    /// looked at already.
    fn finish_erasures(&self, gone: &mut HashSet<Checksum>) -> Result<()> {
        for checksum in self.inner.database.read(erasure::erased)? {
            if gone.contains(&checksum) {
                continue;
            }
            if self.inner.files.has(checksum)? {
                self.release(&[checksum])?;
                self.inner.database.scrub()?;
            }
            gone.insert(checksum);
        }
        Ok(())
    }

    /// Stops the background threads and writes down what is still in memory.
    pub fn close(&self) {
        self.inner.stopping.store(true, Ordering::SeqCst);
        self.hurry();
        self.flush_or_warn();
        self.write_note();
    }

    fn flush_or_warn(&self) {
        if let Err(error) = self.flush_openings().and_then(|()| self.flush_strays()) {
            tracing::warn!(%error, "openings could not be written down; they are kept for the next time");
        }
    }
}
