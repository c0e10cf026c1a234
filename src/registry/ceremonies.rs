//! What is begun in a browser and comes back from it: a passkey that is made or used, a sign-in at a provider. What was
//! begun stays here; the browser has a token, which is good for some minutes and once.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::handle::Registry;
use super::token::{hash_token, token};
use super::{Refusal, Result};
use crate::storage::ceremonies;

/// How long a browser may take: as long as browsers let people look for a device (W3C Web Authentication, section 15.1).
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// How many are awaited at most. Strangers begin them too: who would push others out needs this many within some seconds.
const OPEN_MAX: usize = 10_000;

impl Registry {
    /// Keeps what was begun, and gives the token of the browser.
    pub(super) fn begin_ceremony(&self, state: &impl Serialize) -> Result<String> {
        let state = serde_json::to_string(state).map_err(|_| Refusal::AnswerTooLate)?;
        let (token, now) = (token()?, self.now());
        let hash = hash_token(&token);
        self.inner
            .database
            .write(|conn| ceremonies::begin(conn, &hash, &state, (now, now + PATIENCE), OPEN_MAX))?;
        Ok(token)
    }

    /// Takes what was begun under a token; none where it took too long, or came back already.
    pub(super) fn take_ceremony<T: DeserializeOwned>(&self, token: &str) -> Result<Option<T>> {
        let (hash, now) = (hash_token(token), self.now());
        let state = self.inner.database.write(|conn| ceremonies::take(conn, &hash, now))?;
        // What another version of the program began cannot be read, and is begun anew.
        Ok(state.and_then(|state| serde_json::from_str(&state).ok()))
    }
}
