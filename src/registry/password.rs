//! Hashing passwords with Argon2id, few at a time: each takes 19 MiB and a core for some hundredths of a second, so that
//! strangers who send passwords would have all of the machine.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use zxcvbn::{Score, zxcvbn};

use super::Result;
use super::random::random;
use super::refusal::{Error, Refusal};

/// Least characters of a password (NIST SP 800-63B-4 asks for 15, or 8 with a second factor; people here type on phones).
pub const PASSWORD_MIN_CHARS: usize = 12;

/// Most characters of a password: hashing more is work for nothing.
const PASSWORD_MAX_CHARS: usize = 200;

/// Weakest password: withstands 10⁸ guesses (zxcvbn's third of four steps), which knows the common ones and their disguises.
const STRENGTH_MIN: Score = Score::Three;

/// Passwords that are hashed at the same time at most, on machines of eight cores and more; else half of the cores, for the
/// other half answers scans.
const AT_ONCE_MAX: usize = 4;

/// How many may wait for their turn: at 30 ms each, half a second.
const WAITING_MAX: usize = 16;

/// How many more may wait who are known here: strangers do not fill their places.
const KNOWN_WAITING_MAX: usize = 8;

/// The longest wait for a turn: who waits longer gives up anyway.
const PATIENCE: Duration = Duration::from_secs(5);

/// What those are told to wait who find no place, in seconds.
const WAIT_S: u64 = 5;

/// What is hashed where no such login exists, so that it takes as long.
const NOBODY: [u8; 16] = *b"salt of nobody!!";

/// The places at which passwords are hashed, with their memory.
pub struct Passwords {
    state: Mutex<State>,
    freed: Condvar,
}

struct State {
    free: usize,
    waiting: usize,
    /// Memory of places that are free while others wait: what is handed on is not asked for anew.
    spare: Vec<Vec<Block>>,
}

/// A place, until it is dropped.
struct Seat<'a> {
    all: &'a Passwords,
    memory: Vec<Block>,
}

impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let free = (cores / 2).clamp(1, AT_ONCE_MAX);
        Self { state: Mutex::new(State { free, waiting: 0, spare: Vec::new() }), freed: Condvar::new() }
    }
}

impl Passwords {
    /// Whether a password is the one that was hashed; no password is where nothing was.
    ///
    /// # Errors
    /// Too many at the same time.
    pub fn matches(&self, password: &str, hash: Option<&str>, is_known: bool) -> Result<bool> {
        if password.chars().count() > PASSWORD_MAX_CHARS {
            return Ok(false);
        }
        let mut seat = self.seat(is_known)?;
        let parsed = hash.and_then(|hash| PasswordHash::new(hash).ok());
        let Some((parsed, argon)) = parsed.and_then(|hash| argon(&hash).map(|argon| (hash, argon))) else {
            let _ = seat.hash(&Argon2::default(), password, &NOBODY, &mut [0; Params::DEFAULT_OUTPUT_LEN]);
            return Ok(false);
        };
        let (Some(salt), Some(wanted)) = (&parsed.salt, &parsed.hash) else { return Ok(false) };
        let mut buffer = [0; Output::MAX_LENGTH];
        let Some(found) = buffer.get_mut(..wanted.len()) else { return Ok(false) };
        // Outputs are compared in constant time.
        Ok(seat.hash(&argon, password, salt, found) && Output::new(found).is_ok_and(|found| found == *wanted))
    }

    /// Hashes a new password, in PHC form.
    ///
    /// # Errors
    /// A password that is too short, or too many at the same time.
    pub fn hash(&self, password: &str) -> Result<String> {
        check(password)?;
        let (argon, bytes) = (Argon2::default(), random::<16>()?);
        let mut found = [0; Params::DEFAULT_OUTPUT_LEN];
        // Who may choose a password was invited or is signed in.
        if !self.seat(true)?.hash(&argon, password, &bytes, &mut found) {
            return Err(Error::Random);
        }
        let hash = PasswordHash {
            algorithm: Algorithm::default().ident(),
            version: Some(Version::default().into()),
            params: argon.params().try_into().map_err(|_| Error::Random)?,
            salt: Some(Salt::new(&bytes).map_err(|_| Error::Random)?),
            hash: Some(Output::new(&found).map_err(|_| Error::Random)?),
        };
        Ok(hash.to_string())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seat(&self, is_known: bool) -> Result<Seat<'_>> {
        let mut state = self.lock();
        if state.free == 0 {
            let places = WAITING_MAX + if is_known { KNOWN_WAITING_MAX } else { 0 };
            if state.waiting >= places {
                return Err(Refusal::Busy { wait_s: WAIT_S }.into());
            }
            state.waiting += 1;
            let waited = self.freed.wait_timeout_while(state, PATIENCE, |state| state.free == 0);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            state.waiting -= 1;
            if state.free == 0 {
                return Err(Refusal::Busy { wait_s: WAIT_S }.into());
            }
        }
        state.free -= 1;
        Ok(Seat { all: self, memory: state.spare.pop().unwrap_or_default() })
    }
}

impl Seat<'_> {
    /// Hashes into `out`; false for parameters that cannot be.
    fn hash(&mut self, argon: &Argon2<'_>, password: &str, salt: &[u8], out: &mut [u8]) -> bool {
        self.memory.resize(argon.params().block_count(), Block::default());
        argon.hash_password_into_with_memory(password.as_bytes(), salt, out, &mut self.memory).is_ok()
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        let mut state = self.all.lock();
        state.free += 1;
        if state.waiting > 0 {
            state.spare.push(std::mem::take(&mut self.memory));
        } else {
            state.spare.clear();
        }
        drop(state);
        self.all.freed.notify_one();
    }
}

/// The way in which a password was hashed.
fn argon(hash: &PasswordHash) -> Option<Argon2<'static>> {
    let algorithm = Algorithm::try_from(hash.algorithm.as_str()).ok()?;
    let version = hash.version.map_or(Some(Version::default()), |version| Version::try_from(version).ok())?;
    Some(Argon2::new(algorithm, version, Params::try_from(hash).ok()?))
}

/// Refuses what cannot be a password, before it costs anything.
///
/// # Errors
/// A password that is too short or too long, or would be guessed soon.
pub fn check(password: &str) -> Result<()> {
    match password.chars().count() {
        ..PASSWORD_MIN_CHARS => Err(Refusal::ShortPassword { least: PASSWORD_MIN_CHARS }.into()),
        PASSWORD_MIN_CHARS..=PASSWORD_MAX_CHARS if zxcvbn(password, &[]).score() < STRENGTH_MIN => {
            Err(Refusal::EasyPassword.into())
        }
        PASSWORD_MIN_CHARS..=PASSWORD_MAX_CHARS => Ok(()),
        _ => Err(Refusal::LongPassword { most: PASSWORD_MAX_CHARS }.into()),
    }
}

#[cfg(test)]
mod tests {
    use argon2::PasswordHasher as _;

    use super::*;

    #[test]
    fn a_hash_is_the_one_that_the_library_makes_and_older_ones_stay_good() {
        let passwords = Passwords::default();
        let made = passwords.hash("a long enough password").expect("a hash");
        assert!(passwords.matches("a long enough password", Some(&made), false).expect("a place"));
        assert!(!passwords.matches("a long enough passwore", Some(&made), false).expect("a place"));
        assert!(!passwords.matches("a long enough password", None, false).expect("a place"));
        let older = Argon2::default()
            .hash_password_with_salt(b"an older password", b"salt of sixteen!")
            .expect("a hash")
            .to_string();
        assert!(passwords.matches("an older password", Some(&older), false).expect("a place"));
    }

    #[test]
    fn few_passwords_are_hashed_at_once_and_who_finds_no_place_is_told_so_at_once() {
        let passwords = Passwords::default();
        let free = passwords.lock().free;
        let taken: Vec<Seat<'_>> = (0..free).map(|_| passwords.seat(false).expect("a place")).collect();
        let busy = |known| matches!(passwords.seat(known), Err(Error::Refused(Refusal::Busy { .. })));
        std::thread::scope(|scope| {
            let waiting: Vec<_> =
                (0..WAITING_MAX).map(|_| scope.spawn(|| passwords.seat(false).is_ok())).collect();
            while passwords.lock().waiting < WAITING_MAX {
                std::thread::yield_now();
            }
            assert!(busy(false), "no place for a stranger");
            let known = scope.spawn(|| passwords.seat(true).is_ok());
            while passwords.lock().waiting == WAITING_MAX {
                std::thread::yield_now();
            }
            drop(taken);
            assert!(known.join().expect("a thread"), "a place for one who is known");
            assert!(waiting.into_iter().all(|one| one.join().expect("a thread")), "all had their turn");
        });
        let state = passwords.lock();
        assert_eq!((state.free, state.waiting, state.spare.len()), (free, 0, 0), "the memory is given back");
    }
}
