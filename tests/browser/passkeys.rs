//! A passkey in a real browser: made, used alone and after the password, with a device that the driver plays (W3C Web
//! Authentication, section 11).

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use openidconnect::url::{ParseError, Url};
use ureq::http::Method;

use crate::demo::Demo;
use crate::person::{awaited, find, sign_in, tap, type_into};
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 640 };

/// Puts a device in that asks for its owner and finds passkeys by itself.
#[derive(Debug)]
struct AddDevice;

impl WebDriverCompatibleCommand for AddDevice {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/webauthn/authenticator", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let device = r#"{"protocol":"ctap2","transport":"internal","hasResidentKey":true,
            "hasUserVerification":true,"isUserConsenting":true,"isUserVerified":true}"#;
        (Method::POST, Some(device.to_owned()))
    }
}

async fn go(window: &Client, origin: &str, path: &str) {
    window.goto(&format!("{origin}{path}")).await.expect("a page");
}

#[test]
fn a_passkey_is_added_and_signs_in_alone_and_after_the_password() {
    let mut demo = Demo::start();
    // No passkey belongs to a number; the same trial answers by this name.
    let number = std::mem::take(&mut demo.origin);
    demo.origin = number.replace("127.0.0.1", "localhost");
    in_browser(PHONE, |window| async move {
        window.issue_cmd(AddDevice).await.expect("a device");
        sign_in(&window, &demo).await;
        go(&window, &demo.origin, "/admin/account").await;
        type_into(&window, "name", "Телефон").await;
        find(&window, "#new-passkey [name=present]")
            .await
            .send_keys("a long enough password")
            .await
            .expect("typing");
        tap(&window, "#new-passkey button").await;
        find(&window, "main .banner.good").await;
        find(&window, "[action$='/remove']").await;

        window.delete_all_cookies().await.expect("another browser");
        go(&window, &demo.origin, "/admin/sign-in").await;
        tap(&window, "#sign-in-passkey button").await;
        find(&window, ".desk").await;

        window.delete_all_cookies().await.expect("another browser");
        go(&window, &demo.origin, "/admin/sign-in").await;
        type_into(&window, "login", "aigul").await;
        type_into(&window, "password", "a long enough password").await;
        tap(&window, "#sign-in button").await;
        tap(&window, "#confirm-passkey button").await;
        find(&window, ".desk").await;

        go(&window, &number, "/admin/sign-in").await;
        tap(&window, "#sign-in-passkey button").await;
        let said = "return document.querySelector('[data-passkey] [role=alert]').textContent";
        let said = awaited(&window, said).await;
        assert!(said.contains(&demo.origin), "where it works: {said}");
    });
}
