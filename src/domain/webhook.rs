//! What programs elsewhere are told of public changes: which events there are, how a message is signed, and how long it is
//! tried (Standard Webhooks 1.0, standardwebhooks.com).

mod network;

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::calendar::Instant;
use super::fact::FactDetail;
use super::names::names;

pub use network::{is_loopback, is_public};

/// Most webhooks of a register: each is told of every change, one after the other.
pub const WEBHOOKS_MAX: usize = 20;

/// Longest name of a webhook, in characters.
pub const WEBHOOK_NAME_MAX_CHARS: usize = 60;

/// Longest address, in characters: servers take no much longer ones (RFC 9110, section 4.1 asks for 8,000).
pub const ADDRESS_MAX_CHARS: usize = 1_000;

/// What each secret begins with: what comes after it is base64.
pub const SECRET_PREFIX: &str = "whsec_";

/// How long the secret before is signed with as well, once there is a new one: nobody changes both sides at one moment.
pub const SECRET_OVERLAP: Duration = Duration::from_secs(24 * 3600);

/// The pauses between the tries of a message, which add up to about three days: the schedule that Standard Webhooks 1.0
/// proposes.
const PAUSES_S: [u64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/// How long messages are kept, delivered or not.
const KEPT: Duration = Duration::from_secs(30 * 24 * 3600);

/// The event of a message that somebody sends to see whether it arrives.
pub const TEST: &str = "webhook.test";

names! {
    /// A public change that programs are told of.
    pub enum Event {
        /// A document was added; it may have no text yet.
        Created = "created",
        /// An edition was published.
        Published = "published",
        /// An edition was published in the place of one that was wrong.
        Corrected = "corrected",
        /// An edition was withdrawn, or its files were erased.
        Withdrawn = "withdrawn",
        /// An edition ends before or apart from its term.
        Ended = "ended",
    }
}

impl Event {
    /// What it is called in messages.
    pub fn in_messages(self) -> String {
        format!("document.{}", self.name())
    }

    /// The event of a publication, by the ordinal of what it corrects.
    pub const fn of_publication(corrects: Option<u32>) -> Self {
        if corrects.is_some() { Self::Corrected } else { Self::Published }
    }

    /// The event of a fact; none where programs learn nothing from it that they act on.
    pub const fn of_fact(detail: &FactDetail) -> Option<Self> {
        match detail {
            FactDetail::Withdrawn { .. } | FactDetail::Erased { .. } => Some(Self::Withdrawn),
            FactDetail::Ended { .. } => Some(Self::Ended),
            FactDetail::Registered { .. }
            | FactDetail::Submitted { .. }
            | FactDetail::RenewalProposed { .. }
            | FactDetail::LateText { .. }
            | FactDetail::LateAttachment { .. }
            | FactDetail::BodyRemade { .. } => None,
        }
    }
}

names! {
    /// Whether a webhook is told of anything.
    pub enum WebhookState {
        /// It is.
        Active = "active",
        /// Somebody paused it: what happens waits.
        Paused = "paused",
        /// The last try of a message failed: what happens waits until somebody lets it go on.
        Failed = "failed",
        /// Its address said that it is gone for good (410): it is told of nothing any more.
        Gone = "gone",
    }
}

names! {
    /// Why a message did not arrive.
    pub enum Undelivered {
        /// The answer was another one than 2xx.
        Refused = "refused",
        /// There was no answer in time.
        Silent = "silent",
        /// The name leads into a network that is not public.
        Private = "private",
        /// There was no connection: no such name, nobody listens, or a certificate that is not good.
        Unreachable = "unreachable",
    }
}

names! {
    /// Why an address cannot be a webhook's.
    pub enum BadAddress {
        /// It is no address of the web.
        Form = "form",
        /// It does not begin with https.
        NotHttps = "not-https",
        /// A login or a password stands in it.
        Credentials = "credentials",
        /// It is of this machine, or of a network that is not public.
        Private = "private",
        /// It is longer than [`ADDRESS_MAX_CHARS`].
        TooLong = "too-long",
    }
}

/// How long to wait after so many tries that failed; none where there is none more.
pub fn pause_after(tries: u32) -> Option<Duration> {
    let index = usize::try_from(tries).ok()?.checked_sub(1)?;
    PAUSES_S.get(index).map(|seconds| Duration::from_secs(*seconds))
}

/// What happened before this instant is erased at `now`.
pub fn forgotten_before(now: Instant) -> Instant {
    now.checked_sub(KEPT).unwrap_or(Instant::MIN)
}

/// The secret of a webhook, as it is given out once.
pub fn secret(random: [u8; 32]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(random))
}

/// The signature of a message with a secret: `v1,` and the base64 of HMAC-SHA256 over its id, the time of sending in seconds
/// since 1970 and its body, parted by full stops. None for what is no secret.
pub fn signature(secret: &str, id: &str, sent_at_s: i64, body: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(SECRET_PREFIX)?).ok()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(format!("{id}.{sent_at_s}.{body}").as_bytes());
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Day;
    use crate::domain::fact::EndVerb;

    #[test]
    fn a_signature_is_that_of_the_standard() {
        // The example of the specification's reference libraries.
        let signed = signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(signed.as_deref(), Some("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        assert_eq!(signature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "m", 1, ""), None);
        assert_eq!(signature("whsec_?", "m", 1, ""), None);
    }

    proptest! {
        #[test]
        fn every_secret_signs_and_each_part_counts(random: [u8; 32], other: [u8; 32], at in 0_i64..1 << 40) {
            prop_assume!(random != other);
            let own = secret(random);
            let signed = signature(&own, "msg_1", at, "{}");
            prop_assert!(signed.is_some());
            for changed in [
                signature(&secret(other), "msg_1", at, "{}"),
                signature(&own, "msg_2", at, "{}"),
                signature(&own, "msg_1", at + 1, "{}"),
                signature(&own, "msg_1", at, "{ }"),
            ] {
                prop_assert_ne!(&changed, &signed);
            }
        }
    }

    #[test]
    fn pauses_grow_and_end_after_some_days() {
        let pauses: Vec<Duration> = (1..).map_while(pause_after).collect();
        assert_eq!(pauses.first(), Some(&Duration::from_secs(5)));
        assert!(pauses.windows(2).all(|two| two[0] < two[1]));
        let whole: Duration = pauses.iter().sum();
        assert!((2..=4).contains(&(whole.as_secs() / 86_400)), "{whole:?}");
        assert!(whole < KEPT, "a message is there until its last try");
        assert_eq!(pause_after(0), None);
    }

    #[test]
    fn what_programs_are_told_of_has_an_event() {
        assert_eq!(Event::of_publication(None).in_messages(), "document.published");
        assert_eq!(Event::of_publication(Some(1)).in_messages(), "document.corrected");
        let ended = FactDetail::Ended { on: Day::constant(2026, 2, 3), verb: EndVerb::Repealed };
        assert_eq!(Event::of_fact(&ended), Some(Event::Ended));
        let reason = String::new;
        assert_eq!(Event::of_fact(&FactDetail::Withdrawn { reason: reason() }), Some(Event::Withdrawn));
        assert_eq!(Event::of_fact(&FactDetail::Erased { reason: reason() }), Some(Event::Withdrawn));
        assert_eq!(Event::of_fact(&FactDetail::Submitted { on: Day::constant(2026, 2, 3) }), None);
    }
}
