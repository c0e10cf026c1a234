//! The headers of every kind of answer, exactly as they were promised.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};

use crate::app::{Edition, TestApp, on_each_engine};
use crate::register;

fn document(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Regulation);
    app.publish(code, &Edition::of("2024-01-01").saying(Lang::Kk, "Бұрынғы"));
    app.publish(code, &Edition::of("2025-01-01").saying(Lang::Kk, "Мәтін").saying(Lang::Ru, "Текст"));
    code
}

#[test]
fn only_what_the_path_leaves_open_varies() {
    on_each_engine(|app| {
        let code = document(app);
        let school = app.schools(&["S054"])[0];
        let (coding, language) = ("Accept-Encoding", "Accept-Encoding, Accept-Language");
        let time = "Accept-Encoding, Accept-Language, Accept-Datetime";
        for (path, vary) in [
            (format!("/{code}"), time),
            (format!("/{code}/{school}"), time),
            (format!("/{code}/ru"), coding),
            (format!("/{code}/{school}/ru"), coding),
            (format!("/{code}/v1"), language),
            (format!("/{code}/v1/kk"), coding),
            (format!("/{code}/at/2025-02-01"), language),
            (format!("/{code}/at/2025-02-01/ru"), coding),
            (format!("/{code}/history"), language),
            (format!("/{code}/timemap"), coding),
            (format!("/{code}/linkset"), coding),
            (format!("/{school}"), language),
            (format!("/{school}/ru"), coding),
            ("/".to_owned(), language),
        ] {
            let reply = app.get(&path);
            assert_eq!((reply.status, reply.header("vary")), (200, vary), "{path}");
            assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
            assert!(reply.header("etag").starts_with('"'), "{path}");
        }
    });
}

#[test]
fn the_latest_page_links_to_everything_about_it() {
    on_each_engine(|app| {
        let code = document(app);
        let (union, school) = (register::union(&app.registry), app.schools(&["S054"])[0]);
        let host = "https://qr.example.kz";
        for (path, shelf, canonical) in [
            (format!("/{code}"), union, format!("/{code}")),
            (format!("/{code}/ru"), union, format!("/{code}/ru")),
            (format!("/{code}/{school}"), school, format!("/{code}")),
            (format!("/{code}/{school}/ru"), school, format!("/{code}/ru")),
        ] {
            let reply = app.get(&path);
            let link = reply.header("link");
            for wanted in [
                format!("<{host}/{code}>; rel=\"original timegate\""),
                format!("<{host}/{code}/timemap>; rel=\"timemap\"; type=\"application/link-format\""),
                format!(
                    "<{host}/{code}/v1>; rel=\"first prev memento\"; datetime=\"Sun, 31 Dec 2023 18:00:00 GMT\""
                ),
                format!(
                    "<{host}/{code}/v2>; rel=\"last memento\"; datetime=\"Tue, 31 Dec 2024 19:00:00 GMT\""
                ),
                format!("<{host}{canonical}>; rel=\"canonical\""),
                format!("<{host}/{code}/kk>; rel=\"alternate\"; hreflang=\"kk\""),
                format!("<{host}/{code}/ru>; rel=\"alternate\"; hreflang=\"ru\""),
                format!("<{host}/{code}/history>; rel=\"version-history\""),
                format!("<{host}/{shelf}>; rel=\"up\""),
                format!("<{host}/{code}/linkset>; rel=\"linkset\"; type=\"application/linkset+json\""),
            ] {
                assert!(link.contains(&wanted), "{path}: {wanted} in {link}");
            }
            assert_eq!(reply.header("memento-datetime"), "Tue, 31 Dec 2024 19:00:00 GMT", "{path}");
            assert!(reply.header("content-location").starts_with(&format!("/{code}/v2/")), "{path}");
            let etag = reply.header("etag");
            let again = app.ask("GET", &path, &[("if-none-match", etag)]);
            assert_eq!((again.status, again.header("link")), (304, ""), "what has not changed is short");
            let head = app.ask("HEAD", &path, &[]);
            assert_eq!((head.status, head.header("link"), head.body.len()), (200, link, 0));
        }
    });
}

#[test]
fn machine_views_answer_get_and_head_alone() {
    on_each_engine(|app| {
        let code = document(app);
        for path in [format!("/{code}/timemap"), format!("/{code}/linkset")] {
            let (get, head) = (app.get(&path), app.ask("HEAD", &path, &[]));
            assert_eq!((head.status, head.header("etag")), (200, get.header("etag")), "{path}");
            assert!(head.body.is_empty());
            let post = app.ask("POST", &path, &[]);
            assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD"), "{path}");
            assert_eq!(app.get(&format!("{path}/ru")).status, 404, "{path} is the same in every language");
        }
    });
}

#[test]
fn head_answers_as_get_on_the_pages_of_people_who_sign_in() {
    on_each_engine(|app| {
        let desk = crate::desk::Desk::open(app);
        for path in ["/admin", "/admin/sign-in", "/admin/documents", "/admin/nowhere"] {
            let [get, head] =
                ["GET", "HEAD"].map(|method| app.ask(method, path, &[("cookie", &desk.cookie)]));
            assert_eq!(head.status, get.status, "{path}");
            assert!(head.body.is_empty(), "{path}");
            assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        }
    });
}
