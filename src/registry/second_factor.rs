//! Second factors: codes that a person's device makes from a secret and the time (RFC 6238), and recovery codes.

use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::accounts::{Admitted, Browser, SignedIn};
use super::handle::Registry;
use super::random::random;
use super::throttle::{Guess, Source};
use super::token::hash_token;
use super::{Error, Refusal, Result, View};
use crate::domain::Checksum;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::role::RoleKind;
use crate::storage::second_factors::{self, SecondFactor};
use crate::storage::{Conn, passkeys, sessions};

/// Digits of a code: more is not understood by every app.
const DIGITS: u8 = 6;

/// Seconds for which a code is shown (RFC 6238, section 5.2).
const STEP_S: u64 = 30;

/// Steps by which a clock may be off, to either side.
const DRIFT_STEPS: u16 = 1;

/// Bytes of a secret (RFC 4226, section 4: as long as the hash).
const SECRET_BYTES: usize = 20;

/// How many recovery codes there are.
const RECOVERY_CODES: usize = 10;

/// Characters of a recovery code, in groups of four: 77 bits, more than anybody tries.
const RECOVERY_CHARS: usize = 16;

/// What recovery codes are made of: nothing that can be taken for something else.
const RECOVERY_ALPHABET: &[u8; 29] = b"0123456789BCDFGHJKMNPQRSTVWXZ";

/// How it stands with the second factor of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactorState {
    /// There is none.
    Missing,
    /// There is one, with so many recovery codes left.
    Active {
        /// Recovery codes that were not used yet.
        codes_left: usize,
    },
}

/// What a person may show after the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwaitedFactors {
    /// A code of the app.
    pub code: bool,
    /// A passkey.
    pub passkey: bool,
}

/// Whether a person has a second factor: an app for codes, or a passkey.
pub(super) fn has_any(conn: &mut Conn, user: UserId) -> crate::storage::error::Result<bool> {
    Ok(second_factors::find(conn, user)?.is_some() || passkeys::count(conn, user)? > 0)
}

impl Registry {
    /// How it stands with the second factor of a person.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn second_factor(&self, who: &SignedIn) -> Result<SecondFactorState> {
        Ok(self.inner.database.read(|conn| match second_factors::find(conn, who.user)? {
            None => Ok::<_, crate::storage::Error>(SecondFactorState::Missing),
            Some(_) => {
                let codes_left = second_factors::recovery_codes_left(conn, who.user)?;
                Ok(SecondFactorState::Active { codes_left })
            }
        })?)
    }

    /// Whether a person has to set a second factor up: there is neither an app for codes nor a passkey.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn needs_second_factor(&self, view: &View, who: &SignedIn) -> Result<bool> {
        Ok(Self::requires_second_factor(view, who)
            && !self.inner.database.read(|conn| has_any(conn, who.user))?)
    }

    /// Whether a person is an administrator who must have a second factor: once the host is confirmed, the register is no trial
    /// any more.
    pub(super) fn requires_second_factor(view: &View, who: &SignedIn) -> bool {
        who.role.kind() == RoleKind::Admin && view.confirmed_host().is_some()
    }

    /// What the person may show after the password, who has this session; none where it waits for nothing.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn awaited_factors(&self, session: &str) -> Result<Option<AwaitedFactors>> {
        let Some(who) = self.awaiting_code(session)? else { return Ok(None) };
        Ok(Some(self.inner.database.read(|conn| {
            let code = second_factors::find(conn, who.user)?.is_some();
            Ok::<_, crate::storage::Error>(AwaitedFactors {
                code,
                passkey: passkeys::count(conn, who.user)? > 0,
            })
        })?))
    }

    /// A new secret, in Base32. It is kept nowhere until the person's device has shown that it has it.
    ///
    /// # Errors
    /// No randomness.
    pub fn new_secret(&self) -> Result<String> {
        Ok(Secret::from(random::<SECRET_BYTES>()?.to_vec()).to_base32())
    }

    /// Sets the second factor up with a secret that the person's device has: a code of it, and the password, must be right.
    /// Ends the other sessions, and gives the recovery codes, which are stored only as hashes.
    ///
    /// # Errors
    /// A wrong code or password; too many attempts.
    pub fn set_up_second_factor(
        &self,
        who: &SignedIn,
        (secret, code): (&str, &str),
        password: &str,
        session: &str,
    ) -> Result<Vec<String>> {
        let totp = totp(secret).ok_or(Refusal::WrongCode)?;
        self.require_password(who, password)?;
        let last_step =
            self.guess_code(who, Refusal::WrongCode, || Ok(totp.check(&digits(code), self.unix_s())))?;
        let codes = recovery_codes()?;
        let factor = SecondFactor { secret: secret.to_owned(), last_step };
        let (hashes, this) = (hashed(who.user, &codes), hash_token(session));
        self.write(&who.login, Deed::SetUpSecondFactor, &who.login, |conn| {
            second_factors::keep(conn, who.user, &factor)?;
            second_factors::keep_recovery_codes(conn, who.user, &hashes)?;
            Ok(sessions::close_all(conn, who.user, Some(&this))?)
        })?;
        Ok(codes)
    }

    /// Makes new recovery codes; the earlier ones are void. Asks for a code.
    ///
    /// # Errors
    /// A wrong code; too many attempts.
    pub fn renew_recovery_codes(&self, who: &SignedIn, code: &str) -> Result<Vec<String>> {
        self.require_code(who, code)?;
        let codes = recovery_codes()?;
        let hashes = hashed(who.user, &codes);
        self.write(&who.login, Deed::RenewRecoveryCodes, &who.login, |conn| {
            Ok(second_factors::keep_recovery_codes(conn, who.user, &hashes)?)
        })?;
        Ok(codes)
    }

    /// Whether a person may be without an app for codes: who must have a second factor needs a passkey then.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn may_drop_second_factor(&self, view: &View, who: &SignedIn) -> Result<bool> {
        Ok(!Self::requires_second_factor(view, who)
            || self.inner.database.read(|conn| passkeys::count(conn, who.user))? > 0)
    }

    /// Gives the app for codes up. Asks for a code.
    ///
    /// # Errors
    /// A wrong code; too many attempts; the last second factor of a person who must have one.
    pub fn drop_second_factor(&self, view: &View, who: &SignedIn, code: &str) -> Result<()> {
        if !self.may_drop_second_factor(view, who)? {
            return Err(Refusal::LastSecondFactor.into());
        }
        let is_required = Self::requires_second_factor(view, who);
        self.require_code(who, code)?;
        self.write(&who.login, Deed::RemoveSecondFactor, &who.login, |conn| {
            second_factors::delete(conn, who.user)?;
            if is_required && !has_any(conn, who.user)? {
                return Err(Refusal::LastSecondFactor.into());
            }
            Ok(())
        })
    }

    /// Signs a person in whose password was right, if the code is right too.
    ///
    /// # Errors
    /// A wrong code; a session that waited too long; too many attempts.
    pub fn confirm_code(&self, code: &str, browser: &Browser) -> Result<Admitted> {
        let token = browser.session.as_deref().unwrap_or_default();
        let who = self.awaiting_code(token)?.ok_or(Refusal::SignedOut)?;
        self.require_code(&who, code)
            .inspect_err(|_| tracing::warn!(login = who.login, "not signed in: a wrong code"))?;
        let found = self.credentials(&who.login)?.ok_or(Refusal::SignedOut)?;
        self.admit_wholly(who.user, &found.password_hash, browser)
    }

    /// Takes a code of the device, or a recovery code. Each works once.
    fn require_code(&self, who: &SignedIn, code: &str) -> Result<()> {
        self.guess_code(who, Refusal::WrongCode, || Ok(self.takes(who, code)?.then_some(())))
    }

    /// Counts a guess at a second factor and looks at it. All guesses at those of a person count together: whoever guesses has
    /// the password already.
    pub(super) fn guess_code<T>(
        &self,
        who: &SignedIn,
        wrong: Refusal,
        look: impl FnOnce() -> Result<Option<T>>,
    ) -> Result<T> {
        let source = Source::Known(Checksum::of(format!("second factor of {}", who.user).as_bytes()));
        self.guess(Guess::at(&who.login, source), wrong, look)
    }

    fn takes(&self, who: &SignedIn, typed: &str) -> Result<bool> {
        let Some(factor) = self.inner.database.read(|conn| second_factors::find(conn, who.user))? else {
            return Ok(false);
        };
        let totp = totp(&factor.secret).ok_or(Error::Random)?;
        if let Some(step) = totp.check(&digits(typed), self.unix_s()) {
            return Ok(self.inner.database.write(|conn| second_factors::take_step(conn, who.user, step))?);
        }
        let hash = hash(who.user, typed);
        let taken = self.write(&who.login, Deed::UseRecoveryCode, &who.login, |conn| {
            match second_factors::take_recovery_code(conn, who.user, &hash)? {
                true => Ok(()),
                false => Err(Refusal::WrongCode.into()),
            }
        });
        match taken {
            Ok(()) => Ok(true),
            Err(Error::Refused(Refusal::WrongCode)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn unix_s(&self) -> u64 {
        u64::try_from(self.now().as_second()).unwrap_or_default()
    }
}

/// What makes codes from a secret; none where it is no secret of ours.
fn totp(secret: &str) -> Option<Totp> {
    let secret =
        Secret::try_from_base32(secret).ok().filter(|secret| secret.as_bytes().len() == SECRET_BYTES)?;
    let builder =
        Builder::new().with_algorithm(Algorithm::SHA1).with_digits(DIGITS).with_step_duration(STEP_S);
    builder.with_skew(DRIFT_STEPS).with_secret(secret).build().ok()
}

/// The digits of a code, however they are grouped.
fn digits(typed: &str) -> String {
    typed.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').take(2 * usize::from(DIGITS)).collect()
}

/// New recovery codes, each in groups of four.
fn recovery_codes() -> Result<Vec<String>> {
    (0..RECOVERY_CODES).map(|_| recovery_code()).collect()
}

fn recovery_code() -> Result<String> {
    let mut code = String::new();
    while code.len() < RECOVERY_CHARS {
        for byte in random::<32>()? {
            let letter = usize::from(byte) % RECOVERY_ALPHABET.len();
            // Bytes beyond the last whole round would make some letters likelier than others.
            let is_fair = usize::from(byte) < 256 / RECOVERY_ALPHABET.len() * RECOVERY_ALPHABET.len();
            if is_fair && code.len() < RECOVERY_CHARS {
                code.push(char::from(RECOVERY_ALPHABET[letter]));
            }
        }
    }
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

fn hashed(user: UserId, codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| hash(user, code)).collect()
}

/// What is stored of a recovery code, however it is typed.
fn hash(user: UserId, typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric).take(2 * RECOVERY_CHARS);
    let read = letters.map(|letter| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    });
    Checksum::of(format!("recovery {user} {}", read.collect::<String>()).as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the secret of 20 bytes, the last six of eight digits.
        let secret = Secret::from(b"12345678901234567890".to_vec()).to_base32();
        let totp = totp(&secret).expect("a secret");
        for (at_s, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(totp.check(code, at_s), Some(at_s / STEP_S), "{code}");
        }
        assert_eq!(totp.check("287082", 59 + STEP_S), Some(1), "a clock that is a step behind");
        assert_eq!(totp.check("287082", 59 + 2 * STEP_S), None, "two steps are too much");
        assert_eq!(totp.check("28708", 59), None);
        assert!(super::totp("JBSWY3DPEHPK3PXP").is_none(), "a secret that is too short");
        assert!(super::totp("not Base32!").is_none());
    }

    #[test]
    fn a_recovery_code_is_read_however_it_is_typed() {
        let user = UserId::from_random([7; 16]);
        let code = recovery_code().expect("a code");
        assert_eq!((code.len(), code.split('-').count()), (19, 4));
        assert_eq!(hash(user, &code), hash(user, &code.to_lowercase().replace('-', " ")));
        assert_eq!(hash(user, "O1L0"), hash(user, "0110"));
        assert_ne!(hash(user, &code), hash(UserId::from_random([8; 16]), &code), "each person has own ones");
    }
}
