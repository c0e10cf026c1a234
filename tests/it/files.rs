//! `/f/{sha256}`: the bytes as they were uploaded.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Checksum, Lang};
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, on_each_engine};
use crate::register;
use crate::samples::{KK_V1, docx, law};
use crate::scanned;

#[test]
fn a_published_file_is_served_as_it_was_uploaded() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let (docx, pdf) = (law(KK_V1), law("zakon_pedagog_kk_v1.pdf"));
        let edition = Edition::of("2020-01-01")
            .text(Lang::Kk, "Педагог заңы.docx", docx.clone())
            .attachment("Скан.pdf", pdf.clone());
        app.publish(code, &edition);
        let checksum = Checksum::of(&docx);
        let reply = app.ask("GET", &format!("/f/{checksum}"), &[("accept-encoding", "br, gzip")]);
        assert_eq!(reply.status, 200);
        assert!(reply.body == docx);
        assert_eq!(reply.header("content-encoding"), "", "identity only");
        assert_eq!(reply.header("etag"), format!("\"{checksum}\""));
        assert_eq!(reply.header("cache-control"), "no-cache");
        assert_eq!(reply.header("accept-ranges"), "bytes");
        assert_eq!(
            reply.header("repr-digest"),
            format!("sha-256=:{}:", STANDARD.encode(checksum.as_bytes()))
        );
        let disposition = reply.header("content-disposition");
        assert!(disposition.starts_with("attachment;"), "{disposition}");
        assert!(disposition.contains("filename*=UTF-8''%D0%9F%D0%B5"), "{disposition}");
        assert!(reply.header("content-type").contains("wordprocessingml"));
        let inline = app.get(&format!("/f/{}", Checksum::of(&pdf)));
        assert!(inline.header("content-disposition").starts_with("inline;"));
        assert_eq!(inline.header("content-type"), "application/pdf");
        assert!(inline.body == pdf);
    });
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let bytes = law(KK_V1);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        let path = format!("/f/{}", Checksum::of(&bytes));
        let len = bytes.len();
        for (range, first, last) in [
            ("bytes=0-99".to_owned(), 0, 99),
            ("bytes=100-".to_owned(), 100, len - 1),
            ("bytes=-10".to_owned(), len - 10, len - 1),
            (format!("bytes=5-{}", 10 * len), 5, len - 1),
        ] {
            let part = app.ask("GET", &path, &[("range", &range)]);
            assert_eq!(part.status, 206, "{range}");
            assert_eq!(part.header("content-range"), format!("bytes {first}-{last}/{len}"));
            assert!(part.body == bytes[first..=last], "{range}");
        }
        let outside = app.ask("GET", &path, &[("range", &format!("bytes={len}-"))]);
        assert_eq!((outside.status, outside.header("content-range")), (416, &*format!("bytes */{len}")));
        let etag = format!("\"{}\"", Checksum::of(&bytes));
        let same = app.ask("GET", &path, &[("range", "bytes=0-9"), ("if-range", &etag)]);
        assert_eq!((same.status, same.body.len()), (206, 10));
        for headers in
            [[("range", "bytes=0-9"), ("if-range", "\"other\"")], [("range", "lines=1-2"), ("x", "")]]
        {
            let whole = app.ask("GET", &path, &headers);
            assert_eq!((whole.status, whole.body.len()), (200, len), "{headers:?}");
        }
        assert_eq!(app.ask("GET", &path, &[("if-none-match", &etag)]).status, 304);
    });
}

#[test]
fn nobody_sees_the_file_of_a_draft() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.draft(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1)).expect("a draft");
        let reply = app.get(&format!("/f/{}", Checksum::of(&law(KK_V1))));
        assert_eq!((reply.status, reply.header("cache-control")), (404, "no-store"));
    });
}

#[test]
fn erased_bytes_are_gone_from_the_store_while_hash_and_fact_stay() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let scan = law("zakon_pedagog_kk_v1.pdf");
        let edition = Edition::of("2020-01-01").law(Lang::Kk, KK_V1).attachment("Скан.pdf", scan.clone());
        app.publish(code, &edition);
        let shared = app.document(DocumentKind::Leaflet);
        app.publish(shared, &Edition::of("2021-01-01").text(Lang::Kk, "скан.pdf", scan.clone()));
        let (own, kept) = (Checksum::of(&law(KK_V1)), Checksum::of(&scan));
        assert!(app.stored_at(own).exists());
        app.registry.withdraw(code, 1, "Жеке деректер", Withdrawal::Erase, ACTOR).expect("an erasure");
        assert!(!app.stored_at(own).exists(), "the bytes are gone");
        let gone = app.get(&format!("/f/{own}"));
        assert_eq!((gone.status, gone.header("cache-control")), (410, "no-store"));
        assert!(app.stored_at(kept).exists(), "another document has these bytes too");
        assert_eq!(app.get(&format!("/f/{kept}")).status, 200);
        let leaves = app.registry.leaves().expect("leaves");
        assert!(leaves.iter().any(|(_, leaf)| leaf.contains(&own.to_string())), "the hash stays");
        assert!(leaves.iter().all(|(_, leaf)| !leaf.contains("Жеке деректер")), "the reason is hashed");
        assert!(app.get(&format!("/{code}/history")).text().contains("Жеке деректер"), "the fact stays");
        let text = register::document(&app.registry, code).versions[0].texts[0].id;
        assert!(register::body(&app.registry, text).is_none(), "the readable body is gone too");
    });
}

#[test]
fn an_upload_that_is_refused_or_thrown_away_leaves_no_bytes() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        let bytes = docx("Артық мәтін");
        let path = app.stored_at(Checksum::of(&bytes));
        let late = (Lang::Kk, Authenticity::Authentic);
        app.refused(code, || app.registry.add_late_text(code, 1, late, ("a.docx", bytes.clone()), ACTOR));
        assert!(!path.exists(), "refused");
        let edition = Edition::of("2026-01-01").text(Lang::Kk, "a.docx", bytes.clone());
        let draft = app.draft(code, &edition).expect("a draft");
        assert!(path.exists());
        app.registry.discard_draft(draft, ACTOR).expect("thrown away");
        assert!(!path.exists(), "thrown away");
        let [first, second] = [(); 2].map(|()| app.draft(code, &edition).expect("a draft"));
        app.registry.discard_draft(first, ACTOR).expect("thrown away");
        app.registry.preview(second).expect("a preview");
        app.registry.publish(second, ACTOR).expect("a publication");
        assert!(
            app.get(&format!("/f/{}", Checksum::of(&bytes))).body == bytes,
            "the other draft has them too"
        );
    });
}

#[test]
fn bytes_that_changed_on_the_disk_are_never_served() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        let checksum = Checksum::of(&law(KK_V1));
        std::fs::write(app.stored_at(checksum), b"something else").expect("a damaged disk");
        let reply = app.get(&format!("/f/{checksum}"));
        assert_eq!((reply.status, reply.header("cache-control")), (500, "no-store"));
        assert!(!reply.text().contains("something else"));
        std::fs::remove_file(app.stored_at(checksum)).expect("a lost file");
        assert!(app.get(&format!("/f/{checksum}")).status >= 400);
        assert_eq!(app.get(&format!("/{code}")).status, 200, "the page reads on");
    });
}

#[test]
fn readers_who_read_nothing_of_a_large_file_cost_no_memory() {
    use std::io::{Read, Write};
    crate::command::with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let added = office.done(&["document", "add", "--owner", "union", "--kind", "leaflet"]);
        let code = added.split_whitespace().next().expect("a code");
        // A photo is kept as it is.
        let photo = scanned::photo(40 << 20);
        let (text, scan) = (office.file("a.docx", &docx("Мәтін")), office.file("scan.jpg", &photo));
        office.done(&[
            "publish",
            "--accept-doubts",
            code,
            "--kk",
            &text,
            "--attach",
            &scan,
            "--effective-from",
            "2026-01-01",
        ]);
        let served = office.serve();
        let path = format!("/f/{}", Checksum::of(&photo));
        let one = served.get(&path, &[("range", "bytes=41943039-")]);
        assert_eq!((one.status, one.body.as_slice()), (206, &[0x20][..]));
        let quiet_kib = served.memory_kib();
        let readers: Vec<_> = (0..30)
            .map(|_| {
                let mut stream = std::net::TcpStream::connect(served.host()).expect("a connection");
                write!(stream, "GET {path} HTTP/1.1\r\nHost: a\r\n\r\n").expect("a request");
                let mut status = [0; 12];
                stream.read_exact(&mut status).expect("an answer");
                assert_eq!(&status, b"HTTP/1.1 200");
                stream
            })
            .collect();
        std::thread::sleep(std::time::Duration::from_millis(500));
        let grown_kib = served.memory_kib().saturating_sub(quiet_kib);
        assert!(grown_kib < 96 << 10, "{grown_kib} KiB for {} readers of 40 MiB", readers.len());
        assert_eq!(served.get(&format!("/{code}"), &[]).status, 200);
        drop(readers);
        assert_eq!(served.stop(), 0);
    });
}
