//! Codes: who gets which, and which are kept for ever.

use super::handle::Registry;
use super::random::random;
use super::{Error, Result};
use crate::domain::{Code, Instant};
use crate::storage::{Conn, codes};

/// Tries for a code that nobody has: with a million codes in use, one try fails in 600.
const CODE_TRIES: usize = 100;

impl Registry {
    /// Keeps these codes for ever, because they were printed. Writes nothing where they are kept already.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn keep_codes(&self, printed: &[Code]) -> Result<()> {
        if self.inner.database.read(|conn| codes::is_any_reserved(conn, printed))? {
            self.inner.database.write(|conn| codes::keep(conn, printed))?;
        }
        Ok(())
    }
}

/// Reserves a code that nobody has, in the present transaction.
pub(super) fn reserve_code(conn: &mut Conn, now: Instant) -> Result<Code> {
    for _ in 0..CODE_TRIES {
        let mut digits = [0_u8; 6];
        for digit in &mut digits {
            // Below 232 = 8 × 29 every character is equally likely.
            *digit = loop {
                let [byte] = random::<1>()?;
                if byte < 232 {
                    break byte;
                }
            };
        }
        let code = Code::from_random(digits);
        if codes::reserve(conn, code, now)? {
            return Ok(code);
        }
    }
    Err(Error::Random)
}
