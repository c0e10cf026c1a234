//! A program elsewhere that is told by a webhook: it listens on this machine, keeps what comes, and looks at signatures with a
//! computation of its own.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The longest wait for a message.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long nothing comes before nothing is believed to come.
const QUIET: Duration = Duration::from_millis(1500);

/// A block of SHA-256, in bytes.
const BLOCK: usize = 64;

/// A message that came.
#[derive(Debug, Clone)]
pub struct Received {
    /// The first line and the headers, in small letters.
    pub head: Vec<String>,
    /// The body as it came.
    pub body: String,
}

impl Received {
    /// A header; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        let begin = format!("{name}: ");
        self.head.iter().find_map(|line| line.strip_prefix(&begin)).unwrap_or_default()
    }

    /// What it says.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// What happened.
    pub fn event(&self) -> String {
        self.json()["type"].as_str().unwrap_or_default().to_owned()
    }

    /// Whether one of its signatures was made with a secret.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("a secret")).expect("base64");
        let signed =
            format!("{}.{}.{}", self.header("webhook-id"), self.header("webhook-timestamp"), self.body);
        let own = format!("v1,{}", STANDARD.encode(hmac(&key, signed.as_bytes())));
        self.signatures().contains(&own.as_str())
    }

    /// Its signatures.
    pub fn signatures(&self) -> Vec<&str> {
        self.header("webhook-signature").split(' ').collect()
    }
}

/// HMAC-SHA256 as RFC 2104 writes it down.
fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    assert!(key.len() <= BLOCK, "a longer key would be hashed first");
    let padded = |with: u8| -> Vec<u8> {
        (0..BLOCK).map(|at| key.get(at).copied().unwrap_or_default() ^ with).collect()
    };
    let inner = Sha256::digest([padded(0x36).as_slice(), message].concat());
    Sha256::digest([padded(0x5c).as_slice(), inner.as_slice()].concat()).into()
}

#[derive(Default)]
struct Desk {
    came: Vec<Received>,
    answers: VecDeque<u16>,
}

/// A program that listens.
pub struct Receiver {
    /// Its address.
    pub url: String,
    desk: Arc<Mutex<Desk>>,
}

impl Receiver {
    /// Begins to listen. What no answer is prepared for is taken with 204.
    pub fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let url = format!("http://{}/in?of=tizilim", listener.local_addr().expect("an address"));
        let desk: Arc<Mutex<Desk>> = Arc::default();
        let own = desk.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(&own, stream);
            }
        });
        Self { url, desk }
    }

    /// Prepares the answers to the next messages.
    pub fn answer(&self, statuses: &[u16]) {
        self.desk.lock().expect("a desk").answers.extend(statuses);
    }

    /// What came so far.
    pub fn came(&self) -> Vec<Received> {
        self.desk.lock().expect("a desk").came.clone()
    }

    /// Waits until so many messages came, and gives them.
    pub fn wait_for(&self, count: usize) -> Vec<Received> {
        let began = Instant::now();
        while self.came().len() < count && began.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
        let came = self.came();
        assert!(came.len() >= count, "{} of {count} messages came", came.len());
        came
    }

    /// Waits a while, and gives what came by then.
    pub fn quiet(&self) -> Vec<Received> {
        std::thread::sleep(QUIET);
        self.came()
    }
}

fn serve(desk: &Mutex<Desk>, mut stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or_default() == 0 {
            return;
        }
        match line.trim_end() {
            "" => break,
            line => {
                head.push(line.split_once(": ").map_or(line.to_owned(), |(name, value)| {
                    format!("{}: {value}", name.to_ascii_lowercase())
                }))
            }
        }
    }
    let mut received = Received { head, body: String::new() };
    let length = received.header("content-length").parse().expect("a length");
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    received.body = String::from_utf8(body).expect("UTF-8");
    let status = {
        let mut desk = desk.lock().expect("a desk");
        desk.came.push(received);
        desk.answers.pop_front().unwrap_or(204)
    };
    // Who sent it may be gone.
    let _ = write!(stream, "HTTP/1.1 {status} Said\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}

#[test]
fn the_computation_of_signatures_is_that_of_the_standard() {
    // RFC 4231, test case 2.
    let made = hmac(b"Jefe", b"what do ya want for nothing?");
    assert!(made.starts_with(&[0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e]), "{made:x?}");
}
