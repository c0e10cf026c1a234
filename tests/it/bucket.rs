//! An S3-compatible store for tests: `moto_server` of the Python package `moto[server]`, a fresh one each.
//!
//! Where it is not installed, the reason is printed and the tests are skipped; on a continuous integration server (`CI` is
//! set) that is a failure.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tizilim::registry::StoreSettings;
use ureq::http::Request;

use crate::ask::{Reply, agent, prompt};

/// The bucket that every store has.
const NAME: &str = "tizilim";

/// What the store takes for a signature as long as nobody was told to look.
const SIGNED: &str =
    "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=a";

/// A store with one bucket. It keeps everything in memory.
pub struct Bucket {
    server: Child,
    /// Where it is.
    pub endpoint: String,
}

impl Bucket {
    /// A store that takes any key; none where the server is not installed.
    pub fn start() -> Option<Self> {
        Self::start_with(&[])
    }

    /// A store that knows no key, and lets in nobody else once the bucket is made.
    pub fn that_refuses() -> Option<Self> {
        Self::start_with(&[("INITIAL_NO_AUTH_ACTION_COUNT", "1")])
    }

    fn start_with(settings: &[(&str, &str)]) -> Option<Self> {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let server = Command::new("moto_server")
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let server = match server {
            Ok(server) => server,
            Err(why) if std::env::var_os("CI").is_some() => panic!("no moto_server: {why}"),
            Err(why) => {
                eprintln!("no moto_server, the tests of a file store are skipped: {why}");
                return None;
            }
        };
        let bucket = Self { server, endpoint: format!("http://127.0.0.1:{port}") };
        let started = Instant::now();
        // The door is open before the first question about the bucket, which alone may go unsigned where keys are looked at.
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(started.elapsed() < prompt() * 30, "the store does not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(bucket.ask("PUT", "", b"").status, 200, "a bucket");
        Some(bucket)
    }

    /// How a register is told of a part of the bucket.
    pub fn settings(&self, prefix: &str) -> StoreSettings {
        StoreSettings {
            url: format!("s3://{NAME}/{prefix}"),
            endpoint: Some(self.endpoint.clone()),
            region: "us-east-1".to_owned(),
            key_id: Some("key".to_owned()),
            secret: Some("hush".to_owned()),
            token: None,
        }
    }

    /// Asks the store itself for an object.
    pub fn get(&self, key: &str) -> Reply {
        self.ask("GET", key, b"")
    }

    /// Puts something into the store behind the register's back.
    pub fn put(&self, key: &str, bytes: &[u8]) {
        assert_eq!(self.ask("PUT", key, bytes).status, 200, "{key}");
    }

    /// The names of everything in it.
    pub fn names(&self) -> Vec<String> {
        let listed = self.ask("GET", "?list-type=2", b"").text();
        listed.split("<Key>").skip(1).filter_map(|rest| Some(rest.split_once('<')?.0.to_owned())).collect()
    }

    fn ask(&self, method: &str, key: &str, bytes: &[u8]) -> Reply {
        let slash = if key.is_empty() || key.starts_with('?') { "" } else { "/" };
        let request = Request::builder().method(method).uri(format!("{}/{NAME}{slash}{key}", self.endpoint));
        let request =
            request.header("authorization", SIGNED).header("content-type", "application/octet-stream");
        let answer = if method == "GET" {
            agent().run(request.body(()).expect("a request"))
        } else {
            agent().run(request.body(bytes).expect("a request"))
        };
        let mut answer = answer.expect("an answer");
        let body = answer.body_mut().with_config().limit(1 << 30).read_to_vec().expect("a body");
        Reply { status: answer.status().as_u16(), headers: answer.headers().clone(), body }
    }

    /// It says nothing from now on; connections stay open and are taken.
    pub fn freeze(&self) {
        self.signal("-STOP");
    }

    /// It goes on.
    pub fn wake(&self) {
        self.signal("-CONT");
    }

    /// It is gone.
    pub fn end(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }

    fn signal(&self, signal: &str) {
        let id = self.server.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().expect("kill").success());
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.end();
    }
}
