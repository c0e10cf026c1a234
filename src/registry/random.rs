//! Randomness from the system.

use super::{Error, Result};
use crate::domain::ids::FactId;

/// Random bytes from the system.
pub(super) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
    Ok(bytes)
}

/// A random identifier in the form that a table keeps, and that nobody guesses.
///
/// # Errors
/// A system without randomness.
pub fn random_id() -> Result<String> {
    Ok(FactId::from_random(random()?).to_string())
}
