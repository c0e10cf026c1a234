//! A law changes overnight, and changes back.

use std::time::Instant;

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, TODAY, on_each_engine, prompt};
use crate::samples::{KK_V1, KK_V2, WORDS_V1, WORDS_V2};

const TOMORROW: &str = "2026-11-23";
/// The last microsecond of the day in Astana (UTC+5), and the first of the next.
const BEFORE_MIDNIGHT: &str = "2026-11-22T18:59:59.999999Z";
const MIDNIGHT: &str = "2026-11-22T19:00:00Z";

#[test]
fn a_new_edition_takes_over_at_midnight_by_itself_and_a_withdrawal_brings_the_old_one_back() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let symbol = || app.get(&format!("/{code}/qr.svg")).body;
        let printed = symbol();
        let today = || app.scan(&format!("/{code}"), Lang::Kk);
        let on = |day: &str| app.get(&format!("/{code}/at/{day}/kk")).text();

        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        assert!(today().contains(WORDS_V1));
        app.publish(code, &Edition::of(TOMORROW).law(Lang::Kk, KK_V2));
        assert!(today().contains(WORDS_V1) && !today().contains(WORDS_V2));
        assert!(on(TODAY).contains(WORDS_V1));
        assert!(on(TOMORROW).contains(WORDS_V2));

        app.set_clock(BEFORE_MIDNIGHT);
        assert!(today().contains(WORDS_V1), "never before its day");
        app.set_clock(MIDNIGHT);
        assert!(today().contains(WORDS_V2), "no job runs at midnight");
        assert!(on(TODAY).contains(WORDS_V1), "yesterday's answer stays");

        app.registry.withdraw(code, 2, "Қате жарияланды", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        assert!(today().contains(WORDS_V1), "the one before answers again");
        let permanent = app.get(&format!("/{code}/v2/kk"));
        assert_eq!(permanent.status, 200);
        assert!(permanent.text().contains(WORDS_V2) && permanent.text().contains("Қате жарияланды"));
        assert_eq!(symbol(), printed, "the code on the wall is good all along");
    });
}

#[test]
fn an_older_dated_edition_changes_the_past_and_not_today() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2025-01-01").law(Lang::Kk, KK_V2));
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains(WORDS_V2));
        assert!(app.get(&format!("/{code}/at/2022-01-01/kk")).text().contains(WORDS_V1));
        assert!(app.get(&format!("/{code}/at/2010-01-01/kk")).text().contains(WORDS_V1), "the earliest");
    });
}

#[test]
fn a_change_of_another_process_is_served_within_a_second() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains(WORDS_V1));
        let other = app.open_again();
        other.withdraw(code, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let started = Instant::now();
        while app.get(&format!("/{code}")).status != 410 {
            assert!(started.elapsed() < prompt(), "still the old answer");
        }
    });
}

#[test]
fn a_clock_that_goes_back_hides_nothing_that_was_published() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        app.publish(code, &Edition::of("2025-01-01").law(Lang::Kk, KK_V2));
        app.set_clock("2026-11-22T05:59:00Z");
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains(WORDS_V2));
        app.registry.withdraw(code, 2, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains(WORDS_V1));
    });
}
