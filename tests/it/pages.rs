//! What a scan answers, and with which headers.

use std::io::Read;

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::{say, say_with};
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, TestApp, on_each_engine};
use crate::register;
use crate::samples::{KK_V1, KK_V2, RU_V2, WORDS_RU, WORDS_V2};

/// The law of 2025 in both languages, with the one of 2019 before it.
fn law(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Law);
    app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
    app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
    code
}

#[test]
fn a_scan_answers_with_the_text_in_the_readers_language() {
    on_each_engine(|app| {
        let code = law(app);
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains(WORDS_V2));
        assert!(app.scan(&format!("/{code}"), Lang::Ru).contains(WORDS_RU));
        assert!(app.get(&format!("/{code}/ru")).text().contains(WORDS_RU));
        assert!(app.get(&format!("/{code}")).text().contains(WORDS_V2), "Kazakh where nothing is wished");
        let school = app.schools(&["S054"])[0];
        let page = app.scan(&format!("/{code}/{school}"), Lang::Ru);
        assert!(page.contains(WORDS_RU) && page.contains("Школа S054"));
    });
}

#[test]
fn a_page_has_the_headers_of_the_contract() {
    on_each_engine(|app| {
        let code = law(app);
        let page = app.ask("GET", &format!("/{code}"), &[("accept-language", "ru-RU,ru;q=0.9")]);
        assert_eq!(page.header("cache-control"), "no-cache");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(page.header("content-language"), "ru");
        assert_eq!(page.header("content-location"), format!("/{code}/v2/ru"));
        assert!(page.header("content-security-policy").starts_with("default-src 'none'; style-src 'sha256-"));
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert!(page.headers.get("set-cookie").is_none(), "no cookie");
        let etag = page.header("etag");
        assert!(etag.starts_with('"') && etag.ends_with('"') && etag.len() > 20, "a strong tag: {etag}");
        let vary = page.header("vary").to_ascii_lowercase();
        assert!(vary.contains("accept-encoding") && vary.contains("accept-language"), "{vary}");

        let named = app.get(&format!("/{code}/ru"));
        assert_eq!(named.header("vary").to_ascii_lowercase(), "accept-encoding");
        assert_eq!(app.get(&format!("/{code}/v1/kk")).header("content-location"), format!("/{code}/v1/kk"));
    });
}

#[test]
fn what_the_browser_has_already_is_not_sent_again() {
    on_each_engine(|app| {
        let code = law(app);
        let path = format!("/{code}/kk");
        for coding in ["identity", "gzip", "br"] {
            let first = app.ask("GET", &path, &[("accept-encoding", coding)]);
            let condition = [("accept-encoding", coding), ("if-none-match", first.header("etag"))];
            let second = app.ask("GET", &path, &condition);
            assert_eq!(second.status, 304);
            assert!(second.body.is_empty());
            for name in ["etag", "cache-control", "vary", "content-location"] {
                assert_eq!(second.header(name), first.header(name), "{name}");
            }
            assert_eq!(app.ask("HEAD", &path, &condition).status, 304);
        }
        let old = app.get(&path);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жаңа мәтін"));
        let fresh = app.ask("GET", &path, &[("if-none-match", old.header("etag"))]);
        assert_eq!(fresh.status, 200, "a new text is never hidden by an old tag");
        assert!(fresh.text().contains("Жаңа мәтін"));
    });
}

#[test]
fn compressed_and_plain_pages_are_the_same_text() {
    on_each_engine(|app| {
        let path = format!("/{}/ru", law(app));
        let plain = app.get(&path);
        assert_eq!(plain.header("content-encoding"), "");
        let gzip = app.ask("GET", &path, &[("accept-encoding", "gzip, deflate")]);
        assert_eq!(gzip.header("content-encoding"), "gzip");
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&*gzip.body).read_to_end(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, plain.body);
        let brotli = app.ask("GET", &path, &[("accept-encoding", "gzip, br")]);
        assert_eq!(brotli.header("content-encoding"), "br");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli.body, &mut unpacked).expect("brotli");
        assert_eq!(unpacked, plain.body);
        let tags = [&plain, &gzip, &brotli].map(|reply| reply.header("etag").to_owned());
        assert!(tags[0] != tags[1] && tags[1] != tags[2], "other bytes, other tag");
        let refused = app.ask("GET", &path, &[("accept-encoding", "br;q=0, gzip;q=0")]);
        assert_eq!(refused.body, plain.body);
    });
}

#[test]
fn head_equals_get_without_the_body() {
    on_each_engine(|app| {
        let code = law(app);
        let school = app.schools(&["S054"])[0];
        let file = &register::document(&app.registry, code).versions[0].texts[0].file.checksum;
        for path in [
            format!("/{code}"),
            format!("/{code}/{school}/ru"),
            format!("/{school}"),
            format!("/{code}/history"),
            format!("/{code}/qr.svg"),
            format!("/f/{file}"),
            "/".to_owned(),
            "/search?q=%D0%B7%D0%B0%D2%A3".to_owned(),
            "/help".to_owned(),
            "/healthz".to_owned(),
            "/readyz".to_owned(),
            "/robots.txt".to_owned(),
            "/0000001".to_owned(),
        ] {
            let (get, head) = (app.get(&path), app.ask("HEAD", &path, &[]));
            assert_eq!(head.status, get.status, "{path}");
            assert!(head.body.is_empty() && !get.body.is_empty(), "{path}");
            let without_date = |reply: &crate::app::Reply| {
                let mut headers = reply.headers.clone();
                headers.remove("date");
                headers
            };
            assert_eq!(without_date(&head), without_date(&get), "{path}");
        }
    });
}

#[test]
fn other_methods_are_refused_with_what_is_allowed() {
    on_each_engine(|app| {
        let code = law(app);
        for path in [format!("/{code}"), format!("/{code}/qr.svg"), "/".to_owned(), "/healthz".to_owned()] {
            for method in ["POST", "DELETE", "PUT"] {
                let reply = app.ask(method, &path, &[]);
                assert_eq!(reply.status, 405, "{method} {path}");
                assert_eq!(reply.header("allow"), "GET, HEAD", "{method} {path}");
            }
        }
        let forged = app.ask("POST", &format!("/{code}"), &[("sec-fetch-site", "cross-site")]);
        assert_eq!(forged.status, 403);
    });
}

#[test]
fn an_address_that_leads_nowhere_says_why_in_the_readers_language() {
    on_each_engine(|app| {
        let code = law(app);
        let mistyped =
            format!("{}{}", &code.as_str()[..6], if code.as_str().ends_with('Z') { 'X' } else { 'Z' });
        let page = app.ask("GET", &format!("/{mistyped}"), &[("accept-language", "ru")]);
        assert_eq!((page.status, page.header("cache-control")), (404, "no-store"));
        assert_eq!(page.header("content-language"), "ru");
        assert!(page.text().contains(&say_with(Lang::Ru, "error-mistyped-code-title", &[])));

        let unknown = app.get(&format!("/{}/ru", Code::from_random([1, 2, 3, 4, 5, 6])));
        assert_eq!((unknown.status, unknown.header("cache-control")), (404, "no-store"));
        assert!(unknown.text().contains(&say(Lang::Ru, "error-unknown-code-title")));
        for path in ["/wp-login.php", &format!("/{code}/v9"), &format!("/{code}/v0"), "/f/abc"] {
            let reply = app.get(path);
            assert_eq!((reply.status, reply.header("cache-control")), (404, "no-store"), "{path}");
        }
        assert_eq!(app.get(&format!("/{code}/at/2025-02-30")).status, 400);
    });
}

#[test]
fn no_address_makes_the_server_fail_or_redirects() {
    on_each_engine(|app| {
        let code = law(app);
        let long = format!("/{}", "7".repeat(2000));
        for path in [
            "/%ff%fe%00",
            "/..%2f..%2fetc%2fpasswd",
            "/f/../../tizilim.sqlite",
            "/search",
            "/search?q=%ff",
            "/search?q=%",
            "/search?q=%27%22%3Cscript%3E",
            &long,
            &format!("//{code}//"),
            &format!("/{code}/v99999999999999999999"),
            &format!("/{code}/at/9999-12-31"),
            &format!("/{code}/at/-001-01-01"),
            &format!("/{code}/{code}"),
            &format!("/{code}/{code}/sheet.pdf"),
            &format!("/{code}/kit.pdf"),
            &format!("/{code}/compare/v1..v2/x/y/z"),
        ] {
            let reply = app.get(path);
            assert!(reply.status < 500 && reply.status / 100 != 3, "{path}: {}", reply.status);
            assert!(!reply.text().contains("<script>"), "{path}");
        }
    });
}

#[test]
fn a_document_without_a_text_says_so_and_is_not_stored() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let page = app.get(&format!("/{code}/ru"));
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(page.text().contains("Пробный документ"));
        assert!(page.text().contains(&say(Lang::Ru, "status-nothing-yet")));
        assert_eq!(app.get(&format!("/{code}/at/2026-01-01")).status, 404);
        let draft =
            app.draft(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Черновик")).expect("a draft");
        assert_eq!(app.get(&format!("/{code}/ru")).body, page.body, "a draft is seen by nobody");
        assert_eq!(app.get(&format!("/admin/drafts/{draft}")).header("cache-control"), "no-store");
        assert_eq!(app.get(&format!("/{code}/qr.svg")).status, 200, "the stand can be printed first");
    });
}

#[test]
fn what_is_withdrawn_is_gone_with_its_reason() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2026-01-01").law(Lang::Kk, KK_V1));
        app.registry.withdraw(code, 1, "Басқа құжат", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let latest = app.get(&format!("/{code}"));
        assert_eq!((latest.status, latest.header("cache-control")), (410, "no-store"));
        assert!(latest.text().contains("Басқа құжат") && latest.text().contains("Сынақ құжаты"));
        let permanent = app.get(&format!("/{code}/v1"));
        assert_eq!(permanent.status, 200);
        assert!(permanent.text().contains("Басқа құжат"));
        app.registry.withdraw(code, 1, "Жеке деректер", Withdrawal::Erase, ACTOR).expect("an erasure");
        for path in [format!("/{code}"), format!("/{code}/v1"), format!("/{code}/at/2026-05-01")] {
            let gone = app.get(&path);
            assert_eq!((gone.status, gone.header("cache-control")), (410, "no-store"), "{path}");
            assert!(gone.text().contains("Жеке деректер"), "{path}");
        }
    });
}
