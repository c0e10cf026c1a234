//! Bodies and heads that arrive byte by byte: they end, and scans are answered beside them.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::app::{OWN_FORM, TestApp, on_sqlite, prompt};
use crate::command::with_each_engine;

/// How often a slow sender sends a byte.
const DRIP: Duration = Duration::from_millis(500);

/// What is said before a body that comes slowly.
fn head(path: &str, length: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: qr.example.kz\r\n{}: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n{length}\r\n\r\n",
        OWN_FORM.0, OWN_FORM.1
    )
}

/// Sends a beginning and then a drop now and then, until the server closes: what it answered, and after how long.
fn drip(address: &str, beginning: &str, drop: &[u8], patience: Duration) -> (String, Duration) {
    let mut socket = TcpStream::connect(address).expect("a connection");
    socket.set_read_timeout(Some(DRIP)).expect("a timeout");
    socket.write_all(beginning.as_bytes()).expect("a request");
    let (started, mut answer) = (Instant::now(), Vec::new());
    let mut buffer = [0; 4096];
    loop {
        assert!(started.elapsed() < patience, "still open: {}", String::from_utf8_lossy(&answer));
        match socket.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => answer.extend_from_slice(&buffer[..read]),
            // Nothing yet: another drop. A connection that is closed meanwhile refuses it.
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if socket.write_all(drop).is_err() {
                    break;
                }
            }
            Err(_) => break,
        }
    }
    (String::from_utf8_lossy(&answer).into_owned(), started.elapsed())
}

fn at(app: &TestApp) -> &str {
    app.address.trim_start_matches("http://")
}

#[test]
fn a_form_that_arrives_byte_by_byte_is_given_up_and_one_that_is_only_slow_is_taken() {
    on_sqlite(|app| {
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let beginning = head("/admin/sign-in", "Content-Length: 60000") + "login=";
                let (answer, took) = drip(at(app), &beginning, b"a", Duration::from_secs(25));
                assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
                assert!(answer.to_lowercase().contains("connection: close"), "{answer}");
                assert!(answer.contains("content-security-policy"), "an answer like every other");
                assert!(took > Duration::from_secs(10), "{took:?}");
            });
            scope.spawn(|| {
                // It takes longer than a body of which nothing comes: what came already gives it time.
                let form = format!("login=aigul&password={}", "a".repeat(55_000));
                let mut socket = TcpStream::connect(at(app)).expect("a connection");
                let length = format!("Content-Length: {}\r\nConnection: close", form.len());
                socket.write_all(head("/admin/sign-in", &length).as_bytes()).expect("a request");
                for part in form.as_bytes().chunks(1536) {
                    socket.write_all(part).expect("a part");
                    std::thread::sleep(DRIP);
                }
                let mut answer = String::new();
                socket.read_to_string(&mut answer).expect("an answer");
                assert!(answer.starts_with("HTTP/1.1 422 "), "{answer}");
            });
        });
    });
}

#[test]
fn a_body_that_nobody_reads_does_not_keep_its_connection() {
    on_sqlite(|app| {
        let chunked = "Transfer-Encoding: chunked";
        let refused = head("/admin/sign-in", chunked).replace(OWN_FORM.1, "cross-site");
        for (beginning, status) in [
            (head("/", chunked), 405),
            (refused, 403),
            (head("/", "Content-Length: 60000"), 405),
            (head("/admin/password", chunked), 303),
        ] {
            let (answer, took) = drip(at(app), &beginning, b"1\r\na\r\n", Duration::from_secs(10));
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
            assert!(took < Duration::from_secs(5), "{took:?}");
        }
    });
}

#[test]
fn a_head_that_arrives_byte_by_byte_is_given_up() {
    on_sqlite(|app| {
        let (_, took) = drip(at(app), "GET / HTTP/1.1\r\nHost: a\r\nX-", b"a", Duration::from_secs(20));
        assert!(took > Duration::from_secs(3), "{took:?}");
    });
}

#[test]
fn where_few_files_may_be_open_scans_are_answered_beside_slow_senders() {
    with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let server = office.serve_with_files(Some(300));
        let address = server.address.trim_start_matches("http://").to_owned();
        let beginning = head("/admin/sign-in", "Content-Length: 60000") + "login=";
        let senders: Vec<TcpStream> = (0..400)
            .filter_map(|_| {
                let mut socket = TcpStream::connect(&address).ok()?;
                socket.write_all(beginning.as_bytes()).ok()?;
                Some(socket)
            })
            .collect();
        // Those who find no place have been told so within the time in which a closing connection is waited for.
        std::thread::sleep(Duration::from_secs(3));
        for _ in 0..5 {
            let started = Instant::now();
            assert_eq!(server.get("/", &[]).status, 200);
            assert!(started.elapsed() < prompt(), "{:?}", started.elapsed());
        }
        assert!(senders.len() > 300, "more than may be open");
    });
}
