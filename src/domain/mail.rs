//! Letters by mail: addresses, when the weekly letter is due, and when one that could not be sent is tried again.

use std::time::Duration;

use super::calendar::{Day, Instant, days_before, local_day, local_midnight, monday_of};
use super::names::names;

/// Longest address, in characters (RFC 5321, section 4.5.3.1.3).
pub const ADDRESS_MAX_CHARS: usize = 254;

/// Longest part before the sign @ (RFC 5321, section 4.5.3.1.1).
const LOCAL_MAX_CHARS: usize = 64;

/// When the letter of a week is due on its Monday: before work begins.
const DUE_AFTER: Duration = Duration::from_secs(8 * 3600);

/// Days of a week within which its letter is sent: who gets it on Thursday has no use for it.
const DUE_DAYS: i64 = 3;

/// Pauses after which a letter is tried again. A server that is being set right is back within a day.
const PAUSES_MIN: [u64; 6] = [5, 15, 60, 180, 360, 720];

/// How long the link works with which an address is confirmed.
pub const CONFIRM_LIFE: Duration = Duration::from_secs(3 * 24 * 3600);

/// How long a person waits before another link is sent: strangers' addresses are not to be flooded.
pub const ASK_PAUSE: Duration = Duration::from_secs(10 * 60);

/// How long an address is kept that nobody confirms.
pub const UNCONFIRMED_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// How long sending a letter can take; what takes longer ended with its process.
pub const SENDING_LIFE: Duration = Duration::from_secs(10 * 60);

/// Weeks for which it is kept that a letter was sent.
const KEPT_WEEKS: i64 = 8;

/// An address for mail, of the plain kind that every server takes: `a.b+c@host.kz`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailAddress(String);

impl MailAddress {
    /// Reads an address as it is typed; none where it is none. The case of the host does not count.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, host) = text.trim().split_once('@')?;
        let is_local = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        let is_dotted = |part: &str| part.split('.').all(|piece| !piece.is_empty());
        let is_label = |label: &str| {
            let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
            label.chars().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
        };
        let is_one = local.chars().all(is_local)
            && is_dotted(local)
            && is_dotted(host)
            && host.contains('.')
            && host.split('.').all(is_label)
            && local.len() <= LOCAL_MAX_CHARS
            && local.len() + host.len() < ADDRESS_MAX_CHARS;
        is_one.then(|| Self(format!("{local}@{}", host.to_ascii_lowercase())))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

names! {
    /// How far a letter has come.
    pub enum PostState {
        /// It is to be sent.
        Waiting = "waiting",
        /// A process talks with the server. Where that process ends, nobody knows what became of the letter.
        Sending = "sending",
        /// The server took it.
        Sent = "sent",
        /// There was nothing to tell.
        Empty = "empty",
        /// The server does not take it.
        Failed = "failed",
        /// The server may have taken it: it is not sent again.
        Unsettled = "unsettled",
    }
}

/// The Monday whose letters are due, and the instant since which they are; none at other times.
pub fn week_due(now: Instant) -> Option<(Day, Instant)> {
    let monday = monday_of(local_day(now));
    let begins = local_midnight(monday) + DUE_AFTER;
    (begins <= now && now < local_midnight(days_before(monday, -DUE_DAYS))).then_some((monday, begins))
}

/// When a letter is tried again that was tried so often; none where it is given up.
pub fn next_try(tries: u32, now: Instant) -> Option<Instant> {
    let pause = PAUSES_MIN.get(usize::try_from(tries).ok()?.checked_sub(1)?)?;
    Some(now + Duration::from_secs(60 * pause))
}

/// What is known of the letters of weeks before this Monday is erased.
pub fn letters_erased_before(today: Day) -> Day {
    days_before(monday_of(today), 7 * KEPT_WEEKS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_addresses_are_read_and_nothing_that_could_be_more_than_one() {
        for address in ["a@b.kz", "aigul.s+union@mail.example.kz", "o'neill@x-y.example"] {
            assert_eq!(MailAddress::parse(address).as_ref().map(MailAddress::as_str), Some(address));
        }
        assert_eq!(MailAddress::parse(" A@B.KZ ").map(|one| one.0), Some("A@b.kz".to_owned()));
        for wrong in [
            "",
            "@",
            "a@",
            "@b.kz",
            "a@b",
            "a b@c.kz",
            "a@b.kz,c@d.kz",
            "a@b@c.kz",
            "<a@b.kz>",
            "a@b.kz\r\nBcc: c@d.kz",
            "a..b@c.kz",
            ".a@c.kz",
            "a@-b.kz",
            "a@b..kz",
            "әйгүл@b.kz",
            "a@b.kz.",
        ] {
            assert_eq!(MailAddress::parse(wrong), None, "{wrong}");
        }
        assert_eq!(MailAddress::parse(&format!("{}@b.kz", "a".repeat(65))), None);
        assert_eq!(MailAddress::parse(&format!("a@{}.kz", "b.".repeat(130))), None);
    }

    #[test]
    fn letters_are_due_from_eight_on_monday_until_wednesday() {
        let due = |at: &str| week_due(at.parse().expect("an instant")).map(|(week, _)| week);
        let monday = Some(Day::constant(2026, 11, 23));
        assert_eq!(due("2026-11-23T02:59:59Z"), None, "a minute before eight in Astana");
        assert_eq!(due("2026-11-23T03:00:00Z"), monday);
        assert_eq!(due("2026-11-25T18:59:59Z"), monday);
        assert_eq!(due("2026-11-25T19:00:00Z"), None, "Thursday");
        assert_eq!(due("2026-11-29T12:00:00Z"), None);
    }

    proptest! {
        #[test]
        fn an_address_is_read_as_it_is_written(text in "\\PC{0,40}") {
            if let Some(address) = MailAddress::parse(&text) {
                prop_assert!(address.0.is_ascii() && !address.0.contains(char::is_whitespace));
                prop_assert_eq!(MailAddress::parse(&address.0), Some(address));
            }
        }

        #[test]
        fn pauses_grow_and_end(tries in 0_u32..20) {
            let now = Instant::UNIX_EPOCH;
            match (next_try(tries, now), next_try(tries + 1, now)) {
                (Some(this), Some(next)) => prop_assert!(now < this && this < next),
                (Some(_), None) => prop_assert_eq!(tries, 6),
                (None, Some(_)) => prop_assert_eq!(tries, 0),
                (None, None) => prop_assert!(tries > 6),
            }
        }
    }
}
