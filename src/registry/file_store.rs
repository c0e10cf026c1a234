//! EntityCache in touch with a file store that is not in the data folder, and the note in it that says how far the register
//! has come. The watcher, which nothing may hold up, leaves both to a thread of their own.

use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;

use super::handle::Registry;
use crate::storage::identity::PutBack;

/// How often a store that answers is asked whether it is still there.
const ASK_EVERY: Duration = Duration::from_secs(10);

/// How often one that is away is asked.
const ASK_AGAIN_EVERY: Duration = Duration::from_secs(1);

impl Registry {
    /// Notes beside the files how far the register has come, or sees to it that it is done soon.
    pub(super) fn remember(&self, put_back: PutBack) {
        if put_back == PutBack::No && self.inner.database.is_sealed().is_some() {
            return;
        }
        self.inner.identity.owe(self.held().identity(), put_back);
        if !self.inner.is_in_touch.load(Ordering::SeqCst) {
            self.write_note();
        }
    }

    /// Writes down what is owed, if anything is.
    pub(super) fn write_note(&self) {
        if let Err(error) = self.inner.identity.write_owed() {
            tracing::warn!(%error, "how far the register has come could not be noted beside the files");
        }
    }

    /// Starts the thread that keeps in touch with the store; none where the files lie in the data folder.
    pub(super) fn keep_in_touch(&self) -> Option<JoinHandle<()>> {
        self.inner.files.bucket()?;
        self.inner.is_in_touch.store(true, Ordering::SeqCst);
        let registry = self.clone();
        Some(std::thread::spawn(move || registry.stay_in_touch()))
    }

    fn stay_in_touch(&self) {
        let mut since_asked = Duration::ZERO;
        while !self.is_stopping() {
            std::thread::sleep(self.inner.poll_every);
            since_asked += self.inner.poll_every;
            let is_away = self.inner.files.away().is_some();
            if is_away && since_asked < ASK_AGAIN_EVERY {
                continue;
            }
            if self.inner.identity.is_owed() {
                since_asked = Duration::ZERO;
                self.write_note();
            } else if is_away || since_asked >= ASK_EVERY {
                since_asked = Duration::ZERO;
                if let Err(error) = self.inner.files.greet() {
                    tracing::debug!(%error, "the file store was asked");
                }
            }
        }
    }
}
