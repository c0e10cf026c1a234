//! The rule by example and by property.

use proptest::prelude::*;

use super::*;

const START: &str = "2026-11-22T06:00:00Z";

fn at(seconds: i64) -> Instant {
    let start: Instant = START.parse().expect("an instant");
    Instant::from_microsecond(start.as_microsecond() + seconds * 1_000_000).expect("an instant")
}

fn stranger(number: u32) -> Source {
    Source::Stranger(Some(IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 + number))))
}

fn wait(throttle: &mut Throttle, guess: Guess, seconds: i64) -> u64 {
    throttle.begin(guess, at(seconds)).err().unwrap_or_default()
}

#[test]
fn five_guesses_are_free_and_the_pauses_after_them_grow_to_a_quarter_of_an_hour() {
    let (mut throttle, guess) = (Throttle::default(), Guess::at("aigul", stranger(1)));
    for _ in 0..FREE_GUESSES {
        assert_eq!(wait(&mut throttle, guess, 0), 0);
    }
    let mut seconds = 0;
    for pause in [60, 120, 240, 480, 900, 900] {
        assert_eq!(wait(&mut throttle, guess, seconds), pause);
        assert_eq!(wait(&mut throttle, guess, seconds), pause, "what was refused makes it no longer");
        seconds += i64::try_from(pause).expect("small");
        assert_eq!(wait(&mut throttle, guess, seconds), 0);
    }
    assert_eq!(wait(&mut throttle, guess, seconds + 3600), 0, "an hour later it begins anew");
    assert_eq!(wait(&mut throttle, guess, seconds + 3600), 0);
}

#[test]
fn sixty_guesses_at_the_same_time_are_five() {
    let (mut throttle, guess) = (Throttle::default(), Guess::at("aigul", stranger(1)));
    let let_in = (0..60).filter(|_| throttle.begin(guess, at(0)).is_ok()).count();
    assert_eq!(let_in, 5);
}

#[test]
fn strangers_elsewhere_do_not_shut_the_owner_out() {
    let mut throttle = Throttle::default();
    for number in 0..6 {
        assert_eq!(wait(&mut throttle, Guess::at("owner", stranger(number)), 0), 0);
    }
    assert_eq!(wait(&mut throttle, Guess::at("owner", stranger(99)), 0), 0);
}

#[test]
fn one_place_is_slowed_over_all_names_and_one_name_over_all_places() {
    let mut throttle = Throttle::default();
    for number in 0..20 {
        assert_eq!(wait(&mut throttle, Guess::at(&format!("name{number}"), stranger(1)), 0), 0);
    }
    assert_eq!(wait(&mut throttle, Guess::at("another", stranger(1)), 0), 30);
    assert_eq!(wait(&mut throttle, Guess::at("another", stranger(2)), 0), 0);
    assert_eq!(wait(&mut throttle, Guess::at("another", stranger(1)), 30), 0);

    let mut throttle = Throttle::default();
    for number in 0..50 {
        assert_eq!(wait(&mut throttle, Guess::at("owner", stranger(number)), 0), 0);
    }
    assert_eq!(wait(&mut throttle, Guess::at("owner", stranger(99)), 0), 60);
    let known = Source::Known(Checksum::of(b"a device"));
    assert_eq!(wait(&mut throttle, Guess::at("owner", known), 0), 0, "the own browser is let in");
}

#[test]
fn a_network_of_ipv6_is_one_place_and_a_mapped_address_is_itself() {
    let ip = |text: &str| text.parse::<IpAddr>().expect("an address");
    assert_eq!(place(ip("2001:db8:1:2:3:4:5:6")), place(ip("2001:db8:1:2::1")));
    assert_ne!(place(ip("2001:db8:1:2::1")), place(ip("2001:db8:1:3::1")));
    assert_eq!(place(ip("::ffff:203.0.113.9")), ip("203.0.113.9"));
}

#[test]
fn what_nobody_looked_at_costs_nothing_and_what_was_right_forgets() {
    let (mut throttle, guess) = (Throttle::default(), Guess::at("aigul", stranger(1)));
    for _ in 0..1000 {
        throttle.begin(guess, at(0)).expect("let in");
        throttle.was_not_seen(guess);
    }
    for _ in 0..4 {
        throttle.begin(guess, at(0)).expect("let in");
    }
    throttle.begin(guess, at(0)).expect("let in");
    throttle.was_right(guess);
    for _ in 0..5 {
        throttle.begin(guess, at(0)).expect("let in");
    }
    assert!(throttle.begin(guess, at(0)).is_err());
}

#[test]
fn the_counts_stay_small_whatever_comes() {
    let mut throttle = Throttle::default();
    for number in 0..40_000 {
        let seconds = i64::from(number) / 1000;
        let _ = throttle.begin(Guess::at(&number.to_string(), stranger(number)), at(seconds));
    }
    for len in [throttle.pairs.len(), throttle.places.len(), throttle.logins.len()] {
        assert!(len <= REMEMBERED_MAX, "{len}");
    }
    // Those that were seen last are still known.
    let last = Guess::at("39999", stranger(39_999));
    let let_in = (0..10).filter(|_| throttle.begin(last, at(40)).is_ok()).count();
    assert_eq!(let_in, 4);
}

proptest! {
    /// However guesses at one name are spread over places and time, no more are let in than the budget of the name gives.
    #[test]
    fn one_name_is_guessed_at_no_faster_than_its_budget(steps in prop::collection::vec((0_i64..40, 0_u32..400), 1..600)) {
        let (mut throttle, mut now, mut let_in) = (Throttle::default(), 0, 0_i64);
        for (later, place) in steps {
            now += later;
            let_in += i64::from(throttle.begin(Guess::at("owner", stranger(place)), at(now)).is_ok());
        }
        prop_assert!(let_in <= 50 + now / 60 + 1, "{let_in} in {now} s");
    }

    /// Whoever waits as long as was said is let in, whatever the clock did: nobody is shut out for ever.
    #[test]
    fn who_waits_as_told_is_let_in(steps in prop::collection::vec((-90_000_i64..4_000, 0_u32..3, 0_u8..3), 1..200)) {
        let (mut throttle, mut now) = (Throttle::default(), 0);
        for (later, place, name) in steps {
            now += later;
            let guess = Guess::at(&format!("name{name}"), stranger(place));
            if let Err(wait_s) = throttle.begin(guess, at(now)) {
                prop_assert!(wait_s <= 900);
                now += i64::try_from(wait_s).expect("small");
                prop_assert_eq!(throttle.begin(guess, at(now)), Ok(()));
            }
        }
    }

    /// The person's own browser is slowed by its own wrong guesses alone.
    #[test]
    fn a_known_browser_is_not_slowed_by_others(others in prop::collection::vec(0_u32..1000, 0..300)) {
        let mut throttle = Throttle::default();
        for place in others {
            let _ = throttle.begin(Guess::at("owner", stranger(place)), at(0));
        }
        let own = Guess::at("owner", Source::Known(Checksum::of(b"a device")));
        prop_assert_eq!(throttle.begin(own, at(0)), Ok(()));
    }
}
