//! How often somebody may guess at a password: strangers are slowed down, the owner is let in.
//!
//! Three counts, each of them in memory alone: of one login from one place, with pauses that grow; of one place over all
//! logins, against one password tried at many doors; of one login over all places, against many machines at one door. A
//! browser in which the person signed in before has a count of its own and meets neither of the last two (OWASP: device
//! cookies), so that nobody shuts an owner out by guessing.
//!
//! A guess is counted before it is looked at, or those that run at the same time would pass each other, and it is taken
//! back where it was right. Nothing that was typed is kept: a login is known by its checksum.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::domain::{Checksum, Instant};

/// Wrong guesses at one login from one place that cost no pause: a person who mistypes needs three, and finds the other
/// keyboard layout with two more.
pub const FREE_GUESSES: u32 = 5;

/// The pause after these, in microseconds; it doubles with each further wrong guess.
const FIRST_PAUSE_US: i64 = 60 * 1_000_000;

/// The longest pause, in microseconds: a person who forgot a password and found it again is not sent away for the day.
const LONGEST_PAUSE_US: i64 = 15 * 60 * 1_000_000;

/// After so many microseconds without a guess the count begins anew.
const FORGET_US: i64 = 3600 * 1_000_000;

/// What one place may guess at all logins together: an office behind one address in the morning, then two a minute.
const OF_PLACE: Budget = Budget { at_once: 20, every_us: 30 * 1_000_000 };

/// What all places may guess at one login together. Half of the hundred failures in a row that NIST SP 800-63B-4 (section
/// 3.2.2) allows, then one a minute: a password of twelve characters outlives that.
const OF_LOGIN: Budget = Budget { at_once: 50, every_us: 60 * 1_000_000 };

/// Entries of each count at most: with 50 bytes each, half a megabyte.
const REMEMBERED_MAX: usize = 10_000;

/// A number of guesses at once, and how fast they come back.
struct Budget {
    at_once: i64,
    every_us: i64,
}

impl Budget {
    /// Microseconds until the next guess, where `spent_until` is the instant at which everything will have come back. An
    /// instant that only a clock that was set back can have left is drawn near, so that it shuts nobody out for longer.
    fn wait_us(&self, spent_until_us: Option<&mut i64>, now_us: i64) -> i64 {
        let Some(until_us) = spent_until_us else { return 0 };
        *until_us = (*until_us).min(now_us + self.at_once * self.every_us);
        (*until_us - now_us - (self.at_once - 1) * self.every_us).max(0)
    }

    /// The same instant after one more guess.
    fn spend(&self, spent_until_us: &mut i64, now_us: i64) {
        *spent_until_us = (*spent_until_us).max(now_us) + self.every_us;
    }
}

/// Wrong guesses at one login from one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tally {
    count: u32,
    last_us: i64,
}

impl Tally {
    fn wait_us(&mut self, now_us: i64) -> i64 {
        // A clock that was set back makes no pause longer.
        self.last_us = self.last_us.min(now_us);
        let Some(over) = self.count.checked_sub(FREE_GUESSES) else { return 0 };
        let pause_us = (FIRST_PAUSE_US << over.min(10)).min(LONGEST_PAUSE_US);
        (pause_us - (now_us - self.last_us)).max(0)
    }

    fn is_over(self, now_us: i64) -> bool {
        now_us - self.last_us >= FORGET_US
    }
}

/// Who guesses.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// Somebody at this address, whom nothing is known of.
    Stranger(Option<IpAddr>),
    /// A browser or session in which the person of this login is known: by what is secret of it.
    Known(Checksum),
}

/// A guess that was let in.
#[derive(Debug, Clone, Copy)]
pub struct Guess {
    pair: Checksum,
    /// The place and the login; none where the person is known.
    shared: Option<(IpAddr, Checksum)>,
}

impl Guess {
    /// A guess at a login.
    pub fn at(login: &str, source: Source) -> Self {
        match source {
            Source::Stranger(address) => {
                let place = place(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
                let pair = Checksum::of(format!("{place} {login}").as_bytes());
                Self { pair, shared: Some((place, Checksum::of(login.as_bytes()))) }
            }
            Source::Known(secret) => {
                Self { pair: Checksum::of(format!("{secret} {login}").as_bytes()), shared: None }
            }
        }
    }
}

/// The place of an address. Who has one IPv6 address has its whole /64 (RFC 6177).
fn place(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        v4 => v4,
    }
}

/// The guesses that are remembered.
#[derive(Debug, Default)]
pub struct Throttle {
    pairs: HashMap<Checksum, Tally>,
    places: HashMap<IpAddr, i64>,
    logins: HashMap<Checksum, i64>,
}

impl Throttle {
    /// Counts a guess, before it is looked at.
    ///
    /// # Errors
    /// Seconds to wait; then nothing was counted.
    pub fn begin(&mut self, guess: Guess, now: Instant) -> Result<(), u64> {
        let now_us = now.as_microsecond();
        let tally = self.pairs.get_mut(&guess.pair).filter(|tally| !tally.is_over(now_us));
        let count = tally.as_ref().map_or(0, |tally| tally.count);
        let mut wait_us = tally.map_or(0, |tally| tally.wait_us(now_us));
        if let Some((place, login)) = guess.shared {
            wait_us = wait_us
                .max(OF_PLACE.wait_us(self.places.get_mut(&place), now_us))
                .max(OF_LOGIN.wait_us(self.logins.get_mut(&login), now_us));
        }
        if wait_us > 0 {
            return Err(u64::try_from(wait_us).unwrap_or_default().div_ceil(1_000_000));
        }
        make_room(&mut self.pairs, |tally| tally.is_over(now_us), |tally| tally.last_us);
        self.pairs.insert(guess.pair, Tally { count: count.saturating_add(1), last_us: now_us });
        if let Some((place, login)) = guess.shared {
            make_room(&mut self.places, |until| *until <= now_us, |until| *until);
            OF_PLACE.spend(self.places.entry(place).or_insert(now_us), now_us);
            make_room(&mut self.logins, |until| *until <= now_us, |until| *until);
            OF_LOGIN.spend(self.logins.entry(login).or_insert(now_us), now_us);
        }
        Ok(())
    }

    /// Forgets the wrong guesses of one who guessed right; what others guessed stays.
    pub fn was_right(&mut self, guess: Guess) {
        self.pairs.remove(&guess.pair);
        self.give_back(guess);
    }

    /// Takes a guess back that nobody looked at.
    pub fn was_not_seen(&mut self, guess: Guess) {
        if let Some(tally) = self.pairs.get_mut(&guess.pair) {
            tally.count = tally.count.saturating_sub(1);
        }
        self.give_back(guess);
    }

    fn give_back(&mut self, guess: Guess) {
        let Some((place, login)) = guess.shared else { return };
        if let Some(until) = self.places.get_mut(&place) {
            *until -= OF_PLACE.every_us;
        }
        if let Some(until) = self.logins.get_mut(&login) {
            *until -= OF_LOGIN.every_us;
        }
    }
}

/// Makes room for one entry more: without those that are over, and if need be without the quarter that is quiet longest.
fn make_room<K: Eq + Hash, V>(
    kept: &mut HashMap<K, V>,
    is_over: impl Fn(&V) -> bool,
    last_us: impl Fn(&V) -> i64,
) {
    if kept.len() < REMEMBERED_MAX {
        return;
    }
    kept.retain(|_, entry| !is_over(entry));
    if kept.len() >= REMEMBERED_MAX {
        let mut times: Vec<i64> = kept.values().map(&last_us).collect();
        let (_, quiet_until, _) = times.select_nth_unstable(REMEMBERED_MAX / 4);
        let quiet_until = *quiet_until;
        kept.retain(|_, entry| last_us(entry) > quiet_until);
    }
}

#[cfg(test)]
mod tests;
