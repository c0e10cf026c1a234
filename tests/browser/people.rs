//! How a person comes to the register and secures the own account: by an invitation, with a password and a second factor;
//! and what becomes of a phone that is lost.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fantoccini::Client;
use totp_rs::{Builder, Secret};

use crate::demo::Demo;
use crate::person::{evaluated, find, sign_in, tap, type_into};
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 640 };

/// The code that a device shows `later` from now.
fn code(secret: &str, later: Duration) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock") + later;
    let secret = Secret::try_from_base32(secret.replace(' ', "")).expect("a secret");
    Builder::new().with_secret(secret).build().expect("a device").generate(now.as_secs()).to_string()
}

async fn go(window: &Client, demo: &Demo, path: &str) {
    window.goto(&format!("{}{path}", demo.origin)).await.expect("a page");
}

/// Signs in with the password, and with the code that the device shows next: the present one may be used up.
async fn sign_in_with_code(window: &Client, demo: &Demo, secret: &str, later: Duration) {
    go(window, demo, "/admin/sign-in").await;
    type_into(window, "login", "aigul").await;
    type_into(window, "password", "a long enough password").await;
    tap(window, "#sign-in button").await;
    type_into(window, "code", &code(secret, later)).await;
    tap(window, "#code button").await;
    find(window, ".desk").await;
}

#[test]
fn an_administrator_sets_a_second_factor_up_and_ends_the_session_of_a_lost_phone() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        sign_in(&window, &demo).await;
        go(&window, &demo, "/admin/account/second-factor").await;
        tap(&window, "#begin button").await;
        let secret = find(&window, "main code").await.text().await.expect("a secret");
        let width =
            evaluated(&window, "return String(document.querySelector('.symbol svg').clientWidth)").await;
        assert!(width.parse::<f64>().is_ok_and(|px| px > 150.0), "the picture is {width} px wide");
        type_into(&window, "code", &code(&secret, Duration::ZERO)).await;
        type_into(&window, "present", "a long enough password").await;
        tap(&window, "#set-up button").await;
        let recovery = find(&window, ".codes code").await.text().await.expect("a recovery code");

        // The phone signs in and is lost.
        window.delete_all_cookies().await.expect("another browser");
        sign_in_with_code(&window, &demo, &secret, Duration::from_secs(30)).await;
        let phone = window.get_named_cookie("session").await.expect("a session").value().to_owned();

        // Another browser signs in with a recovery code and ends what is not its own.
        window.delete_all_cookies().await.expect("another browser");
        go(&window, &demo, "/admin/sign-in").await;
        type_into(&window, "login", "aigul").await;
        type_into(&window, "password", "a long enough password").await;
        tap(&window, "#sign-in button").await;
        type_into(&window, "code", &recovery).await;
        tap(&window, "#code button").await;
        find(&window, ".desk").await;
        go(&window, &demo, "/admin/account").await;
        tap(&window, "#end-others button").await;
        find(&window, ".banner.good").await;
        assert!(window.find(fantoccini::Locator::Css("#end-others")).await.is_err(), "no other is left");

        window.delete_all_cookies().await.expect("the phone");
        evaluated(&window, &format!("document.cookie = 'session={phone}; path=/'")).await;
        go(&window, &demo, "/admin").await;
        find(&window, "#sign-in").await;
    });
}
