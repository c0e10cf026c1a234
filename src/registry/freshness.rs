//! EntityCache what a process holds as the database says: it reads the journal after its own number, and lets go of what is
//! named there and of nothing else.

use std::sync::{Arc, PoisonError};

use super::Result;
use super::handle::Registry;
use super::held::Held;
use super::present::{Listener, Stamp};
use crate::storage::identity::PutBack;
use crate::storage::journal::{self, Part, Since};
use crate::storage::{Conn, Reading, state};

impl Registry {
    /// Has a listener told about every change, right after this process learned of it. There is one listener.
    pub fn listen(&self, listener: Listener) {
        // A second one would be a second server in one process.
        let _ = self.inner.listener.set(listener);
    }

    /// Does something, such as keeping a finished page, if these parts are still what they were, or everything is where
    /// none are given; while it is done they stay so. Whether it was done.
    pub fn while_unchanged(&self, then: Stamp, parts: Option<&[Part]>, work: impl FnOnce()) -> bool {
        let present = self.present();
        let is_unchanged = present.is_unchanged(then, parts);
        if is_unchanged {
            work();
        }
        is_unchanged
    }

    /// A reading of the database as it is now, with what is held brought to the same state.
    pub(super) fn fresh_reading(&self) -> Result<(Reading, Arc<Held>)> {
        let mut reading = self.inner.database.reading()?;
        let held = self.catch_up(reading.conn())?;
        Ok((reading, held))
    }

    /// Brings what is held to the state that a transaction sees, in which nothing was asked yet: it sees the register as
    /// of its first question. Nobody waits for a connection while others wait for the lock: the watcher, which alone says
    /// that the database is there again, would wait for those who wait for its word.
    pub(super) fn catch_up(&self, conn: &mut Conn) -> Result<Arc<Held>> {
        // One at a time: what is read under the lock is never older than what is held.
        let _turn = conn.resting(|| self.inner.reloading());
        let held = self.held();
        let state = state::read(conn)?;
        if held.is_of(&state) {
            return Ok(held);
        }
        match journal::since(conn, &held.position, &state)? {
            Since::Parts(parts, position) if state.timeline == held.state.timeline => {
                let fresh = held.advanced(conn, state, &parts, position)?;
                Ok(self.install(fresh, Some(&parts)))
            }
            Since::Parts(..) | Since::Anything(_) => {
                let fresh = Held::read(conn, held.epoch + 1)?;
                Ok(self.install(fresh, None))
            }
        }
    }

    fn install(&self, fresh: Held, parts: Option<&[Part]>) -> Arc<Held> {
        let fresh = Arc::new(fresh);
        let mut present = self.inner.present.write().unwrap_or_else(PoisonError::into_inner);
        let was = present.replace(fresh.clone(), parts);
        // Before anybody can see the new state: from then on nothing older may be found in the caches.
        match parts {
            Some(parts) => parts.iter().for_each(|part| self.inner.caches.forget(*part)),
            None => self.inner.caches.clear(),
        }
        if let Some(tell) = self.inner.listener.get() {
            tell(parts);
        }
        drop(present);
        if fresh.state.timeline != was.state.timeline || fresh.state.revision < was.state.revision {
            self.inner.health.note_put_back(was.state.revision, fresh.state.revision);
            self.remember(PutBack::Yes);
        } else {
            self.remember(PutBack::No);
        }
        fresh
    }

    /// Looks whether something changed, and if so reads the register again: whatever the database says now, also where it
    /// was put back to an earlier state.
    ///
    /// # Errors
    /// A database that cannot be read; what is held stays.
    pub fn refresh(&self) -> Result<()> {
        let state = self.inner.database.read(state::read)?;
        if !self.held().is_of(&state) {
            self.fresh_reading()?;
        }
        Ok(())
    }
}
